import { betweenness } from '../../../graph-schema/analytics/graphs/betweenness.ts'
import { undirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import type { Bench, Finding } from '../bench.ts'
import { graphologyGraph, peer } from '../graphology-graph.ts'
import { edgesOf, holdingsWorld, inOrderOfIds } from '../world.ts'

function finding(value: (node: number) => number, size: number): Finding {
  return Object.fromEntries(Array.from({ length: 50 }, (_, index) => Math.floor((index * size) / 50)).map((node) => [`betweenness of ${node}`, value(node)]))
}

/** Sources of the sampled bench: whole betweenness of a hundred thousand nodes would take the peer hours. What ours prepares once is counted in full. */
const SOURCES = 64
const sourcesOf = (size: number): number[] => Array.from({ length: SOURCES }, (_, index) => Math.floor((index * size) / SOURCES))

type PeerBetweenness = (graph: unknown, options: object) => Record<string, number>

export const betweennessBench: Bench = {
  goal: 'PG-9', name: 'betweenness', unit: 'nodes', sizes: [500, 1_500], fullSizes: [10_000],
  ours: (size) => {
    const world = inOrderOfIds(holdingsWorld(size))
    const edges = edgesOf(world)
    const graph = undirectedGraph(size, edges.from, edges.to)
    return { input: world.checksum, run: () => { const values = betweenness(graph); return finding((node) => values[node]! / 2, size) } } // unordered pairs, as the peer counts them
  },
  against: {
    peer: 'graphology-metrics 2.4.2, betweenness, unweighted, not normalised', times: 10, from: 10_000,
    work: async (size) => {
      const world = inOrderOfIds(holdingsWorld(size))
      const graph = await graphologyGraph(world)
      const method = await peer<PeerBetweenness>('graphology-metrics/centrality/betweenness.js')
      return { input: world.checksum, run: () => { const values = method(graph, { getEdgeWeight: null, normalized: false }); return finding((node) => values[String(node)]!, size) } }
    },
  },
}

/** What the peer's search for one source returns: nodes by distance, predecessors and path counts. */
interface PeerSearch { readonly createUnweightedIndexedBrandes: (graph: unknown) => (source: number) => readonly [PeerStack, readonly (readonly number[])[], ArrayLike<number>] }
interface PeerStack { size: number; pop(): number }

export const betweennessPerSourceBench: Bench = {
  goal: 'PG-9', name: 'betweenness-per-source', unit: 'nodes', sizes: [1_000, 10_000], fullSizes: [100_000, 1_000_000],
  ours: (size) => {
    const world = inOrderOfIds(holdingsWorld(size))
    const edges = edgesOf(world)
    const graph = undirectedGraph(size, edges.from, edges.to)
    return { input: world.checksum, run: () => { const values = betweenness(graph, { sources: sourcesOf(size) }); return finding((node) => values[node]!, size) } }
  },
  against: {
    peer: `graphology-shortest-path 2.1.0, indexed Brandes search for the same ${SOURCES} sources, added up as in graphology-metrics`, times: 10, from: 100_000,
    work: async (size) => {
      const world = inOrderOfIds(holdingsWorld(size))
      const { createUnweightedIndexedBrandes } = await peer<PeerSearch>('graphology-shortest-path/indexed-brandes.js')
      const search = createUnweightedIndexedBrandes(await graphologyGraph(world))
      return {
        input: world.checksum,
        run: () => {
          const total = new Float64Array(size)
          const behind = new Float64Array(size)
          for (const source of sourcesOf(size)) {
            behind.fill(0)
            const [stack, before, paths] = search(source)
            while (stack.size > 0) {
              const node = stack.pop()
              for (const above of before[node]!) behind[above]! += (paths[above]! * (1 + behind[node]!)) / paths[node]!
              if (node !== source) total[node]! += behind[node]!
            }
          }
          return finding((node) => total[node]!, size)
        },
      }
    },
  },
}
