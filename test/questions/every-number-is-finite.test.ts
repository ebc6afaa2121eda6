import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../api/questions/answers.ts'
import type { Questions } from '../../api/bind-questions.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Statement } from '#model/model.ts'
import { seededRandom } from '../seeded-random.ts'
import { TODAY, aWorld, brand, brandOf, locatedIn, manages, operates, organisation, owns, partOf, place, sameAs, site, soldIn, supplies, votes } from '../worlds/snapshot-world.ts'

const WORLDS = 120
const FIRST_SEED = 140_001

/** Shares above 100 %, below 0, tiny and huge, beside ordinary ones; what is not a number is not stated. */
const SHARES = [0, 1, 0.5, 0.51, 0.3, 0.2, 0.1, 1.5, 25, 100, -0.5, -1, 1e300, 1e-300, Number.MIN_VALUE]
/** Figures of sites and shops: mostly 0, so that totals are 0; some impossible. */
const FIGURES = [0, 0, 0, 1, 40, 1e6, -3, 1e308, Number.MIN_VALUE, Number.NaN, Infinity]

/** Nine organisations, fourteen sites, two brands and five places, with figures no source should state. */
async function hostileWorld(seed: number) {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const organisations = Array.from({ length: 9 }, (_, at) => `o${at}`)
  const sites = Array.from({ length: 14 }, (_, at) => `s${at}`)
  const brands = ['b0', 'b1']
  const places = ['here', 'there', 'third', 'fourth', 'district']
  const [unit, measure] = pick([['homes', 'homes'], ['TEU', 'capacity']] as const)
  const range = (): [number, number] => { const one = pick(SHARES); return [one, random() < 0.6 ? one : pick(SHARES)] }
  const statements: Statement[] = [partOf('district', 'here'), partOf('here', pick(places)), sameAs('o0', 'o8')]
  for (const held of [...organisations, ...sites]) {
    for (let stake = Math.floor(random() * 4); stake > 0; stake--) {
      const holder = pick(organisations)
      const interest = pick(['shareholding', 'shareholding', 'shareholding', 'joint control', 'operator group', 'consolidation', 'nominee'] as const)
      statements.push(random() < 0.15 ? votes(holder, held, range()) : owns(holder, held, random() < 0.1 ? undefined : range(), { interest, sourceId: pick(['src:one', 'src:two']) }))
    }
  }
  for (const one of sites) {
    statements.push(locatedIn(one, pick(places), random() < 0.3 ? {} : { capacity: { amount: pick(FIGURES), unit, measure } }))
    if (random() < 0.8) statements.push(pick([operates, manages])(pick(organisations), one))
  }
  for (const one of brands) for (const where of ['here', pick(places)]) statements.push(brandOf(one, pick(organisations)), soldIn(one, where, random() < 0.5 ? {} : { stores: pick(FIGURES) }))
  for (let flow = 0; flow < 10; flow++) statements.push(supplies(pick([...organisations, ...sites]), pick(sites), { volume: pick([0, 0, 5, 1e6]), unit: 't', period: 'year' }))
  const kinds = ['port terminal', 'residential portfolio', 'residential building', 'data centre'] as const
  const nodes = [...places.map((id) => place(id)), ...brands.map((id) => brand(id)), ...organisations.map((id) => organisation(id)), ...sites.map((id) => site(id, pick(kinds)))]
  return { organisations, sites, places, questions: bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY }) }
}

/** Names of numbers that are parts of a whole. */
const PARTS = new Set(['score', 'scoreHigh', 'ubiquity', 'bothPlaces', 'similarity', 'coverage', 'sharedMass', 'balance', 'mirrorCoverage', 'fit'])

