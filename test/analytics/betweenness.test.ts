import { describe, expect, it } from 'vitest'
import { betweenness, normalisedBetweenness } from '#analytics/graphs/betweenness.ts'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { directedGraph, undirectedGraph } from '#analytics/graphs/directed-graph.ts'

/**
 * A chain of diamonds: every one doubles the number of shortest paths.
 *
 *     ┌─▶ 1 ─┐     ┌─▶ 4 ─┐
 *   0 ┤      ├─▶ 3 ┤      ├─▶ 6 …      2^k paths from 0 to 3k
 *     └─▶ 2 ─┘     └─▶ 5 ─┘
 */
function diamonds(count: number) {
  const from: number[] = []
  const to: number[] = []
  for (let k = 0; k < count; k++) {
    from.push(3 * k, 3 * k, 3 * k + 1, 3 * k + 2)
    to.push(3 * k + 1, 3 * k + 2, 3 * k + 3, 3 * k + 3)
  }
  return directedGraph(3 * count + 1, from, to)
}

/** Every pair that passes a joint 3k: all of the 3k nodes before it with all of the nodes behind it. */
const jointPairs = (k: number, count: number) => 3 * k * (3 * (count - k))
/** Of the upper node of diamond k: half of what passes, 3k + 1 nodes before (joint 3k included) and the nodes behind. */
const sidePairs = (k: number, count: number) => ((3 * k + 1) * (3 * (count - k) - 2)) / 2

describe('betweenness', () => {
  it('of the middle of a path is the pairs it separates', () => {
    const path = undirectedGraph(3, [0, 1], [1, 2])
    expect([...betweenness(path)]).toEqual([0, 2, 0])
    expect([...normalisedBetweenness(betweenness(path))]).toEqual([0, 1, 0])
  })

  it.each([[31, '2^31'], [40, 'past 2^32'], [100, 'past 2^53'], [1_100, 'past the largest float64'], [2_200, 'and twice']])('stays right in %i diamonds in a row (%s paths)', (count) => {
    const result = betweenness(diamonds(count))
    for (let k = 1; k < count; k++) {
      expect(result[3 * k]! / jointPairs(k, count)).toBeCloseTo(1, 9)
      expect(result[3 * k + 1]! / sidePairs(k, count)).toBeCloseTo(1, 9)
    }
    expect(result.every(Number.isFinite)).toBe(true)
  })

  it('counts only paths from the sources asked for', () => {
    const path = directedGraph(4, [0, 1, 2], [1, 2, 3])
    expect([...betweenness(path, { sources: [0] })]).toEqual([0, 2, 1, 0])
    expect([...betweenness(path, { sources: [1] })]).toEqual([0, 0, 1, 0])
  })

  it('of nothing is nothing', () => {
    expect(betweenness(directedGraph(0, [], [])).length).toBe(0)
    expect([...normalisedBetweenness(betweenness(directedGraph(2, [0], [1])))]).toEqual([0, 0])
  })

  it('stops soon after it is asked to', () => {
    const flag = new SharedArrayBuffer(4)
    new Int32Array(flag)[0] = 1
    expect(() => betweenness(diamonds(2_000), { cancellation: new Cancellation({ flag }) })).toThrow(Cancelled)
  })
})
