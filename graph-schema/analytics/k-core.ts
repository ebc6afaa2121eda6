import type { Cancellation } from './cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { simpleGraph } from './directed-graph.ts'

/**
 * Core number of every node: the largest k such that the node belongs to a group in which everybody has k neighbours
 * inside the group.
 *
 * Neighbours are counted once however often the edge is stated; self-loops do not count. For k = 0, 1, 2, … those who
 * have no more than k neighbours left are taken away, and those who thereby come down to k after them. Looking through
 * who is left for each k costs the sum of all core numbers, which is at most the number of arcs, and so needs no order
 * by degree to be kept.
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @throws Cancelled
 * @see Batagelj & Zaversnik (2003); peeling by levels as in Dasari, Ranjan & Zubair (2014), ParK. Time O(size + arcs), space O(size).
 */
export function coreNumbers(graph: DirectedGraph, { cancellation }: { readonly cancellation?: Cancellation } = {}): Int32Array {
  const { size, start, target } = simpleGraph(graph)
  const degree = new Int32Array(size) // of those taken away: their core number
  const left = new Int32Array(size)
  for (let node = 0; node < size; node++) {
    degree[node] = start[node + 1]! - start[node]!
    left[node] = node
  }
  const taken = new Int32Array(size + 1)
  let remaining = size
  for (let k = 0; remaining > 0; k++) {
    let kept = 0
    let last = 0
    for (let place = 0; place < remaining; place++) {
      const node = left[place]!
      if (degree[node]! > k) left[kept++] = node
      else if (degree[node] === k) taken[last++] = node
    }
    remaining = kept
    takeAway(k, last, taken, degree, start, target, cancellation)
    cancellation?.spend(kept)
  }
  return degree
}

/**
 * Takes away the first `last` of `taken` and whoever comes down to k neighbours thereby.
 *
 * Whether a neighbour is still there, and whether it has just come down, is as good as a coin toss: signs of differences
 * (1 or 0) are added instead of branched on.
 */
function takeAway(k: number, last: number, taken: Int32Array, degree: Int32Array, start: Int32Array, target: Int32Array, cancellation: Cancellation | undefined): void {
  for (let at = 0; at < last; at++) {
    cancellation?.lookAt(at)
    const node = taken[at]!
    const end = start[node + 1]!
    for (let arc = start[node]!; arc < end; arc++) {
      const other = target[arc]!
      const before = degree[other]!
      const isThere = (k - before) >>> 31
      degree[other] = before - isThere
      taken[last] = other
      last += isThere & ((before - k - 2) >>> 31)
    }
  }
}
