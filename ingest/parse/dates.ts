import type { ImpreciseDate } from '#model/values/imprecise-date.ts'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

const OTHER = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/
const two = (digits: string): string => digits.padStart(2, '0')

/** The ISO spelling of a date in another order, when there is only one way to read it. */
function suggestion(text: string): string | undefined {
  const match = OTHER.exec(text)
  if (!match) return undefined
  const [, first, second, year] = match
  const dayFirst = parseImpreciseDate(`${year}-${two(second!)}-${two(first!)}`)
  const monthFirst = parseImpreciseDate(`${year}-${two(first!)}-${two(second!)}`)
  if (text.includes('.')) return dayFirst?.text
  return dayFirst && monthFirst && dayFirst.text !== monthFirst.text ? undefined : (dayFirst ?? monthFirst)?.text
}

const problem = (text: string, column: string, forms: string) => {
  const meant = suggestion(text)
  return bad(column, 'NOT_A_DATE', meant ? `Write ${meant}.` : `Write dates as ${forms}; other orders can be read in two ways.`, text)
}

/** ISO 8601; the day, or day and month, may be left out. No other order is guessed. */
export function dateCell(text: string, column: string): Cell<ImpreciseDate> {
  const date = parseImpreciseDate(text)
  if (!date || Number(date.text.slice(0, 4)) < 1000) return problem(text, column, 'YYYY-MM-DD, YYYY-MM or YYYY')
  return good(date)
}

/** A full day, YYYY-MM-DD. */
export function dayCell(text: string, column: string): Cell<string> {
  const date = parseImpreciseDate(text)
  return date?.precision === 'day' ? good(date.text) : problem(text, column, 'YYYY-MM-DD')
}
