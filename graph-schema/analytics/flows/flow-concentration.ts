import type { Bounds } from './flow-link.ts'
import type { FlowScope } from './flow-scope.ts'
import type { Concentration } from '../graphs/herfindahl.ts'
import { concentration } from '../graphs/herfindahl.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { row } from '../parts/rows.ts'
import { functionCode } from '../record/site-function.ts'
import type { SiteCapacities } from './scoped-network.ts'
import { statedThroughput } from './stated-throughput.ts'

/** How few operators handle what sites of one function handle. */
export interface FunctionConcentration extends Concentration {
  /** Kind the sites share, or their class where kinds differ. */
  readonly name: string
  readonly sites: number
  readonly measuredBy: 'volume' | 'capacity'
}

/** Sites with the same function code serve the same end; an operator's sites count together, a site without one by itself. */
export function functionConcentration(view: OwnershipView, scope: FlowScope, capacities: SiteCapacities): FunctionConcentration[] {
  const { snapshot: { nodes, texts, labels } } = view
  const { through } = statedThroughput(scope)
  const groups = new Map<string, number[]>()
  scope.nodes.forEach((node, at) => {
    if (labels[nodes.label[node]!] !== 'Site') return
    const kind = texts[nodes.kind[node]!]!
    const code = functionCode(kind, texts[nodes.industryCode[node]!]!) ?? kind
    groups.set(code, [...groups.get(code) ?? [], at])
  })
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([code, sites]) => {
    const measured = amountsOf(sites, through, capacities)
    if (measured === undefined || !measured.amounts.some((amount) => amount > 0)) return [] // of nothing nobody has a share
    const kinds = new Set(sites.map((at) => texts[nodes.kind[scope.nodes[at]!]!]!))
    const operators = sites.map((at) => operatorOf(view, scope.nodes[at]!))
    return [{ ...byHolder(operators, measured.amounts), name: kinds.size === 1 ? [...kinds][0]! : `class ${code}`, sites: sites.length, measuredBy: measured.by }]
  })
}

/** Concentration of what a market receives over who supplies it: by volume, else by stated shares; undefined where neither is complete. */
export function supplierConcentration(view: OwnershipView, { links, nodes }: FlowScope, market: number): (Concentration & { readonly measuredBy: 'volume' | 'share' }) | undefined {
  const incoming = links.filter(({ to }) => to === market)
  const suppliers = incoming.map(({ from }) => operatorOf(view, nodes[from]!))
  for (const measuredBy of ['volume', 'share'] as const) {
    const amounts = incoming.flatMap((link) => link[measuredBy]?.low ?? [])
    if (amounts.length === incoming.length && amounts.some((amount) => amount > 0)) return { ...byHolder(suppliers, amounts), measuredBy }
  }
  return undefined
}

function amountsOf(
  sites: readonly number[],
  through: readonly (Bounds | undefined)[],
  capacities: SiteCapacities,
): { readonly by: 'volume' | 'capacity'; readonly amounts: readonly number[] } | undefined {
  const volumes = sites.flatMap((at) => through[at]?.low ?? [])
  if (volumes.length === sites.length) return { by: 'volume', amounts: volumes }
  const stated = sites.flatMap((at) => capacities.get(at) ?? [])
  return stated.length === sites.length ? { by: 'capacity', amounts: stated } : undefined
}

/** The only operator on record, else the site itself. */
function operatorOf({ operations }: OwnershipView, node: number): number {
  const operators = new Set(Array.from(row(operations.byTo, node), (link) => operations.from[link]!))
  return operators.size === 1 ? [...operators][0]! : node
}

function byHolder(holders: readonly number[], amounts: readonly number[]): Concentration {
  const sums = new Map<number, number>()
  holders.forEach((holder, at) => sums.set(holder, (sums.get(holder) ?? 0) + amounts[at]!))
  return concentration([...sums.values()])
}
