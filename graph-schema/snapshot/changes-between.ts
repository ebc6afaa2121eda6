import type { Snapshot } from '#analytics/record/snapshot.ts'
import { endPrecision, startPrecision } from './days-of-change.ts'
import { essentialServices } from './essential-services.ts'
import { ALWAYS, FOREVER, endDay, isInForce, startDay } from './in-force.ts'
import { compareStated, compareSupport } from './links.ts'
import { typeCode } from './snapshot-codes.ts'

/** Something that began, ended, or got another figure on a day. */
export interface RecordedChange {
  readonly kind: 'began' | 'ended' | 'changed'
  readonly day: number
  readonly precision: number
  readonly statement: number
  /** What was stated until then. */
  readonly before: number | undefined
}

const SUPPLIES = typeCode('SUPPLIES')
/** Judgements about records, the nesting of places and published figures are no events. */
const NO_EVENTS: ReadonlySet<number> = new Set([typeCode('SAME_AS'), typeCode('PART_OF'), typeCode('STATES_FIGURE'), typeCode('DEPENDS_ON')])

/**
 * What began, ended or changed its figure from `first` to `last` (day numbers, both included), newest first, then by the pair.
 *
 * Statements about one relation of one pair and one kind of interest or figure belong together. One that starts while
 * another holds is a change if its figure differs, and no event if it only says the same again or gives no figure; an
 * exact 0 ends what was held. An end is an event if nothing else about the same holds from that day on. What several
 * sources say alike on one day is one event, of the best supported statement. Of flows on which an essential service
 * depends no figure is looked at: whether one changed, or is 0, would be a part of what is withheld.
 *
 * @param usable 1 for statements that may count, whatever their dates
 * @param canonical records judged to be the same as one
 * Time O(n log n), and the square of the statements about one pair.
 */
export function changesBetween(snapshot: Snapshot, canonical: Int32Array, usable: Uint8Array, first: number, last: number): RecordedChange[] {
  const groups = new Map<string, number[]>()
  const { statements } = snapshot
  for (let at = 0; at < statements.count; at++) {
    if (usable[at] !== 1 || NO_EVENTS.has(statements.type[at]!)) continue
    const name = [statements.type[at], canonical[statements.from[at]!], canonical[statements.to[at]!], statements.interest[at], statements.measure[at]].join(' ')
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [at])
    else group.push(at)
  }
  const figures = figuresOf(snapshot)
  const found = [...groups.values()].flatMap((group) => eventsOf(snapshot, figures(group[0]!), group, first, last))
  const { from, to } = statements
  return found.sort(
    (a, b) =>
      b.day - a.day ||
      from[a.statement]! - from[b.statement]! ||
      to[a.statement]! - to[b.statement]! ||
      compareStated(snapshot, a.statement, b.statement) ||
      a.kind.localeCompare(b.kind),
  )
}

/** What of the figures of a group of statements may be told. */
interface Figures {
  /** As a text to compare; empty where there is none. */
  readonly text: (statement: number) => string
  /** An exact share of 0: the holder has left. */
  readonly isNothing: (statement: number) => boolean
}
const WITHHELD: Figures = { text: () => '', isNothing: () => false }

/** By any statement of a group: all of one pair and type are withheld, or none. */
function figuresOf(snapshot: Snapshot): (statement: number) => Figures {
  const { statements } = snapshot
  const essential = essentialServices(snapshot)
  const told: Figures = { text: (at) => figureText(statements, at), isNothing: (at) => statements.shareBounds[at] !== 0 && statements.shareMax[at] === 0 }
  return (at) => (statements.type[at] === SUPPLIES && (essential[statements.from[at]!] === 1 || essential[statements.to[at]!] === 1) ? WITHHELD : told)
}

function eventsOf(snapshot: Snapshot, figures: Figures, group: number[], first: number, last: number): RecordedChange[] {
  const { statements } = snapshot
  const inRange = (day: number) => day >= first && day <= last
  const events = new Map<string, RecordedChange>()
  for (const at of group.sort((a, b) => compareSupport(snapshot, a, b))) { // the best supported is met first
    const start = startDay(statements, at)
    const end = endDay(statements, at)
    if (start !== ALWAYS && start < end && inRange(start)) {
      const event = startOf(snapshot, figures, group, at, start)
      if (event !== undefined) keepFirst(events, event.kind === 'ended' ? `ended ${start}` : `${event.kind} ${start} ${figures.text(at)}`, event)
    }
    if (end === FOREVER || end <= start || !inRange(end) || figures.isNothing(at) || group.some((other) => other !== at && isInForce(statements, other, end))) continue
    keepFirst(events, `ended ${end}`, { kind: 'ended', day: end, precision: endPrecision(statements, at), statement: at, before: undefined })
  }
  return [...events.values()]
}

function keepFirst(events: Map<string, RecordedChange>, name: string, event: RecordedChange): void {
  if (!events.has(name)) events.set(name, event)
}

function startOf(snapshot: Snapshot, { text, isNothing }: Figures, group: readonly number[], at: number, start: number): RecordedChange | undefined {
  const { statements } = snapshot
  const event = { day: start, precision: startPrecision(statements, at), statement: at }
  const held = group.filter((other) => other !== at && startDay(statements, other) < start && isInForce(statements, other, start - 1))
  const before = held.length === 0 ? undefined : held.reduce((latest, other) => (startDay(statements, other) > startDay(statements, latest) ? other : latest))
  if (before === undefined || isNothing(before)) return isNothing(at) ? undefined : { ...event, kind: 'began', before: undefined }
  if (isNothing(at)) return { ...event, kind: 'ended', before }
  const told = held.some((other) => text(other) === text(at))
  if (told || text(at) === '' || text(before) === '') return undefined
  return { ...event, kind: 'changed', before }
}

type Columns = Snapshot['statements']
/** The figure of a statement as a text to compare; empty where it gives none. */
function figureText(s: Columns, at: number): string {
  const parts = [
    s.shareBounds[at] === 0 ? '' : `${s.shareMin[at]} ${s.shareMax[at]} ${s.shareBounds[at]}`,
    s.votesBounds[at] === 0 ? '' : `votes ${s.votesMin[at]} ${s.votesMax[at]} ${s.votesBounds[at]}`,
    Number.isNaN(s.amount[at]!) ? '' : `${s.amount[at]} ${s.unit[at]}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}
