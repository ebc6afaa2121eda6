/** An arc with the capacity it has left. */
interface Arc { readonly to: number; left: number; back: Arc }

/** Arcs as plain triples; capacities are whole numbers. */
export type Arcs = readonly (readonly [from: number, to: number, capacity: number])[]

/** Larger than every sum in a test, and still exact when whole numbers are added to it. */
export const UNLIMITED = 2 ** 40

/**
 * Maximum flow by one way after the other, each found breadth-first over lists of objects (Edmonds & Karp 1972).
 * For graphs that a matrix is too slow for.
 */
export function augmentingFlow(size: number, arcs: Arcs, source: number, sink: number): number {
  const leaving: Arc[][] = Array.from({ length: size }, () => [])
  for (const [from, to, capacity] of arcs) {
    const forward = { to, left: capacity } as Arc
    const back: Arc = { to: from, left: 0, back: forward }
    forward.back = back
    leaving[from]!.push(forward)
    leaving[to]!.push(back)
  }
  for (let flow = 0; ;) {
    const reachedBy = new Map<number, Arc | undefined>([[source, undefined]])
    for (const node of reachedBy.keys()) { // grows while it is read
      if (node === sink) break
      for (const arc of leaving[node]!) if (arc.left > 0 && !reachedBy.has(arc.to)) reachedBy.set(arc.to, arc)
    }
    if (!reachedBy.has(sink)) return flow
    const way: Arc[] = []
    for (let arc = reachedBy.get(sink); arc !== undefined; arc = reachedBy.get(arc.back.to)) way.push(arc)
    const amount = Math.min(...way.map(({ left }) => left))
    for (const arc of way) {
      arc.left -= amount
      arc.back.left += amount
    }
    flow += amount
  }
}

/** Most ways from the sources to a market that share no site between their ends: every other site is two nodes with one unit between them. */
export function splitNodeRoutes(size: number, from: readonly number[], to: readonly number[], sources: readonly number[], market: number): number {
  if (sources.includes(market)) return 0
  const pairs = new Map(from.map((tail, at) => [`${tail} ${to[at]}`, [tail, to[at]!] as const]))
  const arcs: [number, number, number][] = Array.from({ length: size }, (_, site) => [site, size + site, sources.includes(site) || site === market ? UNLIMITED : 1])
  for (const [tail, head] of pairs.values()) if (tail !== head && tail !== market && !sources.includes(head)) arcs.push([size + tail, head, 1])
  for (const source of new Set(sources)) arcs.push([2 * size, source, UNLIMITED])
  return augmentingFlow(2 * size + 1, arcs, 2 * size, market)
}
