/** One stake with exact bounds, as the oracle reads it; several of the same pair add up. */
export interface PlainHolding {
  readonly holder: number
  readonly held: number
  readonly low: number
  readonly high: number
}

/** What one owner has of one node. `walks` may exceed 1. */
export interface PlainShare {
  readonly low: number
  readonly high: number
  readonly walks: number
}

const NEGLIGIBLE = 1e-15
const MOST_STEPS = 200_000

/** Nodes that can be reached from `from` along stakes above 0. */
function reachable(from: number, stakes: readonly PlainHolding[], bound: 'low' | 'high'): Set<number> {
  const reached = new Set([from])
  for (let grew = true; grew;) {
    grew = false
    for (const stake of stakes) {
      if (stake[bound] > 0 && reached.has(stake.holder) && !reached.has(stake.held)) {
        reached.add(stake.held)
        grew = true
      }
    }
  }
  return reached
}

/** Follows the shares of `owner` step by step until less than nothing worth speaking of is under way; undefined: it never is. */
function walksFrom(owner: number, size: number, stakes: readonly PlainHolding[], bound: 'low' | 'high', stopAtOwner: boolean): number[] | undefined {
  const total = new Array<number>(size).fill(0)
  let here = new Map([[owner, 1]])
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = new Map<number, number>()
    for (const stake of stakes) {
      const passed = (here.get(stake.holder) ?? 0) * stake[bound]
      if (passed > 0 && !(stopAtOwner && stake.held === owner)) next.set(stake.held, (next.get(stake.held) ?? 0) + passed)
    }
    let underWay = 0
    for (const [node, amount] of next) {
      total[node]! += amount
      underWay += amount
    }
    if (underWay < NEGLIGIBLE) return total
    if (underWay > 1e6) return undefined
    here = next
  }
  return undefined
}

/** Groups of nodes that hold all of each other: nobody else holds anything of them, and nothing of them is unrecorded. */
export function closedRings(size: number, stakes: readonly PlainHolding[]): number[][] {
  const heldIn = (held: number, by: (holder: number) => boolean) => stakes.filter((stake) => stake.held === held && by(stake.holder)).reduce((sum, stake) => sum + stake.low, 0)
  const full = Array.from({ length: size }, (_, node) => node).filter((node) => heldIn(node, () => true) > 1 - 1e-12)
  const below = new Map(full.map((node) => [node, reachable(node, stakes, 'low')]))
  const rings = new Map<string, number[]>()
  for (const node of full) {
    const ring = full.filter((other) => other === node || (below.get(node)!.has(other) && below.get(other)!.has(node)))
    if (ring.every((held) => heldIn(held, (holder) => ring.includes(holder)) > 1 - 1e-12)) rings.set(ring.join(), ring)
  }
  return [...rings.values()]
}

/**
 * What `owner` holds of every node, by following walks one step at a time: those that come back to it are left out by
 * not letting any pass through it again. Nodes a closed ring leads to have no number and are missing.
 */
export function plainShares(owner: number, size: number, stakes: readonly PlainHolding[]): Map<number, PlainShare> {
  const fromHere = reachable(owner, stakes, 'low')
  const endless = new Set(closedRings(size, stakes).filter(([first]) => fromHere.has(first!)).flatMap(([first]) => [...reachable(first!, stakes, 'low')]))
  const finite = stakes.filter((stake) => !endless.has(stake.held))
  const [low, high, walks] = [walksFrom(owner, size, finite, 'low', true), walksFrom(owner, size, finite, 'high', true), walksFrom(owner, size, finite, 'low', false)]
  if (low === undefined || high === undefined || walks === undefined) throw new Error(`Walks from ${owner} did not come to an end.`)
  const reached = [...reachable(owner, stakes, 'high')].filter((node) => node !== owner && !endless.has(node))
  return new Map(reached.map((node) => [node, { low: low[node]!, high: high[node]!, walks: walks[node]! }]))
}
