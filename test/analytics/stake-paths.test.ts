import { describe, expect, it } from 'vitest'
import { stakeGraph } from '#analytics/stake-graph.ts'
import { stakePaths } from '#analytics/stake-paths.ts'
import { allSimplePaths } from '../oracles/all-simple-paths.ts'
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

describe('paths of stakes', () => {
  const worlds = randomWorlds('paths', 50_001, 500)

  it('are all simple paths, shortest first, in a fixed order', () => expect(differences(method, oracle, worlds)).toEqual([]))

  it('is noticed when a stake is lost or the order is turned', () => {
    expect(differences(({ stakes, ...world }) => method({ ...world, stakes: stakes.slice(1) }), oracle, worlds).length).toBeGreaterThan(0)
    const turned = ({ size, stakes }: OwnershipWorld) => inOrder(size, (from, to) => stakePaths(stakeGraph(size, stakes), from, to, everything).paths.map(({ nodes }) => [...nodes]).reverse())
    expect(differences(turned, oracle, worlds).length).toBeGreaterThan(0)
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
