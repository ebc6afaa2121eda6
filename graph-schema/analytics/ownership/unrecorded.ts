import type { Interval } from '../parts/interval.ts'
import { SHARE_ROUNDING, stakeBounds } from './stake-bounds.ts'
import type { StakeGraph } from './stake-graph.ts'

/**
 * What nobody on record holds in one node, directly: between what the upper bounds of the holders leave and what their
 * minima do. 0–1; all of it where no holder is on record.
 * Time O(1) after the bounds of the graph.
 */
export function unrecordedIn(graph: StakeGraph, node: number): Interval {
  const { unrecordedHigh, slackHigh, slackExclusive, low, lowExclusive } = stakeBounds(graph)
  const most = unrecordedHigh[node]!
  const least = Math.min(most, Math.max(0, slackHigh[node]!))
  const open = most - least > SHARE_ROUNDING
  let proven = false
  for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) proven ||= low[entry]! >= 0 && lowExclusive[entry] === 1
  return { low: least, high: most, lowExclusive: open && slackHigh[node]! >= 0 && slackExclusive[node] === 1, highExclusive: open && proven, statedOnly: false }
}

/** A node and everything above it (UP) or below it (DOWN), nearest first, each with what leads there. */
export function nodesReached(graph: StakeGraph, from: number, direction: 'UP' | 'DOWN'): { readonly nodes: readonly number[]; readonly entries: readonly number[] } {
  const { high } = stakeBounds(graph)
  const seen = new Set([from])
  const nodes = [from]
  const entries: number[] = []
  for (const node of nodes) { // grows while it is read
    const [start, end] = direction === 'UP' ? [graph.heldStart[node]!, graph.heldStart[node + 1]!] : [graph.holderStart[node]!, graph.holderStart[node + 1]!]
    for (let at = start; at < end; at++) {
      const entry = direction === 'UP' ? at : graph.byHolder[at]!
      entries.push(entry)
      const other = direction === 'UP' ? graph.holder[entry]! : graph.held[entry]!
      // A stake without a share leads on where its votes do.
      if (seen.has(other) || !(high[entry]! > 0 || graph.votesLow[entry]! > 0)) continue
      seen.add(other)
      nodes.push(other)
    }
  }
  return { nodes, entries }
}
