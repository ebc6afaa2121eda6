import type { Cancellation } from '../parts/cancellation.ts'
import type { Condensation } from './condensation.ts'
import { SpreadBelow } from '../ownership/excluded-below.ts'
import type { ExclusiveWalks } from '../ownership/exclusive-walks.ts'
import { turnedWalks } from '../ownership/exclusive-walks.ts'
import { stakeBounds } from '../ownership/stake-bounds.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** Per node, above `EXCLUDES_SHIFT`, a bit for each owner: the bound on what it holds of the node excludes itself, unless it was cut. */
export interface ExcludedBits {
  readonly low: Uint32Array
  readonly high: Uint32Array
}

/** Asks for some owners and all they reach, at positions of the graph condensed for its upper bounds; undefined: no bound there excludes itself. */
export type OpenEnds = (owners: readonly number[], upper: Condensation, positions: Int32Array, cancellation: Cancellation | undefined) => ExcludedBits | undefined

/**
 * Which bounds exclude themselves, for the owners of a whole graph; undefined where no stake has such a bound.
 *
 * @see {@link excludedBelowAll}. Time and space O(size + stakes).
 */
export function openEnds(graph: StakeGraph): OpenEnds | undefined {
  const bounds = stakeBounds(graph)
  const isOpen = new Uint8Array(graph.size)
  for (let entry = 0; entry < graph.held.length; entry++) if (bounds.lowExclusive[entry] === 1 || bounds.highExclusive[entry] === 1) isOpen[graph.held[entry]!] = 1
  if (!isOpen.includes(1)) return undefined
  const low = turnedWalks({
    rows: graph,
    positive: Uint8Array.from(bounds.low, (share, entry) => (share > 0 || bounds.lowExclusive[entry] === 1 ? 1 : 0)),
    excluded: bounds.lowExclusive,
  })
  const high = turnedWalks({ rows: graph, positive: Uint8Array.from(bounds.high, (share) => (share > 0 ? 1 : 0)), excluded: bounds.highExclusive })
  return (owners, upper, positions, cancellation) => {
    if (!positions.some((at) => isOpen[upper.node[at]!] === 1)) return undefined
    return { low: excludedBelowAll(low, owners, { upper, positions }, cancellation), high: excludedBelowAll(high, owners, { upper, positions }, cancellation) }
  }
}

/**
 * Per node, above `EXCLUDES_SHIFT`, a bit for each of the starts whose bound on what it holds of the node is excluded.
 *
 * Nodes are looked at holders first, each once; members of a circle until nothing changes in it.
 *
 * @param turned stakes by holder, see {@link turnedWalks}
 * @param starts at most 16 nodes, none twice
 * @param order of all that the starts reach: ascending positions of the graph condensed for its upper bounds
 * @throws Cancelled
 * Time O(size + stakes reached), times starts inside circles at most; space O(size).
 */
function excludedBelowAll(
  turned: ExclusiveWalks,
  starts: readonly number[],
  { upper: { node, position, circles, circleEnd }, positions }: { readonly upper: Condensation; readonly positions: Int32Array },
  cancellation?: Cancellation,
): Uint32Array {
  const search = new SpreadBelow(turned, starts, cancellation)
  let queue: number[] = []
  let end = 0 // of the circle that is searched
  const follow = (below: number) => {
    if (position[below]! <= end) queue.push(below)
  } // what comes later is met later
  for (const at of positions) {
    if (search.isQueued[node[at]!] === 1) search.passOn(node[at]!, follow)
    if (circleEnd[at] === 0) continue
    end = at
    queue = Array.from(circles[circleEnd[at]! - 1]!.members).filter((member) => search.isQueued[member] === 1)
    for (let next = 0; next < queue.length; next++) search.passOn(queue[next]!, follow)
  }
  return search.bits
}
