import { ControlKind } from '#analytics/control/control-kind.ts'
import { controlledBy } from '#analytics/control/group-control.ts'
import { groupVotes } from '#analytics/control/group-votes.ts'
import { jointlyControlled } from '#analytics/control/joint-reach.ts'
import { integratedHolders } from '#analytics/ownership/integrated-ownership.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { deFactoControl } from '#analytics/record/de-facto-control.ts'
import { relationPaths } from '#analytics/record/relation-paths.ts'
import { row } from '#analytics/parts/rows.ts'
import type { DayOfChange } from '#snapshot/days-of-change.ts'
import { daysOfChange } from '#snapshot/days-of-change.ts'
import { isoDay } from '#snapshot/day-number.ts'
import { latestReading } from '#snapshot/latest-reading.ts'
import { statementsAbove } from '#snapshot/statements-above.ts'
import { viewOf } from '#snapshot/view-at.ts'
import type { AsOfArgs, Outcome, Period, Timeline } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { nodeArgument } from './checked-arguments.ts'
import { controlOver } from './control-name.ts'
import { precisionName } from './date-words.ts'
import { periodSentence } from './period-words.ts'
import { pathAnswer } from './path-answer.ts'
import { answering, refuse, tooLarge } from './refused.ts'

export interface TimelineArgs extends AsOfArgs { readonly organisation: string; readonly target: string }

/** Each costs a view of what stands above the target. */
const MOST_DAYS = 200
const PATHS_READ = 25
const METHOD = 'Integrated ownership and control at every date on which a statement above the target begins or ends; equal neighbours are one period'

/** What an organisation has had in a company or site over time. */
export const timeline = (data: QuestionData, { organisation, target, ...when }: TimelineArgs): Outcome<Timeline> => answering(() => {
  const { snapshot } = data
  const holder = nodeArgument(snapshot, 'organisation', organisation, ['Organisation'])
  const held = nodeArgument(snapshot, 'target', target, ['Organisation', 'Site'])
  const asked = askedAt(data, when)
  if (asked.view.canonical[holder] === asked.view.canonical[held]) refuse('target', `${organisation} and ${target} are one and the same`, 'Choose two different things.')
  const reading = asked.reading === 'LATEST' ? 'latest' : 'earliest'
  const keep = statementsAbove(snapshot, held)
  const days = daysOfChange(reading === 'latest' ? latestReading(snapshot) : snapshot, keep)
  if (days.length > MOST_DAYS) tooLarge(`Statements above ${target} begin or end on ${days.length} days; at most ${MOST_DAYS} can be answered. Ask for a company further down.`)
  const spans = [undefined, ...days]
  const periods = spans.map((from, at): Period => {
    const to = spans[at + 1]
    asked.cancellation.look() // each day costs a view
    const asOf = from?.day ?? (to === undefined ? asked.view.asOf : to.day - 1)
    return periodAt(asked, viewOf(snapshot, { asOf: isoDay(asOf), grades: asked.grades, today: asked.today, reading }, keep), holder, held, from, to)
  })
  const connected = merged(periods).filter(({ statements }) => statements.length > 0)
  return {
    organisation: asked.idOf(asked.view.canonical[holder]!), target: asked.idOf(asked.view.canonical[held]!),
    periods: connected.map((period) => ({ ...period, sentence: periodSentence(asked.nameOf(holder), asked.nameOf(held), period) })),
    basis: basisOf(asked, METHOD, { organisation, target }, [
      ...(connected.length > 0 ? [] : [`No source on record connects ${asked.nameOf(holder)} with ${asked.nameOf(held)} at any date, at these grades. That is unknown, not none.`]),
      'Periods without a connection on record are left out. `to` is the first day after a period.', 'High bounds are “at most”.',
    ]),
  }
})

function periodAt({ cancellation }: Asked, view: OwnershipView, holderRecord: number, heldRecord: number, from: DayOfChange | undefined, to: DayOfChange | undefined): Period {
  const { stakes, operations, canonical } = view
  const [holder, held] = [canonical[holderRecord]!, canonical[heldRecord]!]
  const share = integratedHolders(stakes, held, { cancellation }).holders.find(({ node }) => node === holder)
  const controls = controlledBy(stakes, holder, cancellation)
  const kinds = new Map(Array.from(controls.nodes, (node, at) => [node, controls.kinds[at]! as ControlKind])) // as written by controlledBy
  const shared = jointlyControlled(stakes, holder, (node) => (node === holder ? kinds.keys() : controlledBy(stakes, node, cancellation).nodes), cancellation)
  const operators = Array.from(row(operations.byTo, held), (link) => operations.from[link]!)
  const kindOf = (node: number) => kinds.get(node) ?? (shared.has(node) ? ControlKind.JOINT : ControlKind.NONE)
  const kind = Math.max(...[held, ...operators].map(kindOf)) as ControlKind // the largest of these is one of them
  const deFacto = kind === ControlKind.NONE && [held, ...operators].some((node) => deFactoControl(stakes, node)?.holder === holder)
  const paths = relationPaths(view, holder, held, { limit: PATHS_READ, cancellation }).paths.map((steps) => pathAnswer(view, steps))
  return {
    from: from && isoDay(from.day), fromPrecision: from && precisionName(from.precision), to: to && isoDay(to.day), toPrecision: to && precisionName(to.precision),
    share: share && { low: share.low, high: share.high, lowExclusive: share.lowExclusive, highExclusive: share.highExclusive, statedOnly: share.statedOnly },
    votes: groupVotes(stakes, new Set([holder, ...kinds.keys()]), held), control: controlOver({ kind, deFacto }),
    operates: operators.some((operator) => operator === holder || kinds.has(operator)),
    statements: [...new Set(paths.flatMap(({ statements, figures, judgements }) => [...statements, ...figures, ...judgements]))], sentence: '',
  }
}

/** Neighbours that say the same and rest on the same statements become one. */
function merged(periods: readonly Period[]): Period[] {
  const said = ({ share, votes, control, operates, statements }: Period) => JSON.stringify([share, votes, control, operates, [...statements].sort()])
  const result: Period[] = []
  for (const period of periods) {
    const last = result.at(-1)
    if (last !== undefined && said(last) === said(period)) result[result.length - 1] = { ...last, to: period.to, toPrecision: period.toPrecision }
    else result.push(period)
  }
  return result
}
