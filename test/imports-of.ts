import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The repository, whatever folder it was cloned into. */
export const ROOT = resolve(import.meta.dirname, '..')
const SOURCE = /\.(ts|tsx|js|mjs)$/
const LEFT_OUT = new Set(['node_modules', 'dist', 'generated', '.git', '.data', '.cache', 'bench'])

/** Source files below a folder of the repository, as paths from its root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : sourceFiles(path)
    return SOURCE.test(entry.name) ? [path] : []
  })
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|[^.\w])import\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g
const packageImports = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { imports: Record<string, string> }
const ALIASES = Object.entries(packageImports.imports).map(([alias, target]) => [alias.replace('*', ''), target.replace('./', '').replace('*', '')] as const)

/** Files of this repository that a file imports, as paths from the root; packages are left out. */
export function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(IMPORT)].flatMap((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3])!.replace(/\?.*$/, '')
    const alias = ALIASES.find(([prefix]) => specifier.startsWith(prefix))
    if (alias) return [specifier.replace(alias[0], alias[1])]
    return specifier.startsWith('.') ? [relative(ROOT, resolve(ROOT, dirname(file), specifier))] : []
  })
}
