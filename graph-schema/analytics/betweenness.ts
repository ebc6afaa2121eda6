import type { Cancellation } from './cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { simpleGraph } from './directed-graph.ts'

/** Above this a path count is kept as fraction and exponent; far enough from 2^1024 for one more sum over all arcs. */
const LARGEST_COUNT = 2 ** 960
/** Exponents count in steps of 2^480. */
const STEP = 2 ** 480

export interface BetweennessOptions {
  /** Only shortest paths from these nodes are counted; absent: from all. */
  readonly sources?: ArrayLike<number>
  readonly cancellation?: Cancellation
}

/** Distance of a node that is not reached. */
const FAR = 0x7fffffff
/** Nodes whose arcs are followed between two looks at the cancellation. */
const NODES_PER_LOOK = 1_024

/** Working memory of one search, reused for every source. */
interface Search {
  readonly graph: DirectedGraph
  /** Nodes in the order they were reached; one element more than nodes. */
  readonly order: Int32Array
  /** Steps from the source. All FAR between two searches. */
  readonly distance: Int32Array
  /** Number of shortest paths from the source. All 0 between two searches. */
  readonly paths: Float64Array
  /** Arcs of shortest paths: those of order[i] are stepEnd[i − 1] … stepEnd[i] − 1, as their heads; one element more than arcs. */
  readonly step: Int32Array
  readonly stepEnd: Int32Array
  /** While going back: (1 + dependency) / paths. */
  readonly perPath: Float64Array
  /** Filled so far of `order` and of `step`. */
  reached: number
  steps: number
  hasTooManyPaths: boolean
}

/**
 * Betweenness: for every node, over all ordered pairs (s, t) of other nodes, the share of the shortest paths from s to t that pass it.
 *
 * Steps count 1 each, weights are ignored, parallel arcs and self-loops add no paths. In an undirected graph (each edge
 * in both rows) a pair counts as (s, t) and as (t, s): halve for the usual figure, or take {@link normalisedBetweenness}.
 *
 * Path counts are float64: exact up to 2^53 and rounded to 53 bits beyond; a source with counts above 2^960 is done
 * again with separate exponents, so that the result is a number for every graph.
 *
 * @throws Cancelled
 * @see Brandes (2001). Time O(sources · (size + arcs)), space O(size + arcs).
 */
export function betweenness(graph: DirectedGraph, { sources, cancellation }: BetweennessOptions = {}): Float64Array {
  const simple = simpleGraph(graph)
  const { size } = simple
  const search: Search = {
    graph: simple, order: new Int32Array(size + 1), distance: new Int32Array(size).fill(FAR), paths: new Float64Array(size),
    step: new Int32Array(simple.target.length + 1), stepEnd: new Int32Array(size), perPath: new Float64Array(size), reached: 0, steps: 0, hasTooManyPaths: false,
  }
  const total = new Float64Array(size)
  const count = sources?.length ?? size
  for (let index = 0; index < count; index++) {
    countPaths(search, sources?.[index] ?? index, cancellation)
    if (search.hasTooManyPaths) addDependenciesWithExponents(search, total, cancellation)
    else addDependencies(search, total, cancellation)
    forget(search)
  }
  return total
}

/** Betweenness as a share of the largest possible, 0–1: divided by the ordered pairs of other nodes, (n − 1)(n − 2). */
export function normalisedBetweenness(total: Float64Array): Float64Array {
  const pairs = (total.length - 1) * (total.length - 2)
  return total.map((value) => (pairs > 0 ? value / pairs : 0))
}

/** Breadth-first from the source. */
function countPaths(search: Search, source: number, cancellation: Cancellation | undefined): void {
  search.order[0] = source
  search.distance[source] = 0
  search.paths[source] = 1
  search.reached = 1
  search.steps = 0
  search.hasTooManyPaths = false
  for (let first = 0; first < search.reached; first += NODES_PER_LOOK) {
    const before = search.steps
    follow(search, first, first + NODES_PER_LOOK)
    cancellation?.spend(2 * (search.steps - before) + NODES_PER_LOOK)
  }
}

