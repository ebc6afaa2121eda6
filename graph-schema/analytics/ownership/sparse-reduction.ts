import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import { CheapestFirst } from '../parts/cheapest-first.ts'
import { GrowingRows } from '../parts/growing-rows.ts'
import { SHARE_ROUNDING } from './stake-bounds.ts'
import type { WeightedRows } from '../parts/weighted-rows.ts'

/** Where to stop taking nodes out. */
export interface ReductionLimits {
  /** Stop when this many nodes are left. */
  readonly coreUpTo: number
  /** Stop when every node left joins more pairs of neighbours than this. Omitted: no such limit. */
  readonly pairsUpTo?: number
  /** Pairs of neighbours joined, all nodes together, before a component counts as too entangled. Omitted: no limit. */
  readonly work?: number
  readonly cancellation?: Cancellation | undefined
}

/**
 * What is left of a component after some nodes were taken out one by one, and how to get their values back.
 *
 * Step k took out node[k]: it passes on from those it holds, held[heldStart[k]] …, to those that hold it,
 * holder[holderStart[k]] …, all of which were still there.
 */
export interface Reduction {
  readonly size: number
  readonly node: Int32Array
  /** 1 − own share, added up from what leaves the node. */
  readonly pivot: Float64Array
  readonly holderStart: Int32Array
  readonly holder: Int32Array
  /** Share of each holder in the node, divided by the pivot. */
  readonly multiplier: Float64Array
  readonly heldStart: Int32Array
  readonly held: Int32Array
  /** Share of the node in each of those it holds. */
  readonly share: Float64Array
  /** The nodes left, ascending. */
  readonly core: Int32Array
  /** Per place in `core`, holders (nodes of the core) and their shares; own shares left out. */
  readonly left: WeightedRows
  /** Per node of the core: share that nobody else in the core holds. */
  readonly leaving: Float64Array
}

/**
 * Takes nodes out of a sparse component, always the one through which the fewest pairs of neighbours are joined, and
 * without subtraction: what a node does not keep is added up from what leaves it. Ownership rings are long and thin, so
 * that a component of thousands of nodes usually shrinks to a core of a few.
 *
 * @param byHeld each row lists the holders of one member; entries of the same holder are added
 * @param leaving per member, share held outside the component; is overwritten
 * @returns 'ENDLESS' if the sum over walks is not finite, 'ENTANGLED' if the work is spent first
 * @throws Cancelled
 * @see Markowitz (1957) for the order; Grassmann, Taksar & Heyman (1985) for the arithmetic. Time O(Σ over the nodes
 * taken out of pairs of neighbours + holders of those held).
 */
export function reduceRows(
  byHeld: ComponentRows,
  leaving: Float64Array,
  { coreUpTo, pairsUpTo = Infinity, work = Infinity, cancellation }: ReductionLimits,
): Reduction | 'ENDLESS' | 'ENTANGLED' {
  const left = new RowsLeft(byHeld, leaving, cancellation)
  const floor = leaving.some((share) => share < 0) ? SHARE_ROUNDING : 0
  const queue = new CheapestFirst(byHeld.size)
  for (let node = byHeld.size - 1; node >= 0; node--) queue.put(node, left.pairs(node))
  let spent = 0
  for (let count = byHeld.size; count > coreUpTo; count--) {
    const node = queue.take(pairsUpTo)
    if (node === undefined) break
    const pairs = left.pairs(node) + 1
    cancellation?.spend(2 * pairs)
    spent += pairs
    if (spent > work) return 'ENTANGLED'
    if (!(left.takeOut(node) > floor)) return 'ENDLESS'
    left.eachNeighbour(node, (neighbour) => queue.put(neighbour, left.pairs(neighbour)))
  }
  return left.reduction(queue.rest())
}

/** The rows of the nodes that are still there; those of a node taken out stay as they were then. */
class RowsLeft {
  private readonly size: number
  private readonly leaving: Float64Array
  /** Holders of each node, and their shares. */
  private readonly holders: GrowingRows
  /** What each node holds, nodes taken out since among them; once the node is taken out, what it held then, and its shares. */
  private readonly below: GrowingRows
  /** Length of `below` without nodes taken out. */
  private readonly holds: Int32Array
  private readonly gone: Uint8Array
  /** While a row is open: place of each holder in it, from 1. */
  private readonly place: Int32Array
  private readonly node: Int32Array
  private readonly pivot: Float64Array
  private steps = 0

