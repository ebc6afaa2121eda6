import { describe, expect, it } from 'vitest'
import { sharedAdversaries } from '#analytics/shared-adversaries.ts'
import type { OwnershipView } from '#analytics/ownership-view.ts'
import type { Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { Planted, PlainScore, PlainSite, PlainStake, PlainWorld } from '../oracles/slow-exposure.ts'
import { certainlyControls, slowScores } from '../oracles/slow-exposure.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, partOf, place, site } from '../worlds/snapshot-world.ts'

const WORLDS = 240
const BETA = 0.25

/** Nine organisations with chains, rings, bands, joint ventures and groups; twelve sites in four cities and a district. */
function randomWorld(seed: number): PlainWorld {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const organisations = Array.from({ length: 9 }, (_, i) => `o${i}`)
  const places = ['here', 'there', 'third', 'fourth']
  const withFigures = random() < 0.4
  const sites: PlainSite[] = Array.from({ length: 12 }, (_, i) => ({
    id: `s${i}`, place: pick([...places, 'here', 'there', 'district']), domain: random() < 0.7 ? 'port' : 'data centre',
    operators: [...new Set(Array.from({ length: Math.floor(random() * 2.6) }, () => pick(organisations)))], figure: withFigures || random() < 0.5 ? 1 + Math.floor(random() * 9) : undefined,
  }))
  const stakes: PlainStake[] = []
  for (const held of [...organisations, ...sites.slice(0, 5).map(({ id }) => id)]) {
    const holders = shuffled(organisations.length, random).map((at) => organisations[at]!).filter((holder) => holder !== held).slice(0, Math.floor(random() * 3))
    let left = 1
    let grouped = false
    for (const holder of holders) {
      const share = Math.round(random() * left * 100) / 100
      const dice = random()
      if (share === 0) continue
      if (dice < 0.1 && !held.startsWith('s') && !grouped) { stakes.push({ holder, held, low: 0, high: 1, kind: 'group' }); grouped = true }
      else if (dice < 0.2) stakes.push({ holder, held, low: share, high: share, kind: 'joint' })
      else if (dice < 0.25) stakes.push({ holder, held, low: 0, high: 1, kind: 'consolidates' })
      else if (dice < 0.45) stakes.push({ holder, held, low: share / 2, high: Math.min(1, share * 1.5), kind: 'shares' })
      else stakes.push({ holder, held, low: share, high: share, kind: 'shares' })
      left -= share
    }
  }
  return { organisations, stakes, sites, within: new Map([['district', 'here']]), places }
}

async function viewOf(world: PlainWorld, order: 'given' | 'reversed' = 'given'): Promise<OwnershipView> {
  const interest = { shares: 'shareholding', joint: 'joint control', group: 'operator group', consolidates: 'consolidation' } as const
  const statements: Statement[] = [
    partOf('district', 'here'),
    ...world.stakes.map(({ holder, held, low, high, kind }) => owns(holder, held, kind === 'group' || kind === 'consolidates' ? undefined : [low, high], { interest: interest[kind] })),
    ...world.sites.flatMap(({ id, place: where, operators, figure }) => [
      locatedIn(id, where, figure === undefined ? {} : { capacity: { amount: figure, unit: 'units', measure: 'capacity' } }), ...operators.map((operator) => operates(operator, id)),
    ]),
  ]
  const nodes = [...world.places.map((id) => place(id)), place('district', { kind: 'district' }), ...world.organisations.map((id) => organisation(id)), ...world.sites.map(({ id, domain }) => site(id, domain === 'port' ? 'port terminal' : 'data centre'))]
  const snapshot = order === 'given' ? await aWorld(nodes, statements) : await aWorld([...nodes].reverse(), [...statements].reverse())
  return viewAt(snapshot, { asOf: TODAY, grades: ['reported'], today: TODAY })
}

function ranking(view: OwnershipView, collapse: boolean) {
  const at = (id: string) => view.snapshot.indexOf(id)!
  const { rows } = sharedAdversaries(view, at('here'), at('there'), { list: 'controllers', weights: undefined, beta: BETA, collapse })
  const id = (node: number) => view.snapshot.nodes.ids[node]!
  return rows.map((row) => ({ ...row, actor: id(row.actor), controllers: row.controllers.map(id), members: row.members.map(id) }))
}

/** Largest difference between the ranking of a world and the slow one; Infinity where other actors are listed. */
async function difference(world: PlainWorld, planted: Planted = 'none'): Promise<number> {
  const expected = new Map(slowScores(world, 'here', 'there', BETA, planted).map((one) => [one.actor, one]))
  const found = ranking(await viewOf(world), false)
  if (found.length !== expected.size) return Infinity
  return Math.max(0, ...found.map(({ actor, here, there, ubiquity, score }) => {
    const slow = expected.get(actor)
    if (slow === undefined) return Infinity
    return Math.max(...[here.low - slow.here[0], here.high - slow.here[1], there.low - slow.there[0], there.high - slow.there[1], ubiquity - slow.ubiquity, score - slow.score].map(Math.abs))
  }))
}

describe(`exposure and score of ${WORLDS} random worlds`, () => {
  it('are those of the definition', async () => {
    let listed = 0
    for (let seed = 1; seed <= WORLDS; seed++) {
      const world = randomWorld(seed)
      expect(await difference(world), `world ${seed}`).toBeLessThan(1e-9)
      listed += slowScores(world, 'here', 'there', BETA).length
    }
    expect(listed).toBeGreaterThan(WORLDS) // the worlds are not empty
  })

  it.each(['known operators only', 'mixed measures', 'no parts of places'] as const)('would differ with the mistake "%s"', async (planted) => {
    let noticed = 0
    for (let seed = 1; seed <= 60; seed++) noticed += (await difference(randomWorld(seed), planted)) > 1e-9 ? 1 : 0
    expect(noticed).toBeGreaterThan(10)
  })

  it('do not depend on the order of rows', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [given, reversed] = [ranking(await viewOf(randomWorld(seed)), true), ranking(await viewOf(randomWorld(seed), 'reversed'), true)]
      expect(reversed).toEqual(given)
    }
  })
})

