import type { Cancellation } from '../parts/cancellation.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { isPartyToJointControl, jointControllers } from './joint-controllers.ts'

/** Who a node controls alone, or is controlled by: the group control of others, never joint. */
export type Controlled = (node: number) => Iterable<number>

/**
 * Everything an actor controls together with others: where it, what it controls or what it so shares is a named party to
 * joint control, and whatever such a venture controls. The same rule as in exposure, where each of these counts in part.
 *
 * @param controlledBy what a node controls as a group; asked once for the actor and each venture
 * @returns nodes without the actor; what it controls alone as well is among them
 * @throws Cancelled
 * Time O(stakes of what is reached), beside what `controlledBy` takes.
 */
export function jointlyControlled(graph: StakeGraph, actor: number, controlledBy: Controlled, cancellation?: Cancellation): ReadonlySet<number> {
  const reached = new Set([actor, ...controlledBy(actor)])
  const shared = new Set<number>()
  for (const holder of reached) { // grows while it is read
    cancellation?.spend(1 + graph.holderStart[holder + 1]! - graph.holderStart[holder]!)
    for (let at = graph.holderStart[holder]!; at < graph.holderStart[holder + 1]!; at++) {
      const venture = graph.held[graph.byHolder[at]!]!
      if (shared.has(venture) || !isPartyToJointControl(graph, graph.byHolder[at]!)) continue
      for (const node of [venture, ...controlledBy(venture)]) {
        shared.add(node)
        reached.add(node)
      }
    }
  }
  shared.delete(actor)
  return shared
}

/**
 * Everybody who controls a node together with others: {@link jointlyControlled} from the other side.
 *
 * @param controllersOf who controls a node as a group; asked once for each node on the way
 * @returns nodes without the target; whoever controls it alone as well is among them
 * @throws Cancelled
 * Time O(stakes in what is found and in what stands above it), beside what `controllersOf` takes.
 */
export function jointControllersAbove(graph: StakeGraph, target: number, controllersOf: Controlled, cancellation?: Cancellation): ReadonlySet<number> {
  const ventures = new Set([target, ...controllersOf(target)])
  const found = new Set<number>()
  for (const venture of ventures) { // grows while it is read
    cancellation?.spend(1 + graph.heldStart[venture + 1]! - graph.heldStart[venture]!)
    for (const party of jointControllers(graph, venture).parties) {
      if (found.has(party)) continue // and with it whoever controls it
      for (const node of [party, ...controllersOf(party)]) {
        found.add(node)
        ventures.add(node)
      }
    }
  }
  found.delete(target)
  return found
}
