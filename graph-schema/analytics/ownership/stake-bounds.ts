import type { Cancellation } from '../parts/cancellation.ts'
import type { StakeGraph } from './stake-graph.ts'
import { StakeFlag } from './stake-graph.ts'

/** Shares and differences below this are rounding: a column that adds up to 1 − 1e-16 is fully held, and nobody holds 1e-300. */
export const SHARE_ROUNDING = 1e-12
/** Minima that add up to more than 1 by this much are a contradiction in the data, not rounding. */
const OVERSTATED_FROM = 1e-9

/** The bounds that ownership arithmetic may use, after the stakes in one node have been set against each other. */
export interface StakeBounds {
  /** Per entry. `high` 0: the entry carries no share (a nominee, or all of the node is already accounted for). */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly lowExclusive: Uint8Array
  readonly highExclusive: Uint8Array
  /** Per node, 0–1: what nobody on record holds if every stake is at its minimum. */
  readonly unrecordedHigh: Float64Array
  /** Per node, 1 − Σ high: below 0 where the upper bounds overlap. */
  readonly slackHigh: Float64Array
  /** Per node: 1 when some upper bound in it excludes itself, so that the least unrecorded part does too. */
  readonly slackExclusive: Uint8Array
  /** Per node: 1 when the minima add up to more than 1. They are then cut in proportion, maxima stay as stated. */
  readonly overstated: Uint8Array
}

const known = new WeakMap<StakeGraph, StakeBounds>()
const snapped = (value: number) => (Math.abs(value) < SHARE_ROUNDING ? 0 : value)
const minimum = (share: number) => (share >= SHARE_ROUNDING ? Math.min(share, 1) : 0)
const maximum = (share: number, low: number) => (Number.isNaN(share) ? 1 : Math.max(low, Math.min(share, 1)))

/**
 * Lower and upper bound of every stake, given the other stakes in the same node.
 *
 * low_ij = stated minimum; high_ij = min(stated maximum, 1 − Σ_{l≠i} low_lj), never below low_ij. A bound that comes
 * from the others' minima excludes itself when one of those minima does. Where minima contradict each other
 * (Σ > 1), each is divided by the sum and maxima are not capped: no answer above 1, and the node is marked.
 * A share that is not a number is unknown: [0, 1]. Nominees carry no share.
 *
 * Kept per graph (the arrays of a graph are never changed).
 *
 * @throws Cancelled
 * Time O(stakes), space O(size + stakes).
 */
export function stakeBounds(graph: StakeGraph, cancellation?: Cancellation): StakeBounds {
  const found = known.get(graph)
  if (found !== undefined) return found
  const entries = graph.holder.length
  const bounds: StakeBounds = {
    low: new Float64Array(entries), high: new Float64Array(entries),
    lowExclusive: new Uint8Array(entries), highExclusive: new Uint8Array(entries),
    unrecordedHigh: new Float64Array(graph.size), slackHigh: new Float64Array(graph.size),
    slackExclusive: new Uint8Array(graph.size), overstated: new Uint8Array(graph.size),
  }
  for (let node = 0; node < graph.size; node++) {
    cancellation?.spend(5 * (1 + graph.heldStart[node + 1]! - graph.heldStart[node]!))
    boundColumn(graph, bounds, node)
  }
  known.set(graph, bounds)
  return bounds
}

const counts = (graph: StakeGraph, entry: number) => (graph.flags[entry]! & StakeFlag.NOMINEE) === 0

/** What the minima of the others in a node leave for a stake; `sum` is that of all. */
const capOf = (graph: StakeGraph, entry: number, sum: number) => (sum > 1 + SHARE_ROUNDING ? 1 : snapped(1 - (sum - minimum(graph.shareLow[entry]!))))

function boundColumn(graph: StakeGraph, bounds: StakeBounds, node: number): void {
  const first = graph.heldStart[node]!
  const last = graph.heldStart[node + 1]!
  let sum = 0
  for (let entry = first; entry < last; entry++) if (counts(graph, entry)) sum += minimum(graph.shareLow[entry]!)
  const contradicts = sum > 1 + SHARE_ROUNDING
  let exclusiveMinima = 0
  for (let entry = first; entry < last; entry++) {
    if (!counts(graph, entry)) continue
    const stated = minimum(graph.shareLow[entry]!)
    const low = contradicts ? snapped(stated / sum) : stated
    const high = Math.max(low, Math.min(maximum(graph.shareHigh[entry]!, stated), capOf(graph, entry, sum)))
    bounds.low[entry] = low
    bounds.high[entry] = high < SHARE_ROUNDING && low === 0 ? 0 : high
    bounds.lowExclusive[entry] = graph.shareLowExclusive[entry] === 1 && high - low > SHARE_ROUNDING ? 1 : 0
    exclusiveMinima += bounds.lowExclusive[entry]!
  }
  let lowSum = 0
  let highSum = 0
  for (let entry = first; entry < last; entry++) {
    lowSum += bounds.low[entry]!
    highSum += bounds.high[entry]!
    if (bounds.high[entry]! - bounds.low[entry]! <= SHARE_ROUNDING) continue
    const stated = maximum(graph.shareHigh[entry]!, bounds.low[entry]!)
    const cap = capOf(graph, entry, sum)
    const statedBinds = stated <= cap + SHARE_ROUNDING && graph.shareHighExclusive[entry] === 1
    const capBinds = !contradicts && cap <= stated + SHARE_ROUNDING && exclusiveMinima > bounds.lowExclusive[entry]!
    bounds.highExclusive[entry] = statedBinds || capBinds ? 1 : 0
    if (statedBinds || capBinds) bounds.slackExclusive[node] = 1
  }
  bounds.unrecordedHigh[node] = Math.max(0, snapped(1 - lowSum))
  bounds.slackHigh[node] = snapped(1 - highSum)
  bounds.overstated[node] = sum > 1 + OVERSTATED_FROM ? 1 : 0
}
