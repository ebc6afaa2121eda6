import { countedVotes, isMajority } from './counted-votes.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/**
 * Whether one entry by itself carries more than half of the votes: a minimum above 0.5, or "more than 50 %".
 * Unknown votes, nominees and parties to joint control do not.
 */
export const isDirectMajority = (graph: StakeGraph, entry: number): boolean => isMajority(countedVotes(graph, entry), graph.votesLowExclusive[entry] === 1)
