import { flowRoles } from '#analytics/flow-positions.ts'
import { LEAST_COVERAGE } from '#analytics/gower-similarity.ts'
import type { MirrorFeature } from '#analytics/mirror-features.ts'
import { MIRROR_FEATURES, MIRROR_FEATURE_NAMES, POSITION_PARTS, featureWeights } from '#analytics/mirror-features.ts'
import type { MirrorPointsOptions } from '#analytics/mirror-points.ts'
import { MIRROR_THRESHOLD, mirrorPoints as comparePlaces } from '#analytics/mirror-points.ts'
import type { OwnershipView } from '#analytics/ownership-view.ts'
import { isInside } from '#analytics/place-tree.ts'
import { MOST_NODES } from '#analytics/role-similarity.ts'
import type { AsOfArgs, MirrorPair, MirrorPoints, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { fractionArgument, nodeArgument } from './checked-arguments.ts'
import type { ActorFlows } from './mirror-flows.ts'
import { flowsOfActor, positionsIn } from './mirror-flows.ts'
import { mirrorPairAnswer } from './mirror-pair-answer.ts'
import { answering, refuse, tooLarge, withhold } from './refused.ts'

export type MirrorMethod = 'GOWER' | 'ROLE_SIM'
export interface FeatureWeight { readonly feature: string; readonly weight: number }
export interface MirrorPointsArgs extends AsOfArgs {
  readonly organisation: string
  readonly here: string
  readonly there: string
  readonly threshold: number | undefined
  readonly method?: MirrorMethod | undefined
  /** By name of the feature, GOWER only; what is not named does not count. */
  readonly weights?: readonly FeatureWeight[] | undefined
}

const METHODS: Readonly<Record<MirrorMethod, string>> = {
  GOWER: 'Gower similarity over features known on both sides; maximum-weight assignment',
  ROLE_SIM: 'RoleSim (Jin, Lee & Hong 2011, β .15) on the actor’s flows, direction aside; maximum-weight assignment',
}

/** One-to-one counterparts between the sites an actor controls in two places. */
export const mirrorPoints = (data: QuestionData, { organisation, here, there, threshold, method = 'GOWER', weights, ...when }: MirrorPointsArgs): Outcome<MirrorPoints> => answering(() => {
  const least = fractionArgument('threshold', threshold, MIRROR_THRESHOLD)
  const weighed = featureWeightsArgument(method, weights)
  const ends = placeArguments(data, here, there)
  const node = nodeArgument(data.snapshot, 'organisation', organisation, ['Organisation'])
  const asked = askedAt(data, when)
  const [from, to] = twoPlaces(asked.view, ends)
  const actor = asked.view.canonical[node]!
  const flows = flowsOfActor(asked, actor, asked.cancellation)
  const compared = method === 'ROLE_SIM' ? rolesIn(asked, actor, flows) : { weights: featureWeights(weighed), positions: positionsIn(asked, flows, asked.cancellation) }
  const { pairs, unmatchedHere, unmatchedThere } = comparePlaces(asked.view, actor, from, to, { threshold: least, cancellation: asked.cancellation, ...compared })
  return {
    organisation: asked.idOf(actor), threshold: least,
    pairs: pairs.map((pair) => mirrorPairAnswer(asked, pair)),
    unmatchedHere: unmatchedHere.map(asked.idOf), unmatchedThere: unmatchedThere.map(asked.idOf),
    basis: basisOf(asked, METHODS[method], {
      organisation, here, there, method, threshold: least, leastCoverage: method === 'GOWER' ? LEAST_COVERAGE : undefined,
      weights: method === 'GOWER' ? Object.entries(weighed).map(([feature, weight]) => `${feature} ${weight}`).join(', ') : undefined,
    }, ['Only sites of the same domain in force at the date are compared; hospitals, water, power lines and other protected classes never.', ...notesOf(method, flows)]),
  }
})

function notesOf(method: MirrorMethod, { status }: ActorFlows): string[] {
  if (method === 'ROLE_SIM') return ['Two sites play one role where the sites they are linked with can be paired so that each pair plays one role. Sites that no flow names have no counterpart here.']
  return [
    status === 'ON_RECORD' ? 'Depths and neighbours are counted over the actor’s flows of all commodities; shares and losses are those of one commodity, of which most passes or is lost. Sites that no flow names have neither.'
      : status === 'WITHHELD' ? 'Position and dependence are not shown: essential services depend on flows of this actor (RU-12).'
        : 'Position in the flow and dependence are not on record and lower the coverage.',
    'Labour is not on record and lowers the coverage.',
  ]
}

/** Roles on the actor's flows; refuses where there are none, or none may be shown. */
function rolesIn(asked: Asked, actor: number, { status, links }: ActorFlows): Pick<MirrorPointsOptions, 'roles'> {
  if (status === 'WITHHELD') withhold('essential services, or many people who have no part in it, depend on these flows', 'RU-12')
  if (status === 'NONE') refuse('method', `no flow of ${asked.nameOf(actor)} is on record, and roles are read from flows`, 'Ask with the method GOWER, or load a table of flows.')
  if (new Set(links.flatMap(({ from, to }) => [from, to])).size > MOST_NODES) tooLarge(`The flows of ${asked.nameOf(actor)} join more than ${MOST_NODES} things; roles are compared up to that. Ask with the method GOWER.`)
  return { roles: flowRoles(links, asked.cancellation).of }
}

/** Weights by name, the default ones where none are given. */
function featureWeightsArgument(method: MirrorMethod, weights: readonly FeatureWeight[] | undefined): Partial<Record<MirrorFeature, number>> {
  if (weights === undefined) return MIRROR_FEATURES
  const field = 'weights'
  if (method !== 'GOWER') refuse(field, 'roles are compared as a whole', 'Leave the weights out, or ask with the method GOWER.')
  const given: Partial<Record<MirrorFeature, number>> = {}
  for (const { feature, weight } of weights) {
    const name = MIRROR_FEATURE_NAMES.find((one) => one === feature)
    if (name === undefined) refuse(field, `“${feature.slice(0, 40)}” is no feature`, `Features are ${MIRROR_FEATURE_NAMES.join(', ')}.`)
    if (!(weight >= 0 && Number.isFinite(weight))) refuse(field, `the weight of ${name} is ${weight}`, 'Give numbers of 0 or more.')
    if (given[name] !== undefined) refuse(field, `${name} is given twice`, 'Give each feature once.')
    given[name] = weight
  }
  const part = POSITION_PARTS.find((one) => given[one] !== undefined)
  if (given.position !== undefined && part !== undefined) refuse(field, `both position and ${part}, a part of it, are given`, 'Give the position as a whole or its parts.')
  if (!(Object.values(given).reduce((sum, weight) => sum + weight, 0) > 0)) refuse(field, 'they add up to 0', 'Give at least one feature a weight above 0.')
  return given
}

/** Pairs behind one row of a ranking. @throws Cancelled */
export function mirrorPairsOf(asked: Asked, actor: number, here: number, there: number): MirrorPair[] {
  const { cancellation } = asked
  const positions = positionsIn(asked, flowsOfActor(asked, actor, cancellation), cancellation)
  return comparePlaces(asked.view, actor, here, there, { positions, cancellation }).pairs.map((pair) => mirrorPairAnswer(asked, pair))
}

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
