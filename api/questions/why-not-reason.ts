import type { Interval } from '#analytics/parts/interval.ts'

/** Why an organisation is, or is not, in a shared list: what a program can act on. */
export type WhyNotCode =
  | 'LISTED' | 'STANDS_ABOVE' | 'NESTED' | 'POSSIBLE_ONLY' | 'PRESENT'
  | 'ROLE_EXCLUDED' | 'WITHHELD' | 'NO_SITE_ON_RECORD' | 'NOT_CONTROLLED' | 'BELOW_GRADES' | 'STALE' | 'AGREED' | 'ANNOUNCED' | 'DISPUTED' | 'ENDED' | 'NOT_YET' | 'OVERTAKEN'
export type Side = 'HERE' | 'THERE' | 'BOTH'
export interface WhyNotReason {
  readonly side: Side
  readonly code: WhyNotCode
  readonly sentence: string
  /** Others the sentence names: who controls, which row it stands in. */
  readonly organisations: readonly string[]
  /** Integrated share, for NOT_CONTROLLED. */
  readonly share: Interval | undefined
  readonly statements: readonly string[]
}
