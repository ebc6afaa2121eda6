import type { ActorHoldings } from '../record/actor-holdings.ts'
import type { AdversaryList, FootingHeld } from '../record/footing-held.ts'
import { actorHoldings } from '../record/actor-holdings.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { COUNTED, isSame } from './domain-measures.ts'
import type { DomainPart, DomainShares, PlaceExposure } from './exposure.ts'
import { domainPart, heldInPlace, weighedExposure } from './exposure.ts'
import type { OwnershipView } from '../record/ownership-view.ts'

/** What one actor has in one place, whatever it is compared with. */
export interface PlacePresence {
  readonly place: number
  /** What counts for the actor there, ascending by footing; see {@link actorHoldings}. */
  readonly here: readonly FootingHeld[]
  /** The same by footing. */
  readonly held: ActorHoldings
  /** Organisations on the ground behind it, as far as it counts at its most; ascending. */
  readonly members: readonly number[]
  /** Parts that were asked for; filled by {@link presenceExposure}. */
  readonly parts: DomainPart[]
}

/** Footings in the presences kept per view; before another place is looked at, more are forgotten. Lists of financiers name everybody above a place. */
const MOST_KEPT = 1_000_000
interface Kept { readonly byList: Map<AdversaryList, Map<number, Map<number, PlacePresence>>>; count: number }
const known = new WeakMap<OwnershipView, Kept>()

/** What an actor has in a place. @throws Cancelled. Kept per view until {@link makeRoom}. Time O(the shorter list of footings, the actor's or the place's), beside {@link actorHoldings}. */
export function placePresence(view: OwnershipView, actor: number, place: number, list: AdversaryList, cancellation?: Cancellation): PlacePresence {
  return keptPresence(view, actor, place, list) ?? keepPresence(view, actor, place, list, actorHoldings(view, actor, list, cancellation), cancellation)
}

export const keptPresence = (view: OwnershipView, actor: number, place: number, list: AdversaryList): PlacePresence | undefined =>
  known.get(view)?.byList.get(list)?.get(place)?.get(actor)

/** Keeps what of an actor's holdings is in a place; for those who have them at hand. @throws Cancelled */
export function keepPresence(view: OwnershipView, actor: number, place: number, list: AdversaryList, holdings: ActorHoldings, cancellation?: Cancellation): PlacePresence {
  const here = heldInPlace(view, holdings, place)
  cancellation?.spend(10 * (1 + here.length))
  const members = [...new Set(here.filter(({ high }) => high > 0).map(({ via }) => via))].sort((a, b) => a - b)
  const presence: PlacePresence = { place, here, held: new Map(here.map((one) => [one.footing, one])), members, parts: [] }
  const kept = known.get(view) ?? { byList: new Map(), count: 0 }
  known.set(view, kept)
  const byPlace = kept.byList.get(list) ?? new Map<number, Map<number, PlacePresence>>()
  kept.byList.set(list, byPlace)
  const byActor = byPlace.get(place) ?? new Map<number, PlacePresence>()
  byPlace.set(place, byActor)
  byActor.set(actor, presence)
  kept.count += 1 + here.length
  return presence
}

/** Forgets all presences of a view if there are many. Not in the middle of a ranking: what it is made of is looked up again. */
export function makeRoom(view: OwnershipView): void {
  if ((known.get(view)?.count ?? 0) > MOST_KEPT) known.delete(view)
}

/** As `placeExposure` counts; each part is worked out once per measure. Time O(domains), beside parts not asked for before. */
export function presenceExposure(view: OwnershipView, presence: PlacePresence, measures: ReadonlyMap<number, DomainMeasure>, shares: DomainShares): PlaceExposure {
  const { place, held, here, parts } = presence
  return weighedExposure(shares, (domain) => {
    const measure = measures.get(domain) ?? COUNTED
    const found = parts.find((part) => part.domain === domain && isSame(part.measure, measure))
    if (found !== undefined) return found
    const made = domainPart(view, held, here, place, domain, measure)
    parts.push(made)
    return made
  })
}
