import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

let server: TestServer
beforeAll(async () => { server = await startSmallWorld() })
afterAll(() => server.stop())

interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
/** A request exactly as written: no library cleans the path. */
const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Got> => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(server.url)
  const outgoing = request({ hostname, port, method, path, headers, agent: false }, (incoming) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: Buffer.concat(chunks).toString() })).on('error', reject)
  })
  outgoing.on('error', reject)
  outgoing.end(body)
})

const OWNERSHIP = '/export/ownership.csv?of=org:nl/terminal'
const SHARED = '/export/shared.csv?here=unlocode:NLRTM&there=unlocode:USLAX'
const FLOWS = '/export/whatif.csv?organisation=org:dk/holding'
type Case = readonly [path: string, status: number, says: string]
const NO_FILE = 'There is /export/<question>.csv and .json for'
const NOT_TEXT = 'has to be UTF-8'

const CASES: readonly Case[] = [
  ...['/export/', '/export/.csv', '/export/ownership', '/export/ownership.CSV?of=a', '/export/ownership.xml?of=a', '/export/ownership.json.csv?of=a', '/export/ownership.csv/', '/export//ownership.csv', '/export/ownership.csv%00', '/export/ownership.csv%20?of=a', '/export/ownership%2ecsv?of=a', '/export/./ownership.csv', '/export/ownership.csv;x=1?of=a',
    '/export/..%2f..%2fetc%2fpasswd.csv', '/export/../../etc/passwd', '/export/%252e%252e/x.csv', '/export/about.csv', '/export/search.csv?text=quay', '/export/constructor.csv', '/export/toString.json', '/export/%0d%0aX-Injected:1.csv'].map((path): Case => [path, 404, NO_FILE]),
  ...([
    ['first=0', 'first is a number of rows from 1 to 100'], ['first=', 'first is a number'], ['first', 'first is a number'], ['first=1e2', 'first is a number'], ['first=-0', 'first is a number'], ['asOf=', 'as-of is a day'], ['asOf=2026-02-30', 'as-of is a day'], ['asOf=0000-00-00', 'as-of is a day'], ['asOf=9999-99-99', 'as-of is a day'], ['asOf=1850-01-01', 'asOf cannot be used: 1850-01-01 is out of range'],
    ['grades=', 'grades knows register'], ['grades=gold', 'grades knows register'], ['grades=INFERRED', 'leave out the grade inferred'], ['open=maybe', 'open is true or false'], ['open', 'open is true or false'], ['open=true&open=true', 'open is given twice'], ['asOf=2024-01-01&as-of=2025-01-01', 'as-of is given twice'],
    ['json=1', '“json” is no parameter'], ['csv', '“csv” is no parameter'], ['help=1', '“help” is no parameter'], ['=x', '“” is no parameter'], ['%00=x', 'is no parameter'], ['__proto__=x', '“__proto__” is no parameter'], ['constructor=1', '“constructor” is no parameter'], ['of[]=a', '“of[]” is no parameter'], ['subject=x', '“subject” is no parameter'],
    ['direction=sideways', 'direction is up or down'], ['direction=', 'direction is up or down'], ['minShare=7', 'minShare cannot be used'], ['threshold=NaN', 'threshold is a number'], ['source=', 'source cannot be used: empty'], ['collapse=no', 'collapse is true or false'], ['organisation=x', 'ownership takes no organisation'], ['languages=true', 'ownership takes no languages'],
    ['asOf=%ff%fe', NOT_TEXT], ['asOf=%', NOT_TEXT], ['asOf=%E0%A4%A', NOT_TEXT], ['asOf=%ed%a0%80', NOT_TEXT],
  ] as const).map(([query, says]): Case => [`${OWNERSHIP}&${query}`, 400, says]),
  ['/export/ownership.csv', 400, 'of is missing'], ['/export/ownership.csv?of=', 400, 'of is missing'], ['/export/ownership.csv?OF=a', 400, 'of is missing'], ['/export/ownership.csv?of=a&of=b', 400, 'of is given twice'], [`/export/ownership.csv?of=${'x'.repeat(8_000)}`, 400, 'too long'], [`/export/ownership.csv?${'a=1&'.repeat(3_000)}`, 400, 'a is given twice'],
  ...['%20', 'a%00b', '__proto__', '../../etc/passwd', 'a%0d%0aSet-Cookie:%20x=1', '%E2%80%AEMTRLN', '--json', 'org:nl/nobody'].map((id): Case => [`/export/ownership.csv?of=${id}`, 404, 'of: no organisation or site with the id']),
  [`${SHARED}&weights=`, 400, 'weights is written as'], [`${SHARED}&weights=port%3D-1`, 400, 'the weight of port is -1'], [`${SHARED}&domain=bank`, 400, 'domain knows port'], [`${SHARED}&list=all`, 400, 'list is controllers'], [`${SHARED}&beta=9`, 400, 'beta cannot be used'], [`${SHARED}&after=x`, 400, 'shared takes no after'],
  ['/export/shared.csv?here=unlocode:NLRTM', 400, 'there is missing'], ['/export/shared.csv?here=unlocode:NLRTM&there=unlocode:NLRTM', 400, 'is both here and there'], ['/export/shared.csv?here=org:nl/terminal&there=unlocode:USLAX', 400, 'is an organisation'],
  [FLOWS, 400, 'remove cannot be used'], [`${FLOWS}&remove=org-site:hospital`, 403, 'Not shown: essential services'], [`${FLOWS}&remove=nobody`, 404, 'remove: no organisation or site'], [`${FLOWS}&place=unlocode:NLRTM&remove=x`, 400, 'Give organisation or place, not both'], ['/export/choke.csv?subject=unlocode:NLRTM&place=unlocode:USLAX', 400, 'Give subject or place, not both'],
  ['/export/choke.csv?place=org:dk/holding', 400, 'place is not of that kind'], ['/export/choke.csv?organisation=unlocode:NLRTM', 400, 'organisation is not of that kind'], ['/export/choke.csv', 400, 'subject is missing'], ['/export/changes.csv?from=2020&to=2021', 400, 'FROM is a day'], ['/export/changes.csv?from=2021-01-01&to=2020-01-01', 400, 'to cannot be used'],
  ['/export/mirror.csv?organisation=org:dk/holding&here=unlocode:NLRTM&there=unlocode:USLAX&first=1', 400, 'mirror takes no first'], ['/export/matching.csv', 400, 'places is missing'], ['/export/matching.csv?places=unlocode:NLRTM', 400, 'matching takes PLACE PLACE'], ['/export/matching.csv?places=unlocode:NLRTM,,', 400, 'places cannot be used: empty'], ['/export/matching.csv?places=unlocode:NLRTM,nobody', 404, 'places: no place with the id nobody'], ['/export/matching.csv?places=unlocode:NLRTM&place=unlocode:USLAX', 400, 'matching takes'],
  ['/export/twins.csv?place=unlocode:NLRTM&languages=', 400, 'languages is true or false'], ['/export/twins.csv?place=unlocode:NLRTM&timeZones=moon', 400, 'time-zones is overlap or relay'], ['/export/twins.csv?place=unlocode:NLRTM&fit=x', 400, '“fit” is no parameter'],
]

