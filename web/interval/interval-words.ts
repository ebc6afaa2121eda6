import type { Words } from '../i18n/use-words.ts'

/** A share or exposure between two fractions 0–1. */
export interface Range { readonly low: number; readonly high: number; readonly lowExclusive?: boolean; readonly highExclusive?: boolean }

const EXACT = 5e-7
export const isExact = ({ low, high }: Range): boolean => Math.abs(high - low) < EXACT

/** "40 %", "40–60 %", "up to 50 %", "more than 25 up to 50 %"; an open 0–100 % is "share not stated". */
export function intervalWords(range: Range | null | undefined, { t, percent }: Pick<Words, 't' | 'percent'>): string {
  if (!range || (range.low <= 0 && range.high >= 1)) return t('share.notStated')
  const { low, high, lowExclusive = false, highExclusive = false } = range
  if (isExact(range)) return percent(low)
  if (low <= 0) return t(highExclusive ? 'share.below' : 'share.upTo', { high: percent(high) })
  if (high >= 1 && !highExclusive) return t(lowExclusive ? 'share.moreThan' : 'share.atLeast', { low: percent(low) })
  if (lowExclusive) return t(highExclusive ? 'share.moreThanBelow' : 'share.moreThanUpTo', { low: percent(low), high: percent(high) })
  return t('share.between', { low: percent(low), high: percent(high) })
}

/** Where the solid and the hatched part of a rail begin and end, in percent of its length. A finding above 0 stays visible. */
export function railParts({ low, high }: Range): { solid: number; hatched: number } {
  const clamp = (fraction: number) => Math.min(Math.max(fraction, 0), 1) * 100
  const visible = (length: number) => (length > 0 && length < 1.5 ? 1.5 : length)
  const solid = visible(clamp(low))
  return { solid, hatched: Math.max(Math.min(visible(clamp(high) - clamp(low)), 100 - solid), 0) }
}
