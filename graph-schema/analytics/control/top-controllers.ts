import type { Cancellation } from '../parts/cancellation.ts'
import { controlledBy, controllersOf } from './group-control.ts'
import { jointControllers } from './joint-controllers.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** Who decides over a node in the end: controllers that no other of its controllers controls, else the parties to joint control. */
export interface Deciders { readonly nodes: readonly number[]; readonly jointly: boolean }

/**
 * Deciders in ascending order; of actors that control each other the smallest number stands for all.
 *
 * Whoever controls an actor controls all that it controls. So an actor that is looked at rules out everything below it,
 * and only those that hold the others are looked at.
 *
 * @throws Cancelled
 * Time: {@link controllersOf} of the node, and of each actor looked at: in a chain its head alone.
 */
export function topControllers(graph: StakeGraph, node: number, cancellation?: Cancellation): Deciders {
  if (node >= graph.size) return { nodes: [], jointly: false }
  const left = new Set(controllersOf(graph, node, cancellation).nodes)
  const top: number[] = []
  for (const first of left) { // shrinks while it is read
    while (left.has(first)) {
      const actor = highestFrom(graph, left, first, cancellation)
      const below = new Set(controlledBy(graph, actor, cancellation).nodes)
      const above = controllersOf(graph, actor, cancellation).nodes
      if (above.every((one) => below.has(one))) top.push(above.reduce((least, one) => (one === node ? least : Math.min(least, one)), actor)) // a node in a circle does not decide over itself
      left.delete(actor)
      for (const one of below) left.delete(one)
    }
  }
  if (top.length > 0) return { nodes: top.sort((a, b) => a - b), jointly: false }
  const parties = Array.from(jointControllers(graph, node).parties)
  return { nodes: parties, jointly: parties.length > 0 }
}

/** From one actor upwards over direct holders among those left, as far as that goes. Time O(stakes passed). */
function highestFrom(graph: StakeGraph, left: ReadonlySet<number>, start: number, cancellation: Cancellation | undefined): number {
  const seen = new Set([start])
  for (let actor = start; ;) {
    cancellation?.spend(1 + graph.heldStart[actor + 1]! - graph.heldStart[actor]!)
    const holder = graph.holder.subarray(graph.heldStart[actor], graph.heldStart[actor + 1]).find((one) => left.has(one) && !seen.has(one))
    if (holder === undefined) return actor
    seen.add(holder)
    actor = holder
  }
}