/**
 * Follows the arcs of order[first … last − 1], as far as there are such nodes.
 *
 * Whether an arc is part of a shortest path cannot be predicted, and a wrong guess costs the processor more than all
 * else here. So nothing branches on it: what may have to be kept is written down at once, and the place for the next
 * moves on by the sign of a difference, 1 or 0 (Green, Dukhan & Vuduc 2015, Branch-avoiding graph algorithms).
 */
function follow(search: Search, first: number, last: number): void {
  const { graph: { start, target }, order, distance, paths, step, stepEnd } = search
  let { reached, steps } = search
  for (let at = first; at < last && at < reached; at++) {
    const node = order[at]!
    const here = distance[node]!
    const deeper = here + 1
    const through = paths[node]!
    if (!(through <= LARGEST_COUNT)) search.hasTooManyPaths = true
    const firstStep = steps
    const end = start[node + 1]!
    for (let arc = start[node]!; arc < end; arc++) {
      const next = target[arc]!
      step[steps] = next
      steps += (here - distance[next]!) >>> 31
    }
    for (let arc = firstStep; arc < steps; arc++) {
      const next = step[arc]!
      order[reached] = next
      reached += (deeper - distance[next]!) >>> 31
      distance[next] = deeper
      paths[next]! += through
    }
    stepEnd[at] = steps
  }
  search.reached = reached
  search.steps = steps
}

/** Back to where a search begins: in one go when much was reached, else node by node. */
function forget({ graph: { size }, order, distance, paths, reached }: Search): void {
  if (reached > size / 8) {
    distance.fill(FAR)
    paths.fill(0)
  } else {
    for (let at = 0; at < reached; at++) {
      distance[order[at]!] = FAR
      paths[order[at]!] = 0
    }
  }
}

/** From the farthest node back: a node depends on the source's paths to the nodes behind it in proportion to its path count. */
function addDependencies({ order, paths, step, stepEnd, perPath, reached }: Search, total: Float64Array, cancellation: Cancellation | undefined): void {
  for (let at = reached - 1; at > 0; at--) {
    cancellation?.lookAt(at)
    const node = order[at]!
    let behind = 0
    const end = stepEnd[at]!
    for (let arc = stepEnd[at - 1]!; arc < end; arc++) behind += perPath[step[arc]!]!
    const dependency = paths[node]! * behind
    perPath[node] = (1 + dependency) / paths[node]!
    total[node]! += dependency
  }
}

/**
 * The same with path counts as fraction · STEP^exponent, where float64 alone would overflow. Ratios are taken arc by
 * arc: a node on the way never has more paths than the node behind it, so none of them overflows.
 */
function addDependenciesWithExponents({ order, paths, step, stepEnd, perPath, reached }: Search, total: Float64Array, cancellation: Cancellation | undefined): void {
  const exponent = new Int32Array(total.length)
  for (let at = 0; at < reached; at++) paths[order[at]!] = at === 0 ? 1 : 0
  for (let at = 0; at < reached; at++) {
    const node = order[at]!
    for (let arc = at === 0 ? 0 : stepEnd[at - 1]!; arc < stepEnd[at]!; arc++) {
      const next = step[arc]!
      const ahead = paths[next] === 0 ? 0 : exponent[node]! - exponent[next]!
      if (paths[next] === 0) exponent[next] = exponent[node]!
      if (ahead > 0) {
        paths[next] = paths[next]! * scaleDown(ahead)
        exponent[next] = exponent[node]!
      }
      paths[next]! += paths[node]! * scaleDown(Math.max(0, -ahead))
      if (paths[next]! > STEP) {
        paths[next]! /= STEP
        exponent[next]!++
      }
    }
  }
  for (let at = reached - 1; at > 0; at--) {
    cancellation?.lookAt(at)
    const node = order[at]!
    let dependency = 0
    for (let arc = stepEnd[at - 1]!; arc < stepEnd[at]!; arc++) {
      const next = step[arc]!
      dependency += (paths[node]! / paths[next]!) * scaleDown(exponent[next]! - exponent[node]!) * (1 + perPath[next]!)
    }
    perPath[node] = dependency // here the dependency itself
    total[node]! += dependency
  }
}

/** STEP^−steps: 1, 2^−480, 2^−960, then 0, which is less than rounding. */
const scaleDown = (steps: number): number => (steps === 0 ? 1 : steps === 1 ? 1 / STEP : steps === 2 ? 1 / STEP / STEP : 0)
