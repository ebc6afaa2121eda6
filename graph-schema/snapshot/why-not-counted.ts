import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { CodeOf, STATUSES } from '#model/code-lists.ts'
import { monthsBefore } from './day-number.ts'
import { STALE_AFTER_MONTHS, endDay, startDay } from './in-force.ts'

/** Why a statement does not count on a day: its status, its dates, its grade, or the age of its source. */
export type NotCounted = Exclude<CodeOf<typeof STATUSES>, 'in force'> | 'not yet' | 'other grade' | 'stale'

/** The first reason that applies, in the order in which statements are left out; undefined for one that nothing speaks against. */
export function whyNotCounted({ statements, statuses }: Snapshot, statement: number, asOf: number, gradeCodes: ReadonlySet<number>, today: number): NotCounted | undefined {
  const status = statuses[statements.status[statement]!]!
  if (status === 'agreed' || status === 'announced' || status === 'disputed') return status
  if (asOf >= endDay(statements, statement)) return 'ended'
  if (startDay(statements, statement) > asOf) return 'not yet'
  if (!gradeCodes.has(statements.grade[statement]!)) return 'other grade'
  return statements.retrievedOn[statement]! < monthsBefore(today, STALE_AFTER_MONTHS) ? 'stale' : undefined
}
