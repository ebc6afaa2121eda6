/** How much of something lies in how few hands. */
export interface Concentration {
  /** Herfindahl–Hirschman index: the sum of squared shares, 1 / n (all equal) to 1 (one only); 0 when there is nothing. */
  readonly index: number
  /** 1 / index: as many equal holders would be as concentrated; 0 when there is nothing. */
  readonly effectiveNumber: number
  /** The fewest holders that together make the threshold. */
  readonly holdersForThreshold: number
  readonly threshold: number
  readonly total: number
}

/** Sums this close to the threshold reach it: shares such as 0.1 + 0.2 do not add up exactly. */
const ROUNDING = 1e-12

/**
 * Concentration of amounts (sites, capacity, sales) over holders.
 *
 * `holdersForThreshold` is the sentence "three operators make 75 %", as the ETO supply-chain explorer words it.
 *
 * @param amounts one per holder, in one unit, none negative; the caller adds up what belongs to one holder
 * @param threshold share of the total, 0–1
 * @throws RangeError for an amount that is negative or not a number
 * @see Hirschman (1964); Laakso & Taagepera (1979). Time O(n log n).
 */
export function concentration(amounts: ArrayLike<number>, threshold = 0.75): Concentration {
  const descending = Float64Array.from(amounts).sort().reverse()
  if (!descending.every((amount) => amount >= 0 && amount < Infinity)) throw new RangeError('Every amount has to be a number of at least 0.')
  const total = descending.reduceRight((sum, amount) => sum + amount, 0)
  if (total === 0) return { index: 0, effectiveNumber: 0, holdersForThreshold: 0, threshold, total }
  const index = descending.reduceRight((sum, amount) => sum + (amount / total) ** 2, 0)
  let holdersForThreshold = 0
  for (let reached = 0; holdersForThreshold < descending.length && reached < threshold * total * (1 - ROUNDING); holdersForThreshold++) reached += descending[holdersForThreshold]!
  return { index, effectiveNumber: 1 / index, holdersForThreshold, threshold, total }
}
