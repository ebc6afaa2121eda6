import type { FlowPosition, PositionRanges } from '../flows/flow-positions.ts'
import type { GowerFeature } from '../graphs/gower-similarity.ts'
import { functionSimilarity } from '../record/site-function.ts'

/** What two sites are compared by, with default weights. Position and dependence need flows, labour published numbers of jobs. */
export const MIRROR_FEATURES = { function: 0.2, position: 0.25, scale: 0.15, exposure: 0.1, tenure: 0.1, labour: 0.1, dependence: 0.1 } as const
/** What a feature consists of, where it is more than one; it gives each the same part of its weight. Of labour only the workforce can be on record. */
const FEATURE_PARTS = {
  position: ['depthFromSource', 'depthToMarket', 'flowShare', 'dominatesMarket', 'suppliers', 'receivers'],
  labour: ['workforce', 'unionRecognised', 'agreementExpiry'],
} as const

type Whole = keyof typeof FEATURE_PARTS
type Part = (typeof FEATURE_PARTS)[Whole][number]
/** As they are weighed: a feature as one, or its parts. */
export type MirrorFeature = keyof typeof MIRROR_FEATURES | Part
/** As they are compared: always by parts, where there are parts. */
export type ComparedName = Exclude<MirrorFeature, Whole>

const { position, labour } = FEATURE_PARTS
export const MIRROR_FEATURE_NAMES: readonly MirrorFeature[] = ['function', 'position', ...position, 'scale', 'exposure', 'tenure', 'labour', ...labour, 'dependence']
const WHOLES = Object.keys(FEATURE_PARTS) as readonly Whole[]
const isCompared = (name: MirrorFeature): name is ComparedName => !WHOLES.some((whole) => whole === name)
const NAMES = MIRROR_FEATURE_NAMES.filter(isCompared)

/** The parts of a feature; none of one that is compared as a whole. */
export const partsOf = (feature: MirrorFeature): readonly Part[] => (feature in FEATURE_PARTS ? FEATURE_PARTS[feature as Whole] : []) // its keys are those of Whole

/** Weight per feature compared, above 0 only, in a fixed order. */
export type FeatureWeights = ReadonlyMap<ComparedName, number>

/** Weights given by name, 0 or more; what has parts is spread over them, what is not named does not count. */
export function featureWeights(given: Readonly<Partial<Record<MirrorFeature, number>>> = MIRROR_FEATURES): FeatureWeights {
  const fromWhole = (name: ComparedName, whole = wholeOf(name)) => (whole === name ? 0 : (given[whole] ?? 0) / partsOf(whole).length)
  return new Map(NAMES.map((name) => [name, (given[name] ?? 0) + fromWhole(name)] as const).filter(([, weight]) => weight > 0))
}

/** The feature a part belongs to, or the feature itself, for counting how many are known. */
export const wholeOf = (name: ComparedName): keyof typeof MIRROR_FEATURES => WHOLES.find((whole) => partsOf(whole).some((part) => part === name)) ?? name as keyof typeof MIRROR_FEATURES // what is no part is a feature

/** One side of a comparison; what is undefined is not known. */
export interface MirrorSide {
  readonly code: string | undefined
  readonly tenure: string
  /** Percentile of its size among the actor's sites of its function, 0–1. */
  readonly scale: number | undefined
  /** Part of its domain in its place, 0–1. */
  readonly exposure: number
  /** Percentile of its jobs among the actor's sites of its function, 0–1. */
  readonly workforce: number | undefined
  readonly position: FlowPosition | undefined
}

export interface FeatureOfPair {
  readonly feature: ComparedName
  readonly compared: GowerFeature
  readonly here: string | number | undefined
  readonly there: string | number | undefined
}

/** The features of a pair that have weight. Counts are compared by log(1 + n); ranges are those among the sites of the actor. */
export function pairFeatures(here: MirrorSide, there: MirrorSide, weights: FeatureWeights, ranges: PositionRanges | undefined): FeatureOfPair[] {
  return [...weights].map(([feature, weight]) => {
    const [a, b] = [shownOf(here, feature), shownOf(there, feature)]
    return {
      feature,
      compared:
        feature === 'function'
          ? { kind: 'given', weight, similarity: functionSimilarity(here.code, there.code) }
          : compared(feature, weight, a, b, ranges),
      here: a,
      there: b,
    }
  })
}

function compared(feature: ComparedName, weight: number, a: FeatureOfPair['here'], b: FeatureOfPair['there'], ranges: PositionRanges | undefined): GowerFeature {
  if (typeof a !== 'number' || typeof b !== 'number') return { kind: 'same', weight, here: a, there: b }
  switch (feature) {
    case 'depthFromSource': case 'depthToMarket': return { kind: 'range', weight, here: a, there: b, range: ranges?.[feature] ?? 0 }
    case 'suppliers': return { kind: 'range', weight, here: Math.log1p(a), there: Math.log1p(b), range: ranges?.logSuppliers ?? 0 }
    case 'receivers': return { kind: 'range', weight, here: Math.log1p(a), there: Math.log1p(b), range: ranges?.logReceivers ?? 0 }
    default: return { kind: 'range', weight, here: a, there: b, range: 1 } // percentiles and shares
  }
}

function shownOf({ code, tenure, scale, exposure, workforce, position }: MirrorSide, feature: ComparedName): string | number | undefined {
  switch (feature) {
    case 'function': return code
    case 'tenure': return tenure
    case 'scale': return scale
    case 'exposure': return exposure
    case 'workforce': return workforce
    case 'unionRecognised': case 'agreementExpiry': return undefined // the model has no field for either
    case 'dependence': return position?.loss
    case 'dominatesMarket': return position && (position.dominatesMarket ? 'yes' : 'no')
    default: return position?.[feature]
  }
}
