import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from '../graphs/directed-graph.ts'
import { entranceOf, exitOf } from './flow-network.ts'
import { flowOn, flowSolver, residualNetwork } from '../graphs/maximum-flow.ts'

export interface NodeDisjointRoutes {
  /** The largest number of routes that share no site between their ends. Unique. */
  readonly count: number
  /** One set of such routes, each from a source to the market, ends included; other sets may exist. */
  readonly routes: readonly (readonly number[])[]
}

export interface NodeDisjointOptions {
  /** Sites no route may pass. */
  readonly avoiding?: readonly number[]
  readonly cancellation?: Cancellation
}

/**
 * Independent ways from the sources to a market: how many sites would have to stand still to close them all (a direct
 * link from a source counts as one way).
 *
 * Several routes may begin at the same source. Capacities are ignored; a link counts once however often it is stated.
 *
 * @see Menger (1927); Ford & Fulkerson (1956). Time O(√sites · links), space O(sites + links).
 */
export function nodeDisjointRoutes(
  graph: DirectedGraph,
  sources: readonly number[],
  market: number,
  { avoiding = [], cancellation }: NodeDisjointOptions = {},
): NodeDisjointRoutes {
  const { size, start, target } = graph
  const isSource = new Uint8Array(size)
  for (const source of sources) isSource[source] = 1
  const isClosed = new Uint8Array(size)
  for (const site of avoiding) isClosed[site] = 1
  if (isSource[market] === 1 || isClosed[market] === 1) return { count: 0, routes: [] }
  const from: number[] = []
  const to: number[] = []
  const link: number[] = [] // head of each unit arc between two sites, −1 for other arcs
  const add = (tail: number, head: number, site: number) => {
    from.push(tail)
    to.push(head)
    link.push(site)
  }
  for (let site = 0; site < size; site++) {
    if (isClosed[site] === 1 || site === market) continue
    if (isSource[site] === 0) add(entranceOf(site), exitOf(site), -1)
    for (let arc = start[site]!; arc < start[site + 1]!; arc++) {
      const next = target[arc]!
      const again = arc > start[site]! && target[arc - 1] === next
      if (!again && next !== site && isSource[next] === 0 && isClosed[next] === 0) add(exitOf(site), entranceOf(next), next)
    }
  }
  const units = from.length
  const beginning = 2 * size
  for (let site = 0; site < size; site++) if (isSource[site] === 1 && isClosed[site] === 0) add(beginning, exitOf(site), -1)
  const network = residualNetwork(
    2 * size + 1,
    from,
    to,
    from.map((_, arc) => (arc < units ? 1 : Infinity)),
  )
  const count = flowSolver(network, cancellation).send(beginning, entranceOf(market))
  return { count, routes: routesIn({ from, link, carries: (arc) => link[arc]! >= 0 && flowOn(network, arc) > 0, isSource, market }) }
}

interface UnitFlow {
  readonly from: readonly number[]
  readonly link: readonly number[]
  readonly carries: (arc: number) => boolean
  readonly isSource: Uint8Array
  readonly market: number
}

/** Follows the units from their sources; between the ends at most one unit leaves a site, so the way is unique. */
function routesIn({ from, link, carries, isSource, market }: UnitFlow): number[][] {
  const nextOf = new Map<number, number>()
  const routes: number[][] = []
  for (let arc = 0; arc < from.length; arc++) {
    if (!carries(arc)) continue
    const site = (from[arc]! - 1) / 2
    if (isSource[site] === 1) routes.push([site, link[arc]!])
    else nextOf.set(site, link[arc]!)
  }
  for (const route of routes) while (route.at(-1) !== market) route.push(nextOf.get(route.at(-1)!)!)
  return routes
}
