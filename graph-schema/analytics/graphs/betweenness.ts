import { breadthFirstOrder, renumberedRows } from './breadth-first-order.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { reversed, simpleGraph } from './directed-graph.ts'
import { eightSources } from './eight-sources.ts'
import { foldedLeaves } from './folded-leaves.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import type { OneSource } from './one-source.ts'
import { oneSource } from './one-source.ts'
import { pathMachineBytes } from './path-machine.ts'
import type { Rows } from '../parts/rows.ts'

export interface BetweennessOptions {
  /** Only shortest paths from these nodes are counted, once for each time a node is named; absent: from all. */
  readonly sources?: ArrayLike<number>
  /** The graph turned round, if the caller has it already: the graph itself when every edge stands in both rows. */
  readonly incoming?: DirectedGraph
  readonly cancellation?: Cancellation
}

/** Below this preparing costs more than is won. */
const FEWEST_SOURCES = 4
const FEWEST_NODES = 48
/** Above this one search at a time has to do, with a sixth of the memory. */
const MOST_BYTES = 2 ** 30

/**
 * Betweenness: for every node, over all ordered pairs (s, t) of other nodes, the share of the shortest paths from s to t that pass it.
 *
 * Steps count 1 each, weights are ignored, parallel arcs and self-loops add no paths. In an undirected graph (each edge
 * in both rows) a pair counts as (s, t) and as (t, s): halve for the usual figure, or take {@link normalisedBetweenness}.
 *
 * Eight sources are worked on side by side ({@link eightSources}), in a graph numbered level after level, in which
 * neighbours share a search; in an undirected one what hangs on by a tree is counted without searching
 * ({@link foldedLeaves}). Few sources, small graphs and long thin ones are searched source by source.
 *
 * Path counts are float64: exact up to 2^53 and rounded to 53 bits beyond; a source with counts above 2^960 is done
 * again with separate exponents, so that the result is a number for every graph.
 *
 * @throws Cancelled
 * @see Brandes (2001). Time O(sources · (size + arcs)), space O(size + arcs): of a million nodes and ten million arcs 300 MB.
 */
export function betweenness(graph: DirectedGraph, { sources, incoming, cancellation }: BetweennessOptions = {}): Float64Array {
  const simple = simpleGraph(graph)
  const { size, target } = simple
  const count = sources?.length ?? size
  if (count < FEWEST_SOURCES || size < FEWEST_NODES || pathMachineBytes(size, target.length) > MOST_BYTES) return sourceBySource(simple, sources, cancellation)
  const turned = incoming === graph ? simple : incoming === undefined ? reversed(simple) : simpleGraph(incoming)
  return sideBySide(simple, isSame(simple, turned) ? simple : turned, timesNamed(size, sources), cancellation)
}

/** Betweenness as a share of the largest possible, 0–1: divided by the ordered pairs of other nodes, (n − 1)(n − 2). */
export function normalisedBetweenness(total: Float64Array): Float64Array {
  const pairs = (total.length - 1) * (total.length - 2)
  return total.map((value) => (pairs > 0 ? value / pairs : 0))
}

const isSame = (one: DirectedGraph, other: DirectedGraph): boolean =>
  one === other ||
  (one.target.length === other.target.length &&
    one.start.every((first, node) => first === other.start[node]) &&
    one.target.every((node, arc) => node === other.target[arc]))

function timesNamed(size: number, sources: ArrayLike<number> | undefined): Float64Array {
  const times = new Float64Array(size)
  if (sources === undefined) return times.fill(1)
  for (let at = 0; at < sources.length; at++) times[sources[at]!]!++
  return times
}

function sourceBySource({ size, start, target }: DirectedGraph, sources: ArrayLike<number> | undefined, cancellation: Cancellation | undefined): Float64Array {
  const total = new Float64Array(size)
  const one = oneSource({ start, items: target }, new Float64Array(size).fill(1))
  for (let at = 0; at < (sources?.length ?? size); at++) one.search(sources?.[at] ?? at, 1, total, cancellation)
  return total
}

/** @param incoming the same object as the graph when each edge stands in both rows. @param times per node how often it is a source */
function sideBySide(graph: DirectedGraph, incoming: DirectedGraph, times: Float64Array, cancellation: Cancellation | undefined): Float64Array {
  const { size } = graph
  const { weight, share, total } = graph === incoming ? foldedLeaves(graph, times) : { weight: new Float64Array(size).fill(1), share: times, total: new Float64Array(size) }
  const numbered = breadthFirstOrder(graph, weight, cancellation)
  const { order, rows } = numbered
  const turned = graph === incoming ? rows : renumberedRows(incoming, numbered) // of a directed graph every node is kept
  const inOrder = (values: Float64Array) => Float64Array.from(order, (node) => values[node]!)
  const searched = addedUp(rows, turned, inOrder(weight), inOrder(share), cancellation)
  for (let at = 0; at < order.length; at++) total[order[at]!]! += searched[at]!
  return total
}

/** What is found by searching from all nodes that stand for a source. */
function addedUp(rows: Rows, incoming: Rows, weight: Float64Array, share: Float64Array, cancellation: Cancellation | undefined): Float64Array {
  const sources = Int32Array.from(share.keys()).filter((node) => share[node]! > 0)
  const eight = eightSources(rows, incoming, weight)
  let one: OneSource | undefined
  for (let at = 0; at < sources.length; at += WIDTH) {
    const together = sources.subarray(at, at + WIDTH)
    if (!eight.isNarrow() && eight.search(together, share, cancellation)) continue
    one ??= oneSource(rows, weight)
    for (const source of together) one.search(source, share[source]!, eight.total, cancellation)
  }
  return eight.total
}
