import { describe, expect, it } from 'vitest'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import type { WeightedPair } from '#analytics/graphs/maximum-weight-matching.ts'
import { maximumWeightMatching } from '#analytics/graphs/maximum-weight-matching.ts'
import { bestMatchingBySubsets, bestMatchingOfForest } from '../oracles/matching-totals.ts'
import { slowMatching } from '../oracles/slow-choices.ts'
import { bestTotalBySuccessivePaths } from '../oracles/successive-paths.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS, timeToStop } from '../time-to-stop.ts'
import { differences } from './differences.ts'

/** Up to `most` nodes; equal weights are common, because ties are where odd circles hide. */
function randomPairs(seed: number, most: number) {
  const random = seededRandom(seed)
  const size = 1 + Math.floor(random() * most)
  const density = 0.2 + 0.8 * random()
  const levels = [2, 5, 30, 1_000][seed % 4]!
  const pairs: WeightedPair[] = []
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) if (random() < density) pairs.push({ a, b, weight: Math.floor(random() * levels) - (seed % 7 === 0 ? 1 : 0) })
  if (pairs.length > 0) pairs.push({ ...pairs[0]!, weight: pairs[0]!.weight + 1 })
  return { seed, size, pairs }
}

function bestFirst(size: number, pairs: readonly WeightedPair[]): number {
  const free = new Set(Array.from({ length: size }, (_, node) => node))
  let total = 0
  for (const { a, b, weight } of [...pairs].sort((one, other) => other.weight - one.weight)) {
    if (weight <= 0 || !free.has(a) || !free.has(b)) continue
    free.delete(a)
    free.delete(b)
    total += weight
  }
  return total
}

