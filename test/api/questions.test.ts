import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX } from '#api/limits/limits.ts'
import { loadDocument } from '#api/commands/load-document.ts'
import { QUESTIONS } from '#api/commands/ask-arguments.ts'
import { createLog } from '#api/log.ts'
import { startServer } from '#api/server.ts'
import { readSettings } from '#api/settings.ts'
import { startSmallWorld } from './small-world.ts'
import type { TestServer } from './small-world.ts'

let server: TestServer
beforeAll(async () => { server = await startSmallWorld() })
afterAll(() => server.stop())
const ask = async (query: string, variables?: object): Promise<Record<string, unknown>> => {
  const { status, body } = await server.ask(query, variables)
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  return body.data ?? {}
}
const HERE_AND_THERE = { here: 'unlocode:NLRTM', there: 'unlocode:USLAX' }

describe('the questions over HTTP', () => {
  it('shared adversaries open into sites, paths, statements and sources', async () => {
    const { sharedAdversaries } = await ask(loadDocument('shared'), { ...HERE_AND_THERE, domain: 'PORT' })
    expect(sharedAdversaries).toMatchObject({
      __typename: 'SharedAdversaries', totalCount: 1,
      items: [{
        rank: 1, organisation: { id: 'org:dk/harbour-group', name: 'Harbour Group' }, controllers: [{ id: 'org:dk/holding' }], members: [{ id: 'org:nl/terminal' }, { id: 'org:us/terminal' }],
        here: { siteCount: 1, strongestDomain: 'PORT', sites: [{ site: { id: 'smdg:NLRTM/QW' }, presence: null, controlledBy: 'MAJORITY', relation: 'OPERATES' }] },
      }],
      basis: { asOf: '2026-11-23', grades: ['REGISTER', 'DOCUMENT', 'REPORTED'] },
    })
    const { items } = sharedAdversaries as { items: { here: { sites: { paths: { nodes: { id: string }[]; grade: string; statements: { sentence: string; source: { title: string } }[] }[] }[] } }[] }
    const path = items[0]?.here.sites[0]?.paths[0]
    expect(path?.nodes.map(({ id }) => id)).toEqual(['org:dk/harbour-group', 'org:nl/terminal', 'smdg:NLRTM/QW'])
    expect(path?.grade).toBe('REPORTED')
    expect(path?.statements.map(({ sentence, source }) => [sentence, source.title])).toEqual([
      ['Harbour Group is registered as holding 60 % of Terminal NL B.V., Companies House, 2024-03-01.', 'Register of companies'],
      ['Harbour News reports that Terminal NL B.V. operates Quay West, 2025.', 'Harbour news'],
    ])
  })

  it('ownership, paths, mirror points and coverage answer with a basis', async () => {
    expect((await ask(loadDocument('ownership'), { of: 'org:nl/terminal', direction: 'UP' }))['ownership']).toMatchObject({
      status: 'SOLVED', target: { id: 'org:nl/terminal' }, remainder: { low: 0.4, high: 0.4 },
      holders: expect.arrayContaining([expect.objectContaining({ node: { __typename: 'Organisation', id: 'org:dk/holding', name: 'A.P. Møller Holding A/S' }, ultimate: true, integrated: { low: 0.6, high: 0.6, lowExclusive: false, highExclusive: false }, direct: null, control: 'GROUP' })]),
    })
    expect((await ask(loadDocument('paths'), { from: 'org:dk/holding', to: 'smdg:USLAX/P1' }))['paths']).toMatchObject({ totalCount: 1, items: [{ product: null, grade: 'REPORTED' }] })
    expect((await ask(loadDocument('mirror'), { organisation: 'org:dk/holding', ...HERE_AND_THERE }))['mirrorPoints']).toMatchObject({ __typename: 'MirrorPoints', pairs: [{ here: { id: 'smdg:NLRTM/QW' }, there: { id: 'smdg:USLAX/P1' } }] })
    expect((await ask(loadDocument('coverage'), { place: 'unlocode:USLAX' }))['coverage']).toMatchObject({ __typename: 'Coverage', sites: 1, withOperator: 1, withOwner: 0 })
  })

  it('every stored question is within the limits and known to the schema', async () => {
    const examples: Record<string, object> = {
      shared: HERE_AND_THERE, mirror: { organisation: 'org:dk/holding', ...HERE_AND_THERE }, ownership: { of: 'org:nl/terminal', direction: 'UP' }, paths: { from: 'org:dk/holding', to: 'smdg:USLAX/P1' },
      choke: { organisation: 'org:nl/terminal' }, whatif: { organisation: 'org:nl/terminal', remove: ['smdg:NLRTM/QW'] },
      coverage: {}, timeline: { organisation: 'org:dk/holding', target: 'smdg:USLAX/P1' }, changes: { from: '2020-01-01', to: '2026-01-01' },
      twins: { place: 'unlocode:NLRTM', first: 100 }, matching: { places: ['unlocode:NLRTM', 'unlocode:USLAX'] }, whynot: { organisation: 'org:dk/holding', ...HERE_AND_THERE }, ownmoney: { place: 'unlocode:NLRTM', source: 'src:register', first: 100 }, search: { text: 'harbour' }, place: { id: 'iso3166:NL' }, sources: {}, about: {},
    }
    expect(Object.keys(examples)).toEqual(Object.keys(QUESTIONS))
    for (const [question, variables] of Object.entries(examples)) {
      const data = await ask(loadDocument(question), variables)
      expect(Object.keys(data)).toEqual([QUESTIONS[question]?.field])
    }
  })
})

