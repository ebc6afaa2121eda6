import type { Cancellation } from '../parts/cancellation.ts'
import { pooledFloats, pooledInts } from '../parts/pooled-arrays.ts'
import type { StakeBounds } from './stake-bounds.ts'
import type { StakeGraph } from './stake-graph.ts'

/**
 * The part of a graph that matters for one node, renumbered 0 … size − 1 with that node as 0.
 *
 * Rows by held node as in {@link StakeGraph}; only stakes that can carry a share. Holders outside the part (they occur
 * when looking down) are summed per held node, because what they hold is lost to everybody inside.
 */
export interface ReachableStakes {
  readonly size: number
  /** Local index → node of the graph. */
  readonly nodes: Int32Array
  readonly heldStart: Int32Array
  readonly holder: Int32Array
  /** Local stake → entry of the graph. */
  readonly entries: Int32Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Per local node: share that leaves the part, at the minima and at the upper bounds (the latter may be below 0). */
  readonly leavingLow: Float64Array
  readonly leavingHigh: Float64Array
}

/** Working memory per graph, all −1 between calls: to make it anew costs more than most questions. */
const locals = new WeakMap<StakeGraph, Int32Array>()

function localsOf(graph: StakeGraph): Int32Array {
  const known = locals.get(graph) ?? new Int32Array(graph.size).fill(-1)
  locals.set(graph, known)
  return known
}

/** Everything that holds `target` over any number of steps. Time O(stakes reached). @throws Cancelled */
export function stakesAbove(graph: StakeGraph, bounds: StakeBounds, target: number, cancellation?: Cancellation): ReachableStakes {
  const nodes = [target]
  const localOf = localsOf(graph)
  localOf[target] = 0
  for (let next = 0; next < nodes.length; next++) {
    const node = nodes[next]!
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) {
      const holder = graph.holder[entry]!
      if (bounds.high[entry]! > 0 && localOf[holder]! < 0) localOf[holder] = nodes.push(holder) - 1
    }
  }
  try {
    return renumbered(graph, bounds, nodes, localOf, cancellation)
  } finally {
    for (const node of nodes) localOf[node] = -1
  }
}

/** Everything `holder` holds over any number of steps. Time O(stakes in what is reached). @throws Cancelled */
export function stakesBelow(graph: StakeGraph, bounds: StakeBounds, holder: number, cancellation?: Cancellation): ReachableStakes {
  const nodes = [holder]
  const localOf = localsOf(graph)
  localOf[holder] = 0
  for (let next = 0; next < nodes.length; next++) {
    const node = nodes[next]!
    for (let at = graph.holderStart[node]!; at < graph.holderStart[node + 1]!; at++) {
      const entry = graph.byHolder[at]!
      const held = graph.held[entry]!
      if (bounds.high[entry]! > 0 && localOf[held]! < 0) localOf[held] = nodes.push(held) - 1
    }
  }
  try {
    return renumbered(graph, bounds, nodes, localOf, cancellation)
  } finally {
    for (const node of nodes) localOf[node] = -1
  }
}

function renumbered(graph: StakeGraph, bounds: StakeBounds, nodes: readonly number[], localOf: Int32Array, cancellation: Cancellation | undefined): ReachableStakes {
  cancellation?.look()
  const size = nodes.length
  let most = 0 // those of holders outside as well: what is not filled in takes no memory
  for (const node of nodes) most += graph.heldStart[node + 1]! - graph.heldStart[node]!
  const heldStart = pooledInts(size + 1)
  const [holder, entries] = [pooledInts(most), pooledInts(most)]
  const [low, high] = [pooledFloats(most), pooledFloats(most)]
  const [leavingLow, leavingHigh] = [pooledFloats(size), pooledFloats(size)]
  let count = 0
  for (let local = 0; local < size; local++) {
    const node = nodes[local]!
    cancellation?.spend(5 * (1 + graph.heldStart[node + 1]! - graph.heldStart[node]!))
    leavingLow[local] = bounds.unrecordedHigh[node]!
    leavingHigh[local] = bounds.slackHigh[node]!
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) {
      if (!(bounds.high[entry]! > 0)) continue
      const above = localOf[graph.holder[entry]!]!
      if (above >= 0) {
        holder[count] = above
        entries[count] = entry
        low[count] = bounds.low[entry]!
        high[count++] = bounds.high[entry]!
      } else {
        leavingLow[local]! += bounds.low[entry]!
        leavingHigh[local]! += bounds.high[entry]!
      }
    }
    heldStart[local + 1] = count
  }
  const listed = pooledInts(size)
  listed.set(nodes)
  return {
    size, heldStart, leavingLow, leavingHigh, nodes: listed, holder: holder.subarray(0, count), entries: entries.subarray(0, count),
    low: low.subarray(0, count), high: high.subarray(0, count),
  }
}
