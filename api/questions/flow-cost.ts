import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import type { LocalCost } from '#analytics/flows/local-cost.ts'
import { localCost } from '#analytics/flows/local-cost.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { row } from '#analytics/parts/rows.ts'
import type { AskedFlows } from './flow-question.ts'

/**
 * What it touches here when sites stand still together: figures of the sites and of what gets nothing without them, in the
 * place asked about, or where the sites are.
 */
export function flowCost(
  { asked: { view }, subject, isPlace }: AskedFlows,
  { nodes }: FlowScope,
  sites: readonly number[],
  dependentsOf: (site: number) => readonly number[],
): LocalCost {
  const here = isPlace ? [subject] : [...new Set(sites.flatMap((site) => placesOf(view, nodes[site]!)))].sort((a, b) => a - b)
  const touched = new Set(sites.flatMap((site) => [site, ...dependentsOf(site)]))
  return localCost(
    view,
    [...touched].sort((a, b) => a - b).map((at) => nodes[at]!),
    here,
  )
}

const placesOf = ({ locations }: OwnershipView, node: number): number[] => Array.from(row(locations.byFrom, node), (link) => locations.to[link]!)
