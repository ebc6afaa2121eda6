import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocument } from '#api/commands/load-document.ts'
import { choke as chokeInWords, whatif as whatIfInWords } from '#api/commands/render/flows-in-words.ts'
import { exportRows } from '#api/exports/export-rows.ts'
import { CITY1, CITY2, CITY3, GROUP, HARBOUR_TABLES, flowWorld } from '../worlds/flow-world.ts'
import type { FlowWorld, Tables } from '../worlds/flow-world.ts'

/**
 * The harbour of grain (flow-world.ts), everything between the fields and the cities in Rotterdam, with what sources publish:
 *   PortA: 400 jobs with its place, 500 in the port's own report · served 5 days without it, back after 20 · 30 % of the group's revenue
 *   DC1:   250 jobs · 8 days to restore · 20 % of the group's revenue, 60 % of that of Baker BV
 *   Rotterdam: 10,000 jobs · EUR 40,000 set aside of EUR 160,000 the planned days cost
 */
const FIGURES = ['figures', 'subject,subject_id,about_id,measure,amount,unit,year,definition', ...[
  ',site:x/port-a,,jobs,500,,2025,', ',site:x/port-a,,time to survive,5,,2025,As the customers reported', ',site:x/port-a,,time to restore,20,,2025,', ',site:x/dc-1,,time to restore,8,,2025,',
  'Grain Group NV,,site:x/port-a,revenue share,30,percent,2025,Segment ports', 'Grain Group NV,,site:x/port-a,revenue share,25,percent,2023,Segment ports', 'Grain Group NV,,site:x/dc-1,revenue share,20,percent,2025,', 'Baker BV,,site:x/dc-1,revenue share,60,percent,2025,',
  `,${CITY1},,total jobs,10000,,2025,Employee jobs on 1 October`, `,${CITY1},,funds and pledges,40000,EUR,2025,For ten days`, `,${CITY1},,expected cost,160000,EUR,2025,For ten days`,
]] as [string, ...string[]]
const WORLDS: FlowWorld[] = []
const worldOf = async (...tables: Tables): Promise<FlowWorld> => { const world = await flowWorld([...HARBOUR_TABLES, ...tables]); WORLDS.push(world); return world }
afterAll(async () => { for (const world of WORLDS) await world.close() })

type Answer = Readonly<Record<string, never>>
const choke = async (world: FlowWorld, variables: Readonly<Record<string, unknown>>) => (await world.ask(loadDocument('choke'), variables))['chokePoints']! as Answer
const whatIf = async (world: FlowWorld, variables: Readonly<Record<string, unknown>>) => (await world.ask(loadDocument('whatif'), variables))['whatIf']! as Answer
const points = (answer: Answer) => new Map((answer['items']! as { site: { name: string } }[]).map((point) => [point.site.name, point]))
const exactly = (share: number) => ({ low: share, high: share })

