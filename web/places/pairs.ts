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
