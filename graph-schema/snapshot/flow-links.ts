import type { Bounds, FlowFigures, FlowLink, FlowTime } from '#analytics/flows/flow-link.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { row } from '#analytics/parts/rows.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { parseFlowPeriod, unitPerTime } from '#model/values/flow-period.ts'
import { latestStatements } from './latest-statements.ts'

const TIMES_A_YEAR: Readonly<Record<FlowTime, number>> = { month: 12, quarter: 4, year: 1 }
/** Nothing on earth flows in such amounts a year: a mistake, read as "not stated". Sums of what is below it stay exact enough and finite. */
const LARGEST_AMOUNT = 1e15
/** Whether a column gives a figure that can be reckoned with. */
const isStated = (amount: number): boolean => amount >= 0 && amount <= LARGEST_AMOUNT
const known = new WeakMap<OwnershipView, readonly FlowLink[]>()

/** "Grain ", "grain" and "GRAIN" are one commodity. */
export const commodityKey = (written: string): string => written.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/**
 * The flows of a view: per pair and commodity one link, its volume and its capacity each from the latest statement that
 * gives one; other sources of the same time widen them to a range. Figures of several months or years are never added.
 * In order of the pair, then of the commodity; kept per view. Time O(k log k) in the supply statements that count.
 */
export function flowLinks(view: OwnershipView): readonly FlowLink[] {
  const found = known.get(view)
  if (found !== undefined) return found
  const { supplies, snapshot } = view
  const links: FlowLink[] = []
  for (let at = 0; at < supplies.count; at++) {
    const byCommodity = grouped(Array.from(row(supplies.statements, at)), (statement) => commodityKey(snapshot.texts[snapshot.statements.measure[statement]!]!))
    for (const [commodity, statements] of [...byCommodity].sort(([a], [b]) => (a < b ? -1 : 1))) {
      links.push({ from: supplies.from[at]!, to: supplies.to[at]!, commodity, share: shareOf(snapshot, statements), figures: figuresOf(snapshot, statements), statements })
    }
  }
  known.set(view, links)
  return links
}

interface Measure { readonly unit: string; readonly per: FlowTime | undefined; readonly factor: number }

function measureOf({ statements, texts }: Snapshot, statement: number): Measure {
  const { unit, per } = unitPerTime(texts[statements.unit[statement]!]!)
  const time = per === 'too fine' || per === 'no time' ? undefined : per ?? parseFlowPeriod(texts[statements.period[statement]!]!)?.per
  return { unit, per: time, factor: time === undefined ? 1 : TIMES_A_YEAR[time] }
}

function figuresOf(snapshot: Snapshot, statements: readonly number[]): FlowFigures[] {
  const { amount, capacity } = snapshot.statements
  const stated = statements.filter((statement) => isStated(amount[statement]!) || isStated(capacity[statement]!))
  const byMeasure = grouped(stated, (statement) => {
    const { unit, per } = measureOf(snapshot, statement)
    return `${unit.toLowerCase()} ${per === undefined ? '' : 'per time'}`
  })
  return [...byMeasure].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => {
    const volume = latestOf(snapshot, of, amount)
    const most = latestOf(snapshot, of, capacity)
    const { unit, per } = measureOf(snapshot, volume?.statement ?? most!.statement) // one of the two is stated
    return { unit, per, volume: volume?.bounds, capacity: most?.bounds }
  })
}

/** The range of a column over the latest statements that give it; 0 is a figure. */
function latestOf(snapshot: Snapshot, statements: readonly number[], column: Float64Array): { readonly statement: number; readonly bounds: Bounds } | undefined {
  const stated = statements.filter((statement) => isStated(column[statement]!))
  if (stated.length === 0) return undefined
  const latest = latestStatements(snapshot, stated)
  const amounts = latest.map((statement) => column[statement]! * measureOf(snapshot, statement).factor)
  return { statement: latest[0]!, bounds: { low: Math.min(...amounts), high: Math.max(...amounts) } }
}

function shareOf(snapshot: Snapshot, statements: readonly number[]): Bounds | undefined {
  const stated = statements.filter((statement) => !Number.isNaN(snapshot.statements.shareMin[statement]!))
  if (stated.length === 0) return undefined
  const shares = latestStatements(snapshot, stated).map((statement) => snapshot.statements.shareMin[statement]!)
  return { low: Math.min(...shares), high: Math.max(...shares) }
}

function grouped(statements: readonly number[], keyOf: (statement: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const statement of statements) {
    const group = groups.get(keyOf(statement))
    if (group) group.push(statement)
    else groups.set(keyOf(statement), [statement])
  }
  return groups
}
