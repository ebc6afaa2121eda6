import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '#api/http/security-headers.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

const ABOUT = JSON.stringify({ query: '{ about { version } }' })
const JSON_POST = { 'content-type': 'application/json' }
const webFolder = mkdtempSync(join(tmpdir(), 'mirrorpoint-web-'))
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Mirrorpoint</title>')
  writeFileSync(join(webFolder, 'assets', 'app-Ab3dEf9h.js'), `export const words = "${'atlas '.repeat(500)}"\n`)
  writeFileSync(join(webFolder, '..', 'secret-beside-the-folder.txt'), 'not yours')
  server = await startSmallWorld({ webFolder })
})
afterAll(async () => {
  await server.stop()
  rmSync(webFolder, { recursive: true, force: true })
  rmSync(join(webFolder, '..', 'secret-beside-the-folder.txt'), { force: true })
})

interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
/** A request exactly as written: no browser cleans the path, no library adds a header. */
const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Got> => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(server.url)
  const outgoing = request({ hostname, port, method, path, headers, agent: false }, (incoming) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) })).on('error', reject)
  })
  outgoing.on('error', reject)
  outgoing.end(body)
})
/** What a server says to bytes on a socket, and how long it lets them wait. */
const raw = (bytes: string, { drip }: { readonly drip?: string } = {}): Promise<{ text: string; ms: number }> => new Promise((resolve) => {
  const { hostname, port } = new URL(server.url)
  const started = Date.now()
  let text = ''
  const socket = connect(Number(port), hostname, () => socket.write(bytes))
  const timer = drip === undefined ? undefined : setInterval(() => { if (socket.writable) socket.write(drip) }, 200)
  socket.on('data', (chunk) => { text += chunk.toString() }).on('error', () => undefined).on('close', () => { clearInterval(timer); resolve({ text, ms: Date.now() - started }) })
})

describe('every answer carries the security headers and the id of its request', () => {
  it.each([
    ['the page', 'GET', '/', {}, undefined, 200], ['an address inside the app', 'GET', '/place/unlocode:NLRTM', { accept: 'text/html' }, undefined, 200], ['a file', 'GET', '/assets/app-Ab3dEf9h.js', {}, undefined, 200],
    ['nothing', 'GET', '/assets/none.js', {}, undefined, 404], ['an answer', 'POST', '/graphql', JSON_POST, ABOUT, 200], ['a refused query', 'POST', '/graphql', JSON_POST, '{"query":"{ nothing }"}', 400],
    ['a wrong media type', 'POST', '/graphql', { 'content-type': 'text/plain' }, ABOUT, 415], ['a wrong method', 'GET', '/graphql', {}, undefined, 405], ['a method nobody serves', 'DELETE', '/', {}, undefined, 405],
    ['a foreign name', 'GET', '/', { host: 'evil.example' }, undefined, 421], ['health', 'GET', '/healthz', {}, undefined, 200], ['readiness', 'GET', '/readyz', {}, undefined, 200], ['options', 'OPTIONS', '/graphql', { origin: 'https://evil.example' }, undefined, 405],
  ] as const)('%s', async (_name, method, path, headers, body, status) => {
    const got = await send(method, path, headers, body)
    expect(got.status).toBe(status)
    expect(got.headers).toMatchObject(SECURITY_HEADERS)
    expect(got.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(got.headers['access-control-allow-origin']).toBeUndefined()
    expect(got.headers['x-powered-by'] ?? got.headers['server']).toBeUndefined()
  })

  it.each(['NOT HTTP\r\n\r\n', 'GET / HTTP/1.1\r\n\r\n', 'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'])('bytes that are no request: %j', async (bytes) => {
    const { text } = await raw(bytes)
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d /)
    if (!bytes.startsWith('GET / HTTP/1.1\r\n\r\n')) expect(text).toContain(`content-security-policy: ${CONTENT_SECURITY_POLICY}`)
  })

  it('allows no script but our own files, and no page around ours', () => {
    const rules = new Map(CONTENT_SECURITY_POLICY.split('; ').map((rule) => { const [name = '', ...values] = rule.split(' '); return [name, values.join(' ')] }))
    expect(Object.fromEntries(rules)).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'worker-src': "'self'", 'connect-src': "'self'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" })
  })
})

