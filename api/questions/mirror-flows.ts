import type { FlowLink } from '#analytics/flows/flow-link.ts'
import type { FlowPositions } from '#analytics/flows/flow-positions.ts'
import { flowPositions } from '#analytics/flows/flow-positions.ts'
import { linksOfActor } from '#analytics/flows/flow-scope.ts'
import { jobsOf } from '#analytics/flows/local-cost.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import { flowLinks } from '#snapshot/flow-links.ts'
import { siteCapacities } from '#snapshot/site-capacities.ts'
import type { Asked } from './asked.ts'
import { controlledInFlows } from './flow-question.ts'

/** The flows an actor depends on, of all commodities. */
export interface ActorFlows {
  /** NONE: not on record. WITHHELD: an essential service depends on one of them, and none is used (decision 0006). */
  readonly status: 'ON_RECORD' | 'NONE' | 'WITHHELD'
  /** Empty unless on record. */
  readonly links: readonly FlowLink[]
  /** What the actor controls alone. */
  readonly inside: ReadonlySet<number>
}

/** Time O(links), beside what the actor reaches. @throws Cancelled */
export function flowsOfActor({ view, cancellation }: Asked, actor: number): ActorFlows {
  const inside = controlledInFlows(view, actor, cancellation)
  const links = linksOfActor(flowLinks(view), inside)
  if (links.length === 0) return { status: 'NONE', links, inside }
  const essential = essentialServices(view.snapshot)
  if (links.some(({ from, to }) => essential[from] === 1 || essential[to] === 1)) return { status: 'WITHHELD', links: [], inside }
  return { status: 'ON_RECORD', links, inside }
}

/** Where the actor's sites stand in them; undefined where nothing may be said. @throws Cancelled */
export const positionsIn = ({ view, cancellation }: Asked, { status, links, inside }: ActorFlows): FlowPositions | undefined =>
  (status === 'ON_RECORD' ? flowPositions(links, inside, (scope) => siteCapacities(view, scope), cancellation) : undefined)

/** Jobs by which sites can be compared: none of a site on which an essential service depends, whose figures are withheld. */
export function jobsToCompare({ view }: Asked): (site: number) => number | undefined {
  const essential = essentialServices(view.snapshot)
  return (site) => (essential[site] === 1 ? undefined : jobsOf(view, site))
}
