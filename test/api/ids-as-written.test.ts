import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld } from '../worlds/flow-world.ts'

let world: FlowWorld
beforeAll(async () => {
  world = await flowWorld([
    ...HARBOUR_TABLES,
    ['places', 'id,name,kind,part_of,country', 'place:österå,Österå,region,,SE', 'place:österå-norra,Norra,city,place:österå,SE'],
    ['ownership', 'owner,owner_id,owned,share', 'Öst 각 AG,org:de/öst-각,Grain Group NV,60'],
  ])
})
afterAll(() => world.close())

const OWNER = 'org:de/öst-각'
const forms = ['NFC', 'NFD'] as const

describe('an id is the same however its accents are written', () => {
  it.each(forms)('%s: a record, an answer, a list of places', async (form) => {
    const id = OWNER.normalize(form)
    const asked = await world.ask('query($id: ID!, $in: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } ownership(of: $id, direction: DOWN) { ... on Ownership { target { id } totalCount } } places(withinId: $in) { nodes { id } } place(id: $in) { id } }', { id, in: 'place:österå'.normalize(form) })
    expect(asked).toEqual({ node: { id: OWNER }, nodes: [{ id: OWNER }], ownership: { target: { id: OWNER }, totalCount: 1 }, places: { nodes: [{ id: 'place:österå-norra' }] }, place: { id: 'place:österå' } })
  })

  it.each(forms)('%s: one of many places or of what is removed', async (form) => {
    const asked = await world.ask('query($ids: [ID!]!) { twinMatching(places: $ids) { __typename ... on InvalidInput { reason } } whatIf(organisation: "org:zz/grain-group-nv", remove: $ids) { __typename ... on InvalidInput { reason } } }', { ids: ['place:österå-norra'.normalize(form), 'place:österå'.normalize(form)] })
    expect(asked).toMatchObject({ twinMatching: { reason: 'no site or brand is on record in Norra at this date and these grades' }, whatIf: { reason: 'place:österå-norra is a place' } })
  })
})

describe('an id in a list is as long as any other', () => {
  it.each([['', 'empty'], ['x'.repeat(201), 'too long']])('%j is refused, and not repeated', async (id, reason) => {
    const asked = await world.ask('query($ids: [ID!]!) { twinMatching(places: $ids) { __typename ... on InvalidInput { field reason } } whatIf(organisation: "org:zz/grain-group-nv", remove: $ids) { __typename ... on InvalidInput { field reason } } }', { ids: [id, 'geonames:2747891'] })
    expect(asked).toEqual({ twinMatching: { __typename: 'InvalidInput', field: 'places', reason }, whatIf: { __typename: 'InvalidInput', field: 'remove', reason } })
  })
})
