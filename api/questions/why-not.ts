import { isListed } from '#analytics/places/actors-present.ts'
import type { AdversaryRanking } from '#analytics/places/shared-adversaries.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import { UBIQUITY_WEIGHT } from '#analytics/places/adversary-score.ts'
import type { AsOfArgs, Basis, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { nodeArgument } from './checked-arguments.ts'
import { placeEvidence } from './ground-evidence.ts'
import { placeArguments, twoPlaces } from './mirror-points.ts'
import { answering } from './refused.ts'
import type { AdversaryList } from './shared-adversaries.ts'
import { LISTS } from './shared-adversaries.ts'
import type { WhyNotCode, WhyNotReason } from './why-not-reason.ts'
import { absenceIn } from './why-not-there.ts'

export interface WhyNot {
  readonly organisation: string
  /** It can be read in the list: as head of a row or above one. */
  readonly present: boolean
  /** Head of the row it belongs to, and the rank of that row. */
  readonly row: string | undefined
  readonly rank: number | undefined
  readonly reasons: readonly WhyNotReason[]
  readonly basis: Basis
}
export interface WhyNotArgs extends AsOfArgs { readonly organisation: string; readonly here: string; readonly there: string; readonly list: AdversaryList }

/** Why an organisation is, or is not, in the shared list of two places. */
export const whyNot = (data: QuestionData, { organisation, here, there, list, ...when }: WhyNotArgs): Outcome<WhyNot> => answering(() => {
  const ends = placeArguments(data, here, there)
  const node = nodeArgument(data.snapshot, 'organisation', organisation, ['Organisation'])
  const asked = askedAt(data, when)
  const [from, to] = twoPlaces(asked.view, ends)
  const actor = asked.view.canonical[node]!
  const ranking = sharedAdversaries(asked.view, from, to, {
    list: LISTS[list],
    weights: undefined,
    beta: UBIQUITY_WEIGHT[LISTS[list]],
    collapse: true,
    cancellation: asked.cancellation,
  })
  const { row, ...standing } = standingOf(asked, ranking, actor, () => [from, to].flatMap((place) => placeEvidence(asked, actor, place, 1, LISTS[list])))
  const sides = standing.reasons.length > 0 ? [] : missing([absenceIn(data, asked, actor, from, 'HERE', LISTS[list]), absenceIn(data, asked, actor, to, 'THERE', LISTS[list])])
  return {
    organisation: asked.idOf(actor),
    present: standing.present,
    row: row === undefined ? undefined : asked.idOf(row),
    rank: standing.rank,
    reasons: [...roleReasons(asked, actor), ...standing.reasons, ...sides],
    basis: basisOf(
      asked,
      'The shared list of both places, beside what every statement on record says together whatever its date, status, grade or age',
      { organisation, here, there, list },
    ),
  }
})

/** The reasons of both places; where it counts in one of them only, that it is missing in the other is said. */
function missing(sides: readonly (readonly WhyNotReason[])[]): WhyNotReason[] {
  const counts = (reasons: readonly WhyNotReason[]) => reasons.some(({ code }) => code === 'PRESENT')
  if (sides.every(counts)) return sides.flat()
  return sides.flat().map((reason) => (reason.code === 'PRESENT' ? { ...reason, sentence: `${reason.sentence} It is missing on the other side.` } : reason))
}

/** Row in which an organisation stands, if any; the evidence is looked for where there is one. */
function standingOf(
  asked: Asked,
  { rows }: AdversaryRanking,
  actor: number,
  evidence: () => readonly string[],
): { readonly present: boolean; readonly row: number | undefined; readonly rank: number | undefined; readonly reasons: readonly WhyNotReason[] } {
  const row = rows.find((one) => one.actor === actor || one.controllers.includes(actor) || one.nested.includes(actor))
  if (row === undefined) return { present: false, row: undefined, rank: undefined, reasons: [] }
  const name = asked.nameOf(actor)
  const head = asked.nameOf(row.actor)
  const at = `rank ${row.rank} of ${rows.length}`
  const statements = [...new Set(evidence())]
  const reason = (code: WhyNotCode, sentence: string, organisations: readonly number[] = []): WhyNotReason => ({
    side: 'BOTH',
    code,
    sentence,
    organisations: organisations.map(asked.idOf),
    share: undefined,
    statements,
  })
  const main =
    row.actor === actor
      ? reason('LISTED', `${name} heads a row of the list, ${at}.`)
      : row.controllers.includes(actor)
        ? reason(
            'STANDS_ABOVE',
            `${name} stands above ${head} in one row, ${at}: both account for the same presence, and the lowest of a chain heads its row.`,
            [row.actor],
          )
        : reason(
            'NESTED',
            `${name} is part of the row of ${head}, ${at}: it accounts for a part of the presence of that chain and is not listed again.`,
            [row.actor],
          )
  const possible =
    row.score > 0
      ? []
      : [
          reason(
            'POSSIBLE_ONLY',
            `In at least one of the places the control of ${head} is possible, or an estimate from its being the largest block, and not certain, so its score is 0.`,
            [row.actor],
          ),
        ]
  return { present: main.code !== 'NESTED', row: row.actor, rank: row.rank, reasons: [main, ...possible] }
}

/** Kinds that never stand in a list. */
function roleReasons({ view, nameOf }: Asked, actor: number): WhyNotReason[] {
  if (isListed(view, actor)) return []
  const { nodes, texts } = view.snapshot
  const kind = texts[nodes.kind[actor]!]!
  const isPeople = kind === 'opaque owner' && /^natural persons?\b/i.test(nodes.names[actor]!)
  const sentence = isPeople ? `${nameOf(actor)} stands for people. No names of people are kept, and nobody is followed from place to place.`
    : kind === 'opaque owner' ? `${nameOf(actor)} stands for holders that no source names: it belongs to one holding and is never a shared adversary.`
      : `${nameOf(actor)} is a ${kind}: it holds for others and is never listed.`
  return [{ side: 'BOTH', code: isPeople ? 'WITHHELD' : 'ROLE_EXCLUDED', sentence, organisations: [], share: undefined, statements: [] }]
}
