import type { FootingHeld } from '../record/footing-held.ts'
import { actorHoldings } from '../record/actor-holdings.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import { domainMeasures, figureIn, isSame, measuredTotal, weightIn } from '../places/domain-measures.ts'
import type { DomainMeasure } from '../places/domain-measures.ts'
import { heldInPlace } from '../places/exposure.ts'
import type { Footing } from '../record/footings.ts'
import { footingsOf } from '../record/footings.ts'
import type { FlowPositions, PositionRanges } from '../flows/flow-positions.ts'
import { positionRanges } from '../flows/flow-positions.ts'
import { gowerSimilarity, isCovered } from '../graphs/gower-similarity.ts'
import type { ComparedName, FeatureWeights, MirrorSide } from './mirror-features.ts'
import { featureWeights, pairFeatures } from './mirror-features.ts'
import { optimalAssignment } from '../graphs/optimal-assignment.ts'
import type { OwnershipView, SiteFigure } from '../record/ownership-view.ts'
import type { Percentile, SiteOfFunction } from './function-percentiles.ts'
import { codeOfSite, functionPercentiles } from './function-percentiles.ts'
import { functionSimilarity } from '../record/site-function.ts'

export const MIRROR_THRESHOLD = 0.6
/** Similarities are compared with the threshold with this slack. */
const ROUNDING = 1e-9

/** One feature of a pair: a code, a relation, a count or a fraction 0–1 on each side; `role` where sites are compared by their roles. */
export interface ComparedFeature {
  readonly feature: ComparedName | 'role'
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
  /** Neither site can be compared with another one. */
  readonly isOnlyOne: boolean
  readonly features: readonly ComparedFeature[]
}

type Compared = Omit<MirrorPair, 'isOnlyOne'>

export interface MirrorPoints {
  /** Ranked ones first, most similar first; then the others. */
  readonly pairs: readonly MirrorPair[]
  readonly unmatchedHere: readonly number[]
  readonly unmatchedThere: readonly number[]
}

export interface MirrorPointsOptions {
  /** Smallest similarity of a pair, 0–1. */
  readonly threshold?: number
  readonly weights?: FeatureWeights
  /** Where the actor's sites stand in its flows; undefined: not known. */
  readonly positions?: FlowPositions | undefined
  /** Similarity of the roles of two sites, instead of features; undefined for a site that is in no flow. */
  readonly roles?: ((here: number, there: number) => number | undefined) | undefined
  /** Jobs a site gives; undefined where that is not known or may not be used. Omitted: workforces are not compared. */
  readonly jobs?: ((site: number) => number | undefined) | undefined
  readonly cancellation?: Cancellation | undefined
}

/** A site an actor controls in one place, with what can be compared. */
interface Candidate extends SiteOfFunction {
  /** In the order in which a measure is chosen: capacity before throughput. */
  readonly figures: readonly SiteFigure[]
  /** Percentile of a figure among the actor's sites of its function; looked up once. */
  readonly scaleIn: (measure: DomainMeasure) => number | undefined
  readonly tenure: string
  /** Part of all that is mapped of its domain in the place, whoever shares control of it. */
  readonly exposure: number
  /** Percentile of its jobs among the actor's sites of its function. */
  readonly workforce: number | undefined
}

/**
 * One-to-one counterparts between the sites an actor controls in two places: Gower similarity over the features known
 * on both sides, then the pairing with the largest sum. Gates: the same controller, the same domain and a function with
 * something in common, both in force.
 * Pairs below the threshold are not made; pairs of which less than 40 % of the weight is known are not ranked.
 * Similarity Σ w δ s / Σ w δ, coverage Σ w δ / Σ w, both 0–1; δ is 1 where both sides have the feature.
 *
 * Compared by their roles instead, the same gates and the same pairing hold; a site in no flow has no counterpart.
 *
 * @throws Cancelled
 * @see Gower (1971); Jin, Lee & Hong (2011) for roles; {@link optimalAssignment}. Time and space O(sites here · sites there) for the similarities, time cubic in the smaller number for the pairing.
 */
