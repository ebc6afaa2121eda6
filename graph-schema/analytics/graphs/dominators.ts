import type { Cancellation } from '../parts/cancellation.ts'
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

export interface DominatorsOptions {
  /** The graph turned round, if the caller has it already. */
  readonly incoming?: DirectedGraph
  readonly cancellation?: Cancellation
}

/**
 * The dominator tree from one or more sources: which sites stand on every route.
 *
 * Several sources count as one beginning, so a source dominates only what no other source reaches past it. The immediate
 * dominator of a node is the nearest common ancestor, in the tree of dominators so far, of its parent in the depth-first
 * tree and of its semidominator: the first node from which a way leads to it through later visited nodes only.
 *
 * @param sources nodes < size; one may be named twice
 * @throws Cancelled
 * @see Georgiadis, Tarjan & Werneck (2006), SEMI-NCA; path compression of Lengauer & Tarjan (1979), without recursion.
 * Time O(arcs · log size), space O(size + arcs).
 */
export function dominators(graph: DirectedGraph, sources: readonly number[], { incoming = reversed(graph), cancellation }: DominatorsOptions = {}): Dominators {
  const isSource = new Uint8Array(graph.size)
  for (const source of sources) isSource[source] = 1
  const visits = depthFirst(graph, isSource, cancellation)
  const above = nearestCommon(visits, semidominators(visits, incoming, isSource, cancellation))
  const immediate = new Int32Array(graph.size).fill(UNREACHABLE)
  for (let at = 1; at <= visits.reached; at++) immediate[visits.order[at]!] = above[at] === 0 ? NO_DOMINATOR : visits.order[above[at]!]!
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

/** Where a node's arcs are read is kept by visit number, not by node: the way down and back up then stays in the cache. */
function depthFirst({ size, start, target }: DirectedGraph, isSource: Uint8Array, cancellation: Cancellation | undefined): Visits {
  const order = new Int32Array(size + 1)
  const number = new Int32Array(size)
  const parent = new Int32Array(size + 1)
  const cursor = new Int32Array(size + 1)
  const cursorEnd = new Int32Array(size + 1)
  let reached = 0
  for (let source = 0; source < size; source++) {
    if (isSource[source] === 0 || number[source] !== 0) continue
    let at = number[source] = ++reached
    order[at] = source
    cursor[at] = start[source]!
    cursorEnd[at] = start[source + 1]!
    while (at > 0) {
      const end = cursorEnd[at]!
      let arc = cursor[at]!
      while (arc < end && number[target[arc]!] !== 0) arc++
      if (arc === end) {
        at = parent[at]!
        continue
      }
      cursor[at] = arc + 1
      const next = target[arc]!
      number[next] = ++reached
      cancellation?.lookAt(reached)
      order[reached] = next
      parent[reached] = at
      cursor[reached] = start[next]!
      cursorEnd[reached] = start[next + 1]!
      at = reached
    }
  }
  return { order, number, parent, reached }
}

/** Rows of arcs turned round, in visit numbers and in their order: read once at random, so that what follows need not. */
function predecessors({ order, number, reached }: Visits, { start, target }: DirectedGraph): { readonly first: Int32Array; readonly before: Int32Array } {
  const first = new Int32Array(reached + 2)
  const before = new Int32Array(target.length)
  let arcs = 0
  for (let at = 1; at <= reached; at++) {
    first[at] = arcs
    const node = order[at]!
    const end = start[node + 1]!
    for (let arc = start[node]!; arc < end; arc++) before[arcs++] = number[target[arc]!]!
  }
  first[reached + 1] = arcs
  return { first, before }
}

/**
 * Semidominator per visit number, from the last visit to the first. `least` is the least semidominator on the way from a
 * node up to where its path has been shortened to; the node itself and all before it in the order are not linked yet.
 */
function semidominators(visits: Visits, incoming: DirectedGraph, isSource: Uint8Array, cancellation: Cancellation | undefined): Int32Array {
  const { order, parent, reached } = visits
  const { first, before } = predecessors(visits, incoming)
  const semi = new Int32Array(reached + 1)
  const least = new Int32Array(reached + 1)
  for (let at = 1; at <= reached; at++) least[at] = at
  const ancestor = parent.slice(0, reached + 1)
  const trail = new Int32Array(reached + 1)
  for (let at = reached; at > 0; at--) {
    cancellation?.lookAt(at)
    let found = isSource[order[at]!] === 1 ? 0 : parent[at]!
    const end = first[at + 1]!
    for (let arc = first[at]!; arc < end; arc++) {
      const from = before[arc]!
      if (from === 0) continue // no source reaches it
      let through = from
      if (from > at) {
        let depth = 0
        let node = from
        for (; ancestor[node]! > at; node = ancestor[node]!) trail[depth++] = node
        const top = ancestor[node]!
        through = least[node]!
        while (depth > 0) {
          const below = trail[--depth]!
          if (least[below]! > through) least[below] = through
          else through = least[below]!
          ancestor[below] = top
        }
      }
      if (through < found) found = through
    }
    semi[at] = least[at] = found
  }
  return semi
}

/**
 * Immediate dominator per visit number: up the dominators of the parent to the first that is no later than the semidominator.
 *
 * Each node has a second way up, a jump over 1, 3, 7 … dominators as its depth allows, so that a long chain of dominators
 * is climbed in O(log size) steps however often it is climbed.
 * @see Myers (1983), An applicative random-access stack
 */
function nearestCommon({ parent, reached }: Visits, semi: Int32Array): Int32Array {
  const above = new Int32Array(reached + 1)
  const jump = new Int32Array(reached + 1)
  const depth = new Int32Array(reached + 1)
  for (let at = 1; at <= reached; at++) {
    const latest = semi[at]!
    let node = parent[at]!
    while (node > latest) node = jump[node]! > latest ? jump[node]! : above[node]!
    above[at] = node
    depth[at] = depth[node]! + 1
    const over = jump[node]!
    jump[at] = depth[node]! - depth[over]! === depth[over]! - depth[jump[over]!]! ? jump[over]! : node
  }
  return above
}
