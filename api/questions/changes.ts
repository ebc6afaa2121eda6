import type { Cancellation } from '#analytics/parts/cancellation.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { controlBounds } from '#analytics/control/possible-control.ts'
import { row } from '#analytics/parts/rows.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { GRADES } from '#model/code-lists.ts'
import type { RecordedChange } from '#snapshot/changes-between.ts'
import { changesBetween } from '#snapshot/changes-between.ts'
import { dayNumber, isoDay } from '#snapshot/day-number.ts'
import { daysOfChange } from '#snapshot/days-of-change.ts'
import { usableStatements } from '#snapshot/in-force.ts'
import type { AsOfArgs, Change, Changes, Outcome } from './answers.ts'
import type { QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { dateArgument, firstArgument, nodeArgument } from './checked-arguments.ts'
import { precisionName } from './date-words.ts'
import { answering, refuse } from './refused.ts'

export interface ChangesArgs extends Omit<AsOfArgs, 'asOf'> {
  readonly from: string
  readonly to: string
  readonly place: string | undefined
  readonly organisation: string | undefined
  readonly first: number
  readonly after: string | undefined
}

const METHOD = 'Statements that begin, end or give another figure between two days, both included'
const KINDS = { began: 'BEGAN', ended: 'ENDED', changed: 'CHANGED' } as const

/** What began, ended or changed between two days, newest first: everywhere, around the sites of a place, or around an organisation and what it controls. */
export const changes = (data: QuestionData, { from, to, place, organisation, first, after, ...when }: ChangesArgs): Outcome<Changes> => answering(() => {
  const { snapshot } = data
  const size = firstArgument(first)
  const [firstDay, lastDay] = [dayNumber(dateArgument(from, data.today(), 'from')), dayNumber(dateArgument(to, data.today(), 'to'))]
  if (firstDay > lastDay) refuse('to', `${to} is before ${from}`, 'Give the earlier day as from and the later one as to.')
  const placeNode = place === undefined ? undefined : nodeArgument(snapshot, 'place', place, ['Place'])
  const actor = organisation === undefined ? undefined : nodeArgument(snapshot, 'organisation', organisation, ['Organisation'])
  const atEnd = askedAt(data, { ...when, asOf: to })
  const read = atEnd.view.snapshot // its dates are read as asked for
  const usable = usableStatements(read, new Set(atEnd.grades.map((grade) => GRADES.codes.findIndex(({ code }) => code === grade))), dayNumber(data.today()))
  refuseOutside(read, usable, firstDay, lastDay)
  const views = [atEnd.view, askedAt(data, { ...when, asOf: from }).view]
  const tests = [
    ...(placeNode === undefined ? [] : [aroundPlace(views, placeNode, atEnd.cancellation)]),
    ...(actor === undefined ? [] : [aroundActor(views, actor, atEnd.cancellation)]),
  ]
  const found = changesBetween(read, atEnd.view.canonical, usable, firstDay, lastDay).filter(({ statement }) => tests.every((concerns) => concerns(statement)))
  const cursorOf = cursors(read)
  const all = found.map((change) => changeAnswer(read, change, cursorOf(change)))
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  if (start === 0 && after !== undefined) refuse('after', `${after.slice(0, 60)} is not in this list`, 'Use a cursor of the same question.')
  return {
    items: all.slice(start, start + size), totalCount: all.length, hasNextPage: start + size < all.length, hasPreviousPage: start > 0,
    basis: basisOf(atEnd, METHOD, { from, to, place, organisation }, [
      'A statement that only says again what another one says is no change; one without a start date counts from the date it is stated for.',
      ...(placeNode === undefined ? [] : ['Around a place: its sites and brands on either day, who runs or holds them, and everybody above.']),
      ...(actor === undefined ? [] : ['Around an organisation: it and what it controls on either day.']),
    ]),
  }
})

/** What, when and between whom, and which of several; never the key, from which figures that are withheld could be tried. */
function cursors({ statements, nodes }: Snapshot): (change: RecordedChange) => string {
  const met = new Map<string, number>()
  return ({ kind, day, statement: at }) => {
    const name = `${kind}:${isoDay(day)}:${nodes.ids[statements.from[at]!]}:${nodes.ids[statements.to[at]!]}`
    const nth = 1 + (met.get(name) ?? 0)
    met.set(name, nth)
    return `${name}:${nth}`
  }
}

const changeAnswer = ({ keyOf }: Snapshot, { kind, day, precision, statement, before }: RecordedChange, id: string): Change => ({
  id, kind: KINDS[kind], on: isoDay(day), onPrecision: precisionName(precision), statement: keyOf(statement), before: before === undefined ? undefined : keyOf(before),
})

/** A span in which nothing can have happened on record is a mistake of the question, not an empty answer. */
function refuseOutside(snapshot: Snapshot, usable: Uint8Array, first: number, last: number): void {
  const days = daysOfChange(snapshot, usable)
  const [earliest, latest] = [days[0]?.day, days.at(-1)?.day]
  if (earliest === undefined || latest === undefined) refuse('from', 'no dated statement is on record', 'Import data with dates, or ask for other grades.')
  const hint = `Dates on record run from ${isoDay(earliest)} to ${isoDay(latest)}.`
  if (last < earliest) refuse('to', `${isoDay(last)} is before everything on record`, hint)
  if (first > latest) refuse('from', `${isoDay(first)} is after everything on record`, hint)
}

type Concerns = (statement: number) => boolean

function aroundActor(views: readonly OwnershipView[], actor: number, cancellation: Cancellation): Concerns {
  const tests = views.map(({ stakes, canonical, snapshot: { statements } }): Concerns => {
    const { controlsStart, controls } = controlBounds(stakes, cancellation).certain
    const node = canonical[actor]!
    const group = new Set([node, ...controls.subarray(controlsStart[node], controlsStart[node + 1])])
    return (at) => group.has(canonical[statements.from[at]!]!) || group.has(canonical[statements.to[at]!]!)
  })
  return (statement) => tests.some((concerns) => concerns(statement))
}

function aroundPlace(views: readonly OwnershipView[], place: number, cancellation: Cancellation): Concerns {
  const tests = views.map((view): Concerns => {
    const { canonical, snapshot: { statements } } = view
    const around = nodesAround(view, canonical[place]!, cancellation)
    return (at) => around.has(canonical[statements.to[at]!]!) || (isOfThePlace(view, at, canonical[place]!) && around.has(canonical[statements.from[at]!]!))
  })
  return (statement) => tests.some((concerns) => concerns(statement))
}

/** A site, a presence or a brand is named first in its statement, what holds it second. */
function isOfThePlace(view: OwnershipView, at: number, place: number): boolean {
  const { statements, types } = view.snapshot
  const type = types[statements.type[at]!]
  return type === 'BRAND_OF' || ((type === 'LOCATED_IN' || type === 'SOLD_IN') && isInside(view, view.canonical[statements.to[at]!]!, place))
}

/** Sites and brands of a place, who runs or holds them, and everybody above. Time O(relations above). */
function nodesAround(view: OwnershipView, place: number, cancellation: Cancellation): ReadonlySet<number> {
  const { stakes, locations, presences, operations, brands } = view
  const around = new Set<number>()
  cancellation.spend(locations.count + presences.count)
  for (let link = 0; link < locations.count; link++) if (isInside(view, locations.to[link]!, place)) around.add(locations.from[link]!)
  for (let link = 0; link < presences.count; link++) if (around.has(presences.to[link]!) || isInside(view, presences.to[link]!, place)) around.add(presences.from[link]!)
  for (const node of around) { // grows while it is read
    cancellation.spend()
    for (const link of row(operations.byTo, node)) around.add(operations.from[link]!)
    for (const link of row(brands.byFrom, node)) around.add(brands.to[link]!)
    if (node < stakes.size) for (let entry = stakes.heldStart[node]!; entry < stakes.heldStart[node + 1]!; entry++) around.add(stakes.holder[entry]!)
  }
  return around
}
