import type { Cancellation } from '../parts/cancellation.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import { LARGEST_COUNT } from './one-source.ts'
import type { PathMachine } from './path-machine.ts'
import { pathMachine } from './path-machine.ts'
import type { Rows } from '../parts/rows.ts'

/** Searches for shortest paths from up to eight sources side by side, as often as wanted. */
export interface EightSources {
  /** Per node what the searches so far add to its betweenness. */
  readonly total: Float64Array
  /** Whether levels have been so small so far that one source after the other is faster. */
  isNarrow(): boolean
  /**
   * One search from each of one to eight different sources; what depends on one counts as often as `share` says, per node.
   * @returns false when there are too many paths to be counted in plain numbers: then nothing was added
   * @throws Cancelled
   */
  search(sources: ArrayLike<number>, share: ArrayLike<number>, cancellation?: Cancellation): boolean
}

/** Entries of one distance, from `first` to before `end`, with the arcs out of and into their nodes. */
interface Level { readonly first: number; readonly end: number; readonly outgoing: number; readonly incoming: number }

/** Entries per level below which calling costs more than it saves. */
const NARROW = 32
/** Nodes or entries worked on at a time. */
const PART = 4_096
/** A guess, for the cancellation: parts are small, so that it need not be right. */
const ARCS_PER_NODE = 10
/** How much faster a sum is gathered than handed out, which reads and writes memory. */
const GATHERING = 3

/**
 * Brandes' searches for eight sources at once.
 *
 * A node has a row of eight path counts, which is one line of the cache: following an arc costs about the same for eight
 * sources as for one. Sources need not be equally far from a node; it is an entry once for each distance it has, and
 * sources that lie together mostly share it. No distance is ever compared:
 *
 * - Forward, the counts of the nodes before are summed up, whoever they are. Those that are nearer than the last level
 *   only lead to nodes already reached, and a sum counts only where there was nothing; those of the level being made are
 *   published when it is complete.
 * - Back, arcs lead to nodes at most one step farther. Two blocks of rows take turns, one for even and one for odd
 *   distances: what is nearer or as far has not passed on anything yet in the block that is read.
 *
 * Either way a level can hand out its sums or the other one gather them; what has fewer arcs does.
 *
 * @param incoming the same rows turned round; the same object when every edge stands in both rows
 * @param weight per node how often it counts as the end of a path
 * @see Brandes (2001); Then et al. (2014), The more the merrier; Beamer, Asanović & Patterson (2012), Direction-optimizing
 *   breadth-first search; graph-schema/decisions/0012-eight-searches-at-once.md. Time of a search O(distances per node · arcs).
 */
export function eightSources(outgoing: Rows, incoming: Rows, weight: Float64Array): EightSources {
  const machine = pathMachine(outgoing, incoming, weight)
  let [entries, levels] = [0, 0]
  return {
    total: machine.total,
    isNarrow: () => entries < NARROW * levels,
    search: (sources, share, cancellation) => {
      const found = forward(machine, sources, share, cancellation)
      const reached = found.at(-1)!.end
      const isCounted = machine.most.every((count) => count <= LARGEST_COUNT)
      if (isCounted) back(machine, found, cancellation)
      forget(machine, reached)
      entries += reached
      levels += found.length
      return isCounted
    },
  }
}

/** Work on a range, part by part. @throws Cancelled */
function inParts(first: number, end: number, cancellation: Cancellation | undefined, work: (first: number, end: number) => void): void {
  for (let at = first; at < end; at += PART) {
    const to = Math.min(at + PART, end)
    work(at, to)
    cancellation?.spend(ARCS_PER_NODE * (to - at))
  }
}

const degree = ({ start }: Rows, node: number): number => start[node + 1]! - start[node]!

/** The level of the sources themselves, each an entry of its own. */
function begin(machine: PathMachine, sources: ArrayLike<number>, share: ArrayLike<number>): Level {
  const { order, mask, seen, paths } = machine
  let [outgoing, incoming] = [0, 0]
  for (let at = 0; at < sources.length; at++) {
    const node = sources[at]!
    order[at] = node
    mask[at] = seen[node] = 1 << at
    paths[WIDTH * node + at] = 1
    machine.share[at] = share[node]!
    outgoing += degree(machine.outgoing, node)
    incoming += degree(machine.incoming, node)
  }
  machine.most.fill(1)
  machine.count('open', machine.incoming.items.length - (sources.length === 1 ? incoming : 0))
  return { first: 0, end: sources.length, outgoing, incoming }
}

/** Level after level, until nothing new is reached. */
function forward(machine: PathMachine, sources: ArrayLike<number>, share: ArrayLike<number>, cancellation: Cancellation | undefined): Level[] {
  const levels = [begin(machine, sources, share)]
  for (;;) {
    const { first, end, outgoing } = levels.at(-1)!
    for (const [name, value] of [['count', end], ['listed', 0], ['outgoing', 0], ['incoming', 0]] as const) machine.count(name, value)
    const all = 2 ** sources.length - 1
    if (GATHERING * outgoing > machine.counted('open') + machine.size) inParts(0, machine.size, cancellation, (from, to) => { machine.instructions.pull(from, to, all) })
    else {
      inParts(first, end, cancellation, machine.instructions.push)
      inParts(0, machine.counted('listed'), cancellation, (from, to) => { machine.instructions.settle(from, to, all) })
    }
    const next = { first: end, end: machine.counted('count'), outgoing: machine.counted('outgoing'), incoming: machine.counted('incoming') }
    if (next.end === end) return levels
    inParts(end, next.end, cancellation, machine.instructions.publish)
    levels.push(next)
  }
}

/** From the farthest level to the first one after the sources. */
function back({ instructions, block, size, outgoing, incoming }: PathMachine, levels: readonly Level[], cancellation: Cancellation | undefined): void {
  const mayPush = outgoing === incoming || isWide(levels.at(-1)!.end, size)
  for (let distance = levels.length - 1; distance > 0; distance--) {
    const level = levels[distance]!
    const behind = levels[distance + 1]
    const [own, other] = distance % 2 === 0 ? [block.even, block.odd] : [block.odd, block.even]
    if (behind !== undefined && (!mayPush || behind.incoming > level.outgoing)) {
      inParts(level.first, level.end, cancellation, (from, to) => { instructions.gather(from, to, own, other) })
      continue
    }
    if (behind !== undefined) inParts(behind.first, behind.end, cancellation, (from, to) => { instructions.pushBack(from, to, own, other) })
    inParts(level.first, level.end, cancellation, (from, to) => { instructions.finish(from, to, own) })
  }
}

/**
 * Whether so much was reached that all rows are made zero in one go. Otherwise only those of entries are: then nothing may
 * be handed back to nodes that no source reaches, which a directed graph has.
 */
const isWide = (entries: number, size: number): boolean => entries > size / 4

/** Back to where a search begins. */
function forget({ instructions, rows, seen }: PathMachine, entries: number): void {
  if (!isWide(entries, seen.length)) return instructions.forget(0, entries)
  rows.fill(0)
  seen.fill(0)
}
