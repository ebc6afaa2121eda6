import type { Cancellation } from '../parts/cancellation.ts'
import type { Dominators } from '../graphs/dominators.ts'
import { dominators, dominatorsOf } from '../graphs/dominators.ts'
import type { Bounds } from './flow-link.ts'
import { exactBounds } from './flow-link.ts'
import type { SupplyNetwork } from './flow-network.ts'
import type { FlowScope } from './flow-scope.ts'
import { lossAfterRerouting, lossPerMarket, shareOf } from './loss-after-rerouting.ts'
import type { SiteCapacities } from './scoped-network.ts'
import { beginningOf, demandsOf, hasRanges, routesGraph, scopedNetwork, wayNetwork } from './scoped-network.ts'
import { throughputShares } from './stated-throughput.ts'

/** One site on the way, by position in the scope. */
export interface ChokePoint {
  readonly site: number
  /** 1 + number of sites with a larger loss; sites of equal loss share a rank. */
  readonly rank: number
  /** D: share of the flow that is lost after re-routing, 0–1; undefined without figures. */
  readonly loss: Bounds | undefined
  /** T: share of the stated flow that passes it, 0–1; undefined where volumes are missing. */
  readonly throughput: Bounds | undefined
  /** 1 − D / T, cut to 0–1. */
  readonly substitutability: Bounds | undefined
  /** Ways from the origins to all markets together that share no site and avoid this one. */
  readonly alternatives: number
  /** Markets every way to which leads over it. */
  readonly dominated: readonly number[]
}

export interface ChokeRanking {
  /** The most that can reach all markets together; undefined where no market has figures. */
  readonly flow: Bounds | undefined
  readonly points: readonly ChokePoint[]
  readonly tree: Dominators
}

export interface ChokeOptions { readonly capacities: SiteCapacities; readonly cancellation?: Cancellation | undefined }

/** Losses closer than this are one rank. */
const ROUNDING = 1e-9

/**
 * Sites by what their standstill costs all markets after everything has looked for other ways, with the share that is
 * stated to pass them, the ways that remain, and the markets that depend on them entirely.
 *
 * @param candidates positions to rank: neither markets nor mere beginnings
 * @throws Cancelled
 * @see loss-after-rerouting.ts, dominators.ts. Time O(maximum flow + sites · local search).
 */
export function chokePoints(scope: FlowScope, candidates: readonly number[], { capacities, cancellation }: ChokeOptions): ChokeRanking {
  const losses = lossRange(networksOf(scope, capacities), cancellation)
  const ways = lossAfterRerouting(wayNetwork(scope), cancellation ? { cancellation } : {})
  const throughputs = throughputShares(scope, cancellation)
  const tree = dominators(routesGraph(scope), [beginningOf(scope)])
  const dominated = dominatedBy(scope, tree, cancellation)
  const points = candidates.map((site) => {
    const loss = losses?.loss(site)
    const throughput = throughputs[site]
    return {
      site, loss, throughput, substitutability: substitutability(loss, throughput),
      alternatives: Math.round(ways.flow * (1 - ways.loss[site]!)), dominated: dominated.get(site) ?? [],
    }
  })
  return { flow: losses?.flow, tree, points: ranked(points) }
}

export interface MarketLosses {
  readonly market: number
  readonly flow: Bounds | undefined
  readonly loss: (site: number) => Bounds | undefined
  readonly alternatives: (site: number) => number
}

/** The same for each market by itself: what it alone would miss, and the ways that would be left to it. Time: {@link chokePoints} per market. */
export function chokePointsPerMarket(scope: FlowScope, { capacities, cancellation }: ChokeOptions): MarketLosses[] {
  const options = cancellation ? { cancellation } : {}
  const measured = [...demandsOf(scope).keys()]
  const { low, high } = networksOf(scope, capacities)
  const [least, most] = [lossPerMarket(low, options), high === low ? undefined : lossPerMarket(high, options)]
  const ways = lossPerMarket(wayNetwork(scope), options)
  return scope.markets.map((market, at) => {
    const place = measured.indexOf(market)
    const range = place < 0 ? undefined : rangeOf(least[place]!, (most ?? least)[place]!)
    const way = ways[at]!
    return { market, flow: range?.flow, loss: (site: number) => range?.loss(site), alternatives: (site: number) => Math.round(way.flow * (1 - way.loss[site]!)) }
  })
}

