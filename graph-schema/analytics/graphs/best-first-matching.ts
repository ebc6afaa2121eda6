import type { Matching, WeightedPair } from './maximum-weight-matching.ts'

/** Pairs as one would choose them by hand: the best first, then the best of those left. Shown beside the best matching, which may be better. Ties by the smaller nodes. Time O(pairs log pairs). */
export function bestFirstMatching(size: number, pairs: readonly WeightedPair[]): Matching {
  const partner = new Int32Array(size).fill(-1)
  let total = 0
  for (const { a, b, weight } of [...pairs].sort((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b)) {
    if (!(weight > 0) || a === b || partner[a] !== -1 || partner[b] !== -1) continue
    partner[a] = b
    partner[b] = a
    total += weight
  }
  return { partner, total }
}
