import { describe, expect, it } from 'vitest'
import { articulationPoints } from '#analytics/graphs/articulation-points.ts'
import { undirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { INSIDE, largeBlock } from '#analytics/graphs/large-block.ts'
import { edgesOf, halfOnRecord, holdingsWorld, inOrderOfIds } from '../bench/world.ts'
import { slowArticulationPoints, slowBridges, slowComponents } from '../oracles/slow-graphs.ts'
import type { EdgeWorld } from '../random-edges.ts'
import { manyWorlds, mixOf } from '../random-edges.ts'

type Edges = Pick<EdgeWorld, 'size' | 'from' | 'to'>

function insideOf({ size, from, to }: Edges): number[] {
  const { standing } = largeBlock(undirectedGraph(size, from, to))
  return [...standing.keys()].filter((node) => standing[node] === INSIDE)
}

/** The graph of some of the nodes, numbered anew. */
function among({ from, to }: Edges, nodes: readonly number[]): Edges {
  const number = new Map(nodes.map((node, index) => [node, index]))
  const kept = [...from.keys()].filter((edge) => number.has(from[edge]!) && number.has(to[edge]!))
  return { size: nodes.length, from: kept.map((edge) => number.get(from[edge]!)!), to: kept.map((edge) => number.get(to[edge]!)!) }
}

/** Half of the holdings of so many companies: one large block, and much that hangs on it. */
function holdings(size: number, seed: number): Edges {
  const { from, to } = edgesOf(inOrderOfIds(halfOnRecord(holdingsWorld(size, seed))))
  return { size, from: [...from], to: [...to] }
}

describe('a large block', () => {
  const worlds = manyWorlds(500, 200)
  const networks = Array.from({ length: 20 }, (_, seed) => holdings(200, seed))

  it.each([[mixOf(worlds), worlds, 100], ['20 networks of 200 companies', networks, 20]] as const)('is in one piece, and stays so without any one node (%s)', (_, graphs, least) => {
    const blocks = graphs.map((graph) => among(graph, insideOf(graph))).filter(({ size }) => size > 0)
    expect(blocks.length).toBeGreaterThanOrEqual(least)
    for (const block of blocks) {
      expect(block.size).toBeGreaterThan(2)
      expect(new Set(slowComponents(block)).size).toBe(1)
      expect(slowArticulationPoints(block)).toEqual([])
    }
  })

  it('has a triangle, not what hangs on it, nor an edge that is stated twice', () => {
    //   0 ─ 1
    //    \ /
    //     2 ─ 3 ═ 4   5
    const graph = undirectedGraph(6, [0, 1, 2, 2, 3, 4], [1, 2, 0, 3, 4, 3])
    expect([...largeBlock(graph).standing].map((standing) => standing === INSIDE)).toEqual([true, true, true, false, false, false])
    expect([...largeBlock(graph).outside]).toEqual([3, 4])
  })

  it('grows from a part that a short search finds to almost all that hangs together doubly', () => {
    const graph = holdings(20_000, 1)
    const inside = insideOf(graph)
    expect(inside.length).toBeGreaterThan(0.85 * graph.size)
  })

  it('leaves what holds networks together as the slow way finds it (20 networks of 200 companies)', () => {
    for (const graph of networks) {
      const { isPoint, bridges } = articulationPoints(undirectedGraph(graph.size, graph.from, graph.to))
      expect([...isPoint.keys()].filter((node) => isPoint[node] === 1)).toEqual(slowArticulationPoints(graph))
      expect(bridges.map((ends) => ends.join('–')).sort()).toEqual(slowBridges(graph))
    }
  })

  it('need not be listed with its bridges', () => {
    const { size, from, to } = networks[0]!
    const graph = undirectedGraph(size, from, to)
    expect(articulationPoints(graph, { bridges: false })).toEqual({ isPoint: articulationPoints(graph).isPoint, bridges: [] })
  })
})
