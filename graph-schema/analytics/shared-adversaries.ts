import type { AdversaryList, FootingHeld } from './actor-holdings.ts'
import { actorHoldings, prepareHoldings } from './actor-holdings.ts'
import { actorsPresent } from './actors-present.ts'
import { adversaryScore } from './adversary-score.ts'
import type { Cancellation } from './cancellation.ts'
import { collapseRows } from './collapse-rows.ts'
import { countWhile } from './count-while.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { domainMeasures } from './domain-measures.ts'
import type { DomainWeights, PlaceExposure } from './exposure.ts'
import { inOrder, placeExposure } from './exposure.ts'
import { footingsOf } from './footings.ts'
import { harmonicMean } from './harmonic-mean.ts'
import type { OwnershipView } from './ownership-view.ts'
import { placesAbove } from './place-tree.ts'
import { controlBounds } from './possible-control.ts'
import { ubiquity } from './ubiquity.ts'

export interface SharedAdversaryOptions {
  readonly list: AdversaryList
  readonly weights: DomainWeights
  readonly beta: number
  /** One row per control chain; false: every actor by itself. */
  readonly collapse: boolean
  readonly cancellation?: Cancellation | undefined
}

/** One actor with something in both places. */
export interface RankedAdversary {
  readonly actor: number
  /** Above it with the same presence, nearest first. */
  readonly controllers: readonly number[]
  /** Of the same chain, with less of the same presence: not listed again, ascending. */
  readonly nested: readonly number[]
  /** Other organisations of its group on the ground in either place, ascending. */
  readonly members: readonly number[]
  readonly here: PlaceExposure
  readonly there: PlaceExposure
  readonly ubiquity: number
  /** Harmonic mean of both exposures, at the minima. */
  readonly bothPlaces: number
  /** Scores at the minima and at the maxima. */
  readonly score: number
  readonly scoreHigh: number
  /** Place in the ranking by score; best and worst place its score could have between low and high. */
  readonly rank: number
  readonly rankLow: number
  readonly rankHigh: number
}

export interface AdversaryRanking {
  /** All of them, best first. */
  readonly rows: readonly RankedAdversary[]
  readonly measures: ReadonlyMap<number, DomainMeasure>
  /** Places over which ubiquity was taken. */
  readonly places: readonly number[]
}

type Scored = Omit<RankedAdversary, 'rank' | 'rankLow' | 'rankHigh' | 'controllers' | 'nested'>

/**
 * Actors present in both places, best first: S = H (1 − β U) at the minima, ties by the score at the maxima, then by node.
 *
 * H is the harmonic mean of both exposures, U the ubiquity of the actor over the compared places, all 0–1.
 *
 * @throws Cancelled
 * @see {@link adversaryScore}; Jost (2006) for U. Time O(candidates · (what each reaches + places it touches)), beside {@link collapseRows}; space O(candidates · footings in both places).
 */
export function sharedAdversaries(view: OwnershipView, here: number, there: number, { list, weights, beta, collapse, cancellation }: SharedAdversaryOptions): AdversaryRanking {
  footingsOf(view, cancellation) // what everything below rests on
  const measures = domainMeasures(view, [here, there])
  const places = comparedPlaces(view, here, there)
  const spreadMeasures = domainMeasures(view, places)
  const alsoThere = new Set(actorsPresent(view, there, list))
  const candidates = actorsPresent(view, here, list).filter((actor) => alsoThere.has(actor))
  prepareHoldings(view, candidates, list, cancellation)
  const scored: Scored[] = []
  for (const actor of candidates) {
    const held = actorHoldings(view, actor, list, cancellation)
    const exposures = [here, there].map((place) => placeExposure(view, held, place, measures, weights, cancellation))
    const [atHome, away] = [exposures[0]!, exposures[1]!]
    if (!(atHome.high > 0 && away.high > 0)) continue
    const spread = spreadOf(view, held, places, spreadMeasures, weights, cancellation)
    scored.push({
      actor, here: atHome, there: away, ubiquity: spread, members: membersOf(view, held, [here, there], actor),
      bothPlaces: harmonicMean(atHome.low, away.low),
      score: adversaryScore(atHome.low, away.low, spread, beta), scoreHigh: adversaryScore(atHome.high, away.high, spread, beta),
    })
  }
  const rows = collapse ? collapsed(view, scored, here, there, list, cancellation) : scored.map((one) => ({ ...one, controllers: [], nested: [] }))
  return { rows: ranked(rows), measures, places }
}

