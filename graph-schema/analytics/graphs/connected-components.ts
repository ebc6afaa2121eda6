import type { DirectedGraph } from './directed-graph.ts'

export interface ConnectedComponents {
  readonly count: number
  /** Per node the number of its component; components are numbered by their first node. */
  readonly componentOf: Int32Array
}

/** Nodes looked at to find out which component is the largest. */
const SAMPLE = 1_024

/**
 * Which nodes hang together when directions do not matter (weakly connected components).
 *
 * Union–find in which the smaller index leads. When each edge stands in both rows (`symmetric`), two neighbours of each
 * node are linked first; then the nodes of what is by then probably the largest component do not look at their other
 * neighbours: whoever else belongs to it says so from its own row, all of which is read. A wrong guess costs time only.
 *
 * @see Tarjan & van Leeuwen (1984); Sutton, Ben-Nun & Barak (2018), Afforest. Time about O(size + arcs), space O(size).
 */
export function connectedComponents(graph: DirectedGraph, { symmetric = false } = {}): ConnectedComponents {
  const { size, start, target } = graph
  const leader = new Int32Array(size)
  let settled = -1
  if (symmetric) settled = linkTwoNeighbours(leader, graph)
  else for (let node = 0; node < size; node++) leader[node] = node
  for (let node = 0; node < size; node++) {
    const end = start[node + 1]!
    let arc = start[node]!
    if (arc === end || leader[node] === settled) continue
    for (; arc < end; arc++) link(leader, node, target[arc]!)
  }
  return numbered(leader)
}

/**
 * A first forest: each node below its first neighbour, which is its smallest one, and joined with its second. Returns
 * the leader found most often in a sample.
 */
function linkTwoNeighbours(leader: Int32Array, { size, start, target }: DirectedGraph): number {
  for (let node = 0; node < size; node++) {
    const first = start[node]!
    leader[node] = first < start[node + 1]! && target[first]! < node ? target[first]! : node
  }
  for (let node = 0; node < size; node++) {
    const second = start[node]! + 1
    if (second < start[node + 1]!) link(leader, node, target[second]!)
  }
  for (let node = 0; node < size; node++) leader[node] = leader[leader[node]!]! // leaders come before those they lead: one pass is enough
  const members = new Map<number, number>()
  let settled = -1
  for (let at = 0; at < Math.min(SAMPLE, size); at++) {
    const lead = leader[Math.floor((at * size) / Math.min(SAMPLE, size))]!
    const count = (members.get(lead) ?? 0) + 1
    members.set(lead, count)
    if (count > (members.get(settled) ?? 0)) settled = lead
  }
  return settled
}

/** The leader of a node, with each step halving the way for the next caller. */
function leaderOf(leader: Int32Array, node: number): number {
  let at = node
  for (let above = leader[at]!; above !== at; above = leader[at]!) {
    const top = leader[above]!
    leader[at] = top
    at = top
  }
  return at
}

function link(leader: Int32Array, one: number, other: number): void {
  if (leader[one] === leader[other]) return
  const a = leaderOf(leader, one)
  const b = leaderOf(leader, other)
  if (a < b) leader[b] = a
  else leader[a] = b
}

/** Leaders come before those they lead, so their number is known when it is asked for, however long the way to the top. */
function numbered(leader: Int32Array): ConnectedComponents {
  const componentOf = new Int32Array(leader.length)
  let count = 0
  for (let node = 0; node < leader.length; node++) componentOf[node] = leader[node] === node ? count++ : componentOf[leader[node]!]!
  return { count, componentOf }
}
