import type { PublishedFigure, RevenueShare } from '#analytics/record/ownership-view.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { compareSupport } from './links.ts'
import { figureYear, yearOfDay } from './site-figures.ts'

/**
 * The published figure that counts for each place or site, per measure, unit and domain: the latest year, then the best
 * supported. Figures for years still to come are left out.
 *
 * @param stated STATES_FIGURE statements that count
 * @param asOf day number. Time O(k log k) in the statements.
 */
export function publishedFigures(snapshot: Snapshot, canonical: Int32Array, stated: readonly number[], asOf: number): ReadonlyMap<number, readonly PublishedFigure[]> {
  const { statements: { measure, unit, domain, amount, to } } = snapshot
  const found = new Map<number, PublishedFigure[]>()
  for (const { statement, year } of latestOf(snapshot, stated, asOf, (one) => `${canonical[to[one]!]} ${measure[one]} ${unit[one]} ${domain[one]}`)) {
    const subject = canonical[to[statement]!]!
    const figures = found.get(subject) ?? []
    found.set(subject, figures)
    figures.push({ measure: measure[statement]!, unit: unit[statement]!, domain: domain[statement]!, amount: amount[statement]!, year, statement })
  }
  return found
}

/**
 * The revenue share that counts for each organisation and what it earns it through: by the latter, ascending by the former.
 * @param stated DEPENDS_ON statements that count
 */
export function revenueShares(snapshot: Snapshot, canonical: Int32Array, stated: readonly number[], asOf: number): ReadonlyMap<number, readonly RevenueShare[]> {
  const { statements: { from, to, shareMin } } = snapshot
  const apart = stated.filter((one) => canonical[from[one]!] !== canonical[to[one]!])
  const shares = latestOf(snapshot, apart, asOf, (one) => `${canonical[from[one]!]} ${canonical[to[one]!]}`)
    .map(({ statement, year }): RevenueShare => ({ organisation: canonical[from[statement]!]!, through: canonical[to[statement]!]!, share: shareMin[statement]!, year, statement }))
    .sort((a, b) => a.organisation - b.organisation)
  const found = new Map<number, RevenueShare[]>()
  for (const share of shares) found.set(share.through, [...found.get(share.through) ?? [], share])
  return found
}

/** One statement per name: the latest year, of equal years the best supported. In order of support. */
function latestOf(snapshot: Snapshot, stated: readonly number[], asOf: number, nameOf: (statement: number) => string): { readonly statement: number; readonly year: number }[] {
  const thisYear = yearOfDay(asOf)
  const found = new Map<string, { readonly statement: number; readonly year: number }>()
  for (const statement of [...stated].sort((a, b) => compareSupport(snapshot, a, b))) {
    const name = nameOf(statement)
    const year = figureYear(snapshot, statement)
    const before = found.get(name)
    if (year > thisYear || (before !== undefined && before.year >= year)) continue
    found.delete(name) // a name that is set again would keep its place
    found.set(name, { statement, year })
  }
  return [...found.values()]
}