describe('a choke point with published figures', () => {
  let world: FlowWorld
  let answer: Answer
  beforeAll(async () => {
    world = await worldOf(FIGURES)
    answer = await choke(world, { organisation: GROUP, commodity: 'grain' })
  })

  it('says how long it is not missed and how long it is, and for how long an action shows no effect', () => {
    expect(points(answer).get('PortA')).toMatchObject({
      timeToSurviveDays: 5, timeToRestoreDays: 20, biteWindowDays: 15,
      timeSentence: 'Its markets are served for 5 days without it, as published: a lawful action shorter than that shows no effect. It works again or is replaced after 20 days, as published. It can be missed for 15 days at most.',
      timeStatements: [{ sentence: 'Statistics office reports as time to survive of PortA: 5 days (2025), undated.', definition: 'As the customers reported' }, { sentence: 'Statistics office reports as time to restore of PortA: 20 days (2025), undated.' }],
    })
    expect(points(answer).get('DC1')).toMatchObject({ timeToSurviveDays: null, timeToRestoreDays: 8, biteWindowDays: null, timeSentence: 'It works again or is replaced after 8 days, as published.' })
    expect(points(answer).get('MillN')).toMatchObject({ timeToSurviveDays: null, timeToRestoreDays: null, biteWindowDays: null, timeSentence: null, timeStatements: [] })
  })

  it('shows the sting of the organisation asked about as its own number, the latest one, and who else states one', async () => {
    expect(points(answer).get('PortA')).toMatchObject({ sting: { organisation: { id: GROUP }, share: exactly(0.3), sentence: 'Grain Group NV states 30 % of its revenue through this.', statements: [{ definition: 'Segment ports' }] } })
    expect(points(answer).get('DC1')).toMatchObject({ sting: { share: exactly(0.2) } })
    expect(points(answer).get('PortB')).toMatchObject({ sting: null })
    const place = points(await choke(world, { place: 'iso3166:NL' }))
    expect(place.get('DC1')).toMatchObject({ sting: { organisation: { name: 'Baker BV' }, share: exactly(0.6) } })
    const { chokePoints } = await world.ask(`{ chokePoints(organisation: "${GROUP}") { ... on ChokePoints { items { site { name } stings { organisation { name } } } } } }`)
    expect((chokePoints as unknown as { items: object[] }).items[0]).toMatchObject({ site: { name: 'DC1' }, stings: [{ organisation: { name: 'Baker BV' } }, { organisation: { name: 'Grain Group NV' } }] })
  })

  it('takes one figure of jobs a site, what is published first, and says what part of the place that is and what is covered', () => {
    // 500 as published, not 400 + 500; of 10,000 jobs 5 %; EUR 40,000 of 160,000 is a quarter
    expect(points(answer).get('PortA')).toMatchObject({ costToUs: {
      jobs: 500, homes: null, powerMw: null,
      dependence: { share: 0.05, place: { id: CITY1 }, sentence: 'That is 5 % of the jobs of Rotterdam.', statements: [{ definition: 'Employee jobs on 1 October' }] },
      cover: { fraction: 0.25, funds: 40_000, cost: 160_000, currency: 'EUR', statements: [{ definition: 'For ten days' }, { definition: 'For ten days' }] },
      sentence: 'Touched here as far as stated: 500 jobs. Not on record: homes, power; that is unknown, not none. That is 5 % of the jobs of Rotterdam. Funds and pledges of EUR 40,000 cover 25 % of the EUR 160,000 the planned days are expected to cost Rotterdam.',
    } })
    expect(points(answer).get('DC1')).toMatchObject({ costToUs: { jobs: 250, dependence: { share: 0.025 } } })
    expect(points(answer).get('PortB')).toMatchObject({ costToUs: { jobs: null, dependence: null, cover: { fraction: 0.25 } } })
  })

  it('multiplies loss, sting and 1 − local dependence only where all three are known', () => {
    // D = 80/110; PortA: 80/110 · .3 · .95 = .207272…; DC1: 80/110 · .2 · .975 = .141818…
    const score = (name: string) => (points(answer).get(name) as unknown as { factors: { score: { low: number; high: number } | null; confidence: string; missing: string[] } }).factors
    expect(score('PortA').score!.low).toBeCloseTo(80 / 110 * 0.3 * 0.95, 12)
    expect(score('DC1').score!.high).toBeCloseTo(80 / 110 * 0.2 * 0.975, 12)
    expect(score('PortA')).toMatchObject({ confidence: 'HIGH', missing: [] })
    expect(score('MillN')).toEqual({ score: null, confidence: 'MEDIUM', missing: ['sting'] }) // 120 jobs are 1.2 % of the place
    expect(score('PortB')).toEqual({ score: null, confidence: 'LOW', missing: ['sting', 'local dependence'] })
  })

  it('is told in words and exported with the statements behind every figure', () => {
    const words = chokeInWords(answer as never)
    expect(words).toContain('Sting: Grain Group NV states 30 % of its revenue through this.')
    expect(words).toContain('Statistics office reports that Grain Group NV earns 30 % of its revenue of 2025 through PortA, undated. — Trade statistics')
    expect(words).toContain('Sting not on record: what is earned through it is unknown, not none.')
    const rows = exportRows(answer as never, { unit: 'percent' })
    expect(rows.items.find((row) => row['site_id'] === 'site:x/port-a')).toMatchObject({ time_to_survive_days: 5, time_to_restore_days: 20, bite_window_days: 15 })
    expect(rows.statements.map((row) => row['statement_type'])).toEqual(expect.arrayContaining(['STATES_FIGURE', 'DEPENDS_ON']))
  })

  it('leaves everything blank where nobody publishes it', async () => {
    const bare = points(await choke(await worldOf(), { organisation: GROUP, commodity: 'grain' }))
    for (const point of bare.values()) expect(point).toMatchObject({ timeToSurviveDays: null, timeToRestoreDays: null, biteWindowDays: null, sting: null, factors: { score: null }, costToUs: { dependence: null, cover: null } })
  })
})

