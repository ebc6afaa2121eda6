import type { ResultOf } from '../queries/graphql.ts'
import type { MirrorPoints } from '../queries/mirror-points.ts'

type Result = ResultOf<typeof MirrorPoints>['mirrorPoints']
export type Mirror = Extract<Result, { __typename: 'MirrorPoints' }>
export type Pair = Mirror['pairs'][number]

export const pairKey = (here: string, there: string): string => `${here}~${there}`
export function splitPair(key: string | undefined): { here: string; there: string } | undefined {
  const [here, there] = key?.split('~') ?? []
  return here && there ? { here, there } : undefined
}

/** How many of the features are known on both sides: "6 of 7". */
export function featureCounts({ reasons, differences }: Pick<Pair, 'reasons' | 'differences'>): { known: number; all: number } {
  const features = new Map([...reasons, ...differences].map((reason) => [reason.feature, reason.similarity]))
  return { known: [...features.values()].filter((similarity) => similarity !== null).length, all: features.size }
}