/** What must hold for the rows of a collapsed ranking, checked pair by pair. */
function faults(world: PlainWorld, scores: readonly PlainScore[], rows: readonly { readonly actor: string; readonly controllers: readonly string[] }[]): string[] {
  const footprint = new Map(scores.map((one) => [one.actor, one.footprint]))
  const above = (upper: string, lower: string) => certainlyControls(world, upper, lower)
  const heads = rows.map(({ actor }) => actor)
  const found: string[] = []
  for (const { actor, controllers } of rows) {
    for (const controller of controllers) {
      if (!above(controller, actor)) found.push(`${controller} does not control ${actor}`)
      if (footprint.get(controller) !== footprint.get(actor)) found.push(`${controller} accounts for something else than ${actor}`)
    }
    controllers.forEach((controller, i) => controllers.slice(i + 1).forEach((farther) => {
      if (above(controller, farther) && !above(farther, controller)) found.push(`${farther} is nearer than ${controller}`)
    }))
    for (const lower of scores.map((one) => one.actor)) {
      const isLower = above(actor, lower) && !above(lower, actor) && footprint.get(lower) === footprint.get(actor)
      const isNestedElsewhere = heads.some((head) => head !== actor && above(head, lower) && footprint.get(head) !== footprint.get(lower))
      if (isLower && !isNestedElsewhere) found.push(`${lower} accounts for all of the row of ${actor} and stands lower`)
    }
    for (const head of heads) if (head !== actor && above(head, actor) && !above(actor, head)) found.push(`${actor} is listed beside its controller ${head}`)
  }
  for (const { actor } of scores) {
    if (!heads.some((head) => head === actor || above(head, actor) || above(actor, head) || heads.some((other) => above(actor, other)) || rows.some(({ controllers }) => controllers.some((controller) => above(controller, actor)))))
      found.push(`${actor} is in no row`)
  }
  return found
}

describe('one row per control chain, in random worlds', () => {
  it('keeps every chain once, headed by its lowest actor', async () => {
    let collapsed = 0
    for (let seed = 1; seed <= WORLDS; seed++) {
      const world = randomWorld(seed)
      const scores = slowScores(world, 'here', 'there', BETA)
      const rows = ranking(await viewOf(world), true)
      expect(faults(world, scores, rows), `world ${seed}`).toEqual([])
      collapsed += scores.length - rows.length
    }
    expect(collapsed).toBeGreaterThan(100)
  })

  it('would name a row that is headed too high, and one listed twice', () => {
    const world: PlainWorld = { organisations: ['a', 'b'], stakes: [{ holder: 'a', held: 'b', low: 1, high: 1, kind: 'shares' }], within: new Map(), places: ['here', 'there'],
      sites: ['here', 'there'].map((where) => ({ id: `s ${where}`, place: where, domain: 'port', operators: ['b'], figure: undefined })) }
    const scores = slowScores(world, 'here', 'there', BETA)
    expect(faults(world, scores, [{ actor: 'a', controllers: [] }])).toEqual(['b accounts for all of the row of a and stands lower'])
    expect(faults(world, scores, [{ actor: 'a', controllers: [] }, { actor: 'b', controllers: [] }])).toContain('b is listed beside its controller a')
  })
})
