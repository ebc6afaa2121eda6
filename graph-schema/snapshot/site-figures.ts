import type { SiteFigure } from '#analytics/record/ownership-view.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { ALWAYS, startDay } from './in-force.ts'
import { compareSupport } from './links.ts'

export const yearOfDay = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()

/** Year a figure is for: its own, else that of its as-of date or start; 0 when undated. */
export function figureYear({ statements }: Snapshot, statement: number): number {
  if (statements.year[statement] !== 0) return statements.year[statement]!
  if (statements.asOf[statement] !== NO_DAY) return yearOfDay(statements.asOf[statement]!)
  const start = startDay(statements, statement)
  return start === ALWAYS ? 0 : yearOfDay(start)
}

/**
 * The figure that counts for each site, per measure and unit: the latest year, then the best supported. Targets for years
 * still to come are left out. Capacity, throughput and homes stay apart.
 *
 * @param located LOCATED_IN statements that count
 */
export function siteFigures(snapshot: Snapshot, canonical: Int32Array, located: Int32Array, asOf: number): ReadonlyMap<number, readonly SiteFigure[]> {
  const { statements } = snapshot
  const thisYear = yearOfDay(asOf)
  const bySite = new Map<number, SiteFigure[]>()
  const bySupport = located.filter((statement) => !Number.isNaN(statements.amount[statement]!)).sort((a, b) => compareSupport(snapshot, a, b))
  for (const statement of bySupport) {
    const year = figureYear(snapshot, statement)
    if (year > thisYear) continue
    const site = canonical[statements.from[statement]!]!
    const figure: SiteFigure = { measure: statements.measure[statement]!, unit: statements.unit[statement]!, amount: statements.amount[statement]!, year, statement }
    const figures = bySite.get(site) ?? []
    const at = figures.findIndex(({ measure, unit }) => measure === figure.measure && unit === figure.unit)
    if (at < 0) figures.push(figure)
    else if (figures[at]!.year < year) figures[at] = figure
    bySite.set(site, figures)
  }
  return bySite
}
