import type { Cancellation } from '../parts/cancellation.ts'
import { chokePoints } from './choke-points.ts'
import { undirectedGraph } from '../graphs/directed-graph.ts'
import type { Bounds, FlowLink } from './flow-link.ts'
import type { FlowScope } from './flow-scope.ts'
import { commoditiesOf, flowScope } from './flow-scope.ts'
import type { RoleSimilarity } from '../graphs/role-similarity.ts'
import { roleSimilarity } from '../graphs/role-similarity.ts'
import type { SiteCapacities } from './scoped-network.ts'

/** Where one thing stands in the flows of an actor. */
export interface FlowPosition {
  /** Fewest steps from a beginning, and to a market; undefined where no way leads. */
  readonly depthFromSource: number | undefined
  readonly depthToMarket: number | undefined
  /** Things that supply it, and that it supplies; each once. */
  readonly suppliers: number
  readonly receivers: number
  /** Whether every way to some market leads over it. */
  readonly dominatesMarket: boolean
  /** Of the commodity of which most passes it: the share of the stated flow, 0–1; undefined where volumes are missing. */
  readonly flowShare: number | undefined
  /** Of the commodity of which most is lost without it: the share that is lost after re-routing, 0–1; undefined without figures. */
  readonly loss: number | undefined
}

/** The flows of an actor as what its sites can be compared by; by node of the view. */
export type FlowPositions = ReadonlyMap<number, FlowPosition>

/** Largest differences between some positions: steps, and counts as log(1 + n); 0 where fewer than two are known. */
export interface PositionRanges { readonly depthFromSource: number; readonly depthToMarket: number; readonly logSuppliers: number; readonly logReceivers: number }

/**
 * Positions of everything in the flows of an actor. Depths and degrees are those of all commodities together, because a
 * mill turns one into another; shares, losses and dominated markets are those of one commodity each, because amounts of
 * different goods are never added. Of a range its middle counts.
 *
 * @param links the actor's, of all commodities: {@link linksOfActor}
 * @param capacitiesOf most a site can handle in the unit of one commodity
 * @throws Cancelled
 * Time: {@link chokePoints} per commodity.
 */
export function flowPositions(
  links: readonly FlowLink[],
  inside: ReadonlySet<number>,
  capacitiesOf: (scope: FlowScope) => SiteCapacities,
  cancellation?: Cancellation,
): FlowPositions {
  const together = flowScope('', links, inside, false)
  const receivers = neighbourLists(
    together,
    ({ from }) => from,
    ({ to }) => to,
  )
  const suppliers = neighbourLists(
    together,
    ({ to }) => to,
    ({ from }) => from,
  )
  const fromSource = steps(receivers, together.origins)
  const toMarket = steps(suppliers, together.markets)
  const byCommodity = commoditiesOf(links).map((commodity) => commodityPositions(links, commodity, inside, capacitiesOf, cancellation))
  const most = (values: readonly (number | undefined)[]) =>
    values.reduce((best, value) => (value === undefined ? best : Math.max(best ?? 0, value)), undefined)
  return new Map(
    together.nodes.map((node, at): [number, FlowPosition] => {
      const parts = byCommodity.flatMap((positions) => positions.get(node) ?? [])
      return [
        node,
        {
          depthFromSource: fromSource[at],
          depthToMarket: toMarket[at],
          suppliers: suppliers[at]!.length,
          receivers: receivers[at]!.length,
          dominatesMarket: parts.some(({ dominates }) => dominates),
          flowShare: most(parts.map(({ share }) => share)),
          loss: most(parts.map(({ loss }) => loss)),
        },
      ]
    }),
  )
}

/** Ranges among some nodes of the view, by which their differences are measured. Time O(nodes). */
export function positionRanges(positions: FlowPositions, nodes: Iterable<number>): PositionRanges {
  const known = [...nodes].flatMap((node) => positions.get(node) ?? [])
  return {
    depthFromSource: rangeOf(known.map(({ depthFromSource }) => depthFromSource)), depthToMarket: rangeOf(known.map(({ depthToMarket }) => depthToMarket)),
    logSuppliers: rangeOf(known.map(({ suppliers }) => Math.log1p(suppliers))), logReceivers: rangeOf(known.map(({ receivers }) => Math.log1p(receivers))),
  }
}

/** Roles in the flows of an actor by node of the view, direction and goods aside. @throws RangeError, Cancelled as {@link roleSimilarity} */
export function flowRoles(
  links: readonly FlowLink[],
  cancellation?: Cancellation,
): { readonly of: (one: number, other: number) => number | undefined } & Pick<RoleSimilarity, 'exact' | 'rounds'> {
  const nodes = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const position = new Map(nodes.map((node, at) => [node, at]))
  const graph = undirectedGraph(
    nodes.length,
    links.map(({ from }) => position.get(from)!),
    links.map(({ to }) => position.get(to)!),
  )
  const { similarity, size, exact, rounds } = roleSimilarity(graph, cancellation ? { cancellation } : {})
  return {
    exact,
    rounds,
    of: (one, other) => {
      const [a, b] = [position.get(one), position.get(other)]
      return a === undefined || b === undefined ? undefined : similarity[a * size + b]
    },
  }
}

interface CommodityPosition { readonly dominates: boolean; readonly share: number | undefined; readonly loss: number | undefined }

function commodityPositions(
  links: readonly FlowLink[],
  commodity: string,
  inside: ReadonlySet<number>,
  capacitiesOf: (scope: FlowScope) => SiteCapacities,
  cancellation: Cancellation | undefined,
): ReadonlyMap<number, CommodityPosition> {
  const scope = flowScope(
    commodity,
    links.filter((link) => link.commodity === commodity),
    inside,
    false,
  )
  const { points } = chokePoints(scope, [...scope.nodes.keys()], { capacities: capacitiesOf(scope), cancellation })
  return new Map(
    points.map(({ site, loss, throughput, dominated }) => [
      scope.nodes[site]!,
      {
        dominates: dominated.some((market) => market !== site),
        share: middle(throughput),
        loss: middle(loss),
      },
    ]),
  )
}

const middle = (bounds: Bounds | undefined): number | undefined => (bounds === undefined ? undefined : (bounds.low + bounds.high) / 2)

function neighbourLists(
  { nodes, links }: FlowScope,
  at: (link: FlowScope['links'][number]) => number,
  next: (link: FlowScope['links'][number]) => number,
): readonly (readonly number[])[] {
  const lists = nodes.map(() => new Set<number>())
  for (const link of links) if (link.from !== link.to) lists[at(link)]!.add(next(link))
  return lists.map((list) => [...list])
}

/** Fewest steps from any of the starts, per position (breadth first). */
function steps(next: readonly (readonly number[])[], starts: readonly number[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = next.map(() => undefined)
  const open = [...starts]
  for (const start of starts) found[start] = 0
  for (const at of open) {
    for (const other of next[at]!) {
      if (found[other] !== undefined) continue
      found[other] = found[at]! + 1
      open.push(other)
    }
  }
  return found
}

function rangeOf(values: readonly (number | undefined)[]): number {
  const known = values.filter((value): value is number => value !== undefined)
  return known.length === 0 ? 0 : known.reduce((most, value) => Math.max(most, value)) - known.reduce((least, value) => Math.min(least, value))
}
