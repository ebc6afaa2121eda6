/** What speaks for two places working together; every part lies in 0–1 and is shown beside the product. */
export interface TwinScore {
  /** T: how much of both places' trouble comes from the same actors. */
  readonly sharedTargetMass: number
  /** B: 1 when those actors weigh equally on both places. */
  readonly balance: number
  /** M: the smaller of the two shares of sites that have a counterpart on the other side. */
  readonly mirrorCoverage: number
  /** K: language, lawful means and time zones, as the user weighs them. */
  readonly fit: number
  /** T · B^½ · M^½ · (½ + K / 2). */
  readonly score: number
}

export interface TwinParts {
  /** Scores S of the shared adversaries counted (the first ten, say), each 0–1. */
  readonly adversaryScores: ArrayLike<number>
  /** Exposure of each place to the same actors, added up. */
  readonly exposureHere: number
  readonly exposureThere: number
  /** Exposure-weighted share of the local sites that have a mirror, per direction; 0–1. */
  readonly coverageHere: number
  readonly coverageThere: number
  /** 0–1. */
  readonly fit: number
}

/**
 * Score of a pair of places: T · B^½ · M^½ · (½ + K / 2), every part 0–1.
 *
 * T = 1 − Π(1 − S): each further shared adversary adds less, and the sum never passes 1.
 * B = smaller exposure / larger exposure, 0 when one place has none.
 *
 * @throws RangeError when a part is outside its range
 * A formula of our own; T is the probability that one of independent events happens. Time O(scores).
 */
export function twinScore({ adversaryScores, exposureHere, exposureThere, coverageHere, coverageThere, fit }: TwinParts): TwinScore {
  let without = 1
  for (let i = 0; i < adversaryScores.length; i++) without *= 1 - inUnit('adversary score', adversaryScores[i]!)
  const sharedTargetMass = 1 - without
  const balance = balanceOf(exposureHere, exposureThere)
  const mirrorCoverage = Math.min(inUnit('coverage', coverageHere), inUnit('coverage', coverageThere))
  const score = sharedTargetMass * Math.sqrt(balance) * Math.sqrt(mirrorCoverage) * (0.5 + 0.5 * inUnit('fit', fit))
  return { sharedTargetMass, balance, mirrorCoverage, fit, score }
}

function balanceOf(here: number, there: number): number {
  if (!(here >= 0 && there >= 0 && here < Infinity && there < Infinity)) throw new RangeError(`Exposures are ${here} and ${there}; they cannot be negative.`)
  const larger = Math.max(here, there)
  return larger === 0 ? 0 : Math.min(here, there) / larger
}

function inUnit(what: string, value: number): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`The ${what} is ${value}, outside 0 … 1.`)
  return value
}
