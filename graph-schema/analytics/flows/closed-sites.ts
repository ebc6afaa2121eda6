import type { Cancellation } from '../parts/cancellation.ts'
import type { ChokeOptions } from './choke-points.ts'
import { networksOf } from './choke-points.ts'
import type { DirectedGraph } from '../graphs/directed-graph.ts'
import type { Bounds } from './flow-link.ts'
import type { SupplyNetwork } from './flow-network.ts'
import { flowNetwork, maximumFlow } from './flow-network.ts'
import type { FlowScope } from './flow-scope.ts'
import { shareOf } from './loss-after-rerouting.ts'
import { beginningOf, demandsOf, routesGraph, wayNetwork } from './scoped-network.ts'
import { statedThrough } from './stated-throughput.ts'

/** What can arrive before and after; undefined without figures. */
export interface FlowChange { readonly before: Bounds | undefined; readonly after: Bounds | undefined; readonly loss: Bounds | undefined }

export interface ClosedSites {
  /** All markets together. */
  readonly all: FlowChange
  /** How much of what is stated to pass the sites finds other ways; undefined without figures or volumes. */
  readonly rerouted: Bounds | undefined
  /** Each market as if nobody else were served; `alternatives`: ways left that share no site; `reached`: any way is left. */
  readonly markets: readonly (FlowChange & { readonly market: number; readonly alternatives: number; readonly reached: boolean })[]
}

/**
 * What still arrives when some sites stand still together and the rest looks for other ways.
 * @param closed positions in the scope
 * @throws Cancelled
 * Time: two maximum flows per market and two for all.
 */
export function closedSites(scope: FlowScope, closed: readonly number[], { capacities, cancellation }: ChokeOptions): ClosedSites {
  const { low, high } = networksOf(scope, capacities)
  const measured = [...demandsOf(scope).keys()]
  const change = (markets?: readonly number[]): FlowChange => {
    const flows = (network: SupplyNetwork) => [[], closed].map((without) => flowOf(network, without, markets, cancellation)) as [number, number]
    const least = flows(low)
    return changeOf(least, high === low ? least : flows(high))
  }
  const ways = wayNetwork(scope)
  const reached = reachable(routesGraph(scope), beginningOf(scope), closed)
  const none: FlowChange = { before: undefined, after: undefined, loss: undefined }
  const all = measured.length === 0 ? none : change()
  return {
    all, rerouted: reroutedOf(all, statedThrough(scope, closed, cancellation)),
    markets: scope.markets.map((market, at) => {
      const place = measured.indexOf(market)
      return { market, reached: reached[market] === 1, alternatives: flowOf(ways, closed, [at], cancellation), ...(place < 0 ? none : change([place])) }
    }),
  }
}

const flowOf = (network: SupplyNetwork, without: readonly number[], markets: readonly number[] | undefined, cancellation: Cancellation | undefined): number =>
  maximumFlow(flowNetwork(network, { without, cancellation, ...(markets ? { markets } : {}) }))

/** Bounds of the loss as in the ranking: what is left lies between both networks. */
function changeOf([leastBefore, leastAfter]: readonly [number, number], [mostBefore, mostAfter]: readonly [number, number]): FlowChange {
  const loss = mostBefore === 0 ? undefined : leastBefore === mostBefore && leastAfter === mostAfter
    ? { low: shareOf(leastBefore - leastAfter, leastBefore), high: shareOf(leastBefore - leastAfter, leastBefore) }
    : { low: leastBefore > 0 ? shareOf(Math.max(0, leastBefore - mostAfter), leastBefore) : 0, high: shareOf(mostBefore - leastAfter, mostBefore) }
  return { before: { low: leastBefore, high: mostBefore }, after: { low: leastAfter, high: mostAfter }, loss }
}

/** What passed the sites, less what is lost. */
function reroutedOf({ before, loss }: FlowChange, through: Bounds | undefined): Bounds | undefined {
  if (before === undefined || loss === undefined || through === undefined) return undefined
  return { low: Math.max(0, through.low - loss.high * before.high), high: Math.max(0, through.high - loss.low * before.low) }
}

function reachable({ size, start, target }: DirectedGraph, from: number, closed: readonly number[]): Uint8Array {
  const found = new Uint8Array(size)
  const shut = new Set(closed)
  const open = [from]
  found[from] = 1
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const next = target[arc]!
      if (found[next] === 1 || shut.has(next)) continue
      found[next] = 1
      open.push(next)
    }
  }
  return found
}
