import type { DirectedGraph } from './directed-graph.ts'
import { reversed } from './directed-graph.ts'

/** Values of {@link Dominators.immediate} that are not nodes. */
export const NO_DOMINATOR = -1
export const UNREACHABLE = -2

export interface Dominators {
  /**
   * Per node the last node that every route from the sources to it passes through; NO_DOMINATOR for sources and for nodes
   * with two routes that share nothing but their ends; UNREACHABLE where no route leads.
   */
  readonly immediate: Int32Array
  /** 1 for sources. */
  readonly isSource: Uint8Array
}

/**
 * The dominator tree from one or more sources: which sites stand on every route.
 *
 * Several sources count as one beginning, so a source dominates only what no other source reaches past it.
 *
 * @see Lengauer & Tarjan (1979), the simple version with path compression, without recursion. Time O(arcs · log size), space O(size).
 */
export function dominators(graph: DirectedGraph, sources: readonly number[], incoming: DirectedGraph = reversed(graph)): Dominators {
  const { size } = graph
  const isSource = new Uint8Array(size)
  for (const source of sources) isSource[source] = 1
  const { order, number, parent, reached } = depthFirst(graph, isSource)
  // Everything below is in visit numbers 1 … reached; 0 is the common beginning of all sources.
  const semi = Int32Array.from({ length: reached + 1 }, (_, index) => index)
  const best = Int32Array.from(semi)
  const ancestor = new Int32Array(reached + 1).fill(-1)
  const dominator = new Int32Array(reached + 1)
  const bucketHead = new Int32Array(reached + 1).fill(-1)
  const bucketNext = new Int32Array(reached + 1).fill(-1)
  const trail = new Int32Array(reached + 1)
  /** The node of smallest semidominator between `at` and the root of its tree so far; shortens the way. */
  const evaluate = (at: number): number => {
    if (ancestor[at]! < 0) return at
    let depth = 0
    for (let node = at; ancestor[ancestor[node]!]! >= 0; node = ancestor[node]!) trail[depth++] = node
    while (depth > 0) {
      const node = trail[--depth]!
      const above = ancestor[node]!
      if (semi[best[above]!]! < semi[best[node]!]!) best[node] = best[above]!
      ancestor[node] = ancestor[above]!
    }
    return best[at]!
  }
  for (let at = reached; at > 0; at--) {
    const node = order[at]!
    if (isSource[node] === 1) semi[at] = 0
    for (let arc = incoming.start[node]!; arc < incoming.start[node + 1]!; arc++) {
      const before = number[incoming.target[arc]!]!
      if (before === 0) continue
      const reach = semi[evaluate(before)]!
      if (reach < semi[at]!) semi[at] = reach
    }
    bucketNext[at] = bucketHead[semi[at]!]!
    bucketHead[semi[at]!] = at
    const above = parent[at]!
    ancestor[at] = above
    for (let waiting = bucketHead[above]!; waiting >= 0; waiting = bucketNext[waiting]!) {
      const through = evaluate(waiting)
      dominator[waiting] = semi[through]! < semi[waiting]! ? through : above
    }
    bucketHead[above] = -1
  }
  const immediate = new Int32Array(size).fill(UNREACHABLE)
  for (let at = 1; at <= reached; at++) {
    if (dominator[at] !== semi[at]) dominator[at] = dominator[dominator[at]!]!
    immediate[order[at]!] = dominator[at] === 0 ? NO_DOMINATOR : order[dominator[at]!]!
  }
  return { immediate, isSource }
}

/** Every site on all routes from the sources to `node`, nearest first; sources and the node itself are left out. */
export function dominatorsOf({ immediate, isSource }: Dominators, node: number): number[] {
  const found: number[] = []
  for (let above = immediate[node]!; above >= 0; above = immediate[above]!) if (isSource[above] === 0) found.push(above)
  return found
}

/** Per site the markets that depend on it entirely: no route leads to them without passing it. Markets nobody reaches are left out. */
export function dominatedMarkets(tree: Dominators, markets: readonly number[]): Map<number, number[]> {
  const dominated = new Map<number, number[]>()
  for (const market of markets) {
    for (const site of dominatorsOf(tree, market)) {
      const list = dominated.get(site)
      if (list === undefined) dominated.set(site, [market])
      else list.push(market)
    }
  }
  return dominated
}

interface Visits {
  /** Node per visit number; element 0 is not used. */
  readonly order: Int32Array
  /** Visit number per node from 1; 0: not reached. */
  readonly number: Int32Array
  /** Per visit number that of the node it was reached from; 0: the common beginning. */
  readonly parent: Int32Array
  readonly reached: number
}

function depthFirst({ size, start, target }: DirectedGraph, isSource: Uint8Array): Visits {
  const order = new Int32Array(size + 1)
  const number = new Int32Array(size)
  const parent = new Int32Array(size + 1)
  const cursor = start.slice(0, size)
  let reached = 0
  for (let source = 0; source < size; source++) {
    if (isSource[source] === 0 || number[source] !== 0) continue
    let at = number[source] = ++reached
    order[at] = source
    while (at > 0) {
      const node = order[at]!
      if (cursor[node]! >= start[node + 1]!) {
        at = parent[at]!
        continue
      }
      const next = target[cursor[node]!++]!
      if (number[next] !== 0) continue
      number[next] = ++reached
      order[reached] = next
      parent[reached] = at
      at = reached
    }
  }
  return { order, number, parent, reached }
}
