import { describe, expect, it } from 'vitest'
import { sharedAdversaries } from '#analytics/shared-adversaries.ts'
import type { OwnershipView } from '#analytics/ownership-view.ts'
import type { Planted, PlainScore, PlainWorld } from '../oracles/slow-exposure.ts'
import { certainlyControls, largestBlocks, slowScores } from '../oracles/slow-exposure.ts'
import { randomWorld, viewOf, worldWithBlocks } from '../random-places.ts'

const WORLDS = 520
/** Every 104th world has 173 nodes, the others 26. */
const worldOf = (seed: number): PlainWorld => randomWorld(seed, seed % 104 === 0 ? 8 : 1)
const BETA = 0.25

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

describe(`exposure and score of ${WORLDS} random worlds (seeds from 1)`, () => {
  it('are those of the definition', async () => {
    let listed = 0
    for (let seed = 1; seed <= WORLDS; seed++) {
      const world = worldOf(seed)
      expect(await difference(world), `world ${seed}`).toBeLessThan(1e-9)
      listed += slowScores(world, 'here', 'there', BETA).length
    }
    expect(listed).toBeGreaterThan(WORLDS) // the worlds are not empty
  })

  it('are those of the definition where largest blocks may decide', async () => {
    let [decided, ignored] = [0, 0]
    for (let seed = 1; seed <= WORLDS / 2; seed++) {
      const world = worldWithBlocks(seed)
      expect(await difference(world), `world ${seed}`).toBeLessThan(1e-9)
      decided += largestBlocks(world).length
      if (largestBlocks(world).length > 0) ignored += (await difference(world, 'no largest blocks')) > 1e-9 ? 1 : 0
    }
    expect(decided).toBeGreaterThan(WORLDS / 2)
    expect(ignored).toBeGreaterThan(10)
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
      const world = worldOf(seed)
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
