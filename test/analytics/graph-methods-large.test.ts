import { describe, expect, it } from 'vitest'
import { articulationPoints } from '#analytics/graphs/articulation-points.ts'
import { betweenness } from '#analytics/graphs/betweenness.ts'
import type { Cancellation } from '#analytics/parts/cancellation.ts'
import { connectedComponents } from '#analytics/graphs/connected-components.ts'
import { directedGraph, reversed, simpleGraph, undirectedGraph } from '#analytics/graphs/directed-graph.ts'
import type { DirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { dominators, NO_DOMINATOR } from '#analytics/graphs/dominators.ts'
import { coreNumbers } from '#analytics/graphs/k-core.ts'
import { pageRank } from '#analytics/graphs/page-rank.ts'
import { roleSimilarity } from '#analytics/graphs/role-similarity.ts'
import { stronglyConnectedComponents } from '#analytics/graphs/strongly-connected-components.ts'
import { seededRandom } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS, timeToStop } from '../time-to-stop.ts'

const count = (length: number) => Array.from({ length }, (_, index) => index)
const groupsOf = ({ size, start, target }: DirectedGraph, cancellation?: Cancellation) => stronglyConnectedComponents({ size, heldStart: start, holder: target }, undefined, cancellation)

describe('a chain of 10,000 nodes', () => {
  const size = 10_000
  const [ahead, behind] = [count(size - 1), count(size - 1).map((node) => node + 1)]
  const one = directedGraph(size, ahead, behind)
  const both = undirectedGraph(size, ahead, behind)

  it('has every node between those before and those behind it', () => {
    expect([...betweenness(one)]).toEqual(count(size).map((node) => node * (size - 1 - node)))
  })

  it('is held together by every inner node and every edge', () => {
    const { isPoint, bridges } = articulationPoints(both)
    expect([...isPoint]).toEqual(count(size).map((node) => (node === 0 || node === size - 1 ? 0 : 1)))
    expect(bridges).toEqual(ahead.map((node) => [node, node + 1]))
  })

  it('is dominated node by node, one piece, core 1, and no ring', () => {
    expect([...dominators(one, [0]).immediate]).toEqual(count(size).map((node) => node - 1))
    expect(connectedComponents(both, { symmetric: true }).count).toBe(1)
    expect(new Set(coreNumbers(both))).toEqual(new Set([1]))
    expect(groupsOf(one).count).toBe(size)
  })

  it('has the PageRank of its formula', () => {
    // A node collects base · (1 + d + d² + …) from those before it; base is what it takes for all to sum to 1.
    const { rank } = pageRank(one, { tolerance: 1e-14, maxRounds: 1_000 })
    const collected = count(size).map((node) => (1 - 0.85 ** (node + 1)) / (1 - 0.85))
    const all = collected.reduce((sum, value) => sum + value, 0)
    for (const node of [0, 1, 5, 100, size - 1]) expect(rank[node]! * all).toBeCloseTo(collected[node]!, 8)
  })
})

describe('a ring of 30,000 nodes', () => {
  const size = 30_000
  const ring = { from: count(size), to: count(size).map((node) => (node + 1) % size) }

  it('is one group, without articulation points or bridges, core 2, evenly ranked', () => {
    const both = undirectedGraph(size, ring.from, ring.to)
    expect(groupsOf(directedGraph(size, ring.from, ring.to)).count).toBe(1)
    expect(connectedComponents(both, { symmetric: true }).count).toBe(1)
    expect([articulationPoints(both).isPoint.includes(1), articulationPoints(both).bridges.length]).toEqual([false, 0])
    expect(new Set(coreNumbers(both))).toEqual(new Set([2]))
    for (const value of pageRank(both).rank) expect(value * size).toBeCloseTo(1, 9)
  })

  it('separates the pairs on either side of a node, seen from ten sources', () => {
    // From a source s of an even ring: the node k steps away lies before size / 2 − k others on its side; the opposite one is reached both ways and counts half.
    const sources = count(10).map((index) => index * 3_000)
    const result = betweenness(undirectedGraph(size, ring.from, ring.to), { sources })
    const expected = (node: number) => sources.reduce((sum, source) => {
      const steps = Math.min((node - source + size) % size, (source - node + size) % size)
      return sum + (steps === 0 || steps === size / 2 ? 0 : size / 2 - steps - 0.5)
    }, 0)
    for (const node of [0, 1, 1_499, 1_500, 2_999, 15_000, 29_999]) expect(result[node]).toBeCloseTo(expected(node), 6)
  })
})

