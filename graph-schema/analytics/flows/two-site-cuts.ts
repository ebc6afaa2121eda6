import type { Cancellation } from '../parts/cancellation.ts'
import type { SupplyNetwork } from './flow-network.ts'
import { flowNetwork, maximumFlow } from './flow-network.ts'
import { shareOf } from './loss-after-rerouting.ts'
import { rerouting } from './rerouting.ts'

/** Up to this many candidates every pair is tried. */
export const EXHAUSTIVE_UP_TO = 200

export interface TwoSiteCut {
  /** first < second. */
  readonly first: number
  readonly second: number
  /** Share of the flow that no longer arrives when both stand still, 0–1; 1: a total cut. */
  readonly loss: number
  /** The larger of the two losses alone; the pair says something new where `loss` is more than their sum suggests. */
  readonly aloneAtMost: number
}

export interface TwoSiteCuts {
  readonly flow: number
  /** False when there were more candidates and only those that carry most were tried. */
  readonly exhaustive: boolean
  /** Largest loss first, then by site. Pairs that lose no more than one of them alone are left out. */
  readonly pairs: readonly TwoSiteCut[]
}

export interface TwoSiteCutOptions {
  /** Sites to try; absent: all that are neither source nor market. */
  readonly candidates?: readonly number[]
  /** How many pairs to return. */
  readonly limit?: number
  readonly cancellation?: Cancellation
}

/** Loss alone, plus the share of it that counts as more: rounding. */
const MORE = 1e-9

/**
 * The pairs of sites that together hold back most, when no single site does.
 *
 * For each candidate the maximum flow without it, then for each other one what is lost on top of that.
 *
 * @throws RangeError as {@link flowNetwork}
 * @throws Cancelled
 * Time O(k · maximum flow + k² · local search) for k ≤ 200 candidates, space O(sites + links + pairs).
 */
export function twoSiteCuts(network: SupplyNetwork, { candidates, limit = 100, cancellation }: TwoSiteCutOptions = {}): TwoSiteCuts {
  const whole = flowNetwork(network, { cancellation })
  const flow = maximumFlow(whole)
  const ends = new Set([...network.sources, ...network.markets].map(({ site }) => site))
  const named = candidates ?? Array.from({ length: whole.sites }, (_, site) => site).filter((site) => !ends.has(site))
  if (flow === 0) return { flow, exhaustive: true, pairs: [] }
  const lostWithout = rerouting(whole, cancellation)
  const alone = new Map(named.map((site) => [site, shareOf(lostWithout(site), flow)]))
  const tried = [...alone.keys()].sort((a, b) => alone.get(b)! - alone.get(a)! || a - b).slice(0, EXHAUSTIVE_UP_TO).sort((a, b) => a - b)
  const pairs: TwoSiteCut[] = []
  for (const [index, first] of tried.entries()) {
    const rest = flowNetwork(network, { without: [first], cancellation })
    const left = maximumFlow(rest)
    const lostToo = rerouting(rest, cancellation)
    for (const second of tried.slice(index + 1)) {
      const loss = shareOf(flow - left + lostToo(second), flow)
      const aloneAtMost = Math.max(alone.get(first)!, alone.get(second)!)
      if (loss > aloneAtMost + MORE) pairs.push({ first, second, loss, aloneAtMost })
    }
  }
  pairs.sort((a, b) => (Math.abs(a.loss - b.loss) > MORE ? b.loss - a.loss : a.first - b.first || a.second - b.second))
  return { flow, exhaustive: tried.length === alone.size, pairs: pairs.slice(0, limit) }
}
