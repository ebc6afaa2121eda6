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
 * @param graph undirected: each edge in both rows ({@link undirectedGraph})
 * @see Hopcroft & Tarjan (1973), with an explicit stack. Time O(size + arcs), space O(size).
 */
export function articulationPoints({ size, start, target }: DirectedGraph): ArticulationPoints {
  const visit = new Int32Array(size) // order of first visit from 1; 0: not visited
  const lowest = new Int32Array(size)
  const parent = new Int32Array(size).fill(-1)
  const cursor = start.slice(0, size)
  const isPoint = new Uint8Array(size)
  const bridges: [number, number][] = []
  let visits = 0
  for (let root = 0; root < size; root++) {
    if (visit[root] !== 0) continue
    visit[root] = lowest[root] = ++visits
    let branches = 0
    let node = root
    for (;;) {
      const arc = cursor[node]!
      if (arc < start[node + 1]!) {
        cursor[node] = arc + 1
        const next = target[arc]!
        // The first arc back to the parent is the edge we came by; a second one beside it is a second edge.
        if (next === parent[node] && !(arc > start[node]! && target[arc - 1] === next)) continue
        if (visit[next] === 0) {
          parent[next] = node
          visit[next] = lowest[next] = ++visits
          if (node === root) branches++
          node = next
        } else if (visit[next]! < lowest[node]!) lowest[node] = visit[next]!
        continue
      }
      const above = parent[node]!
      if (above < 0) break
      if (lowest[node]! < lowest[above]!) lowest[above] = lowest[node]!
      if (lowest[node]! > visit[above]!) bridges.push(above < node ? [above, node] : [node, above])
      if (above !== root && lowest[node]! >= visit[above]!) isPoint[above] = 1
      node = above
    }
    if (branches > 1) isPoint[root] = 1
  }
  return { isPoint, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) }
}
