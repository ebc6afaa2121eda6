import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { simpleGraph } from './directed-graph.ts'

/**
 * Core number of every node: the largest k such that the node belongs to a group in which everybody has k neighbours
 * inside the group.
 *
 * Neighbours are counted once however often the edge is stated; self-loops do not count. Whether there are any is found
 * out on the way, as each row is read once: only then is the graph made simple, and peeled again.
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @throws Cancelled
 * @see Batagelj & Zaversnik (2003). Time O(size + arcs), space O(size); O(size + arcs) where edges are stated twice.
 */
export function coreNumbers(graph: DirectedGraph, { cancellation }: { readonly cancellation?: Cancellation } = {}): Int32Array {
  const { core, isSimple } = peeled(graph, cancellation)
  return isSimple ? core : peeled(simpleGraph(graph), cancellation).core
}

interface Peeled {
  readonly core: Int32Array
  /** No self-loops, no parallel arcs: otherwise `core` means nothing. */
  readonly isSimple: boolean
}

/**
 * For k = 0, 1, 2, … takes away those who have no more than k neighbours left, and those who thereby come down to k after
 * them. Looking through who is left for each k costs the sum of all core numbers, which is at most the number of arcs,
 * and so needs no order by degree to be kept; where nobody has k, the next k is the least that somebody has.
 *
 * @see Dasari, Ranjan & Zubair (2014), ParK, which peels by levels
 */
function peeled({ size, start, target }: DirectedGraph, cancellation: Cancellation | undefined): Peeled {
  const degree = new Int32Array(size) // of those taken away: their core number
  const left = new Int32Array(size)
  for (let node = 0; node < size; node++) {
    degree[node] = start[node + 1]! - start[node]!
    left[node] = node
  }
  const taken = new Int32Array(size + 1)
  let isSimple = true
  for (let k = 0, remaining = size; remaining > 0;) {
    let [kept, last, least] = [0, 0, Infinity]
    for (let place = 0; place < remaining; place++) {
      const node = left[place]!
      const neighbours = degree[node]!
      if (neighbours > k) {
        left[kept++] = node
        if (neighbours < least) least = neighbours
      } else if (neighbours === k) taken[last++] = node
    }
    remaining = kept
    cancellation?.spend(kept)
    if (!takeAway(k, last, taken, degree, start, target, cancellation)) isSimple = false
    k = last > 0 ? k + 1 : least
  }
  return { core: degree, isSimple }
}

/**
 * Takes away the first `last` of `taken` and whoever comes down to k neighbours thereby; returns whether the rows of all
 * of them are without self-loops and parallel arcs.
 *
 * Whether a neighbour is still there, and whether it has just come down, is as good as a coin toss: signs of differences
 * (1 or 0) are added instead of branched on. Of x − 1 the sign says whether x, which is not below 0, is 0.
 */
function takeAway(k: number, last: number, taken: Int32Array, degree: Int32Array, start: Int32Array, target: Int32Array, cancellation: Cancellation | undefined): boolean {
  let sign = 0
  for (let at = 0; at < last; at++) {
    cancellation?.lookAt(at)
    const node = taken[at]!
    const end = start[node + 1]!
    for (let arc = start[node]!, previous = node; arc < end; arc++) {
      const other = target[arc]!
      sign |= ((other ^ node) - 1) | ((other ^ previous) - 1)
      previous = other
      const before = degree[other]!
      const isThere = (k - before) >>> 31
      degree[other] = before - isThere
      taken[last] = other
      last += isThere & ((before - k - 2) >>> 31)
    }
  }
  return sign >= 0
}
