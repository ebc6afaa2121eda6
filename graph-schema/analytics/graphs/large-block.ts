import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { leaderOf } from './leader-of.ts'

/** Part of the arcs that is read to find a first piece of the block, or so many at least, and the part that is read to spread from it. */
const SEED_SHARE = 1 / 128
const SEED_LEAST = 256
const SPREAD_SHARE = 1 / 8
/** The outside is looked through again as long as this part of it has just come in. */
const LEAST_GAIN = 1 / 8

/** {@link LargeBlock.standing} of the nodes that belong to it. */
export const INSIDE = 2

export interface LargeBlock {
  /** Per node INSIDE, or less. */
  readonly standing: Uint8Array
  /** The nodes that are not inside, ascending; those without arcs are left out. */
  readonly outside: Int32Array
}

/**
 * Many nodes of one block (biconnected component): two ways that share nothing but their ends lead from each to each.
 *
 * Not all nodes of the block, and maybe none: what is outside has to be looked at by a complete method. In a network
 * with one large block few are left to it, and they are found in the order of memory instead of along the arcs.
 * A first piece comes from a search in breadth around the node with most arcs; from then on whoever has two neighbours
 * inside comes in: first going out from the members, then looking through the outside.
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @throws Cancelled
 * @see Whitney (1932): a block with an ear added is a block. Time O(size + arcs), space O(size).
 */
export function largeBlock(graph: DirectedGraph, cancellation?: Cancellation): LargeBlock {
  const standing = new Uint8Array(graph.size)
  const nodes = new Int32Array(graph.size) // the members while there are few, then those outside
  const seed = firstPiece(graph, standing, nodes, cancellation)
  spread(graph, standing, nodes, seed, cancellation)
  let left = listOutside(graph, standing, nodes)
  for (let gains = seed > 0; gains;) {
    const before = left
    left = takeIn(graph, standing, nodes, left, cancellation)
    gains = before - left > LEAST_GAIN * before
  }
  return { standing, outside: nodes.subarray(0, left) }
}

function nodeWithMostArcs({ size, start }: DirectedGraph): number {
  let most = 0
  for (let node = 1; node < size; node++) if (start[node + 1]! - start[node]! > start[most + 1]! - start[most]!) most = node
  return most
}

/**
 * The largest block of those that a search in breadth can tell after few arcs; returns its number of nodes.
 *
 * Every arc that is not in the tree closes a circle, and all tree arcs of a circle are in one block. A tree arc goes by
 * the visit number of its lower end, and its block by the smallest of these: that of an arc at the top of the block.
 */
function firstPiece(graph: DirectedGraph, standing: Uint8Array, members: Int32Array, cancellation: Cancellation | undefined): number {
  const { size, start, target } = graph
  if (target.length === 0) return 0
  const budget = Math.max(SEED_LEAST, target.length * SEED_SHARE)
  const hub = nodeWithMostArcs(graph)
  const room = Math.min(size, Math.ceil(budget) + start[hub + 1]! - start[hub]!) + 2 // the last row may go beyond the budget
  const visit = new Int32Array(size) // from 1; 0: not visited
  const [order, parent, leader] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)]
  let visits = 1
  visit[hub] = 1
  order[1] = hub
  for (let at = 1, read = 0; at <= visits && read < budget; at++) {
    cancellation?.lookAt(at)
    const end = start[order[at]! + 1]!
    let arc = start[order[at]!]!
    read += end - arc
    for (; arc < end; arc++) {
      const other = target[arc]!
      const seen = visit[other]!
      if (seen === 0) {
        visit[other] = ++visits
        order[visits] = other
        parent[visits] = at
        leader[visits] = visits
      } else if (seen > at && parent[seen] !== at) closeCircle(leader, parent, at, seen)
    }
  }
  return markLargest(standing, members, order.subarray(0, visits + 1), parent, leader)
}

/**
 * Makes one block of all tree arcs on the way between two nodes of a search in breadth, neither of which is above the other.
 *
 * The block whose top is visited later is climbed, from its top on: that is no higher than where the two ways meet. Both
 * have got there when the tops are the same, or when the block climbed into is already the other one.
 */
function closeCircle(leader: Int32Array, parent: Int32Array, one: number, other: number): void {
  let [higher, lower] = [leaderOf(leader, one), leaderOf(leader, other)]
  while (higher !== lower) {
    if (higher > lower) [higher, lower] = [lower, higher]
    const top = parent[lower]!
    const above = top === parent[higher] ? higher : leaderOf(leader, top)
    leader[lower] = above
    lower = above
  }
}

/** Lists and marks the block with most tree arcs, if one has two; returns how many nodes it has. */
function markLargest(standing: Uint8Array, members: Int32Array, order: Int32Array, parent: Int32Array, leader: Int32Array): number {
  const arcs = new Int32Array(order.length)
  let largest = 0
  for (let at = 2; at < order.length; at++) {
    const lead = leader[at] = leader[leader[at]!]! // leaders come before those they lead: one pass is enough
    if (++arcs[lead]! > arcs[largest]!) largest = lead
  }
  if (largest === 0 || arcs[largest]! < 2) return 0
  let count = 0
  members[count++] = order[parent[largest]!]!
  for (let at = 2; at < order.length; at++) if (leader[at] === largest) members[count++] = order[at]!
  for (let member = 0; member < count; member++) standing[members[member]!] = INSIDE
  return count
}

/** Counts the neighbours inside (up to two, which is INSIDE) of whoever the members and those they bring in lead to, until enough arcs are read. */
function spread({ start, target }: DirectedGraph, standing: Uint8Array, members: Int32Array, seed: number, cancellation: Cancellation | undefined): void {
  const budget = target.length * SPREAD_SHARE
  let count = seed
  for (let at = 0, read = 0; at < count && read < budget; at++) {
    cancellation?.lookAt(at)
    const end = start[members[at]! + 1]!
    let arc = start[members[at]!]!
    read += end - arc
    for (let before = -1; arc < end; arc++) {
      const other = target[arc]!
      const known = standing[other]!
      if (known === INSIDE || other === before) continue // parallel arcs are one neighbour
      before = other
      standing[other] = known + 1
      if (known === 1) members[count++] = other
    }
  }
}

/** Writes down who is outside and has arcs; returns how many. Whether somebody is cannot be foreseen: signs are added instead of branched on. */
function listOutside({ size, start }: DirectedGraph, standing: Uint8Array, outside: Int32Array): number {
  let left = 0
  for (let node = 0; node < size; node++) {
    outside[left] = node
    left += ((standing[node]! - INSIDE) >>> 31) & ((start[node]! - start[node + 1]!) >>> 31)
  }
  return left
}

/** Takes in whoever of the first `left` outside has two neighbours inside by now; returns how many stay outside, in front and in their order. */
function takeIn({ start, target }: DirectedGraph, standing: Uint8Array, outside: Int32Array, left: number, cancellation: Cancellation | undefined): number {
  let kept = 0
  for (let at = 0; at < left; at++) {
    cancellation?.lookAt(at)
    const node = outside[at]!
    const end = start[node + 1]!
    let inside = 0
    for (let arc = start[node]!, before = -1; arc < end; arc++) {
      const other = target[arc]!
      inside += (standing[other]! >> 1) & ((before - other) >>> 31) // 1 for INSIDE, and not counted again for a parallel arc
      before = other
    }
    const comesIn = (1 - inside) >>> 31
    standing[node] = comesIn * INSIDE
    outside[kept] = node
    kept += 1 - comesIn
  }
  return kept
}
