import type { Footing } from '../record/footings.ts'
import { footingsOf } from '../record/footings.ts'
import type { OwnershipView, PublishedFigure, SiteFigure } from '../record/ownership-view.ts'

/** What is counted in one domain: a figure that all footings have, or the footings themselves. */
export interface DomainMeasure {
  /** Indices into the texts of the snapshot; 0 and 0: footings are counted. */
  readonly measure: number
  readonly unit: number
}
export const COUNTED: DomainMeasure = { measure: 0, unit: 0 }

/** All that is mapped of one domain in one place. */
export interface DomainTotal {
  /** Footings that are not already in the figure of another one in the place. */
  readonly footings: readonly number[]
  readonly nested: number
}

/** Measures are tried in this order where several are complete. */
const PREFERRED = ['homes', 'capacity', 'throughput', 'area', 'shops']

const known = new WeakMap<OwnershipView, Map<number, ReadonlyMap<number, DomainTotal>>>()

/** What is mapped in a place, by domain in ascending order; kept per view. Time O(footings in the place). */
export function domainTotals(view: OwnershipView, place: number): ReadonlyMap<number, DomainTotal> {
  const cache = known.get(view) ?? new Map<number, ReadonlyMap<number, DomainTotal>>()
  known.set(view, cache)
  const found = cache.get(place)
  if (found !== undefined) return found
  const { list, inPlace } = footingsOf(view)
  const here = inPlace.get(place) ?? []
  const present = new Set(here)
  const byDomain = new Map<number, { footings: number[]; nested: number }>()
  for (const at of [...here].sort((a, b) => list[a]!.domain - list[b]!.domain || a - b)) {
    const total = byDomain.get(list[at]!.domain) ?? { footings: [], nested: 0 }
    byDomain.set(list[at]!.domain, total)
    if (list[at]!.containers.some((container) => present.has(container))) total.nested++
    else total.footings.push(at)
  }
  cache.set(place, byDomain)
  return byDomain
}

/** The figure of a footing in a measure, if it has one. */
export const figureIn = ({ figures }: Footing, { measure, unit }: DomainMeasure): SiteFigure | undefined =>
  figures.find((figure) => figure.measure === measure && figure.unit === unit)

/** What a footing weighs in a measure; 1 where footings are counted. */
export const weightIn = (footing: Footing, measure: DomainMeasure): number => (measure.unit === 0 && measure.measure === 0 ? 1 : figureIn(footing, measure)?.amount ?? 0)

/** All there is of one domain in one place, in one measure: what an exposure is a part of. */
export interface MeasuredTotal {
  /** The official total, or what is mapped where none is on record or it is smaller than what is mapped. */
  readonly amount: number
  /** Sum over the footings, those of unknown operators included. */
  readonly mapped: number
  /** The total a source publishes for exactly this place, domain, measure and unit, used or not. */
  readonly official: PublishedFigure | undefined
}

/** Whether a total is what is on record: no official one, or one that leaves out some of it. */
export const isMapped = ({ mapped, official }: Pick<MeasuredTotal, 'mapped' | 'official'>): boolean => official === undefined || official.amount < mapped

/** Totals that were asked for, by what is mapped of one domain in one place: few measures each. */
const totalsKnown = new WeakMap<DomainTotal, { readonly measure: DomainMeasure; readonly total: MeasuredTotal }[]>()

/** Kept per view. Time O(footings of the domain in the place + figures published about it). */
export function measuredTotal(view: OwnershipView, place: number, domain: number, measure: DomainMeasure): MeasuredTotal {
  const { list } = footingsOf(view)
  const domainTotal = domainTotals(view, place).get(domain)!
  const kept = totalsKnown.get(domainTotal) ?? []
  totalsKnown.set(domainTotal, kept)
  const found = kept.find((one) => isSame(one.measure, measure))
  if (found !== undefined) return found.total
  const mapped = domainTotal.footings.reduce((sum, at) => sum + weightIn(list[at]!, measure), 0)
  const official = officialTotal(view, place, domain, measure)
  const total = { amount: isMapped({ mapped, official }) ? mapped : official!.amount, mapped, official } // mapped where there is none
  kept.push({ measure, total })
  return total
}

