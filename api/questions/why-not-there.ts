import type { AdversaryList, FootingHeld } from '#analytics/record/footing-held.ts'
import { actorHoldings } from '#analytics/record/actor-holdings.ts'
import { heldInPlace } from '#analytics/places/exposure.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { RelationStep } from '#analytics/record/relation-paths.ts'
import { leadsTo, relationPaths } from '#analytics/record/relation-paths.ts'
import { topControllers } from '#analytics/control/top-controllers.ts'
import { GRADES } from '#model/code-lists.ts'
import { dayNumber } from '#snapshot/day-number.ts'
import { everythingSaid } from '#snapshot/everything-said.ts'
import { countedStatements } from '#snapshot/in-force.ts'
import type { NotCounted } from '#snapshot/why-not-counted.ts'
import { whyNotCounted } from '#snapshot/why-not-counted.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { Cancellation } from '#analytics/parts/cancellation.ts'
import type { Asked, QuestionData } from './asked.ts'
import { largestFirst, placedBy, wayDownTo } from './ground-evidence.ts'
import { pathAnswer } from './path-answer.ts'
import type { Side, WhyNotCode, WhyNotReason } from './why-not-reason.ts'
import type { AsIf } from './why-not-words.ts'
import { notControlledSentence, notCountedSentence, nothingSentence, presentSentence } from './why-not-words.ts'

const ALL_GRADES = GRADES.codes.map(({ code }) => code)
const CODES: Readonly<Record<NotCounted, WhyNotCode>> = {
  agreed: 'AGREED', announced: 'ANNOUNCED', disputed: 'DISPUTED', ended: 'ENDED', 'not yet': 'NOT_YET', 'other grade': 'BELOW_GRADES', stale: 'STALE',
}
/** Footings looked at, and ways to each. */
const SITES_TRIED = 5
const WAYS_TRIED = 5

/** Why an organisation counts, or does not count, in one of the two places. */
export function absenceIn(data: QuestionData, asked: Asked, actor: number, place: number, side: Side, list: AdversaryList): WhyNotReason[] {
  const { view, idOf, cancellation } = asked
  const reason = (code: WhyNotCode, sentence: string, more: Partial<WhyNotReason> = {}): WhyNotReason => ({
    side,
    code,
    sentence,
    organisations: [],
    share: undefined,
    statements: [],
    ...more,
  })
  const present = heldInPlace(view, actorHoldings(view, actor, list, cancellation), place).filter(({ high }) => high > 0)
  if (present.length > 0) return [reason('PRESENT', presentSentence(asked, actor, place, present, list), { statements: wayTo(asked, actor, present[0]!, list) })]
  const said = viewAt(everythingSaid(data.snapshot), { asOf: asked.today, grades: ALL_GRADES, today: asked.today })
  const left = (footings: readonly number[], as: AsIf): WhyNotReason[] =>
    [...notCounted(data, asked, said, { actor: said.canonical[actor]!, place: said.canonical[place]!, footings, list })].map(([why, statements]) =>
      reason(why === 'overtaken' ? 'OVERTAKEN' : CODES[why], notCountedSentence(asked, actor, place, why, statements[0]!, as), {
        statements: statements.map(view.snapshot.keyOf),
      }),
    )
  const heldBy = (of: AdversaryList): number[] =>
    heldInPlace(said, actorHoldings(said, said.canonical[actor]!, of, cancellation), said.canonical[place]!).filter(({ high }) => high > 0).map(({ footing }) => footing)
  const reasons = left(heldBy(list), 'counts')
  const shares = list === 'controllers' ? heldInPlace(view, actorHoldings(view, actor, 'financiers', cancellation), place).filter(({ high }) => high > 0) : []
  const largest = [...shares].sort(largestFirst)[0]
  if (largest !== undefined) {
    const deciders = topControllers(view.stakes, largest.via, cancellation)
    const share = { low: largest.low, high: largest.high, lowExclusive: false, highExclusive: false, statedOnly: false }
    reasons.push(reason('NOT_CONTROLLED', notControlledSentence(asked, actor, place, shares.length, largest, deciders), {
      organisations: deciders.nodes.map(idOf), share, statements: wayTo(asked, actor, largest, 'controllers'),
    }))
  }
  if (reasons.length === 0 && list === 'controllers') reasons.push(...left(heldBy('financiers'), 'holds a share'))
  if (reasons.length === 0) reasons.push(...left(linkedIn(said, said.canonical[actor]!, said.canonical[place]!, list, cancellation), 'is linked'))
  return reasons.length > 0 ? reasons : [reason('NO_SITE_ON_RECORD', nothingSentence(asked, actor, place, list))]
}

