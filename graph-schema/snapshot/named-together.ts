import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import type { SupportedStake } from './supported-stake.ts'

/** Flags through which one organisation stands above another. */
const STANDS_ABOVE = StakeFlag.CONSOLIDATES | StakeFlag.MEMBERSHIP | StakeFlag.JOINT
const standsAbove = ({ flags = 0, shareLow, votesLow }: SupportedStake) => (flags & STANDS_ABOVE) !== 0 || (votesLow ?? shareLow) > 0.5

export type HeldKind = 'company' | 'site' | 'portfolio'

/**
 * Holders of one node named side by side, read as what the words mean:
 * - several groups named for one company: a group that stands above another of them is explained by it and left
 *   out; where more than one remains they run it together, so joint control;
 * - owners of a site without a figure: the only owner on record holds it (all of it, where the site is by definition
 *   the homes of one owner), several hold it together. For companies a holding without a figure stays what it is, an
 *   owner without control.
 *
 * @param stakesIn the stakes in any node
 */
export function namedTogether(held: HeldKind, holders: readonly SupportedStake[], stakesIn: (held: number) => readonly SupportedStake[]): readonly SupportedStake[] {
  return held === 'company' ? groupsNamed(holders, stakesIn) : siteOwners(holders, held === 'portfolio')
}

/** Whether {@link namedTogether} can change anything, told from the flags `first` … `end` − 1 of the holders alone. */
export function mayBeNamedTogether(held: HeldKind, flags: Uint8Array, first: number, end: number): boolean {
  let [groups, unknown] = [0, 0]
  for (let at = first; at < end; at++) {
    if ((flags[at]! & STANDS_ABOVE) === StakeFlag.MEMBERSHIP) groups++
    if ((flags[at]! & StakeFlag.SHARE_UNKNOWN) !== 0) unknown++
  }
  return held === 'company' ? groups > 1 : unknown > 0 && unknown === end - first
}

const isOnlyGroup = ({ flags = 0 }: SupportedStake) => (flags & STANDS_ABOVE) === StakeFlag.MEMBERSHIP
const withFlags = (stake: SupportedStake, on: number, off = 0): SupportedStake => ({ ...stake, flags: ((stake.flags ?? 0) | on) & ~off })

function groupsNamed(holders: readonly SupportedStake[], stakesIn: (held: number) => readonly SupportedStake[]): readonly SupportedStake[] {
  const groups = holders.filter(isOnlyGroup)
  if (groups.length < 2) return holders
  const above = (upper: number, lower: number): boolean => {
    const seen = new Set([lower])
    const open = [lower]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const stake of stakesIn(node)) {
        if (!standsAbove(stake) || seen.has(stake.holder)) continue
        if (stake.holder === upper) return true
        seen.add(stake.holder)
        open.push(stake.holder)
      }
    }
    return false
  }
  const lowest = groups.filter((group) => !groups.some((other) => other !== group && above(group.holder, other.holder) && !above(other.holder, group.holder)))
  return holders.map((stake) => {
    if (!groups.includes(stake)) return stake
    if (!lowest.includes(stake)) return withFlags(stake, 0, StakeFlag.MEMBERSHIP)
    return lowest.length === 1 ? stake : withFlags(stake, StakeFlag.JOINT, StakeFlag.MEMBERSHIP)
  })
}

const isNamedOwner = ({ flags = 0 }: SupportedStake) => (flags & StakeFlag.SHARE_UNKNOWN) !== 0 && (flags & (STANDS_ABOVE | StakeFlag.NOMINEE)) === 0

function siteOwners(holders: readonly SupportedStake[], isPortfolio: boolean): readonly SupportedStake[] {
  const named = holders.filter(isNamedOwner)
  if (named.length === 0 || named.length < holders.length) return holders
  if (named.length > 1) return named.map((stake) => withFlags(stake, StakeFlag.JOINT))
  const sole = withFlags(named[0]!, StakeFlag.CONSOLIDATES)
  return isPortfolio ? [withFlags({ ...sole, ...ALL }, 0, StakeFlag.SHARE_UNKNOWN)] : [sole]
}

const ALL = {
  shareLow: 1, shareHigh: 1, shareLowExclusive: false, shareHighExclusive: false,
  votesLow: 1, votesHigh: 1, votesLowExclusive: false, votesHighExclusive: false,
}
