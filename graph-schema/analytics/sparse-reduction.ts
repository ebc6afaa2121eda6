import type { Cancellation } from './cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import { SHARE_ROUNDING } from './stake-bounds.ts'

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
  /** Holders in the core of a node in the core, and their shares; own shares left out. */
  readonly holdersOf: (node: number) => readonly number[]
  readonly sharesOf: (node: number) => readonly number[]
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
export function reduceRows(byHeld: ComponentRows, leaving: Float64Array, { coreUpTo, pairsUpTo = Infinity, work = Infinity, cancellation }: ReductionLimits): Reduction | 'ENDLESS' | 'ENTANGLED' {
  const left = new RowsLeft(byHeld, leaving, cancellation)
  const floor = leaving.some((share) => share < 0) ? SHARE_ROUNDING : 0
  const queue = new CheapestFirst(byHeld.size, (node) => left.pairs(node))
  let spent = 0
  for (let count = byHeld.size; count > coreUpTo; count--) {
    const node = queue.next(pairsUpTo)
    if (node === undefined) break
    const pairs = left.pairs(node) + 1
    cancellation?.spend(2 * pairs)
    spent += pairs
    if (spent > work) return 'ENTANGLED'
    if (!(left.takeOut(node) > floor)) return 'ENDLESS'
    for (const touched of left.touched()) queue.add(touched)
  }
  return left.reduction(queue.rest())
}

/** The rows of the nodes that are still there, with the steps so far. */
class RowsLeft {
  private readonly size: number
  private readonly leaving: Float64Array
  private readonly holders: number[][]
  private readonly shares: number[][]
  /** What each node holds; nodes taken out since stay in the list. */
  private readonly below: number[][]
  /** Length of `below` without those. */
  private readonly holds: Int32Array
  private readonly gone: Uint8Array
  /** While a row is open: place of each holder in it, from 1. */
  private readonly place: Int32Array
  private readonly steps = { node: [] as number[], pivot: [] as number[], holderStart: [0], holder: [] as number[], multiplier: [] as number[], heldStart: [0], held: [] as number[], share: [] as number[] }

  constructor({ size, start, column, weight }: ComponentRows, leaving: Float64Array, cancellation: Cancellation | undefined) {
    this.size = size
    this.leaving = leaving
    this.holders = Array.from({ length: size }, () => [])
    this.shares = Array.from({ length: size }, () => [])
    this.below = Array.from({ length: size }, () => [])
    this.holds = new Int32Array(size)
    this.gone = new Uint8Array(size)
    this.place = new Int32Array(size)
    for (let node = 0; node < size; node++) {
      cancellation?.spend(10 * (1 + start[node + 1]! - start[node]!)) // lists that grow
      for (let at = start[node]!; at < start[node + 1]!; at++) this.add(node, column[at]!, weight[at]!)
      this.closeRow(node)
    }
  }

  pairs(node: number): number {
    return this.holders[node]!.length * this.holds[node]!
  }

  /** Returns the pivot; where it is not positive nothing has been passed on. */
  takeOut(node: number): number {
    const { leaving, holders, shares, gone, steps } = this
    const above = holders[node]!
    const pivot = shares[node]!.reduce((sum, share) => sum + share, leaving[node]!)
    gone[node] = 1
    steps.node.push(node)
    steps.pivot.push(pivot)
    for (let at = 0; at < above.length; at++) {
      steps.holder.push(above[at]!)
      steps.multiplier.push(shares[node]![at]! / pivot)
      this.holds[above[at]!]!--
    }
    steps.holderStart.push(steps.holder.length)
    for (const held of this.below[node]!) {
      if (gone[held] === 1) continue
      steps.held.push(held)
      steps.share.push(pivot > 0 ? this.passOn(node, held, pivot) : 0)
    }
    steps.heldStart.push(steps.held.length)
    return pivot
  }

  /** Gives the share of `node` in `held` to the holders of `node`; returns it. */
  private passOn(node: number, held: number, pivot: number): number {
    const [row, shares] = [this.holders[held]!, this.shares[held]!]
    const at = row.indexOf(node)
    const share = shares[at]!
    const [lastHolder, lastShare] = [row.pop()!, shares.pop()!]
    if (at < row.length) [row[at], shares[at]] = [lastHolder, lastShare]
    this.leaving[held]! += (this.leaving[node]! / pivot) * share
    for (let k = 0; k < row.length; k++) this.place[row[k]!] = k + 1
    const above = this.holders[node]!
    for (let k = 0; k < above.length; k++) {
      if (above[k] !== held) this.add(held, above[k]!, (this.shares[node]![k]! / pivot) * share) // an own share is left out: what leaves the node says the same
    }
    this.closeRow(held)
    return share
  }

  private add(node: number, holder: number, share: number): void {
    const at = this.place[holder]!
    if (at > 0) {
      this.shares[node]![at - 1]! += share
      return
    }
    this.place[holder] = this.holders[node]!.push(holder)
    this.shares[node]!.push(share)
    this.below[holder]!.push(node)
    this.holds[holder]!++
  }

  private closeRow(node: number): void {
    for (const holder of this.holders[node]!) this.place[holder] = 0
  }

  /** The neighbours of the node taken out last. */
  touched(): number[] {
    const { holderStart, holder, heldStart, held, node } = this.steps
    const last = node.length - 1
    return [...holder.slice(holderStart[last]), ...held.slice(heldStart[last])]
  }

  reduction(core: readonly number[]): Reduction {
    const { steps } = this
    return {
      size: this.size, core: Int32Array.from(core), leaving: this.leaving, holdersOf: (node) => this.holders[node]!, sharesOf: (node) => this.shares[node]!,
      node: Int32Array.from(steps.node), pivot: Float64Array.from(steps.pivot),
      holderStart: Int32Array.from(steps.holderStart), holder: Int32Array.from(steps.holder), multiplier: Float64Array.from(steps.multiplier),
      heldStart: Int32Array.from(steps.heldStart), held: Int32Array.from(steps.held), share: Float64Array.from(steps.share),
    }
  }
}

/** Nodes by how many pairs of neighbours they join; buckets, with outdated places skipped when they come up. */
class CheapestFirst {
  private readonly buckets: number[][] = []
  private readonly gone: Uint8Array
  private readonly cost: (node: number) => number
  private from = 0

  constructor(size: number, cost: (node: number) => number) {
    this.cost = cost
    this.gone = new Uint8Array(size)
    for (let node = size - 1; node >= 0; node--) this.add(node)
  }

  add(node: number): void {
    const place = Math.min(this.cost(node), 10_000)
    ;(this.buckets[place] ??= []).push(node)
    this.from = Math.min(this.from, place)
  }

  /** The cheapest node, which then no longer counts; undefined where all cost more than `upTo`. */
  next(upTo: number): number | undefined {
    while (this.from <= Math.min(upTo, this.buckets.length - 1)) {
      const node = this.buckets[this.from]?.pop()
      if (node === undefined) this.from++
      else if (this.gone[node] === 0 && Math.min(this.cost(node), 10_000) === this.from) {
        this.gone[node] = 1
        return node
      }
    }
    return undefined
  }

  rest(): number[] {
    return [...this.gone.keys()].filter((node) => this.gone[node] === 0)
  }
}
