import type { ConnectedComponents } from '../../../graph-schema/analytics/graphs/connected-components.ts'
import { connectedComponents } from '../../../graph-schema/analytics/graphs/connected-components.ts'
import { undirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import type { Bench } from '../bench.ts'
import { graphologyGraph, peer } from '../graphology-graph.ts'
import { edgesOf, halfOnRecord, holdingsWorld, inOrderOfIds } from '../world.ts'

/** One piece would be no test. */
export const inPieces = (size: number) => inOrderOfIds(halfOnRecord(holdingsWorld(size)))

/** How many components there are, and how many nodes the largest one has. */
export function sizesOf({ count, componentOf }: ConnectedComponents): { readonly count: number; readonly largest: number } {
  const members = new Int32Array(count)
  for (let node = 0; node < componentOf.length; node++) members[componentOf[node]!]!++
  let largest = 0
  for (let component = 0; component < count; component++) largest = Math.max(largest, members[component]!)
  return { count, largest }
}

export const componentsBench: Bench = {
  goal: 'PG-9', name: 'components', unit: 'nodes', sizes: [10_000, 100_000], fullSizes: [1_000_000],
  ours: (size) => {
    const world = inPieces(size)
    const edges = edgesOf(world)
    const graph = undirectedGraph(size, edges.from, edges.to)
    return {
      input: world.checksum,
      run: () => sizesOf(connectedComponents(graph, { symmetric: true })),
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