describe('what is no file is refused: a status, a sentence, no attachment', () => {
  it.each(CASES.map((one) => [one[0].slice(0, 120), one] as const))('%s', async (_path, [path, status, says]) => {
    const got = await send('GET', path)
    expect([got.status, got.headers['content-type'], got.headers['content-disposition']]).toEqual([status, 'text/plain; charset=utf-8', undefined])
    expect(got.text).toContain(says)
    expect(got.text).not.toMatch(/\n\s+at |node_modules|\[object|native code|undefined/)
    expect([got.headers['x-injected'], got.headers['set-cookie']]).toEqual([undefined, undefined])
  })

  it.each([['POST', 'GET, HEAD'], ['OPTIONS', 'GET, HEAD, POST'], ['PUT', 'GET, HEAD, POST'], ['DELETE', 'GET, HEAD, POST'], ['PATCH', 'GET, HEAD, POST'], ['TRACE', 'GET, HEAD, POST'], ['PROPFIND', 'GET, HEAD, POST']])('%s is not served', async (method, allow) => {
    const got = await send(method, OWNERSHIP)
    expect([got.status, got.headers.allow]).toEqual([405, allow])
  })

  it('HEAD says of a refusal what GET says, without its text', async () => {
    const got = await send('HEAD', '/export/ownership.csv?of=org:nl/nobody')
    expect([got.status, got.text]).toEqual([404, ''])
  })

  it.each([{ 'content-type': 'application/x-www-form-urlencoded' }, { accept: 'image/png' }, { 'accept-encoding': 'br' }, { range: 'bytes=0-10' }, { 'if-none-match': '*' }])('headers that ask for something else change nothing: %j', async (headers) => {
    const got = await send('GET', OWNERSHIP, headers as Record<string, string>)
    expect([got.status, got.headers['content-type'], got.text.startsWith('\uFEFF"# Mirrorpoint, ownership')]).toEqual([200, 'text/csv; charset=utf-8; header=present', true])
  })

  it('nothing of it is a fault in the log', () => expect(server.log.filter((line) => line.includes('"bug"'))).toEqual([]))
})

describe('what a file says it was asked', () => {
  it('has weights and wishes in words', async () => {
    expect((await send('GET', `${SHARED}&weights=port%3D2,housing%3D1`)).text).toContain('weights PORT 2 and HOUSING 1')
    expect((await send('GET', '/export/twins.csv?place=unlocode:NLRTM&languages=true')).text).toContain('fit true')
  })
})
