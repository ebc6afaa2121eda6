import type { ControlKind } from '../control/control-kind.ts'

/** Which presence is counted: what an actor controls, what it holds a share of, or what it supplies. */
export type AdversaryList = 'controllers' | 'financiers' | 'suppliers'

/** One footing that counts for an actor, κ between `low` and `high` (0–1). */
export interface FootingHeld {
  readonly footing: number
  readonly low: number
  readonly high: number
  /** Position in the types of the snapshot: by which relation it counts. */
  readonly relation: number
  readonly kind: ControlKind
  /** `high` rests on the estimate that a largest block decides; see `actor-reach.ts`. */
  readonly deFacto: boolean
  /** The organisation on the ground: operator, owner, organisation of the brand, supplier. */
  readonly via: number
}
