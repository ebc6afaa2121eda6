import { canonicalPeriod, parseFlowPeriod, unitPerTime } from '#model/values/flow-period.ts'
import type { ImpreciseDate } from '#model/values/imprecise-date.ts'
import { dayAfter, earliestDay, parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { bad } from '../../parse/cell.ts'
import type { Claim } from '../claim.ts'
import { flowEnd } from '../flow-end.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, propertiesOf, reference } from './row-context.ts'

interface Flow {
  readonly commodity: string
  readonly volume?: number
  readonly unit?: string
  readonly period?: string
  readonly supplyShare?: number
  readonly flowCapacity?: number
}

/** Shortest month. */
const MONTH_DAYS = 28
const DAY_MS = 86_400_000

/** A row of the template "flows": one commodity from one end to the other, never finer than a month. */
export function flowRow(context: RowContext): void {
  const { loading, made } = context
  const stated = claimOf(context, 'SUPPLIES')
  const flow = propertiesOf(context, 'SUPPLIES') as unknown as Flow // read by the types of the model
  checkFigures(flow, context)
  const from = flowEnd(reference(context, 'from'), 'from', loading, made)
  const to = flowEnd(reference(context, 'to'), 'to', loading, made)
  if (!stated || from === undefined || to === undefined) return
  if (from === to) return void made.problem(bad('to', 'SELF_REFERENCE', 'A flow leads from one thing to another.').problem)
  const claim = monthly(stated, flow, context)
  if (claim) made.state('SUPPLIES', from, to, claim, { ...flow })
}

function checkFigures({ volume, flowCapacity, unit }: Flow, { made }: RowContext): void {
  for (const [column, figure] of [['volume', volume], ['capacity', flowCapacity]] as const) {
    if (figure !== undefined && figure < 0)
      made.problem(bad(column, 'OUT_OF_RANGE', 'Write 0 or more; a flow the other way is a row with its ends exchanged.', String(figure)).problem)
  }
  const per = unit === undefined ? undefined : unitPerTime(unit).per
  if (per === 'too fine') made.problem(bad('unit', 'TOO_FINE', 'Flows are kept per month at the finest: convert the figure, such as 30 a day to 900 a month.', unit).problem)
  if (per === 'no time') made.problem(bad('unit', 'WRONG_UNIT', 'Write the unit alone, or per month, quarter or year.', unit).problem)
}

/**
 * The claim at the resolution of a month: an as-of day becomes its month, a validity shorter than a month is refused.
 * What flowed in a calendar month is stated as of that month.
 */
function monthly(claim: Claim, { period }: Flow, { made }: RowContext): Claim | undefined {
  const { validFrom, validTo, asOf } = claim
  if (validFrom && validTo && daysBetween(earliestDay(validFrom), dayAfter(validTo)) <= MONTH_DAYS) {
    return made.problem(bad('valid_to', 'TOO_FINE', 'Flows are kept per month at the finest: state the month or year.', validTo.text).problem)
  }
  const calendar = period !== undefined && canonicalPeriod(period) === period && parseFlowPeriod(period)?.calendar ? parseImpreciseDate(firstMonthOf(period)) : undefined
  const date = asOf ? toMonth(asOf) : validFrom ? undefined : calendar
  if (asOf?.precision === 'day') made.notes.push('the day a flow is stated for was left out: flows are kept per month')
  return date ? { ...claim, asOf: date } : claim
}

const toMonth = (date: ImpreciseDate): ImpreciseDate => (date.precision === 'day' ? { text: date.text.slice(0, 7), precision: 'month' } : date)
/** "2024-Q3" → "2024-07"; months and years as they are. */
const firstMonthOf = (period: string): string => period.replace(/Q([1-4])$/, (_, quarter: string) => String(3 * Number(quarter) - 2).padStart(2, '0'))
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
