import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './imports-of.ts'

const LEFT_OUT = new Set(['node_modules', '.git', '.data', '.cache', 'dist'])
function markdownFiles(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : markdownFiles(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}
const pages = markdownFiles().map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
const page = (path: string): string => pages.find((one) => one.path === path)!.text
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string>; dependencies: Record<string, string> }

/** Links inside the repository, as paths from its root. */
const linksOf = ({ path, text }: { path: string; text: string }): string[] =>
  [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => join(dirname(path), match[1]!))
/** Files named in backticks with a folder of ours in front. */
const filesNamedIn = (text: string): string[] =>
  [...text.matchAll(/`((?:api|web|ingest|graph-schema|datasets|test)\/[\w./-]*\w\.(?:ts|tsx|md|csv|sh|json|graphql|yaml))`/g)].map((match) => match[1]!)

describe('documentation', () => {
  it('leads to files that exist', () => {
    expect(pages.flatMap((one) => linksOf(one).filter((link) => !existsSync(join(ROOT, link))).map((link) => `${one.path} → ${link}`))).toEqual([])
  })

  it('names files that exist', () => {
    const gone = pages.flatMap(({ path, text }) => filesNamedIn(text).filter((file) => !existsSync(join(ROOT, file)) && !existsSync(join(ROOT, dirname(path), file))).map((file) => `${path}: ${file}`))
    expect(gone).toEqual([])
  })

  it('follows one row over files that exist', () => {
    const steps = [...page('graph-schema/README.md').matchAll(/`((?:ingest|store|snapshot|analytics|model|api|web|datasets)\/[\w./-]+\.(?:tsx?|csv))`/g)].map((match) => match[1]!)
    expect(steps.length).toBeGreaterThan(12)
    expect(steps.filter((file) => !existsSync(join(ROOT, file)) && !existsSync(join(ROOT, 'graph-schema', file)))).toEqual([])
  })

  it('shows commands that exist', () => {
    const commands = pages.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!))
    expect(commands.length).toBeGreaterThan(5)
    expect([...new Set(commands)].filter((command) => !(command in manifest.scripts))).toEqual([])
    expect(page('README.md')).toMatch(/npm ci && npm start[^]*npm ci && npm test/)
  })

  it('gives a reason for every runtime dependency, and for none that is gone', () => {
    const reasons = [...page('graph-schema/decisions/0005-dependencies.md').matchAll(/^\| (`[^|]+) \|/gm)].flatMap((match) => [...match[1]!.matchAll(/`([^`]+)`/g)].map((name) => name[1]!))
    expect(reasons.sort()).toEqual(Object.keys(manifest.dependencies).sort())
  })

  it('has a README of its own in every folder of the house', () => {
    const folders = ['datasets', 'ingest', 'graph-schema', 'graph-schema/store', 'graph-schema/snapshot', 'graph-schema/analytics', 'graph-schema/model', 'graph-schema/derive', 'api', 'web', 'test']
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder, 'README.md')))).toEqual([])
  })
})
