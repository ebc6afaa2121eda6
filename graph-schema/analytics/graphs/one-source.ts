import type { Cancellation } from '../parts/cancellation.ts'
import type { Rows } from '../parts/rows.ts'

/** Above this a path count is kept as fraction and exponent; far enough from 2^1024 for one more sum over all arcs. */
export const LARGEST_COUNT = 2 ** 960
/** Exponents count in steps of 2^480. */
const STEP = 2 ** 480

/** Place of a node that is not reached: behind all others. */
const FAR = 0x7fffffff
/** Nodes whose arcs are followed between two looks at the cancellation. */
const NODES_PER_LOOK = 1_024

/**
 * Working memory of one search, reused for every source.
 *
 * A node reached has a place: the how-manieth it was, from 0. All but `place` goes by place, not by node: what is
 * reached together then lies together, and going back over it is nearly sequential.
 */
interface Search {
  readonly rows: Rows
  /** Per node how often it counts as the end of a path. */
  readonly weight: Float64Array
  /** Per node its place. All FAR between two searches. */
  readonly place: Int32Array
  /** Node per place; one element more than nodes. */
  readonly order: Int32Array
  /** Per place the number of shortest paths from the source. All 0 between two searches. */
  readonly paths: Float64Array
  /** Arcs of shortest paths: those of place i are stepEnd[i − 1] … stepEnd[i] − 1, as the places of their heads; one element more than arcs. */
  readonly step: Int32Array
  readonly stepEnd: Int32Array
  /** While going back: (weight + dependency) / paths. */
  readonly perPath: Float64Array
  /** Filled so far of `order` and of `step`. */
  reached: number
  steps: number
  /** First place of the distance after the one at hand. */
  levelEnd: number
  hasTooManyPaths: boolean
}

/** Searches for shortest paths from one source after the other. */
export interface OneSource {
  /** Adds to `total`, `share` times, what each node's part is in the shortest paths from the source. @throws Cancelled */
  search(source: number, share: number, total: Float64Array, cancellation?: Cancellation): void
}

/**
 * Brandes' search, with path counts of any size.
 *
 * @param weight per node how often it counts as the end of a path
 * @see Brandes (2001). Time of a search O(nodes and arcs reached), space O(size + arcs).
 */
export function oneSource(rows: Rows, weight: Float64Array): OneSource {
  const size = weight.length
  const search: Search = {
    rows, weight, place: new Int32Array(size).fill(FAR), order: new Int32Array(size + 1), paths: new Float64Array(size),
    step: new Int32Array(rows.items.length + 1), stepEnd: new Int32Array(size), perPath: new Float64Array(size), reached: 0, steps: 0, levelEnd: 0, hasTooManyPaths: false,
  }
  return {
    search: (source, share, total, cancellation) => {
      countPaths(search, source, cancellation)
      if (search.hasTooManyPaths) addDependenciesWithExponents(search, share, total, cancellation)
      else addDependencies(search, share, total, cancellation)
      forget(search)
    },
  }
}

/** Breadth-first from the source. */
function countPaths(search: Search, source: number, cancellation: Cancellation | undefined): void {
  search.order[0] = source
  search.place[source] = 0
  search.paths[0] = 1
  search.reached = search.levelEnd = 1
  search.steps = 0
  search.hasTooManyPaths = false
  for (let first = 0; first < search.reached; first += NODES_PER_LOOK) {
    const before = search.steps
    follow(search, first, first + NODES_PER_LOOK)
    cancellation?.spend(2 * (search.steps - before) + NODES_PER_LOOK)
  }
}

/**
 * Follows the arcs of the places first … last − 1, as far as there are such.
 *
 * Whether an arc is part of a shortest path cannot be predicted, and a wrong guess costs the processor more than all
 * else here. So nothing branches on it: what may have to be kept is written down at once, and where the next goes moves
 * on by the sign of a difference (Green, Dukhan & Vuduc 2015, Branch-avoiding graph algorithms).
 */
