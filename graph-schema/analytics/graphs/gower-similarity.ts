/** Coverage below this is too little to rank two sites by. */
export const LEAST_COVERAGE = 0.4
/** Sums of weights are compared with this slack: .1 + .3 is .4. */
const COVERAGE_ROUNDING = 1e-9

/**
 * One feature of a pair. A side that is undefined or not a number is missing.
 *
 * `same`: 1 if equal, else 0. `range`: 1 − |here − there| / range, where range is the largest difference possible;
 * range 0 means that all are alike. `given`: a similarity 0–1 found elsewhere.
 */
export type GowerFeature =
  | { readonly kind: 'same'; readonly weight: number; readonly here: string | number | boolean | undefined; readonly there: string | number | boolean | undefined }
  | { readonly kind: 'range'; readonly weight: number; readonly here: number | undefined; readonly there: number | undefined; readonly range: number }
  | { readonly kind: 'given'; readonly weight: number; readonly similarity: number | undefined }

export interface GowerSimilarity {
  /** Σ w δ s / Σ w δ, 0–1; undefined when no feature is known on both sides. */
  readonly similarity: number | undefined
  /** Σ w δ / Σ w: how much of the weight rests on features known on both sides, 0–1. */
  readonly coverage: number
  /** In the order given; similarity undefined where a side is missing (δ = 0). */
  readonly features: readonly { readonly weight: number; readonly similarity: number | undefined }[]
}

/**
 * How alike two things are, over the features known for both.
 *
 * @throws RangeError for a weight or range that is negative or not a number
 * @see Gower (1971), general coefficient of similarity with δ for missing values. Time O(features).
 */
export function gowerSimilarity(features: readonly GowerFeature[]): GowerSimilarity {
  let total = 0
  let known = 0
  let sum = 0
  const parts = features.map((feature) => {
    if (!(feature.weight >= 0)) throw new RangeError(`A weight of ${feature.weight} is not 0 or more.`)
    const similarity = featureSimilarity(feature)
    total += feature.weight
    if (similarity !== undefined) {
      known += feature.weight
      sum += feature.weight * similarity
    }
    return { weight: feature.weight, similarity }
  })
  return { similarity: known > 0 ? sum / known : undefined, coverage: total > 0 ? known / total : 0, features: parts }
}

/** Whether enough is known about both sides to rank the pair. */
export const isCovered = (coverage: number, least = LEAST_COVERAGE): boolean => coverage >= least - COVERAGE_ROUNDING

const isKnown = <Value>(value: Value | undefined): value is Value => value !== undefined && !Number.isNaN(value)

function featureSimilarity(feature: GowerFeature): number | undefined {
  if (feature.kind === 'given') return isKnown(feature.similarity) ? Math.min(1, Math.max(0, feature.similarity)) : undefined
  if (feature.kind === 'same') return isKnown(feature.here) && isKnown(feature.there) ? Number(feature.here === feature.there) : undefined
  if (!(feature.range >= 0)) throw new RangeError(`A range of ${feature.range} is not 0 or more.`)
  if (!isKnown(feature.here) || !isKnown(feature.there)) return undefined
  if (feature.here === feature.there) return 1
  return Math.max(0, 1 - Math.abs(feature.here - feature.there) / feature.range)
}
