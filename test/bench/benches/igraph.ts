import type { ArticulationPoints } from '../../../graph-schema/analytics/graphs/articulation-points.ts'
import { articulationPoints } from '../../../graph-schema/analytics/graphs/articulation-points.ts'
import { betweenness } from '../../../graph-schema/analytics/graphs/betweenness.ts'
import { connectedComponents } from '../../../graph-schema/analytics/graphs/connected-components.ts'
import { directedGraph, reversed, undirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import type { DirectedGraph } from '../../../graph-schema/analytics/graphs/directed-graph.ts'
import { dominators, NO_DOMINATOR } from '../../../graph-schema/analytics/graphs/dominators.ts'
import { coreNumbers } from '../../../graph-schema/analytics/graphs/k-core.ts'
import type { Arrays } from '../arrays.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench, Finding } from '../bench.ts'
import { sampled } from '../bench.ts'
import type { HoldingsWorld } from '../world.ts'
import { edgesOf, holdingsWorld, inOrderOfIds } from '../world.ts'
import { inPieces, sizesOf } from './components.ts'

const PEER = 'igraph 1.0.0 (C core, from Python)'

type Ends = Arrays & { readonly start: Int32Array; readonly target: Int32Array }
const edges = (world: HoldingsWorld): Ends => { const { from, to } = edgesOf(world); return { start: from, target: to } }

/** The same edges, as a graph of ours and as arrays for igraph. */
function onEdges(name: string, times: number, mode: string, sizes: Pick<Bench, 'sizes' | 'fullSizes'>, world: (size: number) => HoldingsWorld, found: (graph: DirectedGraph, size: number) => Finding): Bench {
  return {
    goal: 'PG-10', name: `igraph-${name}`, unit: 'nodes', ...sizes,
    ours: (size) => {
      const ends = edges(world(size))
      const graph = undirectedGraph(size, ends.start, ends.target)
      return { input: checksumOf(ends), run: () => found(graph, size) }
    },
    against: { peer: `${PEER}, ${mode}`, times, ...(sizes === LINEAR ? { from: LARGE } : {}), work: { python: name.replaceAll('-', '_'), arrays: (size) => edges(world(size)) } },
  }
}

/** The goal speaks of large graphs: below, a millisecond of work, calling and allocating count more than the method. */
const LARGE = 100_000
const LINEAR = { sizes: [10_000, 100_000], fullSizes: [1_000_000] }
const recorded = (size: number): HoldingsWorld => inOrderOfIds(holdingsWorld(size))

export const igraphBetweenness = onEdges('betweenness', 1, 'Graph.betweenness(directed=False), exact', { sizes: [500, 1_500], fullSizes: [10_000] }, recorded, (graph, size) => {
  const values = betweenness(graph)
  return sampled('betweenness of', size, (node) => values[node]! / 2)
})

export const igraphComponents = onEdges('components', 5, 'Graph.connected_components(mode="weak")', LINEAR, inPieces, (graph) => {
  return sizesOf(connectedComponents(graph, { symmetric: true }))
})

export const igraphArticulationPoints = onEdges('articulation-points', 2, 'Graph.articulation_points(); ours finds the bridges in the same run', LINEAR, inPieces, (graph) => {
  return pointsOf(articulationPoints(graph))
})

/** How many points there are, and which, as one number. */
export function pointsOf({ isPoint }: ArticulationPoints): { readonly count: number; readonly sum: number } {
  let [count, sum] = [0, 0]
  for (let node = 0; node < isPoint.length; node++) {
    if (isPoint[node] === 0) continue
    count++
    sum += node
  }
  return { count, sum }
}

export const igraphCore = onEdges('k-core', 2, 'Graph.coreness()', LINEAR, recorded, (graph, size) => {
  const core = coreNumbers(graph)
  return { sum: core.reduce((sum, one) => sum + one, 0), ...sampled('core of', size, (node) => core[node]!) }
})

/** Two holdings in five: so few that many companies are reached through one other only. */
function sparse(size: number): Ends {
  const { from, to } = recorded(size)
  const keep = Int32Array.from(from.keys()).filter((arc) => (arc * 2) % 5 < 2)
  return { start: keep.map((arc) => from[arc]!), target: keep.map((arc) => to[arc]!) }
}

export const igraphDominators: Bench = {
  goal: 'PG-10', name: 'igraph-dominators', unit: 'nodes', ...LINEAR,
  ours: (size) => {
    const ends = sparse(size)
    const graph = directedGraph(size, ends.start, ends.target)
    const incoming = reversed(graph)
    return {
      input: checksumOf(ends),
      run: () => {
        const { immediate, isSource } = dominators(graph, [0], { incoming })
        let [dominated, sum] = [0, 0]
        for (let node = 0; node < size; node++) {
          if (isSource[node] === 1 || immediate[node]! < NO_DOMINATOR) continue
          dominated++ // a dominator that is the root itself counts, as with the peer
          sum += Math.max(0, immediate[node]!)
        }
        return { dominated, sum }
      },
    }
  },
  against: { peer: `${PEER}, Graph.dominator(0, mode="out")`, times: 5, from: LARGE, work: { python: 'dominators', arrays: sparse } },
}
