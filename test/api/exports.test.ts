import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import fc from 'fast-check'
import papaparse from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellText, csvCell } from '#api/exports/csv-cell.ts'
import { EXPORTED } from '#api/exports/export-request.ts'
import { PROVENANCE } from '#api/exports/export-rows.ts'
import { licenceNotice, licenceTerms } from '#api/exports/licence-terms.ts'
import { SECURITY_HEADERS } from '#api/http/security-headers.ts'
import type { NodeValue, SourceNode, Statement } from '#model/model.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer , SMALL_WORLD} from './small-world.ts'

interface Got { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
const get = ({ url }: TestServer, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(url)
  const outgoing = request({ hostname, port, method, path, headers, agent: false }, (incoming) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks).toString() })).on('error', reject)
  })
  outgoing.on('error', reject)
  outgoing.end()
})

interface Table { readonly comments: readonly string[]; readonly rows: readonly Record<string, string>[] }
/** A second reader of RFC 4180: comment lines first, then the header. */
function tableOf(csv: string): Table {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const { data, errors } = papaparse.parse<string[]>(csv.slice(1).trimEnd(), { header: false })
  expect(errors).toEqual([])
  const at = data.findIndex(([first]) => first?.startsWith('#') === false)
  const header = data[at]!
  expect(new Set(header).size).toBe(header.length)
  for (const line of data) expect(line).toHaveLength(header.length)
  return { comments: data.slice(0, at).map(([line]) => line!), rows: data.slice(at + 1).map((line) => Object.fromEntries(line.map((cell, column) => [header[column]!, cell]))) }
}

const SOURCES: readonly SourceNode[] = [
  { label: 'Source', id: 'src:odbl', name: 'Open list', kind: 'dataset', publisher: 'Mappers', url: 'https://example.org/open', licence: 'ODbL 1.0', retrievedOn: '2026-05-01' },
  { label: 'Source', id: 'src:nc', name: 'Study', kind: 'ngo report', publisher: 'Researchers', url: 'https://example.org/study', licence: 'CC BY-NC 4.0', retrievedOn: '2026-04-01' },
  { label: 'Source', id: 'src:none', name: 'Filing', kind: 'stock-exchange notice', publisher: 'Exchange', url: 'https://example.org/filing', retrievedOn: '2026-06-01' },
]
const GRADE_OF = { 'src:odbl': 'reported', 'src:nc': 'reported', 'src:none': 'document' } as const
type SourceId = keyof typeof GRADE_OF
const sources = Object.keys(GRADE_OF) as SourceId[]
const company = (id: string, name = id): NodeValue => ({ label: 'Organisation', id, name, nameKey: id, kind: 'company' })
const owns = (from: string, to: string, share: number, sourceId: SourceId, more: Partial<Statement> = {}): Statement => ({
  type: 'OWNS', from, to, interest: 'shareholding', share: { min: share, max: share }, sourceId, grade: GRADE_OF[sourceId], status: 'in force', retrievedOn: SOURCES.find(({ id }) => id === sourceId)!.retrievedOn, ...more,
}) as Statement // the fields of one type, put together

/** 100 holders of one company, each held by four: 500 stakes; and one that is disputed. */
const holders = Array.from({ length: 100 }, (_, at) => `org:zz/h${at}`)
const WIDE_WORLD = {
  nodes: [
    ...SOURCES, company('org:zz/target', '=HYPERLINK("https://evil.example","Target")'), company('org:zz/disputed', '@SUM(1+1)'),
    ...holders.flatMap((id) => [company(id), ...[0, 1, 2, 3].map((owner) => company(`${id}-o${owner}`))]),
  ],
  statements: [
    owns('org:zz/disputed', 'org:zz/target', 0.3, 'src:none', { status: 'disputed' }),
    ...holders.flatMap((id, at) => [owns(id, 'org:zz/target', 0.009, sources[at % 3]!), ...[0, 1, 2, 3].map((owner) => owns(`${id}-o${owner}`, id, 0.2, sources[(at + owner) % 3]!))]),
  ],
} satisfies typeof SMALL_WORLD

