import type { Cancellation } from '../parts/cancellation.ts'
import { controlClosure } from './group-control.ts'
import type { ControlClosure } from './group-control.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

/**
 * The same stakes with every vote at its most: what the upper bounds allow, beside the others' minima. A stake of
 * 40–60 % is no control in the graph given and control in the one returned. Unknown votes stay unknown: a holding
 * without a figure never controls. Returns the graph itself where no vote is uncertain. Time O(stakes).
 */
function possibleVotes(graph: StakeGraph): StakeGraph {
  const votesLow = graph.votesLow.slice()
  const votesLowExclusive = graph.votesLowExclusive.slice()
  let differs = false
  for (let node = 0; node < graph.size; node++) {
    let minima = 0
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) minima += surely(graph, entry)
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) {
      const most = Math.min(graph.votesHigh[entry]!, Math.max(1 - (minima - surely(graph, entry)), surely(graph, entry)))
      if (!(most > graph.votesLow[entry]!)) continue
      votesLow[entry] = most
      votesLowExclusive[entry] = 0
      differs = true
    }
  }
  return differs ? { ...graph, votesLow, votesLowExclusive } : graph
}

/** Votes that nobody else can have; those of parties to joint control are among them. */
const surely = ({ flags, votesLow }: StakeGraph, entry: number): number =>
  (flags[entry]! & StakeFlag.NOMINEE) === 0 && votesLow[entry]! > 0 ? Math.min(votesLow[entry]!, 1) : 0

/** Who certainly and who possibly controls whom; the same object where nothing is uncertain. */
export interface ControlBounds {
  readonly certain: ControlClosure
  readonly possible: ControlClosure
}

const known = new WeakMap<StakeGraph, ControlBounds>()

/** Both closures of a graph, kept per graph once both are made. Cost: see {@link controlClosure}. @throws Cancelled */
export function controlBounds(graph: StakeGraph, cancellation?: Cancellation): ControlBounds {
  const found = known.get(graph)
  if (found !== undefined) return found
  const certain = controlClosure(graph, cancellation)
  const widest = possibleVotes(graph)
  cancellation?.look()
  const bounds = { certain, possible: widest === graph ? certain : controlClosure(widest, cancellation) }
  known.set(graph, bounds)
  return bounds
}
