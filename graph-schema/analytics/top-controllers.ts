import { controllersOf } from './group-control.ts'
import { jointControllers } from './joint-controllers.ts'
import type { StakeGraph } from './stake-graph.ts'

/** Who decides over a node in the end: controllers that no other of its controllers controls, else the parties to joint control. */
export interface Deciders { readonly nodes: readonly number[]; readonly jointly: boolean }

/** Time: see {@link controllersOf}, once more per controller. */
export function topControllers(graph: StakeGraph, node: number): Deciders {
  if (node >= graph.size) return { nodes: [], jointly: false }
  const controllers = Array.from(controllersOf(graph, node).nodes)
  const top = controllers.filter((one) => {
    const above = new Set(controllersOf(graph, one).nodes)
    return !controllers.some((other) => above.has(other) && !(controllersOf(graph, other).nodes.includes(one) && one < other)) // a ring is headed by its smallest number
  })
  if (top.length > 0) return { nodes: top, jointly: false }
  const parties = Array.from(jointControllers(graph, node).parties)
  return { nodes: parties, jointly: parties.length > 0 }
}
