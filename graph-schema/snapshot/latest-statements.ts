import type { Snapshot } from '#analytics/record/snapshot.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { daySpanEnd, daySpanStart } from './day-number.ts'
import { ALWAYS, startDay, startSpanEnd, startSpanStart } from './in-force.ts'
import { compareSupport } from './links.ts'

/** A statement with the spans its start and its as-of date can mean; ends are exclusive. */
interface Dated {
  readonly statement: number
  readonly start: number
  readonly startFirst: number
  readonly startEnd: number
  /** The as-of date, else the start. */
  readonly statedOn: number
  readonly statedFirst: number
  readonly statedEnd: number
}

function dated({ statements }: Snapshot, statement: number): Dated {
  const start = startDay(statements, statement)
  const startFirst = startSpanStart(statements, statement)
  const startEnd = startSpanEnd(statements, statement)
  const asOf = statements.asOf[statement]!
  const precision = statements.asOfPrecision[statement]!
  return asOf === NO_DAY ? { statement, start, startFirst, startEnd, statedOn: start, statedFirst: startFirst, statedEnd: startEnd }
    : { statement, start, startFirst, startEnd, statedOn: asOf, statedFirst: daySpanStart(asOf, precision), statedEnd: daySpanEnd(asOf, precision) }
}

/**
 * Of several statements about one interest, those that count: the latest by start, then by as-of date, and beside it
 * the word of *other* sources for the same time (their dates overlap at their precision) or without any date. Older
 * statements have been overtaken. The first element is the latest, best supported one; without any dated statement all
 * stand side by side.
 *
 * @param candidates statements that are in force; at least one
 */
export function latestStatements(snapshot: Snapshot, candidates: readonly number[]): readonly number[] {
  if (candidates.length === 1) return candidates
  const bySupport = [...candidates].sort((a, b) => compareSupport(snapshot, a, b)).map((statement) => dated(snapshot, statement))
  const undated = bySupport.filter(({ start }) => start === ALWAYS)
  const others = bySupport.filter(({ start }) => start !== ALWAYS)
  const latestStart = Math.max(...others.map(({ start }) => start))
  const head = others.find(({ start }) => start === latestStart)
  if (head === undefined) return undated.map(({ statement }) => statement)
  const contemporary = others.filter(({ startFirst, startEnd }) => startEnd > head.startFirst && startFirst < head.startEnd)
  const newest = Math.max(...contemporary.map(({ statedOn }) => statedOn))
  const first = contemporary.find(({ statedOn }) => statedOn === newest)!
  const isOtherSource = ({ statement }: Dated) => {
    const { source } = snapshot.statements
    return source[statement] !== source[first.statement] || source[statement] === -1
  }
  const isSameTime = ({ start, statedOn }: Dated) => start === first.start && statedOn === newest
  const besides = contemporary.filter((one) => one !== first && one.statedEnd > first.statedFirst && (isOtherSource(one) || isSameTime(one)))
  return [first, ...besides, ...undated.filter(isOtherSource)].map(({ statement }) => statement)
}