describe('what if, with sting and cost side by side', () => {
  it('lists who is asked about, runs the sites or earns through them', async () => {
    const answer = await whatIf(await worldOf(FIGURES), { organisation: GROUP, commodity: 'grain', remove: ['site:x/port-a', 'site:x/dc-1'] })
    // 30 % and 20 % of the group's revenue may overlap: from 30 to 50 %; 500 + 250 jobs of 10,000
    expect(answer['byOrganisation']).toMatchObject([
      { organisation: { id: GROUP }, sting: { share: { low: 0.3, high: 0.5 }, sentence: 'Grain Group NV states 30–50 % of its revenue through this. Parts of several sites may overlap.' }, costToUs: { jobs: 750, dependence: { share: 0.075 }, cover: { fraction: 0.25 } } },
      { organisation: { name: 'Baker BV' }, sting: { share: exactly(0.6) }, costToUs: { jobs: 250 } },
    ])
    expect(answer['costToUs']).toMatchObject({ jobs: 750 })
    const words = whatIfInWords(answer as never)
    expect(words).toMatch(/Baker BV\n\s+Sting: Baker BV states 60 % of its revenue through this\./)
    const unstated = await whatIf(await worldOf(), { place: CITY3, remove: ['site:x/port-b'] })
    expect(unstated['byOrganisation']).toMatchObject([{ organisation: { id: GROUP }, sting: null, costToUs: { jobs: null, cover: null } }])
  })
})

describe('an official total in the answers', () => {
  const totals = (count: number): [string, ...string[]] => ['figures', 'subject_id,measure,amount,unit,domain,year,definition', `${CITY1},total sites,${count},,port,2025,Terminals with a customs code`]
  const there = ['sites', 'id,name,kind,place_id,operator', `site:x/quay,Quay,port terminal,${CITY2},Grain Group NV`] as [string, ...string[]]
  const shared = async (...tables: Tables) => (await (await worldOf(there, ...tables)).ask(loadDocument('shared'), { here: CITY1, there: CITY2, domain: 'PORT' }))['sharedAdversaries']! as Answer
  const port = (answer: Answer) => (answer['items']! as { here: { byDomain: object[] } }[])[0]!.here.byDomain[0]!

  it('is named with its source and definition, and is not what is mapped', async () => {
    const answer = await shared(totals(8))
    expect(port(answer)).toMatchObject({
      low: 0.25, amount: 2, total: 8, mapped: 2, totalIsMapped: false, sentence: '2 of 8 port terminals in Rotterdam, 2026; total according to Trade statistics, 2025',
      totalStatement: { sentence: 'Statistics office reports as total sites (port) of Rotterdam: 8 sites (2025), undated.', definition: 'Terminals with a customs code' },
    })
  })

  it('smaller than what is mapped is said and not used', async () => {
    expect(port(await shared(totals(1)))).toMatchObject({ low: 1, total: 2, totalIsMapped: true, sentence: '2 of 2 port terminals on record in Rotterdam, 2026; the 1 of Trade statistics, 2025 leave out some of them and were not used', totalStatement: { sentence: 'Statistics office reports as total sites (port) of Rotterdam: 1 sites (2025), undated.' } })
    expect(port(await shared())).toMatchObject({ total: 2, mapped: 2, totalIsMapped: true, totalStatement: null, sentence: '2 of 2 port terminals on record in Rotterdam, 2026' })
  })

  it('is listed with the place', async () => {
    const { place } = await (await worldOf(totals(8))).ask(loadDocument('place'), { id: CITY1 })
    expect(place).toMatchObject({ publishedFigures: [{ sentence: 'Statistics office reports as total sites (port) of Rotterdam: 8 sites (2025), undated.', definition: 'Terminals with a customs code' }] })
  })
})
