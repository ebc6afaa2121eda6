import { bestFirstMatching } from '#analytics/graphs/best-first-matching.ts'
import type { Matching, WeightedPair } from '#analytics/graphs/maximum-weight-matching.ts'
import { maximumWeightMatching } from '#analytics/graphs/maximum-weight-matching.ts'
import { placeIndexOf } from '#analytics/places/place-index.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { TwinComparison } from '#analytics/twins/twin-pair.ts'
import type { TwinPair } from '#analytics/twins/twin-pair.ts'
import type { Domain } from '#model/code-lists.ts'
import type { AsOfArgs, Basis, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { nodeArgument } from './checked-arguments.ts'
import { answering, refuse } from './refused.ts'
import type { Twin, TwinFit } from './twins.ts'
import { TWIN_METHOD, placeWithData, twinAnswer, twinNotes, twinOptions, twinParameters } from './twins.ts'

export interface TwinMatchingArgs extends AsOfArgs { readonly places: readonly string[]; readonly domain: Domain | undefined; readonly fit: TwinFit | undefined }
export interface TwinMatch { readonly here: string; readonly twin: Twin }
/** One way to give each place at most one twin. */
export interface PlaceMatching { readonly pairs: readonly TwinMatch[]; readonly unmatched: readonly string[]; readonly total: number }
export interface TwinMatching { readonly best: PlaceMatching; readonly bestFirst: PlaceMatching; readonly sentence: string; readonly basis: Basis }

/** 435 pairs are compared in full. */
export const MOST_PLACES = 30

/** What was asked, with its arguments checked: all that needs no index of places. */
function checked(data: QuestionData, { places, domain, fit, ...when }: TwinMatchingArgs) {
  if (places.length < 2 || places.length > MOST_PLACES)
    refuse('places', `${places.length} ${places.length === 1 ? 'place is' : 'places are'} given`, `Give 2 to ${MOST_PLACES} places.`)
  const given = places.map((id) => nodeArgument(data.snapshot, 'places', id, ['Place']))
  const asked = askedAt(data, when)
  const nodes = given.map((node) => placeWithData(asked, 'places', node, domain))
  refuseMixed(asked, nodes)
  nodes.sort((a, b) => a - b) // by id: equal sums are told apart in one way, however the places are given
  return { asked, nodes, options: twinOptions(domain, fit) }
}

/** Refuses what {@link twinMatching} would refuse, before an index is made for it. */
export const checkTwinMatching = (data: QuestionData, args: TwinMatchingArgs): Outcome<true> => answering(() => { checked(data, args); return true })

/** One twin each for many places: the pairs whose scores add up to most, beside what choosing the best pair first would give. */
export const twinMatching = (data: QuestionData, args: TwinMatchingArgs): Outcome<TwinMatching> => answering(() => {
  const { asked, nodes, options } = checked(data, args)
  const { cancellation } = asked
  const comparison = new TwinComparison(asked.view, placeIndexOf(asked.view, cancellation), nodes[0]!, { ...options, cancellation })
  const compared = new Map<string, TwinPair>()
  let shared = 0
  const pairs: WeightedPair[] = []
  for (let a = 0; a < nodes.length; a++) {
    for (let b = a + 1; b < nodes.length; b++) {
      const pair = comparison.pair(nodes[a]!, nodes[b]!)
      if (pair !== undefined && pair.certain > 0) shared++
      if (pair === undefined || !(pair.score > 0)) continue
      compared.set(`${a} ${b}`, pair)
      pairs.push({ a, b, weight: pair.score })
    }
  }
  const answer = (matching: Matching): PlaceMatching => matchingAnswer(asked, nodes, matching, compared)
  const [best, bestFirst] = [maximumWeightMatching(nodes.length, pairs, { cancellation }), bestFirstMatching(nodes.length, pairs)]
  return {
    best: answer(best),
    bestFirst: answer(bestFirst),
    sentence: comparisonSentence(best.total, bestFirst.total, shared),
    basis: basisOf(
      asked,
      `Maximum-weight matching (Edmonds 1965) over ${TWIN_METHOD}`,
      { places: args.places.join(', '), domain: args.domain, ...twinParameters(options) },
      twinNotes(options),
    ),
  }
})

function refuseMixed({ view, nameOf }: Asked, nodes: readonly number[]): void {
  const { kind } = view.snapshot.nodes
  nodes.forEach((node, at) => {
    const before = nodes.slice(0, at)
    if (before.includes(node)) refuse('places', `${nameOf(node)} is given twice`, 'Give each place once.')
    if (kind[node] !== kind[nodes[0]!])
      refuse(
        'places',
        `${nameOf(node)} and ${nameOf(nodes[0]!)} are places of different kinds`,
        'Give places of one kind: cities, counties, regions or countries.',
      )
    const nested = before.find((other) => isInside(view, node, other) || isInside(view, other, node))
    if (nested !== undefined) refuse('places', `one of ${nameOf(node)} and ${nameOf(nested)} lies in the other`, 'Leave out one of the two.')
  })
}

function matchingAnswer(asked: Asked, nodes: readonly number[], { partner, total }: Matching, compared: ReadonlyMap<string, TwinPair>): PlaceMatching {
  const pairs = Array.from(partner).flatMap((other, at) => (other > at ? [compared.get(`${at} ${other}`)!] : [])) // only compared pairs are matched
    .sort((a, b) => b.score - a.score || a.here - b.here)
  return {
    pairs: pairs.map((pair, at) => ({ here: asked.idOf(pair.here), twin: twinAnswer(asked, pair, at + 1) })),
    unmatched: nodes.filter((_, at) => partner[at] === -1).map(asked.idOf), total,
  }
}

/** @param shared pairs of places that share a controller for certain */
function comparisonSentence(best: number, bestFirst: number, shared: number): string {
  const text = (total: number) => total.toFixed(3)
  if (best === 0) {
    return shared === 0
      ? 'No two of these places share an organisation that for certain controls something in both.'
      : `${shared} ${shared === 1 ? 'pair' : 'pairs'} of these places ${shared === 1 ? 'shares' : 'share'} an organisation that controls something in both, but nothing of it has a counterpart on the other side: none scores above 0.`
  }
  return best - bestFirst > 1e-9
    ? `Together the pairs score ${text(best)}; choosing the best pair first would reach ${text(bestFirst)}.`
    : `Together the pairs score ${text(best)}; choosing the best pair first reaches as much.`
}
