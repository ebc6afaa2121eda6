import { BoundFlag } from '#analytics/record/snapshot.ts'

/** Bounds of a share or of votes as fractions 0–1, complete: what is not stated is filled in with what is possible. */
export interface StatedInterval {
  readonly low: number
  readonly high: number
  readonly lowExclusive: boolean
  readonly highExclusive: boolean
}

/** Reads stated bounds; a missing minimum is "more than 0", a missing maximum 1. Undefined when neither bound is stated. */
export function statedInterval(min: number, max: number, bounds: number): StatedInterval | undefined {
  const hasMin = (bounds & BoundFlag.MIN) !== 0
  const hasMax = (bounds & BoundFlag.MAX) !== 0
  if (!hasMin && !hasMax) return undefined
  return {
    low: hasMin ? min : 0,
    high: hasMax ? max : 1,
    lowExclusive: hasMin ? (bounds & BoundFlag.MIN_EXCLUSIVE) !== 0 : true,
    highExclusive: hasMax && (bounds & BoundFlag.MAX_EXCLUSIVE) !== 0,
  }
}

const sameBounds = (a: StatedInterval, b: StatedInterval) =>
  a.low === b.low && a.high === b.high && a.lowExclusive === b.lowExclusive && a.highExclusive === b.highExclusive

/** Whether every value of `inner` is a value of `outer`. */
function contains(outer: StatedInterval, inner: StatedInterval): boolean {
  const lowFits = inner.low > outer.low || (inner.low === outer.low && (!outer.lowExclusive || inner.lowExclusive))
  const highFits = inner.high < outer.high || (inner.high === outer.high && (!outer.highExclusive || inner.highExclusive))
  return lowFits && highFits
}

/** Whether two intervals have no value in common. */
function areDisjoint(a: StatedInterval, b: StatedInterval): boolean {
  const [lower, upper] = a.low <= b.low ? [a, b] : [b, a]
  return lower.high < upper.low || (lower.high === upper.low && (lower.highExclusive || upper.lowExclusive))
}

/**
 * What several sources of the same time say together. A source that is only less exact ("more than 50 %" beside 60 %)
 * agrees and the exact one counts; where sources disagree the envelope of all of them counts.
 */
export function reconciled(intervals: readonly StatedInterval[]): { readonly interval: StatedInterval; readonly disagree: boolean; readonly disjoint: boolean } {
  const sharpest = intervals.filter((one, at) => !intervals.some((other, position) =>
    contains(one, other) && (!sameBounds(one, other) || position < at)))
  const [first, ...others] = sharpest
  if (first === undefined) throw new RangeError('There is nothing to reconcile.')
  const interval = others.reduce((envelope, one) => ({
    low: Math.min(envelope.low, one.low),
    high: Math.max(envelope.high, one.high),
    lowExclusive: one.low < envelope.low ? one.lowExclusive : one.low > envelope.low ? envelope.lowExclusive : envelope.lowExclusive && one.lowExclusive,
    highExclusive: one.high > envelope.high ? one.highExclusive : one.high < envelope.high ? envelope.highExclusive : envelope.highExclusive && one.highExclusive,
  }), first)
  const disjoint = sharpest.some((one, at) => sharpest.slice(at + 1).some((other) => areDisjoint(one, other)))
  return { interval, disagree: others.length > 0, disjoint }
}
