import type { Cancellation } from './cancellation.ts'
import type { Condensation } from './condensation.ts'
import { excludedBelowAll, turnedWalks } from './exclusive-walks.ts'
import { stakeBounds } from './stake-bounds.ts'
import type { StakeGraph } from './stake-graph.ts'

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
  const low = turnedWalks({ rows: graph, positive: Uint8Array.from(bounds.low, (share, entry) => (share > 0 || bounds.lowExclusive[entry] === 1 ? 1 : 0)), excluded: bounds.lowExclusive })
  const high = turnedWalks({ rows: graph, positive: Uint8Array.from(bounds.high, (share) => (share > 0 ? 1 : 0)), excluded: bounds.highExclusive })
  return (owners, upper, positions, cancellation) => {
    if (!positions.some((at) => isOpen[upper.node[at]!] === 1)) return undefined
    return { low: excludedBelowAll(low, owners, { upper, positions }, cancellation), high: excludedBelowAll(high, owners, { upper, positions }, cancellation) }
  }
}
