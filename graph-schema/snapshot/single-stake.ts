import type { Snapshot } from '#analytics/record/snapshot.ts'
import { BoundFlag } from '#analytics/record/snapshot.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import { FLAG_OF_INTEREST, SHARE_FROM, VOTES_FROM_SHARE } from './pair-stake.ts'
import { interestCode } from './snapshot-codes.ts'
import type { StakeColumns } from './stake-columns.ts'

const SHAREHOLDING = interestCode('shareholding')
const VOTING = interestCode('voting')
const isShare = new Set(SHARE_FROM)
const isVotes = new Set([...VOTES_FROM_SHARE, VOTING])
const STATED = BoundFlag.MIN | BoundFlag.MAX

const low = (min: number, bounds: number): number => ((bounds & BoundFlag.MIN) !== 0 ? min : 0)
const high = (max: number, bounds: number): number => ((bounds & BoundFlag.MAX) !== 0 ? max : 1)
const excludesLow = (bounds: number): number => ((bounds & BoundFlag.MIN) === 0 || (bounds & BoundFlag.MIN_EXCLUSIVE) !== 0 ? 1 : 0)
const excludesHigh = (bounds: number): number => ((bounds & BoundFlag.MAX) !== 0 && (bounds & BoundFlag.MAX_EXCLUSIVE) !== 0 ? 1 : 0)

/**
 * What `pairStake` says of a pair with one statement and nothing to reconcile, written at position `count` of the columns
 * without an object on the way.
 *
 * @returns false when nothing is left: the holder has left
 */
export function writeSingleStake({ statements: s }: Snapshot, at: number, { figures: f, count: entry }: StakeColumns): boolean {
  const interest = s.interest[at]!
  const bounds = s.shareBounds[at]!
  const isStated = (bounds & STATED) !== 0
  if (interest === SHAREHOLDING && isStated && high(s.shareMax[at]!, bounds) === 0) return false
  const flags = FLAG_OF_INTEREST.get(interest) ?? 0
  const isKnown = isStated && isShare.has(interest)
  f.flags[entry] = isKnown ? flags : flags | StakeFlag.SHARE_UNKNOWN
  f.shareLow[entry] = isKnown ? low(s.shareMin[at]!, bounds) : 0
  f.shareHigh[entry] = isKnown ? high(s.shareMax[at]!, bounds) : 1
  f.shareLowExclusive[entry] = isKnown ? excludesLow(bounds) : interest === VOTING ? 0 : 1
  f.shareHighExclusive[entry] = isKnown ? excludesHigh(bounds) : (flags & StakeFlag.JOINT) !== 0 ? 1 : 0
  const hasVotes = (s.votesBounds[at]! & STATED) !== 0
  const sameVotes = isStated && isVotes.has(interest)
  if (hasVotes)
    writeVotes(
      f,
      entry,
      low(s.votesMin[at]!, s.votesBounds[at]!),
      high(s.votesMax[at]!, s.votesBounds[at]!),
      excludesLow(s.votesBounds[at]!),
      excludesHigh(s.votesBounds[at]!),
    )
  else if ((flags & StakeFlag.CONSOLIDATES) !== 0 && !(sameVotes && low(s.shareMin[at]!, bounds) > 0.5)) writeVotes(f, entry, 0.5, 1, 1, 0)
  else if (sameVotes) writeVotes(f, entry, low(s.shareMin[at]!, bounds), high(s.shareMax[at]!, bounds), excludesLow(bounds), excludesHigh(bounds))
  else writeVotes(f, entry, Number.NaN, Number.NaN, 0, 0)
  return true
}

function writeVotes(f: StakeColumns['figures'], entry: number, votesLow: number, votesHigh: number, lowExclusive: number, highExclusive: number): void {
  f.votesLow[entry] = votesLow
  f.votesHigh[entry] = votesHigh
  f.votesLowExclusive[entry] = lowExclusive
  f.votesHighExclusive[entry] = highExclusive
}
