import type { Cancellation } from '../parts/cancellation.ts'
import type { Bounds } from './flow-link.ts'
import { sumOfKnown } from './flow-link.ts'
import type { SupplyNetwork } from './flow-network.ts'
import { flowNetwork, maximumFlow } from './flow-network.ts'
import type { FlowScope } from './flow-scope.ts'
import { lossAfterRerouting } from './loss-after-rerouting.ts'
import { beginningOf, hasRanges, routesGraph } from './scoped-network.ts'

/** Sums of equal amounts differ by less. */
const ROUNDING = 1e-9

export interface StatedThroughput {
  /** What all markets receive, else what leaves all origins; undefined where not every link of either states a volume. */
  readonly total: Bounds | undefined
  /** Per position what is stated to pass it; undefined where a volume is missing on either side. */
  readonly through: readonly (Bounds | undefined)[]
  /** No goods are stated to come to a site on the way and not to leave it, and nothing passes more than arrives. */
  readonly isComplete: boolean
}

/**
 * What passes each site as stated. Never taken from a maximum flow: which of many equal flows a method finds is no fact.
 * Where incoming and outgoing volumes differ, the range between them. Time O(links).
 */
export function statedThroughput({ nodes, links, markets, origins }: FlowScope): StatedThroughput {
  const incoming: (Bounds | undefined)[][] = nodes.map(() => [])
  const outgoing: (Bounds | undefined)[][] = nodes.map(() => [])
  for (const { from, to, volume } of links) {
    incoming[to]!.push(volume)
    outgoing[from]!.push(volume)
  }
  const sumAt = (lists: readonly (Bounds | undefined)[][], at: readonly number[]) => sumOfKnown(at.flatMap((node) => lists[node]!))
  const through = nodes.map((_, node) => {
    const sides = [sumOfKnown(incoming[node]!), sumOfKnown(outgoing[node]!)].filter((side): side is Bounds => side !== undefined)
    return sides.length === 0 ? undefined : { low: Math.min(...sides.map(({ low }) => low)), high: Math.max(...sides.map(({ high }) => high)) }
  })
  const arriving = sumAt(incoming, markets)
  const total = arriving ?? sumAt(outgoing, origins)
  const ends = new Set(markets)
  const staysThere = (node: number): boolean => {
    const [came, left] = [sumOfKnown(incoming[node]!), sumOfKnown(outgoing[node]!)]
    return !ends.has(node) && came !== undefined && left !== undefined && came.high > left.low * (1 + ROUNDING)
  }
  const isMoreThan = (part: Bounds | undefined) => part !== undefined && total !== undefined && part.low > total.high * (1 + ROUNDING)
  return { total, through, isComplete: arriving === undefined || !nodes.some((_, node) => staysThere(node) || isMoreThan(through[node])) }
}

/**
 * Share of what reaches the markets that passes each site, as stated: what passes it over what arrives. Where goods are
 * stated to come to a site downstream and not to leave it towards these markets, only a part of what passes upstream of it
 * arrives: then the share is at least what could not arrive without the site if every flow stayed within what is stated.
 *
 * @throws Cancelled
 * Time O(links), and two maximum flows with a local search a site where goods leave the network on the way.
 */
export function throughputShares(scope: FlowScope, cancellation?: Cancellation): (Bounds | undefined)[] {
  const { total, through, isComplete } = statedThroughput(scope)
  const shares = through.map((part) => shareWithin(part, total))
  if (isComplete || total === undefined || !(total.high > 0)) return shares
  const options = cancellation ? { cancellation } : {}
  const least = lossAfterRerouting(statedNetwork(scope, 'low'), options)
  const most = hasRanges(scope) ? lossAfterRerouting(statedNetwork(scope, 'high'), options) : least
  return shares.map((share, site) => {
    if (share === undefined) return undefined
    const aroundIt = most.flow * (1 - most.loss[site]!)
    return { low: Math.min(share.low, Math.max(0, (least.flow - aroundIt) / total.high)), high: share.high }
  })
}

/**
 * How much of what arrives passes any of some sites, as stated; undefined where volumes are missing. The same bounds as
 * {@link throughputShares}, for sites together. Time O(links), and two maximum flows where goods leave on the way.
 */
export function statedThrough(scope: FlowScope, sites: readonly number[], cancellation?: Cancellation): Bounds | undefined {
  const { total, isComplete } = statedThroughput(scope)
  const among = new Set(sites)
  const across = (into: boolean) => sumOfKnown(scope.links.filter(({ from, to }) => among.has(into ? to : from) && !among.has(into ? from : to)).map(({ volume }) => volume))
  const sides = [across(true), across(false)].filter((side): side is Bounds => side !== undefined)
  if (total === undefined || sides.length === 0) return undefined
  const through = { low: Math.min(total.high, ...sides.map(({ low }) => low)), high: Math.min(total.high, Math.max(...sides.map(({ high }) => high))) }
  if (isComplete) return through
  const flowOn = (side: 'low' | 'high', without: readonly number[]) => maximumFlow(flowNetwork(statedNetwork(scope, side), { without, cancellation }))
  return { low: Math.min(through.low, Math.max(0, flowOn('low', []) - flowOn('high', sites))), high: through.high }
}

/** Flows as they are stated: a link carries its volume, a market gets all that is stated to reach it. */
function statedNetwork(scope: FlowScope, side: 'low' | 'high'): SupplyNetwork {
  const arriving = scope.markets.map((market) => sumOfKnown(scope.links.filter(({ to }) => to === market).map(({ volume }) => volume)))
  return {
    graph: routesGraph(scope, scope.links.map(({ volume }) => volume?.[side] ?? Infinity)),
    sources: [{ site: beginningOf(scope) }],
    markets: scope.markets.flatMap((site, at) => (arriving[at] === undefined ? [] : [{ site, demand: arriving[at][side] }])),
    siteCapacity: new Float64Array(scope.nodes.length + 1).fill(Infinity),
  }
}

/** A part of a whole as a share, 0–1, between what both ranges allow. */
export function shareWithin(part: Bounds | undefined, whole: Bounds | undefined): Bounds | undefined {
  if (part === undefined || whole === undefined || !(whole.low > 0)) return undefined
  return { low: Math.min(1, part.low / whole.high), high: Math.min(1, part.high / whole.low) }
}