export function mirrorPoints(view: OwnershipView, actor: number, here: number, there: number, options: MirrorPointsOptions = {}): MirrorPoints {
  const { threshold = MIRROR_THRESHOLD, weights: features = featureWeights(), positions, roles, jobs, cancellation } = options
  const held = actorHoldings(view, actor, 'controllers', cancellation)
  const measures = domainMeasures(view, [here, there])
  const percentile = functionPercentiles(view, () => certainSites(view, held))
  const workforce: Standings['workforce'] = (site) => jobs && percentile(site, 'jobs', (footing) => jobs(footing.site))
  const [local, remote] = [candidates(view, held, here, measures, { percentile, workforce }), candidates(view, held, there, measures, { percentile, workforce })]
  const comparison = { features, positions, ranges: positions && positionRanges(positions, certainSites(view, held).map(({ site }) => site)) }
  const compare = (a: Candidate, b: Candidate) => (!isComparable(a, b) ? undefined : roles ? pairByRole(a, b, roles) : comparePair(a, b, comparison))
  const table = likenesses(local, remote, compare, cancellation)
  const made = pairing(table, threshold, cancellation)
  const pairs = made.map(([i, j]): MirrorPair => ({ ...compare(local[i]!, remote[j]!)!, isOnlyOne: isOnlyOne(table, i, j) }))
  const alone = (list: readonly Candidate[], paired: ReadonlySet<number>) => list.filter((_, at) => !paired.has(at)).map(({ footing }) => footing.site)
  return {
    pairs: pairs.sort((a, b) => Number(b.ranked) - Number(a.ranked) || b.similarity - a.similarity || a.here - b.here || a.there - b.there),
    unmatchedHere: alone(local, new Set(made.map(([i]) => i))), unmatchedThere: alone(remote, new Set(made.map(([, j]) => j))),
  }
}

/** Rows and columns with the largest sum of likeness, of those that can be ranked first, then of what is left among the others. */
function pairing(table: readonly Float64Array[], threshold: number, cancellation: Cancellation | undefined): (readonly [row: number, column: number])[] {
  const [takenRows, takenColumns] = [new Set<number>(), new Set<number>()]
  const made: (readonly [number, number])[] = []
  for (const ranked of [true, false]) {
    const weights = table.map((row, i) => row.map((likeness, j) => (!takenRows.has(i) && !takenColumns.has(j) && likeness > 0 === ranked ? Math.abs(likeness) : Number.NaN)))
    optimalAssignment(weights, { threshold: Math.max(0, threshold - ROUNDING), cancellation }).columnOf.forEach((j, i) => {
      if (j < 0) return
      made.push([i, j])
      takenRows.add(i)
      takenColumns.add(j)
    })
  }
  return made
}

/**
 * The similarity of every site here with every site there, negative where too little is known to rank the pair, NaN where
 * the two are not compared. Nothing else of them is kept: a thousand sites on either side are a million pairs.
 */
function likenesses(
  local: readonly Candidate[],
  remote: readonly Candidate[],
  compare: (a: Candidate, b: Candidate) => Compared | undefined,
  cancellation: Cancellation | undefined,
): Float64Array[] {
  return local.map((a) => {
    cancellation?.spend(40 * remote.length) // up to fourteen features for each
    return Float64Array.from(remote, (b) => {
      const pair = compare(a, b)
      return pair === undefined ? Number.NaN : pair.ranked ? pair.similarity : -pair.similarity
    })
  })
}

const isOnlyOne = (table: readonly Float64Array[], i: number, j: number): boolean =>
  table[i]!.every((likeness, at) => at === j || Number.isNaN(likeness)) && table.every((row, at) => at === i || Number.isNaN(row[j]!))

/** Two sites of one domain whose functions have something in common, as far as they are known: a mill is no counterpart of an office. */
const isComparable = (a: Candidate, b: Candidate): boolean => a.footing.domain === b.footing.domain && a.footing.site !== b.footing.site && functionSimilarity(a.code, b.code) !== 0