describe('expected failures are members of the union, never an empty list', () => {
  const FAILURE = '__typename ... on NotFound { message } ... on InvalidInput { field reason hint message }'
  it.each([
    ['an unknown place', `{ sharedAdversaries(here: "unlocode:ZZZZZ", there: "unlocode:USLAX") { ${FAILURE} } }`, 'sharedAdversaries', { __typename: 'NotFound' }],
    ['an organisation for a place', `{ sharedAdversaries(here: "org:nl/terminal", there: "unlocode:USLAX") { ${FAILURE} } }`, 'sharedAdversaries', { __typename: 'InvalidInput', field: 'here' }],
    ['a place twice', `{ sharedAdversaries(here: "unlocode:NLRTM", there: "unlocode:NLRTM") { ${FAILURE} } }`, 'sharedAdversaries', { __typename: 'InvalidInput' }],
    ['a place inside the other', `{ sharedAdversaries(here: "iso3166:NL", there: "unlocode:NLRTM") { ${FAILURE} } }`, 'sharedAdversaries', { __typename: 'InvalidInput' }],
    ['beta above 1', `{ sharedAdversaries(here: "unlocode:NLRTM", there: "unlocode:USLAX", beta: 1.5) { ${FAILURE} } }`, 'sharedAdversaries', { __typename: 'InvalidInput', field: 'beta' }],
    ['no rows', `{ paths(from: "org:dk/holding", to: "smdg:USLAX/P1", first: 0) { ${FAILURE} } }`, 'paths', { __typename: 'InvalidInput', field: 'first', hint: `Ask for 1 to ${MAX.listItems} rows.` }],
    ['too many rows', `{ paths(from: "org:dk/holding", to: "smdg:USLAX/P1", first: 101) { ${FAILURE} } }`, 'paths', { __typename: 'InvalidInput', field: 'first' }],
    ['no grade', `{ ownership(of: "org:nl/terminal", direction: UP, grades: []) { ${FAILURE} } }`, 'ownership', { __typename: 'InvalidInput', field: 'grades' }],
    ['an unknown organisation', `{ ownership(of: "org:nl/nobody", direction: DOWN) { ${FAILURE} } }`, 'ownership', { __typename: 'NotFound' }],
    ['an empty id', `{ mirrorPoints(organisation: "", here: "unlocode:NLRTM", there: "unlocode:USLAX") { ${FAILURE} } }`, 'mirrorPoints', { __typename: 'InvalidInput', field: 'organisation', reason: 'empty' }],
    ['a date far away', `{ coverage(place: "unlocode:ZZZZZ") { ${FAILURE} } }`, 'coverage', { __typename: 'NotFound' }],
  ])('%s', async (_name, query, field, expected) => {
    expect((await ask(query))[field]).toMatchObject(expected)
  })

  it('a date that is none is refused before anything is asked', async () => {
    const { status, body } = await server.ask('{ paths(from: "a", to: "b", asOf: "2026-02-30") { __typename } }')
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain('A Date is a day such as 2026-11-23.')
  })
})

describe('a bug', () => {
  it('is masked with the id of the request; the original is in the log alone', async () => {
    const failing = await startSmallWorld()
    try {
      await failing.emptyStore() // the snapshot still names what the store no longer has
      const { status, body } = await failing.ask('{ ownership(of: "org:nl/terminal", direction: UP) { ... on Ownership { target { name } } } }')
      expect(status).toBe(500)
      expect(body.data).toBeNull()
      const id = String(body.errors?.[0]?.extensions?.['requestId'])
      expect(body.errors).toEqual([{ message: `Something failed here, and it is not your question. If it stays, report it with the number ${id}.`, path: ['ownership', 'target'], extensions: { code: 'INTERNAL', requestId: id } }])
      expect(failing.log.filter((line) => line.includes(id) && line.includes('"event":"bug"') && line.includes('The snapshot names org:nl/terminal'))).toHaveLength(1)
    } finally {
      await failing.stop()
    }
  })
})

describe('while the data are being read', () => {
  it('it is alive and not ready, and says so to every question', async () => {
    const starting = await startServer({ settings: readSettings({ PORT: '0' }), atlas: () => undefined, log: createLog('silent') })
    try {
      expect((await fetch(`${starting.url}/healthz`)).status).toBe(200)
      expect((await fetch(`${starting.url}/readyz`)).status).toBe(503)
      const answer = await fetch(`${starting.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ about { version } }"}' })
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '5', { errors: [{ message: 'The data are still being read. Try again in a moment.', extensions: { code: 'STARTING' } }] }])
    } finally {
      await starting.close()
    }
  })

  it('a port that is taken is said in words', async () => {
    const port = new URL(server.url).port
    await expect(startServer({ settings: readSettings({ PORT: port }), atlas: () => undefined, log: createLog('silent') })).rejects.toMatchObject({ code: 'BAD_SETTING', message: `Port ${port} is taken by another program; set PORT to a free one.` })
  })
})