/** What stands in a place at the end of some chain, whatever the shares: a stake without a figure may leave no share at all. */
function linkedIn(said: OwnershipView, actor: number, place: number, list: AdversaryList, cancellation: Cancellation): number[] {
  const below = leadsTo(said, actor, { supplies: list === 'suppliers', cancellation })
  return (footingsOf(said).inPlace.get(place) ?? []).filter((footing) => below.has(targetOf(said, footing)))
}

const targetOf = (view: OwnershipView, footing: number): number => {
  const { site, presence } = footingsOf(view).list[footing]!
  return site >= 0 ? site : view.presences.from[presence]!
}
const wayTo = (asked: Asked, actor: number, { footing }: FootingHeld, list: AdversaryList): readonly string[] =>
  wayDownTo(asked, actor, footingsOf(asked.view).list[footing]!, list)

/** What an organisation would have in a place, by footing; nodes are those of the view of everything said. */
interface Standing { readonly actor: number; readonly place: number; readonly footings: readonly number[]; readonly list: AdversaryList }

/**
 * What would make the organisation present if it counted: the reasons of the way with the fewest of them, each with its
 * statements. Where nothing on the way is left out by itself, a later or better word has taken its place.
 */
function notCounted(
  data: QuestionData,
  { view, grades, today, cancellation }: Asked,
  said: OwnershipView,
  { actor, place, footings, list }: Standing,
): ReadonlyMap<NotCounted | 'overtaken', number[]> {
  if (footings.length === 0) return new Map()
  const gradeCodes = new Set(grades.map((grade) => ALL_GRADES.indexOf(grade)))
  const { snapshot } = view
  const { counts } = countedStatements(snapshot, view.asOf, gradeCodes, dayNumber(today))
  const why = (statement: number): NotCounted | 'overtaken' =>
    whyNotCounted(snapshot, statement, view.asOf, gradeCodes, dayNumber(today)) ?? 'overtaken'
  const ways = footings.slice(0, SITES_TRIED).flatMap((footing) => {
    const located = placedBy(said, footingsOf(said).list[footing]!, place)
    const paths = relationPaths(said, actor, targetOf(said, footing), { limit: WAYS_TRIED, supplies: list === 'suppliers', cancellation }).paths
    return (paths.length > 0 ? paths : [[]]).map((steps) => [
      ...steps.map(({ statements }) => Array.from(statements)),
      located,
      ...judgementsOn(data, said, steps),
    ])
  })
  const missing = ways.map((way) => way.filter((statements) => statements.length > 0 && !statements.some((statement) => counts[statement] === 1)))
  const fewest = missing.sort((a, b) => a.length - b.length)[0]!
  if (fewest.length === 0) return new Map([['overtaken', ways[0]!.flatMap((statements) => statements.slice(0, 1))]])
  const reasons = new Map<NotCounted | 'overtaken', number[]>()
  for (const [statement] of fewest) reasons.set(why(statement!), [...(reasons.get(why(statement!)) ?? []), statement!])
  return reasons
}

/** Judgements that join records on the way, one list each. */
function judgementsOn(data: QuestionData, said: OwnershipView, steps: readonly RelationStep[]): number[][] {
  if (steps.length === 0) return []
  const wanted = new Set(pathAnswer(said, steps).judgements)
  return [...new Set([...said.judgements.values()].flat())].filter((statement) => wanted.has(data.snapshot.keyOf(statement))).map((statement) => [statement])
}
