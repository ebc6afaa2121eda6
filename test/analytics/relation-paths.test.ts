import { describe, expect, it } from 'vitest'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { RelationPathOptions, RelationStep } from '#analytics/record/relation-paths.ts'
import { leadsTo, relationPaths } from '#analytics/record/relation-paths.ts'
import type { Statement } from '#model/model.ts'
import type { PlainStep } from '../oracles/all-relation-paths.ts'
import { allRelationPaths } from '../oracles/all-relation-paths.ts'
import type { PlainWorld } from '../oracles/slow-exposure.ts'
import { randomWorld, viewOf } from '../random-places.ts'
import { seededRandom } from '../seeded-random.ts'
import { brand, brandOf, manages, operates, owns, supplies } from '../worlds/snapshot-world.ts'

const WORLDS = 520
const FIRST_SEED = 130_001
const BRANDS = ['b0', 'b1', 'b2']
const EVERYTHING: RelationPathOptions = { limit: Infinity, maxSteps: Infinity, supplies: true }

interface PathWorld { readonly seed: number; readonly world: PlainWorld; readonly more: readonly Statement[]; readonly ends: readonly (readonly [string, string])[] }

/** Every 26th world of 176 nodes, the others of 29: beside stakes and operators also managers, suppliers, brands, and statements made by two sources. */
function pathWorld(seed: number): PathWorld {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const some = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
  const times = seed % 26 === 0 ? 8 : 1
  const world = randomWorld(seed, times)
  const sites = world.sites.map(({ id }) => id)
  const more = [
    ...some(3 * times, () => manages(pick(world.organisations), pick(sites))),
    ...some(3 * times, () => supplies(pick(sites), pick(sites))).filter(({ from, to }) => from !== to),
    ...some(5, () => brandOf(pick(BRANDS), pick(world.organisations))),
    ...world.stakes.slice(0, 3).map(({ holder, held }) => owns(holder, held, 0.01, { sourceId: 'src:two' })),
    ...world.sites.slice(0, 3).flatMap(({ id, operators }) => operators.map((operator) => operates(operator, id, { sourceId: 'src:two' }))),
  ]
  const unique = [...new Map(more.map((one) => [`${one.from} ${one.type} ${one.to} ${one.sourceId}`, one])).values()]
  return { seed, world, more: unique, ends: some(20, () => [pick(world.organisations), pick([...world.organisations, ...sites, ...BRANDS])] as const) }
}

/** Brands belong to an organisation: their statements lead down from its end to theirs. */
const stepsOf = ({ world, more }: PathWorld): PlainStep[] => [
  ...world.stakes.map(({ holder, held }) => ({ from: holder, type: 'OWNS', to: held })),
  ...world.sites.flatMap(({ id, operators }) => operators.map((operator) => ({ from: operator, type: 'OPERATES', to: id }))),
  ...more.map(({ from, type, to }) => (type === 'BRAND_OF' ? { from: to, type, to: from } : { from, type, to })),
]

const viewFor = ({ world, more }: PathWorld, order: 'given' | 'reversed' = 'given') => viewOf(world, order, more, BRANDS.map((id) => brand(id)))

/** Paths as text, in the order in which they were found. */
function pathsOf(view: OwnershipView, from: string, to: string, options = EVERYTHING) {
  const { snapshot } = view
  const { paths, complete } = relationPaths(view, snapshot.indexOf(from)!, snapshot.indexOf(to)!, options)
  const text = (path: readonly RelationStep[]) => path.reduce((before, { type, to: next }) => `${before} -${snapshot.types[type]}- ${snapshot.nodes.ids[next]}`, from)
  return { texts: paths.map(text), lengths: paths.map(({ length }) => length), complete }
}

describe('paths of relations', () => {
  let compared = 0
  let longest = 0
  let noticed = 0

  it.each([0, 1, 2, 3])(`are all ways down, shortest first (${WORLDS} worlds, 20 of them with 176 nodes, seeds ${FIRST_SEED} to ${FIRST_SEED + WORLDS - 1}), quarter %i`, async (quarter) => {
    for (let seed = FIRST_SEED + quarter; seed < FIRST_SEED + WORLDS; seed += 4) {
      const world = pathWorld(seed)
      const [view, steps] = [await viewFor(world), stepsOf(world)]
      for (const [from, to] of world.ends) {
        const expected = allRelationPaths(steps, from, to)
        const { texts, lengths, complete } = pathsOf(view, from, to)
        expect([...texts].sort(), `seed ${seed}: ${from} to ${to}`).toEqual([...expected].sort())
        expect(complete).toBe(true)
        if (from !== to) expect(leadsTo(view, view.snapshot.indexOf(from)!, EVERYTHING).has(view.snapshot.indexOf(to)!)).toBe(expected.length > 0) // without writing the ways down
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
        compared += expected.length
        longest = Math.max(longest, ...lengths)
        if (allRelationPaths(steps.filter((_, at) => at !== 6), from, to).length !== texts.length) noticed++
      }
    }
  })

  it('were many and long enough to see one lost', () => {
    console.info(`paths of relations: ${compared} compared, the longest of ${longest} steps; one statement less would be noticed ${noticed} times`)
    expect(compared).toBeGreaterThan(2_000)
    expect(longest).toBeGreaterThan(6)
    expect(noticed).toBeGreaterThan(50)
  })

  it('do not depend on the order of the rows, and leave supply out unless it is asked for', async () => {
    let supplied = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 60; seed++) {
      const world = pathWorld(seed)
      const [view, reversed] = [await viewFor(world), await viewFor(world, 'reversed')]
      const steps = stepsOf(world).filter(({ type }) => type !== 'SUPPLIES')
      for (const [from, to] of world.ends) {
        const all = pathsOf(view, from, to).texts
        expect(new Set(pathsOf(reversed, from, to).texts)).toEqual(new Set(all))
        const without = pathsOf(view, from, to, { ...EVERYTHING, supplies: false }).texts
        expect([...without].sort()).toEqual(allRelationPaths(steps, from, to).sort())
        supplied += all.length - without.length
      }
    }
    expect(supplied).toBeGreaterThan(0)
  })

  it('are cut at the limit, which is said: the shortest stay', async () => {
    const world = pathWorld(FIRST_SEED + 1)
    const view = await viewFor(world)
    for (const [from, to] of world.ends) {
      const all = pathsOf(view, from, to).texts
      expect(pathsOf(view, from, to, { ...EVERYTHING, limit: 1 })).toMatchObject({ texts: all.slice(0, 1), complete: all.length <= 1 })
    }
  })
})
