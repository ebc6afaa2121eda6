import type { WalksBelow } from './column-pass.ts'
import type { Circle, Condensation } from './condensation.ts'
import { EXCLUDES_SHIFT } from '../ownership/excluded-below.ts'
import { CUT_ROUNDING } from '../parts/interval.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import type { ExcludedBits } from './open-ends.ts'
import { SHARE_ROUNDING } from '../ownership/stake-bounds.ts'

/**
 * What up to eight owners hold over all paths, as fractions 0–1: element `at * 8 + column` of `low`, `high` and
 * `allWalksLow` is the share of `owners[column]` in `nodes[at]`.
 *
 * An owner holds something of a node where its `high` is above 0; 0 stands where it holds nothing, and for its share in
 * itself (see `selfHolding`) and in columns without an owner. NaN stands where a closed loop leaves no number. Arrays may be one and the same.
 */
export interface HoldingsBlock {
  readonly owners: readonly number[]
  /** All that any of the owners reaches, owners before what they hold. */
  readonly nodes: Int32Array
  /** What the minima prove, and an "at most". */
  readonly low: Float64Array
  readonly high: Float64Array
  /** Sum over all walks at the minima, those that come back included: may exceed 1 inside a ring. */
  readonly allWalksLow: Float64Array
  /** Per element 1 where the bound excludes itself; undefined: no bound in the block does. */
  readonly lowExclusive: Uint8Array | undefined
  readonly highExclusive: Uint8Array | undefined
  /** Per owner: rings it reaches that have no number. Any: CLOSED_LOOP, none: SOLVED. */
  readonly closedLoops: readonly (readonly number[][])[]
  /** Per owner: share in itself through others, at the minima; undefined inside a closed loop. */
  readonly selfHolding: readonly (number | undefined)[]
  /** Per owner: largest relative residual among components of more than 500 nodes; 0 when there are none. */
  readonly residual: readonly number[]
}

/** One thing held, as {@link eachHolding} gives it. */
export type HoldingVisitor = (node: number, low: number, high: number) => void

/** What one owner of a block holds, owners before what they hold; nodes without a number are left out. Time O(nodes of the block). */
export function eachHolding({ nodes, low, high }: HoldingsBlock, column: number, visit: HoldingVisitor): void {
  for (let at = 0; at < nodes.length; at++) {
    const most = high[at * WIDTH + column]!
    if (most > 0) visit(nodes[at]!, low[at * WIDTH + column]!, most)
  }
}

/** Sums over walks, solved for both bounds. */
export interface SolvedBlock {
  readonly owners: readonly number[]
  readonly low: WalksBelow
  readonly lowPlan: Condensation
  /** Positions in the low plan. */
  readonly positions: Int32Array
  /** The same object as `low` where every stake reached is known exactly. */
  readonly high: WalksBelow
  readonly highPlan: Condensation
  readonly ends: ExcludedBits | undefined
}

/** Turns sums over walks into shares, in arrays that are used again for the next block. */
export class BlockOfShares {
  private readonly size: number
  private lows = new Float64Array(0)
  private highs = new Float64Array(0)
  private walks = new Float64Array(0)
  /** Of the block before: blocks that reach everything share one list. */
  private listed: { readonly positions: Int32Array; readonly plan: Condensation; readonly nodes: Int32Array } | undefined

  /** @param size most nodes that a block can have */
  constructor(size: number) {
    this.size = size * WIDTH
  }

  /** Sums of `low` may be overwritten. Time O(8 · positions). */
  from(solved: SolvedBlock): HoldingsBlock {
    const { owners, low, high, lowPlan, positions } = solved
    const length = positions.length * WIDTH
    const nodes = this.nodesAt(positions, lowPlan)
    const comesBack = low.returnsAtMost.some((returns) => returns !== 1)
    const isRange = high !== low
    const isInPlace = !comesBack && !low.hasRest && length === low.value.length
    if (!isInPlace && this.lows.length === 0) this.lows = new Float64Array(this.size)
    if (isRange && this.highs.length === 0) this.highs = new Float64Array(this.size)
    if (comesBack && this.walks.length === 0) this.walks = new Float64Array(this.size)
    const lows = isInPlace ? low.value : this.lows.subarray(0, length)
    const highs = isRange ? this.highs.subarray(0, length) : lows
    const walks = comesBack ? this.walks.subarray(0, length) : lows
    if (comesBack) compact(solved, walks)
    if (isInPlace) cutInPlace(lows, low.rowSum)
    else toShares(solved, lows)
    if (isRange) raise(solved, lows, highs)
    const own = owners.map((owner) => indexOfSorted(positions, lowPlan.position[owner]!))
    own.forEach((at, column) => { for (const list of [lows, highs, walks]) list[at * WIDTH + column] = 0 })
    return {
      owners, nodes, low: lows, high: highs, allWalksLow: walks,
      ...exclusive(solved, lows, highs, nodes),
      closedLoops: owners.map((_, column) => low.endless[column]!.map(membersOf).sort((a, b) => a[0]! - b[0]!)),
      selfHolding: own.map((_, column) => (low.returnsAtLeast[column] === Infinity ? undefined : 1 - 1 / low.returnsAtLeast[column]!)),
      residual: own.map((_, column) => low.residual[column]!),
    }
  }

