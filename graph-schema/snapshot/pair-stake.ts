import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import { startDay } from './in-force.ts'
import { latestStatements } from './latest-statements.ts'
import { interestCode } from './snapshot-codes.ts'
import type { StatedInterval } from './stated-interval.ts'
import { reconciled, statedInterval } from './stated-interval.ts'

const SHAREHOLDING = interestCode('shareholding')
const VOTING = interestCode('voting')
const CONSOLIDATION = interestCode('consolidation')
const ULTIMATE = interestCode('ultimate consolidation')
const JOINT = interestCode('joint control')
const GROUP = interestCode('operator group')
const TRUST = interestCode('trust')
const NOMINEE = interestCode('nominee')
/** A figure of the capital is taken from the first of these that states one. */
export const SHARE_FROM = [SHAREHOLDING, TRUST, NOMINEE, JOINT, CONSOLIDATION, ULTIMATE, GROUP]
/** Where no votes are stated they are the share that the first of these states. */
export const VOTES_FROM_SHARE = [SHAREHOLDING, TRUST, JOINT, CONSOLIDATION, ULTIMATE]
/** What an interest means when it stands alone. */
export const FLAG_OF_INTEREST: ReadonlyMap<number, number> = new Map([
  [JOINT, StakeFlag.JOINT], [CONSOLIDATION, StakeFlag.CONSOLIDATES], [ULTIMATE, StakeFlag.CONSOLIDATES], [GROUP, StakeFlag.MEMBERSHIP], [NOMINEE, StakeFlag.NOMINEE],
])

/** One pair's statements reduced to one stake. */
export interface PairStake extends Omit<Stake, 'holder' | 'held'> {
  /** Statements the stake rests on, the one that gives the figure first. */
  readonly statements: readonly number[]
  /** Statements of the same time that give different figures. */
  readonly disagreements: readonly { readonly statements: readonly number[]; readonly disjoint: boolean }[]
}

interface Reading {
  readonly interval: StatedInterval | undefined
  /** Statements the figure rests on, and all that count. */
  readonly figured: readonly number[]
  readonly statements: readonly number[]
  readonly disagree: boolean
  readonly disjoint: boolean
  readonly start: number
}

/**
 * One stake from the statements of one holder on one target that are in force.
 *
 * Per interest the latest statement counts, different sources of the same time form an envelope, and interests are
 * never added: shareholding gives the share, voting the votes, consolidation says "controls", joint control and
 * operator group set their own flags. An exact 0 says that the holder has left: what began before it is over.
 *
 * @returns undefined when nothing is left
 */
export function pairStake(snapshot: Snapshot, inForce: readonly number[]): PairStake | undefined {
  const byInterest = readings(snapshot, inForce)
  const left = byInterest.get(SHAREHOLDING)
  const hasLeft = left?.interval?.high === 0
  if (hasLeft) {
    for (const [interest, reading] of byInterest) if (reading.start <= left.start) byInterest.delete(interest)
    if (byInterest.size === 0) return undefined
  }
  const flags = flagsOf(byInterest)
  const share = shareOf(byInterest, flags)
  const votes = votesOf(snapshot, byInterest, flags)
  const used = [...byInterest.values()]
  const first = share.from ?? used[0]!
  return {
    ...share.bounds, ...votes, flags: flags | (share.from === undefined ? StakeFlag.SHARE_UNKNOWN : 0),
    statements: [...new Set([first, ...used].flatMap(({ statements }) => statements))],
    disagreements: used.filter(({ disagree }) => disagree).map(({ figured, disjoint }) => ({ statements: figured, disjoint })),
  }
}

function readings(snapshot: Snapshot, inForce: readonly number[]): Map<number, Reading> {
  const { statements } = snapshot
  const groups = new Map<number, number[]>()
  for (const statement of inForce) groups.set(statements.interest[statement]!, [...groups.get(statements.interest[statement]!) ?? [], statement])
  const byInterest = new Map<number, Reading>()
  for (const interest of [...groups.keys()].sort((a, b) => a - b)) {
    const all = groups.get(interest)!
    const latest = latestStatements(snapshot, all)
    // A source that gives no figure does not overtake one that does.
    const withFigure = all.filter((statement) => figureOf(snapshot, statement, interest) !== undefined)
    const figured = withFigure.length === 0 ? [] : latestStatements(snapshot, withFigure)
    const together = figured.length === 0 ? undefined : reconciled(figured.map((statement) => figureOf(snapshot, statement, interest)!))
    byInterest.set(interest, {
      interval: together?.interval, disagree: together?.disagree ?? false, disjoint: together?.disjoint ?? false, figured,
      statements: [...new Set([...figured, ...latest])], start: startDay(statements, latest[0]!),
    })
  }
  return byInterest
}

