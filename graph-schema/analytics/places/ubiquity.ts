/**
 * How evenly an actor is spread over all places, 0 (one place) to 1 (the same everywhere).
 *
 * U = (exp(−Σ π ln π) − 1) / (P − 1) with π_p = E_p / Σ E: the effective number of places, rescaled. 0 for P ≤ 1.
 *
 * @param exposures one number per place, 0 or more; places without presence are 0, not left out
 * @see Jost (2006) for the Shannon effective number (Hill number of order 1). Time O(places).
 */
export function ubiquity(exposures: ArrayLike<number>): number {
  let sum = 0
  for (let place = 0; place < exposures.length; place++) sum += exposures[place]!
  if (exposures.length <= 1 || !(sum > 0)) return 0
  let entropy = 0
  for (let place = 0; place < exposures.length; place++) {
    const part = exposures[place]! / sum
    if (part > 0) entropy -= part * Math.log(part)
  }
  return Math.min(1, Math.max(0, (Math.exp(entropy) - 1) / (exposures.length - 1)))
}
