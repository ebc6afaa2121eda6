import { undirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import { pageRank } from '../../../graph-schema/analytics/graphs/page-rank.ts'
import type { Bench, Finding } from '../bench.ts'
import { graphologyGraph, peer } from '../graphology-graph.ts'
import { edgesOf, holdingsWorld, inOrderOfIds } from '../world.ts'

/** Mean change per node at which both stop; graphology multiplies it by the number of nodes, and so do we. */
const TOLERANCE = 1e-10

function finding(rank: (node: number) => number, size: number): Finding {
  const sampled = Array.from({ length: 50 }, (_, index) => Math.floor((index * size) / 50))
  return Object.fromEntries(sampled.map((node) => [`rank of ${node}`, rank(node)]))
}

type PeerPageRank = (graph: unknown, options: object) => Record<string, number>

export const pageRankBench: Bench = {
  goal: 'PG-9', name: 'page-rank', unit: 'nodes', sizes: [10_000, 100_000], fullSizes: [1_000_000],
  ours: (size) => {
    const world = inOrderOfIds(holdingsWorld(size))
    const edges = edgesOf(world)
    const graph = undirectedGraph(size, edges.from, edges.to)
    return { input: world.checksum, run: () => { const { rank } = pageRank(graph, { tolerance: TOLERANCE * size, incoming: graph }); return finding((node) => rank[node]!, size) } }
  },
  against: {
    peer: 'graphology-metrics 2.4.2, pagerank, getEdgeWeight: null, same tolerance', times: 20, from: 100_000,
    work: async (size) => {
      const world = inOrderOfIds(holdingsWorld(size))
      const graph = await graphologyGraph(world)
      const method = await peer<PeerPageRank>('graphology-metrics/centrality/pagerank.js')
      return { input: world.checksum, run: () => { const rank = method(graph, { tolerance: TOLERANCE, maxIterations: 1_000, getEdgeWeight: null }); return finding((node) => rank[String(node)]!, size) } }
    },
  },
}
