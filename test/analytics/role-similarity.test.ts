import { describe, expect, it } from 'vitest'
import { assignmentTotal } from '#analytics/assignment-total.ts'
import { undirectedGraph } from '#analytics/directed-graph.ts'
import { roleSimilarity } from '#analytics/role-similarity.ts'
import { slowRoleSimilarity } from '../oracles/slow-choices.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { differences } from './differences.ts'

/**
 *   X: mill ─ port ─ dc ─┬─ shop       Y: mill ─ port ─ dc ─┬─ shop
 *                        └─ shop                            ├─ shop
 *                                                           └─ shop
 */
const ROLES = ['mill', 'port', 'dc', 'shop', 'shop', 'mill', 'port', 'dc', 'shop', 'shop', 'shop']
const chains = undirectedGraph(ROLES.length, [0, 1, 2, 2, 5, 6, 7, 7, 7], [1, 2, 3, 4, 6, 7, 8, 9, 10])

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

  /** Up to nine nodes, nobody with more than four neighbours. */
  const worlds = Array.from({ length: 500 }, (_, index) => {
    const random = seededRandom(90_001 + index)
    const size = 1 + Math.floor(random() * 9)
    const neighbours = Array.from({ length: size }, () => new Set<number>())
    const pairs: [number, number][] = []
    for (let tries = Math.floor(random() * 2 * size); tries > 0; tries--) {
      const [one, other] = [Math.floor(random() * size), Math.floor(random() * size)]
      if (one === other || neighbours[one]!.size > 3 || neighbours[other]!.size > 3) continue
      neighbours[one]!.add(other)
      neighbours[other]!.add(one)
      pairs.push([one, other])
    }
    return { seed: 90_001 + index, size, pairs, neighbours: neighbours.map((set) => [...set]) }
  })
  type World = (typeof worlds)[number]
  const graph = ({ size, pairs }: World) => undirectedGraph(size, pairs.map(([one]) => one), pairs.map(([, other]) => other))
  const named = (values: ArrayLike<number>) => Object.fromEntries(Array.from(values, (value, cell) => [`cell ${cell}`, value]))

  it('after twelve rounds is what writing down every pairing gives (500 graphs, seeds from 90001)', () => {
    const slow = (world: World) => named(slowRoleSimilarity(world.neighbours, 0.15, 12).flat())
    expect(differences((world) => named(roleSimilarity(graph(world), { maxRounds: 12, tolerance: -1 }).similarity), slow, worlds)).toEqual([])
    expect(differences((world) => named(roleSimilarity(graph(world), { maxRounds: 11, tolerance: -1 }).similarity), slow, worlds).length).toBeGreaterThan(0)
  })

  it('moves with the names of the nodes', () => {
    for (const world of worlds.slice(0, 60)) {
      const order = shuffled(world.size, seededRandom(world.seed))
      const before = roleSimilarity(graph(world)).similarity
      const after = roleSimilarity(graph({ ...world, pairs: world.pairs.map(([one, other]) => [order[one]!, order[other]!]) })).similarity
      for (let one = 0; one < world.size; one++) for (let other = 0; other < world.size; other++) expect(after[order[one]! * world.size + order[other]!]).toBeCloseTo(before[one * world.size + other]!, 9)
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
