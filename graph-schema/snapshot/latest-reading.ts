import type { Snapshot, StatementColumns } from '#analytics/record/snapshot.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { daySpanEnd } from './day-number.ts'

/** How a date known to the month or the year is read: at the first or at the last day it can mean. */
export type Reading = 'earliest' | 'latest'

const known = new WeakMap<Snapshot, Snapshot>()

/**
 * The same statements with every imprecise date at the last day it can mean. A start that would come after its own end
 * stays at its first day, so that nothing vanishes by the reading alone. Kept per snapshot. Time O(statements).
 */
export function latestReading(snapshot: Snapshot): Snapshot {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const { statements } = snapshot
  const validTo = lastDays(statements.validTo, statements.validToPrecision)
  const validFrom = lastDays(statements.validFrom, statements.validFromPrecision)
  for (let at = 0; at < statements.count; at++) {
    const ends = validTo[at]!
    if (ends !== NO_DAY && validFrom[at]! >= ends && statements.validFrom[at]! < ends) validFrom[at] = statements.validFrom[at]!
  }
  const columns: StatementColumns = { ...statements, validFrom, validTo, asOf: lastDays(statements.asOf, statements.asOfPrecision) }
  const read = { ...snapshot, statements: columns }
  known.set(snapshot, read)
  return read
}

const lastDays = (days: Int32Array, precisions: Uint8Array): Int32Array => days.map((day, at) => (day === NO_DAY ? NO_DAY : daySpanEnd(day, precisions[at]!) - 1))
