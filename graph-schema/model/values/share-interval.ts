import type { ValueType } from './value-type.ts'

/** A share as a source states it, fractions 0–1. `min` equals `max` when exact; an absent bound is unknown, 0 is a value. */
export interface ShareInterval {
  readonly min?: number
  readonly max?: number
  /** "more than": the bound itself is excluded. */
  readonly minExclusive?: boolean
  readonly maxExclusive?: boolean
}

/** @see Open Ownership BODS 0.4, share: exact, minimum, exclusiveMinimum, maximum, exclusiveMaximum. */
export const shareInterval: ValueType<ShareInterval> = {
  name: 'share interval',
  doc: 'Fraction 0–1 with a lower and an upper bound; percent in CSV, where ">50" and "<75" exclude the bound.',
  stored: { Min: 'float', Max: 'float', MinExclusive: 'boolean', MaxExclusive: 'boolean' },
  columns: [
    { suffix: '', doc: 'Exact share.', unit: 'percent' },
    { suffix: '_min', doc: 'Lower bound; ">50" excludes 50.', unit: 'percent' },
    { suffix: '_max', doc: 'Upper bound; "<75" excludes 75.', unit: 'percent' },
  ],
  api: { '': 'Interval' },
  encode: ({ min, max, minExclusive, maxExclusive }) => ({
    ...(min === undefined ? {} : { Min: min }),
    ...(max === undefined ? {} : { Max: max }),
    ...(minExclusive ? { MinExclusive: true } : {}),
    ...(maxExclusive ? { MaxExclusive: true } : {}),
  }),
  decode: ({ Min, Max, MinExclusive, MaxExclusive }) => {
    if (Min === undefined && Max === undefined) return undefined
    return {
      ...(Min === undefined ? {} : { min: Number(Min) }),
      ...(Max === undefined ? {} : { max: Number(Max) }),
      ...(MinExclusive === true ? { minExclusive: true } : {}),
      ...(MaxExclusive === true ? { maxExclusive: true } : {}),
    }
  },
}
