import { connectedComponents } from '../../../graph-schema/analytics/connected-components.ts'
import { undirectedGraph } from '../../../graph-schema/analytics/directed-graph.ts'
import type { Bench } from '../bench.ts'
import { graphologyGraph, peer } from '../graphology-graph.ts'
import type { HoldingsWorld } from '../world.ts'
import { edgesOf, holdingsWorld } from '../world.ts'

/** Only the youngest three tenths, who hold little: the network falls into many pieces, and one piece would be no test. */
export function inPieces(size: number): HoldingsWorld {
  const world = holdingsWorld(size)
  const keep = Array.from(world.from, (holder, arc) => holder > size * 0.7 && world.to[arc]! > size * 0.7)
  const kept = (list: Int32Array) => list.filter((_, arc) => keep[arc])
  return { ...world, from: kept(world.from), to: kept(world.to) }
}

export const componentsBench: Bench = {
  goal: 'PG-9', name: 'components', unit: 'nodes', sizes: [10_000, 40_000], fullSizes: [100_000, 1_000_000],
  ours: (size) => {
    const world = inPieces(size)
    const edges = edgesOf(world)
    const graph = undirectedGraph(size, edges.from, edges.to)
    return {
      input: world.checksum,
      run: () => {
        const { count, componentOf } = connectedComponents(graph, { symmetric: true })
        const members = new Int32Array(count)
        for (const component of componentOf) members[component]!++
        return { count, largest: members.reduce((most, one) => Math.max(most, one), 0) }
      },
    }
  },
  against: {
    peer: 'graphology-components 1.5.4, connectedComponents', times: 20, from: 100_000,
    work: async (size) => {
      const world = inPieces(size)
      const graph = await graphologyGraph(world)
      const { connectedComponents: method } = await peer<{ connectedComponents(graph: unknown): string[][] }>('graphology-components')
      return { input: world.checksum, run: () => { const found = method(graph); return { count: found.length, largest: found.reduce((most, one) => Math.max(most, one.length), 0) } } }
    },
  },
}
