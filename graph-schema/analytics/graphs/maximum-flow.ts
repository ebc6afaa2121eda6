import type { Cancellation } from '../parts/cancellation.ts'

/** A network of arcs with capacities and what is left of them; every arc has a twin the other way, on which flow is taken back. */
export interface ResidualNetwork {
  readonly size: number
  /** Length size + 1; residual arcs by the node they leave. */
  readonly start: Int32Array
  readonly head: Int32Array
  /** Capacity left per residual arc; Infinity where a capacity is unlimited. The flow on an arc is what is left on its twin. */
  readonly residual: Float64Array
  readonly twin: Int32Array
  /** Per given arc its place among the residual arcs. */
  readonly placeOf: Int32Array
}

/** One arc per index: from[i] → to[i] with capacity[i] ≥ 0; Infinity: no limit. Space O(size + arcs). */
export function residualNetwork(size: number, from: ArrayLike<number>, to: ArrayLike<number>, capacity: ArrayLike<number>): ResidualNetwork {
  const arcs = from.length
  const start = new Int32Array(size + 1)
  for (let arc = 0; arc < arcs; arc++) {
    if (!(from[arc]! >= 0 && from[arc]! < size && to[arc]! >= 0 && to[arc]! < size)) throw new RangeError(`Arc ${from[arc]} → ${to[arc]} is outside 0 … ${size - 1}.`)
    if (!(capacity[arc]! >= 0)) throw new RangeError(`Arc ${from[arc]} → ${to[arc]} has capacity ${capacity[arc]}; it has to be a number of at least 0.`)
    start[from[arc]! + 1]!++
    start[to[arc]! + 1]!++
  }
  for (let node = 0; node < size; node++) start[node + 1]! += start[node]!
  const next = start.slice(0, size)
  const head = new Int32Array(2 * arcs)
  const residual = new Float64Array(2 * arcs)
  const twin = new Int32Array(2 * arcs)
  const placeOf = new Int32Array(arcs)
  for (let arc = 0; arc < arcs; arc++) {
    const forward = next[from[arc]!]!++
    const back = next[to[arc]!]!++
    placeOf[arc] = forward
    head[forward] = to[arc]!
    head[back] = from[arc]!
    residual[forward] = capacity[arc]!
    twin[forward] = back
    twin[back] = forward
  }
  return { size, start, head, residual, twin, placeOf }
}

/** Flow on a given arc after {@link FlowSolver.send}. */
export const flowOn = ({ residual, twin, placeOf }: ResidualNetwork, arc: number): number => residual[twin[placeOf[arc]!]!]!

export interface FlowSolver {
  /**
   * Sends as much as possible, at most `limit`, from one node to another on what is left, and returns how much that was.
   *
   * Works on what previous calls left: called once from source to sink it gives the maximum flow.
   *
   * @throws RangeError when a route without any limit leads to the sink and `limit` is Infinity
   * @throws Cancelled; the flow sent so far stays
   */
  send(source: number, sink: number, limit?: number): number
}

/**
 * Maximum flow with real capacities: the value is unique, the flow that reaches it is not.
 *
 * Every step empties at least one arc exactly (its rest is subtracted from itself), so the method ends after the same
 * number of steps for any capacities, without a tolerance. Its working memory is cleared by what was visited, so many
 * small questions on one large network are cheap.
 *
 * @see Dinitz (1970). Time O(size² · arcs) at worst, much less in practice; space O(size + arcs).
 */
export function flowSolver(network: ResidualNetwork, cancellation?: Cancellation): FlowSolver {
  const { size, start, head, residual, twin } = network
  const distance = new Int32Array(size) // to the sink, from 1; 0: not reached. All 0 between two phases.
  const cursor = new Int32Array(size)
  const queue = new Int32Array(size)
  const path = new Int32Array(size)
  let visited = 0

  /** Breadth-first backwards from the sink until the source is reached; false: nothing more can be sent. */
  const layer = (source: number, sink: number): boolean => {
    visited = 0
    queue[visited++] = sink
    distance[sink] = 1
    cursor[sink] = start[sink]!
    for (let at = 0; at < visited; at++) {
      const node = queue[at]!
      const end = start[node + 1]!
      for (let arc = start[node]!; arc < end; arc++) {
        const before = head[arc]!
        if (distance[before] !== 0 || !(residual[twin[arc]!]! > 0)) continue
        distance[before] = distance[node]! + 1
        cursor[before] = start[before]!
        queue[visited++] = before
        if (before === source) return true // every node nearer to the sink is known by now
      }
      cancellation?.spend(end - start[node]! + 1)
    }
    return false
  }

  const clear = () => {
    for (let at = 0; at < visited; at++) distance[queue[at]!] = 0
  }

  /** Sends along the path's first `length` arcs; returns the place of the first arc that is now empty. */
  const push = (length: number, amount: number): number => {
    let firstEmpty = length
    for (let place = length - 1; place >= 0; place--) {
      const arc = path[place]!
      residual[arc]! -= amount
      residual[twin[arc]!]! += amount
      if (!(residual[arc]! > 0)) firstEmpty = place
    }
    return firstEmpty
  }

  /** All shortest routes of this phase, by depth-first search with one cursor per node. */
  const block = (source: number, sink: number, limit: number): number => {
    let sent = 0
    let length = 0
    let node = source
    while (sent < limit) {
      if (node === sink) {
        let amount = limit - sent
        for (let place = 0; place < length; place++) amount = Math.min(amount, residual[path[place]!]!)
        if (amount === Infinity) throw new RangeError('A route without any limit leads to the sink; at least the demand has to be a number.')
        length = push(length, amount)
        sent += amount
        node = length === 0 ? source : head[path[length - 1]!]!
        cancellation?.spend(length + 1)
        continue
      }
      const arc = cursor[node]!
      if (arc === start[node + 1]!) {
        if (node === source) return sent
        node = head[twin[path[--length]!]!]!
        cursor[node]!++
      } else if (residual[arc]! > 0 && distance[head[arc]!]! === distance[node]! - 1) {
        path[length++] = arc
        node = head[arc]!
      } else cursor[node]!++
    }
    return sent
  }

  return {
    send(source, sink, limit = Infinity) {
      let sent = 0
      try {
        while (source !== sink && sent < limit && layer(source, sink)) {
          sent += block(source, sink, limit - sent)
          clear()
        }
      } finally {
        clear()
      }
      return sent
    },
  }
}
