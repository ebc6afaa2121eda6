import { describe, expect, it } from 'vitest'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { stakePaths } from '#analytics/ownership/stake-paths.ts'
import { allSimplePaths } from '../oracles/all-simple-paths.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import { namedGraph, O1, O6 } from './ownership-examples.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

const everything = { limit: Infinity, maxVisits: Infinity }
const inOrder = (size: number, pathsOf: (from: number, to: number) => readonly (readonly number[])[]): Findings => {
  const findings: Findings = {}
  for (let from = 0; from < size; from++) for (let to = 0; to < size; to++) pathsOf(from, to).forEach((path, at) => { findings[path.join(' → ')] = at })
  return findings
}
const method = ({ size, stakes }: OwnershipWorld) => inOrder(size, (from, to) => stakePaths(stakeGraph(size, stakes), from, to, everything).paths.map(({ nodes }) => [...nodes]))
const oracle = ({ size, stakes }: OwnershipWorld) => inOrder(size, (from, to) => allSimplePaths(stakes, from, to))

interface SparseWorld { readonly seed: number; readonly size: number; readonly stakes: readonly Stake[]; readonly ends: readonly (readonly [number, number])[] }

/** Every third in layers of about 20, every third numbered downwards, the others with ways back; own shares too. */
function sparseStakes(seed: number): SparseWorld {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const size = Math.round(2 * 100 ** random())
  const stakes: Stake[] = []
  const state = (holder: number, held: number) => stakes.push({ holder, held, shareLow: 0.25, shareHigh: 0.5 })
  for (let held = 0; held < size; held++) {
    for (let holders = seed % 3 === 2 ? below(3) : 1 + below(2); holders > 0; holders--) {
      const above = seed % 3 === 0 ? held - 1 - below(20) : seed % 3 === 1 ? below(held) : held - 5 + below(9)
      if (above >= 0 && above < size) state(above, held)
    }
    if (random() < 0.02) state(held, held)
  }
  /** A node and one that a walk downwards came to, so that there are paths between most ends. */
  const end = () => {
    const from = below(Math.ceil(size / 2))
    let to = from
    for (let steps = 1 + below(12); steps > 0; steps--) {
      const next = stakes.filter(({ holder }) => holder === to)
      to = next[below(next.length)]?.held ?? to
    }
    return [from, to] as const
  }
  return { seed, size, stakes, ends: Array.from({ length: 6 }, end) }
}

