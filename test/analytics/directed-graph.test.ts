import { describe, expect, it } from 'vitest'
import { arcTails, directedGraph, reversed, simpleGraph, undirectedGraph } from '#analytics/graphs/directed-graph.ts'

//   0 ──3──▶ 1     twice 0 → 1, a self-loop at 2, nothing at 3
//   0 ──4──▶ 1 ──5──▶ 2 ⟲ 7
const graph = directedGraph(4, [1, 0, 2, 0], [2, 1, 2, 1], [5, 3, 7, 4])

describe('compressed sparse rows', () => {
  it('hold parallel arcs side by side, in the order given', () => {
    expect([...graph.start]).toEqual([0, 2, 3, 4, 4])
    expect([...graph.target]).toEqual([1, 1, 2, 2])
    expect([...graph.weight!]).toEqual([3, 4, 5, 7])
    expect([...arcTails(graph)]).toEqual([0, 0, 1, 2])
  })

  it('turn round with their weights', () => {
    const back = reversed(graph)
    expect([...back.start]).toEqual([0, 0, 2, 4, 4])
    expect([...back.target]).toEqual([0, 0, 1, 2])
    expect([...back.weight!]).toEqual([3, 4, 5, 7])
  })

  it('become simple by adding parallel weights and dropping loops', () => {
    const simple = simpleGraph(graph)
    expect([...simple.target]).toEqual([1, 2])
    expect([...simple.weight!]).toEqual([7, 5])
    expect(simpleGraph(simple)).toBe(simple)
  })

  it('hold an undirected edge in both rows and a loop once', () => {
    const both = undirectedGraph(3, [0, 2], [1, 2], [0.5, 1])
    expect([...both.start]).toEqual([0, 1, 2, 3])
    expect([...both.target]).toEqual([1, 0, 2])
    expect([...both.weight!]).toEqual([0.5, 0.5, 1])
  })

  it('refuse nodes that do not exist and lists that do not match', () => {
    expect(() => directedGraph(2, [0], [2])).toThrow('outside 0 … 1')
    expect(() => directedGraph(2, [-1], [0])).toThrow('outside 0 … 1')
    expect(() => directedGraph(2, [0.5], [0])).toThrow('outside 0 … 1')
    expect(() => directedGraph(2, [0, 1], [1])).toThrow('two ends')
  })

  it('can be empty', () => {
    expect(directedGraph(0, [], []).start).toEqual(new Int32Array(1))
  })

  it('take a million nodes and five million arcs', () => {
    const size = 1_000_000
    const from = new Int32Array(5 * size)
    const to = new Int32Array(5 * size)
    for (let arc = 0; arc < from.length; arc++) {
      from[arc] = Math.imul(arc, 0x9e3779b1) >>> 12 < size ? Math.imul(arc, 0x9e3779b1) >>> 12 : arc % size
      to[arc] = (arc * 7) % size
    }
    const big = directedGraph(size, from, to)
    expect(big.start[size]).toBe(from.length)
    expect(reversed(big).start[size]).toBe(from.length)
  })
})
