import type { Snapshot } from '#analytics/snapshot.ts'
import { NO_DAY } from '#analytics/snapshot.ts'
import { daySpanEnd } from './day-number.ts'
import { ALWAYS, startDay, startSpanEnd } from './in-force.ts'
import { compareSupport } from './links.ts'

/**
 * Of several statements about one interest, those that count: the latest by start, then by as-of date, and beside it
 * the word of *other* sources for the same time (their dates overlap at their precision) or without any date. Older
 * statements have been overtaken. The first element is the latest, best supported one.
 *
 * @param candidates statements that are in force; at least one
 */
export function latestStatements(snapshot: Snapshot, candidates: readonly number[]): readonly number[] {
  const { statements } = snapshot
  const start = (statement: number) => startDay(statements, statement)
  const isDated = (statement: number) => start(statement) !== ALWAYS
  const bySupport = (a: number, b: number) => compareSupport(snapshot, a, b)
  const undated = candidates.filter((statement) => !isDated(statement))
  const latestStart = candidates.reduce((latest, statement) => Math.max(latest, start(statement)), ALWAYS)
  if (latestStart === ALWAYS) return latestUndated(snapshot, undated)
  const head = candidates.filter((statement) => start(statement) === latestStart).sort(bySupport)[0]!
  const contemporary = candidates.filter((statement) => isDated(statement) && startSpanEnd(statements, statement) > latestStart && start(statement) < startSpanEnd(statements, head))
  const statedOn = (statement: number) => (statements.asOf[statement] === NO_DAY ? start(statement) : statements.asOf[statement]!)
  const statedUntil = (statement: number) => (statements.asOf[statement] === NO_DAY ? startSpanEnd(statements, statement) : daySpanEnd(statements.asOf[statement]!, statements.asOfPrecision[statement]!))
  const newest = contemporary.reduce((latest, statement) => Math.max(latest, statedOn(statement)), ALWAYS)
  const first = contemporary.filter((statement) => statedOn(statement) === newest).sort(bySupport)[0]!
  const besides = contemporary.filter((statement) => statement !== first && statedUntil(statement) > newest
    && (statements.source[statement] !== statements.source[first] || statements.source[first] === -1 || (statedOn(statement) === newest && start(statement) === start(first))))
  const undatedOthers = undated.filter((statement) => statements.source[statement] !== statements.source[first] || statements.source[first] === -1)
  return [first, ...besides.sort(bySupport), ...undatedOthers.sort(bySupport)]
}

/** Nothing has a start; an end tells at least what was later stated. All stand side by side. */
function latestUndated(snapshot: Snapshot, undated: readonly number[]): readonly number[] {
  return [...undated].sort((a, b) => compareSupport(snapshot, a, b))
}
