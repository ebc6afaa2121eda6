import type { CancellationOptions } from '#analytics/parts/cancellation.ts'
import { Cancellation } from '#analytics/parts/cancellation.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { Grade } from '#model/code-lists.ts'
import { isoDay } from '#snapshot/day-number.ts'
import { STALE_AFTER_MONTHS } from '#snapshot/in-force.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { AsOfArgs, Basis, Parameter, ReadingName } from './answers.ts'
import { dateArgument, gradesArgument } from './checked-arguments.ts'

/** What every question is asked of: one version of the data, and the day of asking. */
export interface QuestionData {
  readonly snapshot: Snapshot
  /** Today in UTC, YYYY-MM-DD, from the injected clock. */
  readonly today: () => string
  /** The clock that deadlines are on, and how often it is looked at; the machine's, and about once a millisecond, unless given. */
  readonly stopwatch?: Pick<CancellationOptions, 'now' | 'every'>
  /** Keys of the lines of money an import brought; undefined for an import that is not on record. */
  readonly moneyOfImport?: (importId: string) => ReadonlySet<string> | undefined
}

/** A question with its date and grades settled. */
export interface Asked {
  readonly view: OwnershipView
  readonly grades: readonly Grade[]
  readonly reading: ReadingName
  /** The day of asking. */
  readonly today: string
  /** Ends what takes too long; also what is computed when a reader opens it. */
  readonly cancellation: Cancellation
  readonly idOf: (node: number) => string
  readonly nameOf: (node: number) => string
}

/** Operations between two looks at the clock: about a millisecond. */
const LOOK_EVERY = 20_000

/** @param source node of a source whose word alone counts where sources contradict each other */
export function askedAt({ snapshot, today, stopwatch }: QuestionData, { asOf, grades, reading = 'EARLIEST', deadline = Infinity }: AsOfArgs, source?: number): Asked {
  const cancellation = new Cancellation({ deadline, every: LOOK_EVERY, ...stopwatch })
  cancellation.look()
  const counted = gradesArgument(grades)
  const view = viewAt(snapshot, {
    asOf: dateArgument(asOf, today()), grades: counted, today: today(), reading: reading === 'LATEST' ? 'latest' : 'earliest', ...(source === undefined ? {} : { source }),
  })
  return { view, grades: counted, reading, today: today(), cancellation, idOf: (node) => snapshot.nodes.ids[node]!, nameOf: (node) => snapshot.nodes.names[node]! }
}

/** How an answer was made: enough to repeat it. */
export function basisOf(
  { view, grades, reading }: Asked,
  method: string,
  parameters: Readonly<Record<string, string | number | boolean | undefined>>,
  notes: readonly string[] = [],
): Basis {
  const given: Parameter[] = Object.entries({ ...parameters, reading }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: String(value) }],
  )
  return {
    method,
    asOf: isoDay(view.asOf),
    grades,
    dataVersion: view.snapshot.version,
    parameters: given,
    notes: [...new Set([...outsideNotes(view), ...notes, ...leftOutNotes(view), READING[reading]])],
  }
}

const HOLDS = 'A statement holds from its start, else from its as-of date, else at any date (“undated”), until'
export const READING: Readonly<Record<ReadingName, string>> = {
  EARLIEST: `${HOLDS} the first day its end can mean.`,
  LATEST: `${HOLDS} its end; dates known to the month or the year are read at the last day they can mean.`,
}

/** Why there is little or nothing to say: the date lies before what has a date, or nothing holds on it. */
function outsideNotes({ asOf, inForce: { count, firstDay } }: OwnershipView): string[] {
  const speaksLater = firstDay !== NO_DAY && asOf < firstDay
  if (count === 0) return [`No statement of the grades asked for is in force on ${isoDay(asOf)}${speaksLater ? `; the record speaks from ${isoDay(firstDay)} on` : ''}.`]
  return speaksLater ? [`${isoDay(asOf)} is before the first date on record, ${isoDay(firstDay)}: only what has no date counts.`] : []
}

function leftOutNotes({ leftOut }: OwnershipView): string[] {
  // Of everything on record: one answer rests on a small part of it.
  const many = (count: number, what: string) =>
    count === 0 ? [] : [`In the whole atlas ${count.toLocaleString('en')} ${count === 1 ? 'statement does' : 'statements do'} not count: ${what}.`]
  return [
    ...many(leftOut.stale, `the source was last read more than ${STALE_AFTER_MONTHS} months ago`),
    ...many(leftOut.otherGrade, 'of a grade that was not asked for'),
    ...many(leftOut.notInForce, 'agreed, announced or disputed'),
  ]
}
