import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** A finished answer: nothing is streamed, so its size is known before the first byte leaves. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** Already compressed with gzip. */
  readonly gzipped?: boolean
  /** For the log. */
  readonly code?: string
}

export const JSON_TYPE = 'application/json; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'
const WORTH_COMPRESSING = 1_400
/** A reader that takes longer than this to fetch an answer is let go. */
const SLOWEST_READER_MS = 30_000
const gzipped = promisify(gzip)

export const refusal = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  type: TEXT,
  body: `${message}\n`,
  headers,
  code: `HTTP_${status}`,
})
/** A refusal in the shape of the API. */
export const apiRefusal = (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  ({ status, type: JSON_TYPE, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }), headers, code })

/** Sends an answer; headers set on the response before (security, request id) stay. @returns bytes of the body sent */
export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<number> {
  let body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  let compressed = answer.gzipped ?? false
  if (!compressed && body.length > WORTH_COMPRESSING && /^(application\/json|text\/)/.test(answer.type) && acceptsGzip(request)) {
    body = await gzipped(body, { level: 4 })
    compressed = true
  }
  if (response.destroyed) return 0
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': body.length,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    ...(compressed ? { 'content-encoding': 'gzip' } : {}),
    ...answer.headers,
  })
  const timer = setTimeout(() => response.destroy(), SLOWEST_READER_MS)
  timer.unref()
  response.once('close', () => clearTimeout(timer))
  response.end(request.method === 'HEAD' ? undefined : body)
  return body.length
}

export const acceptsGzip = ({ headers }: IncomingMessage): boolean => /(^|[\s,])gzip\b(?!\s*;\s*q=0(\.0*)?(,|$))/i.test(String(headers['accept-encoding'] ?? ''))