/** Sites an actor certainly has a part in, everywhere. */
function certainSites(view: OwnershipView, held: ReadonlyMap<number, FootingHeld>): Footing[] {
  const { list } = footingsOf(view)
  return [...held.values()].filter(({ low }) => low > 0).map(({ footing }) => list[footing]!).filter(({ site }) => site >= 0)
}

interface Standings { readonly percentile: Percentile; readonly workforce: (site: SiteOfFunction) => number | undefined }

function candidates(
  view: OwnershipView,
  held: ReadonlyMap<number, FootingHeld>,
  place: number,
  measures: ReadonlyMap<number, DomainMeasure>,
  { percentile, workforce }: Standings,
): Candidate[] {
  const { snapshot } = view
  const { list } = footingsOf(view)
  const totals = new Map<number, number>()
  return heldInPlace(view, held, place).flatMap(({ footing: at, low, relation }) => {
    const footing = list[at]!
    if (footing.site < 0 || !(low > 0) || snapshot.nodes.protectedClass[footing.site] !== 0) return [] // what people depend on for life is never mirrored
    const measure = measures.get(footing.domain)!
    const total = totals.get(footing.domain) ?? measuredTotal(view, place, footing.domain, measure).amount
    totals.set(footing.domain, total)
    const code = codeOfSite(view, footing.site)
    return [
      {
        footing,
        code,
        figures: inOrder(view, footing.figures),
        scaleIn: scaleOf(percentile, { footing, code }),
        workforce: workforce({ footing, code }),
        tenure: snapshot.types[relation]!,
        exposure: total > 0 ? Math.min(1, weightIn(footing, measure) / total) : 0,
      },
    ]
  })
}

function scaleOf(percentile: Percentile, site: SiteOfFunction): Candidate['scaleIn'] {
  const known: { readonly measure: DomainMeasure; readonly scale: number | undefined }[] = []
  return (measure) => {
    const found = known.find((one) => isSame(one.measure, measure))
    if (found !== undefined) return found.scale
    const scale = percentile(site, `${measure.measure} ${measure.unit}`, (footing) => figureIn(footing, measure)?.amount)
    known.push({ measure, scale })
    return scale
  }
}

const inOrder = ({ snapshot: { texts } }: OwnershipView, figures: readonly SiteFigure[]): readonly SiteFigure[] =>
  figures.length < 2
    ? figures
    : [...figures].sort((a, b) =>
        texts[a.measure]! < texts[b.measure]! ? -1 : texts[a.measure]! > texts[b.measure]! ? 1 : texts[a.unit]! < texts[b.unit]! ? -1 : 1,
      )

interface Comparison {
  readonly features: FeatureWeights
  readonly positions: FlowPositions | undefined
  readonly ranges: PositionRanges | undefined
}

/** By all features; size in the first measure and unit both sites have a figure in. */
function comparePair(a: Candidate, b: Candidate, { features: weights, positions, ranges }: Comparison): Compared {
  const measure = a.figures.find((figure) => figureIn(b.footing, figure) !== undefined)
  const side = ({ code, tenure, exposure, workforce, footing, scaleIn }: Candidate): MirrorSide => ({
    code,
    tenure,
    exposure,
    workforce,
    position: positions?.get(footing.site),
    scale: measure && scaleIn(measure),
  })
  const parts = pairFeatures(side(a), side(b), weights, ranges)
  const { similarity, coverage, features } = gowerSimilarity(parts.map(({ compared }) => compared))
  return {
    here: a.footing.site, there: b.footing.site, similarity: similarity ?? 0, coverage, ranked: isCovered(coverage),
    features: parts.map(({ feature, here, there }, at) => ({ feature, ...features[at]!, here, there })),
  }
}

function pairByRole({ footing: { site: here } }: Candidate, { footing: { site: there } }: Candidate, roles: NonNullable<MirrorPointsOptions['roles']>): Compared | undefined {
  const similarity = roles(here, there)
  return similarity === undefined
    ? undefined
    : {
        here,
        there,
        similarity,
        coverage: 1,
        ranked: true,
        features: [{ feature: 'role', weight: 1, similarity, here: undefined, there: undefined }],
      }
}