let wide: TestServer
let small: TestServer
beforeAll(async () => { [wide, small] = await Promise.all([startSmallWorld({ world: WIDE_WORLD, environment: { MIRRORPOINT_ANSWER_MS: '20000' } }), startSmallWorld()]) })
afterAll(async () => { await Promise.all([wide.stop(), small.stop()]) })

describe('an answer of 500 edges as a file', () => {
  const path = (format: string, more = '') => `/export/ownership.${format}?of=org:zz/target&direction=up${more}`
  it('as CSV: every row has source, address, grade, day, licence, dispute and version of the data', async () => {
    const { status, headers, body } = await get(wide, path('csv'))
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
    const { comments, rows } = tableOf(body)
    const statements = rows.filter(({ row }) => row === 'statement')
    const items = rows.filter(({ row }) => row === 'item')
    expect([items.length, statements.length]).toEqual([100, 501])
    for (const row of rows) {
      for (const column of PROVENANCE) expect(row[column], `${column} of ${JSON.stringify(row)}`).not.toBe('')
      expect(row['source_url']).toMatch(/^https:\/\/example\.org\//)
      expect(row['retrieved_on']).toMatch(/^2026-0[456]-01$/)
    }
    expect(new Set(rows.map((row) => row['data_version'])).size).toBe(1)
    expect(statements.filter(({ disputed }) => disputed === 'true').map((row) => [row['statement_from_id'], row['status'], row['items']])).toEqual([['org:zz/disputed', 'DISPUTED', '']])
    expect(statements.filter(({ source_id }) => source_id === 'src:none').every(({ grade, licence }) => grade === 'DOCUMENT' && licence === 'not stated')).toBe(true)
    expect(comments.some((line) => line.startsWith('# 100 of 500 items, 501 statements.'))).toBe(true)
    expect(comments.find((line) => line.startsWith('# Share-alike: rows under ODbL 1.0.'))).toBeDefined()
    expect(comments.find((line) => line.startsWith('# Non-commercial: rows under CC BY-NC 4.0'))).toBeDefined()
  })

  it('as JSON: the same rows, shares as fractions, the notice in a field', async () => {
    const { status, body, headers } = await get(wide, path('json'))
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    const file = JSON.parse(body) as { notice: string[]; totalCount: number; basis: { dataVersion: string }; items: Record<string, unknown>[]; statements: Record<string, unknown>[] }
    expect([file.items.length, file.statements.length, file.totalCount]).toEqual([100, 501, 500])
    for (const row of [...file.items, ...file.statements]) for (const column of PROVENANCE) expect(row[column]).not.toBeUndefined()
    expect(file.notice.some((line) => line.includes('ODbL'))).toBe(true)
    expect(file.items[0]).toMatchObject({ integrated_low: 0.009, data_version: file.basis.dataVersion })
  })

  it('shares are percent in CSV, the item has the weakest grade and the oldest day of its statements', async () => {
    const { rows } = tableOf((await get(wide, path('csv'))).body)
    const first = rows.find(({ row }) => row === 'item')
    expect(first).toMatchObject({ integrated_low_percent: '0.9', integrated_high_percent: '0.9' })
    const ultimate = rows.find((row) => row['row'] === 'item' && row['item'] === first!['item'])!
    expect(['REPORTED', 'DOCUMENT']).toContain(ultimate['grade'])
  })

  it('an open file leaves out what rests on non-commercial sources, and says how much', async () => {
    const { rows, comments } = tableOf((await get(wide, path('csv', '&open=true'))).body)
    expect(rows.some(({ licence }) => licence!.includes('NC'))).toBe(false)
    expect(rows.filter(({ row }) => row === 'statement').length).toBeLessThan(400)
    expect(comments.find((line) => line.startsWith('# Left out as not open: '))).toMatch(/items and 1\d\d statements/)
  })

  it('no cell is a formula, and what was neutralised can be read back', async () => {
    const { rows } = tableOf((await get(wide, path('csv'))).body)
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]/)
    expect(cellText(rows.find((row) => row['statement_to_id'] === 'org:zz/target')!['statement_to']!)).toBe('=HYPERLINK("https://evil.example","Target")')
  })
})

