import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome, SharedAdversaries, SharedAdversary } from '../../api/questions/answers.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { loadBuiltIn } from '#datasets/load-built-in.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'
import { CLOCK, emptyStore } from '../datasets/loaded-store.ts'

const TODAY = CLOCK().toISOString().slice(0, 10)
let snapshot: Snapshot
let questions: ReturnType<typeof bindQuestions>
let remove = async (): Promise<void> => undefined
beforeAll(async () => {
  const opened = await emptyStore()
  remove = opened.remove
  await loadBuiltIn(opened.store, { clock: CLOCK })
  snapshot = await buildSnapshot(opened.store)
  questions = bindQuestions({ snapshot, today: () => TODAY })
}, 300_000)
afterAll(() => remove())

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const ask = (here: string, there: string, asOf?: string): SharedAdversaries =>
  value(questions.sharedAdversaries({ here, there, list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20, asOf }))
const name = (id: string): string => snapshot.nodes.names[snapshot.indexOf(id)!]!
/** A city by name and country: its id depends on the list of places. */
const city = (called: string, country: string): string => {
  for (let node = snapshot.nodes.labelStart[3]!; node < snapshot.nodes.labelStart[4]!; node++) {
    if (snapshot.nodes.names[node] === called && snapshot.texts[snapshot.nodes.country[node]!] === country && snapshot.texts[snapshot.nodes.kind[node]!] === 'city') return snapshot.nodes.ids[node]!
  }
  throw new Error(`${called} is not on record`)
}
const rowOf = ({ items }: SharedAdversaries, organisation: string): SharedAdversary | undefined =>
  items.find((item) => [item.organisation, ...item.controllers, ...item.members].some((id) => name(id) === organisation))

/** A row is of use when it has a path on both sides and rests on default grades only. */
function expectGrounded(row: SharedAdversary | undefined): void {
  expect(row).toBeDefined()
  for (const side of [row!.here, row!.there]) {
    const paths = side.sites.flatMap((site) => site.paths())
    expect(paths.length).toBeGreaterThanOrEqual(1)
    for (const { grade, statements, nodes } of paths) {
      expect(['register', 'document', 'reported']).toContain(grade)
      expect(statements).toHaveLength(nodes.length - 1)
    }
    expect(side.byDomain.every(({ sentence }) => /of .+ on record in .+, /.test(sentence))).toBe(true)
  }
}

describe('two ports: Rotterdam and Los Angeles', () => {
  it('share APM Terminals, held by Maersk', () => {
    const answer = ask('unlocode:NLRTM', 'unlocode:USLAX')
    const row = answer.items.find(({ organisation }) => name(organisation) === 'APM Terminals')
    expectGrounded(row)
    expect(row!.controllers.map(name)).toEqual(['A.P. Møller - Mærsk A/S', 'A.P. Møller Holding A/S'])
    expect(answer.coverageHere.sites).toBeGreaterThanOrEqual(20)
  })
  it('show what makes the majority: 51.45 % of the votes, not the 41.51 % of the capital', () => {
    const { items } = value(questions.paths({ from: 'org:dk/ap-moller-holding-as', to: 'org:nl/apm-terminals', first: 1 }))
    const interests = items[0]!.statements.map((key) => {
      const at = [...Array(snapshot.statements.count).keys()].find((index) => snapshot.keyOf(index) === key)!
      return snapshot.interests[snapshot.statements.interest[at]! - 1]
    })
    expect(interests).toEqual(['voting', 'consolidation'])
  })
  it('mirror each other in Maasvlakte II and Pier 400', () => {
    const [pair] = rowOf(ask('unlocode:NLRTM', 'unlocode:USLAX'), 'APM Terminals')!.mirrorPairs()
    expect(pair).toMatchObject({ here: 'smdg:NLRTM/NLMVII', there: 'smdg:USLAX/APMT', ranked: true })
    expect(pair!.reasons.length).toBeGreaterThan(0)
  })
})

describe('two counties of data centres: Loudoun and Maricopa', () => {
  it('share QTS, controlled by Blackstone', () => {
    const row = rowOf(ask('fips:51107', 'fips:04013'), 'Blackstone')
    expectGrounded(row)
    expect([row!.organisation, ...row!.controllers, ...row!.members].map(name)).toEqual(expect.arrayContaining(['Blackstone', 'QTS Data Centers']))
  })
})

describe('two countries: Austria and Czechia', () => {
  it('share REWE by its chains', () => {
    const row = rowOf(ask('iso3166:AT', 'iso3166:CZ'), 'REWE Group')
    expectGrounded(row)
    expect(row!.here.strongestDomain).toBe('brand')
  })
})

describe('two cities of tenants', () => {
  it('Atlanta and Charlotte share Invitation Homes and American Homes 4 Rent, counted in homes', () => {
    const answer = ask(city('Atlanta', 'US'), city('Charlotte', 'US'))
    for (const landlord of ['Invitation Homes', 'American Homes 4 Rent']) expectGrounded(answer.items.find((item) => name(item.organisation).toLowerCase().startsWith(landlord.toLowerCase())))
    expect(answer.items[0]!.here.byDomain[0]!.sentence).toMatch(/^12,594 of [\d,]+ homes on record in Atlanta, 2024$/)
  })
  it('Berlin and Malmö share Heimstaden Bostad today, and shared Akelius in June 2021', () => {
    const places = [city('Berlin', 'DE'), city('Malmö', 'SE')] as const
    expectGrounded(rowOf(ask(...places), 'Heimstaden Bostad'))
    expect(rowOf(ask(...places), 'Akelius Residential Property')).toBeUndefined()
    const before = ask(...places, '2021-06-30')
    expectGrounded(rowOf(before, 'Akelius Residential Property'))
    expect(rowOf(before, 'Heimstaden Bostad')).toBeUndefined()
  })
})

describe('questions about one organisation', () => {
  it('find the foundation above the terminal', () => {
    const answer = value(questions.ownership({ of: rowOf(ask('unlocode:NLRTM', 'unlocode:USLAX'), 'APM Terminals')!.organisation, direction: 'UP', minShare: undefined, threshold: 0.25 }))
    const holding = answer.holders.find(({ node }) => name(node) === 'A.P. Møller Holding A/S')
    expect(holding).toMatchObject({ groupControl: true, control: 'GROUP' })
    expect(holding!.paths()[0]!.nodes.map(name)).toEqual(['A.P. Møller Holding A/S', 'A.P. Møller - Mærsk A/S', 'APM Terminals'])
  })
  it('name sources of one time that disagree, and the range they leave', () => {
    const mersin = snapshot.nodes.ids[snapshot.nodes.names.indexOf('Mersin International Port (MIP)')]!
    const answer = value(questions.ownership({ of: mersin, direction: 'UP', minShare: undefined, threshold: 0.25 }))
    expect(answer.conflicts.map(({ kind, sentence, statements }) => [kind, sentence, statements.length])).toContainEqual([
      'different figures', 'Sources of the same time give different figures for what IFM Global Infrastructure Fund holds in Mersin International Port (MIP); the range from the lowest to the highest is used.', 2,
    ])
    expect(answer.holders.find(({ node }) => name(node) === 'IFM Global Infrastructure Fund')!.direct).toMatchObject({ low: 0.39, high: 0.4 })
  })
})
