import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX } from '#api/limits/limits.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

const FOLDER = join(import.meta.dirname, '..', 'corpus', 'graphql')
let server: TestServer
beforeAll(async () => { server = await startSmallWorld() })
afterAll(() => server.stop())

/** Posts a body as it is. */
async function post(body: string) {
  const started = performance.now()
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const text = await response.text()
  return { status: response.status, answer: JSON.parse(text) as { errors?: { message: string; extensions?: { code?: string } }[] }, ms: performance.now() - started, text }
}

describe('a query that asks for too much', () => {
  const files = readdirSync(FOLDER).sort()
  it('is one of at least twelve shapes', () => expect(files.length).toBeGreaterThanOrEqual(12))

  it.each(files)('%s is refused with one code, and no resolver runs', async (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    const before = { ...server.counters }
    const { status, answer, text: sent } = await post(file.endsWith('.json') ? text : JSON.stringify({ query: text }))
    expect({ status, codes: answer.errors?.map(({ extensions }) => extensions?.code) }).toEqual({ status: 400, codes: ['TOO_COMPLEX'] })
    expect(sent.length).toBeLessThan(400)
    expect(server.counters).toEqual(before)
  })

  it('names the limit and where the limits are listed', async () => {
    const { answer } = await post(JSON.stringify({ query: readFileSync(join(FOLDER, 'depth.graphql'), 'utf8') }))
    expect(answer.errors?.[0]?.message).toBe(`This query asks for too much: 26 levels, at most ${MAX.depth}. The limits are listed by about { limits { name value doc } }.`)
  })

  it('leaves the server answering others', async () => {
    expect((await server.ask('{ about { version } }')).status).toBe(200)
    expect(server.counters.executed).toBeGreaterThan(0)
  })
})

describe('a query that cannot be read', () => {
  it.each([['{ place(', 'Syntax Error'], ['{ plce { id } }', 'Cannot query field "plce"'], ['', 'Syntax Error']])('%j is refused without a suggestion', async (query, message) => {
    const { status, body } = await server.ask(query)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain(message)
    expect(JSON.stringify(body)).not.toContain('Did you mean')
  })

  it('says what is wrong with a variable without suggesting names of the schema', async () => {
    const { status, body } = await server.ask('query ($d: Domain) { places(withData: $d) { totalCount } }', { d: 'PORTT' })
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain('Domain')
    expect(JSON.stringify(body)).not.toMatch(/Did you mean|DATA_CENTRE/)
  })

  it.each([['{ __schema { types { name } } }'], ['{ __type(name: "Place") { name } }']])('does not show its schema: %s', async (query) => {
    const { status, body } = await server.ask(query)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain('introspection')
  })

  it.each(['not json', '{"query":', '"text"', 'null', '{"query":"{ about { version } }","extra":1}', '{"query":1}', '{}', '{"query":null}', '{"extensions":{"persistedQuery":{"version":1}}}', '{"query":"secret'])('refuses the body %j', async (body) => {
    const { status, text } = await post(body)
    expect(status).toBe(400)
    expect(text).not.toMatch(/\bat \/|node_modules|\.ts:|SyntaxError|originalError|secret/)
  })
})

describe('strings that would be code elsewhere', () => {
  const STRINGS = [
    "' OR 1=1 //", '"}) MATCH (n) DETACH DELETE n //', '`) CALL db.labels() //', '\\u0027}) RETURN 1 //', 'LOAD CSV FROM "file:///etc/passwd" AS x RETURN x', '${7*7}', '{{constructor}}', '__proto__', 'constructor', '../../etc/passwd',
    '<script>alert(1)</script>', 'unlocode:NLRTM\u0000', '\u202Egnirts', 'a'.repeat(199), '%27%20OR%201=1', '$where', ')(uid=*', '\ud800',
  ]
  it.each(STRINGS)('%j is a text that names nothing', async (text) => {
    const { status, body } = await server.ask('query ($id: ID!, $text: String!) { node(id: $id) { id } place(id: $id) { id } nodes(ids: [$id]) { id } places(search: $text) { totalCount } search(text: $text) { totalCount } }', { id: text, text })
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    expect(body.data).toMatchObject({ node: null, place: null, nodes: [null] })
    const inside = await server.ask('query ($id: ID!) { places(withinId: $id) { totalCount } }', { id: text })
    expect([inside.status, inside.body.errors?.[0]?.extensions]).toMatchObject([400, { code: 'BAD_INPUT', field: 'withinId' }])
  })

  it('changes nothing on record', async () => {
    const { body } = await server.ask('{ about { counts { name count } } }')
    expect(body.data?.['about']).toEqual({ counts: expect.arrayContaining([{ name: 'Organisation', count: 5 }, { name: 'OWNS', count: 3 }]) })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
