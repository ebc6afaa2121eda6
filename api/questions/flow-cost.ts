import type { FlowScope } from '#analytics/flow-scope.ts'
import type { LocalCost } from '#analytics/local-cost.ts'
import { localCost } from '#analytics/local-cost.ts'
import { isInside } from '#analytics/place-tree.ts'
import { row } from '#analytics/rows.ts'
import type { AskedFlows } from './flow-question.ts'

/**
 * What a standstill of a site touches here: figures of the site and of what gets nothing without it, in the place asked
 * about, or where the site is.
 */
export function flowCost({ asked: { view }, subject, isPlace }: AskedFlows, { nodes }: FlowScope, site: number, dependents: readonly number[]): LocalCost {
  const placesOf = (node: number) => Array.from(row(view.locations.byFrom, node), (link) => view.locations.to[link]!)
  const here = isPlace ? [subject] : placesOf(nodes[site]!)
  const touched = [site, ...dependents].map((at) => nodes[at]!)
  return localCost(view, touched.filter((node) => placesOf(node).some((place) => here.some((one) => isInside(view, place, one)))))
}
