import type { Cancellation } from '../parts/cancellation.ts'

/** What one actor accounts for in two places: footing → κ as [low, high]. */
export interface FootprintOf {
  readonly actor: number
  readonly footprint: ReadonlyMap<number, readonly [number, number]>
  /** Actors of the ranking that it certainly controls; itself not among them. */
  readonly below: ReadonlySet<number>
}

/** One row of a ranking: a whole control chain. */
export interface CollapsedRow {
  readonly head: number
  /** Above the head with the same footprint, nearest first. */
  readonly controllers: readonly number[]
  /** The rest of the chain, ascending: their footprint is part of the head's. */
  readonly nested: readonly number[]
}

/** Parts of a presence this close are equal. */
const KAPPA_ROUNDING = 1e-9

const sameFootprint = (a: FootprintOf, b: FootprintOf): boolean =>
  a.footprint.size === b.footprint.size && [...a.footprint].every(([footing, [low, high]]) => {
    const other = b.footprint.get(footing)
    return other !== undefined && Math.abs(other[0] - low) < KAPPA_ROUNDING && Math.abs(other[1] - high) < KAPPA_ROUNDING
  })

/**
 * One row per control chain. The row of a chain's topmost actor is headed by the *lowest* actor that accounts for all of
 * the chain's presence: A above B above C with the same sites gives C, controllers B and A. Where different members are on
 * the ground here and there, that is their lowest common controller. Members that account for less are nested in it.
 * An actor that is nested in one row heads no other one.
 *
 * Actors that control each other count as one level, the smaller number above. Of several lowest actors with the same
 * footprint (not one above the other) the one with the smaller number heads the row.
 *
 * @throws Cancelled
 * Time O(actors · (actors below + footprint) + Σ over the chains of actors with one footprint squared), space O(actors + pairs of controller and controlled).
 */
export function collapseRows(actors: readonly FootprintOf[], cancellation?: Cancellation): CollapsedRow[] {
  const byActor = new Map(actors.map((one) => [one.actor, one]))
  const isBelow = (lower: FootprintOf, upper: FootprintOf) => upper.below.has(lower.actor) && !(lower.below.has(upper.actor) && lower.actor < upper.actor)
  const inOrder = [...actors].sort((a, b) => a.actor - b.actor)
  const chains = new Map<FootprintOf, FootprintOf[]>(inOrder.map((one) => [one, [...one.below].sort((a, b) => a - b).flatMap((actor) => {
    cancellation?.spend(10) // look-ups in maps
    const lower = byActor.get(actor)
    return lower !== undefined && isBelow(lower, one) ? [lower] : []
  })]))
  const lowered = new Set([...chains.values()].flat())
  const rows = inOrder.filter((one) => !lowered.has(one)).map((top) => {
    const chain = chains.get(top)!
    cancellation?.spend(10 * (chain.length + 1) * (top.footprint.size + 1))
    const equals = new Set([top, ...chain.filter((one) => sameFootprint(one, top))])
    return { top, chain, equals }
  })
  const nestedElsewhere = new Set(rows.flatMap(({ chain, equals }) => chain.filter((one) => !equals.has(one))))
  const byHead = new Map<FootprintOf, { controllers: Set<FootprintOf>; nested: Set<FootprintOf> }>()
  for (const { top, chain, equals } of rows) {
    const candidates = [...equals].filter((one) => !nestedElsewhere.has(one))
    const head = candidates.find((one) => !candidates.some((other) => {
      cancellation?.spend(2)
      return isBelow(other, one)
    })) ?? top
    const entry = byHead.get(head) ?? { controllers: new Set<FootprintOf>(), nested: new Set<FootprintOf>() }
    byHead.set(head, entry)
    for (const one of [top, ...chain]) {
      if (one === head) continue
      if (equals.has(one) && isBelow(head, one)) entry.controllers.add(one)
      else entry.nested.add(one)
    }
  }
  return [...byHead].map(([head, { controllers, nested }]) => ({
    head: head.actor,
    controllers: nearestFirst([...controllers], isBelow, cancellation).map(({ actor }) => actor),
    nested: [...nested].filter((one) => !controllers.has(one)).map(({ actor }) => actor).sort((a, b) => a - b),
  }))
}

/** Controllers with fewer of the others above them come later; ties by number. */
function nearestFirst(controllers: readonly FootprintOf[], isBelow: (lower: FootprintOf, upper: FootprintOf) => boolean, cancellation: Cancellation | undefined): FootprintOf[] {
  const below = new Map(controllers.map((one) => {
    cancellation?.spend(2 * controllers.length)
    return [one, controllers.filter((other) => isBelow(other, one)).length]
  }))
  return [...controllers].sort((a, b) => below.get(a)! - below.get(b)! || a.actor - b.actor)
}
