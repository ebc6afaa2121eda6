import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { GRADES } from '#model/code-lists.ts'
import { dayNumber, isoDay } from '#snapshot/day-number.ts'
import { startPrecision } from '#snapshot/days-of-change.ts'
import { startDay, usableStatements } from '#snapshot/in-force.ts'
import { typeCode } from '#snapshot/snapshot-codes.ts'
import type { Asked } from './asked.ts'
import { dateText, precisionName } from './date-words.ts'

/**
 * That there is no site at the date, and why: none is on record, the first on record is from a later day, or none of
 * those on record was there on the day.
 *
 * @param where " of the domain port in Rotterdam", or nothing for everywhere
 * Time O(statements) once per view, then O(statements of where sites are).
 */
export function noSitesSentence(asked: Asked, place: number | undefined, domain: number | undefined, where: string): string {
  const { view } = asked
  const { snapshot: { statements, nodes }, canonical } = view
  const there = locations(asked).filter((at) =>
    (domain === undefined || nodes.domain[canonical[statements.from[at]!]!] === domain) && (place === undefined || isInside(view, canonical[statements.to[at]!]!, place)))
  if (there.length === 0) return `No sites${where} are on record.`
  const first = there.reduce((before, at) => (startDay(statements, at) < startDay(statements, before) ? at : before))
  const begins = startDay(statements, first)
  const of = `No sites${where} are on record for ${isoDay(view.asOf)}`
  return begins <= view.asOf
    ? `${of}; those on record had ended by then, or begin later.`
    : `${of}; the first on record is from ${dateText(isoDay(begins), precisionName(startPrecision(statements, first)))} on.`
}

const known = new WeakMap<OwnershipView, readonly number[]>()

/** Statements that say where a site is and count on some day or other; kept per view. */
function locations({ view, grades, today }: Asked): readonly number[] {
  const found = known.get(view)
  if (found !== undefined) return found
  const { statements } = view.snapshot
  const usable = usableStatements(view.snapshot, new Set(grades.map((grade) => GRADES.codes.findIndex(({ code }) => code === grade))), dayNumber(today))
  const located = typeCode('LOCATED_IN')
  const list = Array.from(usable.keys()).filter((at) => usable[at] === 1 && statements.type[at] === located)
  known.set(view, list)
  return list
}
