import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import type { FlowTime } from '#analytics/flows/flow-link.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { unitPerTime } from '#model/values/flow-period.ts'

const TIMES_A_YEAR: Readonly<Record<FlowTime, number>> = { month: 12, quarter: 4, year: 1 }

/**
 * What a source states a site can handle, in the unit and time of a scope, by position in it: "2,700,000 TEU/year" for
 * flows in TEU per year or month. A figure in another unit limits nothing. Time O(nodes of the scope).
 */
export function siteCapacities({ figures, snapshot: { texts } }: OwnershipView, { nodes, unit, per }: FlowScope): ReadonlyMap<number, number> {
  const capacities = new Map<number, number>()
  nodes.forEach((node, at) => {
    for (const figure of figures.get(node) ?? []) {
      const stated = unitPerTime(texts[figure.unit]!)
      if (
        texts[figure.measure] !== 'capacity' ||
        stated.per === 'too fine' ||
        stated.per === 'no time' ||
        stated.unit.toLowerCase() !== unit.toLowerCase() ||
        (stated.per === undefined) !== (per === undefined)
      )
        continue
      const amount = stated.per === undefined || per === undefined ? figure.amount : figure.amount * TIMES_A_YEAR[stated.per] / TIMES_A_YEAR[per]
      capacities.set(at, Math.min(amount, capacities.get(at) ?? Infinity))
    }
  })
  return capacities
}
