import type { AdversaryList as List } from '#analytics/record/footing-held.ts'
import { UBIQUITY_WEIGHT } from '#analytics/places/adversary-score.ts'
import { domainTotals } from '#analytics/places/domain-measures.ts'
import type { PlaceExposure } from '#analytics/places/exposure.ts'
import type { AdversaryRanking, RankedAdversary } from '#analytics/places/shared-adversaries.ts'
import { sharedAdversaries as rankAdversaries } from '#analytics/places/shared-adversaries.ts'
import type { Domain } from '#model/code-lists.ts'
import type { AsOfArgs, Outcome, SharedAdversaries, SharedAdversary } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { domainOfCode, firstArgument, fractionArgument, weightsArgument } from './checked-arguments.ts'
import { DE_FACTO_ASSUMPTION } from './control-name.ts'
import { coverageAnswer } from './coverage.ts'
import { exposureAnswer } from './exposure-answer.ts'
import { mirrorPairsOf, placeArguments, twoPlaces } from './mirror-points.ts'
import { answering } from './refused.ts'

export type AdversaryList = 'CONTROLLERS' | 'FINANCIERS' | 'SUPPLIERS'
export interface SharedAdversariesArgs extends AsOfArgs {
  readonly here: string
  readonly there: string
  readonly list: AdversaryList
  readonly domain: Domain | undefined
  readonly weights: readonly { readonly domain: Domain; readonly weight: number }[] | undefined
  readonly beta: number | undefined
  readonly collapse: boolean
  readonly first: number
}

export const LISTS: Readonly<Record<AdversaryList, List>> = { CONTROLLERS: 'controllers', FINANCIERS: 'financiers', SUPPLIERS: 'suppliers' }
const METHODS: Readonly<Record<List, string>> = {
  controllers: 'Exposure by group control; harmonic mean of both places × (1 − β · ubiquity)',
  financiers: 'Exposure by integrated ownership; harmonic mean of both places × (1 − β · ubiquity)',
  suppliers: 'Exposure by supply relations of controlled suppliers; harmonic mean of both places × (1 − β · ubiquity)',
}

/** Actors present in both places, best first. */
export const sharedAdversaries = (data: QuestionData, args: SharedAdversariesArgs): Outcome<SharedAdversaries> => answering(() => {
  const list = LISTS[args.list]
  const beta = fractionArgument('beta', args.beta, UBIQUITY_WEIGHT[list])
  const weights = weightsArgument(args.domain, args.weights)
  const first = firstArgument(args.first)
  const ends = placeArguments(data, args.here, args.there)
  const asked = askedAt(data, args)
  const [here, there] = twoPlaces(asked.view, ends)
  const ranking = rankAdversaries(asked.view, here, there, { list, weights, beta, collapse: args.collapse, cancellation: asked.cancellation })
  return {
    here: asked.idOf(here), there: asked.idOf(there),
    items: ranking.rows.slice(0, first).map((row) => adversaryAnswer(asked, row, here, there, list)),
    totalCount: ranking.rows.length,
    coverageHere: coverageAnswer(asked, here, args.domain), coverageThere: coverageAnswer(asked, there, args.domain),
    basis: basisOf(asked, METHODS[list], {
      here: args.here, there: args.there, list: args.list, domain: args.domain, beta, collapse: args.collapse,
      weights: args.weights?.map(({ domain, weight }) => `${domain} ${weight}`).join(', ') || undefined, // an empty list is none given
    }, [...emptyNotes(asked, ranking, [here, there], weights, list), ...notesOf(asked, ranking)]),
  }
})

function adversaryAnswer(asked: Asked, row: RankedAdversary, here: number, there: number, list: List): SharedAdversary {
  return {
    organisation: asked.idOf(row.actor), controllers: row.controllers.map(asked.idOf), members: row.members.map(asked.idOf),
    rank: row.rank, rankLow: row.rankLow, rankHigh: row.rankHigh, score: row.score, ubiquity: row.ubiquity, bothPlaces: row.bothPlaces,
    here: exposureAnswer(asked, row.actor, here, row.here, list), there: exposureAnswer(asked, row.actor, there, row.there, list),
    mirrorPairs: () => mirrorPairsOf(asked, row.actor, here, there),
  }
}

const isEstimated = ({ byDomain }: PlaceExposure): boolean => byDomain.some(({ footings }) => footings.some(({ deFacto }) => deFacto))

const DO: Readonly<Record<List, string>> = { controllers: 'controls, or may control,', financiers: 'holds a share in', suppliers: 'supplies' }

/** Why a list is empty: nobody is in both, or nothing is on record of what was asked for. */
function emptyNotes(
  { view, nameOf }: Asked,
  { rows }: AdversaryRanking,
  places: readonly [number, number],
  weights: ReadonlyMap<number, number> | undefined,
  list: List,
): string[] {
  if (rows.length > 0) return []
  const wanted = weights === undefined ? undefined : [...weights].flatMap(([domain, weight]) => (weight > 0 ? [domain] : []))
  const bare = places.filter((place) => {
    const known = domainTotals(view, place)
    return wanted === undefined ? known.size === 0 : !wanted.some((domain) => known.has(domain))
  })
  const of = wanted === undefined ? '' : ` of ${wanted.map(domainOfCode).join(', ')}`
  if (bare.length > 0)
    return [
      `The list is empty because nothing${of} is on record in ${bare.map(nameOf).join(' and ')} at this date and these grades; what is not on record may exist all the same.`,
    ]
  return [`The list is empty because no organisation on record ${DO[list]} something${of} in both places; whyNot explains it for one of them.`]
}

function notesOf({ view }: Asked, { rows, measures, places }: AdversaryRanking): string[] {
  const { texts } = view.snapshot
  const used = [...measures].map(([domain, { measure, unit }]) => `${domainOfCode(domain)}: ${measure === 0 && unit === 0 ? 'sites counted' : `${texts[measure]}, ${texts[unit]}`}`)
  return [
    ...(used.length === 0 ? [] : [`Measured by ${used.join('; ')}. A figure is used only where all sites of the domain in both places have it.`]),
    'Totals are what is on record, sites with an unknown operator included.',
    `Ubiquity over ${places.length} ${places.length === 1 ? 'place' : 'places'} with data.`,
    ...(rows.some(({ here, there }) => [here, there].some(isEstimated)) ? [`De facto control. ${DE_FACTO_ASSUMPTION}`] : []),
    'Where rankLow and rankHigh differ, unknown shares could move the row between them: rankLow takes its exposures at their most and those of all others at their least, rankHigh the reverse. Other weights give another order.',
    'A sole owner of a site on record without a figure counts as holding it; joint control is split equally.',
  ]
}
