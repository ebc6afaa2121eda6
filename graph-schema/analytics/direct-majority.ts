import { countedVotes, isMajority } from './counted-votes.ts'
import type { StakeGraph } from './stake-graph.ts'

/**
 * Whether one entry by itself carries more than half of the votes: a minimum above 0.5, or "more than 50 %".
 * Unknown votes, nominees and parties to joint control do not.
 */
export const isDirectMajority = (graph: StakeGraph, entry: number): boolean => isMajority(countedVotes(graph, entry), graph.votesLowExclusive[entry] === 1)

/** The holder with a direct majority of the votes in `target`, or undefined. Time O(stakes in the target). */
export function directMajorityHolder(graph: StakeGraph, target: number): number | undefined {
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) {
    if (graph.holder[entry] !== target && isDirectMajority(graph, entry)) return graph.holder[entry]
  }
  return undefined
}