  private nodesAt(positions: Int32Array, plan: Condensation): Int32Array {
    const { listed } = this
    if (listed?.positions === positions && listed.plan === plan) return listed.nodes
    const nodes = positions.map((position) => plan.node[position]!)
    this.listed = { positions, plan, nodes }
    return nodes
  }
}

/** Where a number that is there stands in an ascending list. */
function indexOfSorted(list: Int32Array, item: number): number {
  let [from, to] = [0, list.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (list[middle]! < item) from = middle + 1
    else to = middle
  }
  return from
}

const lists = new WeakMap<Circle, number[]>()
/** Nodes of a circle in ascending order, one list for all owners. */
function membersOf(circle: Circle): number[] {
  const found = lists.get(circle) ?? [...circle.members].sort((a, b) => a - b)
  lists.set(circle, found)
  return found
}

function compact({ positions, owners, low: { value } }: SolvedBlock, into: Float64Array): void {
  into.fill(0)
  for (let at = 0; at < positions.length; at++) {
    const from = positions[at]! * WIDTH
    for (let column = 0; column < owners.length; column++) {
      const one = value[from + column]!
      into[at * WIDTH + column] = one === Infinity ? NaN : one
    }
  }
}

/** What a sum over walks is multiplied by to leave out those that come back; nothing of columns that belong to no owner. */
const correction = (returns: Float64Array, owners: readonly number[]): Float64Array => returns.map((n, column) => (column >= owners.length ? 0 : n === Infinity ? 1 : 1 / n))

const cut = (share: number): number => (share <= 1 ? share : share === Infinity ? NaN : 1)

/** Where no walk comes back, sums are shares. What all eight columns have adds up to no more than 1 in nearly every row: none is above it. */
function cutInPlace(value: Float64Array, rowSum: Float64Array): void {
  for (let at = 0; at < rowSum.length; at++) if (!(rowSum[at]! <= 1)) cutRow(value, at * WIDTH)
}

function cutRow(value: Float64Array, first: number): void {
  for (let element = first; element < first + WIDTH; element++) value[element] = cut(value[element]!)
}

/** Walks that do not come back, cut to 1. */
function toShares({ positions, owners, low: { value, returnsAtMost } }: SolvedBlock, into: Float64Array): void {
  const [a, b, c, d, e, f, g, h] = correction(returnsAtMost, owners) as unknown as readonly [number, number, number, number, number, number, number, number] // eight columns
  for (let at = 0; at < positions.length; at++) {
    const from = positions[at]! << 3
    const to = at << 3
    into[to] = cut(value[from]! * a)
    into[to + 1] = cut(value[from + 1]! * b)
    into[to + 2] = cut(value[from + 2]! * c)
    into[to + 3] = cut(value[from + 3]! * d)
    into[to + 4] = cut(value[from + 4]! * e)
    into[to + 5] = cut(value[from + 5]! * f)
    into[to + 6] = cut(value[from + 6]! * g)
    into[to + 7] = cut(value[from + 7]! * h)
  }
}

/** Upper bounds beside the lower ones; where one has no finite sum it is 1. */
function raise({ positions, owners, lowPlan, high, highPlan }: SolvedBlock, lows: Float64Array, highs: Float64Array): void {
  const part = correction(high.returnsAtLeast, owners)
  for (let at = 0; at < positions.length; at++) {
    const from = highPlan.position[lowPlan.node[positions[at]!]!]! * WIDTH
    const to = at * WIDTH
    for (let column = 0; column < WIDTH; column++) {
      const least = lows[to + column]!
      const share = high.value[from + column]! * part[column]!
      highs[to + column] = share > 1 && least <= 1 ? 1 : share > least ? share : least // NaN stays
    }
  }
}

/** A bound that was cut, or that meets the other one, is attained. */
function exclusive(
  { owners, ends, high, highPlan }: SolvedBlock,
  lows: Float64Array,
  highs: Float64Array,
  nodes: Int32Array,
): Pick<HoldingsBlock, 'lowExclusive' | 'highExclusive'> {
  if (ends === undefined) return { lowExclusive: undefined, highExclusive: undefined }
  const part = correction(high.returnsAtLeast, owners)
  const [lowExclusive, highExclusive] = [new Uint8Array(lows.length), new Uint8Array(lows.length)]
  for (let at = 0; at < nodes.length; at++) {
    const [lowBits, highBits] = [ends.low[nodes[at]!]! >>> EXCLUDES_SHIFT, ends.high[nodes[at]!]! >>> EXCLUDES_SHIFT]
    if ((lowBits | highBits) === 0) continue
    for (let column = 0; column < owners.length; column++) {
      const element = at * WIDTH + column
      if (!(highs[element]! - lows[element]! > SHARE_ROUNDING)) continue
      lowExclusive[element] = (lowBits >> column) & 1
      const isCut = high.value[highPlan.position[nodes[at]!]! * WIDTH + column]! * part[column]! > 1 + CUT_ROUNDING
      highExclusive[element] = isCut ? 0 : (highBits >> column) & 1
    }
  }
  return { lowExclusive, highExclusive }
}
