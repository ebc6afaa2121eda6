/**
 * How an actor controls a node, weakest first, so that "the strongest that holds" is the larger number.
 *
 * NONE: no control shown. MEMBERSHIP: only through a link "runs under the name of". JOINT: together with others, as a
 * named party, through a controlled one, or over a joint venture (`joint-reach.ts`). GROUP: more than half of the
 * votes together with controlled firms, or a chain of such steps. MAJORITY: more than half of the votes held directly, or
 * a direct link that consolidates.
 */
export const ControlKind = { NONE: 0, MEMBERSHIP: 1, JOINT: 2, GROUP: 3, MAJORITY: 4 } as const
export type ControlKind = (typeof ControlKind)[keyof typeof ControlKind]
