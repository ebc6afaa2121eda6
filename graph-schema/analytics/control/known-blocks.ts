import type { Cancellation } from '../parts/cancellation.ts'
import { oceanicPowers } from './oceanic-power.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'
import { EXACT_BLOCKS, banzhaf, shapleyShubik } from './voting-power.ts'

/** Votes this close to all of them leave no other block. */
const COMPLETE_FROM = 0.995
const ROUNDING = 1e-9
/** Random orders for more than 16 blocks, fewer where there are very many: the work stays below 20 million steps. */
const SAMPLES = 20_000
const MOST_STEPS = 20_000_000
const SEED = 1

/** Power of one direct holder in the votes of a node; parts that cannot be said are absent. */
export interface BlockPower {
  /** Among the known blocks, where they have all votes. */
  readonly shapleyShubik?: number
  readonly banzhaf?: number
  /** Standard errors; 0 when exact. */
  readonly shapleyShubikError?: number
  readonly banzhafError?: number
  /** Where part of the votes is unrecorded, if all of that part is dispersed. */
  readonly oceanic?: number
}

export interface KnownBlocks {
  readonly powers: ReadonlyMap<number, BlockPower>
  /** Present when coalitions were sampled: how, and the largest standard error of a block. */
  readonly sampled?: { readonly seed: number; readonly samples: number; readonly blocks: number; readonly standardError: number }
  /** Present when the unrecorded votes were taken to be dispersed: how large they are. */
  readonly ocean?: number
  /** Present when the node holds shares in itself, which do not vote: how large they are. */
  readonly ownShares?: number
}

const NOTHING: KnownBlocks = { powers: new Map() }

/**
 * Voting power of the direct holders of a node, where the votes of all of them are known exactly. If they leave nothing
 * to others: Shapley–Shubik and Banzhaf, exact up to 16 blocks and sampled with a fixed seed above. If they do: the
 * value beside an ocean of small holders, an assumption the caller prints. More than half of the votes that can be cast
 * decides: a company's shares in itself have none. Each holder counts for itself.
 *
 * @returns per holder, 0–1 each; empty where the votes of a holder are not known exactly or add up to more than 1
 * @throws Cancelled
 * @see Shapley & Shubik (1954); Banzhaf (1965); Milnor & Shapley (1978). Time O(2^holders) up to 16, else O(samples · holders).
 */
export function knownBlocks(graph: StakeGraph, target: number, cancellation?: Cancellation): KnownBlocks {
  const blocks = exactBlocks(graph, target)
  if (blocks === undefined || blocks.holders.length === 0) return NOTHING
  const { holders, votes, sum, own } = blocks
  const unrecorded = 1 - own - sum
  if (unrecorded < -ROUNDING) return NOTHING
  const silent = own > 0 ? { ownShares: own } : {}
  if (unrecorded > 1 - COMPLETE_FROM) {
    const oceanic = oceanicPowers(votes, unrecorded)
    return { powers: new Map(holders.map((holder, at) => [holder, { oceanic: oceanic[at]! }])), ocean: unrecorded, ...silent }
  }
  const game = { votes, quota: (1 - own) / 2, wins: 'more than' } as const
  const options = { seed: SEED, samples: Math.min(SAMPLES, Math.ceil(MOST_STEPS / holders.length)) }
  const [pivotal, swings] = [shapleyShubik(game, { ...options, cancellation }), banzhaf(game, { ...options, cancellation })]
  const powers = new Map(holders.map((holder, at): [number, BlockPower] => [holder, {
    shapleyShubik: pivotal.index[at]!, banzhaf: swings.index[at]!, shapleyShubikError: pivotal.standardError[at]!, banzhafError: swings.standardError[at]!,
  }]))
  if (holders.length <= EXACT_BLOCKS) return { powers, ...silent }
  return {
    powers,
    ...silent,
    sampled: {
      ...options,
      blocks: holders.length,
      standardError: [pivotal, swings].reduce((most, { standardError }) => standardError.reduce((larger, error) => Math.max(larger, error), most), 0),
    },
  }
}

/** The holders of a node that vote, their votes, and what the node holds in itself; undefined where one of them is not known exactly or votes for somebody unnamed. */
export function exactBlocks(graph: StakeGraph, target: number): { readonly holders: number[]; readonly votes: number[]; readonly sum: number; readonly own: number } | undefined {
  const holders: number[] = []
  const votes: number[] = []
  let own = 0
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) {
    if (graph.shareHigh[entry] === 0 && !(graph.votesLow[entry]! > 0)) continue
    const isNominee = (graph.flags[entry]! & StakeFlag.NOMINEE) !== 0
    if (isNominee && isPassedOn(graph, entry)) continue
    if (graph.votesLow[entry] !== graph.votesHigh[entry] || !(graph.votesLow[entry]! >= 0) || isNominee) return undefined // less than no votes is no figure
    if (graph.holder[entry] === target) { own += graph.votesLow[entry]!; continue }
    holders.push(graph.holder[entry]!)
    votes.push(graph.votesLow[entry]!)
  }
  return { holders, votes, sum: votes.reduce((total, share) => total + share, 0), own }
}

const isPassedOn = ({ flags }: StakeGraph, entry: number): boolean => (flags[entry]! & StakeFlag.PASSED_ON) !== 0
