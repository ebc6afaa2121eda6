import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
/** Built apart from web/dist, which a server may be reading. */
const built = mkdtempSync(join(tmpdir(), 'mirrorpoint-web-'))
const assets = join(built, 'assets')
const FIRST_VIEW_KB = 250

/** Files a script pulls in at once (not by `import()`), itself included. */
function closure(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  const text = readFileSync(join(assets, entry), 'utf8')
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) closure(name!, seen)
  return seen
}
const gzippedKb = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0) / 1000

describe('the built page', () => {
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web', '--outDir', built, '--emptyOutDir', '--logLevel', 'error'], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  }, 120_000)
  afterAll(() => rmSync(built, { recursive: true, force: true }))

  const entry = () => readFileSync(join(built, 'index.html'), 'utf8').match(/assets\/(index-[\w-]+\.js)/)![1]!

  it(`needs at most ${FIRST_VIEW_KB} kB of gzipped script for the first view`, () => {
    expect(gzippedKb(closure(entry()))).toBeLessThanOrEqual(FIRST_VIEW_KB)
  })
  it('loads neither the map nor the network program before one is shown', () => {
    const first = [...closure(entry())].map((file) => readFileSync(join(assets, file), 'utf8')).join('\n')
    expect(first).not.toContain('maplibregl-canvas')
    expect(first).not.toContain('cytoscape')
  })
  it('has no inline script, no inline event and no address of somebody else in its page', () => {
    const html = readFileSync(join(built, 'index.html'), 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(html).not.toMatch(/\son\w+=/)
    expect(html).not.toMatch(/https?:\/\//)
  })
  it('brings its fonts and inlines none: the content policy would refuse them', () => {
    const styles = readdirSync(assets).filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(assets, file), 'utf8')).join('\n')
    expect(styles).not.toMatch(/url\(["']?https?:/)
    expect(styles).not.toMatch(/@font-face[^}]*url\(["']?data:/)
    expect(readdirSync(assets).some((file) => /^noto-sans-latin-400.*\.woff2$/.test(file))).toBe(true)
  })
})
