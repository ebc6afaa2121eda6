import type { FlowScope } from '#analytics/flow-scope.ts'
import type { LocalCost } from '#analytics/local-cost.ts'
import { localCost } from '#analytics/local-cost.ts'
import type { OwnershipView } from '#analytics/ownership-view.ts'
import { isInside } from '#analytics/place-tree.ts'
import { row } from '#analytics/rows.ts'
import type { AskedFlows } from './flow-question.ts'

/**
 * What a standstill of a site touches here: figures of the site and of what gets nothing without it, in the place asked
 * about, or where the site is.
 */
export function flowCost({ asked: { view }, subject, isPlace }: AskedFlows, { nodes }: FlowScope, site: number, dependents: readonly number[]): LocalCost {
  const here = isPlace ? [subject] : placesOf(view, nodes[site]!)
  const touched = [site, ...dependents].map((at) => nodes[at]!)
  return localCost(view, touched.filter((node) => placesOf(view, node).some((place) => here.some((one) => isInside(view, place, one)))), here)
}

/** As {@link flowCost} for several sites together, wherever what they touch is. */
export function flowCostOfAll({ asked: { view }, subject, isPlace }: AskedFlows, { nodes }: FlowScope, sites: readonly number[], dependentsOf: (site: number) => readonly number[]): LocalCost {
  const here = isPlace ? [subject] : [...new Set(sites.flatMap((site) => placesOf(view, nodes[site]!)))].sort((a, b) => a - b)
  const touched = new Set(sites.flatMap((site) => [site, ...dependentsOf(site)]))
  return localCost(view, [...touched].sort((a, b) => a - b).map((at) => nodes[at]!), here)
}

const placesOf = ({ locations }: OwnershipView, node: number): number[] => Array.from(row(locations.byFrom, node), (link) => locations.to[link]!)
