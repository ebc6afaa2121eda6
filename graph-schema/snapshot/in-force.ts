import type { InForce, LeftOut } from '#analytics/record/ownership-view.ts'
import type { Snapshot, StatementColumns } from '#analytics/record/snapshot.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { daySpanEnd, daySpanStart, monthsBefore, nextNewYear } from './day-number.ts'
import { statusCode, typeCode } from './snapshot-codes.ts'

/** Before all days, and after all days. */
export const ALWAYS = NO_DAY
export const FOREVER = 2_147_483_647
/** A source must have been read again within so many months. */
export const STALE_AFTER_MONTHS = 24

const IN_FORCE = statusCode('in force')
const ENDED = statusCode('ended')
const SAME_AS = typeCode('SAME_AS')
const PART_OF = typeCode('PART_OF')

/**
 * First day after the statement holds: it holds until the earliest reading of its end, not through it. Something that
 * ended without a date ended with the year of its as-of date; with neither it never held in any answer.
 */
export function endDay({ validTo, status, asOf }: StatementColumns, statement: number): number {
  if (validTo[statement] !== NO_DAY) return validTo[statement]!
  if (status[statement] !== ENDED) return FOREVER
  return asOf[statement] === NO_DAY ? ALWAYS : nextNewYear(asOf[statement]!)
}

/**
 * First day the statement holds: the earliest reading of its start, else of its as-of date, else always ("undated").
 * A source that tells of an end which came before or on its own date says nothing about the start: always, up to the end.
 */
export function startDay(columns: StatementColumns, statement: number): number {
  if (columns.validFrom[statement] !== NO_DAY) return columns.validFrom[statement]!
  const asOf = columns.asOf[statement]!
  return asOf === NO_DAY || asOf >= endDay(columns, statement) ? ALWAYS : asOf
}

/** First day after all that the start can mean at its precision; FOREVER for a statement without a start. */
export function startSpanEnd(columns: StatementColumns, statement: number): number {
  if (columns.validFrom[statement] !== NO_DAY) return daySpanEnd(columns.validFrom[statement]!, columns.validFromPrecision[statement]!)
  return startDay(columns, statement) === ALWAYS ? FOREVER : daySpanEnd(columns.asOf[statement]!, columns.asOfPrecision[statement]!)
}

/** First day that the start can mean at its precision; ALWAYS for a statement without a start. */
export function startSpanStart(columns: StatementColumns, statement: number): number {
  if (columns.validFrom[statement] !== NO_DAY) return daySpanStart(columns.validFrom[statement]!, columns.validFromPrecision[statement]!)
  return startDay(columns, statement) === ALWAYS ? ALWAYS : daySpanStart(columns.asOf[statement]!, columns.asOfPrecision[statement]!)
}

/** Whether the statement holds on a day, grades and age of the source apart. */
export function isInForce(columns: StatementColumns, statement: number, day: number): boolean {
  const status = columns.status[statement]
  return (status === IN_FORCE || status === ENDED) && startDay(columns, statement) <= day && day < endDay(columns, statement)
}

/** Where a place lies and which records are one thing does not begin with the day a source was read. */
function isTimeless(columns: StatementColumns, statement: number, day: number): boolean {
  return columns.status[statement] === IN_FORCE && (columns.validFrom[statement] === NO_DAY || columns.validFrom[statement]! <= day) && day < endDay(columns, statement)
}

/**
 * 1 for statements that count on some day or other: in force or ended, of one of the grades, and from a source read
 * within 24 months before the day of asking. Time O(statements).
 */
export function usableStatements({ statements }: Snapshot, gradeCodes: ReadonlySet<number>, today: number): Uint8Array {
  const staleBefore = monthsBefore(today, STALE_AFTER_MONTHS)
  return Uint8Array.from(statements.status, (status, at) =>
    ((status === IN_FORCE || status === ENDED) && gradeCodes.has(statements.grade[at]!) && statements.retrievedOn[at]! >= staleBefore ? 1 : 0))
}

export interface CountedStatements {
  /** 1 for statements that count. */
  readonly counts: Uint8Array
  readonly leftOut: LeftOut
  readonly inForce: InForce
}

/**
 * The statements that count on a day: in force, of one of the grades, and from a source read within 24 months before
 * the day of asking. Judgements and the nesting of places do not age and need no as-of date. Time O(statements).
 */
export function countedStatements({ statements }: Snapshot, asOf: number, gradeCodes: ReadonlySet<number>, today: number): CountedStatements {
  const counts = new Uint8Array(statements.count)
  const staleBefore = monthsBefore(today, STALE_AFTER_MONTHS)
  let stale = 0
  let otherGrade = 0
  let notInForce = 0
  let [count, firstDay] = [0, FOREVER]
  for (let statement = 0; statement < statements.count; statement++) {
    const type = statements.type[statement]
    const timeless = type === SAME_AS || type === PART_OF
    const status = statements.status[statement]
    if (status !== IN_FORCE && status !== ENDED) {
      notInForce++
      continue
    }
    const [start, end] = [startDay(statements, statement), endDay(statements, statement)]
    const holds = timeless ? isTimeless(statements, statement, asOf) : start <= asOf && asOf < end
    const isFirst = !timeless && start < firstDay && start !== ALWAYS && start < end
    if (!holds && !isFirst) continue
    const isOfGrade = gradeCodes.has(statements.grade[statement]!)
    const isFresh = timeless || statements.retrievedOn[statement]! >= staleBefore
    if (isFirst && isOfGrade && isFresh) firstDay = start
    if (!holds) continue
    if (!isOfGrade) otherGrade++
    else if (!isFresh) stale++
    else {
      counts[statement] = 1
      if (!timeless) count++
    }
  }
  return { counts, leftOut: { stale, otherGrade, notInForce }, inForce: { count, firstDay: firstDay === FOREVER ? NO_DAY : firstDay } }
}
