import type { Cancellation } from '../parts/cancellation.ts'
import { stakeBounds } from '../ownership/stake-bounds.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/**
 * Lists what some nodes hold over any number of steps, themselves included, in no order; ready for many questions.
 *
 * The function returned gives undefined where that is more than `most` nodes, and where it meets a node that is marked
 * in `vast`: one of which that is known. Time O(stakes reached), space O(size).
 */
export function reachBelow(graph: StakeGraph, cancellation: Cancellation | undefined): (from: readonly number[], most?: number, vast?: Uint8Array) => Int32Array | undefined {
  const { high } = stakeBounds(graph)
  const seen = new Uint8Array(graph.size)
  const reached = new Int32Array(graph.size)
  return (from, most = graph.size, vast = undefined) => {
    let found = 0
    for (const node of from) seen[reached[found++] = node] = 1
    let isMore = false
    for (let next = 0; next < found && !isMore; next++) {
      const node = reached[next]!
      const end = graph.holderStart[node + 1]!
      cancellation?.spend(1 + end - graph.holderStart[node]!)
      for (let at = graph.holderStart[node]!; at < end; at++) {
        const entry = graph.byHolder[at]!
        const held = graph.held[entry]!
        if (seen[held] === 1 || !(high[entry]! > 0)) continue
        seen[held] = 1
        reached[found++] = held
      }
      isMore = found > most || vast?.[node] === 1
    }
    for (let at = 0; at < found; at++) seen[reached[at]!] = 0
    return isMore ? undefined : reached.slice(0, found)
  }
}
