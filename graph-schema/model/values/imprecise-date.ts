import type { ValueType } from './value-type.ts'

/** A date known to the day, the month or the year: `2026-11-23`, `2026-11`, `2026`. */
export interface ImpreciseDate { readonly text: string; readonly precision: 'day' | 'month' | 'year' }

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Reads ISO 8601 with reduced precision; undefined for anything else, 30 February included. */
export function parseImpreciseDate(written: string): ImpreciseDate | undefined {
  const match = PATTERN.exec(written.trim())
  if (!match) return undefined
  const [text, , month, dayOfMonth] = match
  const first = `${text}${text.length === 4 ? '-01-01' : text.length === 7 ? '-01' : ''}`
  const time = Date.parse(`${first}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== first) return undefined
  return { text, precision: dayOfMonth !== undefined ? 'day' : month !== undefined ? 'month' : 'year' }
}

/** First day it can mean: the earliest reading. `2016` → `2016-01-01`. */
export const earliestDay = ({ text, precision }: ImpreciseDate): string =>
  precision === 'day' ? text : precision === 'month' ? `${text}-01` : `${text}-01-01`

/** First day after all it can mean, exclusive. `2016` → `2017-01-01`, `2016-12` → `2017-01-01`. */
export function dayAfter(date: ImpreciseDate): string {
  const start = new Date(`${earliestDay(date)}T00:00:00Z`)
  if (date.precision === 'year') start.setUTCFullYear(start.getUTCFullYear() + 1)
  else if (date.precision === 'month') start.setUTCMonth(start.getUTCMonth() + 1)
  else start.setUTCDate(start.getUTCDate() + 1)
  return start.toISOString().slice(0, 10)
}

/** Stored as its text; the precision follows from the length. */
export const impreciseDate: ValueType<ImpreciseDate> = {
  name: 'imprecise date',
  doc: 'ISO 8601 date; the day, or day and month, may be left out.',
  stored: { '': 'string' },
  columns: [{ suffix: '', doc: 'YYYY-MM-DD, YYYY-MM or YYYY.' }],
  api: { '': 'Date', Precision: 'DatePrecision' },
  encode: ({ text }) => ({ '': text }),
  decode: (parts) => (typeof parts[''] === 'string' ? parseImpreciseDate(parts['']) : undefined),
}
