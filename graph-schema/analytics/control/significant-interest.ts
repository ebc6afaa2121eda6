import type { Interval } from '../parts/interval.ts'

/** Rounding allowed for at the threshold: .5 · .5 computed as .24999999999999997 is a quarter. */
const THRESHOLD_ROUNDING = 1e-9

/**
 * Whether an interest is surely at or above a threshold, by ownership over all paths or by votes of the group.
 *
 * The name and the default of 25 % follow Regulation (EU) 2024/1624, art. 52, which speaks of natural persons; here the
 * number is applied to organisations.
 *
 * @param integrated share over all paths, 0–1
 * @param votes votes of the group, 0–1
 */
export function isSignificantInterest(integrated: Interval | undefined, votes: Interval | undefined, threshold = 0.25): boolean {
  return Math.max(integrated?.low ?? 0, votes?.low ?? 0) >= threshold - THRESHOLD_ROUNDING
}
