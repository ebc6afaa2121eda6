import type { Interval } from '#analytics/interval.ts'

/** A fraction as percent with at most two decimals. */
export const percentText = (fraction: number): string => `${Math.round(fraction * 10_000) / 100} %`

/** Bounds in words: "40 %", "at least 15 % and at most 70 %", "more than 25 % and less than 50 %". An upper bound is always an "at most". */
export function intervalText({ low, high, lowExclusive, highExclusive }: Pick<Interval, 'low' | 'high' | 'lowExclusive' | 'highExclusive'>): string {
  if (low === high) return percentText(low)
  const least = low === 0 && !lowExclusive ? undefined : `${lowExclusive ? 'more than' : 'at least'} ${percentText(low)}`
  const most = `${highExclusive ? 'less than' : 'at most'} ${percentText(high)}`
  return least === undefined ? most : `${least} and ${most}`
}

/** What a holder has over all chains, as the statements behind it allow to say. */
export function holdingSentence(holder: string, target: string, integrated: Interval | undefined): string {
  if (integrated === undefined) return `No share of ${holder} in ${target} is on record over any chain.`
  const proven = integrated.high > 0 && integrated.low === 0 && !integrated.lowExclusive ? '; no statement proves a share' : ''
  return `By the statements on record, ${holder} holds ${intervalText(integrated)} of ${target} over all chains${proven}.`
}