function follow(search: Search, first: number, last: number): void {
  const { rows: { start, items: target }, place, order, paths, step, stepEnd } = search
  let { reached, steps, levelEnd } = search
  for (let at = first; at < last && at < reached; at++) {
    if (at === levelEnd) levelEnd = reached
    const node = order[at]!
    const through = paths[at]!
    if (!(through <= LARGEST_COUNT)) search.hasTooManyPaths = true
    const firstStep = steps
    const end = start[node + 1]!
    for (let arc = start[node]!; arc < end; arc++) {
      const next = target[arc]!
      step[steps] = next
      steps += (levelEnd - 1 - place[next]!) >>> 31 // 1 when it is farther from the source, or not reached yet
    }
    for (let arc = firstStep; arc < steps; arc++) {
      const next = step[arc]!
      const known = place[next]!
      const ahead = reached - known // below 0 when it is reached only now
      const its = known + (ahead & (ahead >> 31)) // the smaller of `known` and `reached`
      order[reached] = next
      reached += ahead >>> 31
      place[next] = its
      step[arc] = its
      paths[its]! += through
    }
    stepEnd[at] = steps
  }
  search.reached = reached
  search.steps = steps
  search.levelEnd = levelEnd
}

/** Back to where a search begins: in one go when much was reached, else node by node. */
function forget({ place, order, paths, reached }: Search): void {
  paths.fill(0, 0, reached)
  if (reached > place.length / 8) place.fill(FAR)
  else for (let at = 0; at < reached; at++) place[order[at]!] = FAR
}

/** From the farthest node back: a node depends on the source's paths to the nodes behind it in proportion to its path count. */
function addDependencies({ weight, order, paths, step, stepEnd, perPath, reached }: Search, share: number, total: Float64Array, cancellation: Cancellation | undefined): void {
  for (let at = reached - 1; at > 0; at--) {
    cancellation?.lookAt(at)
    let behind = 0
    const end = stepEnd[at]!
    for (let arc = stepEnd[at - 1]!; arc < end; arc++) behind += perPath[step[arc]!]!
    const dependency = paths[at]! * behind
    const node = order[at]!
    perPath[at] = (weight[node]! + dependency) / paths[at]!
    total[node]! += share * dependency
  }
}

/**
 * The same with path counts as fraction · STEP^exponent, where float64 alone would overflow. Ratios are taken arc by
 * arc: a node on the way never has more paths than the node behind it, so none of them overflows.
 */
function addDependenciesWithExponents(
  { weight, order, paths, step, stepEnd, perPath, reached }: Search,
  share: number,
  total: Float64Array,
  cancellation: Cancellation | undefined,
): void {
  const exponent = new Int32Array(total.length)
  for (let at = 0; at < reached; at++) paths[at] = at === 0 ? 1 : 0
  for (let at = 0; at < reached; at++) {
    for (let arc = at === 0 ? 0 : stepEnd[at - 1]!; arc < stepEnd[at]!; arc++) {
      const next = step[arc]!
      const ahead = paths[next] === 0 ? 0 : exponent[at]! - exponent[next]!
      if (paths[next] === 0) exponent[next] = exponent[at]!
      if (ahead > 0) {
        paths[next] = paths[next]! * scaleDown(ahead)
        exponent[next] = exponent[at]!
      }
      paths[next]! += paths[at]! * scaleDown(Math.max(0, -ahead))
      if (paths[next]! > STEP) {
        paths[next]! /= STEP
        exponent[next]!++
      }
    }
  }
  for (let at = reached - 1; at > 0; at--) {
    cancellation?.lookAt(at)
    let dependency = 0
    for (let arc = stepEnd[at - 1]!; arc < stepEnd[at]!; arc++) {
      const next = step[arc]!
      dependency += (paths[at]! / paths[next]!) * scaleDown(exponent[next]! - exponent[at]!) * (weight[order[next]!]! + perPath[next]!)
    }
    perPath[at] = dependency // here the dependency itself
    total[order[at]!]! += share * dependency
  }
}

/** STEP^−steps: 1, 2^−480, 2^−960, then 0, which is less than rounding. */
const scaleDown = (steps: number): number => (steps === 0 ? 1 : steps === 1 ? 1 / STEP : steps === 2 ? 1 / STEP / STEP : 0)
