import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_NAME, startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

let server: TestServer
beforeAll(async () => { server = await startSmallWorld() })
afterAll(() => server.stop())
const data = async (query: string, variables?: object) => {
  const { status, body } = await server.ask(query, variables)
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  return body.data
}

describe('records', () => {
  it('finds a node of every kind by its readable id', async () => {
    const ids = ['org:nl/terminal', 'brand:harbour-tea', 'smdg:NLRTM/QW', 'unlocode:NLRTM', 'src:register', 'imp:small-world', 'org:zz/none']
    expect(await data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } node(id: "unlocode:NLRTM") { name } }', { ids })).toEqual({
      nodes: [...['Organisation', 'Brand', 'Site', 'Place', 'Source', 'Import'].map((kind, i) => ({ __typename: kind, id: ids[i] })), null],
      node: { name: 'Rotterdam' },
    })
  })

  it('is null for a place that is unknown or no place', async () => {
    expect(await data('{ none: place(id: "unlocode:ZZZZZ") { id } organisation: place(id: "org:nl/terminal") { id } }')).toEqual({ none: null, organisation: null })
  })

  it('counts sites of nested places in the larger place and lists what is inside', async () => {
    expect(await data('{ place(id: "iso3166:NL") { kind siteCount domains children { id } parents { id } } }')).toEqual({
      place: { kind: 'COUNTRY', siteCount: 4, domains: ['PORT', 'HOUSING', 'BRAND', 'INDUSTRY', 'OTHER'], children: [{ id: 'unlocode:NLRTM' }], parents: [] },
    })
  })

  it('lists places with data of a domain, within another, by name, and page by page', async () => {
    expect(await data('{ ports: places(withData: PORT, first: 1) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }')).toEqual({
      ports: { totalCount: 4, edges: [{ cursor: 'iso3166:NL', node: { id: 'iso3166:NL' } }], pageInfo: { hasNextPage: true, endCursor: 'iso3166:NL' } },
    })
    expect(await data('{ next: places(withData: PORT, first: 1, after: "iso3166:NL") { nodes { id } } inside: places(withinId: "iso3166:US") { nodes { id } } named: places(search: "rötter") { nodes { name } } }')).toEqual({
      next: { nodes: [{ id: 'unlocode:NLRTM' }] }, inside: { nodes: [{ id: 'unlocode:USLAX' }] }, named: { nodes: [{ name: 'Rotterdam' }] },
    })
  })

  it('searches names without case and accents, by kind, and by id', async () => {
    expect(await data('{ name: search(text: "ap moller") { edges { node { id } } } id: search(text: "smdg:NLRTM/QW") { nodes { name } } kinds: search(text: "harbour", kinds: [BRAND]) { totalCount nodes { id } } nothing: search(text: "xyzzy") { totalCount } }')).toEqual({
      name: { edges: [{ node: { id: 'org:dk/holding' } }] }, id: { nodes: [{ name: 'Quay West' }] }, kinds: { totalCount: 1, nodes: [{ id: 'brand:harbour-tea' }] }, nothing: { totalCount: 0 },
    })
  })

  it.each([
    ['search(text: "  ")', 'text'], ['search(text: "harbour", kinds: [])', 'kinds'], ['places(withinId: "iso3166:ZZ")', 'withinId'], ['places(withinId: "org:dk/holding")', 'withinId'], ['places(withinId: "")', 'withinId'],
    [`places(search: "${'a'.repeat(201)}")`, 'search'],
  ])('%s is refused by name, never answered with an empty list', async (field, argument) => {
    const { status, body } = await server.ask(`{ ${field} { totalCount } }`)
    expect([status, body.errors?.[0]?.extensions]).toMatchObject([400, { code: 'BAD_INPUT', field: argument }])
  })

  it('shows a site with its place, operator and figure', async () => {
    expect(await data('{ node(id: "smdg:NLRTM/QW") { ... on Site { domain precision place { name } operators { name } owners { name } figures { quantity { amount unit measure year } grade } } } }')).toEqual({
      node: {
        domain: 'PORT', precision: 'EXACT', place: { name: 'Rotterdam' }, operators: [{ name: 'Terminal NL B.V.' }], owners: [],
        figures: [{ quantity: { amount: 2_700_000, unit: 'TEU/year', measure: 'CAPACITY', year: 2024 }, grade: 'REPORTED' }],
      },
    })
  })

  it('words a statement by its grade, with shares as fractions and imprecise dates with their precision', async () => {
    const answer = await data('{ node(id: "org:dk/harbour-group") { ... on Organisation { brands { name } statements { type from { id } to { id } share { low high lowExclusive highExclusive statedOnly } interest status grade asOf asOfPrecision sentence source { title publisher licence retrievedOn } } } } }')
    const { statements, brands } = answer?.['node'] as { statements: { to: { id: string } }[]; brands: object[] }
    expect(brands).toEqual([{ name: 'Harbour Tea' }])
    expect(statements.find(({ to }) => to.id === 'org:nl/terminal')).toMatchObject({
      type: 'OWNS', interest: 'shareholding', status: 'IN_FORCE', grade: 'REGISTER', asOf: '2024-03-01', asOfPrecision: 'DAY',
      share: { low: 0.6, high: 0.6, lowExclusive: false, highExclusive: false, statedOnly: true },
      sentence: 'Harbour Group is registered as holding 60 % of Terminal NL B.V., Companies House, 2024-03-01.',
      source: { title: 'Register of companies', publisher: 'Companies House', licence: 'CC0-1.0', retrievedOn: '2026-06-01' },
    })
    expect(statements.find(({ to }) => to.id === 'org:us/terminal')).toMatchObject({
      grade: 'REPORTED', asOf: '2025-01-01', asOfPrecision: 'YEAR', share: { low: 0.5, high: 0.75, lowExclusive: true, highExclusive: true },
      sentence: 'Harbour News reports that Harbour Group holds more than 50 % and less than 75 % of Terminal US LLC, 2025.',
    })
  })

  it('rounds coordinates: 3 decimals for ports, 2 for homes, none for hospitals and water works under any label', async () => {
    expect(await data('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Site { coordinates { lat lon } precision } } }', { ids: ['smdg:NLRTM/QW', 'org-site:homes', 'org-site:hospital', 'org-site:spoofed'] })).toEqual({
      nodes: [
        { coordinates: { lat: 51.951, lon: 4.06 }, precision: 'EXACT' }, { coordinates: { lat: 51.92, lon: 4.48 }, precision: 'EXACT' },
        { coordinates: null, precision: 'PLACE_ONLY' }, { coordinates: null, precision: 'PLACE_ONLY' },
      ],
    })
  })

  it('gives hostile names back letter by letter', async () => {
    expect(await data('{ node(id: "org:zz/hostile") { name } }')).toEqual({ node: { name: HOSTILE_NAME } })
  })

  it('lists sources and imports, and says what runs and within which limits', async () => {
    const answer = await data('{ sources { totalCount nodes { title } } imports { nodes { preset read loaded rejected } } presets { id } about { engine dataVersion today counts { name count } limits { name value } licences { licence sources } } }')
    expect(answer).toMatchObject({
      sources: { totalCount: 2, nodes: [{ title: 'Harbour news' }, { title: 'Register of companies' }] },
      imports: { nodes: [{ preset: 'ownership', read: 5, loaded: 4, rejected: 1 }] },
      about: { engine: 'grafeo', today: '2026-11-23', licences: [{ licence: 'CC0-1.0', sources: 1 }, { licence: 'not stated', sources: 1 }] },
    })
    const { counts, limits } = answer?.['about'] as { counts: object[]; limits: object[] }
    expect(counts).toContainEqual({ name: 'Organisation', count: 5 })
    expect(limits).toContainEqual({ name: 'answer', value: 5_000_000 })
  })

  it.each([
    ['first: 0', 'first must be from 1 to 100'], ['first: 101', 'first must be from 1 to 100'], ['after: "unlocode:ZZZZZ"', 'after is not in this list'],
  ])('refuses places(%s) by name of the argument', async (argument, message) => {
    const { status, body } = await server.ask(`{ places(${argument}) { totalCount } }`)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain(message)
    expect(body.errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT')
  })
})
