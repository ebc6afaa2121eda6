import type { Cancellation } from './cancellation.ts'
import { excludedBelowAll, turnedWalks } from './exclusive-walks.ts'
import { stakeBounds } from './stake-bounds.ts'
import type { StakeGraph } from './stake-graph.ts'

/** Per node, above `EXCLUDES_SHIFT`, a bit for each owner: the bound on what it holds of the node excludes itself, unless it was cut. */
export interface ExcludedBits {
  readonly low: Uint32Array
  readonly high: Uint32Array
}

/** Asks for some owners and all the nodes they reach; undefined: no bound in these nodes excludes itself. */
export type OpenEnds = (owners: readonly number[], reached: Int32Array, cancellation: Cancellation | undefined) => ExcludedBits | undefined

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
  return (owners, reached, cancellation) => {
    if (!reached.some((node) => isOpen[node] === 1)) return undefined
    return { low: excludedBelowAll(low, owners, cancellation), high: excludedBelowAll(high, owners, cancellation) }
  }
}
