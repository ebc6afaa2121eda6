import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { KnownError } from '#model/known-error.ts'
import type { Log } from '../log.ts'
import { MAX } from '../limits/limits.ts'
import type { Answer } from './answer.ts'
import { apiRefusal, refusal, send } from './answer.ts'
import type { ClientNetwork } from './client-network.ts'
import { exportAnswer } from './export-endpoint.ts'
import type { Endpoint } from './graphql-endpoint.ts'
import { OVERLOADED } from './graphql-endpoint.ts'
import { guard, isForeign, isForeignFetch } from './guard.ts'
import type { RateLimit } from './rate-limit.ts'
import { readBody } from './read-body.ts'
import { SECURITY_HEADERS, rawAnswer } from './security-headers.ts'
import type { StaticFiles } from './static-files.ts'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  readonly hosts: readonly string[] | undefined
  readonly graphql: Endpoint
  readonly networkOf: ClientNetwork
  /** How often one network may ask, and fetch files of answers. */
  readonly questions: RateLimit
  readonly exports: RateLimit
  readonly files: StaticFiles
  /** Whether the data are read and the store answers. */
  readonly ready: () => Promise<boolean>
  readonly log: Log
}
export interface Serving { readonly url: string; readonly close: () => Promise<void> }

const HEADERS_MS = 5_000
const REQUEST_MS = 30_000
const IN_FLIGHT_MS = 10_000

/**
 * App and API on one port. Every answer carries the security headers and the id of its request.
 * @throws KnownError BAD_SETTING when the port is taken or the address is not ours
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { host, port, log } = options
  let closing = false
  const server = createServer({ maxHeaderSize: 16_384, connectionsCheckingInterval: 1_000, headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 5_000 })
  server.timeout = REQUEST_MS + HEADERS_MS
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    void respond(request, response, options, closing).catch((error: unknown) => {
      log.bug(error)
      response.destroy()
    })
  }
  server.on('request', handle)
  server.on('checkContinue', handle) // the body is asked for once it is known to be wanted
  server.on('checkExpectation', handle)
  server.on('connect', (_request, socket) => socket.end(rawAnswer('405 Method Not Allowed', 'This method is not served.')))
  server.on('upgrade', (_request, socket) => socket.end(rawAnswer('400 Bad Request', 'Upgrades are not served.')))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    log.event('refused', { code: error.code ?? 'UNKNOWN' })
    if (!socket.writable) { socket.destroy(); return }
    const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
    socket.end(
      late
        ? rawAnswer('408 Request Timeout', 'The request took too long to arrive.')
        : error.code === 'HPE_HEADER_OVERFLOW'
          ? rawAnswer('431 Request Header Fields Too Large', 'Headers are too large.')
          : rawAnswer('400 Bad Request', 'This is not a request.'),
    )
  })
  await listen(server, port, host)
  const address = server.address() as AddressInfo // listening on a port, not on a pipe
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    close: () => new Promise((resolve) => {
      closing = true
      const timer = setTimeout(() => server.closeAllConnections(), IN_FLIGHT_MS)
      server.close(() => { clearTimeout(timer); resolve() })
      server.closeIdleConnections()
    }),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program; set PORT to a free one.`
          : `Cannot listen on ${host}:${port} (${error.code ?? 'unknown'}).`
      reject(new KnownError('BAD_SETTING', why, { host, port }, { cause: error }))
    })
    server.listen(port, host, resolve)
  })
}

async function respond(request: IncomingMessage, response: ServerResponse, options: ServeOptions, closing: boolean): Promise<void> {
  const started = performance.now()
  const requestId = randomUUID()
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, 'x-request-id': requestId })) if (value !== undefined) response.setHeader(name, value)
  const [path = ''] = (request.url ?? '').split('?', 1)
  const answer = closing ? refusal(503, 'The server is stopping.', { connection: 'close' }) : guard(request, options) ?? await route(request, response, path, requestId, options)
  if (!request.complete) {
    response.setHeader('connection', 'close')
    response.once('finish', () => letGo(request))
  }
  const bytes = await send(request, response, answer)
  options.log.event('request', {
    requestId,
    route: routeName(path),
    method: request.method ?? '',
    status: answer.status,
    ms: Math.round(performance.now() - started),
    bytes,
    ...(answer.code === undefined ? {} : { code: answer.code }),
  })
}

/** Ends a connection with a body half sent: what arrives within a moment is thrown away, so that the sender still reads the refusal. */
function letGo(request: IncomingMessage): void {
  request.resume()
  setTimeout(() => request.destroy(), 500).unref()
}

