import type { Snapshot } from '#analytics/record/snapshot.ts'
import { DayPrecision } from '#analytics/record/snapshot.ts'
import { ALWAYS, FOREVER, endDay, startDay } from './in-force.ts'

/** A day on which a statement begins or ends, with the coarsest precision of the dates that are read as that day. */
export interface DayOfChange { readonly day: number; readonly precision: number }

/** First days of all spans over which the statements that may count stay the same, ascending. Time O(statements · log). */
export function daysOfChange({ statements }: Snapshot, keep: Uint8Array): DayOfChange[] {
  const precisions = new Map<number, number>()
  const note = (day: number, precision: number) => precisions.set(day, Math.max(precision, precisions.get(day) ?? DayPrecision.DAY))
  for (let at = 0; at < statements.count; at++) {
    if (keep[at] !== 1) continue
    const start = startDay(statements, at)
    const end = endDay(statements, at)
    if (start !== ALWAYS) note(start, startPrecision(statements, at))
    if (end !== FOREVER && end !== ALWAYS) note(end, endPrecision(statements, at))
  }
  return [...precisions].map(([day, precision]) => ({ day, precision })).sort((a, b) => a.day - b.day)
}

/** Precision of the date a start is read from. */
export const startPrecision = ({ validFromPrecision, asOfPrecision }: Snapshot['statements'], at: number): number =>
  (validFromPrecision[at] === DayPrecision.NONE ? asOfPrecision[at]! : validFromPrecision[at]!)

/** Precision of the date an end is read from; one that was never stated is the turn of a year. */
export const endPrecision = ({ validToPrecision }: Snapshot['statements'], at: number): number =>
  (validToPrecision[at] === DayPrecision.NONE ? DayPrecision.YEAR : validToPrecision[at]!)
