import { connectedComponents } from '../../../graph-schema/analytics/graphs/connected-components.ts'
import { undirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import type { Bench } from '../bench.ts'
import { graphologyGraph, peer } from '../graphology-graph.ts'
import { edgesOf, halfOnRecord, holdingsWorld, inOrderOfIds } from '../world.ts'

/** One piece would be no test. */
export const inPieces = (size: number) => inOrderOfIds(halfOnRecord(holdingsWorld(size)))

export const componentsBench: Bench = {
  goal: 'PG-9', name: 'components', unit: 'nodes', sizes: [10_000, 100_000], fullSizes: [1_000_000],
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
