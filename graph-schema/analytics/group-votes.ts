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
 * @returns undefined if no member has votes in the target. Time O(members + stakes in the target)
 */
export function groupVotes(graph: StakeGraph, members: Iterable<number>, target: number): Interval | undefined {
  const group = new Set(members)
  let low = 0
  let high = 0
  let parts = 0
  let lowExclusive = false
  let highExclusive = false
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) {
    if (!group.has(graph.holder[entry]!) || (graph.flags[entry]! & (StakeFlag.NOMINEE | StakeFlag.JOINT)) !== 0) continue
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
