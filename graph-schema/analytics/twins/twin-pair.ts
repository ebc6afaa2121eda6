import { comparedPlaces } from '../places/actor-spread.ts'
import { adversaryScore } from '../places/adversary-score.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import { collapseRows } from '../places/collapse-rows.ts'
import type { DomainWeights } from '../places/exposure.ts'
import { footingsOf } from '../record/footings.ts'
import type { MirrorCoverage } from '../mirrors/mirror-coverage.ts'
import { mirrorCoverage } from '../mirrors/mirror-coverage.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import type { RowWeights } from '../places/place-index-exposure.ts'
import { entryExposure, positionOf, weighRows } from '../places/place-index-exposure.ts'
import type { PlaceIndex } from '../places/place-index.ts'
import { controlBounds } from '../control/possible-control.ts'
import { sharedEntries } from '../places/shared-entries.ts'
import type { Fit, FitWanted } from './twin-fit.ts'
import { twinFit } from './twin-fit.ts'
import type { TwinScore } from './twin-score.ts'
import { twinScore } from './twin-score.ts'
import { ubiquity } from '../places/ubiquity.ts'

export interface TwinOptions {
  readonly weights: DomainWeights
  /** How much ubiquity lowers the score of an actor. */
  readonly beta: number
  /** Shared controllers that count. */
  readonly top: number
  /** Similarity from which a site is a mirror. */
  readonly threshold: number
  readonly fit: FitWanted
  readonly cancellation?: Cancellation | undefined
}

/** One shared controller of a pair of places: a whole control chain. */
export interface TwinAdversary {
  readonly actor: number
  readonly controllers: readonly number[]
  readonly score: number
  readonly here: number
  readonly there: number
}
export interface TwinPair extends TwinScore {
  readonly here: number
  readonly there: number
  /** Those that count, best first. */
  readonly adversaries: readonly TwinAdversary[]
  /** How many rows the shared list of both places has, and in how many of them control of something in both is certain. */
  readonly shared: number
  readonly certain: number
  readonly fitParts: Fit
  /** Lines TWINNED_WITH of the view between the two. */
  readonly ties: readonly number[]
}

/** An actor with an entry in both places, exposures at the minima and at the maxima. */
interface Candidate {
  readonly actor: number
  readonly footprints: readonly [number, number]
  readonly here: number
  readonly there: number
  readonly score: number
  readonly scoreHigh: number
}

/** Compares pairs of places of one kind, as {@link twinScore} defines it; what all pairs share is prepared once. */
export class TwinComparison {
  private readonly view: OwnershipView
  private readonly index: PlaceIndex
  private readonly options: TwinOptions
  private readonly weights: RowWeights
  private readonly spread: RowWeights
  private readonly spreadPositions: ReadonlySet<number>
  private readonly spreads = new Map<number, number>()

  /** @param place any place of the kind that is compared */
  constructor(view: OwnershipView, index: PlaceIndex, place: number, options: TwinOptions) {
    this.view = view
    this.index = index
    this.options = options
    this.weights = new Float64Array(index.measure.length)
    footingsOf(view, options.cancellation) // may be missing where another thread made the index
    const { rows, positions } = comparedRows(view, index, place, options.weights)
    this.spread = rows
    this.spreadPositions = positions
  }

  /** Largest score a pair may have: all of its actors counted, perfect balance and mirrors. Below 0 where nothing is shared. */
  bound(here: number, there: number): number {
    const candidates = this.candidates(here, there)
    if (candidates.length === 0) return -1
    const { fit } = twinFit(this.view, here, there, this.options.fit)
    const scores = candidates.map(({ score }) => score).sort((a, b) => b - a).slice(0, this.options.top)
    return twinScore({ adversaryScores: scores, exposureHere: 1, exposureThere: 1, coverageHere: 1, coverageThere: 1, fit }).score
  }

  /** The pair in full; undefined where a smaller bound than `least` shows before the costly part that it cannot reach it. */
  pair(here: number, there: number, least = 0): TwinPair | undefined {
    const { view, options } = this
    const rows = this.rows(this.candidates(here, there))
    const adversaries = rows.slice(0, options.top)
    const fitParts = twinFit(view, here, there, options.fit)
    const parts = {
      adversaryScores: adversaries.map(({ score }) => score), fit: fitParts.fit,
      exposureHere: adversaries.reduce((sum, one) => sum + one.here, 0), exposureThere: adversaries.reduce((sum, one) => sum + one.there, 0),
    }
    if (twinScore({ ...parts, coverageHere: 1, coverageThere: 1 }).score < least) return undefined
    options.cancellation?.look()
    const scoreWith = (mirrored: MirrorCoverage) => twinScore({ ...parts, coverageHere: mirrored.here, coverageThere: mirrored.there })
    const mirrored = mirrorCoverage(view, adversaries.map(({ actor }) => actor), here, there, options, (most) => scoreWith(most).score >= least)
    if (mirrored === undefined) return undefined
    return { here, there, ...scoreWith(mirrored), adversaries, shared: rows.length, certain: rows.filter(({ score }) => score > 0).length, fitParts, ties: this.ties(here, there) }
  }