/**
 * Places over which an actor's spread is taken: those with data of the kind both places have, as long as they do not
 * contain another of them; countries where the kinds differ.
 */
export function comparedPlaces(view: OwnershipView, here: number, there: number): readonly number[] {
  const { nodes, texts } = view.snapshot
  const kindOf = (place: number) => texts[nodes.kind[place]!]!
  const level = kindOf(here) === kindOf(there) ? kindOf(here) : 'country'
  const ofLevel = [...footingsOf(view).inPlace.keys()].filter((place) => kindOf(place) === level)
  const containing = new Set(ofLevel.flatMap((place) => placesAbove(view, place).filter((above) => above !== place)))
  return ofLevel.filter((place) => !containing.has(place)).sort((a, b) => a - b)
}

/** Ubiquity of an actor, at the minima, or at the maxima where it has nothing for certain. */
function spreadOf(
  view: OwnershipView, held: ReadonlyMap<number, FootingHeld>, places: readonly number[], measures: ReadonlyMap<number, DomainMeasure>, weights: DomainWeights, cancellation: Cancellation | undefined,
): number {
  const { list } = footingsOf(view)
  const touched = new Set([...held.keys()].flatMap((footing) => list[footing]!.places))
  const exposures = places.map((place) => (touched.has(place) ? placeExposure(view, held, place, measures, weights, cancellation) : undefined))
  const low = exposures.map((exposure) => exposure?.low ?? 0)
  return low.some((value) => value > 0) ? ubiquity(low) : ubiquity(exposures.map((exposure) => exposure?.high ?? 0))
}

function membersOf(view: OwnershipView, held: ReadonlyMap<number, FootingHeld>, places: readonly number[], actor: number): number[] {
  const members = new Set(places.flatMap((place) => inOrder(view, held, place)).filter(({ high }) => high > 0).map(({ via }) => via))
  members.delete(actor)
  return [...members].sort((a, b) => a - b)
}

/** Shares shrink on the way up a chain; for holders of shares only which sites they are counts. */
const WHOLE = [1, 1] as const

function collapsed(view: OwnershipView, scored: readonly Scored[], here: number, there: number, list: AdversaryList, cancellation: Cancellation | undefined) {
  const { controlsStart, controls } = controlBounds(view.stakes).certain
  const byActor = new Map(scored.map((one) => [one.actor, one]))
  const footprints = scored.map(({ actor }) => {
    const held = actorHoldings(view, actor, list)
    const inBoth = [here, there].flatMap((place) => inOrder(view, held, place))
    const footprint = new Map(inBoth.map(({ footing, low, high }) => [footing, list === 'financiers' ? WHOLE : [low, high] as const]))
    const below = new Set(Array.from(controls.subarray(controlsStart[actor], controlsStart[actor + 1])).filter((node) => byActor.has(node)))
    cancellation?.spend(10 * (1 + footprint.size) + controlsStart[actor + 1]! - controlsStart[actor]!)
    return { actor, footprint, below }
  })
  return collapseRows(footprints, cancellation).map(({ head, controllers, nested }) => ({ ...byActor.get(head)!, controllers, nested }))
}

function ranked(rows: readonly Omit<RankedAdversary, 'rank' | 'rankLow' | 'rankHigh'>[]): RankedAdversary[] {
  const sorted = [...rows].sort((a, b) => b.score - a.score || b.scoreHigh - a.scoreHigh || b.bothPlaces - a.bothPlaces || a.actor - b.actor)
  const lows = Float64Array.from(sorted, ({ score }) => score).sort()
  const highs = Float64Array.from(sorted, ({ scoreHigh }) => scoreHigh).sort()
  return sorted.map((one, at) => ({
    ...one, rank: at + 1,
    rankLow: Math.min(at + 1, 1 + lows.length - countWhile(lows, (score) => score <= one.scoreHigh)),
    rankHigh: Math.max(at + 1, highs.length - countWhile(highs, (score) => score < one.score)),
  }))
}
