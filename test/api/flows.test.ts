import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '#api/commands/load-document.ts'
import { CITY1, CITY2, CITY3, GROUP, HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld } from '../worlds/flow-world.ts'

interface Bounds { readonly low: number; readonly high: number }
interface Named { readonly id: string; readonly name: string }
interface Point {
  readonly site: Named; readonly rank: number; readonly lossAfterRerouting: Bounds; readonly throughputShare: Bounds | null; readonly substitutability: Bounds | null; readonly alternatives: number; readonly dominatedMarkets: readonly Named[]
  readonly byMarket: readonly { readonly market: Named; readonly loss: Bounds; readonly alternatives: number }[]; readonly dependents: readonly Named[]; readonly timeToSurviveDays: null; readonly timeToRestoreDays: null
  readonly costToUs: { readonly jobs: number | null; readonly homes: null; readonly powerMw: null; readonly sentence: string }; readonly onParetoFront: boolean; readonly relationship: string; readonly notes: readonly string[]
  readonly flows: readonly { readonly from: Named; readonly statements: readonly { readonly sentence: string; readonly source: { readonly title: string } }[] }[]
}
interface Choke {
  readonly __typename: string; readonly status: string; readonly unit: string; readonly per: string; readonly sentence: string; readonly flow: Bounds; readonly items: readonly Point[]; readonly origins: readonly Named[]; readonly dependence: string; readonly lawfulMeans: string
  readonly markets: readonly { readonly market: Named; readonly flow: Bounds; readonly suppliers: { readonly sentence: string } | null }[]; readonly pairs: readonly { readonly first: Named; readonly second: Named; readonly loss: number }[]
  readonly concentration: readonly { readonly name: string; readonly measuredBy: string; readonly index: number; readonly effectiveNumber: number; readonly operatorsForThreeQuarters: number; readonly sentence: string }[]
  readonly basis: { readonly method: string; readonly notes: readonly string[]; readonly parameters: readonly { readonly name: string; readonly value: string }[] }
}

let world: FlowWorld
beforeAll(async () => { world = await flowWorld(HARBOUR_TABLES) })
afterAll(() => world.close())
const choke = async (variables: Readonly<Record<string, unknown>>, of: FlowWorld = world): Promise<Choke> => (await of.ask(loadDocument('choke'), variables))['chokePoints']! as Choke
const rounded = (points: readonly Point[], value: (point: Point) => number | undefined) => Object.fromEntries(points.map((point) => [point.site.name, Number(value(point)?.toFixed(3))]))

