import type { AdversaryList } from '../record/footing-held.ts'
import { actorSpread, spreadScale } from './actor-spread.ts'
import { actorsPresent } from './actors-present.ts'
import { adversaryScore } from './adversary-score.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import { collapseRows } from './collapse-rows.ts'
import { controllersOf } from '../control/controllers-of.ts'
import { countWhile } from '../parts/count-while.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { domainMeasures } from './domain-measures.ts'
import type { DomainWeights, PlaceExposure } from './exposure.ts'
import { domainShares } from './exposure.ts'
import { footingsOf } from '../record/footings.ts'
import { harmonicMean } from '../parts/harmonic-mean.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import type { PlacePresence } from './place-presence.ts'
import { placePresence, presenceExposure } from './place-presence.ts'
import { preparePresences } from './prepared-presences.ts'
import { controlBounds } from '../control/possible-control.ts'
import { row } from '../parts/rows.ts'

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

type Scored = Omit<RankedAdversary, 'controllers' | 'nested' | 'rank' | 'rankLow' | 'rankHigh'> & { readonly presences: readonly [PlacePresence, PlacePresence] }
type Row = Pick<RankedAdversary, 'controllers' | 'nested'> & { readonly head: Scored }

/**
 * Actors present in both places, best first: S = H (1 − β U) at the minima, ties by the score at the maxima, then by node.
 *
 * H is the harmonic mean of both exposures, U the ubiquity of the actor over the compared places, all 0–1.
 *
 * What an actor has in a place, and how it is spread, does not depend on the other place: it is kept per view, and a
 * question about actors and places that were asked about before only compares.
 *
 * @throws Cancelled
 * @see {@link adversaryScore}; Jost (2006) for U. Time O(candidates · (what each reaches + places it touches)) at first, O(candidates · domains) again,
 * beside {@link collapseRows}; space O(candidates · footings in both places).
 */
export function sharedAdversaries(view: OwnershipView, here: number, there: number, { list, weights, beta, collapse, cancellation }: SharedAdversaryOptions): AdversaryRanking {
  footingsOf(view, cancellation) // what everything below rests on
  const measures = domainMeasures(view, [here, there])
  const shares = [domainShares(view, here, weights), domainShares(view, there, weights)] as const
  const scale = spreadScale(view, here, there, weights)
  const candidates = inBoth(actorsPresent(view, here, list, cancellation), actorsPresent(view, there, list, cancellation))
  preparePresences(view, candidates, { places: [here, there], list, scale, cancellation })
  const scored: Scored[] = []
  for (const actor of candidates) {
    cancellation?.spend(10)
    const presences = [placePresence(view, actor, here, list, cancellation), placePresence(view, actor, there, list, cancellation)] as const
    const [atHome, away] = [presenceExposure(view, presences[0], measures, shares[0]), presenceExposure(view, presences[1], measures, shares[1])]
    if (!(atHome.high > 0 && away.high > 0)) continue
    const spread = actorSpread(view, actor, list, scale, cancellation)
    scored.push({
      actor, here: atHome, there: away, ubiquity: spread, members: inEither(presences[0].members, presences[1].members, actor), presences,
      bothPlaces: harmonicMean(atHome.low, away.low),
      score: adversaryScore(atHome.low, away.low, spread, beta), scoreHigh: adversaryScore(atHome.high, away.high, spread, beta),
    })
  }
  const rows = collapse ? collapsed(view, scored, list, cancellation) : scored.map((head): Row => ({ head, controllers: [], nested: [] }))
  return { rows: ranked(rows), measures, places: scale.places }
}

/** What two ascending lists have in common, ascending. */
function inBoth(these: readonly number[], those: readonly number[]): number[] {
  const common: number[] = []
  let at = 0
  for (const one of these) {
    while (at < those.length && those[at]! < one) at++
    if (those[at] === one) common.push(one)
  }
  return common
}

/** What is in one of two ascending lists, or in both, without `left`; ascending. */
function inEither(these: readonly number[], those: readonly number[], left: number): number[] {
  const either: number[] = []
  let [at, other] = [0, 0]
  while (at < these.length || other < those.length) {
    const [one, next] = [these[at] ?? Infinity, those[other] ?? Infinity]
    if (one <= next) at++
    if (next <= one) other++
    if (Math.min(one, next) !== left) either.push(Math.min(one, next))
  }
  return either
}

/** Shares shrink on the way up a chain; for holders of shares only which sites they are counts. */
const WHOLE = [1, 1] as const

function collapsed(view: OwnershipView, scored: readonly Scored[], list: AdversaryList, cancellation: Cancellation | undefined): Row[] {
  const byActor = new Map(scored.map((one) => [one.actor, one]))
  const below = controlledAmong(view, byActor, cancellation)
  const footprints = scored.map(({ actor, presences }) => {
    const footprint = new Map<number, readonly [number, number]>()
    for (const { here } of presences) for (const { footing, low, high } of here) footprint.set(footing, list === 'financiers' ? WHOLE : [low, high])
    cancellation?.spend(10 * (1 + footprint.size))
    return { actor, footprint, below: below.get(actor) ?? NOBODY }
  })
  return collapseRows(footprints, cancellation).map(({ head, controllers, nested }) => ({ head: byActor.get(head)!, controllers, nested }))
}

const NOBODY: ReadonlySet<number> = new Set()

/** Which actors of a ranking each of them certainly controls; read upwards, where chains are short. */
function controlledAmong({ stakes }: OwnershipView, byActor: ReadonlyMap<number, Scored>, cancellation: Cancellation | undefined): ReadonlyMap<number, ReadonlySet<number>> {
  const above = controllersOf(controlBounds(stakes, cancellation).certain)
  const below = new Map<number, Set<number>>()
  for (const actor of byActor.keys()) {
    const controllers = row(above, actor)
    cancellation?.spend(1 + controllers.length)
    for (const controller of controllers) {
      if (!byActor.has(controller)) continue
      const controlled = below.get(controller)
      if (controlled === undefined) below.set(controller, new Set([actor]))
      else controlled.add(actor)
    }
  }
  return below
}

/** Field by field: copying objects was a third of the time of a question asked again. */
function ranked(rows: readonly Row[]): RankedAdversary[] {
  const sorted = [...rows].sort(({ head: a }, { head: b }) => b.score - a.score || b.scoreHigh - a.scoreHigh || b.bothPlaces - a.bothPlaces || a.actor - b.actor)
  const [lows, highs] = [new Float64Array(sorted.length), new Float64Array(sorted.length)]
  sorted.forEach(({ head: { score, scoreHigh } }, at) => {
    lows[sorted.length - 1 - at] = score
    highs[at] = scoreHigh
  })
  highs.sort()
  return sorted.map(({ head: { actor, here, there, ubiquity, members, bothPlaces, score, scoreHigh }, controllers, nested }, at) => ({
    actor, controllers, nested, members, here, there, ubiquity, bothPlaces, score, scoreHigh, rank: at + 1,
    rankLow: Math.min(at + 1, 1 + lows.length - countWhile(lows, (low) => low <= scoreHigh)),
    rankHigh: Math.max(at + 1, highs.length - countWhile(highs, (high) => high < score)),
  }))
}
