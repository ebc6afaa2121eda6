import { actorHoldings } from './actor-holdings.ts'
import { domainMeasures, domainTotals, weightIn } from './domain-measures.ts'
import type { DomainWeights } from './exposure.ts'
import { placeExposure, weightShares } from './exposure.ts'
import { footingsOf } from './footings.ts'
import { LEAST_COVERAGE } from './gower-similarity.ts'
import { mirrorPoints } from './mirror-points.ts'
import type { OwnershipView } from './ownership-view.ts'

/** Exposure-weighted share of the sites of some actors that have a counterpart in the other place, 0–1, from either side. */
export interface MirrorCoverage { readonly here: number; readonly there: number }

/**
 * How much of what some actors have in one place has a mirror in the other: Σ over their sites of exposure · m, divided
 * by the same sum with m = 1. m is 1 for a site in a ranked pair, its coverage ÷ .40 in a pair about which too little
 * is known to rank it, else 0. A brand presence has its counterpart where the same brand of the actor is sold there.
 * Hospitals and water supply have no mirror and are left out; so is what is not certain.
 *
 * Cost: see {@link mirrorPoints}, once per actor.
 */
export function mirrorCoverage(
  view: OwnershipView, actors: readonly number[], here: number, there: number, { weights, threshold }: { readonly weights: DomainWeights; readonly threshold: number },
): MirrorCoverage {
  const sums = { here: { mirrored: 0, all: 0 }, there: { mirrored: 0, all: 0 } }
  for (const actor of actors) {
    const { pairs } = mirrorPoints(view, actor, here, there, threshold)
    const brands = { here: brandsOf(view, actor, here), there: brandsOf(view, actor, there) }
    for (const [side, other, place] of [['here', 'there', here], ['there', 'here', there]] as const) {
      const part = new Map(pairs.map((pair) => [pair[side], pair.ranked ? 1 : Math.min(1, pair.coverage / LEAST_COVERAGE)]))
      for (const { site, brand, exposure } of contributions(view, actor, place, [here, there], weights)) {
        sums[side].all += exposure
        sums[side].mirrored += exposure * (site >= 0 ? part.get(site) ?? 0 : Number(brands[other].has(brand)))
      }
    }
  }
  const share = ({ mirrored, all }: { readonly mirrored: number; readonly all: number }) => (all > 0 ? Math.min(1, mirrored / all) : 0)
  return { here: share(sums.here), there: share(sums.there) }
}

interface Contribution { readonly site: number; readonly brand: number; readonly exposure: number }

/** What each footing adds to the exposure of a place, at the minima. */
function contributions(view: OwnershipView, actor: number, place: number, places: readonly number[], weights: DomainWeights): Contribution[] {
  const { list } = footingsOf(view)
  const { nodes } = view.snapshot
  const held = actorHoldings(view, actor, 'controllers')
  const shares = weightShares([...domainTotals(view, place).keys()], weights)
  return placeExposure(view, held, place, domainMeasures(view, places), weights).byDomain.flatMap(({ domain, measure, total, footings }) => footings.flatMap((one) => {
    const footing = list[one.footing]!
    if (!(one.low > 0) || !(total > 0) || (footing.site >= 0 && nodes.protectedClass[footing.site] !== 0)) return []
    return [{ site: footing.site, brand: footing.presence < 0 ? -1 : view.presences.from[footing.presence]!, exposure: shares.get(domain)! * one.low * weightIn(footing, measure) / total }]
  }))
}

/** Brands of an actor that are sold in a place. */
function brandsOf(view: OwnershipView, actor: number, place: number): ReadonlySet<number> {
  const { list, inPlace } = footingsOf(view)
  const held = actorHoldings(view, actor, 'controllers')
  return new Set((inPlace.get(place) ?? []).filter((at) => list[at]!.presence >= 0 && (held.get(at)?.low ?? 0) > 0).map((at) => view.presences.from[list[at]!.presence]!))
}
