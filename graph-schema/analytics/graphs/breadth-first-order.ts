import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import type { Rows } from '../parts/rows.ts'

/** A graph, or the part that is kept of it, with its nodes numbered in the order in which they are met. */
export interface BreadthFirstOrder {
  /** Number → node. */
  readonly order: Int32Array
  /** Node → number, −1 for one that is not kept. */
  readonly place: Int32Array
  /** Per number the numbers its arcs lead to, in the order of the arcs. */
  readonly rows: Rows
}

/** Place of a node that is not met yet: behind all others. */
const FAR = 0x7fffffff

/**
 * Numbers nodes level after level, from the one with most arcs on; then from the first that is not met yet, and so on. Neighbours
 * get near to each other, and so do nodes with neighbours in common: whoever follows arcs stays in less memory. Nothing
 * branches on whether a node is new, which could not be predicted (Green, Dukhan & Vuduc 2015).
 *
 * @param isKept per node 0 for one that is left out, with its arcs
 * @throws Cancelled
 * Time and space O(size + arcs).
 */
export function breadthFirstOrder({ size, start, target }: DirectedGraph, isKept: ArrayLike<number>, cancellation?: Cancellation): BreadthFirstOrder {
  const order = new Int32Array(size + 1) // one more than nodes: who comes next is written down before it is known to be new
  const place = Int32Array.from(isKept, (kept) => (kept === 0 ? -1 : FAR))
  const first = new Int32Array(size + 1)
  const items = new Int32Array(target.length)
  let [met, followed, arcs] = [0, 0, 0]
  for (let after = -1; after < size; after++) {
    const root = after === -1 ? hubOf(start, size) : after
    if (place[root] !== FAR) continue
    order[met] = root
    place[root] = met++
    for (; followed < met; followed++) {
      cancellation?.lookAt(followed)
      const node = order[followed]!
      const end = start[node + 1]!
      for (let arc = start[node]!; arc < end; arc++) {
        const next = target[arc]!
        const known = place[next]!
        const ahead = met - known // below 0 when it is met only now
        const its = known + (ahead & (ahead >> 31)) // the smaller of `known` and `met`
        order[met] = next
        met += ahead >>> 31
        place[next] = its
        items[arcs] = its
        arcs += 1 + (its >> 31) // not for one that is left out
      }
      first[followed + 1] = arcs
    }
  }
  return { order: order.subarray(0, met), place, rows: { start: first.subarray(0, met + 1), items: items.subarray(0, arcs) } }
}

/** The node with most arcs; the first of them. */
function hubOf(start: Int32Array, size: number): number {
  let hub = 0
  for (let node = 1; node < size; node++) if (start[node + 1]! - start[node]! > start[hub + 1]! - start[hub]!) hub = node
  return hub
}

/** The rows of another graph on the same nodes, all of them kept, numbered alike. Time O(arcs). */
export function renumberedRows({ start, target }: DirectedGraph, { order, place }: BreadthFirstOrder): Rows {
  const first = new Int32Array(order.length + 1)
  const items = new Int32Array(target.length)
  let arcs = 0
  for (let at = 0; at < order.length; at++) {
    const node = order[at]!
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) items[arcs++] = place[target[arc]!]!
    first[at + 1] = arcs
  }
  return { start: first, items }
}
