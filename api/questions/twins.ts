import { UBIQUITY_WEIGHT } from '#analytics/places/adversary-score.ts'
import { domainTotals } from '#analytics/places/domain-measures.ts'
import { MIRROR_THRESHOLD } from '#analytics/mirrors/mirror-points.ts'
import { placeIndexOf } from '#analytics/places/place-index.ts'
import { row } from '#analytics/parts/rows.ts'
import { NO_DAY } from '#analytics/record/snapshot.ts'
import { NEUTRAL_FIT } from '#analytics/twins/twin-fit.ts'
import type { FitWanted } from '#analytics/twins/twin-fit.ts'
import type { TwinOptions, TwinPair } from '#analytics/twins/twin-pair.ts'
import { twinPlaces } from '#analytics/twins/twin-places.ts'
import type { Domain } from '#model/code-lists.ts'
import { isoDay } from '#snapshot/day-number.ts'
import type { AsOfArgs, Basis, DatePrecisionName, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { domainCode, firstArgument, nodeArgument, weightsArgument } from './checked-arguments.ts'
import { precisionName } from './date-words.ts'
import { placeEvidence } from './ground-evidence.ts'
import { answering, refuse } from './refused.ts'
import { twinReasons } from './twin-words.ts'
import type { TwinReason } from './twin-words.ts'

/** What the places should have in common beside adversaries; left out: nothing in particular. */
export interface TwinFit { readonly languages?: boolean | null | undefined; readonly timeZones?: 'OVERLAP' | 'RELAY' | null | undefined }
export interface TwinsArgs extends AsOfArgs { readonly place: string; readonly domain: Domain | undefined; readonly fit: TwinFit | undefined; readonly first: number }

export interface TwinAdversary {
  readonly organisation: string
  readonly controllers: readonly string[]
  readonly score: number
  readonly here: number
  readonly there: number
  /** Keys of the statements behind what it has in both places; looked for when opened. */
  readonly statements: () => readonly string[]
}
/** That two places call each other sisters already: no points, but worth knowing. */
export interface TwinHistory {
  readonly since: string | undefined
  readonly sincePrecision: DatePrecisionName | undefined
  readonly sentence: string
  readonly statements: readonly string[]
}
export interface Twin {
  readonly place: string
  readonly rank: number
  readonly score: number
  readonly sharedMass: number
  readonly balance: number
  readonly mirrorCoverage: number
  readonly fit: number
  /** Rows of the shared list of both places; the first ten count. */
  readonly sharedCount: number
  /** Those that are certain to control something in both. */
  readonly certainCount: number
  readonly adversaries: readonly TwinAdversary[]
  readonly reasons: readonly TwinReason[]
  readonly history: TwinHistory | undefined
}
export interface Twins { readonly place: string; readonly items: readonly Twin[]; readonly totalCount: number; readonly basis: Basis }

const TOP = 10
export const TWIN_METHOD = 'T · B^½ · M^½ · (½ + K/2) over the ten best shared controllers: shared-target mass, balance, mirror coverage, fit'

/** What was asked, with its arguments checked: all that needs no index of places. */
function checked(data: QuestionData, { place, domain, fit, first, ...when }: TwinsArgs) {
  const wanted = firstArgument(first)
  const node = nodeArgument(data.snapshot, 'place', place, ['Place'])
  const asked = askedAt(data, when)
  return { wanted, asked, here: placeWithData(asked, 'place', node, domain), options: twinOptions(domain, fit) }
}

/** Refuses what {@link twins} would refuse, before an index is made for it. */
export const checkTwins = (data: QuestionData, args: TwinsArgs): Outcome<true> => answering(() => { checked(data, args); return true })

/** Places of the same kind that face the same organisations, best first. */
export const twins = (data: QuestionData, args: TwinsArgs): Outcome<Twins> => answering(() => {
  const { wanted, asked, here, options } = checked(data, args)
  const { cancellation } = asked
  const { rows, totalCount } = twinPlaces(asked.view, placeIndexOf(asked.view, cancellation), here, wanted, { ...options, cancellation })
  return {
    place: asked.idOf(here), totalCount, items: rows.map((pair, at) => twinAnswer(asked, pair, at + 1)),
    basis: basisOf(asked, TWIN_METHOD, { place: args.place, domain: args.domain, ...twinParameters(options), first: wanted }, [
      ...twinNotes(options), ...(totalCount === 0 ? [`No other ${kindOf(asked, here)} on record shares an organisation that controls something with ${asked.nameOf(here)}.`] : []),
    ]),
  }
})

export function twinOptions(domain: Domain | undefined, fit: TwinFit | undefined): TwinOptions {
  const timeZones: FitWanted['timeZones'] = fit?.timeZones === 'OVERLAP' ? 'overlap' : fit?.timeZones === 'RELAY' ? 'relay' : undefined
  return {
    weights: weightsArgument(domain, undefined),
    beta: UBIQUITY_WEIGHT.controllers,
    top: TOP,
    threshold: MIRROR_THRESHOLD,
    fit: { languages: fit?.languages === true, timeZones },
  }
}

export const twinParameters = ({ beta, top, threshold, fit }: TwinOptions) => ({ beta, top, threshold, languages: fit.languages, timeZones: fit.timeZones ?? 'not asked' })

export const twinNotes = ({ fit }: TwinOptions): string[] => [
  fit.languages || fit.timeZones !== undefined
    ? `Where a language or time zone is not on record, that part of the fit counts ${NEUTRAL_FIT}.`
    : `No fit was asked for: K is ${NEUTRAL_FIT} for all.`,
  'What is noted on the law of both countries does not enter the fit: no rule says how far two laws overlap.',
  'A brand sold in both places counts as its own counterpart; hospitals, water supply and other protected classes are left out of the counterparts.',
  'Existing ties are shown and give no points.',
]

/** The place as one sees it at the date; refuses one of which nothing is on record, and says what would help. */
export function placeWithData({ view, nameOf }: Asked, field: string, node: number, domain: Domain | undefined): number {
  const place = view.canonical[node]!
  const known = domainTotals(view, place)
  const hint = `Choose a place with data: places(withData: …) lists them${known.size > 0 ? '; leave out the domain for all of them' : ''}.`
  if (known.size === 0) refuse(field, `no site or brand is on record in ${nameOf(place)} at this date and these grades`, hint)
  if (domain !== undefined && !known.has(domainCode(domain))) refuse('domain', `nothing of the domain ${domain} is on record in ${nameOf(place)}`, hint)
  return place
}

const kindOf = ({ view: { snapshot } }: Asked, place: number): string => snapshot.texts[snapshot.nodes.kind[place]!]!

export function twinAnswer(asked: Asked, pair: TwinPair, rank: number): Twin {
  const { idOf } = asked
  return {
    place: idOf(pair.there),
    rank,
    score: pair.score,
    sharedMass: pair.sharedTargetMass,
    balance: pair.balance,
    mirrorCoverage: pair.mirrorCoverage,
    fit: pair.fit,
    sharedCount: pair.shared,
    certainCount: pair.certain,
    adversaries: pair.adversaries.map(({ actor, controllers, score, here, there }) => ({
      organisation: idOf(actor),
      controllers: controllers.map(idOf),
      score,
      here,
      there,
      statements: () => evidenceOf(asked, actor, pair),
    })),
    reasons: twinReasons(asked, pair),
    history: historyOf(asked, pair),
  }
}

/** Sites and brands of an actor in one place whose evidence is given. */
const EVIDENCE_OF = 5
const evidenceOf = (asked: Asked, actor: number, { here, there }: TwinPair): readonly string[] => [
  ...new Set([here, there].flatMap((place) => placeEvidence(asked, actor, place, EVIDENCE_OF))),
]

function historyOf({ view, nameOf }: Asked, { here, there, ties }: TwinPair): TwinHistory | undefined {
  if (ties.length === 0) return undefined
  const { validFrom, validFromPrecision } = view.snapshot.statements
  const lines = ties.flatMap((link) => Array.from(row(view.twinnings.statements, link)))
  const first = lines.filter((line) => validFrom[line] !== NO_DAY).sort((a, b) => validFrom[a]! - validFrom[b]! || a - b)[0]
  const since = first === undefined ? undefined : isoDay(validFrom[first]!)
  return {
    since,
    sincePrecision: first === undefined ? undefined : precisionName(validFromPrecision[first]!),
    sentence: `${nameOf(here)} and ${nameOf(there)} call each other sister, twin or partner${since === undefined ? '' : ` since ${since.slice(0, 4)}`}.`,
    statements: lines.map(view.snapshot.keyOf),
  }
}
