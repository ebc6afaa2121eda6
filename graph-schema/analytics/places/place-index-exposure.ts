import type { DomainWeights } from './exposure.ts'
import { weightShares } from './exposure.ts'
import type { DomainMeasure } from './domain-measures.ts'
import { COUNTED } from './domain-measures.ts'
import type { PlaceIndex } from './place-index.ts'

/** Weight of each measure row that counts; all others 0. Cleared by whoever filled it. */
export type RowWeights = Float64Array

/** Position of a place in the index, or −1. Time O(log places). */
export function positionOf({ places }: PlaceIndex, place: number): number {
  let [first, end] = [0, places.length]
  while (first < end) {
    const middle = (first + end) >> 1
    if (places[middle]! < place) first = middle + 1
    else end = middle
  }
  return places[first] === place ? first : -1
}

/**
 * Fills in the weight of one measure row per domain of each place: a figure only where all places that have the domain
 * have it, else footings counted; Σ over the domains of a place is 1. The same choice as `domainMeasures` makes.
 *
 * @param positions places that are compared
 * @returns rows that were set, to be cleared
 */
export function weighRows(index: PlaceIndex, positions: readonly number[], weights: DomainWeights, into: RowWeights): number[] {
  const rowsOf = new Map<number, number[]>()
  for (const position of positions) {
    for (const [domain, row] of domainsOf(index, position)) {
      const rows = rowsOf.get(domain)
      if (rows === undefined) rowsOf.set(domain, [row])
      else rows.push(row)
    }
  }
  const chosen = new Map([...rowsOf].map(([domain, rows]) => [domain, commonMeasure(index, rows)]))
  const set: number[] = []
  for (const position of positions) {
    const domains = domainsOf(index, position)
    const shares = weightShares(domains.map(([domain]) => domain), weights)
    for (const [domain, row] of domains) {
      const at = measureRow(index, row, chosen.get(domain)!)
      into[at] = shares.get(domain)!
      set.push(at)
    }
  }
  return set
}

const domainsOf = ({ domainStart, domain }: PlaceIndex, position: number): [domain: number, row: number][] =>
  Array.from({ length: domainStart[position + 1]! - domainStart[position]! }, (_, at) => [domain[domainStart[position]! + at]!, domainStart[position]! + at])

/** The first measure of the first place that all of them have; footings counted where there is none. */
function commonMeasure(index: PlaceIndex, domainRows: readonly number[]): DomainMeasure {
  const { measureStart, measure, unit } = index
  for (let at = measureStart[domainRows[0]!]! + 1; at < measureStart[domainRows[0]! + 1]!; at++) {
    const one = { measure: measure[at]!, unit: unit[at]! }
    if (domainRows.every((row) => findMeasure(index, row, one) >= 0)) return one
  }
  return COUNTED
}

const measureRow = (index: PlaceIndex, domainRow: number, one: DomainMeasure): number => findMeasure(index, domainRow, one) // chosen among those it has

function findMeasure({ measureStart, measure, unit }: PlaceIndex, domainRow: number, one: DomainMeasure): number {
  for (let at = measureStart[domainRow]!; at < measureStart[domainRow + 1]!; at++) if (measure[at] === one.measure && unit[at] === one.unit) return at
  return -1
}

/** E of one entry: Σ over the weighed rows, at most 1. */
export function entryExposure({ valueStart, valueRow, low, high }: PlaceIndex, entry: number, weights: RowWeights, of: 'low' | 'high'): number {
  const column = of === 'low' ? low : high
  let sum = 0
  for (let at = valueStart[entry]!; at < valueStart[entry + 1]!; at++) sum += weights[valueRow[at]!]! * column[at]!
  return Math.min(1, sum)
}
