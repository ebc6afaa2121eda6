import type { FootingHeld } from './actor-holdings.ts'
import { actorHoldings } from './actor-holdings.ts'
import type { Cancellation } from './cancellation.ts'
import { domainMeasures, figureIn, measuredTotal, weightIn } from './domain-measures.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { inOrder } from './exposure.ts'
import type { Footing } from './footings.ts'
import { footingsOf } from './footings.ts'
import type { GowerFeature } from './gower-similarity.ts'
import { gowerSimilarity, isCovered } from './gower-similarity.ts'
import { optimalAssignment } from './optimal-assignment.ts'
import type { OwnershipView } from './ownership-view.ts'
import { countWhile } from './count-while.ts'
import { functionCode, functionSimilarity } from './site-function.ts'

/** Features with their default weights; position, labour and dependence need data of flows and contracts. */
export const MIRROR_FEATURES = { function: 0.2, position: 0.25, scale: 0.15, exposure: 0.1, tenure: 0.1, labour: 0.1, dependence: 0.1 } as const
export type MirrorFeature = keyof typeof MIRROR_FEATURES
export const MIRROR_THRESHOLD = 0.6
/** Similarities are compared with the threshold with this slack. */
const ROUNDING = 1e-9

/** One feature of a pair: a code, a relation, or a fraction 0–1 on each side. */
export interface ComparedFeature {
  readonly feature: MirrorFeature
  readonly weight: number
  /** 0–1; undefined where a side is not known. */
  readonly similarity: number | undefined
  readonly here: string | number | undefined
  readonly there: string | number | undefined
}

export interface MirrorPair {
  readonly here: number
  readonly there: number
  readonly similarity: number
  readonly coverage: number
  /** False: too little is known to rank it, but it is the best counterpart on record. */
  readonly ranked: boolean
  readonly features: readonly ComparedFeature[]
}

export interface MirrorPoints {
  /** Ranked ones first, most similar first; then the others. */
  readonly pairs: readonly MirrorPair[]
  readonly unmatchedHere: readonly number[]
  readonly unmatchedThere: readonly number[]
}

/** A site an actor controls in one place, with what can be compared. */
interface Candidate {
  readonly footing: Footing
  readonly code: string | undefined
  readonly tenure: string
  /** Part of all that is mapped of its domain in the place. */
  readonly exposure: number
}

/**
 * One-to-one counterparts between the sites an actor controls in two places: Gower similarity over the features known
 * on both sides, then the pairing with the largest sum. Gates: the same controller, the same domain, both in force.
 * Pairs below the threshold are not made; pairs of which less than 40 % of the weight is known are not ranked.
 * Similarity Σ w δ s / Σ w δ, coverage Σ w δ / Σ w, both 0–1; δ is 1 where both sides have the feature.
 *
 * @param threshold smallest similarity of a pair, 0–1
 * @throws Cancelled
 * @see Gower (1971); {@link optimalAssignment}. Time and space O(sites here · sites there) for the similarities, time cubic in the smaller number for the pairing.
 */
export function mirrorPoints(view: OwnershipView, actor: number, here: number, there: number, threshold = MIRROR_THRESHOLD, cancellation?: Cancellation): MirrorPoints {
  const held = actorHoldings(view, actor, 'controllers', cancellation)
  const measures = domainMeasures(view, [here, there])
  const local = candidates(view, held, here, measures)
  const remote = candidates(view, held, there, measures)
  const scale = scaleOf(view, held)
  const isComparable = (a: Candidate, b: Candidate) => a.footing.domain === b.footing.domain && a.footing.site !== b.footing.site
  const compared = local.map((a) => {
    cancellation?.spend(20 * remote.length) // seven features for each
    return remote.map((b) => (isComparable(a, b) ? comparePair(view, a, b, scale) : undefined))
  })
  const pairs: MirrorPair[] = []
  const freeHere = new Set(local.keys())
  const freeThere = new Set(remote.keys())
  for (const ranked of [true, false]) {
    const weights = local.map((_, i) => Float64Array.from(remote, (__, j) => {
      const pair = freeHere.has(i) && freeThere.has(j) ? compared[i]![j] : undefined
      return pair !== undefined && pair.ranked === ranked ? pair.similarity : Number.NaN
    }))
    optimalAssignment(weights, { threshold: Math.max(0, threshold - ROUNDING), cancellation }).columnOf.forEach((j, i) => {
      if (j < 0) return
      pairs.push(compared[i]![j]!)
      freeHere.delete(i)
      freeThere.delete(j)
    })
  }
  const sites = (list: readonly Candidate[], free: ReadonlySet<number>) => [...free].map((at) => list[at]!.footing.site)
  return {
    pairs: pairs.sort((a, b) => Number(b.ranked) - Number(a.ranked) || b.similarity - a.similarity || a.here - b.here || a.there - b.there),
    unmatchedHere: sites(local, freeHere), unmatchedThere: sites(remote, freeThere),
  }
}

