import type { Cancellation } from '../parts/cancellation.ts'
import type { Interval } from '../parts/interval.ts'
import type { StakeGraph } from './stake-graph.ts'

/** One chain of stakes from a holder to a target that visits no node twice. */
export interface StakePath {
  /** From the holder to the target. */
  readonly nodes: Int32Array
  /** Entries of the graph, one less than nodes. */
  readonly entries: Int32Array
  /** Product of the stated shares along the chain. */
  readonly share: Interval
}

export interface StakePaths {
  /** Shortest first; of equal length by the node numbers along the chain, step by step by the entry where one stake is stated in several. */
  readonly paths: readonly StakePath[]
  /** False when `limit` or `maxVisits` ended the search: there may be more. */
  readonly complete: boolean
}

export interface StakePathOptions {
  /** Largest number of paths returned. */
  readonly limit?: number
  /** Largest number of stakes tried, over all lengths: the number of paths can grow exponentially. */
  readonly maxVisits?: number
  readonly cancellation?: Cancellation | undefined
}

/**
 * The chains of stakes by which `holder` holds `target`, shortest first.
 *
 * Searches lengths one after the other; a branch is given up when even the shortest way on is too long, so nothing is
 * walked that cannot reach the target. Every entry counts, also one that carries no share.
 *
 * @throws RangeError when an end is not a node
 * @throws Cancelled
 * @see Korf (1985) for iterative deepening with a lower bound. Time O(stakes + maxVisits), space O(size + paths).
 */
export function stakePaths(graph: StakeGraph, holder: number, target: number, { limit = 100, maxVisits = 100_000, cancellation }: StakePathOptions = {}): StakePaths {
  for (const node of [holder, target]) if (!(Number.isInteger(node) && node >= 0 && node < graph.size)) throw new RangeError(`Node ${node} is outside 0 … ${graph.size - 1}.`)
  const distance = distancesTo(graph, target)
  const paths: StakePath[] = []
  if (holder === target || distance[holder]! < 0) return { paths, complete: true }
  let visits = 0
  for (let length = distance[holder]!; length !== Infinity; ) {
    let nextLength = Infinity
    const walk = new SimpleWalk(graph, holder)
    while (!walk.isDone()) {
      cancellation?.spend()
      const entry = walk.nextEntry()
      if (entry === undefined) {
        walk.stepBack()
        continue
      }
      if (visits++ >= maxVisits) return { paths, complete: false }
      const held = graph.held[entry]!
      if (distance[held]! < 0 || walk.visits(held)) continue
      const needed = walk.length + 1 + distance[held]!
      if (needed > length) nextLength = Math.min(nextLength, needed)
      else if (held !== target) walk.stepTo(held, entry)
      else if (walk.length + 1 === length) {
        if (paths.length >= limit) return { paths, complete: false }
        cancellation?.spend(length)
        paths.push(walk.pathTo(target, entry))
      }
    }
    length = nextLength
  }
  return { paths, complete: true }
}

/** Depth-first position: the nodes on the way, the entries between them, and how far each node's stakes were tried. */
class SimpleWalk {
  private readonly nodes: number[]
  private readonly entries: number[] = []
  private readonly cursors: number[]
  private readonly onWay: Uint8Array
  private readonly graph: StakeGraph

  constructor(graph: StakeGraph, holder: number) {
    this.graph = graph
    this.nodes = [holder]
    this.cursors = [graph.holderStart[holder]!]
    this.onWay = new Uint8Array(graph.size)
    this.onWay[holder] = 1
  }

  get length(): number {
    return this.entries.length
  }

  isDone(): boolean {
    return this.nodes.length === 0
  }

  visits(node: number): boolean {
    return this.onWay[node] === 1
  }

  nextEntry(): number | undefined {
    const at = this.cursors[this.cursors.length - 1]!++
    return at < this.graph.holderStart[this.nodes[this.nodes.length - 1]! + 1]! ? this.graph.byHolder[at] : undefined
  }

  stepTo(node: number, entry: number): void {
    this.nodes.push(node)
    this.entries.push(entry)
    this.cursors.push(this.graph.holderStart[node]!)
    this.onWay[node] = 1
  }

  stepBack(): void {
    this.onWay[this.nodes.pop()!] = 0
    this.entries.pop()
    this.cursors.pop()
  }

  pathTo(target: number, entry: number): StakePath {
    const entries = Int32Array.from([...this.entries, entry])
    return { nodes: Int32Array.from([...this.nodes, target]), entries, share: shareAlong(this.graph, entries) }
  }
}

/** Steps from each node down to the target, −1 where there is no way. */
function distancesTo(graph: StakeGraph, target: number): Int32Array {
  const distance = new Int32Array(graph.size).fill(-1)
  const queue = [target]
  distance[target] = 0
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) {
      const holder = graph.holder[entry]!
      if (distance[holder]! >= 0) continue
      distance[holder] = distance[node]! + 1
      queue.push(holder)
    }
  }
  return distance
}

/**
 * Product of the stated shares of a chain of entries, as an interval.
 *
 * A bound of the product is out of reach if the same bound of one factor is, and no other factor makes it 0: lower
 * bounds of 0 that are themselves excluded ("some share") leave the product above 0. A share that is not a number is
 * unknown: [0, 1].
 */
export function shareAlong(graph: StakeGraph, entries: ArrayLike<number>): Interval {
  let low = 1
  let high = 1
  let lowExclusive = false
  let highExclusive = false
  let positive = true
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]!
    const least = graph.shareLow[entry]! > 0 ? graph.shareLow[entry]! : 0
    const most = Number.isNaN(graph.shareHigh[entry]!) ? 1 : Math.max(least, graph.shareHigh[entry]!)
    low *= Math.min(least, 1)
    high *= Math.min(most, 1)
    lowExclusive ||= graph.shareLowExclusive[entry] === 1
    highExclusive ||= graph.shareHighExclusive[entry] === 1 && most <= 1
    positive &&= least > 0 || graph.shareLowExclusive[entry] === 1
  }
  return { low, high, lowExclusive: lowExclusive && positive, highExclusive: highExclusive && high > 0, statedOnly: entries.length === 1 }
}
