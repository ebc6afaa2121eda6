import type { Cancellation } from '../parts/cancellation.ts'
import type { FlowNetwork } from './flow-network.ts'
import { entranceOf, exitOf } from './flow-network.ts'
import type { ResidualNetwork } from '../graphs/maximum-flow.ts'

/** Which end's side of the bottlenecks a node is on; 0: between them. */
const SOURCE_SIDE = 1
const SINK_SIDE = 2

/**
 * How much of a maximum flow is lost when a site closes: what flows through it now less what finds another way.
 *
 * The goods stand at the entrance of the closed site and are wanted at its exit; what can be sent from there to there on
 * the capacities left, without the site, is rerouted (it may push other goods aside as long as they arrive). The rest is
 * lost: F(without the site) = F − through + rerouted. Afterwards the network is as it was.
 *
 * Two facts keep the searches short. What still can be reached from the source, and what still reaches the sink, are
 * closed sets: a way to an exit outside the first cannot enter it, a way from an entrance outside the second cannot
 * either, and pushing goods along such ways changes neither. And a search from both ends is over when either is exhausted.
 *
 * @param network after {@link maximumFlow}
 * @returns lost amount per site, in the unit of the flow
 * @see Ford & Fulkerson (1956); shortest augmenting paths as in Edmonds & Karp (1972). Per site time O(paths · surroundings), space O(size + arcs) in all.
 */
export function rerouting({ residual: network, source, sink }: FlowNetwork, cancellation?: Cancellation): (site: number) => number {
  const { residual, placeOf, twin } = network
  const side = new Uint8Array(network.size)
  markReached(network, source, side, SOURCE_SIDE)
  markReaching(network, sink, side, SINK_SIDE)
  const search = twoEndedSearch(network, side, cancellation)
  return (site) => {
    const forward = placeOf[site]!
    const back = twin[forward]!
    const through = residual[back]!
    if (through === 0) return 0
    const left = residual[forward]!
    residual[forward] = 0
    residual[back] = 0
    let rerouted = 0
    const arcs: number[] = []
    const before: number[] = []
    try {
      while (rerouted < through) {
        const path = search(entranceOf(site), exitOf(site))
        if (path === undefined) break
        let amount = through - rerouted
        for (const arc of path) amount = Math.min(amount, residual[arc]!)
        for (const arc of path) {
          arcs.push(arc, twin[arc]!)
          before.push(residual[arc]!, residual[twin[arc]!]!)
          residual[arc]! -= amount
          residual[twin[arc]!]! += amount
        }
        rerouted += amount
      }
    } finally {
      for (let i = arcs.length - 1; i >= 0; i--) residual[arcs[i]!] = before[i]!
      residual[forward] = left
      residual[back] = through
    }
    return Math.max(0, through - rerouted)
  }
}

function markReached({ start, head, residual }: ResidualNetwork, from: number, side: Uint8Array, mark: number): void {
  const queue = [from]
  side[from] = mark
  for (const node of queue) {
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      if (side[head[arc]!] !== 0 || !(residual[arc]! > 0)) continue
      side[head[arc]!] = mark
      queue.push(head[arc]!)
    }
  }
}

function markReaching({ start, head, residual, twin }: ResidualNetwork, to: number, side: Uint8Array, mark: number): void {
  const queue = [to]
  side[to] = mark
  for (const node of queue) {
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      if (side[head[arc]!] !== 0 || !(residual[twin[arc]!]! > 0)) continue
      side[head[arc]!] = mark
      queue.push(head[arc]!)
    }
  }
}

/** One end of a search: nodes in the order they were found, layer by layer. */
interface Front {
  readonly mark: number
  readonly queue: Int32Array
  found: number
  /** Where the layer to be expanded next begins. */
  layer: number
  /** Arcs looked at so far, and arcs of the next layer. */
  work: number
  ahead: number
}

/** Finds a shortest way with capacity left from one node to another as a list of arcs, growing the end that has cost less. */
function twoEndedSearch(network: ResidualNetwork, side: Uint8Array, cancellation: Cancellation | undefined): (from: number, to: number) => number[] | undefined {
  const { size, start, head, residual, twin } = network
  const seenBy = new Uint8Array(size) // 1: from the beginning, 2: from the end
  const via = new Int32Array(size) // arc by which a node was found, in the direction of the goods
  const fronts: readonly Front[] = [1, 2].map((mark) => ({ mark, queue: new Int32Array(size), found: 0, layer: 0, work: 0, ahead: 0 }))
  const add = (front: Front, node: number, arc: number) => {
    seenBy[node] = front.mark
    via[node] = arc
    front.queue[front.found++] = node
    front.ahead += start[node + 1]! - start[node]!
  }
  /** Expands one layer; returns the arc on which the two ends meet, or −1. */
  const grow = (front: Front, excluded: number): number => {
    const end = front.found
    front.work += front.ahead
    front.ahead = 0
    for (; front.layer < end; front.layer++) {
      const node = front.queue[front.layer]!
      for (let place = start[node]!; place < start[node + 1]!; place++) {
        const arc = front.mark === 1 ? place : twin[place]!
        const next = head[place]!
        if (!(residual[arc]! > 0) || seenBy[next] === front.mark || (side[next]! & excluded) !== 0) continue
        if (seenBy[next] !== 0) return arc
        add(front, next, arc)
      }
    }
    return -1
  }
  return (from, to) => {
    // From outside the sink's side nothing on it leads on; to outside the source's side nothing on it leads.
    const excluded = (side[to] === SOURCE_SIDE ? 0 : SOURCE_SIDE) | (side[from] === SINK_SIDE ? 0 : SINK_SIDE)
    const [ahead, behind] = fronts as readonly [Front, Front]
    for (const front of fronts) front.found = front.layer = front.work = front.ahead = 0
    add(ahead, from, -1)
    add(behind, to, -1)
    let meeting = -1
    while (meeting < 0 && ahead.layer < ahead.found && behind.layer < behind.found) {
      meeting = grow(ahead.work + ahead.ahead <= behind.work + behind.ahead ? ahead : behind, excluded)
    }
    cancellation?.spend(ahead.work + behind.work + 1)
    const path: number[] = []
    if (meeting >= 0) {
      for (let arc = meeting; arc >= 0; arc = via[head[twin[arc]!]!]!) path.push(arc)
      path.reverse()
      for (let arc = via[head[meeting]!]!; arc >= 0; arc = via[head[arc]!]!) path.push(arc)
    }
    for (const front of fronts) for (let i = 0; i < front.found; i++) seenBy[front.queue[i]!] = 0
    return meeting < 0 ? undefined : path
  }
}
