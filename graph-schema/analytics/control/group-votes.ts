import { countWhile } from '../parts/count-while.ts'
import type { Interval } from '../parts/interval.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

/** Sums of votes this close to each other are equal. */
const ROUNDING = 1e-9

/**
 * Votes in `target` that an actor and the firms it controls have together, 0–1. Those under joint control are among
 * them: to have votes is not to control.
 *
 * The lower bound adds what they surely have, the upper one every maximum, as far as the others' minima leave room;
 * unknown votes add nothing below and everything above. Votes held for others are left out. A bound excludes itself
 * if a part of it does; one that comes from the others' minima, if one of those does.
 *
 * @param members the actor and what it controls
 * @returns undefined if no member has votes in the target. Time O(stakes in the target), kept per target, then O(members · log) where members are few
 */
export function groupVotes(graph: StakeGraph, members: ReadonlySet<number>, target: number): Interval | undefined {
  let low = 0
  let high = 0
  let parts = 0
  let exclusiveLow = 0
  let highExclusive = false
  for (const entry of entriesHeldBy(graph, members, target)) {
    if ((graph.flags[entry]! & StakeFlag.NOMINEE) !== 0) continue
    const least = leastVotes(graph, entry)
    const most = graph.votesHigh[entry]!
    low += least
    high += Number.isNaN(most) ? 1 : Math.max(least, Math.min(most, 1))
    exclusiveLow += isMoreThan(graph, entry)
    highExclusive ||= graph.votesHighExclusive[entry] === 1
    parts++
  }
  if (parts === 0) return undefined
  const all = minimaIn(graph, target)
  const least = Math.min(low, 1)
  const room = all.sum > 1 + ROUNDING ? 1 : 1 - (all.sum - low) // minima that contradict each other leave no room to speak of
  const isCut = high > room + ROUNDING
  return {
    low: least, high: Math.max(least, Math.min(high, room, 1)), lowExclusive: exclusiveLow > 0 && low < 1,
    highExclusive: isCut ? room < 1 && all.exclusive > exclusiveLow : highExclusive && high <= 1, statedOnly: parts === 1 && !isCut,
  }
}

/** Votes an entry surely has, under joint control or not. */
const leastVotes = ({ votesLow }: StakeGraph, entry: number): number => (votesLow[entry]! > 0 ? Math.min(votesLow[entry]!, 1) : 0)
const isMoreThan = (graph: StakeGraph, entry: number): number => (leastVotes(graph, entry) > 0 && graph.votesLowExclusive[entry] === 1 ? 1 : 0)

interface Minima { readonly sum: number; /** How many of them exclude themselves. */ readonly exclusive: number }
const known = new WeakMap<StakeGraph, Map<number, Minima>>()

/** What all holders of a node surely have together; kept per graph and node. */
function minimaIn(graph: StakeGraph, target: number): Minima {
  const minima = known.get(graph) ?? new Map<number, Minima>()
  known.set(graph, minima)
  const found = minima.get(target)
  if (found !== undefined) return found
  let sum = 0
  let exclusive = 0
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) {
    if ((graph.flags[entry]! & StakeFlag.NOMINEE) !== 0) continue
    sum += leastVotes(graph, entry)
    exclusive += isMoreThan(graph, entry)
  }
  minima.set(target, { sum, exclusive })
  return { sum, exclusive }
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
