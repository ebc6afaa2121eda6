import type { Cancellation } from './cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'

export interface ArticulationPoints {
  /** 1 for a node whose removal leaves its component in more pieces. */
  readonly isPoint: Uint8Array
  /** Edges whose removal does the same, as pairs [smaller, larger], in ascending order. */
  readonly bridges: readonly (readonly [number, number])[]
}

/**
 * Nodes and edges that alone hold a component together.
 *
 * Self-loops say nothing here; an edge that is stated twice is no bridge.
 *
 * All but `visit` is kept by visit number, not by node: the way down and back up then stays in the cache.
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @throws Cancelled
 * @see Hopcroft & Tarjan (1973), with an explicit stack. Time O(size + arcs), space O(size).
 */
export function articulationPoints({ size, start, target }: DirectedGraph, { cancellation }: { readonly cancellation?: Cancellation } = {}): ArticulationPoints {
  const visit = new Int32Array(size) // order of first visit from 1; 0: not visited
  const order = new Int32Array(size + 1) // node per visit number
  const parent = new Int32Array(size + 1) // visit number it was reached from; 0: a root
  const lowest = new Int32Array(size + 1)
  const cursor = new Int32Array(size + 1)
  const isPoint = new Uint8Array(size)
  const bridges: number[] = [] // smaller end · size + larger end, exact below 2^53: up to 94 million nodes
  let visits = 0
  for (let root = 0; root < size; root++) {
    if (visit[root] !== 0 || start[root] === start[root + 1]) continue
    const rootVisit = ++visits
    let at = rootVisit
    let branches = 0
    visit[root] = lowest[at] = at
    order[at] = root
    parent[at] = 0
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
        if (above !== rootVisit && low >= above) isPoint[cameFrom] = 1
      }
      at = above
    }
    if (branches > 1) isPoint[root] = 1
  }
  return { isPoint, bridges: Array.from(Float64Array.from(bridges).sort(), (bridge) => [Math.floor(bridge / size), bridge % size] as const) }
}