function candidates(view: OwnershipView, held: ReadonlyMap<number, FootingHeld>, place: number, measures: ReadonlyMap<number, DomainMeasure>): Candidate[] {
  const { snapshot } = view
  const { list } = footingsOf(view)
  return inOrder(view, held, place).flatMap(({ footing: at, low, relation }) => {
    const footing = list[at]!
    const kind = footing.site < 0 ? '' : snapshot.texts[snapshot.nodes.kind[footing.site]!]!
    if (footing.site < 0 || !(low > 0) || snapshot.nodes.protectedClass[footing.site] !== 0) return [] // what people depend on for life is never mirrored
    const measure = measures.get(footing.domain)!
    const total = measuredTotal(view, place, footing.domain, measure).amount
    return [{
      footing, code: functionCode(kind, snapshot.texts[snapshot.nodes.industryCode[footing.site]!]!),
      tenure: snapshot.types[relation]!, exposure: total > 0 ? Math.min(1, weightIn(footing, measure) / total) : 0,
    }]
  })
}

type Scale = (candidate: Candidate, measure: DomainMeasure) => number | undefined

/** Percentile of a figure among the actor's sites of the same function, everywhere, 0–1: the part below plus half of the equal ones. */
function scaleOf(view: OwnershipView, held: ReadonlyMap<number, FootingHeld>): Scale {
  const { snapshot } = view
  const { list } = footingsOf(view)
  const sites = [...held.keys()].map((at) => list[at]!).filter(({ site }) => site >= 0)
  const codeOf = ({ site }: Footing) => functionCode(snapshot.texts[snapshot.nodes.kind[site]!]!, snapshot.texts[snapshot.nodes.industryCode[site]!]!)
  const known = new Map<string, Float64Array>()
  return ({ footing, code }, measure) => {
    const own = figureIn(footing, measure)?.amount
    if (own === undefined) return undefined
    const name = `${code} ${measure.measure} ${measure.unit}`
    const amounts = known.get(name) ?? Float64Array.from(sites.filter((other) => codeOf(other) === code).flatMap((other) => figureIn(other, measure)?.amount ?? [])).sort()
    known.set(name, amounts)
    return (countWhile(amounts, (amount) => amount < own) + countWhile(amounts, (amount) => amount <= own)) / 2 / amounts.length
  }
}

function comparePair(view: OwnershipView, a: Candidate, b: Candidate, scale: Scale): MirrorPair {
  const measure = commonMeasure(view, a.footing, b.footing)
  const sizes = measure === undefined ? [undefined, undefined] : [scale(a, measure), scale(b, measure)]
  const known: Record<MirrorFeature, { readonly feature: GowerFeature; readonly here: string | number | undefined; readonly there: string | number | undefined }> = {
    function: { feature: { kind: 'given', weight: MIRROR_FEATURES.function, similarity: functionSimilarity(a.code, b.code) }, here: a.code, there: b.code },
    position: missing('position'),
    scale: { feature: { kind: 'range', weight: MIRROR_FEATURES.scale, here: sizes[0], there: sizes[1], range: 1 }, here: sizes[0], there: sizes[1] },
    exposure: { feature: { kind: 'range', weight: MIRROR_FEATURES.exposure, here: a.exposure, there: b.exposure, range: 1 }, here: a.exposure, there: b.exposure },
    tenure: { feature: { kind: 'same', weight: MIRROR_FEATURES.tenure, here: a.tenure, there: b.tenure }, here: a.tenure, there: b.tenure },
    labour: missing('labour'),
    dependence: missing('dependence'),
  }
  const names = Object.keys(MIRROR_FEATURES) as MirrorFeature[] // the keys of the constant
  const { similarity, coverage, features } = gowerSimilarity(names.map((name) => known[name].feature))
  return {
    here: a.footing.site, there: b.footing.site, similarity: similarity ?? 0, coverage, ranked: isCovered(coverage),
    features: names.map((feature, at) => ({ feature, ...features[at]!, here: known[feature].here, there: known[feature].there })),
  }
}

const missing = (name: MirrorFeature) => ({ feature: { kind: 'given', weight: MIRROR_FEATURES[name], similarity: undefined } as const, here: undefined, there: undefined })

/** A measure and unit both sites have a figure in; capacity before throughput. */
function commonMeasure({ snapshot: { texts } }: OwnershipView, a: Footing, b: Footing): DomainMeasure | undefined {
  return a.figures.filter((figure) => figureIn(b, figure) !== undefined)
    .sort((x, y) => (texts[x.measure]! < texts[y.measure]! ? -1 : texts[x.measure]! > texts[y.measure]! ? 1 : texts[x.unit]! < texts[y.unit]! ? -1 : 1))[0]
}
