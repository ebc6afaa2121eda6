import { BlossomSearch } from './blossom-search.ts'
import type { Cancellation } from '../parts/cancellation.ts'

export interface WeightedPair { readonly a: number; readonly b: number; readonly weight: number }

export interface Matching {
  /** Per node its partner, or −1. */
  readonly partner: Int32Array
  /** Sum of the weights of the pairs, as given. */
  readonly total: number
}

/** Weights that are not whole numbers are rounded to this many steps of the largest weight, so that all sums are exact. */
const STEPS = 2 ** 40

/**
 * Pairs in which everybody has at most one partner and the sum of the weights is largest.
 *
 * Nobody is forced into a pair; weights ≤ 0 are never used; of several weights for one pair the largest counts. The
 * total is unique, the pairs need not be. Whole weights up to 2^40 are exact; other weights are rounded to 2^−40 of the
 * largest, about 1e-12 (`total` adds the weights as given).
 *
 * @throws RangeError when a node is outside 0 … size − 1 or a weight is not a finite number
 * @throws Cancelled
 * @see Edmonds (1965); Galil (1986) for the primal-dual method with blossoms. Time O(size³), space O(size²).
 */
export function maximumWeightMatching(size: number, pairs: readonly WeightedPair[], { cancellation }: { readonly cancellation?: Cancellation } = {}): Matching {
  const given = new Float64Array(size * size)
  let largest = 0
  let whole = true
  for (const { a, b, weight } of pairs) {
    if (!(a >= 0 && a < size && b >= 0 && b < size && Number.isFinite(weight))) throw new RangeError(`Pair ${a}–${b} with weight ${weight} is not possible among ${size} nodes.`)
    if (a === b || weight <= given[a * size + b]!) continue
    given[a * size + b] = given[b * size + a] = weight
    largest = Math.max(largest, weight)
    whole &&= Number.isInteger(weight)
  }
  const scale = largest === 0 || (whole && largest <= STEPS) ? 1 : STEPS / largest
  const partner = new BlossomSearch(size, given.map((weight) => Math.round(weight * scale)), largest === 0 ? 0 : Math.round(largest * scale), cancellation).run()
  let total = 0
  for (let node = 0; node < size; node++) if (partner[node]! > node) total += given[node * size + partner[node]!]!
  return { partner, total }
}