/** Everything that gets nothing when a site stands still, the site itself left out; positions ascending. Time O(nodes) once, then O(what is found). */
export function dependentsIn({ immediate }: Dominators, cancellation?: Cancellation): (site: number) => number[] {
  const children = new Map<number, number[]>()
  for (const [node, above] of immediate.entries()) if (above >= 0) push(children, above, node)
  return (site) => {
    const found = [...children.get(site) ?? []]
    for (const node of found) for (const child of children.get(node) ?? []) found.push(child) // grows while it is read
    cancellation?.spend(found.length + 1)
    return found.sort((a, b) => a - b)
  }
}

function push(lists: Map<number, number[]>, at: number, item: number): void {
  const list = lists.get(at)
  if (list) list.push(item)
  else lists.set(at, [item])
}

/** Networks of the lower and upper bounds; the same one where nothing is a range. */
export function networksOf(scope: FlowScope, capacities: SiteCapacities): { readonly low: SupplyNetwork; readonly high: SupplyNetwork } {
  const low = scopedNetwork(scope, capacities, 'low')
  return { low, high: hasRanges(scope) ? scopedNetwork(scope, capacities, 'high') : low }
}

interface LossRange { readonly flow: Bounds; readonly loss: (site: number) => Bounds }

function lossRange({ low, high }: { readonly low: SupplyNetwork; readonly high: SupplyNetwork }, cancellation: Cancellation | undefined): LossRange | undefined {
  if (low.markets.length === 0) return undefined
  const options = cancellation ? { cancellation } : {}
  const least = lossAfterRerouting(low, options)
  return rangeOf(least, high === low ? least : lossAfterRerouting(high, options))
}

interface Losses { readonly flow: number; readonly loss: Float64Array }

/**
 * Outer bounds: the flow grows with every capacity, so what is left without a site lies between what the lower and the
 * upper bounds leave. Undefined where nothing can arrive: nothing can be lost then.
 */
function rangeOf(least: Losses, most: Losses): LossRange | undefined {
  if (most.flow === 0) return undefined
  if (least === most) return { flow: exactBounds(least.flow), loss: (site) => exactBounds(least.loss[site]!) }
  const left = ({ flow, loss }: Losses, site: number) => flow * (1 - loss[site]!)
  return {
    flow: { low: least.flow, high: most.flow },
    loss: (site) => ({
      low: least.flow > 0 ? shareOf(Math.max(0, least.flow - left(most, site)), least.flow) : 0,
      high: shareOf(most.flow - left(least, site), most.flow),
    }),
  }
}

function substitutability(loss: Bounds | undefined, throughput: Bounds | undefined): Bounds | undefined {
  if (loss === undefined || throughput === undefined || !(throughput.low > 0)) return undefined
  const cut = (value: number) => Math.min(1, Math.max(0, value))
  return { low: cut(1 - loss.high / throughput.low), high: cut(1 - loss.low / throughput.high) }
}

function dominatedBy({ markets }: FlowScope, tree: Dominators, cancellation: Cancellation | undefined): Map<number, number[]> {
  const dominated = new Map<number, number[]>()
  for (const market of markets) {
    const above = dominatorsOf(tree, market)
    cancellation?.spend(above.length + 1)
    for (const site of above) push(dominated, site, market)
  }
  return dominated
}

/** Largest loss first, then the larger stated share, then fewer ways left, then by position; unknown last. */
function ranked(points: readonly Omit<ChokePoint, 'rank'>[]): ChokePoint[] {
  const key = ({ low = -1 }: Partial<Bounds> = {}) => low
  const sorted = [...points].sort((a, b) => {
    const difference = key(b.loss) - key(a.loss)
    return (
      (Math.abs(difference) > ROUNDING ? difference : 0) ||
      b.dominated.length - a.dominated.length ||
      key(b.throughput) - key(a.throughput) ||
      a.alternatives - b.alternatives ||
      a.site - b.site
    )
  })
  let rank = 0
  return sorted.map((point, at) => {
    const before = sorted[at - 1]
    if (before === undefined || Math.abs(key(before.loss) - key(point.loss)) > ROUNDING) rank = at + 1
    return { ...point, rank }
  })
}
