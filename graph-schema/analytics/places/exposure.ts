import type { FootingHeld } from '../record/footing-held.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { DomainMeasure, DomainTotal } from './domain-measures.ts'
import { COUNTED, domainTotals, figureIn, measuredTotal, weightIn } from './domain-measures.ts'
import { footingsOf } from '../record/footings.ts'
import type { OwnershipView, PublishedFigure } from '../record/ownership-view.ts'

/** How much of one domain in one place counts for an actor. */
export interface DomainPart {
  readonly domain: number
  readonly measure: DomainMeasure
  /** Fractions 0–1 of the total. */
  readonly low: number
  readonly high: number
  /** The same in the unit of the measure (number of footings where they are counted). */
  readonly amountLow: number
  readonly amountHigh: number
  readonly total: number
  /** What is on record of it, and the total a source publishes: {@link MeasuredTotal}. */
  readonly mapped: number
  readonly official: PublishedFigure | undefined
  /** Footings of the actor that were counted, and those left out because another figure of it includes them. */
  readonly footings: readonly FootingHeld[]
  readonly nested: readonly FootingHeld[]
  /** Years of the figures used; empty where footings are counted. */
  readonly years: readonly number[]
}

/** Exposure of a place to an actor: Σ over domains of weight · share. */
export interface PlaceExposure {
  readonly low: number
  readonly high: number
  readonly byDomain: readonly DomainPart[]
}

/** Weight of each domain, 0 or more; undefined: all domains that have data count the same. */
export type DomainWeights = ReadonlyMap<number, number> | undefined

/**
 * Exposure of a place to one actor, by domain and together.
 *
 * x = Σ κ(actor, s) · f(s) / F over the footings s of a domain in the place: f is the figure of the measure, or 1, F the
 * official total where one is on record, else all that is mapped, with unknown operators. E = Σ w x with Σ w = 1 over the
 * domains with data. A figure that another one of the same actor in the place already includes is not added.
 *
 * @param held what counts for the actor, by footing
 * @param measures per domain, the same for all places that are compared
 * @returns fractions 0–1; `byDomain` only domains in which the actor has something
 * @throws Cancelled
 * Time O(domains · the shorter list of footings, the actor's or the place's), beside the totals of the place.
 */
export function placeExposure(
  view: OwnershipView, held: ReadonlyMap<number, FootingHeld>, place: number, measures: ReadonlyMap<number, DomainMeasure>, weights: DomainWeights, cancellation?: Cancellation,
): PlaceExposure {
  const here = heldInPlace(view, held, place)
  return weighedExposure(domainShares(view, place, weights), (domain) => {
    cancellation?.spend(10 * (1 + here.length))
    return domainPart(view, held, here, place, domain, measures.get(domain) ?? COUNTED)
  })
}

/** Σ over the domains of share · part; of the parts those in which the actor has something. */
export function weighedExposure(shares: DomainShares, partOf: (domain: number) => DomainPart): PlaceExposure {
  const byDomain: DomainPart[] = []
  let low = 0
  let high = 0
  for (const { domain, share } of shares) {
    const part = partOf(domain)
    low += share * part.low
    high += share * part.high
    if (part.footings.length > 0) byDomain.push(part)
  }
  return { low: Math.min(1, low), high: Math.min(1, high), byDomain }
}

/** Domains of a place that have weight, ascending, with their shares of all weight: fractions 0–1. */
export type DomainShares = readonly { readonly domain: number; readonly share: number }[]

/** Where all domains with data count the same, by what there is in a place. */
const evenShares = new WeakMap<ReadonlyMap<number, DomainTotal>, DomainShares>()

/** Kept per view where no weights are given. Time O(domains of the place). */
export function domainShares(view: OwnershipView, place: number, weights: DomainWeights): DomainShares {
  const totals = domainTotals(view, place)
  const found = weights === undefined ? evenShares.get(totals) : undefined
  if (found !== undefined) return found
  const shares = [...weightShares([...totals.keys()], weights)].flatMap(([domain, share]) => (share === 0 ? [] : { domain, share }))
  if (weights === undefined) evenShares.set(totals, shares)
  return shares
}

/** Weights of the domains with data, adding up to 1; all 0 where none of them has weight. */
export function weightShares(domains: readonly number[], weights: DomainWeights): ReadonlyMap<number, number> {
  const weightOf = (domain: number) => (weights === undefined ? 1 : weights.get(domain) ?? 0)
  const sum = domains.reduce((total, domain) => total + weightOf(domain), 0)
  return new Map(domains.map((domain) => [domain, sum > 0 ? weightOf(domain) / sum : 0]))
}

/** What an actor has of one domain in one place, `here` being all it has there, in order. Time O(here), beside {@link measuredTotal}. */
export function domainPart(
  view: OwnershipView,
  held: ReadonlyMap<number, FootingHeld>,
  here: readonly FootingHeld[],
  place: number,
  domain: number,
  measure: DomainMeasure,
): DomainPart {
  const { list } = footingsOf(view)
  const footings: FootingHeld[] = []
  const nested: FootingHeld[] = []
  const years = new Set<number>()
  let amountLow = 0
  let amountHigh = 0
  for (const one of here) {
    const footing = list[one.footing]!
    if (footing.domain !== domain) continue
    const weight = weightIn(footing, measure)
    const including = footing.containers.filter((container) => held.has(container) && list[container]!.places.includes(place))
    if (!including.some((container) => held.get(container)!.low > 0)) amountLow += one.low * weight // what is certain is not hidden in what is possible
    if (including.length > 0) {
      nested.push(one)
      continue
    }
    footings.push(one)
    amountHigh += one.high * weight
    const year = measure === COUNTED ? undefined : figureIn(footing, measure)?.year
    if (year !== undefined && year > 0) years.add(year)
  }
  const { amount: total, mapped, official } = measuredTotal(view, place, domain, measure)
  amountHigh = Math.max(amountLow, amountHigh)
  const fraction = (amount: number) => (total > 0 ? Math.min(1, amount / total) : 0)
  return {
    domain,
    measure,
    low: fraction(amountLow),
    high: fraction(amountHigh),
    amountLow,
    amountHigh,
    total,
    mapped,
    official,
    footings,
    nested,
    years: [...years].sort((a, b) => a - b),
  }
}

/** The footings of an actor in a place, ascending; walks the shorter of both lists. */
export function heldInPlace(view: OwnershipView, held: ReadonlyMap<number, FootingHeld>, place: number): FootingHeld[] {
  const { list, inPlace } = footingsOf(view)
  const here = inPlace.get(place) ?? []
  const found = here.length <= held.size
    ? here.flatMap((at) => held.get(at) ?? [])
    : [...held.values()].filter(({ footing }) => list[footing]!.places.includes(place))
  return found.sort((a, b) => a.footing - b.footing)
}