/** Every number of an answer that is none, or no part of a whole where it should be one; functions without arguments are asked too. */
function faultsIn(value: unknown, path: string, seen = new Set<unknown>()): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && (!PARTS.has(path.split('.').at(-1)!) || (value >= 0 && value <= 1 + 1e-9)) ? [] : [`${path} is ${value}`]
  if (typeof value === 'string') return /\bNaN\b|\bInfinity\b|undefined/.test(value) ? [`${path} says “${value}”`] : []
  if (typeof value === 'function') return value.length === 0 ? faultsIn((value as () => unknown)(), `${path}()`, seen) : [] // lazy parts of an answer take nothing
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const parts = value instanceof Map ? [...value.entries()] : value instanceof Set ? [...value.entries()] : Object.entries(value)
  return parts.flatMap(([name, part]) => faultsIn(part, `${path}.${String(name)}`, seen))
}

/** One line per question, asked in every way that makes sense in a world. */
function everyQuestion({ organisations, sites, places, questions }: Awaited<ReturnType<typeof hostileWorld>>): [string, Outcome<unknown>][] {
  const asked: [string, Outcome<unknown>][] = []
  const ask = <Name extends keyof Questions>(name: Name, args: Parameters<Questions[Name]>[0]) => {
    const question = questions[name] as (given: typeof args) => Outcome<unknown> // the same function, seen alone
    asked.push([`${name} ${JSON.stringify(args)}`, question(args)])
  }
  const [domain, weights, beta, threshold, minShare] = [undefined, undefined, undefined, undefined, undefined]
  const fit = { languages: true, timeZones: undefined }
  for (const list of ['CONTROLLERS', 'FINANCIERS', 'SUPPLIERS'] as const) {
    for (const collapse of [true, false]) ask('sharedAdversaries', { here: 'here', there: 'there', list, domain, weights, beta, collapse, first: 50 })
    ask('sharedAdversaries', { here: 'district', there: 'third', list, domain, weights: [{ domain: 'port', weight: 0 }, { domain: 'housing', weight: 1e-300 }], beta: 1, collapse: true, first: 50 })
    ask('whyNot', { organisation: 'o1', here: 'here', there: 'there', list })
  }
  for (const id of [...organisations, ...sites]) for (const direction of ['UP', 'DOWN'] as const) ask('ownership', { of: id, direction, minShare, threshold: 0.25 })
  for (const id of organisations) for (const method of ['GOWER', 'ROLE_SIM'] as const) ask('mirrorPoints', { organisation: id, here: 'here', there: 'there', threshold, method })
  for (const id of organisations.slice(1, 4)) for (const to of sites.slice(0, 3)) ask('paths', { from: id, to, first: 20 })
  ask('timeline', { organisation: 'o1', target: 'o2' })
  for (const where of [undefined, ...places]) ask('coverage', { place: where, domain })
  for (const where of places) ask('twins', { place: where, domain, fit, first: 10 })
  ask('twinMatching', { places: ['here', 'there', 'third', 'fourth'], domain, fit })
  return asked
}

describe(`answers about ${WORLDS} worlds with impossible figures (seeds ${FIRST_SEED} …)`, () => {
  it.each([0, 1, 2, 3])('hold no number that is none, and no part above the whole, quarter %i', async (quarter) => {
    let [answers, found] = [0, [] as string[]]
    for (let seed = FIRST_SEED + quarter * (WORLDS / 4); seed < FIRST_SEED + (quarter + 1) * (WORLDS / 4); seed++) {
      for (const [question, outcome] of everyQuestion(await hostileWorld(seed))) {
        if (outcome.kind !== 'Answer') continue
        answers++
        found = found.concat(faultsIn(outcome.value, '').map((fault) => `seed ${seed}: ${question}: ${fault}`))
      }
    }
    expect(found.slice(0, 20)).toEqual([])
    expect(answers).toBeGreaterThan(WORLDS)
  })

  it('would name a number that is none, also behind a function', () => {
    expect(faultsIn({ rows: [{ score: 1.2, share: Number.NaN, power: () => Infinity, sentence: 'holds NaN %' }] }, '')).toEqual(['.rows.0.score is 1.2', '.rows.0.share is NaN', '.rows.0.power() is Infinity', '.rows.0.sentence says “holds NaN %”'])
  })
})
