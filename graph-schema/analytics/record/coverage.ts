import type { Cancellation } from '../parts/cancellation.ts'
import { footingsOf } from './footings.ts'
import type { OwnershipView } from './ownership-view.ts'
import { row } from '../parts/rows.ts'

export interface CoverageCount { readonly sites: number; readonly withOperator: number; readonly withOwner: number }

/** How much is on record; what is not covered is unknown, not absent. */
export interface MappedCoverage extends CoverageCount {
  /** By domain (1 + position in the domains), ascending. */
  readonly byDomain: ReadonlyMap<number, CoverageCount>
  /** Day number on which the longest unread source of these sites was last read; undefined without sites. */
  readonly oldestSource: number | undefined
  /** Operators without a holder and without a subsidiary on record, most sites first. */
  readonly unconnected: readonly { readonly operator: number; readonly sites: number }[]
}

/**
 * Sites with an operator or manager and with an owner on record, in a place (with all inside it) or everywhere.
 *
 * @param domain 1 + position in the domains; undefined: all
 * @returns counts of sites, each site once
 * @throws Cancelled
 * Time O(sites + relations of these sites), space O(sites).
 */
export function coverage(view: OwnershipView, place: number | undefined, domain: number | undefined, cancellation?: Cancellation): MappedCoverage {
  const { list, inPlace } = footingsOf(view, cancellation)
  const { operations, locations, stakes, stakeStatements, snapshot } = view
  const sites = (place === undefined ? [...list.keys()] : inPlace.get(place) ?? [])
    .map((at) => list[at]!).filter((footing) => footing.site >= 0 && (domain === undefined || footing.domain === domain))
  const byDomain = new Map<number, { sites: number; withOperator: number; withOwner: number }>()
  const byOperator = new Map<number, number>()
  let oldestSource: number | undefined
  const seen = (statements: Iterable<number>) => {
    for (const statement of statements) oldestSource = Math.min(oldestSource ?? Infinity, snapshot.statements.retrievedOn[statement]!)
  }
  for (const footing of [...sites].sort((a, b) => a.domain - b.domain)) {
    const count = byDomain.get(footing.domain) ?? { sites: 0, withOperator: 0, withOwner: 0 }
    byDomain.set(footing.domain, count)
    const runs = row(operations.byTo, footing.site)
    const [first, end] = [stakes.heldStart[footing.site]!, stakes.heldStart[footing.site + 1]!]
    cancellation?.spend(10 * (1 + runs.length + end - first)) // a map and a set for each
    count.sites++
    count.withOperator += runs.length > 0 ? 1 : 0
    count.withOwner += end > first ? 1 : 0
    for (const link of row(locations.byFrom, footing.site)) seen(row(locations.statements, link))
    for (const link of runs) seen(row(operations.statements, link))
    for (let entry = first; entry < end; entry++) seen(row(stakeStatements, entry))
    for (const operator of new Set(Array.from(runs, (link) => operations.from[link]!))) byOperator.set(operator, (byOperator.get(operator) ?? 0) + 1)
  }
  const sum = (read: (count: CoverageCount) => number) => [...byDomain.values()].reduce((total, count) => total + read(count), 0)
  return {
    sites: sites.length, withOperator: sum(({ withOperator }) => withOperator), withOwner: sum(({ withOwner }) => withOwner),
    byDomain, oldestSource,
    unconnected: [...byOperator].filter(([operator]) => isAlone(view, operator)).map(([operator, count]) => ({ operator, sites: count }))
      .sort((a, b) => b.sites - a.sites || a.operator - b.operator),
  }
}

/** Nobody holds it and it holds no organisation. */
function isAlone({ stakes, snapshot }: OwnershipView, operator: number): boolean {
  if (stakes.heldStart[operator + 1]! > stakes.heldStart[operator]!) return false
  const held = stakes.byHolder.subarray(stakes.holderStart[operator], stakes.holderStart[operator + 1])
  return held.every((entry) => snapshot.labels[snapshot.nodes.label[stakes.held[entry]!]!] === 'Site')
}
