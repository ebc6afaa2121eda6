import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KnownError } from '#model/known-error.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const NOT_SOURCES = new Set(['dist', 'node_modules', 'public'])
const OTHER_SOURCES = ['package-lock.json', join('api', 'schema.graphql')]

/** Whether web/dist is missing or older than what it is made from. */
export function webIsStale(root: string = ROOT): boolean {
  const built = join(root, 'web', 'dist', 'index.html')
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const newer = (path: string): boolean => existsSync(path) && statSync(path).mtimeMs > builtAt
  return OTHER_SOURCES.some((path) => newer(join(root, path))) || sourcesIn(join(root, 'web')).some(newer)
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return NOT_SOURCES.has(entry.name) ? [] : sourcesIn(join(folder, entry.name))
    return [join(folder, entry.name)]
  })
}

/**
 * Builds the web application in a process of its own; what it prints is shown only when it fails.
 * @throws KnownError NOT_BUILT
 */
export async function buildWeb(): Promise<void> {
  const npm = process.env['npm_execpath']
  const [command, args] = npm === undefined ? ['npm', [] as string[]] : [process.execPath, [npm]]
  const lines: string[] = []
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(command, [...args, 'run', '--silent', 'build:web'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
    child.on('error', (error) => { lines.push(error.message); resolve(null) })
    child.on('close', resolve)
  })
  if (code !== 0) throw new KnownError('NOT_BUILT', `The web application could not be built (npm run build:web):\n${lines.join('').slice(-4_000)}`)
}
