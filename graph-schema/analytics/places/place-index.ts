import type { FootingHeld } from '../record/footing-held.ts'
import { actorHoldings } from '../record/actor-holdings.ts'
import { isListed } from './actors-present.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { COUNTED, domainTotals, figureIn, inPreference, measuredTotal, weightIn } from './domain-measures.ts'
import { footingsOf } from '../record/footings.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { placesAbove } from '../record/place-tree.ts'
import type { Rows } from '../parts/rows.ts'
import { rowsFrom } from '../parts/rows.ts'

/**
 * Exposure of every place with data to every actor that controls, or may control, something there: sparse, in shared
 * memory, made once per view. A place has rows of domains, a domain rows of measures (footings counted first, then each
 * measure all of its footings have, the preferred one first), an entry is one actor in one place with a value per measure.
 */
export interface PlaceIndex {
  /** Places with data, ascending; the position of a place here is what other arrays call its position. */
  readonly places: Int32Array
  /** 1 where no other place with data lies inside. */
  readonly leaf: Uint8Array
  /** Domain rows of a place: domainStart[position] … domainStart[position + 1] − 1, ascending by domain. */
  readonly domainStart: Int32Array
  readonly domain: Uint8Array
  /** Measure rows of a domain row, and what each measures, as texts of the snapshot. */
  readonly measureStart: Int32Array
  readonly measure: Int32Array
  readonly unit: Int32Array
  /** Entries of a place: entryStart[position] … entryStart[position + 1] − 1, ascending by actor. */
  readonly entryStart: Int32Array
  readonly actor: Int32Array
  /** The same number for actors that account for the same footings of the place to the same part. */
  readonly footprint: Int32Array
  /** Values of an entry: valueStart[entry] … valueStart[entry + 1] − 1, each for one measure row; fractions 0–1. */
  readonly valueStart: Int32Array
  readonly valueRow: Int32Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Footings behind a value, those included in another figure too. */
  readonly footings: Int32Array
  /** Entries by actor (node), and the position of the place of each entry. */
  readonly byActor: Rows
  readonly position: Int32Array
}

const known = new WeakMap<OwnershipView, PlaceIndex>()

/** The index of a view, made now unless it was remembered. Cost: see {@link buildPlaceIndex}. @throws Cancelled */
export function placeIndexOf(view: OwnershipView, cancellation?: Cancellation): PlaceIndex {
  const index = known.get(view) ?? buildPlaceIndex(view, cancellation)
  known.set(view, index)
  return index
}

/** Keeps an index that another thread made of this view. */
export const rememberPlaceIndex = (view: OwnershipView, index: PlaceIndex): void => void known.set(view, index)
export const hasPlaceIndex = (view: OwnershipView): boolean => known.has(view)

/** Footprints whose parts differ by less are the same. */
const PARTS = 1e8

interface Entry {
  readonly position: number
  readonly actor: number
  readonly footprint: number
  readonly values: readonly (readonly [row: number, low: number, high: number, footings: number])[]
}

/**
 * @param cancellation looked at per footing
 * @throws Cancelled
 * @see {@link placeExposure} for the formula. Time O(actors · what each reaches + footings · places above · measures), space O(entries · measures).
 */
export function buildPlaceIndex(view: OwnershipView, cancellation?: Cancellation): PlaceIndex {
  const { inPlace } = footingsOf(view, cancellation)
  const places = Int32Array.from(inPlace.keys()).sort()
  const positionOf = new Map(Array.from(places, (place, position) => [place, position]))
  const measures = measureRows(view, places, cancellation)
  const footprints = new Map<string, number>()
  const entries: Entry[] = []
  const { labels, nodes } = view.snapshot
  const organisations = labels.indexOf('Organisation')
  for (let actor = nodes.labelStart[organisations]!; actor < nodes.labelStart[organisations + 1]!; actor++) {
    cancellation?.spend()
    if (view.canonical[actor] !== actor || !isListed(view, actor)) continue
    const held = actorHoldings(view, actor, 'controllers', cancellation)
    if (held.size > 0) entries.push(...entriesOf(view, actor, held, positionOf, measures, footprints, cancellation))
  }
  return columns(view, places, measures, entries, cancellation)
}

interface MeasureRows {
  readonly domainStart: number[]
  readonly domain: number[]
  readonly measureStart: number[]
  readonly list: DomainMeasure[]
  /** All there is, per measure row. */
  readonly total: number[]
}

function measureRows(view: OwnershipView, places: Int32Array, cancellation?: Cancellation): MeasureRows {
  const { list: footings } = footingsOf(view)
  const rows: MeasureRows = { domainStart: [0], domain: [], measureStart: [0], list: [], total: [] }
  for (const place of places) {
    for (const [domain, total] of domainTotals(view, place)) {
      cancellation?.spend(total.footings.length)
      const first = footings[total.footings[0] ?? -1]
      const complete = (first?.figures ?? []).filter((figure) => total.footings.every((at) => figureIn(footings[at]!, figure) !== undefined))
      rows.domain.push(domain)
      for (const measure of [COUNTED, ...inPreference(view, complete)]) {
        rows.list.push({ measure: measure.measure, unit: measure.unit })
        rows.total.push(measuredTotal(view, place, domain, measure).amount)
      }
      rows.measureStart.push(rows.list.length)
    }
    rows.domainStart.push(rows.domain.length)
  }
  return rows
}