export const isSame = (a: DomainMeasure, b: DomainMeasure): boolean => a.measure === b.measure && a.unit === b.unit

/** A total of homes is published as "total homes", of sites that are counted as "total sites". Capacity is no throughput, TEU no tonnes. */
function officialTotal({ published, snapshot: { texts } }: OwnershipView, place: number, domain: number, measure: DomainMeasure): PublishedFigure | undefined {
  const isCount = measure.measure === COUNTED.measure && measure.unit === COUNTED.unit
  const wanted = `total ${isCount ? 'sites' : texts[measure.measure]!}`
  const stated = (published.get(place) ?? []).filter((figure) =>
    figure.domain === domain && texts[figure.measure] === wanted && (isCount || plainUnit(texts[figure.unit]!) === plainUnit(texts[measure.unit]!)))
  return stated.sort((a, b) => b.year - a.year)[0] // one for each way to write the unit; best supported first among equals
}
const plainUnit = (unit: string): string => unit.replaceAll(/\s/g, '').toLowerCase()

/**
 * The measure of each domain for places that are compared: a figure only where *all* footings of the domain in *all* of
 * the places have it in one measure and unit, else the number of footings. Different measures are never mixed.
 *
 * Time O(places · domains · measures), beside what is counted once per place and kept.
 */
export function domainMeasures(view: OwnershipView, places: readonly number[]): ReadonlyMap<number, DomainMeasure> {
  const counted = new Map<number, number>()
  const having = new Map<number, { readonly measure: DomainMeasure; count: number }[]>()
  for (const place of places) {
    for (const [domain, total] of domainTotals(view, place)) {
      counted.set(domain, (counted.get(domain) ?? 0) + total.footings.length)
      const measures = having.get(domain) ?? []
      having.set(domain, measures)
      for (const { measure, count } of measuresIn(view, total)) {
        const known = measures.find((one) => isSame(one.measure, measure))
        if (known === undefined) measures.push({ measure, count })
        else known.count += count
      }
    }
  }
  const complete = (domain: number, count: number) => having.get(domain)!.filter((entry) => entry.count === count).map(({ measure }) => measure)
  return new Map([...counted].map(([domain, count]) => [domain, inPreference(view, complete(domain, count))[0] ?? COUNTED]))
}

interface MeasureCount { readonly measure: DomainMeasure; readonly count: number }
const measuresKnown = new WeakMap<DomainTotal, readonly MeasureCount[]>()

/** Measures of one domain in one place and how many of its footings have each, in order of the footings; kept per view. */
function measuresIn(view: OwnershipView, total: DomainTotal): readonly MeasureCount[] {
  const found = measuresKnown.get(total)
  if (found !== undefined) return found
  const { list } = footingsOf(view)
  const counts = new Map<string, { readonly measure: DomainMeasure; count: number }>()
  for (const { measure, unit } of total.footings.flatMap((at) => list[at]!.figures)) {
    const name = `${measure} ${unit}`
    const entry = counts.get(name) ?? { measure: { measure, unit }, count: 0 }
    entry.count++
    counts.set(name, entry)
  }
  const measures = [...counts.values()]
  measuresKnown.set(total, measures)
  return measures
}

/** Measures, the one that would be taken first. */
export function inPreference({ snapshot: { texts } }: OwnershipView, complete: readonly DomainMeasure[]): DomainMeasure[] {
  const place = ({ measure }: DomainMeasure) => (PREFERRED.indexOf(texts[measure]!) + PREFERRED.length) % PREFERRED.length
  return [...complete].sort((a, b) => place(a) - place(b) || (texts[a.unit]! < texts[b.unit]! ? -1 : 1))
}