/** Questions whose answer in the small world may have no rows. */
const EXAMPLES: Readonly<Record<string, string>> = {
  choke: 'organisation=org:dk/holding', whatif: 'organisation=org:dk/holding&remove=smdg:NLRTM/QW', twins: 'place=unlocode:NLRTM', matching: 'places=unlocode:NLRTM,unlocode:USLAX', whynot: 'organisation=org:dk/holding&here=unlocode:NLRTM&there=unlocode:USLAX',
  ownmoney: 'place=unlocode:NLRTM&source=src:register',
}

describe('every exported question', () => {
  it.each([
    ['shared', 'here=unlocode:NLRTM&there=unlocode:USLAX'], ['mirror', 'organisation=org:dk/holding&here=unlocode:NLRTM&there=unlocode:USLAX'], ['ownership', 'of=org:nl/terminal'],
    ['paths', 'from=org:dk/holding&to=smdg:USLAX/P1'], ['timeline', 'organisation=org:dk/holding&target=smdg:USLAX/P1'], ['changes', 'from=2020-01-01&to=2026-01-01'],
  ])('%s gives its members and, where it has them, the statements behind', async (question, query) => {
    const { status, headers, body } = await get(small, `/export/${question}.csv?${query}`)
    expect([status, body.slice(0, 400)]).toEqual([200, body.slice(0, 400)])
    const { rows } = tableOf(body)
    expect(rows.filter(({ row }) => row === 'item').length).toBeGreaterThan(0)
    for (const row of rows) expect(row['data_version']).not.toBe('')
    for (const row of rows.filter(({ row: kind }) => kind === 'statement')) expect([row['source_id'], row['statement_sentence'], row['retrieved_on']]).not.toContain('')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="mirrorpoint-[A-Za-z0-9-]+\.csv"; filename\*=UTF-8''mirrorpoint-[A-Za-z0-9-]+\.csv$/)
    const json = JSON.parse((await get(small, `/export/${question}.json?${query}`)).body) as { items: unknown[] }
    expect(json.items).toHaveLength(rows.filter(({ row }) => row === 'item').length)
  })

  it('is one there is an example of here', () => expect([...EXPORTED].sort()).toEqual([...Object.keys(EXAMPLES), 'shared', 'mirror', 'ownership', 'paths', 'timeline', 'changes'].sort()))
  it.each(Object.entries(EXAMPLES))('%s is a file, or refused in words', async (question, query) => {
    const { status, body, headers } = await get(small, `/export/${question}.csv?${query}`)
    expect([200, 400, 403, 404]).toContain(status)
    if (status === 200) for (const row of tableOf(body).rows) expect(row['data_version']).not.toBe('')
    else expect([headers['content-type'], body.length > 20]).toEqual(['text/plain; charset=utf-8', true])
  })

  it('takes dates, grades and readings as the question does', async () => {
    const { rows, comments } = tableOf((await get(small, '/export/ownership.csv?of=org:nl/terminal&asOf=2024-06-30&grades=register&reading=latest')).body)
    expect(comments[1]).toMatch(/^# As of 2024-06-30, grades register, data version/)
    expect(rows.every(({ grade }) => grade === 'REGISTER')).toBe(true)
  })
})

