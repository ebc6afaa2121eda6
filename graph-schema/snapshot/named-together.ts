import { StakeFlag } from '#analytics/stake-graph.ts'
import type { SupportedStake } from './supported-stake.ts'

/** Flags through which one organisation stands above another. */
const STANDS_ABOVE = StakeFlag.CONSOLIDATES | StakeFlag.MEMBERSHIP | StakeFlag.JOINT
const standsAbove = ({ flags = 0, shareLow, votesLow }: SupportedStake) => (flags & STANDS_ABOVE) !== 0 || (votesLow ?? shareLow) > 0.5

/**
 * Holders named side by side, read as what the words mean:
 * - several groups named for one company: a group that stands above another of them is explained by it and left
 *   out; where more than one remains they run it together, so joint control;
 * - owners of a site without a figure: the only owner on record holds it (all of it, where the site is by definition
 *   the homes of one owner), several hold it together. For companies a holding without a figure stays what it is, an
 *   owner without control.
 */
export function namedTogether(stakes: readonly SupportedStake[], heldIs: (held: number) => 'company' | 'site' | 'portfolio'): SupportedStake[] {
  const byHeld = new Map<number, SupportedStake[]>()
  for (const stake of stakes) byHeld.set(stake.held, [...byHeld.get(stake.held) ?? [], stake])
  return [...byHeld].flatMap(([held, holders]) => {
    const what = heldIs(held)
    return what === 'company' ? groupsNamed(holders, byHeld) : siteOwners(holders, what === 'portfolio')
  })
}

const isOnlyGroup = ({ flags = 0 }: SupportedStake) => (flags & STANDS_ABOVE) === StakeFlag.MEMBERSHIP
const withFlags = (stake: SupportedStake, on: number, off = 0): SupportedStake => ({ ...stake, flags: ((stake.flags ?? 0) | on) & ~off })

function groupsNamed(holders: readonly SupportedStake[], byHeld: ReadonlyMap<number, readonly SupportedStake[]>): readonly SupportedStake[] {
  const groups = holders.filter(isOnlyGroup)
  if (groups.length < 2) return holders
  const above = (upper: number, lower: number): boolean => {
    const seen = new Set([lower])
    const open = [lower]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const stake of byHeld.get(node) ?? []) {
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
