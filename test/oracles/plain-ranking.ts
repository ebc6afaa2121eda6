import type { AdversaryList } from '#analytics/record/footing-held.ts'
import { actorHoldings } from '#analytics/record/actor-holdings.ts'
import { isListed } from '#analytics/places/actors-present.ts'
import { comparedPlaces } from '#analytics/places/actor-spread.ts'
import { adversaryScore } from '#analytics/places/adversary-score.ts'
import { collapseRows } from '#analytics/places/collapse-rows.ts'
import { domainMeasures } from '#analytics/places/domain-measures.ts'
import type { DomainWeights, PlaceExposure } from '#analytics/places/exposure.ts'
import { heldInPlace, placeExposure } from '#analytics/places/exposure.ts'
import { harmonicMean } from '#analytics/parts/harmonic-mean.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { controlBounds } from '#analytics/control/possible-control.ts'
import type { RankedAdversary } from '#analytics/places/shared-adversaries.ts'
import { ubiquity } from '#analytics/places/ubiquity.ts'

export interface PlainRankingOptions { readonly list: AdversaryList; readonly weights: DomainWeights; readonly beta: number; readonly collapse: boolean }

/** The shared list of two places as it is defined: every organisation is tried, every place compared, nothing is kept for the next question. */
export function plainRanking(view: OwnershipView, here: number, there: number, { list, weights, beta, collapse }: PlainRankingOptions): RankedAdversary[] {
  const measures = domainMeasures(view, [here, there])
  const places = comparedPlaces(view, here, there)
  const spreadMeasures = domainMeasures(view, places)
  const scored = Array.from(view.canonical.keys()).filter((node) => view.canonical[node] === node && isListed(view, node)).flatMap((actor) => {
    const held = actorHoldings(view, actor, list)
    const exposureIn = (place: number) => placeExposure(view, held, place, measures, weights)
    const [home, away] = [exposureIn(here), exposureIn(there)]
    if (!(home.high > 0 && away.high > 0)) return []
    const spread = spreadOf(places.map((place) => placeExposure(view, held, place, spreadMeasures, weights)))
    const inPlaces = [here, there].flatMap((place) => heldInPlace(view, held, place))
    const members = [...new Set(inPlaces.filter(({ high }) => high > 0).map(({ via }) => via))].filter((via) => via !== actor).sort((a, b) => a - b)
    const footprint = new Map(inPlaces.map(({ footing, low, high }) => [footing, list === 'financiers' ? [1, 1] as const : [low, high] as const]))
    return [{
      footprint, row: {
        actor, here: home, there: away, ubiquity: spread, members, bothPlaces: harmonicMean(home.low, away.low),
        score: adversaryScore(home.low, away.low, spread, beta), scoreHigh: adversaryScore(home.high, away.high, spread, beta),
      },
    }]
  })
  const { controlsStart, controls } = controlBounds(view.stakes).certain
  const chains = collapse
    ? collapseRows(scored.map(({ footprint, row: { actor } }) => ({ actor, footprint, below: new Set(controls.subarray(controlsStart[actor], controlsStart[actor + 1])) })))
    : scored.map(({ row }) => ({ head: row.actor, controllers: [], nested: [] }))
  return withRanks(chains.map(({ head, controllers, nested }) => ({ ...scored.find(({ row }) => row.actor === head)!.row, controllers, nested })))
}

function spreadOf(exposures: readonly PlaceExposure[]): number {
  const low = exposures.map((one) => one.low)
  return low.some((value) => value > 0) ? ubiquity(low) : ubiquity(exposures.map(({ high }) => high))
}

function withRanks(rows: readonly Omit<RankedAdversary, 'rank' | 'rankLow' | 'rankHigh'>[]): RankedAdversary[] {
  const sorted = [...rows].sort((a, b) => b.score - a.score || b.scoreHigh - a.scoreHigh || b.bothPlaces - a.bothPlaces || a.actor - b.actor)
  return sorted.map((one, at) => ({
    ...one, rank: at + 1,
    rankLow: Math.min(at + 1, 1 + sorted.filter(({ score }) => score > one.scoreHigh).length),
    rankHigh: Math.max(at + 1, sorted.filter(({ scoreHigh }) => scoreHigh >= one.score).length),
  }))
}
