import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { clientNetwork } from '#api/http/client-network.ts'
import { rateLimit } from '#api/http/rate-limit.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

describe('so many in a period, evenly filled up again', () => {
  const MINUTE = 60_000
  it('answers sixty at once, then one each second; refused ones cost nothing', () => {
    let at = 1_000_000
    const limit = rateLimit({ count: 60, periodMs: MINUTE, now: () => at })
    expect(Array.from({ length: 60 }, () => limit('a'))).toEqual(Array<number>(60).fill(0))
    expect([limit('a'), limit('a'), limit('b')]).toEqual([1, 1, 0])
    at += 999
    expect(limit('a')).toBe(1)
    at += 1
    expect([limit('a'), limit('a')]).toEqual([0, 1])
    at += MINUTE
    expect(Array.from({ length: 61 }, () => limit('a'))).toEqual([...Array<number>(60).fill(0), 1])
  })

  it('says how long to wait: six in an hour are one in ten minutes', () => {
    const limit = rateLimit({ count: 6, periodMs: 60 * MINUTE, now: () => 0 })
    for (let one = 0; one < 6; one++) limit('a')
    expect(limit('a')).toBe(600)
  })

  it('0 is no limit', () => expect(Array.from({ length: 1_000 }, rateLimit({ count: 0, periodMs: MINUTE }).bind(undefined, 'a'))).toEqual(Array<number>(1_000).fill(0)))

  it('a hundred thousand networks are not all remembered, and the latest still are', () => {
    let at = 0
    const limit = rateLimit({ count: 1, periodMs: MINUTE, now: () => at })
    for (let network = 0; network < 100_000; network++) { at += 0.01; limit(`n${network}`) }
    expect([limit('n99999'), limit('n1')]).toEqual([60, 0])
  })
})

describe('who asks', () => {
  const from = (remoteAddress: string, headers: IncomingHttpHeaders = {}, proxies: readonly string[] = []) => clientNetwork(proxies)({ remoteAddress, headers: { host: 'localhost:4000', ...headers } })

  it.each([
    ['a program on this machine', '127.0.0.1', {}, undefined], ['the same over IPv6', '::1', { host: '[::1]:4000' }, undefined], ['the same as IPv4 in IPv6', '::ffff:127.0.0.1', {}, undefined],
    ['this machine under a public name: a proxy hands that on', '127.0.0.1', { host: 'atlas.example.org' }, '127.0.0.1'],
    ['this machine with the mark of a proxy', '127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'], ['… and another mark', '127.0.0.1', { forwarded: 'for=203.0.113.7' }, '127.0.0.1'],
    ['a reader', '203.0.113.7', {}, '203.0.113.7'], ['a reader who says to be another', '203.0.113.7', { 'x-forwarded-for': '198.51.100.1' }, '203.0.113.7'], ['a reader who says to be this machine', '203.0.113.7', { 'x-forwarded-for': '127.0.0.1' }, '203.0.113.7'],
    ['a reader over IPv6: the first 64 bits', '2001:db8:0:7:1:2:3:4', {}, '2001:db8:0:7'], ['its neighbour', '2001:0DB8::7:ffff:0:0:1', {}, '2001:db8:0:7'], ['an address with zones', 'fe80::1%eth0', {}, 'fe80:0:0:0'],
    ['a connection that is gone', '', {}, 'unknown'],
  ])('%s', (_name, address, headers, network) => expect(from(address, headers)).toBe(network))

  const PROXIES = ['127.0.0.1', '10.1.0.0/16', '2001:db8:ffff::/48']
  it.each([
    ['the reader a trusted proxy names', '10.1.2.3', '203.0.113.7', '203.0.113.7'], ['what the reader wrote before stands further left', '10.1.2.3', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['two proxies of ours in a row', '127.0.0.1', '198.51.100.1, 203.0.113.7, 10.1.9.9', '203.0.113.7'], ['IPv6, in brackets or not', '2001:db8:ffff::1', '[2001:db8:1:2::9]', '2001:db8:1:2'],
    ['nothing: the proxy itself', '10.1.2.3', undefined, '10.1.2.3'], ['no address: the proxy itself', '10.1.2.3', 'unknown, _hidden', '10.1.2.3'], ['an empty entry', '10.1.2.3', '203.0.113.7,', '10.1.2.3'],
    ['a proxy that is not trusted', '10.2.0.1', '203.0.113.7', '10.2.0.1'], ['one that writes the name of this machine is no program of it', '127.0.0.1', '127.0.0.2', '127.0.0.2'],
  ])('behind proxies: %s', (_name, address, forwarded, network) => expect(from(address, { ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) }, PROXIES)).toBe(network))
})

