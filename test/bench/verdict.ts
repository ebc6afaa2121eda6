export interface Spread {
  readonly min: number
  readonly median: number
  /** Interquartile range as a share of the median. */
  readonly spread: number
}

export type Verdict = 'reached' | 'missed' | 'too noisy' | 'no goal' | 'smaller than the goal'

/** From this interquartile spread on a ratio says nothing. */
export const NOISY = 0.25

/** Quantile with linear interpolation between neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]!
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place))
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const median = quantile(sorted, 0.5)
  return { min: sorted[0]!, median, spread: median === 0 ? 0 : (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / median }
}

/** The goal is reached when both the smallest and the median times say so. */
export function verdictOn(ours: Spread, peer: Spread, times: number): Verdict {
  if (ours.spread >= NOISY || peer.spread >= NOISY) return 'too noisy'
  return peer.min >= times * ours.min && peer.median >= times * ours.median ? 'reached' : 'missed'
}

/** Without a peer: the goal is reached when the median takes no longer than allowed. */
export function verdictWithin(ours: Spread, seconds: number | undefined): Verdict {
  if (seconds === undefined) return 'no goal'
  return ours.spread >= NOISY ? 'too noisy' : ours.median <= seconds ? 'reached' : 'missed'
}

/** Memory below this cannot be told from the noise of a runtime and counts as this much, MB. */
export const LEAST_MEGABYTES = 1

/** Memory of the work itself, in MB: the goal is reached when the peer takes at least `times` ours. */
export function verdictOnMemory(ours: number, peer: number, times: number): Verdict {
  return peer >= times * Math.max(LEAST_MEGABYTES, ours) ? 'reached' : 'missed'
}