describe('choke points of a group, from a table of flows', () => {
  let answer: Choke
  beforeAll(async () => { answer = await choke({ organisation: GROUP, commodity: 'Grain' }) })

  it('rank by loss after re-routing; equal losses share a rank', () => {
    expect([answer.__typename, answer.status, answer.unit, answer.per, answer.flow]).toMatchObject(['ChokePoints', 'ANSWERED', 't', 'YEAR', { low: 110, high: 110 }])
    expect(rounded(answer.items, ({ lossAfterRerouting }) => lossAfterRerouting.low)).toEqual({ PortA: 0.727, DC1: 0.727, MillN: 0.455, MillS: 0.455, PortB: 0.273, DC2: 0.182 })
    expect(answer.items.map(({ rank, site }) => `${rank} ${site.name}`)).toEqual(['1 DC1', '1 PortA', '3 MillS', '3 MillN', '5 PortB', '6 DC2'])
    expect(answer.sentence).toBe('110 t a year of grain can reach the markets of Grain Group NV. Most is lost without DC1, PortA: 72.7 % after re-routing.')
    expect(answer.items.every(({ lossAfterRerouting }) => lossAfterRerouting.low === lossAfterRerouting.high)).toBe(true)
  })

  it('say which markets depend on a site entirely', () => {
    const dominated = Object.fromEntries(answer.items.map(({ site, dominatedMarkets }) => [site.name, dominatedMarkets.map(({ name }) => name)]))
    expect(dominated).toEqual({ PortA: [], DC1: ['Rotterdam'], MillN: [], MillS: ['Utrecht'], PortB: ['Utrecht'], DC2: ['Utrecht'] })
    expect(answer.items.find(({ site }) => site.name === 'MillS')!.dependents.map(({ name }) => name).sort()).toEqual(['DC2', 'PortB', 'Utrecht'])
    expect(answer.items.find(({ site }) => site.name === 'DC1')!.notes).toContain('Every way on record to Rotterdam leads over it.')
  })

  it('say what each market alone would miss, and the ways that are left to it', () => {
    const portA = answer.items.find(({ site }) => site.name === 'PortA')!
    expect(portA.byMarket.map(({ market, loss, alternatives }) => [market.name, Number(loss.low.toFixed(3)), alternatives]).sort()).toEqual([['Amsterdam', 0.4, 1], ['Rotterdam', 0.6, 1], ['Utrecht', 0, 1]]) // PortB gets 30 of Amsterdam’s 50, and passes 20 on towards Rotterdam’s 50
    expect(answer.items.find(({ site }) => site.name === 'DC1')!.byMarket.find(({ market }) => market.name === 'Rotterdam')).toMatchObject({ loss: { low: 1 }, alternatives: 0 })
    expect(answer.items.map(({ site, alternatives }) => [site.name, alternatives])).toEqual([['DC1', 1], ['PortA', 1], ['MillS', 1], ['MillN', 1], ['PortB', 1], ['DC2', 1]])
  })

  it('take shares of the flow from stated volumes alone', () => {
    expect(rounded(answer.items, ({ throughputShare }) => throughputShare?.low)).toEqual({ PortA: 0.727, DC1: 0.773, MillN: 0.5, MillS: 0.5, PortB: 0.273, DC2: 0.227 })
    expect(rounded(answer.items, ({ substitutability }) => substitutability?.low)).toEqual({ PortA: 0, DC1: 0.059, MillN: 0.091, MillS: 0.091, PortB: 0, DC2: 0.2 })
  })

  it('list the pairs that cut off every city', () => {
    const total = answer.pairs.filter(({ loss }) => loss === 1).map(({ first, second }) => [first.name, second.name].sort().join('+')).sort()
    expect(total).toEqual(['MillN+MillS', 'PortA+PortB', 'DC1+DC2', 'DC1+PortB', 'MillS+PortA', 'DC1+MillS'].sort())
  })

  it('count ports by what passes them, and say how few operators make 75 %', () => {
    const ports = answer.concentration.find(({ name }) => name === 'port terminal')!
    expect([ports.measuredBy, ports.operatorsForThreeQuarters, ports.index]).toEqual(['volume', 1, 1]) // one group runs both
    expect(ports.sentence).toBe('1 operator makes 75 % of the stated volume at sites of the kind port terminal; as concentrated as 1 equal one.')
    expect(answer.markets.map(({ market, flow }) => [market.name, flow.low])).toEqual([['Utrecht', 10], ['Rotterdam', 50], ['Amsterdam', 50]])
  })

  it('give jobs where a source does, leave the rest blank, and mark the front instead of one score', () => {
    const by = (name: string) => answer.items.find(({ site }) => site.name === name)!
    expect([by('PortA').costToUs, by('PortB').costToUs]).toMatchObject([{ jobs: 400, homes: null, powerMw: null }, { jobs: null, homes: null }])
    expect(by('PortB').costToUs.sentence).toBe('Not on record: jobs, homes, power; that is unknown, not none.')
    // DC1 loses as much as PortA at 250 jobs instead of 400; sites without a figure are compared among themselves
    expect(answer.items.filter(({ onParetoFront }) => onParetoFront).map(({ site }) => site.name)).toEqual(['DC1', 'MillS', 'MillN'])
    expect(answer.items.every(({ timeToSurviveDays, timeToRestoreDays }) => timeToSurviveDays === null && timeToRestoreDays === null)).toBe(true)
  })

  it('open into flows with statements and sources, and say what they are', () => {
    const portA = answer.items.find(({ site }) => site.name === 'PortA')!
    expect(portA.relationship).toBe('Supply of grain: PortA receives from MillN, MillS and supplies DC1.')
    expect(portA.flows.map(({ statements }) => statements.map(({ sentence, source }) => [sentence, source.title]))).toContainEqual([['Statistics office reports that MillN supplies grain to PortA, 2025.', 'Trade statistics']])
    expect(answer.dependence).toBe('Estimates of commercial dependence, for lawful bargaining and public debate. Not a statement about safety or security.')
    expect(answer.lawfulMeans).toMatch(/^Lawful means only\./)
    expect(answer.origins.map(({ name }) => name)).toEqual(['Fields Cooperative'])
    expect(answer.basis.parameters).toContainEqual({ name: 'commodity', value: 'grain' })
    expect(answer.basis.notes).toContain('All of it begins at Fields Cooperative, which is named as the origin and not ranked.')
  })

  it('open into ways, each with one statement a step', async () => {
    const { chokePoints } = await world.ask(`{ chokePoints(organisation: "${GROUP}") { ... on ChokePoints { items(first: 2) { site { name } paths { nodes { name } statements { key } grade } } } } }`)
    const { items } = chokePoints as unknown as { items: { site: Named; paths: { nodes: Named[]; statements: object[]; grade: string }[] }[] }
    const ways = items.find(({ site }) => site.name === 'PortA')!.paths
    expect(ways.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([['Fields Cooperative', 'MillN', 'PortA', 'DC1', 'Rotterdam'], ['Fields Cooperative', 'MillN', 'PortA', 'DC1', 'Amsterdam']])
    expect(ways.every(({ statements, grade }) => statements.length === 4 && grade === 'REPORTED')).toBe(true)
  })
})

describe('choke points of a place', () => {
  it('are the same sites for the country that holds the three cities, without the mills’ own place counting as a market', async () => {
    const answer = await choke({ place: 'iso3166:NL' })
    expect(rounded(answer.items, ({ lossAfterRerouting }) => lossAfterRerouting.low)).toEqual({ PortA: 0.727, DC1: 0.727, MillN: 0.455, MillS: 0.455, PortB: 0.273, DC2: 0.182 })
    expect(answer.markets.map(({ market }) => market.id).sort()).toEqual([CITY1, CITY2, CITY3].sort())
  })

  it('are those on the way to one city', async () => {
    const answer = await choke({ place: CITY3 })
    expect(answer.items.map(({ site, lossAfterRerouting, alternatives }) => [site.name, lossAfterRerouting.low, alternatives])).toEqual([['DC2', 1, 0], ['MillS', 1, 0], ['PortB', 1, 0]])
    expect(answer.markets[0]!.suppliers!.sentence).toBe('1 operator makes 75 % of the stated volume supplied to Utrecht; as concentrated as 1 equal one.')
  })

  it('without a flow on record is said to be unknown, never zero', async () => {
    const answer = await choke({ place: CITY1, commodity: 'steel' })
    expect(answer).toMatchObject({ __typename: 'ChokePoints', status: 'NO_FLOW_ON_RECORD', flow: null, items: [], pairs: [], markets: [] })
    expect(answer.sentence).toBe('No flow of steel to Rotterdam is on record. That is unknown, not zero. On record there: grain.')
    const nothing = await flowWorld([['places', 'id,name,kind', 'iso3166:US,United States,country']])
    expect(await choke({ place: 'iso3166:US' }, nothing)).toMatchObject({ status: 'NO_FLOW_ON_RECORD', flow: null, items: [], sentence: 'No flow to United States is on record. That is unknown, not zero. Load a table of flows to ask this.' })
    await nothing.close()
  })
})

describe('what if sites stand still', () => {
  const whatIf = async (variables: Readonly<Record<string, unknown>>) => (await world.ask(loadDocument('whatif'), variables))['whatIf']! as Record<string, unknown>

  it('tells what still arrives, market by market', async () => {
    const answer = await whatIf({ organisation: GROUP, remove: ['site:x/port-a'] })
    expect(answer).toMatchObject({
      __typename: 'WhatIf', before: { low: 110, high: 110 }, after: { low: 30, high: 30 }, removed: [{ name: 'PortA' }], cutOffMarkets: [], costToUs: { jobs: 400, homes: null },
      rerouted: { low: 0, high: 0 }, // 80 pass it, 80 are lost
      sentence: 'Without PortA, 30 t a year of 110 t a year of grain could still arrive; 72.7 % would be lost after re-routing. Of what is stated to pass it, 0 t a year would find other ways.',
    })
    expect((answer['lossAfterRerouting'] as Bounds).low).toBeCloseTo(80 / 110, 12)
    expect(answer['flows']).toHaveLength(3)
    expect(answer['lawfulMeans']).toMatch(/^Lawful means only\./)
  })

  it('agrees with the list of pairs, and names the markets no way leads to', async () => {
    const answer = await whatIf({ place: 'iso3166:NL', remove: ['site:x/dc-1', 'site:x/dc-2', 'site:x/dc-1'] })
    expect(answer).toMatchObject({ after: { low: 0 }, lossAfterRerouting: { low: 1, high: 1 } })
    expect((answer['cutOffMarkets'] as Named[]).map(({ name }) => name).sort()).toEqual(['Amsterdam', 'Rotterdam', 'Utrecht'])
    expect((answer['byMarket'] as { alternatives: number }[]).map(({ alternatives }) => alternatives)).toEqual([0, 0, 0])
  })

  it.each([
    ['no site', { organisation: GROUP, remove: [] }, { __typename: 'InvalidInput', field: 'remove', hint: 'Name the sites that would stand still; chokePoints lists those on the way.' }],
    ['an unknown site', { organisation: GROUP, remove: ['site:x/none'] }, { __typename: 'NotFound' }],
    ['a place', { organisation: GROUP, remove: [CITY1] }, { __typename: 'InvalidInput', field: 'remove' }],
    ['an organisation that is not in the network', { organisation: GROUP, remove: [GROUP] }, { __typename: 'InvalidInput', field: 'remove', reason: `${GROUP} is not in this network` }],
    ['a site on no way there', { place: CITY3, remove: ['site:x/port-a'] }, { __typename: 'InvalidInput', field: 'remove', hint: 'Name sites on the way; chokePoints lists them.' }],
    ['both subjects', { organisation: GROUP, place: CITY1, remove: ['site:x/port-a'] }, { __typename: 'InvalidInput', field: 'organisation', reason: 'both an organisation and a place are given' }],
    ['no subject', { remove: ['site:x/port-a'] }, { __typename: 'InvalidInput', field: 'organisation', reason: 'neither an organisation nor a place is given', hint: 'Give exactly one of organisation and place.' }],
    ['an unknown organisation', { organisation: 'org:zz/none', remove: ['site:x/port-a'] }, { __typename: 'NotFound' }],
    ['a site as organisation', { organisation: 'site:x/port-a', remove: ['site:x/port-a'] }, { __typename: 'InvalidInput', field: 'organisation' }],
    ['no grade', { organisation: GROUP, grades: [], remove: ['site:x/port-a'] }, { __typename: 'InvalidInput', field: 'grades' }],
  ])('refuses %s, and says what would work', async (_name, variables, expected) => {
    expect(await whatIf(variables)).toMatchObject(expected)
    const { remove: _, ...others } = variables
    if (JSON.stringify(variables.remove) === '["site:x/port-a"]' && !('place' in variables && variables.place === CITY3)) expect(await choke(others)).toMatchObject(expected)
  })
})

describe('figures that sources do not agree on, or do not give', () => {
  const sites = ['sites', 'id,name,kind,place_id,operator,capacity,capacity_unit', 'site:y/a,Quay A,port terminal,geonames:2747891,Lines NV,,', 'site:y/b,Quay B,port terminal,geonames:2747891,Other NV,30,t/month'] as const
  const header = 'from,to,commodity,volume,unit,period,share,capacity,as_of,source_title,retrieved_on'
  const both = (flows: readonly string[]) => flowWorld([[...sites] as [string, ...string[]], ['flows', header, ...flows]])

  it('widen the loss to a range', async () => {
    // A carries 60 by one source and 80 by another, B 40: without A 40 of 100, or of 120
    const other = await both(['Farms Ltd,site:y/a,corn,,t,year,,200,2025,,', 'Farms Ltd,site:y/b,corn,,t,year,,40,2025,,', 'site:y/a,iso3166:DE,corn,,t,year,,60,2025,Ledger one,2026-01-01', 'site:y/a,iso3166:DE,corn,,t,year,,80,2025,Ledger two,2026-01-01', 'site:y/b,iso3166:DE,corn,,t,year,,40,2025,,'])
    const { items, flow } = await choke({ place: 'iso3166:DE' }, other)
    expect(flow).toMatchObject({ low: 100, high: 120 })
    expect(items.map(({ site, lossAfterRerouting: { low, high } }) => [site.name, Number(low.toFixed(3)), Number(high.toFixed(3))])).toEqual([['Quay A', 0.6, 0.667], ['Quay B', 0.2, 0.5]])
    await other.close()
  })

  it('per month and per year are put on a year; the stated capacity of a site limits it', async () => {
    // B passes 30 t a month = 360 t a year at most; A 10 t a month on its link
    const other = await both(['Farms Ltd,site:y/a,corn,10,t,month,,,,,', 'Farms Ltd,site:y/b,corn,500,t,year,,,,,', 'site:y/a,iso3166:DE,corn,10,t,month,,,,,', 'site:y/b,iso3166:DE,corn,500,t,year,,,,,'])
    const answer = await choke({ place: 'iso3166:DE' }, other)
    expect([answer.flow, answer.per]).toMatchObject([{ low: 480 }, 'YEAR'])
    expect(answer.items.map(({ site, lossAfterRerouting }) => [site.name, lossAfterRerouting.low])).toEqual([['Quay B', 0.75], ['Quay A', 0.25]])
    expect(answer.basis.notes).toContain('4 of 4 flows state no capacity: what was observed is taken as the most they carry.')
    await other.close()
  })

  it('that are missing leave the loss empty, not zero; ways are still told', async () => {
    const other = await both(['Farms Ltd,site:y/a,corn,,,,,,,,', 'site:y/a,iso3166:DE,corn,,,,,,,,', 'site:y/b,iso3166:DE,beans,5,t,2025-03,,,,,', 'site:y/b,iso3166:DE,beans,9,t,2025-04,,,,,'])
    expect(await choke({ place: 'iso3166:DE' }, other)).toMatchObject({ __typename: 'InvalidInput', field: 'commodity', hint: 'Name one: beans, corn.' })
    const answer = await choke({ place: 'iso3166:DE', commodity: 'corn' }, other)
    expect(answer).toMatchObject({ status: 'NO_FIGURES', flow: null, unit: null, items: [{ site: { name: 'Quay A' }, lossAfterRerouting: null, throughputShare: null, alternatives: 0, dominatedMarkets: [{ id: 'iso3166:DE' }], onParetoFront: null }] })
    expect(await choke({ place: 'iso3166:DE', commodity: 'beans' }, other)).toMatchObject({ flow: { low: 9, high: 9 }, per: 'MONTH' }) // the latest month, never a sum
    await other.close()
  })
})
