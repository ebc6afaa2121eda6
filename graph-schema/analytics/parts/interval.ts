/** A number known only within bounds; shares are fractions 0–1. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly lowExclusive: boolean
  readonly highExclusive: boolean
  /** True when the bounds are what a source states; false when we computed them. */
  readonly statedOnly: boolean
}

export const exactly = (value: number, statedOnly = false): Interval => ({ low: value, high: value, lowExclusive: false, highExclusive: false, statedOnly })

/** A sum of upper bounds above 1 by more than this was cut to 1. */
export const CUT_ROUNDING = 1e-9
