/** A supply network as plain lists; capacities and demands are whole numbers. */
export interface SlowNetwork {
  readonly size: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly capacity: readonly number[]
  readonly sources: readonly number[]
  readonly markets: readonly { readonly site: number; readonly demand: number }[]
  readonly siteCapacity?: readonly number[]
}

const UNLIMITED = 1e9

/**
 * Maximum flow on a full matrix of capacities, one path after the other, found depth-first (Ford & Fulkerson 1956).
 * Closing a site means leaving it out and computing everything again.
 */
export function slowMaximumFlow({ size, from, to, capacity, sources, markets, siteCapacity }: SlowNetwork, closed: readonly number[] = []): number {
  const nodes = 2 * size + 2
  const [begin, end] = [2 * size, 2 * size + 1]
  const left = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0))
  for (let site = 0; site < size; site++) left[site]![size + site] = closed.includes(site) ? 0 : (siteCapacity?.[site] ?? UNLIMITED)
  from.forEach((tail, arc) => { if (tail !== to[arc]) left[size + tail]![to[arc]!]! += capacity[arc]! })
  for (const site of sources) left[begin]![site] = UNLIMITED
  for (const { site, demand } of markets) left[size + site]![end]! += demand
  let flow = 0
  for (;;) {
    const seen = new Set([begin])
    const trail: number[] = []
    const walk = (node: number): boolean => {
      trail.push(node)
      if (node === end) return true
      for (let next = 0; next < nodes; next++) {
        if (left[node]![next]! <= 0 || seen.has(next)) continue
        seen.add(next)
        if (walk(next)) return true
      }
      trail.pop()
      return false
    }
    if (!walk(begin)) return flow
    const amount = Math.min(...trail.slice(1).map((node, index) => left[trail[index]!]![node]!))
    trail.slice(1).forEach((node, index) => {
      left[trail[index]!]![node]! -= amount
      left[node]![trail[index]!]! += amount
    })
    flow += amount
  }
}

/** The fewest closed sites (neither source nor market) after which only direct links are left, plus those links' sources: Menger by trying all sets. */
export function slowDisjointRoutes(size: number, from: readonly number[], to: readonly number[], sources: readonly number[], market: number): number {
  if (sources.includes(market)) return 0
  const links = [...new Set(from.map((tail, arc) => `${tail} ${to[arc]}`))].map((text) => text.split(' ').map(Number) as [number, number])
  const direct = links.filter(([tail, head]) => sources.includes(tail) && head === market).length
  const rest = links.filter(([tail, head]) => !(sources.includes(tail) && head === market))
  const between = Array.from({ length: size }, (_, site) => site).filter((site) => site !== market && !sources.includes(site))
  const isCut = (closed: ReadonlySet<number>): boolean => {
    const reached = new Set(sources)
    for (const node of reached) for (const [tail, head] of rest) if (tail === node && !closed.has(head)) reached.add(head)
    return !reached.has(market)
  }
  let fewest = between.length
  for (let set = 0; set < 2 ** between.length; set++) {
    const closed = new Set(between.filter((_, index) => (set >> index) & 1))
    if (closed.size < fewest && isCut(closed)) fewest = closed.size
  }
  return direct + fewest
}
