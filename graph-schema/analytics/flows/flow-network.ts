import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from '../graphs/directed-graph.ts'
import { flowSolver, residualNetwork } from '../graphs/maximum-flow.ts'
import type { FlowSolver, ResidualNetwork } from '../graphs/maximum-flow.ts'

/**
 * Goods on their way from sources over sites to markets. All amounts in one unit of one good per period.
 *
 * Weights of the graph are the capacities of the links (Infinity: no limit known); a graph without weights is refused,
 * because a link of unknown capacity is not a link of capacity 1.
 */
export interface SupplyNetwork {
  readonly graph: DirectedGraph
  /** Sites where the goods begin; `capacity` absent: as much as the links carry. */
  readonly sources: readonly { readonly site: number; readonly capacity?: number }[]
  /** Where the goods are wanted; `demand` is a finite number. */
  readonly markets: readonly { readonly site: number; readonly demand: number }[]
  /** Per site what it can handle; Infinity: no limit known. Absent: no limits known. */
  readonly siteCapacity?: Float64Array
}

/** A supply network as arcs: each site is an arc from its entrance to its exit, so that a site can be limited or closed. */
export interface FlowNetwork {
  readonly sites: number
  readonly residual: ResidualNetwork
  readonly solver: FlowSolver
  /** Common beginning of all sources and common end of all markets. */
  readonly source: number
  readonly sink: number
}

export const entranceOf = (site: number): number => 2 * site
export const exitOf = (site: number): number => 2 * site + 1

export interface FlowNetworkOptions {
  /** Only these of the network's markets, by their place in the list; absent: all. */
  readonly markets?: readonly number[]
  /** Closed sites. */
  readonly without?: readonly number[]
  readonly cancellation?: Cancellation | undefined
}

/**
 * @throws RangeError for a missing or negative capacity, or a demand that is not a finite number
 * Time and space O(sites + links).
 */
export function flowNetwork({ graph, sources, markets, siteCapacity }: SupplyNetwork, { markets: chosen, without = [], cancellation }: FlowNetworkOptions = {}): FlowNetwork {
  const { size, start, target, weight } = graph
  if (weight === undefined) throw new RangeError('Every link of a supply network needs a capacity.')
  const wanted = chosen === undefined ? markets : chosen.map((index) => markets[index]!)
  for (const { site, demand } of wanted) if (!Number.isFinite(demand)) throw new RangeError(`The demand at ${site} is ${demand}; it has to be a number.`)
  const source = 2 * size
  const sink = source + 1
  const arcs = size + target.length + sources.length + wanted.length
  const from = new Int32Array(arcs)
  const to = new Int32Array(arcs)
  const capacity = new Float64Array(arcs)
  let arc = 0
  const add = (tail: number, head: number, amount: number) => {
    from[arc] = tail
    to[arc] = head
    capacity[arc++] = amount
  }
  for (let site = 0; site < size; site++) add(entranceOf(site), exitOf(site), siteCapacity?.[site] ?? Infinity) // arc number = site number
  for (const site of without) capacity[site] = 0
  for (let site = 0; site < size; site++) {
    for (let link = start[site]!; link < start[site + 1]!; link++) add(exitOf(site), entranceOf(target[link]!), target[link] === site ? 0 : weight[link]!)
  }
  for (const { site, capacity: amount = Infinity } of sources) add(source, entranceOf(site), amount)
  for (const { site, demand } of wanted) add(exitOf(site), sink, demand)
  const residual = residualNetwork(2 * size + 2, from, to, capacity)
  return { sites: size, residual, solver: flowSolver(residual, cancellation), source, sink }
}

/** The most that can reach the markets together. Unique, although the flow is not. */
export const maximumFlow = ({ solver, source, sink }: FlowNetwork): number => solver.send(source, sink)
