import { DayPrecision, NO_DAY } from '#analytics/record/snapshot.ts'
import type { ImpreciseDate } from '#model/values/imprecise-date.ts'

const DAY_MS = 86_400_000

/** Whole days from 1970-01-01 to an ISO day (UTC); negative before. The text is taken to be a real day. */
export const dayNumber = (isoDay: string): number => dayOf(digits(isoDay, 0, 4), digits(isoDay, 5, 7), digits(isoDay, 8, 10))

function digits(text: string, first: number, end: number): number {
  let value = 0
  for (let at = first; at < end; at++) value = 10 * value + text.charCodeAt(at) - 48
  return value
}

/**
 * Whole days from 1970-01-01 to a day of the Gregorian calendar, without a Date: a snapshot reads millions of them.
 * Years are counted from March, so that the leap day is the last of its year, in eras of 400 years.
 * @see Hinnant (2021), chrono-compatible low-level date algorithms: days_from_civil
 */
function dayOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - 400 * era
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return 146_097 * era + 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The ISO day of a day number. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Earliest reading of an imprecise date as a day number; NO_DAY when there is none. */
export function earliestDayNumber(date: ImpreciseDate | undefined): number {
  if (date === undefined) return NO_DAY
  const { text, precision } = date
  return dayOf(digits(text, 0, 4), precision === 'year' ? 1 : digits(text, 5, 7), precision === 'day' ? digits(text, 8, 10) : 1)
}

const PRECISIONS = { day: DayPrecision.DAY, month: DayPrecision.MONTH, year: DayPrecision.YEAR } as const
export const precisionCode = (date: ImpreciseDate | undefined): number => (date === undefined ? DayPrecision.NONE : PRECISIONS[date.precision])

/** First day after all that a date of this precision can mean. */
export function daySpanEnd(day: number, precision: number): number {
  if (precision === DayPrecision.DAY) return day + 1
  const date = new Date(day * DAY_MS)
  const year = date.getUTCFullYear()
  return (precision === DayPrecision.MONTH ? Date.UTC(year, date.getUTCMonth() + 1, 1) : Date.UTC(year + 1, 0, 1)) / DAY_MS
}

/** First day that a date of this precision can mean; `day` is any day of its span. */
export function daySpanStart(day: number, precision: number): number {
  if (precision === DayPrecision.DAY) return day
  const date = new Date(day * DAY_MS)
  return Date.UTC(date.getUTCFullYear(), precision === DayPrecision.MONTH ? date.getUTCMonth() : 0, 1) / DAY_MS
}

/** First day of the year after the one a day lies in. */
export const nextNewYear = (day: number): number => Date.UTC(new Date(day * DAY_MS).getUTCFullYear() + 1, 0, 1) / DAY_MS

/** The same day of the month so many months earlier, moved to the end of a shorter month. */
export function monthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY_MS)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0)).getUTCDate()
  return first / DAY_MS + Math.min(date.getUTCDate(), lastOfMonth) - 1
}