function entriesOf(
  view: OwnershipView,
  actor: number,
  held: ReadonlyMap<number, FootingHeld>,
  positionOf: ReadonlyMap<number, number>,
  measures: MeasureRows,
  footprints: Map<string, number>,
  cancellation?: Cancellation,
): Entry[] {
  const { list } = footingsOf(view)
  const byPlace = new Map<number, FootingHeld[]>()
  for (const one of [...held.values()].sort((a, b) => a.footing - b.footing)) {
    cancellation?.spend(list[one.footing]!.places.length)
    if (!(one.high > 0)) continue
    for (const place of list[one.footing]!.places) {
      const here = byPlace.get(place)
      if (here === undefined) byPlace.set(place, [one])
      else here.push(one)
    }
  }
  return [...byPlace].map(([place, here]) => {
    const position = positionOf.get(place)!
    const name = `${position} ${here.map(({ footing, low, high }) => `${footing}:${Math.round(low * PARTS)}:${Math.round(high * PARTS)}`).join(' ')}`
    const footprint = footprints.get(name) ?? footprints.size
    footprints.set(name, footprint)
    return { position, actor, footprint, values: valuesOf(view, held, place, position, here, measures) }
  })
}

/** As `placeExposure` counts, for every measure of every domain the actor has something of. */
function valuesOf(
  view: OwnershipView,
  held: ReadonlyMap<number, FootingHeld>,
  place: number,
  position: number,
  here: readonly FootingHeld[],
  measures: MeasureRows,
): Entry['values'] {
  const { list } = footingsOf(view)
  const values: Entry['values'][number][] = []
  for (let at = measures.domainStart[position]!; at < measures.domainStart[position + 1]!; at++) {
    const ofDomain = here.filter(({ footing }) => list[footing]!.domain === measures.domain[at])
    if (ofDomain.length === 0) continue
    const isCounted = ({ footing }: FootingHeld, of: 'low' | 'high') =>
      !list[footing]!.containers.some((container) => (held.get(container)?.[of] ?? 0) > 0 && list[container]!.places.includes(place))
    for (let row = measures.measureStart[at]!; row < measures.measureStart[at + 1]!; row++) {
      const total = measures.total[row]!
      const part = (of: 'low' | 'high') =>
        total > 0
          ? Math.min(
              1,
              ofDomain
                .filter((one) => isCounted(one, of))
                .reduce((sum, one) => sum + one[of] * weightIn(list[one.footing]!, measures.list[row]!), 0) / total,
            )
          : 0
      const low = part('low')
      values.push([row, low, Math.max(low, part('high')), ofDomain.length])
    }
  }
  return values
}

function columns(view: OwnershipView, places: Int32Array, measures: MeasureRows, unsorted: readonly Entry[], cancellation: Cancellation | undefined): PlaceIndex {
  const entries = [...unsorted].sort((a, b) => {
    cancellation?.spend(5)
    return a.position - b.position || a.actor - b.actor
  })
  const values = entries.flatMap((entry) => entry.values)
  cancellation?.look()
  const starts = (counts: readonly number[]) => counts.reduce<number[]>((list, count) => { list.push(list[list.length - 1]! + count); return list }, [0])
  const perPlace = new Array<number>(places.length).fill(0)
  for (const { position } of entries) perPlace[position]!++
  const containing = new Set(Array.from(places).flatMap((place) => placesAbove(view, place).filter((above) => above !== place)))
  const actor = ints(entries.map((entry) => entry.actor))
  const byActor = rowsFrom(view.snapshot.nodes.count, actor, Int32Array.from(entries.keys()))
  return {
    places: ints(places), leaf: bytes(Array.from(places, (place) => (containing.has(place) ? 0 : 1))),
    domainStart: ints(measures.domainStart), domain: bytes(measures.domain), measureStart: ints(measures.measureStart),
    measure: ints(measures.list.map(({ measure }) => measure)), unit: ints(measures.list.map(({ unit }) => unit)),
    entryStart: ints(starts(perPlace)), actor, footprint: ints(entries.map(({ footprint }) => footprint)), position: ints(entries.map(({ position }) => position)),
    valueStart: ints(starts(entries.map((entry) => entry.values.length))), valueRow: ints(values.map(([row]) => row)),
    low: floats(values.map(([, low]) => low)), high: floats(values.map(([, , high]) => high)), footings: ints(values.map(([, , , footings]) => footings)),
    byActor: { start: ints(byActor.start), items: ints(byActor.items) },
  }
}

/** Copies in shared memory: other threads read them without another copy. */
function ints(list: ArrayLike<number>): Int32Array {
  const column = new Int32Array(new SharedArrayBuffer(4 * list.length))
  column.set(list)
  return column
}
function bytes(list: ArrayLike<number>): Uint8Array {
  const column = new Uint8Array(new SharedArrayBuffer(list.length))
  column.set(list)
  return column
}
function floats(list: ArrayLike<number>): Float64Array {
  const column = new Float64Array(new SharedArrayBuffer(8 * list.length))
  column.set(list)
  return column
}
