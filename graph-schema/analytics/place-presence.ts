import type { AdversaryList, FootingHeld } from './actor-holdings.ts'
import { actorHoldings } from './actor-holdings.ts'
import type { Cancellation } from './cancellation.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { COUNTED, isSame } from './domain-measures.ts'
import type { DomainPart, DomainShares, PlaceExposure } from './exposure.ts'
import { domainPart, heldInPlace, weighedExposure } from './exposure.ts'
import type { OwnershipView } from './ownership-view.ts'

/** What one actor has in one place, whatever it is compared with. */
export interface PlacePresence {
  readonly place: number
  /** Everything that counts for the actor anywhere; see {@link actorHoldings}. */
  readonly held: ReadonlyMap<number, FootingHeld>
  /** Of that what is in the place, ascending by footing. */
  readonly here: readonly FootingHeld[]
  /** Organisations on the ground behind it, as far as it counts at its most; ascending. */
  readonly members: readonly number[]
  /** Parts that were asked for; filled by {@link presenceExposure}. */
  readonly parts: DomainPart[]
}

/** Presences kept per view; then all are forgotten. Lists of financiers name everybody above a place. */
const MOST_KEPT = 500_000
interface Kept { readonly byList: Map<AdversaryList, Map<number, Map<number, PlacePresence>>>; count: number }
const known = new WeakMap<OwnershipView, Kept>()

/** @throws Cancelled. Kept per view. Time O(the shorter list of footings, the actor's or the place's), beside {@link actorHoldings}. */
export function placePresence(view: OwnershipView, actor: number, place: number, list: AdversaryList, cancellation?: Cancellation): PlacePresence {
  let kept = known.get(view)
  if (kept === undefined || kept.count >= MOST_KEPT) known.set(view, kept = { byList: new Map(), count: 0 })
  const byPlace = kept.byList.get(list) ?? new Map<number, Map<number, PlacePresence>>()
  kept.byList.set(list, byPlace)
  const byActor = byPlace.get(place) ?? new Map<number, PlacePresence>()
  byPlace.set(place, byActor)
  const found = byActor.get(actor)
  if (found !== undefined) return found
  const held = actorHoldings(view, actor, list, cancellation)
  const here = heldInPlace(view, held, place)
  cancellation?.spend(10 * (1 + here.length))
  const members = [...new Set(here.filter(({ high }) => high > 0).map(({ via }) => via))].sort((a, b) => a - b)
  const presence: PlacePresence = { place, held, here, members, parts: [] }
  byActor.set(actor, presence)
  kept.count++
  return presence
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
