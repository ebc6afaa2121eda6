import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

/** The named parties to joint control of one node, in ascending order. */
export interface JointControl {
  readonly parties: Int32Array
  /** Part of the node's presence that counts for each party, 1 / number of parties; 0 when there is none. */
  readonly kappa: number
}

/** Whether a stake makes its holder a party: named as one, not for somebody else, and not of its own shares. */
export const isPartyToJointControl = ({ flags, holder, held }: StakeGraph, entry: number): boolean =>
  (flags[entry]! & StakeFlag.JOINT) !== 0 && (flags[entry]! & StakeFlag.NOMINEE) === 0 && holder[entry] !== held[entry]

/** The parties that control `target` together by agreement. Joint control is split equally and never becomes group control. Time O(stakes in the target). */
export function jointControllers(graph: StakeGraph, target: number): JointControl {
  const parties: number[] = []
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) if (isPartyToJointControl(graph, entry)) parties.push(graph.holder[entry]!)
  return { parties: Int32Array.from(parties).sort(), kappa: parties.length === 0 ? 0 : 1 / parties.length }
}
