import type { Interval } from '#analytics/parts/interval.ts'

/** A fraction as percent with at most two decimals. */
export const percentText = (fraction: number): string => `${Math.round(fraction * 10_000) / 100} %`

/** Bounds in words: "40 %", "at least 15 % and at most 70 %", "more than 25 % and less than 50 %". An upper bound is always an "at most". */
export function intervalText({ low, high, lowExclusive, highExclusive }: Pick<Interval, 'low' | 'high' | 'lowExclusive' | 'highExclusive'>): string {
  if (low === high) return percentText(low)
  const least = low === 0 && !lowExclusive ? undefined : `${lowExclusive ? 'more than' : 'at least'} ${percentText(low)}`
  const most = `${highExclusive ? 'less than' : 'at most'} ${percentText(high)}`
  return least === undefined ? most : `${least} and ${most}`
}

/** Why there is no share over all chains although there is a link. */
export type NoShare = 'closed loop' | 'in name only' | undefined

/** What a holder has over all chains, as the statements behind it allow to say. An interest without a figure is said to be one, not given as a range from nothing to all. */
export function holdingSentence(holder: string, target: string, integrated: Interval | undefined, why?: NoShare): string {
  if (why === 'in name only' && !((integrated?.high ?? 0) > 0)) return `${holder} holds in ${target} in name only, for others: none of it counts as its own.`
  if (integrated === undefined)
    return why === 'closed loop'
      ? `${holder} stands in a closed ring of owners: what it holds of ${target} over all chains cannot be computed.`
      : `No share of ${holder} in ${target} is on record over any chain.`
  return `By the statements on record, ${holder} ${holdsText(target, integrated)}.`
}

/** "holds 40 % of X over all chains", or that it has an interest of unstated size. */
export function holdsText(target: string, integrated: Interval): string {
  const { low, high, lowExclusive, highExclusive } = integrated
  if (low === 0 && lowExclusive && high > low)
    return `has an interest in ${target} over all chains, the size of which is not on record${high < 1 ? `: ${highExclusive ? 'less than' : 'at most'} ${percentText(high)}` : ''}`
  const proven = integrated.high > 0 && integrated.low === 0 && !integrated.lowExclusive ? '; no statement proves a share' : ''
  return `holds ${intervalText(integrated)} of ${target} over all chains${proven}`
}