  constructor({ size, start, column, weight }: ComponentRows, leaving: Float64Array, cancellation: Cancellation | undefined) {
    this.size = size
    this.leaving = leaving
    this.holds = new Int32Array(size)
    this.gone = new Uint8Array(size)
    this.place = new Int32Array(size)
    this.node = new Int32Array(size)
    this.pivot = new Float64Array(size)
    const holdings = new Int32Array(size)
    for (const holder of column) holdings[holder]!++
    this.below = new GrowingRows(holdings)
    this.holders = new GrowingRows(holdings.map((_, node) => start[node + 1]! - start[node]!))
    for (let node = 0; node < size; node++) {
      cancellation?.spend(5 * (1 + start[node + 1]! - start[node]!))
      for (let at = start[node]!; at < start[node + 1]!; at++) this.add(node, column[at]!, weight[at]!)
      this.closeRow(node)
    }
  }

  pairs(node: number): number {
    return this.holders.length[node]! * this.holds[node]!
  }

  /** Returns the pivot; where it is not positive nothing has been passed on. */
  takeOut(node: number): number {
    const { leaving, holders, below, gone } = this
    let pivot = leaving[node]!
    for (let at = holders.start[node]!, end = holders.end(node); at < end; at++) {
      pivot += holders.weight[at]!
      this.holds[holders.item[at]!]!--
    }
    gone[node] = 1
    this.node[this.steps] = node
    this.pivot[this.steps++] = pivot
    const first = below.start[node]!
    let kept = first
    for (let at = first, end = below.end(node); at < end; at++) {
      const held = below.item[at]!
      if (gone[held] === 1) continue
      const share = pivot > 0 ? this.passOn(node, held, pivot) : 0 // may replace the arrays of `below`
      below.item[kept] = held
      below.weight[kept++] = share
    }
    below.length[node] = kept - first
    return pivot
  }

  /** Gives the share of `node` in `held` to the holders of `node`; returns it. */
  private passOn(node: number, held: number, pivot: number): number {
    const { holders, place } = this
    const share = holders.remove(held, node)
    this.leaving[held]! += (this.leaving[node]! / pivot) * share
    for (let first = holders.start[held]!, at = first, end = holders.end(held); at < end; at++) place[holders.item[at]!] = at - first + 1
    for (let at = holders.start[node]!, end = holders.end(node); at < end; at++) {
      const above = holders.item[at]!
      if (above !== held) this.add(held, above, (holders.weight[at]! / pivot) * share) // an own share is left out: what leaves the node says the same
    }
    this.closeRow(held)
    return share
  }

  private add(node: number, holder: number, share: number): void {
    const { holders, place } = this
    const at = place[holder]!
    if (at > 0) {
      holders.weight[holders.start[node]! + at - 1]! += share
      return
    }
    place[holder] = holders.push(node, holder, share)
    this.below.push(holder, node, 0)
    this.holds[holder]!++
  }

  private closeRow(node: number): void {
    const { holders, place } = this
    for (let at = holders.start[node]!, end = holders.end(node); at < end; at++) place[holders.item[at]!] = 0
  }

  /** Of a node taken out: its holders, and what it held. */
  eachNeighbour(node: number, visit: (neighbour: number) => void): void {
    for (const { item, start, length } of [this.holders, this.below]) for (let at = start[node]!, end = at + length[node]!; at < end; at++) visit(item[at]!)
  }

  reduction(core: Int32Array): Reduction {
    const { size, leaving, holders, below, steps } = this
    const [node, pivot] = [this.node.slice(0, steps), this.pivot.slice(0, steps)]
    const [above, beneath] = [holders.rowsOf(node), below.rowsOf(node)]
    for (let step = 0; step < steps; step++) for (let at = above.start[step]!; at < above.start[step + 1]!; at++) above.weight[at]! /= pivot[step]!
    return {
      size, core, leaving, left: holders.rowsOf(core), node, pivot,
      holderStart: above.start, holder: above.column, multiplier: above.weight,
      heldStart: beneath.start, held: beneath.column, share: beneath.weight,
    }
  }
}