describe('an export over HTTP', () => {
  it.each([
    ['nothing that is exported', '/export/sources.csv', 404], ['another extension', '/export/ownership.xml?of=org:nl/terminal', 404], ['a step upwards', '/export/../package.json', 404], ['an escaped step upwards', '/export/%2e%2e/package.json', 404],
    ['a doubly escaped one', '/export/%252e%252e%252fpackage.csv', 404], ['a backslash', '/export/..\\package.csv', 404], ['a name of an object', '/export/__proto__.csv', 404], ['capitals', '/export/OWNERSHIP.csv?of=org:nl/terminal', 404],
    ['a missing argument', '/export/ownership.csv', 400], ['an unknown argument', '/export/ownership.csv?of=org:nl/terminal&colour=red', 400], ['an argument twice', '/export/ownership.csv?of=a&of=b', 400],
    ['an option for an argument', '/export/ownership.csv?of=--json', 404], ['an unknown organisation', '/export/ownership.csv?of=org:nl/nobody', 404], ['a date that is none', '/export/ownership.csv?of=org:nl/terminal&asOf=2026-02-30', 400],
    ['dates in the wrong order', '/export/changes.csv?from=2026-01-01&to=2020-01-01', 400], ['too many rows', '/export/paths.csv?from=org:dk/holding&to=smdg:USLAX/P1&first=101', 400], ['what our matcher made up', '/export/ownership.csv?of=org:nl/terminal&grades=inferred', 400],
  ])('%s is refused in words', async (_what, path, status) => {
    const got = await get(small, path)
    expect(got.status).toBe(status)
    expect(got.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(got.body.length).toBeGreaterThan(10)
    expect(got.body).not.toContain('at file:')
    expect(got.headers).toMatchObject(SECURITY_HEADERS)
  })

  it('carries the headers of every answer, for HEAD without a body, and is not posted to', async () => {
    const got = await get(small, '/export/ownership.csv?of=org:nl/terminal', {}, 'HEAD')
    expect([got.status, got.body, Number(got.headers['content-length']) > 500]).toEqual([200, '', true])
    expect(got.headers).toMatchObject({ ...SECURITY_HEADERS, 'cache-control': 'no-store' })
    expect((await get(small, '/export/ownership.csv?of=org:nl/terminal', {}, 'POST')).status).toBe(405)
  })

  it('a page of another site learns nothing from it and changes nothing', async () => {
    const before = await small.ask('{ about { dataVersion counts { name count } } }')
    const got = await get(small, '/export/ownership.csv?of=org:nl/terminal', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
    expect([got.headers['access-control-allow-origin'], got.headers['cross-origin-resource-policy'], got.headers['set-cookie']]).toEqual([undefined, 'same-origin', undefined])
    expect(await small.ask('{ about { dataVersion counts { name count } } }')).toEqual(before)
  })

  it('leaves neither path nor terms in the log', () => {
    expect(small.log.some((line) => line.includes('"route":"export"'))).toBe(true)
    expect(small.log.filter((line) => line.includes('terminal') || line.includes('evil'))).toEqual([])
  })
})

describe('cells', () => {
  it.each(['=1+1', '+1', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '\0=1', ' =1', '\uFEFF=1', '\u00A0=1', '＝1', '＋1', '－1', '＠x', '\u200B=1', "'=1", '=HYPERLINK("x")', '-1+1|cmd'])('%j is text and comes back', (text) => {
    const cell = csvCell(text)
    expect(String(cell)).toMatch(/^'/)
    expect(cellText(String(cell))).toBe(text)
  })
  it.each(['-5', '-5.25', '0', '12', '1e-7', '-1.5E10'])('%s stays a number', (text) => expect(csvCell(text)).toBe(text))
  it('numbers, truth and nothing', () => expect([csvCell(-0.5), csvCell(true), csvCell(undefined), csvCell('A.P. Møller'), csvCell("'quoted'")]).toEqual([-0.5, 'true', '', 'A.P. Møller', "'quoted'"]))

  it('any text comes back through a table and no cell can start a formula', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r\n', '\n', '\t', '\0', ' ', '＝', '\uFEFF', 'x', '5'))
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 6 }), (texts) => {
      const [line] = papaparse.parse<string[]>(papaparse.unparse([['x', ...texts.map(csvCell)]], { newline: '\r\n' }), { newline: '\r\n' }).data
      expect(line!.slice(1).map(cellText)).toEqual(texts)
      for (const cell of line!.slice(1)) expect(/^\s*[=+@＝＋－＠]/.test(cell) || (/^\s*-/.test(cell) && Number.isNaN(Number(cell)))).toBe(false)
    }), { numRuns: 500, seed: 11 })
  })
})

describe('licences', () => {
  it.each([
    ['ODbL 1.0 (derived from OpenStreetMap); repository BSD-2-Clause', true, false], ['CC BY-NC-SA 4.0', true, true], ['CC BY-NC 4.0', false, true], ['CC BY 4.0', false, false], ['Non-commercial use only', false, true], ['MIT; public domain', false, false],
  ])('%s: share-alike %s, non-commercial %s', (licence, shareAlike, nonCommercial) => expect(licenceTerms(licence)).toEqual({ shareAlike, nonCommercial, stated: true }))
  it('a source that states none is said to', () => expect(licenceNotice([undefined, 'MIT'])).toEqual(['Other licences: MIT.', 'Some sources state no licence: their rows are single facts, cited; ask the publisher before you republish many of them.']))
})
