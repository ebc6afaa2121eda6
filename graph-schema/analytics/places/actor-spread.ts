import type { ActorHoldings } from '../record/actor-holdings.ts'
import type { AdversaryList, FootingHeld } from '../record/footing-held.ts'
import { actorHoldings } from '../record/actor-holdings.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { COUNTED, domainMeasures } from './domain-measures.ts'
import type { DomainShares, DomainWeights, PlaceExposure } from './exposure.ts'
import { domainPart, domainShares, weighedExposure } from './exposure.ts'
import { footingsOf } from '../record/footings.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { placesAbove } from '../record/place-tree.ts'
import { ubiquity } from './ubiquity.ts'

/** How an actor's spread over places is taken: over which, by what measure, with what weights. */
export interface SpreadScale {
  /** Ascending. */
  readonly places: readonly number[]
  readonly positionOf: ReadonlyMap<number, number>
  readonly measures: ReadonlyMap<number, DomainMeasure>
  /** Of each place, by position. */
  readonly shares: readonly DomainShares[]
  /** Ubiquity of the actors that were asked for, by list. */
  readonly known: Record<AdversaryList, Map<number, number>>
}

/** Sets of weights kept per view, the latest; each is a number per actor and place at most. */
const MOST_SCALES = 8
const scales = new WeakMap<OwnershipView, Map<string, SpreadScale>>()
const levels = new WeakMap<OwnershipView, Map<string, readonly number[]>>()

/**
 * Places over which an actor's spread is taken: those with data of the kind both places have, as long as they do not
 * contain another of them; countries where the kinds differ. Ascending; kept per view.
 */
export function comparedPlaces(view: OwnershipView, here: number, there: number): readonly number[] {
  const cache = levels.get(view) ?? new Map<string, readonly number[]>()
  levels.set(view, cache)
  const level = levelOf(view, here, there)
  const found = cache.get(level)
  if (found !== undefined) return found
  const ofLevel = [...footingsOf(view).inPlace.keys()].filter((place) => kindOf(view, place) === level)
  const containing = new Set(ofLevel.flatMap((place) => placesAbove(view, place).filter((above) => above !== place)))
  const places = ofLevel.filter((place) => !containing.has(place)).sort((a, b) => a - b)
  cache.set(level, places)
  return places
}

const kindOf = ({ snapshot: { nodes, texts } }: OwnershipView, place: number): string => texts[nodes.kind[place]!]!
const levelOf = (view: OwnershipView, here: number, there: number): string => (kindOf(view, here) === kindOf(view, there) ? kindOf(view, here) : 'country')

/** The scale for a pair of places; kept per view, kind of place and weights. Time O(places · domains). */
export function spreadScale(view: OwnershipView, here: number, there: number, weights: DomainWeights): SpreadScale {
  const cache = scales.get(view) ?? new Map<string, SpreadScale>()
  scales.set(view, cache)
  const name = `${levelOf(view, here, there)} ${weights === undefined ? '' : JSON.stringify([...weights])}`
  const found = cache.get(name)
  if (found !== undefined) return found
  const places = comparedPlaces(view, here, there)
  const scale: SpreadScale = {
    places, positionOf: new Map(places.map((place, position) => [place, position])), measures: domainMeasures(view, places),
    shares: places.map((place) => domainShares(view, place, weights)),
    known: { controllers: new Map(), financiers: new Map(), suppliers: new Map() },
  }
  const oldest = cache.keys().next()
  if (cache.size >= MOST_SCALES && oldest.done !== true) cache.delete(oldest.value)
  cache.set(name, scale)
  return scale
}

/**
 * Ubiquity of an actor over the places of a scale, at the minima, or at the maxima where it has nothing for certain: 0–1.
 *
 * @throws Cancelled
 * @see {@link ubiquity}. Kept per scale. Time O(footings of the actor · places of each + places).
 */
export function actorSpread(view: OwnershipView, actor: number, list: AdversaryList, scale: SpreadScale, cancellation?: Cancellation): number {
  return scale.known[list].get(actor) ?? keepSpread(view, actor, list, scale, actorHoldings(view, actor, list, cancellation), cancellation)
}

/** The same for those who have the actor's holdings at hand. @throws Cancelled */
export function keepSpread(view: OwnershipView, actor: number, list: AdversaryList, scale: SpreadScale, held: ActorHoldings, cancellation?: Cancellation): number {
  const [low, high] = [new Float64Array(scale.places.length), new Float64Array(scale.places.length)]
  cancellation?.spend(2 * scale.places.length)
  for (const [position, here] of byPosition(view, held, scale)) {
    cancellation?.spend(10 * (1 + here.length))
    const exposure = exposureAt(view, held, here, position, scale)
    low[position] = exposure.low
    high[position] = exposure.high
  }
  const spread = ubiquity(low.some((value) => value > 0) ? low : high)
  scale.known[list].set(actor, spread)
  return spread
}

/** What an actor holds in each place of the scale, ascending by footing. */
function byPosition(view: OwnershipView, held: ReadonlyMap<number, FootingHeld>, { positionOf }: SpreadScale): Map<number, FootingHeld[]> {
  const { list } = footingsOf(view)
  const grouped = new Map<number, FootingHeld[]>()
  for (const one of [...held.values()].sort((a, b) => a.footing - b.footing)) {
    for (const place of list[one.footing]!.places) {
      const position = positionOf.get(place)
      if (position === undefined) continue
      const here = grouped.get(position)
      if (here === undefined) grouped.set(position, [one])
      else here.push(one)
    }
  }
  return grouped
}

const exposureAt = (
  view: OwnershipView,
  held: ReadonlyMap<number, FootingHeld>,
  here: readonly FootingHeld[],
  position: number,
  { places, measures, shares }: SpreadScale,
): PlaceExposure =>
  weighedExposure(shares[position]!, (domain) => domainPart(view, held, here, places[position]!, domain, measures.get(domain) ?? COUNTED))