/** The figure an interest is about: votes for voting (whichever column holds them), else the share. */
export function figureOf({ statements: s }: Snapshot, at: number, interest: number): StatedInterval | undefined {
  const share = statedInterval(s.shareMin[at]!, s.shareMax[at]!, s.shareBounds[at]!)
  return interest === VOTING ? statedInterval(s.votesMin[at]!, s.votesMax[at]!, s.votesBounds[at]!) ?? share : share
}

function flagsOf(byInterest: ReadonlyMap<number, Reading>): number {
  const consolidation = byInterest.get(CONSOLIDATION) ?? byInterest.get(ULTIMATE)
  const joint = byInterest.get(JOINT)
  // Where both are stated the later word counts, and of the same time the weaker claim.
  const isJoint = joint !== undefined && (consolidation === undefined || joint.start >= consolidation.start)
  return (isJoint ? StakeFlag.JOINT : 0) | (consolidation !== undefined && !isJoint ? StakeFlag.CONSOLIDATES : 0)
    | (byInterest.has(GROUP) ? StakeFlag.MEMBERSHIP : 0) | (byInterest.has(NOMINEE) ? StakeFlag.NOMINEE : 0)
}

const UNKNOWN_SHARE = { shareLow: 0, shareHigh: 1, shareLowExclusive: true, shareHighExclusive: false }

function shareOf(byInterest: ReadonlyMap<number, Reading>, flags: number) {
  const from = SHARE_FROM.map((interest) => byInterest.get(interest)).find((reading) => reading?.interval !== undefined)
  if (from?.interval !== undefined) {
    const { low, high, lowExclusive, highExclusive } = from.interval
    return { from, bounds: { shareLow: low, shareHigh: high, shareLowExclusive: lowExclusive, shareHighExclusive: highExclusive } }
  }
  const votesOnly = [...byInterest.keys()].every((interest) => interest === VOTING)
  // Votes alone say nothing about capital; a party to joint control does not hold everything.
  const isJoint = (flags & StakeFlag.JOINT) !== 0
  const bounds = votesOnly ? { ...UNKNOWN_SHARE, shareLowExclusive: false } : isJoint ? { ...UNKNOWN_SHARE, shareHighExclusive: true } : UNKNOWN_SHARE
  return { from: undefined, bounds }
}

const UNKNOWN_VOTES = { votesLow: Number.NaN, votesHigh: Number.NaN, votesLowExclusive: false, votesHighExclusive: false }
const MAJORITY_OF_VOTES = { votesLow: 0.5, votesHigh: 1, votesLowExclusive: true, votesHighExclusive: false }
const asVotes = ({ low, high, lowExclusive, highExclusive }: StatedInterval) =>
  ({ votesLow: low, votesHigh: high, votesLowExclusive: lowExclusive, votesHighExclusive: highExclusive })

/** Votes as stated, else the majority that consolidation means, else the same as the stated share, else unknown. */
function votesOf({ statements: s }: Snapshot, byInterest: ReadonlyMap<number, Reading>, flags: number) {
  const voting = byInterest.get(VOTING)?.interval
  if (voting !== undefined) return asVotes(voting)
  const stated = [...byInterest.values()].flatMap(({ statements }) => statements.slice(0, 1))
    .map((at) => statedInterval(s.votesMin[at]!, s.votesMax[at]!, s.votesBounds[at]!)).find((interval) => interval !== undefined)
  if (stated !== undefined) return asVotes(stated)
  const share = VOTES_FROM_SHARE.map((interest) => byInterest.get(interest)?.interval).find((interval) => interval !== undefined)
  if ((flags & StakeFlag.CONSOLIDATES) !== 0 && !(share !== undefined && share.low > 0.5)) return MAJORITY_OF_VOTES
  return share === undefined ? UNKNOWN_VOTES : asVotes(share)
}
