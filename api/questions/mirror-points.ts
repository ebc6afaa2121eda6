import { LEAST_COVERAGE } from '#analytics/gower-similarity.ts'
import { isInside } from '#analytics/place-tree.ts'
import { MIRROR_THRESHOLD, mirrorPoints as comparePlaces } from '#analytics/mirror-points.ts'
import type { OwnershipView } from '#analytics/ownership-view.ts'
import type { AsOfArgs, MirrorPair, MirrorPoints, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { fractionArgument, nodeArgument } from './checked-arguments.ts'
import { mirrorPairAnswer } from './mirror-pair-answer.ts'
import { answering, refuse } from './refused.ts'

export interface MirrorPointsArgs extends AsOfArgs { readonly organisation: string; readonly here: string; readonly there: string; readonly threshold: number | undefined }

const METHOD = 'Gower similarity over features known on both sides; maximum-weight assignment'

/** One-to-one counterparts between the sites an actor controls in two places. */
export const mirrorPoints = (data: QuestionData, { organisation, here, there, threshold, ...when }: MirrorPointsArgs): Outcome<MirrorPoints> => answering(() => {
  const least = fractionArgument('threshold', threshold, MIRROR_THRESHOLD)
  const ends = placeArguments(data, here, there)
  const actor = nodeArgument(data.snapshot, 'organisation', organisation, ['Organisation'])
  const asked = askedAt(data, when)
  const [from, to] = twoPlaces(asked.view, ends)
  const { pairs, unmatchedHere, unmatchedThere } = comparePlaces(asked.view, asked.view.canonical[actor]!, from, to, least)
  return {
    organisation: asked.idOf(asked.view.canonical[actor]!), threshold: least,
    pairs: pairs.map((pair) => mirrorPairAnswer(asked, pair)),
    unmatchedHere: unmatchedHere.map(asked.idOf), unmatchedThere: unmatchedThere.map(asked.idOf),
    basis: basisOf(asked, METHOD, { organisation, here, there, threshold: least, leastCoverage: LEAST_COVERAGE }, [
      'Only sites of the same domain in force at the date are compared; hospitals, water, power lines and other protected classes never.',
      'Position in the flow, labour and dependence are not on record and lower the coverage.',
    ]),
  }
})

/** Pairs behind one row of a ranking. */
export const mirrorPairsOf = (asked: Asked, actor: number, here: number, there: number): MirrorPair[] =>
  comparePlaces(asked.view, actor, here, there).pairs.map((pair) => mirrorPairAnswer(asked, pair))

export interface TwoPlaces { readonly here: number; readonly there: number }

export const placeArguments = ({ snapshot }: QuestionData, here: string, there: string): TwoPlaces => ({
  here: nodeArgument(snapshot, 'here', here, ['Place']), there: nodeArgument(snapshot, 'there', there, ['Place']),
})

/** The two places as one sees them at the date; refuses a place beside itself or beside one it lies in. */
export function twoPlaces(view: OwnershipView, { here, there }: TwoPlaces): readonly [number, number] {
  const [from, to] = [view.canonical[here]!, view.canonical[there]!]
  const name = (place: number) => view.snapshot.nodes.names[place]!
  if (from === to) refuse('there', `${name(from)} is both here and there`, 'Choose another place.')
  if (isInside(view, from, to)) refuse('there', `${name(from)} lies in ${name(to)}`, 'Choose two places of which neither lies in the other.')
  if (isInside(view, to, from)) refuse('there', `${name(to)} lies in ${name(from)}`, 'Choose two places of which neither lies in the other.')
  return [from, to]
}
