import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import type { LargeBlock } from './large-block.ts'
import { INSIDE, largeBlock } from './large-block.ts'

export interface ArticulationPoints {
  /** 1 for a node whose removal leaves its component in more pieces. */
  readonly isPoint: Uint8Array
  /** Edges whose removal does the same, as pairs [smaller, larger], in ascending order; empty if they were not asked for. */
  readonly bridges: readonly (readonly [number, number])[]
}

export interface ArticulationPointsOptions {
  /** Whether bridges are wanted, too. Many of them take longer to list than to find. */
  readonly bridges?: boolean
  readonly cancellation?: Cancellation
}

/**
 * Nodes and edges that alone hold a component together.
 *
 * Self-loops say nothing here; an edge that is stated twice is no bridge.
 *
 * Within a block nothing does: of {@link largeBlock} only what hangs on it is searched, in depth, as if the block were
 * one node. A piece that hangs on a single node of the block makes that node a point.
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @throws Cancelled
 * @see Hopcroft & Tarjan (1973), with an explicit stack. Time O(size + arcs), space O(size).
 */
export function articulationPoints(graph: DirectedGraph, { bridges: areWanted = true, cancellation }: ArticulationPointsOptions = {}): ArticulationPoints {
  const { size } = graph
  const block = largeBlock(graph, cancellation)
  const search = new Search(graph, block, cancellation)
  for (const node of block.outside) if (search.visit[node] === 0 && search.isAtBlock(node)) search.piece(node, true)
  for (const node of block.outside) if (search.visit[node] === 0) search.piece(node, false)
  const bridges = areWanted ? Float64Array.from(search.bridges).sort() : []
  return { isPoint: search.isPoint, bridges: Array.from(bridges, (bridge) => [Math.floor(bridge / size), bridge % size] as const) }
}

/** Visit number of all nodes of the block together. */
const BLOCK = 1

/** A search in depth. All but `visit` is kept by visit number, not by node: the way down and back up then stays in the cache. */
class Search {
  readonly isPoint: Uint8Array
  /** Smaller end · size + larger end, exact below 2^53: up to 94 million nodes. */
  readonly bridges: number[] = []
  /** Order of first visit from 2; 0: not visited, or in the block. */
  readonly visit: Int32Array
  private visits = BLOCK
  /** Node per visit number. */
  private readonly order: Int32Array
  /** Visit number it was reached from; 0: a root. */
  private readonly parent: Int32Array
  private readonly lowest: Int32Array
  private readonly cursor: Int32Array

  private readonly graph: DirectedGraph
  private readonly standing: Uint8Array
  private readonly cancellation: Cancellation | undefined

  constructor(graph: DirectedGraph, { standing, outside }: LargeBlock, cancellation: Cancellation | undefined) {
    this.graph = graph
    this.standing = standing
    this.cancellation = cancellation
    this.isPoint = new Uint8Array(graph.size)
    this.visit = new Int32Array(graph.size)
    const room = BLOCK + outside.length + 1
    this.order = new Int32Array(room)
    this.parent = new Int32Array(room)
    this.lowest = new Int32Array(room)
    this.cursor = new Int32Array(room)
  }

  isAtBlock(node: number): boolean {
    const { graph: { start, target }, standing } = this
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) if (standing[target[arc]!] === INSIDE) return true
    return false
  }

  /** Everything outside the block that hangs together with `root`, which is a neighbour of the block if any of it is. */
  piece(root: number, isAtBlock: boolean): void {
    const { graph: { size, start, target }, standing, cancellation, visit, order, parent, lowest, cursor, isPoint, bridges } = this
    const rootVisit = ++this.visits
    let visits = rootVisit
    let at = rootVisit
    let branches = 0
    let arcsToBlock = 0
    let holder = -1 // the node of the block that the piece hangs on; −1 when it is none or several
    visit[root] = lowest[at] = at
    order[at] = root
    cursor[at] = start[root]!
    while (at > 0) {
      const node = order[at]!
      const above = parent[at]!
      const cameFrom = above === 0 ? -1 : order[above]!
      const end = start[node + 1]!
      let low = lowest[at]!
      let arc = cursor[at]!
      let next = -1
      for (; arc < end; arc++) {
        const other = target[arc]!
        if (standing[other] === INSIDE) {
          low = BLOCK
          if (arcsToBlock++ === 0) holder = other
          else if (other !== holder) holder = -1
          continue
        }
        const seen = visit[other]!
        if (seen === 0) {
          next = other
          break
        }
        // The first arc back to the parent is the edge we came by; a second one beside it is a second edge.
        if (seen < low && (other !== cameFrom || (arc > start[node]! && target[arc - 1] === other))) low = seen
      }
      lowest[at] = low
      cursor[at] = arc + 1
      if (next >= 0) {
        if (above === 0) branches++
        cancellation?.lookAt(visits)
        visit[next] = lowest[++visits] = visits
        order[visits] = next
        parent[visits] = at
        cursor[visits] = start[next]!
        at = visits
        continue
      }
      if (above > 0) {
        if (low < lowest[above]!) lowest[above] = low
        if (low > above) bridges.push(Math.min(cameFrom, node) * size + Math.max(cameFrom, node))
        if ((above !== rootVisit || isAtBlock) && low >= above) isPoint[cameFrom] = 1
      }
      at = above
    }
    this.visits = visits
    if (!isAtBlock && branches > 1) isPoint[root] = 1
    if (holder >= 0) isPoint[holder] = 1
    if (arcsToBlock === 1) bridges.push(Math.min(holder, root) * size + Math.max(holder, root))
  }
}
