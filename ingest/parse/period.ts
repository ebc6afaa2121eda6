import { canonicalPeriod } from '#model/values/flow-period.ts'
import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

/** The time of a flow: a month, quarter or year. Days, weeks and hours are refused: nobody's movements can be read from a flow. */
export function periodCell(text: string, column: string): Cell<string> {
  const period = canonicalPeriod(text)
  if (period === undefined) return bad(column, 'NOT_A_PERIOD', 'Write a month (2024-05), a quarter (2024-Q2) or a year (2024), or “month” or “year” for a rate.', text)
  return period === 'too fine' ? bad(column, 'TOO_FINE', 'Flows are kept per month at the finest: add up the month and write it as 2024-05.', text) : good(period)
}
