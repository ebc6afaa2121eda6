import { describe, expect, it } from 'vitest'
import { assignmentTotal } from '#analytics/graphs/assignment-total.ts'
import { undirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { roleSimilarity } from '#analytics/graphs/role-similarity.ts'
import { slowRoleSimilarity } from '../oracles/slow-role-similarity.ts'
import { bestTotalBySuccessivePaths } from '../oracles/successive-paths.ts'
import type { EdgeWorld } from '../random-edges.ts'
import { besides, mixOf, relabelled } from '../random-edges.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'

/**
 *   X: mill ─ port ─ dc ─┬─ shop       Y: mill ─ port ─ dc ─┬─ shop
 *                        └─ shop                            ├─ shop
 *                                                           └─ shop
 */
const ROLES = ['mill', 'port', 'dc', 'shop', 'shop', 'mill', 'port', 'dc', 'shop', 'shop', 'shop']
const chains = undirectedGraph(ROLES.length, [0, 1, 2, 2, 5, 6, 7, 7, 7], [1, 2, 3, 4, 6, 7, 8, 9, 10])

/** Up to 200 nodes, small ones as often as large ones, nobody with more than five neighbours; self-loops, edges stated twice or the other way round. */
function fewNeighbours(seed: number): EdgeWorld {
  const random = seededRandom(seed)
  const size = Math.round(200 ** random())
  const neighbours = Array.from({ length: size }, () => new Set<number>())
  const [from, to]: [number[], number[]] = [[], []]
  for (let tries = Math.floor(random() * 2.5 * size); tries > 0; tries--) {
    const one = Math.floor(random() * size)
    const other = random() < 0.5 ? Math.min(size - 1, one + 1 + Math.floor(random() * 3)) : Math.floor(random() * size)
    if (one !== other && (neighbours[one]!.size > 4 || neighbours[other]!.size > 4)) continue
    if (one !== other) {
      neighbours[one]!.add(other)
      neighbours[other]!.add(one)
    }
    for (const isTurned of random() < 0.1 ? [false, random() < 0.5] : [false]) {
      from.push(isTurned ? other : one)
      to.push(isTurned ? one : other)
    }
  }
  return { seed, size, from, to, weight: from.map(() => 1) }
}

/** Total when the heaviest pair that is left is made again and again. */
function bestFirstTotal(weights: readonly (readonly number[])[]): number {
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  let total = 0
  for (const { weight, row, column } of weights.flatMap((line, row) => line.map((weight, column) => ({ weight, row, column }))).sort((a, b) => b.weight - a.weight)) {
    if (rows.has(row) || columns.has(column)) continue
    rows.add(row)
    columns.add(column)
    total += weight
  }
  return total
}

describe('role similarity', () => {
  const { similarity, size, exact, errorBound } = roleSimilarity(chains)
  const of = (one: number, other: number) => similarity[one * size + other]!

  it('finds the same roles in two chains that do not touch', () => {
    expect(of(0, 5)).toBeCloseTo(0.758, 3)
    expect(of(1, 6)).toBeCloseTo(0.716, 3)
    expect(of(2, 7)).toBeCloseTo(0.573, 3)
    expect(of(3, 8)).toBeCloseTo(0.637, 3)
    expect(exact).toBe(true)
    expect(errorBound).toBeLessThan(1e-6)
  })

  it('is at most .467 between different roles of the two chains', () => {
    const cross = ROLES.flatMap((mine, one) => ROLES.map((theirs, other) => (one < 5 && other >= 5 && mine !== theirs ? of(one, other) : 0)))
    expect(Math.max(...cross)).toBeCloseTo(0.467, 3)
  })

  it('is 1 for nodes that can be exchanged', () => {
    expect(of(3, 4)).toBe(1)
    expect(of(8, 10)).toBe(1)
    expect(of(2, 2)).toBe(1)
  })

  it('knows nodes without neighbours', () => {
    const lonely = roleSimilarity(undirectedGraph(4, [0], [1]))
    expect(lonely.similarity[2 * 4 + 3]).toBe(1)
    expect(lonely.similarity[0 * 4 + 3]).toBeCloseTo(0.15, 12)
    expect(roleSimilarity(undirectedGraph(0, [], [])).similarity.length).toBe(0)
  })

  const worlds = Array.from({ length: 600 }, (_, index) => fewNeighbours(90_001 + index))
  const graph = ({ size, from, to }: EdgeWorld) => undirectedGraph(size, from, to)
  const roundsOf = ({ size }: EdgeWorld) => (size > 60 ? 3 : 8)
  const quick = (world: EdgeWorld, rounds = roundsOf(world)) => roleSimilarity(graph(world), { maxRounds: rounds, tolerance: -1 }).similarity
  /** How far the numbers for any two nodes are from those of the oracle; NaN where one of them is no number. */
  const apart = (world: EdgeWorld, found: ArrayLike<number>) => {
    const { size, from, to, seed } = world
    const expected = slowRoleSimilarity(size, from, to, 0.15, roundsOf(world)).flat()
    expect(found.length, `seed ${seed}`).toBe(expected.length)
    return expected.reduce((most, value, cell) => Math.max(most, Math.abs(value - found[cell]!)), 0)
  }
  console.info(`role similarity: ${mixOf(worlds)}; ${worlds.filter(({ size }) => size > 100).length} above 100 nodes`)

  it('after eight rounds (three above 60 nodes) is what writing down every pairing gives (600 graphs of up to 200 nodes, seeds 90001 to 90600)', () => {
    expect(worlds.filter(({ size }) => size > 100).length).toBeGreaterThan(50)
    for (const world of worlds) expect(apart(world, quick(world)), `seed ${world.seed}`).toBeLessThan(1e-12)
  })

  it('is noticed when a round or an edge is missing', () => {
    const some = worlds.slice(0, 60).filter(({ size, from }) => size > 3 && from.length > 3)
    const noticed = (found: (world: EdgeWorld) => ArrayLike<number>) => some.filter((world) => apart(world, found(world)) > 1e-9).length
    expect(noticed((world) => quick(world, roundsOf(world) - 1))).toBeGreaterThan(some.length / 4)
    expect(noticed(({ from, to, ...world }) => quick({ ...world, from: from.slice(1), to: to.slice(1) }))).toBeGreaterThan(some.length / 4)
  })

  it('moves with the names of the nodes, and stays when edges are written again, turned round or in another order', () => {
    for (const world of worlds.slice(0, 120).filter(({ size }) => size < 80)) {
      const random = seededRandom(world.seed)
      const order = shuffled(world.size, random)
      const before = quick(world)
      const renamed = quick(relabelled(world, order))
      const rows = [...shuffled(world.from.length, random), ...(world.from.length > 0 ? [0] : [])]
      const again = quick({ ...world, from: rows.map((edge) => world.to[edge]!), to: rows.map((edge) => world.from[edge]!) })
      let largest = 0
      for (let one = 0; one < world.size; one++) {
        for (let other = 0; other < world.size; other++) {
          const was = before[one * world.size + other]!
          largest = Math.max(largest, Math.abs(renamed[order[one]! * world.size + order[other]!]! - was), Math.abs(again[one * world.size + other]! - was))
        }
      }
      expect(largest, `seed ${world.seed}`).toBeLessThan(1e-9)
    }
  })

  it('is 1 between every node and its image in a second copy, and in a copy what it was alone', () => {
    for (const world of worlds.slice(0, 80).filter(({ size }) => size < 60)) {
      const { size } = world
      const [alone, both] = [quick(world, 6), quick(besides(world, world), 6)]
      const cells = Array.from({ length: size * size }, (_, cell) => [Math.floor(cell / size), cell % size] as const)
      expect(cells.filter(([one, other]) => !(Math.abs(both[one * 2 * size + other]! - alone[one * size + other]!) <= 1e-12)), `seed ${world.seed}`).toEqual([])
      for (let node = 0; node < size; node++) expect(both[node * 2 * size + size + node]).toBeCloseTo(1, 12)
    }
  })

  it('says when a neighbourhood was too large to be matched exactly', () => {
    const star = (leaves: number, first: number) => Array.from({ length: leaves }, (_, leaf) => [first, first + 1 + leaf] as const)
    const edges = [...star(70, 0), ...star(66, 100)]
    const roles = roleSimilarity(undirectedGraph(167, edges.map(([one]) => one), edges.map(([, other]) => other)), { maxRounds: 3 })
    expect(roles.exact).toBe(false)
    expect(roles.similarity[0 * 167 + 100]).toBeGreaterThan(0.8)
  })
})

describe('two nodes with more than 64 neighbours each', () => {
  /** Two hubs with 65 to 90 neighbours of their own, each of which is joined to some of 14 further nodes. */
  function twoHubs(seed: number) {
    const random = seededRandom(seed)
    const ends = 14
    const edges: [number, number][] = []
    const degrees: [number[], number[]] = [[], []]
    let size = 2 + ends
    for (const hub of [0, 1] as const) {
      for (let left = 65 + Math.floor(random() * 26); left > 0; left--) {
        const joined = Math.floor(random() ** 3 * ends)
        edges.push([hub, size], ...shuffled(ends, random).slice(0, joined).map((end): [number, number] => [size, 2 + end]))
        degrees[hub].push(1 + joined)
        size++
      }
    }
    return { graph: undirectedGraph(size, edges.map(([one]) => one), edges.map(([, other]) => other)), degrees, size }
  }
  const BETA = 0.15

  it('are paired best first: never above the best total, never below half of it (20 graphs, seeds 97001 to 97020)', () => {
    let below = 0
    for (let seed = 97_001; seed <= 97_020; seed++) {
      const { graph, degrees: [here, there], size } = twoHubs(seed)
      // After one round r(u, v) is what the two numbers of neighbours say; the second round pairs by that.
      const weights = here.map((one) => there.map((other) => ((1 - BETA) * Math.min(one, other)) / Math.max(one, other) + BETA))
      const { similarity, exact } = roleSimilarity(graph, { beta: BETA, maxRounds: 2, tolerance: -1 })
      const total = ((similarity[size * 0 + 1]! - BETA) / (1 - BETA)) * Math.max(here.length, there.length)
      const best = bestTotalBySuccessivePaths(weights)
      expect(exact).toBe(false)
      expect(total, `seed ${seed}`).toBeCloseTo(bestFirstTotal(weights), 9)
      expect(total, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-9)
      expect(total, `seed ${seed}`).toBeGreaterThanOrEqual(best / 2)
      if (total < best - 1e-9) below++
    }
    expect(below).toBeGreaterThan(3) // the best pairing itself would be noticed
  })
})

describe('the total of the best pairing', () => {
  it('is that of the best of all pairings (300 matrices, seeds from 95001)', () => {
    const total = assignmentTotal(7)
    const best = (weights: Float64Array, rows: number, columns: number, row = 0, taken = new Set<number>()): number => {
      if (row === rows) return 0
      return Math.max(...Array.from({ length: columns }, (_, column) => (taken.has(column) ? -Infinity : weights[row * columns + column]! + best(weights, rows, columns, row + 1, new Set([...taken, column])))))
    }
    for (let seed = 95_001; seed <= 95_300; seed++) {
      const random = seededRandom(seed)
      const columns = 1 + Math.floor(random() * 7)
      const rows = 1 + Math.floor(random() * Math.min(5, columns))
      const weights = Float64Array.from({ length: rows * columns }, () => (random() < 0.3 ? 0.5 : random()))
      expect(total(weights, rows, columns), `seed ${seed}`).toBeCloseTo(best(weights, rows, columns), 12)
    }
  })
})