/** What kind of thing was asked for. Paths and terms stay out of the log. */
const routeName = (path: string): string => (['/graphql', '/healthz', '/readyz'].includes(path) ? path.slice(1) : path.startsWith('/export/') ? 'export' : 'file')

async function route(request: IncomingMessage, response: ServerResponse, path: string, requestId: string, options: ServeOptions): Promise<Answer> {
  if (path === '/graphql') return graphql(request, response, requestId, options)
  if (request.method === 'POST') return refusal(405, 'Nothing is posted here.', { allow: 'GET, HEAD' })
  if (path === '/healthz') return { status: 200, type: 'text/plain; charset=utf-8', body: 'ok\n' }
  if (path === '/readyz')
    return (await options.ready())
      ? { status: 200, type: 'text/plain; charset=utf-8', body: 'ready\n' }
      : refusal(503, 'Not ready: data are being read, or the database does not answer.')
  if (path.startsWith('/export/') && isForeignFetch(request)) return refusal(403, 'Pages of other sites may link to files, not fetch them.')
  if (path.startsWith('/export/'))
    return exportAnswer(request.url ?? '', options.graphql, {
      requestId,
      signal: untilGone(response),
      turnedAway: () => turnedAway(request, options, options.exports),
    })
  return options.files.answer(request, path)
}

/** Why a reader has to wait: it has asked as often as one network may, or more ask than can be answered. */
function turnedAway(request: IncomingMessage, { graphql: endpoint, networkOf }: ServeOptions, limit: RateLimit): Answer | undefined {
  if (endpoint.isBusy()) return OVERLOADED
  const network = networkOf({ remoteAddress: request.socket.remoteAddress, headers: request.headers })
  const seconds = network === undefined ? 0 : limit(network)
  return seconds === 0
    ? undefined
    : apiRefusal(429, 'TOO_OFTEN', `Too much was asked from your network. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`, {
        'retry-after': String(seconds),
      })
}

/** Aborted when the reader has left, or has been answered. */
function untilGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  return gone.signal
}

async function graphql(request: IncomingMessage, response: ServerResponse, requestId: string, options: ServeOptions): Promise<Answer> {
  if (request.method !== 'POST') return apiRefusal(405, 'METHOD', 'Questions are posted as application/json.', { allow: 'POST' })
  if (isForeign(request)) return apiRefusal(403, 'FOREIGN_ORIGIN', 'Questions from pages of other sites are not answered.')
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers['content-type'] ?? ''))
    return apiRefusal(415, 'MEDIA_TYPE', 'Questions are posted as application/json.')
  if (request.headers['content-encoding'] !== undefined) return apiRefusal(415, 'MEDIA_TYPE', 'Questions are posted as plain JSON, not compressed.')
  const wait = turnedAway(request, options, options.questions)
  if (wait) return wait
  if (/100-continue/i.test(request.headers.expect ?? '') && !(Number(request.headers['content-length']) > MAX.bodyBytes)) response.writeContinue()
  const body = await readBody(request, MAX.bodyBytes)
  if (body.kind === 'too large') return apiRefusal(413, 'TOO_LARGE', `A request may have at most ${MAX.bodyBytes / 1_000} kB.`)
  if (body.kind !== 'body') return apiRefusal(400, 'BAD_REQUEST', 'The request is not complete, or not UTF-8.')
  return options.graphql.answer(body.text, requestId, untilGone(response))
}