describe('a chain whose end leads to 30,000 markets that have another way each', () => {
  it('does not climb the whole chain for each of them', () => {
    //   0 ─▶ 1 ─▶ … ─▶ 29,999 ─▶ every market, and 0 ─▶ every market: only the source stands on every route
    const length = 30_000
    const markets = count(length).map((index) => length + index)
    const from = [...count(length - 1), ...markets.map(() => length - 1), ...markets.map(() => 0)]
    const to = [...count(length - 1).map((node) => node + 1), ...markets, ...markets]
    const began = process.cpuUsage()
    const { immediate } = dominators(directedGraph(2 * length, from, to), [0])
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000) // of processor time, whatever else runs on the machine
    expect(new Set(markets.map((market) => immediate[market]))).toEqual(new Set([0]))
    expect(immediate[0]).toBe(NO_DOMINATOR)
  })
})

describe('small graphs that are easily forgotten', () => {
  it.each([['nothing', 0, []], ['one node', 1, []], ['one node that holds itself, twice', 1, [[0, 0], [0, 0]]], ['two nodes apart', 2, []], ['an edge stated three times', 2, [[0, 1], [0, 1], [1, 0]]]] as const)('%s gives numbers everywhere', (_, size, edges) => {
    const ends = [edges.map(([from]) => from), edges.map(([, to]) => to)] as const
    const [one, both] = [directedGraph(size, ...ends), undirectedGraph(size, ...ends)]
    const sources = count(Math.min(1, size))
    const answers = [betweenness(one), pageRank(one).rank, coreNumbers(both), articulationPoints(both).isPoint, connectedComponents(both, { symmetric: true }).componentOf, dominators(one, sources).immediate, groupsOf(one).componentOf, roleSimilarity(both).similarity]
    for (const answer of answers) expect(answer.every(Number.isFinite)).toBe(true)
    expect(answers.slice(0, 7).map(({ length }) => length)).toEqual(Array(7).fill(size))
  })
})

describe('what takes long stops within 200 ms of the flag another thread sets', () => {
  const random = seededRandom(5)
  const size = 200_000
  const ends = () => Int32Array.from({ length: 5 * size }, () => Math.floor(random() * size))
  const one = directedGraph(size, ends(), ends())
  const both = simpleGraph(undirectedGraph(size, ends(), ends()))
  const hubs = 600 // two nodes with so many neighbours each, and nobody in common
  const stars = undirectedGraph(2 * hubs + 2, count(2 * hubs).map((leaf) => leaf % 2), count(2 * hubs).map((leaf) => leaf + 2))
  const incoming = reversed(one)

  it.each([
    ['betweenness from one source', (cancellation: Cancellation) => betweenness(both, { sources: [0], cancellation })],
    ['PageRank', (cancellation: Cancellation) => pageRank(both, { tolerance: 0, maxRounds: 1_000_000, incoming: both, cancellation })],
    ['dominators', (cancellation: Cancellation) => dominators(one, [0], { incoming, cancellation })],
    ['articulation points', (cancellation: Cancellation) => articulationPoints(both, { cancellation })],
    ['core numbers', (cancellation: Cancellation) => coreNumbers(both, { cancellation })],
    ['strongly connected components', (cancellation: Cancellation) => groupsOf(one, cancellation)],
    ['role similarity of two hubs', (cancellation: Cancellation) => roleSimilarity(stars, { cancellation })],
  ] as const)('%s', async (_, method) => {
    expect(await timeToStop(method)).toBeLessThan(STOPPED_WITHIN_MS)
  })
})