describe('paths of stakes', () => {
  const worlds = randomWorlds('paths', 50_001, 500)

  it('are all simple paths, shortest first, in a fixed order', () => expect(differences(method, oracle, worlds)).toEqual([]))

  it('is noticed when a stake is lost or the order is turned', () => {
    expect(differences(({ stakes, ...world }) => method({ ...world, stakes: stakes.slice(1) }), oracle, worlds).length).toBeGreaterThan(0)
    const turned = ({ size, stakes }: OwnershipWorld) => inOrder(size, (from, to) => stakePaths(stakeGraph(size, stakes), from, to, everything).paths.map(({ nodes }) => [...nodes]).reverse())
    expect(differences(turned, oracle, worlds).length).toBeGreaterThan(0)
  })

  /** Up to 200 nodes, sparse or in layers, some with ways back: a few ends each, the numbers of paths stay in the hundreds. */
  const large = Array.from({ length: 500 }, (_, index) => sparseStakes(52_001 + index))
  const between = (pathsOf: (world: SparseWorld, from: number, to: number) => readonly (readonly number[])[]) => (world: SparseWorld): Findings => {
    const findings: Findings = {}
    for (const [from, to] of world.ends) {
      const texts = pathsOf(world, from, to).map((path) => path.join(' → '))
      ;[...new Set(texts)].forEach((text, at) => { findings[text] = at })
      for (const text of new Set(texts)) findings[`times ${text}`] = texts.filter((other) => other === text).length // a stake stated twice makes two paths
    }
    return findings
  }
  const quickly = ({ size, stakes }: SparseWorld, from: number, to: number) => stakePaths(stakeGraph(size, stakes), from, to, everything).paths.map(({ nodes }) => [...nodes])
  const slowly = between(({ stakes }, from, to) => allSimplePaths(stakes, from, to))

  it('also in 500 sparse and layered networks of up to 200 nodes (seeds 52001 to 52500)', () => {
    const found = large.map(slowly)
    const lengths = found.flatMap((paths) => Object.keys(paths).filter((name) => !name.startsWith('times'))).map((path) => path.split(' → ').length)
    console.info(`paths: seeds 52001 … 52500, ${large.filter(({ size }) => size > 100).length} networks above 100 nodes, ${lengths.length} paths, the longest of ${lengths.reduce((most, length) => Math.max(most, length), 0)} nodes`)
    expect(lengths.length).toBeGreaterThan(1_000)
    expect(differences(between(quickly), (world) => found[world.seed - 52_001]!, large)).toEqual([])
    const lost = between(({ stakes, ...world }, from, to) => quickly({ ...world, stakes: stakes.slice(0, -3) }, from, to))
    expect(differences(lost, (world) => found[world.seed - 52_001]!, large).length).toBeGreaterThan(0)
  })

  it('are the same whatever the order of the stakes, twice where one is stated twice, and move with the names', () => {
    for (const world of large.slice(0, 100)) {
      const random = seededRandom(world.seed)
      const order = shuffled(world.size, random)
      const mixed = shuffled(world.stakes.length, random).map((at) => world.stakes[at]!)
      for (const [from, to] of world.ends) {
        const before = quickly(world, from, to)
        expect(quickly({ ...world, stakes: mixed }, from, to)).toEqual(before)
        const renamed = quickly({ ...world, stakes: world.stakes.map((stake) => ({ ...stake, holder: order[stake.holder]!, held: order[stake.held]! })) }, order[from]!, order[to]!)
        expect(new Set(renamed.map(String))).toEqual(new Set(before.map((path) => String(path.map((node) => order[node]!)))))
        const doubled = stakePaths(stakeGraph(world.size, world.stakes.flatMap((stake) => [stake, stake])), from, to, everything).paths
        expect(doubled.length).toBe(before.reduce((sum, path) => sum + 2 ** (path.length - 1), 0))
      }
    }
  })

  it('carry the product of their shares', () => {
    const { graph, node } = namedGraph(O1)
    const { paths, complete } = stakePaths(graph, node('A'), node('C'))
    expect(complete).toBe(true)
    expect(paths.map(({ nodes, share }) => [nodes.length, share.low, share.statedOnly])).toEqual([[2, 0.1, true], [3, 0.3, false]])
    const bands = namedGraph(O6)
    expect(stakePaths(bands.graph, bands.node('A'), bands.node('C')).paths[0]?.share).toEqual({ low: 0.25, high: 0.5625, lowExclusive: true, highExclusive: false, statedOnly: false })
  })

  it('a bound stays excluded only while no factor makes it 0', () => {
    const share = (first: readonly [number, number], ends: '(]' | '[]' | '[)' | '()') => {
      const { graph, node } = namedGraph([['A', 'B', first, ends], ['B', 'C', [0.5, 0.75], '()']])
      return stakePaths(graph, node('A'), node('C')).paths[0]?.share
    }
    expect(share([0, 1], '(]')).toMatchObject({ low: 0, lowExclusive: true, high: 0.75, highExclusive: true })
    expect(share([0, 1], '[]')).toMatchObject({ low: 0, lowExclusive: false })
    expect(share([0, 0], '[]')).toMatchObject({ high: 0, highExclusive: false })
  })

  it('stops at the limits and says so', () => {
    const size = 40 // every node holds every later one: 2^38 paths
    const stakes = Array.from({ length: size }, (_, holder) => Array.from({ length: size - holder - 1 }, (_, step) => ({ holder, held: holder + step + 1, shareLow: 0.01, shareHigh: 0.01 }))).flat()
    const graph = stakeGraph(size, stakes)
    const ten = stakePaths(graph, 0, size - 1, { limit: 10 })
    expect(ten.complete).toBe(false)
    expect(ten.paths.map(({ entries }) => entries.length)).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    expect(stakePaths(graph, 0, size - 1, { limit: Infinity, maxVisits: 1_000 }).complete).toBe(false)
    expect(stakePaths(graph, size - 1, 0)).toEqual({ paths: [], complete: true })
    expect(stakePaths(graph, 3, 3)).toEqual({ paths: [], complete: true })
    expect(() => stakePaths(graph, 0, size)).toThrow(RangeError)
  })

  it('follows a chain of 10,000 companies', () => {
    const graph = stakeGraph(10_000, Array.from({ length: 9_999 }, (_, holder) => ({ holder, held: holder + 1, shareLow: 1, shareHigh: 1 })))
    const { paths, complete } = stakePaths(graph, 0, 9_999)
    expect(complete).toBe(true)
    expect([paths.length, paths[0]?.nodes.length, paths[0]?.share.low]).toEqual([1, 10_000, 1])
  })
})
