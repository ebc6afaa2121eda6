import type { FlowPosition, FlowPositions } from '../flows/flow-positions.ts'
import type { GowerFeature } from '../graphs/gower-similarity.ts'
import { functionSimilarity } from '../record/site-function.ts'

/** What two sites are compared by, with default weights. Labour is on no record; position and dependence need flows. */
export const MIRROR_FEATURES = { function: 0.2, position: 0.25, scale: 0.15, exposure: 0.1, tenure: 0.1, labour: 0.1, dependence: 0.1 } as const
/** What a position consists of; it gives each the same part of its weight. */
export const POSITION_PARTS = ['depthFromSource', 'depthToMarket', 'flowShare', 'dominatesMarket', 'suppliers', 'receivers'] as const

export type PositionPart = (typeof POSITION_PARTS)[number]
/** As they are weighed: a position as one, or its parts. */
export type MirrorFeature = keyof typeof MIRROR_FEATURES | PositionPart
/** As they are compared: a position always by its parts. */
export type ComparedName = Exclude<MirrorFeature, 'position'>

const NAMES: readonly ComparedName[] = ['function', ...POSITION_PARTS, 'scale', 'exposure', 'tenure', 'labour', 'dependence']
export const MIRROR_FEATURE_NAMES: readonly MirrorFeature[] = ['function', 'position', ...NAMES.slice(1)]

/** Weight per feature compared, above 0 only, in a fixed order. */
export type FeatureWeights = ReadonlyMap<ComparedName, number>

/** Weights given by name, 0 or more; a position is spread over its parts, what is not named does not count. */
export function featureWeights(given: Readonly<Partial<Record<MirrorFeature, number>>> = MIRROR_FEATURES): FeatureWeights {
  const ofPart = (given.position ?? 0) / POSITION_PARTS.length
  const isPart = (name: ComparedName) => POSITION_PARTS.some((part) => part === name)
  return new Map(NAMES.map((name) => [name, (given[name] ?? 0) + (isPart(name) ? ofPart : 0)] as const).filter(([, weight]) => weight > 0))
}

/** The feature a part belongs to, for counting how many are known. */
export const wholeOf = (name: ComparedName): keyof typeof MIRROR_FEATURES => (name in MIRROR_FEATURES ? name as keyof typeof MIRROR_FEATURES : 'position') // the other names are parts of a position

/** One side of a comparison; what is undefined is not known. */
export interface MirrorSide {
  readonly code: string | undefined
  readonly tenure: string
  /** Percentile of its size among the actor's sites of its function, 0–1. */
  readonly scale: number | undefined
  /** Part of its domain in its place, 0–1. */
  readonly exposure: number
  readonly position: FlowPosition | undefined
}

export interface FeatureOfPair { readonly feature: ComparedName; readonly compared: GowerFeature; readonly here: string | number | undefined; readonly there: string | number | undefined }

/** The features of a pair that have weight. Counts are compared by log(1 + n) over their range in the whole network. */
export function pairFeatures(here: MirrorSide, there: MirrorSide, weights: FeatureWeights, ranges: FlowPositions['ranges'] | undefined): FeatureOfPair[] {
  return [...weights].map(([feature, weight]) => {
    const [a, b] = [shownOf(here, feature), shownOf(there, feature)]
    return { feature, compared: compared(feature, weight, here, there, ranges), here: a, there: b }
  })
}

function compared(feature: ComparedName, weight: number, here: MirrorSide, there: MirrorSide, ranges: FlowPositions['ranges'] | undefined): GowerFeature {
  const [a, b] = [shownOf(here, feature), shownOf(there, feature)]
  if (feature === 'function') return { kind: 'given', weight, similarity: functionSimilarity(here.code, there.code) }
  if (feature === 'labour') return { kind: 'given', weight, similarity: undefined }
  if (typeof a !== 'number' || typeof b !== 'number') return { kind: 'same', weight, here: a, there: b }
  switch (feature) {
    case 'depthFromSource': case 'depthToMarket': return { kind: 'range', weight, here: a, there: b, range: ranges?.[feature] ?? 0 }
    case 'suppliers': return { kind: 'range', weight, here: Math.log1p(a), there: Math.log1p(b), range: ranges?.logSuppliers ?? 0 }
    case 'receivers': return { kind: 'range', weight, here: Math.log1p(a), there: Math.log1p(b), range: ranges?.logReceivers ?? 0 }
    default: return { kind: 'range', weight, here: a, there: b, range: 1 } // percentiles and shares
  }
}

function shownOf({ code, tenure, scale, exposure, position }: MirrorSide, feature: ComparedName): string | number | undefined {
  switch (feature) {
    case 'function': return code
    case 'tenure': return tenure
    case 'scale': return scale
    case 'exposure': return exposure
    case 'labour': return undefined
    case 'dependence': return position?.loss
    case 'dominatesMarket': return position && (position.dominatesMarket ? 'yes' : 'no')
    default: return position?.[feature]
  }
}
