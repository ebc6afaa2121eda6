import { actorHoldings } from '../record/actor-holdings.ts'
import { actorsPresent } from './actors-present.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { CollapsedRow } from './collapse-rows.ts'
import { collapseRows } from './collapse-rows.ts'
import { domainMeasures } from './domain-measures.ts'
import type { PlaceExposure } from './exposure.ts'
import { heldInPlace, placeExposure } from './exposure.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { controlBounds } from '../control/possible-control.ts'

/** A control chain with something in one place, and the exposure of the place to it. */
export interface PlaceAdversary extends CollapsedRow { readonly exposure: PlaceExposure }

/** Who controls, or may control, something in a place: one row per control chain, the largest exposure first. @throws Cancelled. Time O(actors present · what each reaches). */
export function placeAdversaries(view: OwnershipView, place: number, cancellation?: Cancellation): PlaceAdversary[] {
  const measures = domainMeasures(view, [place])
  const { controlsStart, controls } = controlBounds(view.stakes, cancellation).certain
  const exposures = new Map(actorsPresent(view, place, 'controllers', cancellation).flatMap((actor) => {
    const exposure = placeExposure(view, actorHoldings(view, actor, 'controllers', cancellation), place, measures, undefined)
    return exposure.high > 0 ? [[actor, exposure] as const] : []
  }))
  const footprints = [...exposures.keys()].map((actor) => ({
    actor, footprint: new Map(heldInPlace(view, actorHoldings(view, actor, 'controllers'), place).map(({ footing, low, high }) => [footing, [low, high] as const])),
    below: new Set(Array.from(controls.subarray(controlsStart[actor], controlsStart[actor + 1])).filter((node) => exposures.has(node))),
  }))
  return collapseRows(footprints, cancellation).map((one) => ({ ...one, exposure: exposures.get(one.head)! }))
    .sort((a, b) => b.exposure.low - a.exposure.low || b.exposure.high - a.exposure.high || a.head - b.head)
}