describe('questions are posted as JSON by programs and our own pages', () => {
  it.each([
    ['text/plain', 415], ['application/x-www-form-urlencoded', 415], ['multipart/form-data; boundary=x', 415], ['application/graphql', 415], ['application/json; charset=utf-16', 415], ['', 415], ['application/json; charset=utf-8', 200],
  ])('media type %j: %d', async (type, status) => expect((await send('POST', '/graphql', { 'content-type': type }, ABOUT)).status).toBe(status))

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }, 403], ['the null origin', { origin: 'null' }, 403], ['a cross-site request', { 'sec-fetch-site': 'cross-site' }, 403], ['a neighbour site', { 'sec-fetch-site': 'same-site' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('%s', async (_name, headers, status) => {
    const got = await send('POST', '/graphql', { ...JSON_POST, ...headers }, ABOUT)
    expect(got.status).toBe(status)
    expect(got.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each([
    ['a link on a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 404],
    ['a picture of a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 403], ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    ['a request of its script', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403], ['our own page', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }, 404], ['a program', {}, 404],
  ] as const)('a file of an answer for %s', async (_name, headers, status) => expect((await send('GET', '/export/ownership.csv?of=org:zz/nobody&direction=UP', { ...headers })).status).toBe(status))

  it('our own origin is allowed', async () => expect((await send('POST', '/graphql', { ...JSON_POST, origin: server.url }, ABOUT)).status).toBe(200))
  it('a question in the address is refused', async () => expect((await send('GET', '/graphql?query=%7Babout%7Bversion%7D%7D')).status).toBe(405))
  it.each(['TRACE', 'PUT', 'PATCH', 'PROPFIND'])('%s is refused', async (method) => expect((await send(method, '/graphql')).status).toBe(405))
  it('another method in a header is refused', async () => expect((await send('POST', '/graphql', { ...JSON_POST, 'x-http-method-override': 'DELETE' }, ABOUT)).status).toBe(405))
  it('a compressed body is refused', async () => expect((await send('POST', '/graphql', { ...JSON_POST, 'content-encoding': 'gzip' }, ABOUT)).status).toBe(415))
  it('there is no page for trying queries', async () => expect((await send('GET', '/graphql', { accept: 'text/html' })).body.toString()).not.toContain('<'))
})

describe('the name asked for', () => {
  it.each([['localhost:4000', 200], ['127.0.0.1', 200], ['[::1]:4000', 200], ['evil.example', 421], ['127.0.0.1.evil.example', 421], ['localhost.evil.example:4000', 421], ['10.0.0.1', 421]])('%s: %d', async (host, status) => {
    expect((await send('GET', '/healthz', { host })).status).toBe(status)
  })
  it('refuses two names at once', async () => expect((await raw('GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).text).toMatch(/^HTTP\/1\.1 400 /))
  it('refuses an address of another server in the request line', async () => expect((await raw('GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).text).toMatch(/^HTTP\/1\.1 400 /))
})

describe('sizes', () => {
  it('a body of 100 kB is read, one byte more is not', async () => {
    const filled = (length: number) => ABOUT.replace('}"}', `}"${' '.repeat(length - ABOUT.length)}}`)
    expect((await send('POST', '/graphql', JSON_POST, filled(100_000))).status).toBe(200)
    expect((await send('POST', '/graphql', JSON_POST, filled(100_001))).status).toBe(413)
  })

  it('a length that says too much is refused before the body', async () => {
    const { text, ms } = await raw('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n{')
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(ms).toBeLessThan(3_000)
  })

  it('asking before sending: 100-continue is answered with the refusal', async () => {
    const { text } = await raw('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\nExpect: 100-continue\r\n\r\n')
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('a body without end is cut at the limit', async () => {
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`
    const before = process.memoryUsage().rss
    const { text } = await raw(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(7)}`, { drip: chunk })
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
  })

  it('headers of 20 kB are refused', async () => expect((await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).text).toMatch(/^HTTP\/1\.1 431 /))
  it('text that is not UTF-8 is refused', async () => {
    const { text } = await raw('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n\u00ff')
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('slow senders', () => {
  it('headers that do not arrive within 5 seconds end the connection, and others are answered meanwhile', async () => {
    const slow = raw('GET / HTTP/1.1\r\nHost: localhost\r\n', { drip: 'X: y\r\n' })
    const idle = raw('')
    expect((await server.ask('{ about { version } }')).status).toBe(200)
    const { text, ms } = await slow
    expect(text).toMatch(/^HTTP\/1\.1 408 /)
    expect(ms).toBeLessThan(9_000)
    expect((await idle).ms).toBeLessThan(9_000)
  }, 20_000)
})

describe('files', () => {
  it('hashed files are kept for a year and compressed, the page is asked for again each time', async () => {
    const script = await send('GET', '/assets/app-Ab3dEf9h.js', { 'accept-encoding': 'gzip, br' })
    expect(script.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip', 'content-type': 'text/javascript; charset=utf-8' })
    expect(gunzipSync(script.body).toString()).toContain('atlas atlas')
    const page = await send('GET', '/')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect((await send('GET', '/', { 'if-none-match': String(page.headers.etag) })).status).toBe(304)
  })

  it('answers of the API are never kept', async () => expect((await send('POST', '/graphql', JSON_POST, ABOUT)).headers['cache-control']).toBe('no-store'))
  it('an address inside the app gets its page, ids with a colon and an escaped slash included', async () => {
    for (const path of ['/place/unlocode:NLRTM', '/organisation/org%3Anl%2Fapm-terminals', '/two?here=a&there=b']) expect((await send('GET', path)).body.toString()).toContain('Mirrorpoint')
  })
  it('HEAD has the headers and no body', async () => {
    const got = await send('HEAD', '/')
    expect([got.status, got.body.length, Number(got.headers['content-length'])]).toEqual([200, 0, 41])
  })
  it('nothing is posted to files', async () => expect((await send('POST', '/', JSON_POST, '{}')).status).toBe(405))

  it.each([
    '/../secret-beside-the-folder.txt', '/%2e%2e/secret-beside-the-folder.txt', '/..%2fsecret-beside-the-folder.txt', '/%252e%252e%252fsecret-beside-the-folder.txt', '/..\\secret-beside-the-folder.txt', '/..%5csecret-beside-the-folder.txt',
    '/assets/../../secret-beside-the-folder.txt', '/assets/%2e%2e/%2e%2e/secret-beside-the-folder.txt', '/index.html%00.js', '/place/%00', '/%c0%ae%c0%ae/etc/passwd', '/.env', '/.git/config', '/place/../../etc/passwd', '/etc/passwd%0d%0aX-Injected:%201', '//evil.example/..', '//evil.example/place', '/%2fevil.example/place', '/assets/',
  ])('%s is nowhere', async (path) => {
    const got = await send('GET', path, { accept: 'text/html' })
    expect(got.status).toBe(404)
    expect(got.body.toString()).toBe('Nothing is here.\n')
    expect(got.headers['x-injected']).toBeUndefined()
  })
})

describe('the log', () => {
  it('has one line of JSON for each event, and neither paths, terms, names nor addresses of readers', async () => {
    await send('GET', '/place/canary-path?term=canary-query%0a%1b[31m', { cookie: 'canary=cookie', 'user-agent': 'canary-agent', 'x-forwarded-for': '203.0.113.77' })
    await server.ask('query CanaryOperation { search(text: "canary term\\n{\\"level\\":60}") { totalCount } }')
    const events = server.log.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(events.at(-1)).toMatchObject({ event: 'request', route: 'graphql', method: 'POST', status: 200 })
    expect(server.log.every((line) => line.endsWith('\n') && !/[\0-\x09\x0b-\x1f\x7f]/.test(line) && line.indexOf('\n') === line.length - 1)).toBe(true)
    expect(server.log.join('')).not.toMatch(/canary|203\.0\.113|127\.0\.0\.1/i)
  })
})

describe('while developing', () => {
  it('the schema can be read and suggestions are made, on this machine alone', async () => {
    const dev = await startSmallWorld({ environment: { MIRRORPOINT_DEV: '1' } })
    try {
      expect((await dev.ask('{ __schema { queryType { name } } }')).body.data).toEqual({ __schema: { queryType: { name: 'Query' } } })
      expect((await dev.ask('{ plce(id: "x") { id } }')).body.errors?.[0]?.message).toContain('Did you mean')
    } finally {
      await dev.stop()
    }
  })
})
