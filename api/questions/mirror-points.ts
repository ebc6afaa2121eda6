import { flowRoles } from '#analytics/flows/flow-positions.ts'
import { LEAST_COVERAGE } from '#analytics/graphs/gower-similarity.ts'
import type { MirrorFeature } from '#analytics/mirrors/mirror-features.ts'
import { MIRROR_FEATURES, MIRROR_FEATURE_NAMES, featureWeights, partsOf } from '#analytics/mirrors/mirror-features.ts'
import type { MirrorPointsOptions } from '#analytics/mirrors/mirror-points.ts'
import { MIRROR_THRESHOLD, mirrorPoints as comparePlaces } from '#analytics/mirrors/mirror-points.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { MOST_NODES } from '#analytics/graphs/role-similarity.ts'
import type { AsOfArgs, MirrorPair, MirrorPoints, Outcome } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { fractionArgument, nodeArgument, refuseNoWeight, weightsByName } from './checked-arguments.ts'
import type { ActorFlows } from './mirror-flows.ts'
import { flowsOfActor, jobsToCompare, positionsIn } from './mirror-flows.ts'
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
export const mirrorPoints = (
  data: QuestionData,
  { organisation, here, there, threshold, method = 'GOWER', weights, ...when }: MirrorPointsArgs,
): Outcome<MirrorPoints> =>
  answering(() => {
    const least = fractionArgument('threshold', threshold, MIRROR_THRESHOLD)
    const weighed = featureWeightsArgument(method, weights)
    const ends = placeArguments(data, here, there)
    const node = nodeArgument(data.snapshot, 'organisation', organisation, ['Organisation'])
    const asked = askedAt(data, when)
    const [from, to] = twoPlaces(asked.view, ends)
    const actor = asked.view.canonical[node]!
    const flows = flowsOfActor(asked, actor)
    const compared =
      method === 'ROLE_SIM'
        ? rolesIn(asked, actor, flows)
        : { weights: featureWeights(weighed), positions: positionsIn(asked, flows), jobs: jobsToCompare(asked) }
    const { pairs, unmatchedHere, unmatchedThere } = comparePlaces(asked.view, actor, from, to, {
      threshold: least,
      cancellation: asked.cancellation,
      ...compared,
    })
    return {
      organisation: asked.idOf(actor),
      threshold: least,
      pairs: pairs.map((pair) => mirrorPairAnswer(asked, { actor, here: from, there: to }, pair)),
      unmatchedHere: unmatchedHere.map(asked.idOf),
      unmatchedThere: unmatchedThere.map(asked.idOf),
      basis: basisOf(
        asked,
        METHODS[method],
        {
          organisation,
          here,
          there,
          method,
          threshold: least,
          leastCoverage: method === 'GOWER' ? LEAST_COVERAGE : undefined,
          weights:
            method === 'GOWER'
              ? Object.entries(weighed)
                  .map(([feature, weight]) => `${feature} ${weight}`)
                  .join(', ')
              : undefined,
        },
        [
          'Only sites of the same domain in force at the date are compared, and only where their functions have something in common; hospitals, water, power lines and other protected classes never.',
          ...bareNotes(asked, actor, [
            [from, pairs.length + unmatchedHere.length],
            [to, pairs.length + unmatchedThere.length],
          ]),
          ...notesOf(method, flows),
        ],
      ),
    }
  })

/** Where there is nothing to compare: no site that the actor is known to control, or none but those that are never compared. */
const bareNotes = ({ nameOf }: Asked, actor: number, sites: readonly (readonly [place: number, count: number])[]): string[] =>
  sites.filter(([, count]) => count === 0).map(([place]) => `${nameOf(actor)} controls no site in ${nameOf(place)} on record at the date that could be compared.`)

function notesOf(method: MirrorMethod, { status }: ActorFlows): string[] {
  if (method === 'ROLE_SIM')
    return [
      'Two sites play one role where the sites they are linked with can be paired so that each pair plays one role. Sites that no flow names have no counterpart here.',
    ]
  return [
    status === 'ON_RECORD'
      ? 'Depths and neighbours are counted over the actor’s flows of all commodities; shares and losses are those of one commodity, of which most passes or is lost. Sites that no flow names have neither.'
      : status === 'WITHHELD'
        ? 'Position and dependence are not shown: essential services depend on flows of this actor (RU-12).'
        : 'Position in the flow and dependence are not on record and lower the coverage.',
    'Of labour, numbers of jobs are compared where both sites have one and no essential service depends on them; whether a union is recognised and when agreements end is on no record and lowers the coverage.',
  ]
}

/** Roles on the actor's flows; refuses where there are none, or none may be shown. */
function rolesIn(asked: Asked, actor: number, { status, links }: ActorFlows): Pick<MirrorPointsOptions, 'roles'> {
  if (status === 'WITHHELD') withhold('essential services, or many people who have no part in it, depend on these flows', 'RU-12')
  if (status === 'NONE') refuse('method', `no flow of ${asked.nameOf(actor)} is on record, and roles are read from flows`, 'Ask with the method GOWER, or load a table of flows.')
  if (new Set(links.flatMap(({ from, to }) => [from, to])).size > MOST_NODES)
    tooLarge(`The flows of ${asked.nameOf(actor)} join more than ${MOST_NODES} things; roles are compared up to that. Ask with the method GOWER.`)
  return { roles: flowRoles(links, asked.cancellation).of }
}

/** Weights by name, the default ones where none are given. */
function featureWeightsArgument(method: MirrorMethod, weights: readonly FeatureWeight[] | undefined): Partial<Record<MirrorFeature, number>> {
  if (weights === undefined || weights.length === 0) return MIRROR_FEATURES
  if (method !== 'GOWER') refuse('weights', 'roles are compared as a whole', 'Leave the weights out, or ask with the method GOWER.')
  const given = weightsByName(weights.map(({ feature, weight }) => [featureNamed(feature), weight]), 'feature')
  for (const whole of given.keys()) {
    const part = partsOf(whole).find((one) => given.has(one))
    if (part !== undefined) refuse('weights', `both ${whole} and ${part}, a part of it, are given`, `Give the ${whole} as a whole or its parts.`)
  }
  refuseNoWeight(given.values(), 'feature')
  return Object.fromEntries(given)
}

const featureNamed = (feature: string): MirrorFeature =>
  MIRROR_FEATURE_NAMES.find((one) => one === feature) ?? refuse('weights', `“${feature.slice(0, 40)}” is no feature`, `Features are ${MIRROR_FEATURE_NAMES.join(', ')}.`)

/** Pairs behind one row of a ranking. @throws Cancelled */
export function mirrorPairsOf(asked: Asked, actor: number, here: number, there: number): MirrorPair[] {
  const positions = positionsIn(asked, flowsOfActor(asked, actor))
  return comparePlaces(asked.view, actor, here, there, { positions, jobs: jobsToCompare(asked), cancellation: asked.cancellation }).pairs.map(
    (pair) => mirrorPairAnswer(asked, { actor, here, there }, pair),
  )
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
