import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Answer } from './answer.ts'
import { acceptsGzip, refusal } from './answer.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
}
const COMPRESSIBLE = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/
const YEAR = 'public, max-age=31536000, immutable'

interface StaticFile { readonly type: string; readonly plain: Buffer; readonly cache: string; readonly tag: string; gzip: Buffer | undefined }
export interface StaticFiles { readonly answer: (request: IncomingMessage, path: string) => Answer; readonly count: number }

/** A server of the API alone. */
export const NO_FILES: StaticFiles = { count: 0, answer: () => refusal(404, 'Nothing is here. This server answers questions on /graphql alone.') }

/**
 * The built web application, read once. A request is looked up among these files by its path and never reaches
 * the disk, so there is no way out of the folder. Other paths are addresses inside the app: they get its page.
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  for (const path of listFiles(folder)) {
    const plain = readFileSync(join(folder, path))
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
    const hashed = /^assets\/.*-[\w-]{8,}\.\w+$/.test(path)
    files.set(`/${path}`, { type, plain, cache: hashed ? YEAR : 'no-cache', tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`, gzip: undefined })
  }
  return {
    count: files.size,
    answer(request, path) {
      const file = files.get(path === '/' ? '/index.html' : path) ?? (isPageOfTheApp(path) ? files.get('/index.html') : undefined)
      if (file) return fileAnswer(request, file)
      return isPageOfTheApp(path) && files.size === 0 ? refusal(503, 'The web application has not been built: npm run build:web') : refusal(404, 'Nothing is here.')
    },
  }
}

function fileAnswer(request: IncomingMessage, file: StaticFile): Answer {
  const headers = { 'cache-control': file.cache, etag: file.tag }
  if (request.headers['if-none-match'] === file.tag) return { status: 304, type: file.type, body: '', headers }
  if (!COMPRESSIBLE.test(file.type) || file.plain.length < 1_000 || !acceptsGzip(request)) return { status: 200, type: file.type, body: file.plain, headers }
  file.gzip ??= gzipSync(file.plain, { level: 9 })
  return { status: 200, type: file.type, body: file.gzip, headers, gzipped: true }
}

/**
 * Whether a path can be an address inside the app (/place/unlocode:NLRTM). Not: files, hidden names, steps upwards in any
 * spelling, control characters, what is still escaped after decoding once, and two slashes in front, which a browser would
 * take for the name of a server.
 */
export function isPageOfTheApp(path: string): boolean {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return false // a broken escape
  }
  if (/^\/\/|[\0-\x1f\x7f\\]|%[0-9a-f]{2}/i.test(decoded)) return false
  const segments = decoded.split('/').slice(1)
  if (segments.some((segment) => segment.startsWith('.'))) return false
  return segments[0] !== 'assets' && !/\.(js|mjs|css|map|json|html?|php|aspx?|png|jpe?g|svg|ico|woff2?|txt|xml|env|ya?ml|sql|zip|gz)$/i.test(decoded)
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [] // not built
    throw error
  }
}
