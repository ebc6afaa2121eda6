import type { StakeGraph } from './stake-graph.ts'
import { StakeFlag } from './stake-graph.ts'
import { EXACT_BLOCKS, banzhaf, shapleyShubik } from './voting-power.ts'

/** Votes this close to all of them leave no other block. */
const COMPLETE_FROM = 0.995

export interface BlockPower { readonly shapleyShubik: number; readonly banzhaf: number }

/**
 * Voting power of the direct holders of a node, where the votes of all of them are known exactly and leave nothing to
 * others; empty otherwise, since an unknown block changes every number. More than half of the votes decides.
 * @see Shapley & Shubik (1954); Banzhaf (1965). Time O(2^holders), at most 16 holders.
 */
export function knownBlocks(graph: StakeGraph, target: number): ReadonlyMap<number, BlockPower> {
  const holders: number[] = []
  const votes: number[] = []
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) {
    if (graph.shareHigh[entry] === 0 && !(graph.votesLow[entry]! > 0)) continue
    if (graph.votesLow[entry] !== graph.votesHigh[entry] || (graph.flags[entry]! & StakeFlag.NOMINEE) !== 0) return new Map()
    holders.push(graph.holder[entry]!)
    votes.push(graph.votesLow[entry]!)
  }
  const sum = votes.reduce((total, share) => total + share, 0)
  if (holders.length === 0 || holders.length > EXACT_BLOCKS || sum < COMPLETE_FROM || sum > 1 + 1e-9) return new Map()
  const game = { votes, quota: 0.5, wins: 'more than' } as const
  const [pivotal, swings] = [shapleyShubik(game).index, banzhaf(game).index]
  return new Map(holders.map((holder, at) => [holder, { shapleyShubik: pivotal[at]!, banzhaf: swings[at]! }]))
}
