import type { Cancellation } from '../parts/cancellation.ts'
import { directedGraph } from '../graphs/directed-graph.ts'
import { networkControl } from './network-control.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

const known = new WeakMap<StakeGraph, Map<number, ReadonlyMap<number, number>>>()
/** Answers kept per graph; a reader opens few targets at a time. */
const KEPT = 64

/**
 * Network control of everybody above one node over it: the part of `target` (worth 1, everything else nothing) that each
 * holder controls by {@link networkControl}. Votes at their minima; unknown votes and those of nominees count for nothing.
 * Kept per graph.
 *
 * @returns by holder, only where above 0
 * @throws Cancelled
 * @see Vitali, Glattfelder & Battiston (2011). Time O(stakes above the target), without circles above it.
 */
export function networkControlOver(graph: StakeGraph, target: number, cancellation?: Cancellation): ReadonlyMap<number, number> {
  const answers = known.get(graph) ?? new Map<number, ReadonlyMap<number, number>>()
  known.set(graph, answers)
  const found = answers.get(target)
  if (found !== undefined) return found
  const local = new Map([[target, 0]])
  const nodes = [target]
  const arcs: { from: number[]; to: number[]; votes: number[] } = { from: [], to: [], votes: [] }
  for (const node of nodes) { // grows while it is read
    cancellation?.spend(5 * (1 + graph.heldStart[node + 1]! - graph.heldStart[node]!)) // look-ups in a map
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) {
      const votes = (graph.flags[entry]! & StakeFlag.NOMINEE) === 0 ? graph.votesLow[entry]! : 0
      if (!(votes > 0)) continue
      const holder = graph.holder[entry]!
      if (!local.has(holder)) {
        local.set(holder, nodes.length)
        nodes.push(holder)
      }
      arcs.from.push(local.get(holder)!)
      arcs.to.push(local.get(node)!)
      arcs.votes.push(Math.min(votes, 1))
    }
  }
  const value = Float64Array.from(nodes, (_, at) => (at === 0 ? 1 : 0))
  const control = networkControl(directedGraph(nodes.length, arcs.from, arcs.to, arcs.votes), value, { cancellation })
  const answer = new Map(nodes.flatMap((node, at): [number, number][] => (at > 0 && control[at]! > 0 ? [[node, Math.min(control[at]!, 1)]] : [])))
  if (answers.size >= KEPT) answers.delete(answers.keys().next().value!) // not empty
  answers.set(target, answer)
  return answer
}
