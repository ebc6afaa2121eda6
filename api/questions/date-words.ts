import { DayPrecision } from '#analytics/record/snapshot.ts'
import type { DatePrecisionName } from './answers.ts'

/** Precision of a date as the model names it; a day where none is stated. */
export const precisionName = (code: number): DatePrecisionName => (code === DayPrecision.YEAR ? 'year' : code === DayPrecision.MONTH ? 'month' : 'day')

/** An ISO day at its precision: 2016, 2016-05 or 2016-05-02. */
export const dateText = (day: string, precision: DatePrecisionName | undefined): string => (precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day)
