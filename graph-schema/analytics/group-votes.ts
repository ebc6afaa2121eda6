import { countWhile } from './count-while.ts'
import { countedVotes } from './counted-votes.ts'
import type { Interval } from './interval.ts'
import type { StakeGraph } from './stake-graph.ts'
import { StakeFlag } from './stake-graph.ts'

/**
 * Votes in `target` that an actor and the firms it controls cast together, 0–1.
 *
 * The lower bound adds what is surely cast, the upper one every maximum, at most 1; unknown votes add nothing below and
 * everything above. Votes held for others or in joint control are left out. The lower bound excludes itself if a
 * positive part of it does; the upper one if a part does and the sum was not cut.
 *
 * @param members the actor and what it controls
 * @returns undefined if no member has votes in the target. Time O(stakes in the target), or O(members · log) where members are few
 */
export function groupVotes(graph: StakeGraph, members: ReadonlySet<number>, target: number): Interval | undefined {
  let low = 0
  let high = 0
  let parts = 0
  let lowExclusive = false
  let highExclusive = false
  for (const entry of entriesHeldBy(graph, members, target)) {
    if ((graph.flags[entry]! & (StakeFlag.NOMINEE | StakeFlag.JOINT)) !== 0) continue
    const least = countedVotes(graph, entry)
    const most = graph.votesHigh[entry]!
    low += least
    high += Number.isNaN(most) ? 1 : Math.max(least, Math.min(most, 1))
    lowExclusive ||= least > 0 && graph.votesLowExclusive[entry] === 1
    highExclusive ||= graph.votesHighExclusive[entry] === 1
    parts++
  }
  if (parts === 0) return undefined
  const least = Math.min(low, 1)
  return { low: least, high: Math.max(least, Math.min(high, 1)), lowExclusive: lowExclusive && low < 1, highExclusive: highExclusive && high <= 1, statedOnly: parts === 1 }
}

/** Stakes of some holders in a node, ascending; searched for where the holders are few. */
function entriesHeldBy({ heldStart, holder }: StakeGraph, members: ReadonlySet<number>, target: number): number[] {
  const [first, end] = [heldStart[target]!, heldStart[target + 1]!]
  const found: number[] = []
  if (members.size * Math.log2(end - first + 1) > end - first) {
    for (let entry = first; entry < end; entry++) if (members.has(holder[entry]!)) found.push(entry)
    return found
  }
  const holders = holder.subarray(first, end) // ascending within a node
  for (const member of members) {
    let entry = first + countWhile(holders, (each) => each < member)
    while (entry < end && holder[entry] === member) found.push(entry++)
  }
  return found.sort((a, b) => a - b)
}