describe('maximum-weight matching', () => {
  //   AB 9, AC 8, BC 8, BD 3, CD 1, AD 2
  const four: WeightedPair[] = [[0, 1, 9], [0, 2, 8], [1, 2, 8], [1, 3, 3], [2, 3, 1], [0, 3, 2]].map(([a, b, weight]) => ({ a: a!, b: b!, weight: weight! }))

  it('pairs AC and BD for 11, where best-first pairs AB and CD for 10', () => {
    expect(bestFirst(4, four)).toBe(10)
    const { partner, total } = maximumWeightMatching(4, four)
    expect(total).toBe(11)
    expect([...partner]).toEqual([2, 3, 0, 1])
  })

  it('leaves somebody alone rather than lose weight', () => {
    expect(maximumWeightMatching(3, [{ a: 0, b: 1, weight: 5 }, { a: 1, b: 2, weight: -3 }])).toEqual({ partner: new Int32Array([1, 0, -1]), total: 5 })
    expect(maximumWeightMatching(0, [])).toEqual({ partner: new Int32Array(0), total: 0 })
    expect(maximumWeightMatching(1, [{ a: 0, b: 0, weight: 9 }]).total).toBe(0)
  })

  type World = ReturnType<typeof randomPairs>
  const tiny = Array.from({ length: 2_000 }, (_, index) => randomPairs(110_001 + index, 10))
  const slow = ({ size, pairs }: World) => ({ total: slowMatching(size, pairs), clashes: 0 })
  const quick = ({ size, pairs }: World) => {
    const { partner, total } = maximumWeightMatching(size, pairs)
    return { total, clashes: partner.filter((other, node) => other >= 0 && partner[other] !== node).length }
  }

  it('reaches the best of all matchings (2 000 graphs up to 10 nodes, seeds from 110001)', () => {
    expect(differences(quick, slow, tiny)).toEqual([])
    expect(differences(({ size, pairs }) => ({ total: bestFirst(size, pairs), clashes: 0 }), slow, tiny).length).toBeGreaterThan(0)
  })

  /** Forests of up to 200 nodes under other names; every fifth a chain, every fifth a star with few hubs. */
  const forests = Array.from({ length: 300 }, (_, index): World => {
    const seed = 130_001 + index
    const random = seededRandom(seed)
    const size = Math.round(200 ** random())
    const order = shuffled(size, random)
    const parent = (node: number) => (seed % 5 === 0 ? node - 1 : seed % 5 === 1 ? Math.floor(random() * Math.min(node, 4)) : Math.floor(random() * node))
    const nodes = Array.from({ length: size }, (_, node) => node).filter((node) => node > 0 && random() < 0.95)
    return { seed, size, pairs: nodes.map((node) => ({ a: order[node]!, b: order[parent(node)]!, weight: Math.floor(random() * [3, 30, 1_000][seed % 3]!) })) }
  })
  /** Two sides of up to 100 nodes each. */
  const sides = Array.from({ length: 150 }, (_, index) => {
    const seed = 131_001 + index
    const random = seededRandom(seed)
    const [rows, columns] = [Math.round(100 ** random()), Math.round(100 ** random())]
    const density = seed % 2 === 0 ? 0.9 : 3 / columns
    return { seed, table: Array.from({ length: rows }, () => Array.from({ length: columns }, () => (random() < density ? 1 + Math.floor(random() * [3, 500][seed % 2]!) : 0))) }
  })
  const general = Array.from({ length: 200 }, (_, index) => randomPairs(132_001 + index, 16))
  console.info('matching: seeds 130001 … 130300 forests up to 200 nodes, 131001 … 131150 two sides up to 100 + 100, 132001 … 132200 any graph up to 16')

  it('reaches the best of forests, of two sides, and of all subsets (650 graphs, seeds 130001, 131001, 132001 onwards)', () => {
    const ofForest = ({ size, pairs }: World) => ({ total: bestMatchingOfForest(size, pairs), clashes: 0 })
    const ofSubsets = ({ size, pairs }: World) => ({ total: bestMatchingBySubsets(size, pairs), clashes: 0 })
    const asPairs = (table: readonly (readonly number[])[]) => table.flatMap((row, a) => row.map((weight, column) => ({ a, b: table.length + column, weight })))
    const sided = sides.map(({ seed, table }) => ({ seed, table, size: table.length + table[0]!.length, pairs: asPairs(table) }))
    expect(differences(quick, ofForest, forests)).toEqual([])
    expect(differences(quick, ofSubsets, general)).toEqual([])
    expect(differences(quick, ({ table }) => ({ total: bestTotalBySuccessivePaths(table), clashes: 0 }), sided)).toEqual([])
    const hasty = ({ size, pairs }: World) => ({ total: bestFirst(size, pairs), clashes: 0 })
    expect(differences(hasty, ofForest, forests).length).toBeGreaterThan(20)
    expect(differences(hasty, ofSubsets, general).length).toBeGreaterThan(20)
    const lost = ({ size, pairs }: World) => quick({ seed: 0, size, pairs: pairs.slice(0, -2) })
    expect(differences(lost, ofForest, forests).length).toBeGreaterThan(20)
  })

  it('also with weights that are not whole numbers', () => {
    const third = ({ pairs, ...world }: World) => ({ ...world, pairs: pairs.map((pair) => ({ ...pair, weight: pair.weight / 3e4 })) })
    expect(differences((world) => quick(third(world)), (world) => slow(third(world)), tiny.slice(0, 300), 1e-12)).toEqual([])
  })

  it('does not change with the names of the nodes, and adds up over graphs beside each other (up to 60 nodes, seeds from 120001)', () => {
    const worlds = Array.from({ length: 120 }, (_, index) => randomPairs(120_001 + index, 60))
    let before: World | undefined
    for (const world of worlds) {
      const order = shuffled(world.size, seededRandom(world.seed))
      const total = quick(world).total
      expect(quick({ ...world, pairs: world.pairs.map(({ a, b, weight }) => ({ a: order[a]!, b: order[b]!, weight })).reverse() })).toEqual({ total, clashes: 0 })
      expect(total).toBeGreaterThanOrEqual(bestFirst(world.size, world.pairs))
      if (before !== undefined) {
        const shift = before.size
        const both = [...before.pairs, ...world.pairs.map(({ a, b, weight }) => ({ a: a + shift, b: b + shift, weight }))]
        expect(maximumWeightMatching(shift + world.size, both).total).toBe(quick(before).total + total)
      }
      before = world
    }
  })

  it('pairs 300 places quickly enough to answer', () => {
    const { size, pairs } = { size: 300, pairs: randomPairs(3, 1).pairs }
    const random = seededRandom(5)
    const all = [...pairs, ...Array.from({ length: size * 40 }, () => ({ a: Math.floor(random() * size), b: Math.floor(random() * size), weight: random() }))]
    const { partner, total } = maximumWeightMatching(size, all)
    expect(total).toBeGreaterThan(bestFirst(size, all))
    expect(partner.filter((other) => other >= 0).length).toBeGreaterThan(290)
  })

  it('stops within 200 ms of the flag another thread sets', async () => {
    const [size, random] = [700, seededRandom(6)]
    const pairs = Array.from({ length: 60 * size }, () => ({ a: Math.floor(random() * size), b: Math.floor(random() * size), weight: random() }))
    for (const wait of [60, 400]) expect(await timeToStop((cancellation) => maximumWeightMatching(size, pairs, { cancellation }), wait)).toBeLessThan(STOPPED_WITHIN_MS)
  })

  it('refuses what is no weight and stops when asked to', () => {
    expect(() => maximumWeightMatching(2, [{ a: 0, b: 1, weight: NaN }])).toThrow('not possible')
    expect(() => maximumWeightMatching(2, [{ a: 0, b: 2, weight: 1 }])).toThrow('not possible')
    expect(() => maximumWeightMatching(4, four, { cancellation: new Cancellation({ signal: { aborted: true }, every: 1 }) })).toThrow(Cancelled)
  })
})
