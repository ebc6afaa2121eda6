import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

/** Sums this close to one half are one half: .3 + .2 must not become a majority by rounding. */
const HALF_ROUNDING = 1e-9

/** More than half: above 0.5, or 0.5 itself where a part of it is stated as "more than". */
export const isMajority = (votes: number, exclusive: boolean): boolean => votes > 0.5 + HALF_ROUNDING || (exclusive && votes >= 0.5 - HALF_ROUNDING)

/**
 * Votes an entry surely carries, 0–1; 0 where unknown, held for others, or held in joint control.
 *
 * An excluded minimum of 0 ("some votes") counts for nothing: beside exactly one half it makes no majority.
 */
export function countedVotes(graph: StakeGraph, entry: number): number {
  if ((graph.flags[entry]! & (StakeFlag.NOMINEE | StakeFlag.JOINT)) !== 0) return 0
  const votes = graph.votesLow[entry]!
  return votes > 0 ? Math.min(votes, 1) : 0
}

/** Whether a stated link of control holds whatever the share; not if it is held for somebody else. */
export const hasLink = (graph: StakeGraph, entry: number, links: number): boolean => (graph.flags[entry]! & links) !== 0 && (graph.flags[entry]! & StakeFlag.NOMINEE) === 0