  /** Actors that may have something in both places. */
  private candidates(here: number, there: number): Candidate[] {
    const { index, options, weights } = this
    return sharedEntries(index, here, there, options.weights, { scratch: weights, cancellation: options.cancellation }).map(({ actor, footprints, low, high }) => {
      const spread = this.ubiquityOf(actor)
      const score = ([a, b]: readonly [number, number]) => adversaryScore(a, b, spread, options.beta)
      return { actor, footprints, here: low[0], there: low[1], score: score(low), scoreHigh: score(high) }
    })
  }

  private ubiquityOf(actor: number): number {
    const known = this.spreads.get(actor)
    if (known !== undefined) return known
    const { byActor, position } = this.index
    const entries = Array.from(byActor.items.subarray(byActor.start[actor], byActor.start[actor + 1])).filter((entry) => this.spreadPositions.has(position[entry]!))
    this.options.cancellation?.spend(byActor.start[actor + 1]! - byActor.start[actor]! + 2 * this.spreadPositions.size)
    const spreadOver = (of: 'low' | 'high') => {
      const exposures = new Float64Array(this.spreadPositions.size) // places without presence are 0
      entries.forEach((entry, at) => { exposures[at] = entryExposure(this.index, entry, this.spread, of) })
      return exposures
    }
    const low = spreadOver('low')
    const spread = low.some((value) => value > 0) ? ubiquity(low) : ubiquity(spreadOver('high'))
    this.spreads.set(actor, spread)
    return spread
  }

  /** One row per control chain, best first, in the order of the shared list. */
  private rows(candidates: readonly Candidate[]): TwinAdversary[] {
    const { controlsStart, controls } = controlBounds(this.view.stakes).certain
    const byActor = new Map(candidates.map((one) => [one.actor, one]))
    const footprints = candidates.map(({ actor, footprints: [ours, theirs] }) => ({
      actor, footprint: new Map([[2 * ours, WHOLE], [2 * theirs + 1, WHOLE]]),
      below: new Set(Array.from(controls.subarray(controlsStart[actor], controlsStart[actor + 1])).filter((node) => byActor.has(node))),
    }))
    return collapseRows(footprints, this.options.cancellation).map(({ head, controllers }) => ({ ...byActor.get(head)!, controllers }))
      .sort((a, b) => b.score - a.score || b.scoreHigh - a.scoreHigh || a.actor - b.actor)
      .map(({ actor, controllers, score, here, there }) => ({ actor, controllers, score, here, there }))
  }

  private ties(here: number, there: number): number[] {
    const { twinnings } = this.view
    return Array.from(twinnings.byFrom.items.subarray(twinnings.byFrom.start[here], twinnings.byFrom.start[here + 1])).filter((link) => twinnings.to[link] === there)
      .concat(Array.from(twinnings.byFrom.items.subarray(twinnings.byFrom.start[there], twinnings.byFrom.start[there + 1])).filter((link) => twinnings.to[link] === here))
  }
}

interface ComparedRows { readonly rows: RowWeights; readonly positions: ReadonlySet<number> }
const compared = new WeakMap<PlaceIndex, Map<string, ComparedRows>>()

/** Weights over all places of the kind of one, for the spread of an actor; kept per index. Time O(places). */
function comparedRows(view: OwnershipView, index: PlaceIndex, place: number, weights: DomainWeights): ComparedRows {
  const known = compared.get(index) ?? new Map<string, ComparedRows>()
  compared.set(index, known)
  const name = `${view.snapshot.nodes.kind[place]} ${weights === undefined ? '' : JSON.stringify([...weights])}`
  const found = known.get(name)
  if (found !== undefined) return found
  const positions = comparedPlaces(view, place, place).map((one) => positionOf(index, one))
  const made = { rows: new Float64Array(index.measure.length), positions: new Set(positions) }
  weighRows(index, positions, weights, made.rows)
  known.set(name, made)
  return made
}

/** Equal numbers of a footprint are equal footprints. */
const WHOLE = [1, 1] as const
