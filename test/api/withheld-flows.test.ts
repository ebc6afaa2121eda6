import { getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '#api/commands/load-document.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { MODEL } from '#model/model.ts'
import { CITY1, CITY2, CITY3, GROUP, HARBOUR_FLOWS, HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld, Tables } from '../worlds/flow-world.ts'
import { everyField } from './every-field.ts'

const WORLDS: FlowWorld[] = []
const worldOf = async (tables: Tables): Promise<FlowWorld> => { const world = await flowWorld(tables); WORLDS.push(world); return world }
afterAll(async () => { for (const world of WORLDS) await world.close() })

const choke = async (world: FlowWorld, variables: Readonly<Record<string, unknown>>) => (await world.ask(loadDocument('choke'), variables))['chokePoints']! as Readonly<Record<string, unknown>>
const whatIf = async (world: FlowWorld, variables: Readonly<Record<string, unknown>>) => (await world.ask(loadDocument('whatif'), variables))['whatIf']! as Readonly<Record<string, unknown>>

/** A receiver with a harmless name and kind; what it is stands in the code its source states. */
const receiver = (code: string, kind = 'office') => ['sites', 'id,name,kind,place_id,industry_code,lat,lon', `site:x/receiver,Administration building,${kind},${CITY3},${code},52.09,5.12`] as const
/** DC2 supplies it something else, said long ago by a weak source, and over since. */
const TO_RECEIVER = ['flows', 'from,to,commodity,volume,unit,period,as_of,grade,status,valid_to', 'site:x/dc-2,site:x/receiver,linen,3,t,year,2019,claimed,ended,2020'] as const
const withReceiver = (code: string, kind?: string): Tables => [...HARBOUR_TABLES, [...receiver(code, kind)] as [string, ...string[]], [...TO_RECEIVER] as [string, ...string[]]]
const WITHHELD = { __typename: 'Withheld', rule: 'RU-12', reason: 'essential services, or many people who have no part in it, depend on these flows' }

describe('what an essential service depends on', () => {
  it.each([['water', '36.00'], ['electricity grid', 'D35.13'], ['gas', '3520'], ['hospital', 'ISIC 8610'], ['emergency services', '84.25'], ['defence', '8422'], ['prison', '84.23'], ['nuclear', '24.46'], ['dam', '42.91']])(
    '%s: the ranking, and any what-if on the way, are withheld with the reason', async (_name, code) => {
      const world = await worldOf(withReceiver(code))
      expect(await choke(world, { organisation: GROUP, commodity: 'grain' })).toMatchObject(WITHHELD)
      for (const site of ['dc-2', 'port-b', 'mill-s']) expect(await whatIf(world, { organisation: GROUP, commodity: 'grain', remove: [`site:x/${site}`] })).toMatchObject(WITHHELD)
      expect(await whatIf(world, { organisation: GROUP, commodity: 'grain', remove: ['site:x/port-a'] })).toMatchObject(WITHHELD) // beside it: the rest would tell
      expect(await whatIf(world, { place: CITY3, remove: ['site:x/receiver'] })).toMatchObject(WITHHELD)
    })

  it.each(['dam', 'prison', 'hospital', 'water works', 'nuclear site', 'defence site', 'electricity grid', 'gas network', 'emergency service'])('%s: the kind is enough where no code is stated', async (kind) => {
    expect(await choke(await worldOf(withReceiver('', kind)), { organisation: GROUP, commodity: 'grain' })).toMatchObject(WITHHELD)
  })

  it('a harmless receiver withholds nothing, and a name proves nothing', async () => {
    const tables = withReceiver('52.10').map(([preset, ...lines]): [string, ...string[]] => [preset, ...lines.map((line) => line.replace('Administration building', 'Central Hospital'))])
    expect(await choke(await worldOf(tables), { organisation: GROUP, commodity: 'grain' })).toMatchObject({ __typename: 'ChokePoints', totalCount: 6 })
  })

  it('counts who runs the service, and homes and towns of many people where a source says that they depend', async () => {
    const through = (more: Tables) => worldOf([...HARBOUR_TABLES, ...more]).then((world) => choke(world, { organisation: GROUP, commodity: 'grain' }))
    const clinic = ['sites', 'id,name,kind,place_id,operator', `site:x/clinic,North wing,hospital,${CITY3},Care Trust`] as [string, ...string[]]
    expect(await through([clinic, ['flows', 'from,to,commodity', 'site:x/dc-2,Care Trust,linen']])).toMatchObject(WITHHELD)
    const homes = (count: number) => ['sites', 'id,name,kind,place_id,capacity,capacity_unit', `site:x/homes,Elm estate,residential portfolio,${CITY3},${count},homes`] as [string, ...string[]]
    const heat = ['flows', 'from,to,commodity', 'site:x/dc-2,site:x/homes,heat'] as [string, ...string[]]
    expect(await through([homes(400), heat])).toMatchObject({ __typename: 'ChokePoints' })
    expect(await through([homes(401), heat])).toMatchObject(WITHHELD) // 401 homes of 2.5 people are more than a thousand
    const served = (count: number) => ['figures', 'subject_id,measure,amount', `site:x/dc-2,homes served,${count}`] as [string, ...string[]]
    expect(await through([served(400)])).toMatchObject({ __typename: 'ChokePoints' })
    expect(await through([served(401)])).toMatchObject(WITHHELD)
    expect(await through([homes(401).map((line) => line.replace(/homes$/, 'dwellings')) as [string, ...string[]], heat])).toMatchObject(WITHHELD)
    const houses = (count: number) => ['sites', 'id,name,kind,place_id,capacity,capacity_unit', ...Array.from({ length: count }, (_, at) => `site:x/house-${at},House ${at},residential building,${CITY3},100,Flats`)] as [string, ...string[]]
    const heatOf = (count: number) => ['flows', 'from,to,commodity', ...Array.from({ length: count }, (_, at) => `site:x/dc-${1 + at % 2},site:x/house-${at},heat`)] as [string, ...string[]]
    expect(await through([houses(8), heatOf(8)])).toMatchObject(WITHHELD) // 400 homes behind each warehouse, 800 behind the mill that feeds both
    expect(await through([houses(4), heatOf(4)])).toMatchObject({ __typename: 'ChokePoints' }) // 400 homes behind the mill
    const villages = ['places', 'id,name,kind,population', 'unlocode:NLXAA,Aa,city,600', 'unlocode:NLXAB,Ab,city,600'] as [string, ...string[]]
    expect(await through([villages, ['flows', 'from,to,commodity,share', 'site:x/dc-2,unlocode:NLXAA,bread,100 %', 'site:x/dc-2,unlocode:NLXAA,milk,100 %']])).toMatchObject({ __typename: 'ChokePoints' }) // the same people twice
    expect(await through([villages, ['flows', 'from,to,commodity,share', 'site:x/dc-2,unlocode:NLXAA,bread,100 %', 'site:x/dc-2,unlocode:NLXAB,bread,100 %']])).toMatchObject(WITHHELD)
    const town = ['places', 'id,name,kind,population', 'unlocode:NLXAA,Elmtown,city,40000'] as [string, ...string[]]
    const share = (percent: string) => ['flows', 'from,to,commodity,share', `site:x/dc-2,unlocode:NLXAA,bread,${percent}`] as [string, ...string[]]
    expect(await through([town, share('')])).toMatchObject({ __typename: 'ChokePoints' })
    expect(await through([town, share('49 %')])).toMatchObject({ __typename: 'ChokePoints' })
    expect(await through([town, share('50 %')])).toMatchObject(WITHHELD)
  })
})

describe('what is withheld', () => {
  const UNRELATED = ['Works Ltd,site:x/yard,steel,90,t,year,100,2025', 'Works Ltd,site:x/kiln,steel,30,t,year,50,2025', 'site:x/yard,iso3166:DE,steel,90,t,year,90,2025', 'site:x/kiln,iso3166:DE,steel,30,t,year,40,2025']
  const AFTER = ['site:x/dc-1,site:x/shop,flour,12,t,year,15,2025', `site:x/shop,${CITY2},flour,12,t,year,13,2025`] // beyond DC1, which leads to no service
  const more = ['sites', 'id,name,kind,place_id,operator', `site:x/yard,Yard,warehouse,${CITY1},Steel NV`, `site:x/kiln,Kiln,factory,${CITY1},Steel NV`, `site:x/shop,Shop,store,${CITY2},Shop BV`, `site:x/mill-c,City mill,mill,${CITY2},Grain Group NV`] as [string, ...string[]]
  /** Of a counterpart in another place, between what MillS has in one world and in the other: who has more jobs would tell. */
  const beside = ['figures', 'subject_id,measure,amount', 'site:x/mill-c,jobs,4'] as [string, ...string[]]
  /** @param factor figures of the flows on which the service depends; @param keep whether they are there at all */
  const tables = (factor: number, keep = true): Tables => {
    const essential = /(?:^Fields|mill-s|port-b|dc-2)/
    const rows = HARBOUR_FLOWS.slice(1).filter((row) => keep || !essential.test(row)).map((row) => (essential.test(row) ? row.replaceAll(/,(\d+)(?=,)/g, (_, digits: string) => `,${Number(digits) * factor}`) : row))
    return [HARBOUR_TABLES[0]!, [...receiver('8610')] as [string, ...string[]], more, beside, ['flows', HARBOUR_FLOWS[0]!, ...rows, ...UNRELATED, ...AFTER], ...(keep ? [['flows', 'from,to,commodity,volume,unit,period,share,note', `site:x/dc-2,site:x/receiver,linen,${3 * factor},t,year,${10 * factor} %,${3 * factor} t`] as [string, ...string[]], published(factor), ...told(factor)] : [])]
  }
  /**
   * More than sizes tells of figures: whether one is the same as the year before, whether it is 0, and which of several
   * statements alike comes first when they are in order of a hash of all they say.
   */
  const told = (factor: number): [string, ...string[]][] => [
    ['flows', 'from,to,commodity,volume,unit,share,as_of', ...[
      ['towels', 5, '', '2023-03-01'], ['towels', factor === 1 ? 5 : 6, '', '2024-03-01'], ['soap', '', '10 %', '2023-03-01'], ['soap', '', factor === 1 ? '0 %' : '10 %', '2024-03-01'], ['gowns', '', factor === 1 ? '0 %' : '5 %', '2024-03-01'],
      ['masks', 7 * factor, '', '2024-03-01'], ['masks', 8 * factor, '', '2024-03-01'], ...Array.from({ length: 12 }, (_, at) => [`good ${at}`, factor * (at + 1), '', '2024-05-01']),
    ].map(([commodity, volume, share, asOf]) => `site:x/dc-2,site:x/receiver,${commodity},${volume},${volume === '' ? '' : 't'},${share},${asOf}`)],
    ['flows', 'from,to,commodity,volume,unit,as_of,source_title', ...Array.from({ length: 12 }, (_, at) => ['Customs', 'Harbour office'].map((source) => `Parts Ltd,site:x/${at % 2 === 0 ? 'mill-s' : 'port-b'},part ${at >> 1},${factor * (at + 2)},t,2024-05-01,${source} ${at % 3}`)).flat()],
  ]
  /** Figures published about sites the service depends on, and what is earned through them or by a supplier of it. */
  const published = (factor: number) => ['figures', 'subject,subject_id,about_id,measure,amount,definition,note', ...[
    ...['mill-s', 'port-b', 'dc-2'].flatMap((site) => ['jobs', 'homes served', 'time to survive', 'time to restore'].map((measure, at) => `,site:x/${site},,${measure},${factor * (at + 2)},${factor} of them,about ${factor}`)),
    `Grain Group NV,,site:x/port-b,revenue share,${9 * factor},${factor} tenths,${factor} tenths`, `Fields Cooperative,,site:x/yard,revenue share,${7 * factor},,`,
  ]] as [string, ...string[]]
  let [one, other, without] = [] as unknown as [FlowWorld, FlowWorld, FlowWorld]
  beforeAll(async () => { [one, other, without] = [await worldOf(tables(1)), await worldOf(tables(3)), await worldOf(tables(1, false))] })

  const ORGANISATIONS = [GROUP, 'org:zz/fields-cooperative', 'org:zz/steel-nv', 'org:zz/shop-bv', 'org:zz/works-ltd']
  const PLACES = [CITY1, CITY2, CITY3, 'iso3166:NL', 'iso3166:DE']
  const SITES = ['mill-n', 'mill-s', 'port-a', 'port-b', 'dc-1', 'dc-2', 'receiver', 'yard', 'kiln', 'shop'].map((id) => `site:x/${id}`)
  const SUBJECTS = [...ORGANISATIONS.map((organisation) => ({ organisation })), ...PLACES.map((place) => ({ place }))]
  const ASKED = SUBJECTS.flatMap((subject) => ['grain', 'linen', 'steel', 'flour', undefined].flatMap((commodity) => [undefined, '2018-06-30', '2025-06-30'].flatMap((asOf) =>
    [undefined, ['REGISTER'], ['REPORTED'], ['CLAIMED', 'REPORTED']].map((grades) => ({ ...subject, ...(commodity ? { commodity } : {}), ...(asOf ? { asOf } : {}), ...(grades ? { grades } : {}) })))))
  const plain = (value: unknown) => JSON.stringify(value).replaceAll(/[0-9a-f]{16,}/g, '#')

  it('stays withheld for every subject, commodity, date and grade; whatever is answered is the same as if the flows did not exist', async () => {
    const kinds = new Map<string, number>()
    for (const variables of ASKED) {
      const answer = await choke(one, variables)
      const kind = `${String(answer['__typename'])} ${String(answer['status'] ?? '')}`.trim()
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (answer['__typename'] === 'Withheld') { expect(plain(answer)).not.toMatch(/site:x|linen|receiver|\d\.\d/); continue }
      if (answer['status'] === 'ANSWERED') expect(plain(answer)).toBe(plain(await choke(without, variables)))
      expect(plain(answer)).not.toMatch(/x\/(?:mill-s|port-b|dc-2|receiver)/)
    }
    expect([...kinds.keys()].sort()).toEqual(['ChokePoints ANSWERED', 'ChokePoints NO_FLOW_ON_RECORD', 'InvalidInput', 'Withheld'])
    expect(kinds.get('Withheld')).toBeGreaterThan(40)
    expect(kinds.get('ChokePoints ANSWERED')).toBeGreaterThan(20)
  })

  it('cannot be asked for by taking sites away, alone, in pairs, or all but one', async () => {
    const sets = [...SITES.map((site) => [site]), ...SITES.flatMap((a, i) => SITES.slice(i + 1).map((b) => [a, b])), ...SITES.map((site) => SITES.filter((each) => each !== site))]
    for (const subject of SUBJECTS) {
      for (const remove of sets) {
        const answer = await whatIf(one, { ...subject, commodity: JSON.stringify(subject).match(/steel|DE/) ? 'steel' : 'grain', remove })
        if (answer['__typename'] !== 'WhatIf') { expect(plain(answer)).not.toMatch(/"(?:loss|before|after)/); continue }
        expect(plain(answer)).not.toMatch(/x\/(?:mill-s|port-b|dc-2|receiver)/)
      }
    }
    const elsewhere = await whatIf(one, { organisation: 'org:zz/steel-nv', remove: ['site:x/yard'] }) // the kiln can do 40 of 120
    expect((elsewhere['lossAfterRerouting'] as { low: number }).low).toBeCloseTo(2 / 3, 12)
  })

  it('cannot be computed from any field of the API: with other figures every answer is the same', async () => {
    const schema = buildSchema(MODEL)
    const ids = [...SITES, ...ORGANISATIONS, 'org:zz/parts-ltd', ...PLACES]
    const pairs = ids.flatMap((from) => ids.map((to) => ({ from, to })))
    const two = { here: CITY1, there: CITY2 }
    const EXAMPLES: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
      node: ids.map((id) => ({ id })), nodes: [{ ids }], search: [{ text: 'DC' }, { text: 'admin' }], place: PLACES.map((id) => ({ id })), places: [{}],
      sharedAdversaries: ['CONTROLLERS', 'FINANCIERS', 'SUPPLIERS'].map((list) => ({ ...two, list })), mirrorPoints: [...ORGANISATIONS.map((organisation) => ({ organisation, ...two })), { organisation: GROUP, ...two, threshold: 0 }, { organisation: GROUP, ...two, threshold: 0, weights: [{ feature: 'workforce', weight: 1 }] }],
      ownership: ORGANISATIONS.flatMap((of) => ['UP', 'DOWN'].map((direction) => ({ of, direction }))), paths: pairs.filter(({ from, to }) => from.startsWith('org:') && to.startsWith('site:')), coverage: [{}, { place: CITY1 }],
      chokePoints: ASKED, whatIf: SITES.map((site) => ({ place: 'iso3166:DE', commodity: 'steel', remove: [site] })),
      twins: PLACES.map((place) => ({ place })), twinMatching: [{ places: [CITY1, CITY2, CITY3] }], whyNot: ORGANISATIONS.map((organisation) => ({ organisation, ...two })), ownMoney: [{ place: CITY1, source: 'src:none' }],
      timeline: ORGANISATIONS.map((organisation) => ({ organisation, target: 'site:x/dc-2' })), changes: [{ from: '2000-01-01', to: '2026-11-24' }, { from: '2000-01-01', to: '2026-11-24', organisation: GROUP }, { from: '2000-01-01', to: '2026-11-24', place: CITY3 }],
      sources: [{}], imports: [{}], presets: [{}], about: [{}],
    }
    const fields = Object.values(schema.getQueryType()!.getFields())
    expect(fields.map(({ name }) => name).filter((name) => !(name in EXAMPLES))).toEqual([]) // a new question needs an example here
    let compared = 0
    for (const field of fields) {
      const type = getNamedType(field.type)
      const depth = field.name === 'chokePoints' ? 2 : 3
      for (const variables of EXAMPLES[field.name]!.filter((given) => Object.keys(given).every((name) => field.args.some((arg) => arg.name === name)))) {
        const names = Object.keys(variables)
        const declared = names.map((name) => `$${name}: ${String(field.args.find((arg) => arg.name === name)!.type)}`).join(', ')
        const query = `query${names.length > 0 ? `(${declared})` : ''} { ${field.name}${names.length > 0 ? `(${names.map((name) => `${name}: $${name}`).join(', ')})` : ''} ${everyField(schema, type, depth)} }`
        const [first, second] = [await one.ask(query, variables), await other.ask(query, variables)]
        expect([field.name, variables, second]).toEqual([field.name, variables, first])
        compared++
      }
    }
    expect(compared).toBeGreaterThan(600)
    const site = schema.getType('Statement')
    expect(isObjectType(site) && ['volume', 'flowCapacity', 'supplyShare', 'revenueShare', 'amount', 'definition'].every((name) => name in site.getFields())).toBe(true)
  }, 240_000)

  it('leaves measure and source of a published figure readable, and no figure, definition or remark of it', async () => {
    const query = '{ node(id: "site:x/port-b") { ... on Site { statements { type measure amount unit year revenueShare definition note sentence } } } choke: chokePoints(organisation: "org:zz/steel-nv", commodity: "steel") { ... on ChokePoints { items { site { id } sting { sentence } stings { sentence } } } } }'
    const { node, choke: steel } = (await one.ask(query)) as unknown as { node: { statements: { type: string; measure: string }[] }; choke: { items: { site: { id: string } }[] } }
    const nothing = { amount: null, unit: null, year: null, revenueShare: null, definition: null, note: null }
    expect(node.statements).toContainEqual({ type: 'STATES_FIGURE', measure: 'TIME_TO_SURVIVE', ...nothing, sentence: 'Statistics office reports as time to survive of PortB, undated.' })
    expect(node.statements).toContainEqual({ type: 'DEPENDS_ON', measure: null, ...nothing, sentence: 'Statistics office reports that Grain Group NV earns a part of its revenue through PortB, undated.' })
    expect(steel.items.find(({ site: { id } }) => id === 'site:x/yard')).toEqual({ site: { id: 'site:x/yard' }, sting: null, stings: [] }) // stated by a supplier of the service
  })

  it('leaves ends, commodity, source and grade of a flow readable, and figures of other flows', async () => {
    const query = '{ node(id: "site:x/dc-2") { ... on Site { statements { type commodity volume unit period supplyShare flowCapacity note grade source { title } to { id } } coordinates { lat } } } yard: node(id: "site:x/yard") { ... on Site { statements { type volume flowCapacity } } } receiver: node(id: "site:x/receiver") { ... on Site { coordinates { lat } precision } } }'
    const { node, yard, receiver: shown } = (await one.ask(query)) as unknown as { node: { statements: { type: string }[] }; yard: { statements: { type: string }[] }; receiver: object }
    const flows = node.statements.filter(({ type }) => type === 'SUPPLIES')
    expect(flows).toHaveLength(4 + 2 * 2 + 2 + 12) // towels and soap of two years; two lines about masks look alike and are shown once
    expect(flows).toContainEqual({ type: 'SUPPLIES', commodity: 'linen', volume: null, unit: null, period: null, supplyShare: null, flowCapacity: null, note: null, grade: 'REPORTED', source: { title: 'Trade statistics' }, to: { id: 'site:x/receiver' } })
    expect(yard.statements).toContainEqual({ type: 'SUPPLIES', volume: 90, flowCapacity: 100 })
    expect(shown).toEqual({ coordinates: null, precision: 'PLACE_ONLY' })
  })

})
