import { actorHoldings } from '../record/actor-holdings.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import { domainMeasures, domainTotals, weightIn } from '../places/domain-measures.ts'
import type { DomainWeights } from '../places/exposure.ts'
import { placeExposure, weightShares } from '../places/exposure.ts'
import { footingsOf } from '../record/footings.ts'
import { LEAST_COVERAGE } from '../graphs/gower-similarity.ts'
import { mirrorPoints } from './mirror-points.ts'
import type { OwnershipView } from '../record/ownership-view.ts'

/** Exposure-weighted share of the sites of some actors that have a counterpart in the other place, 0–1, from either side. */
export interface MirrorCoverage { readonly here: number; readonly there: number }

export interface MirrorOptions {
  readonly weights: DomainWeights
  /** Smallest similarity of a pair, 0–1. */
  readonly threshold: number
  readonly cancellation?: Cancellation | undefined
}

/**
 * How much of what some actors have in one place has a mirror in the other: Σ over their sites of exposure · m, divided
 * by the same sum with m = 1. m is 1 for a site in a ranked pair, its coverage ÷ .40 in a pair about which too little
 * is known to rank it, else 0. A brand presence has its counterpart where the same brand of the actor is sold there.
 * Hospitals and water supply have no mirror and are left out; so is what is not certain.
 *
 * @param isEnough asked with the most it can be before sites are paired, which is costly: a site needs another one of
 *   its domain, each for itself, so the smaller number of both is all that can be mirrored
 * @returns undefined when that was not enough
 * @throws Cancelled
 * Cost: see {@link mirrorPoints}, once per actor.
 */
export function mirrorCoverage(
  view: OwnershipView, actors: readonly number[], here: number, there: number, { weights, threshold, cancellation }: MirrorOptions, isEnough: (most: MirrorCoverage) => boolean,
): MirrorCoverage | undefined {
  footingsOf(view, cancellation) // what everything below rests on
  const all = actors.map((actor) => ({ actor, here: contributions(view, actor, here, [here, there], weights), there: contributions(view, actor, there, [here, there], weights) }))
  const share = (side: Side, mirrored: (one: (typeof all)[number]) => (contribution: Contribution) => number): number => {
    const [part, whole] = all.reduce(([sum, total], one) => {
      const of = mirrored(one)
      return [one[side].reduce((before, each) => before + each.exposure * of(each), sum), one[side].reduce((before, each) => before + each.exposure, total)]
    }, [0, 0])
    return whole! > 0 ? Math.min(1, part! / whole!) : 0
  }
  const most = (side: Side) => share(side, (one) => mostMirrored(one[side], one[other(side)]))
  if (!isEnough({ here: most('here'), there: most('there') })) return undefined
  const pairs = new Map(actors.map((actor) => [actor, mirrorPoints(view, actor, here, there, { threshold, cancellation }).pairs]))
  const found = (side: Side) => share(side, (one) => {
    const part = new Map(pairs.get(one.actor)!.map((pair) => [pair[side], pair.ranked ? 1 : Math.min(1, pair.coverage / LEAST_COVERAGE)]))
    const brands = brandsOf(one[other(side)])
    return ({ site, brand }) => (site >= 0 ? part.get(site) ?? 0 : Number(brands.has(brand)))
  })
  return { here: found('here'), there: found('there') }
}

type Side = 'here' | 'there'
const other = (side: Side): Side => (side === 'here' ? 'there' : 'here')

/** 1 for the largest sites of a domain, as many as there are on the other side. */
function mostMirrored(ours: readonly Contribution[], theirs: readonly Contribution[]): (contribution: Contribution) => number {
  const left = new Map<number, number>()
  for (const { site, domain } of theirs) if (site >= 0) left.set(domain, (left.get(domain) ?? 0) + 1)
  const brands = brandsOf(theirs)
  const mirrored = new Set<Contribution>()
  for (const one of [...ours].sort((a, b) => b.exposure - a.exposure)) {
    const free = left.get(one.domain) ?? 0
    if (one.site >= 0 ? free === 0 : !brands.has(one.brand)) continue
    if (one.site >= 0) left.set(one.domain, free - 1)
    mirrored.add(one)
  }
  return (contribution) => Number(mirrored.has(contribution))
}

const brandsOf = (list: readonly Contribution[]): ReadonlySet<number> => new Set(list.filter(({ site }) => site < 0).map(({ brand }) => brand))

interface Contribution { readonly site: number; readonly brand: number; readonly domain: number; readonly exposure: number }

/** What each footing adds to the exposure of a place, at the minima. */
function contributions(view: OwnershipView, actor: number, place: number, places: readonly number[], weights: DomainWeights): Contribution[] {
  const { list } = footingsOf(view)
  const { nodes } = view.snapshot
  const held = actorHoldings(view, actor, 'controllers')
  const shares = weightShares([...domainTotals(view, place).keys()], weights)
  return placeExposure(view, held, place, domainMeasures(view, places), weights).byDomain.flatMap(({ domain, measure, total, footings }) => footings.flatMap((one) => {
    const footing = list[one.footing]!
    if (!(one.low > 0) || !(total > 0) || (footing.site >= 0 && nodes.protectedClass[footing.site] !== 0)) return []
    return [
      {
        domain,
        site: footing.site,
        brand: footing.presence < 0 ? -1 : view.presences.from[footing.presence]!,
        exposure: (shares.get(domain)! * one.low * weightIn(footing, measure)) / total,
      },
    ]
  }))
}
