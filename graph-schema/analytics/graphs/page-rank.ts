import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { reversed } from './directed-graph.ts'

export interface PageRank {
  /** Sums to 1. */
  readonly rank: Float64Array
  readonly rounds: number
  /** Sum over all nodes of the change in the last round. */
  readonly residual: number
  /** The sum of |rank − exact rank| is at most this, rounding apart: residual · damping / (1 − damping). */
  readonly errorBound: number
}

export interface PageRankOptions {
  /** Probability of following an arc instead of starting anywhere; 0 ≤ damping < 1. */
  readonly damping?: number
  /** Stop when the residual is at most this. */
  readonly tolerance?: number
  readonly maxRounds?: number
  /** The graph turned round, if the caller has it already. */
  readonly incoming?: DirectedGraph
  readonly cancellation?: Cancellation
}

/**
 * PageRank: how often a walk along the arcs, restarted anywhere with probability 1 − damping, is at each node.
 *
 * Arcs count by weight where there are weights (weights ≥ 0), parallel arcs add up; from a node without arcs the walk
 * goes anywhere. Stopping at `maxRounds` is no failure: the answer says how far it may be off.
 *
 * @throws RangeError when damping is outside 0 ≤ damping < 1
 * @throws Cancelled
 * @see Brin & Page (1998); Langville & Meyer (2006) for dangling nodes. Time O(rounds · (size + arcs)), space O(size + arcs).
 */
export function pageRank(graph: DirectedGraph, { damping = 0.85, tolerance = 1e-10, maxRounds = 200, incoming = reversed(graph), cancellation }: PageRankOptions = {}): PageRank {
  if (!(damping >= 0 && damping < 1)) throw new RangeError(`Damping is ${damping}; it has to be at least 0 and below 1.`)
  const { size } = graph
  const perArc = sharePerUnit(graph)
  let rank = new Float64Array(size).fill(1 / size)
  let next = new Float64Array(size)
  const sent = new Float64Array(size) // what one unit of weight carries
  let residual = size === 0 ? 0 : 2 // no two distributions are further apart
  let rounds = 0
  while (rounds < maxRounds && residual > tolerance) {
    let dangling = 0
    for (let node = 0; node < size; node++) {
      if (perArc[node] === 0) dangling += rank[node]!
      sent[node] = rank[node]! * perArc[node]!
    }
    residual = sweep(incoming, sent, rank, next, (1 - damping + damping * dangling) / size, damping)
    ;[rank, next] = [next, rank]
    rounds++
    cancellation?.spend(incoming.target.length + size)
  }
  return { rank, rounds, residual, errorBound: (residual * damping) / (1 - damping) }
}

/** 1 / (sum of the weights leaving the node); 0 where nothing leaves. */
function sharePerUnit({ size, start, weight }: DirectedGraph): Float64Array {
  const perArc = new Float64Array(size)
  for (let node = 0; node < size; node++) {
    let leaving = weight === undefined ? start[node + 1]! - start[node]! : 0
    if (weight !== undefined) for (let arc = start[node]!; arc < start[node + 1]!; arc++) leaving += weight[arc]!
    perArc[node] = leaving > 0 ? 1 / leaving : 0
  }
  return perArc
}

/** One round into `next`; returns the sum of the changes. */
function sweep({ size, start, target, weight }: DirectedGraph, sent: Float64Array, rank: Float64Array, next: Float64Array, base: number, damping: number): number {
  let changed = 0
  for (let node = 0; node < size; node++) {
    let sum = 0
    const end = start[node + 1]!
    if (weight === undefined) for (let arc = start[node]!; arc < end; arc++) sum += sent[target[arc]!]!
    else for (let arc = start[node]!; arc < end; arc++) sum += weight[arc]! * sent[target[arc]!]!
    const value = base + damping * sum
    changed += Math.abs(value - rank[node]!)
    next[node] = value
  }
  return changed
}
