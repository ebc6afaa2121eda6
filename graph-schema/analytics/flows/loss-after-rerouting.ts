import type { Cancellation } from '../parts/cancellation.ts'
import type { FlowNetwork, SupplyNetwork } from './flow-network.ts'
import { flowNetwork, maximumFlow } from './flow-network.ts'
import { rerouting } from './rerouting.ts'

/** Losses below this share of the flow are rounding. */
const ROUNDING = 1e-12

export interface LossAfterRerouting {
  /** The most that can reach the markets with every site open; 0: nothing can, and no loss is stated. */
  readonly flow: number
  /** Per site D = 1 − F(without the site) / F, 0–1: the share that no longer arrives although the rest looks for other ways. */
  readonly loss: Float64Array
}

/**
 * What each site's standstill costs the markets together, after everything that can be rerouted has been.
 *
 * One maximum flow, then one local search per site that carries part of it; a site that carries nothing in one maximum
 * flow loses nothing in any. Unlike a share of observed flow, D does not depend on which maximum flow was found.
 *
 * @throws RangeError as {@link flowNetwork}
 * @throws Cancelled
 * @see Latora & Marchiori (2005) for vulnerability as relative loss. Time O(maximum flow + sites · local search), space O(sites + links).
 */
export function lossAfterRerouting(network: SupplyNetwork, { cancellation }: { readonly cancellation?: Cancellation } = {}): LossAfterRerouting {
  return lossIn(flowNetwork(network, { cancellation }), cancellation)
}

/**
 * The same for each market by itself: D of a site for market m is taken from the maximum flow to m alone, as if nobody
 * else were served. Only so is the figure unique: how a shortage would be shared among markets is a decision, not a
 * property of the network.
 *
 * @returns one element per market, in the order given. Time: that of {@link lossAfterRerouting} for each.
 */
export function lossPerMarket(network: SupplyNetwork, { cancellation }: { readonly cancellation?: Cancellation } = {}): LossAfterRerouting[] {
  return network.markets.map((_, index) => lossIn(flowNetwork(network, { markets: [index], cancellation }), cancellation))
}

function lossIn(network: FlowNetwork, cancellation: Cancellation | undefined): LossAfterRerouting {
  const flow = maximumFlow(network)
  const loss = new Float64Array(network.sites)
  if (flow === 0) return { flow, loss }
  const lostWithout = rerouting(network, cancellation)
  for (let site = 0; site < loss.length; site++) loss[site] = shareOf(lostWithout(site), flow)
  return { flow, loss }
}

/** A loss as a share of the flow, with rounding removed at both ends. */
export function shareOf(lost: number, flow: number): number {
  const share = lost / flow
  return share < ROUNDING ? 0 : share > 1 - ROUNDING ? 1 : share
}
