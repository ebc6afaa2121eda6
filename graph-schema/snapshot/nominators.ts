import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import type { SupportedStake } from './supported-stake.ts'

/** A statement that `nominee` holds in its own name what is `nominator`'s. */
export interface Nominator { readonly nominator: number; readonly nominee: number; readonly statement: number }

/**
 * What nominees hold, passed on to those they hold for where a source names them; the stake of the nominee stays, and
 * carries nothing. With several nominators it is not known whose each share is: each has up to all of it, votes unknown.
 * A nominator's own stake in the same company and the one passed on are one stake from the larger of the two to their
 * sum, since a source may have meant the one by the other. Time O(stakes + nominators).
 */
export function passToNominators(stakes: readonly SupportedStake[], nominators: readonly Nominator[]): SupportedStake[] {
  if (nominators.length === 0) return [...stakes]
  const ofNominee = new Map<number, Map<number, number[]>>()
  for (const { nominator, nominee, statement } of nominators) {
    const named = ofNominee.get(nominee) ?? new Map<number, number[]>()
    ofNominee.set(nominee, named.set(nominator, [...named.get(nominator) ?? [], statement]))
  }
  const result = new Map(stakes.map((stake) => [`${stake.holder} ${stake.held}`, stake]))
  for (const stake of stakes) {
    if (((stake.flags ?? 0) & StakeFlag.NOMINEE) === 0) continue
    const named = [...ofNominee.get(stake.holder) ?? []].filter(([nominator]) => nominator !== stake.held)
    if (named.length > 0) result.set(`${stake.holder} ${stake.held}`, { ...stake, flags: (stake.flags ?? 0) | StakeFlag.PASSED_ON })
    for (const [nominator, statements] of named) {
      const passed = {
        ...stake,
        ...votesOf(stake),
        ...(named.length > 1 ? SOME_OF_IT : {}),
        holder: nominator,
        flags: (stake.flags ?? 0) & ~StakeFlag.NOMINEE,
        statements: [...stake.statements, ...statements],
      }
      const pair = `${nominator} ${stake.held}`
      const own = result.get(pair)
      result.set(pair, own === undefined ? passed : together(own, passed))
    }
  }
  return [...result.values()]
}

/** The votes of the nominator are those stated for the nominee, else its share. */
const votesOf = (stake: SupportedStake) => (Number.isNaN(stake.votesLow ?? stake.shareLow) && ((stake.flags ?? 0) & StakeFlag.SHARE_UNKNOWN) === 0
  ? { votesLow: stake.shareLow, votesHigh: stake.shareHigh, votesLowExclusive: stake.shareLowExclusive ?? false, votesHighExclusive: stake.shareHighExclusive ?? false } : {})

const SOME_OF_IT = { shareLow: 0, shareLowExclusive: true, votesLow: Number.NaN, votesHigh: Number.NaN, votesLowExclusive: false, votesHighExclusive: false }

function together(own: SupportedStake, passed: SupportedStake): SupportedStake {
  const votes = (stake: SupportedStake) => ({
    low: stake.votesLow ?? stake.shareLow,
    high: stake.votesHigh ?? stake.shareHigh,
    lowExclusive: stake.votesLowExclusive ?? false,
    highExclusive: stake.votesHighExclusive ?? false,
  })
  const shares = (stake: SupportedStake) => ({
    low: stake.shareLow,
    high: stake.shareHigh,
    lowExclusive: stake.shareLowExclusive ?? false,
    highExclusive: stake.shareHighExclusive ?? false,
  })
  const share = largerToSum(shares(own), shares(passed))
  const vote = largerToSum(votes(own), votes(passed))
  return {
    holder: own.holder, held: own.held, flags: (own.flags ?? 0) | (passed.flags ?? 0), statements: [...new Set([...own.statements, ...passed.statements])],
    shareLow: share.low, shareHigh: share.high, shareLowExclusive: share.lowExclusive, shareHighExclusive: share.highExclusive,
    votesLow: vote.low, votesHigh: vote.high, votesLowExclusive: vote.lowExclusive, votesHighExclusive: vote.highExclusive,
  }
}

interface Bounds { readonly low: number; readonly high: number; readonly lowExclusive: boolean; readonly highExclusive: boolean }
function largerToSum(a: Bounds, b: Bounds): Bounds {
  if (Number.isNaN(a.low) || Number.isNaN(b.low)) return Number.isNaN(a.low) ? b : a
  const larger = a.low >= b.low ? a : b
  const sum = a.high + b.high
  return { low: larger.low, high: Math.min(1, sum), lowExclusive: larger.lowExclusive, highExclusive: sum <= 1 && (a.highExclusive || b.highExclusive) }
}
