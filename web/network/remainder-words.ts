import type { Range } from '../interval/interval-words.ts'
import { intervalWords } from '../interval/interval-words.ts'

/** How much is unrecorded: anything up to all of it is “up to 100 %”, not “not stated”: it is computed, nobody states it. */
export function remainderWords(range: Range | null | undefined, words: Parameters<typeof intervalWords>[1]): string {
  return range && range.low <= 0 && range.high >= 1 ? words.t('share.upTo', { high: words.percent(1) }) : intervalWords(range, words)
}
