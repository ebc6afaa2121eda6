import type { AdversaryList, FootingHeld } from '#analytics/record/footing-held.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import type { Deciders } from '#analytics/control/top-controllers.ts'
import { isoDay } from '#snapshot/day-number.ts'
import { STALE_AFTER_MONTHS, endDay, startDay } from '#snapshot/in-force.ts'
import type { NotCounted } from '#snapshot/why-not-counted.ts'
import type { Asked } from './asked.ts'

const DOES: Readonly<Record<AdversaryList, string>> = { controllers: 'controls', financiers: 'holds a share in', suppliers: 'supplies' }

const MAY: Readonly<Record<AdversaryList, string>> = { controllers: 'may control', financiers: 'may hold a share in', suppliers: 'may supply' }

/** What an organisation has in one of the places; whether it has anything in the other is another sentence. */
export function presentSentence({ nameOf }: Asked, actor: number, place: number, present: readonly FootingHeld[], list: AdversaryList): string {
  const count = present.length
  const isShared = list === 'controllers' && present.every(({ kind }) => kind === ControlKind.JOINT)
  const verb = !present.some(({ low }) => low > 0) ? MAY[list] : isShared ? 'shares control of' : DOES[list]
  return `${nameOf(actor)} ${verb} ${count} ${count === 1 ? 'site or brand' : 'sites or brands'} on record in ${nameOf(place)}.`
}

export function nothingSentence({ nameOf }: Asked, actor: number, place: number, list: AdversaryList): string {
  return `No source on record says, at any date, that ${nameOf(actor)} or anything it holds ${list === 'suppliers' ? 'supplies' : 'is on the ground'} in ${nameOf(place)}. What is not on record may exist all the same.`
}

export function notControlledSentence({ nameOf }: Asked, actor: number, place: number, count: number, { low, high, via }: FootingHeld, { nodes, jointly }: Deciders): string {
  const percent = (fraction: number) => `${Math.round(fraction * 1_000) / 10}`
  const share = high - low < 1e-9 ? `${percent(low)} %` : low === 0 ? `at most ${percent(high)} %` : `${percent(low)}–${percent(high)} %`
  const others = nodes.filter((node) => node !== actor).map(nameOf)
  const who =
    others.length === 0
      ? 'nobody on record controls it'
      : jointly
        ? `it is controlled jointly by ${others.join(', ')}`
        : `${others.join(', ')} ${others.length === 1 ? 'controls' : 'control'} it`
  return `${nameOf(actor)} holds ${share} over all chains in ${nameOf(via)} in ${nameOf(place)}${count > 1 ? ` (and shares in ${count - 1} more)` : ''}, which is no control: ${who}. Holders without control stand in the list of financiers.`
}

/** What a statement would do if it counted: make an organisation present, give it a share without control, or no more than link it with a place. */
export type AsIf = 'counts' | 'holds a share' | 'is linked'
const WOULD: Readonly<Record<AsIf, (who: string, where: string) => string>> = {
  counts: (who, where) => `${who} would count in ${where}, but`,
  'holds a share': (who, where) => `${who} would at most hold a share in something in ${where}, which is no control; and`,
  'is linked': (who, where) => `What is on record links ${who} with something in ${where}, but`,
}

/** What a source says, and why it does not count. */
export function notCountedSentence({ view, nameOf, grades }: Asked, actor: number, place: number, why: NotCounted | 'overtaken', statement: number, as: AsIf): string {
  const { statements, nodes, grades: codes } = view.snapshot
  const link = `the link of ${nodes.names[statements.from[statement]!]!} to ${nodes.names[statements.to[statement]!]!}`
  const what = `${WOULD[as](nameOf(actor), nameOf(place))} ${link}`
  switch (why) {
    case 'agreed': return `${what} is agreed and its completion not seen.`
    case 'announced': return `${what} is announced only.`
    case 'disputed': return `${what} is disputed between sources.`
    case 'ended': return `${what} had ended${onDay(statements.validTo[statement]!, endDay(statements, statement))}.`
    case 'not yet': return `${what} begins later, on ${isoDay(startDay(statements, statement))}.`
    case 'other grade': return `${what} rests on the grade “${codes[statements.grade[statement]!]!}” alone; asked for were ${grades.join(', ')}.`
    case 'stale': return `${what} rests on a source last read on ${isoDay(statements.retrievedOn[statement]!)}, more than ${STALE_AFTER_MONTHS} months ago.`
    case 'overtaken': return `What once put ${nameOf(actor)} in ${nameOf(place)} has been overtaken by later or better word.`
  }
}

const onDay = (stated: number, ends: number): string => (stated === NO_DAY ? '' : ` by ${isoDay(ends)}`)