describe('over HTTP', () => {
  let server: TestServer | undefined
  afterEach(async () => { await server?.stop(); server = undefined })

  interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
  const send = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Got> => new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server?.url ?? '')
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(chunks).toString() })).on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
  const ask = (headers: Record<string, string> = {}) => send('POST', '/graphql', { 'content-type': 'application/json', ...headers }, '{"query":"{ about { version } }"}')
  const SHARED = '/export/shared.csv?here=unlocode:NLRTM&there=unlocode:USLAX'
  const PUBLIC = { host: 'atlas.example.org' }
  const statuses = (got: readonly Got[]) => got.map(({ status }) => status)
  const times = async <T>(count: number, act: () => Promise<T>): Promise<T[]> => {
    const all: T[] = []
    for (let one = 0; one < count; one++) all.push(await act())
    return all
  }

  it('whoever works on this machine is never counted', async () => {
    server = await startSmallWorld({ environment: { MIRRORPOINT_QUESTIONS_PER_MINUTE: '2', MIRRORPOINT_EXPORTS_PER_HOUR: '1' } })
    expect(statuses(await times(10, () => ask()))).toEqual(Array<number>(10).fill(200))
    expect(statuses(await times(3, () => send('GET', SHARED, {})))).toEqual([200, 200, 200])
  })

  it('one network has so many questions a minute; then it is told when to come back, whatever it forges', async () => {
    server = await startSmallWorld({ environment: { MIRRORPOINT_HOSTS: 'atlas.example.org', MIRRORPOINT_QUESTIONS_PER_MINUTE: '3' } })
    expect(statuses(await times(3, () => ask(PUBLIC)))).toEqual([200, 200, 200])
    const got = await ask({ ...PUBLIC, 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.10' })
    expect(got.status).toBe(429)
    expect(Number(got.headers['retry-after'])).toBe(20)
    expect(JSON.parse(got.text)).toEqual({ errors: [{ message: 'Too much was asked from your network. Try again in 20 seconds.', extensions: { code: 'TOO_OFTEN' } }] })
    expect(got.headers['content-security-policy']).toContain("default-src 'none'")
    expect(statuses([await ask(), await send('GET', '/healthz', PUBLIC)])).toEqual([200, 200])
    expect(server.log.join('')).not.toMatch(/203\.0\.113|127\.0\.0\.1/)
    expect(JSON.parse(server.log.find((line) => line.includes('429')) ?? '{}')).toMatchObject({ route: 'graphql', status: 429, code: 'TOO_OFTEN' })
  })

  it('a trusted proxy tells its readers apart, and a forged entry before its own helps nobody', async () => {
    server = await startSmallWorld({ environment: { MIRRORPOINT_HOSTS: 'atlas.example.org', MIRRORPOINT_PROXIES: '127.0.0.1', MIRRORPOINT_QUESTIONS_PER_MINUTE: '1' } })
    const reader = (forwarded: string) => ask({ ...PUBLIC, 'x-forwarded-for': forwarded })
    expect(statuses([await reader('203.0.113.1'), await reader('203.0.113.1'), await reader('198.51.100.7, 203.0.113.1'), await reader('203.0.113.2')])).toEqual([200, 429, 429, 200])
    expect(statuses([await reader('2001:db8::1'), await reader('2001:db8::2'), await reader('2001:db8:0:1::1')])).toEqual([200, 429, 200])
  })

  it('files of answers are counted by the hour; what names no file is not counted', async () => {
    server = await startSmallWorld({ environment: { MIRRORPOINT_HOSTS: 'atlas.example.org', MIRRORPOINT_EXPORTS_PER_HOUR: '2' } })
    expect(statuses([await send('GET', '/export/none.csv', PUBLIC), await send('GET', '/export/shared.csv?here=x', PUBLIC)])).toEqual([404, 400])
    const got = await times(3, () => send('GET', SHARED, PUBLIC))
    expect(statuses(got)).toEqual([200, 200, 429])
    expect([got[2]?.headers['retry-after'], got[2]?.headers['content-type'], got[2]?.text]).toEqual(['1800', 'text/plain; charset=utf-8', 'Too much was asked from your network. Try again in 1800 seconds.\n'])
    expect((await ask(PUBLIC)).status).toBe(200)
  })

  it('as it comes: 60 questions a minute and 6 files an hour for a network', async () => {
    server = await startSmallWorld({ environment: { MIRRORPOINT_HOSTS: 'atlas.example.org' } })
    expect(statuses(await times(61, () => ask(PUBLIC))).lastIndexOf(200)).toBeGreaterThanOrEqual(59)
    expect(statuses(await times(7, () => send('GET', SHARED, PUBLIC)))).toEqual([...Array<number>(6).fill(200), 429])
  })
})
