import type { DirectedGraph } from './directed-graph.ts'
import { simpleGraph } from './directed-graph.ts'

/**
 * Core number of every node: the largest k such that the node belongs to a group in which everybody has k neighbours
 * inside the group.
 *
 * Neighbours are counted once however often the edge is stated; self-loops do not count.
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @see Batagelj & Zaversnik (2003): nodes in buckets by degree. Time O(size + arcs), space O(size).
 */
export function coreNumbers(graph: DirectedGraph): Int32Array {
  const { size, start, target } = simpleGraph(graph)
  const degree = new Int32Array(size)
  let highest = 0
  for (let node = 0; node < size; node++) {
    degree[node] = start[node + 1]! - start[node]!
    if (degree[node]! > highest) highest = degree[node]!
  }
  const bucket = new Int32Array(highest + 2) // where the nodes of each degree begin in `order`
  for (let node = 0; node < size; node++) bucket[degree[node]! + 1]!++
  for (let k = 1; k < bucket.length; k++) bucket[k]! += bucket[k - 1]!
  const order = new Int32Array(size)
  const place = new Int32Array(size)
  const next = bucket.slice()
  for (let node = 0; node < size; node++) order[place[node] = next[degree[node]!]!++] = node
  for (let at = 0; at < size; at++) {
    const node = order[at]!
    const core = degree[node]!
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const other = target[arc]!
      const before = degree[other]!
      if (before <= core) continue
      // Swap `other` with the first node of its bucket, then move the border of the bucket past it.
      const from = place[other]!
      const to = bucket[before]!
      const swapped = order[to]!
      order[from] = swapped
      place[swapped] = from
      order[to] = other
      place[other] = to
      bucket[before] = to + 1
      degree[other] = before - 1
    }
  }
  return degree
}
