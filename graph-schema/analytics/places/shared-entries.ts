import type { Cancellation } from '../parts/cancellation.ts'
import type { DomainWeights } from './exposure.ts'
import type { RowWeights } from './place-index-exposure.ts'
import { entryExposure, positionOf, weighRows } from './place-index-exposure.ts'
import type { PlaceIndex } from './place-index.ts'

/** An actor with an entry of the index in both places; pairs are [here, there]. */
export interface SharedEntry {
  readonly actor: number
  /** Numbers of its footprints; see {@link PlaceIndex}. */
  readonly footprints: readonly [number, number]
  /** Exposure of both places to it, at the minima and at the maxima: fractions 0–1. */
  readonly low: readonly [number, number]
  readonly high: readonly [number, number]
}

export interface SharedEntryOptions {
  /** Working memory of {@link PlaceIndex.measure}'s length, all 0, for callers that compare many pairs; left as it was. */
  readonly scratch?: RowWeights
  readonly cancellation?: Cancellation | undefined
}

/**
 * Every actor that controls, or may control, something in both places, in order of the actor, with the exposure of both
 * places to it: what the index of places says about two of them, before spread, scores and control chains.
 *
 * Empty where a place is not in the index.
 *
 * @param weights of the domains, as in `placeExposure`
 * @throws Cancelled
 * Time O(entries of both places), and O(measures of the index) once where no scratch is given.
 */
export function sharedEntries(index: PlaceIndex, here: number, there: number, weights: DomainWeights, { scratch, cancellation }: SharedEntryOptions = {}): SharedEntry[] {
  const [from, to] = [positionOf(index, here), positionOf(index, there)]
  if (from < 0 || to < 0) return []
  const weighed = scratch ?? new Float64Array(index.measure.length)
  const rows = weighRows(index, [from, to], weights, weighed)
  const found: SharedEntry[] = []
  const end = index.entryStart[to + 1]!
  let other = index.entryStart[to]!
  for (let entry = index.entryStart[from]!; entry < index.entryStart[from + 1]!; entry++) {
    cancellation?.spend()
    const actor = index.actor[entry]!
    while (other < end && index.actor[other]! < actor) other++
    if (other === end) break
    if (index.actor[other] !== actor) continue
    const high = [entryExposure(index, entry, weighed, 'high'), entryExposure(index, other, weighed, 'high')] as const
    if (!(high[0] > 0 && high[1] > 0)) continue
    const low = [entryExposure(index, entry, weighed, 'low'), entryExposure(index, other, weighed, 'low')] as const
    found.push({ actor, footprints: [index.footprint[entry]!, index.footprint[other]!], low, high })
  }
  for (const row of rows) weighed[row] = 0
  return found
}
