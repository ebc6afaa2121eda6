import { connectedComponents } from './connected-components.ts'
import type { DirectedGraph } from './directed-graph.ts'

/** A graph whose leaves are folded into the nodes they hang on. */
export interface FoldedLeaves {
  /** Per node how many nodes it stands for, itself included; 0 for a node that was folded. */
  readonly weight: Float64Array
  /** Per node how many sources it stands for; 0 for a node that was folded. */
  readonly share: Float64Array
  /** Per node the pairs it stands between because one of them, or both, hang on it in a tree. */
  readonly total: Float64Array
}

/**
 * Takes away nodes with a single neighbour, again and again, for {@link betweenness}: who hangs on a node by a tree is
 * reached through it and no other way, so that all pairs at such an end are counted without searching.
 *
 * Of a node v let n and k be the nodes and sources that hang on it, v not included, and n_i and k_i those of its i-th branch,
 * N and K those of its component. Of the ordered pairs (source, node) it stands between k · (N − n − 1) + (K − k − own) · n that
 * come out of a branch or go into one, and k · n − Σ k_i n_i that change from a branch to another; `own` is how often v is a
 * source itself.
 *
 * @param graph simple, each edge in both rows
 * @param times per node how often it is a source
 * @see Baglioni, Geraci, Pellegrini & Lastres (2012), Fast exact computation of betweenness centrality in social networks;
 *   Sarıyüce, Saule, Kaya & Çatalyürek (2013), Shattering and compressing networks for betweenness centrality. Time and space O(size + arcs).
 */
export function foldedLeaves(graph: DirectedGraph, times: Float64Array): FoldedLeaves {
  const { size } = graph
  const [weight, share, total] = [new Float64Array(size).fill(1), times.slice(), new Float64Array(size)]
  const { removed, parent, isRemoved } = leavesOf(graph)
  if (removed.length === 0) return { weight, share, total }
  for (let at = 0; at < removed.length; at++) {
    const node = removed[at]!
    const holder = parent[at]!
    weight[holder]! += weight[node]!
    share[holder]! += share[node]!
    total[holder]! -= share[node]! * weight[node]! // not between two of the same branch
  }
  const { componentOf, count } = connectedComponents(graph, { symmetric: true })
  const [nodes, sources] = [new Float64Array(count), new Float64Array(count)]
  for (let node = 0; node < size; node++) {
    nodes[componentOf[node]!]!++
    sources[componentOf[node]!]! += times[node]!
  }
  for (let node = 0; node < size; node++) {
    const [hanging, own] = [weight[node]! - 1, times[node]!]
    const from = share[node]! - own
    total[node]! += from * (nodes[componentOf[node]!]! - 1) + (sources[componentOf[node]!]! - share[node]!) * hanging
    if (isRemoved[node] === 1) weight[node] = share[node] = 0
  }
  return { weight, share, total }
}

/** Nodes with one neighbour left, in the order in which they are taken away, each with that neighbour. */
function leavesOf({ size, start, target }: DirectedGraph): { readonly removed: readonly number[]; readonly parent: readonly number[]; readonly isRemoved: Uint8Array } {
  const left = new Int32Array(size)
  const waiting: number[] = []
  for (let node = 0; node < size; node++) {
    left[node] = start[node + 1]! - start[node]!
    if (left[node] === 1) waiting.push(node)
  }
  const [removed, parent, isRemoved]: [number[], number[], Uint8Array] = [[], [], new Uint8Array(size)]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (left[node] !== 1) continue // the last one of a tree
    let arc = start[node]!
    while (isRemoved[target[arc]!] === 1) arc++
    const holder = target[arc]!
    removed.push(node)
    parent.push(holder)
    isRemoved[node] = 1
    left[holder]!--
    if (left[holder] === 1) waiting.push(holder)
  }
  return { removed, parent, isRemoved }
}
