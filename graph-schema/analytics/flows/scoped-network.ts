import { directedGraph } from '../graphs/directed-graph.ts'
import type { DirectedGraph } from '../graphs/directed-graph.ts'
import type { Bounds } from './flow-link.ts'
import { sumOf, sumOfKnown } from './flow-link.ts'
import type { SupplyNetwork } from './flow-network.ts'
import type { FlowScope, ScopedLink } from './flow-scope.ts'

/** Most a site can handle, by position in the scope; absent where no source states it in the unit of the scope. */
export type SiteCapacities = ReadonlyMap<number, number>

/**
 * What each market wants: what reaches it now where every link to it states a volume, else what the links to it can carry
 * as far as that is stated. Markets without any figure are left out.
 */
export function demandsOf({ markets, links }: FlowScope): ReadonlyMap<number, Bounds> {
  const demands = new Map<number, Bounds>()
  const linksTo = new Map<number, ScopedLink[]>(markets.map((market) => [market, []]))
  for (const link of links) linksTo.get(link.to)?.push(link)
  for (const [market, incoming] of linksTo) {
    const volume = sumOfKnown(incoming.map((link) => link.volume))
    const known = incoming.flatMap((link) => link.capacity ?? link.volume ?? [])
    const demand = volume ?? (known.length > 0 ? sumOf(known) : undefined)
    if (demand !== undefined) demands.set(market, demand)
  }
  return demands
}

/** The node before all origins: position after the last one. */
export const beginningOf = ({ nodes }: FlowScope): number => nodes.length

/** Ways alone, from one beginning over the origins. */
export function routesGraph(scope: FlowScope, weight?: readonly number[]): DirectedGraph {
  const { links, origins, nodes } = scope
  const from = [...links.map((link) => link.from), ...origins.map(() => beginningOf(scope))]
  const to = [...links.map((link) => link.to), ...origins]
  return directedGraph(nodes.length + 1, from, to, weight === undefined ? undefined : [...weight, ...origins.map(() => Infinity)])
}

/**
 * The scope as a network for maximum flow: a link carries its stated capacity, else what was observed on it, else no
 * limit is known. `low` takes the lower bound of every range, `high` the upper one.
 */
export function scopedNetwork(scope: FlowScope, capacities: SiteCapacities, side: 'low' | 'high'): SupplyNetwork {
  const siteCapacity = new Float64Array(scope.nodes.length + 1).fill(Infinity)
  for (const [site, capacity] of capacities) siteCapacity[site] = capacity
  return {
    graph: routesGraph(scope, scope.links.map(({ capacity, volume }) => (capacity ?? volume)?.[side] ?? Infinity)),
    sources: [{ site: beginningOf(scope) }],
    markets: [...demandsOf(scope)].map(([site, demand]) => ({ site, demand: demand[side] })),
    siteCapacity,
  }
}

/** Ways that share no site: every node but the markets counts once. */
export function wayNetwork(scope: FlowScope): SupplyNetwork {
  const siteCapacity = new Float64Array(scope.nodes.length + 1).fill(1)
  siteCapacity[beginningOf(scope)] = Infinity
  for (const market of scope.markets) siteCapacity[market] = Infinity
  return {
    graph: routesGraph(scope, scope.links.map(() => 1)), sources: [{ site: beginningOf(scope) }],
    markets: scope.markets.map((site) => ({ site, demand: scope.nodes.length })), siteCapacity,
  }
}

/** Whether any figure of the scope is a range, so that both ends have to be computed. */
export const hasRanges = ({ links }: FlowScope): boolean => links.some(({ volume, capacity }) => [volume, capacity].some((one) => one !== undefined && one.low !== one.high))
