import type { Cancellation } from '../parts/cancellation.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { isInside } from '../record/place-tree.ts'
import { positionOf } from '../places/place-index-exposure.ts'
import type { PlaceIndex } from '../places/place-index.ts'
import { TwinComparison } from './twin-pair.ts'
import type { TwinOptions, TwinPair } from './twin-pair.ts'

export interface TwinRanking {
  /** Best first; at most as many as asked for. */
  readonly rows: readonly TwinPair[]
  /** Places of the same kind that share an actor with this one. */
  readonly totalCount: number
}

/** Bounds are computed in another order than scores; they may differ by rounding. */
const ROUNDING = 1e-9

/**
 * Places of the same kind ranked as twins of one place: T · B^½ · M^½ · (½ + K/2), then by T · B^½, then by node.
 *
 * Every place that shares an actor gets an upper bound from the index; the best bounds are compared in full until no
 * other can enter the list. So the list is exact, and mirrors are paired for few places only.
 *
 * @param first how many rows, at least 1
 * @throws Cancelled
 * @see {@link twinScore} for the formula; Fagin, Lotem & Naor (2003) for stopping at a bound. Time O(entries of the actors of the place + places compared in full · sites of their actors squared).
 */
export function twinPlaces(view: OwnershipView, index: PlaceIndex, here: number, first: number, options: TwinOptions): TwinRanking {
  const comparison = new TwinComparison(view, index, here, options)
  const open = sharingPlaces(view, index, here, options.cancellation)
    .map((there) => ({ there, bound: comparison.bound(here, there) * (1 + ROUNDING) })).filter(({ bound }) => bound >= 0)
    .sort((a, b) => b.bound - a.bound || a.there - b.there)
  const rows: TwinPair[] = []
  for (const { there, bound } of open) {
    const least = rows.length < first ? 0 : rows[first - 1]!.score
    if (bound < least) break
    const pair = comparison.pair(here, there, least * (1 - ROUNDING))
    if (pair === undefined) continue
    rows.push(pair)
    rows.sort(byScore)
    if (rows.length > first) rows.pop()
  }
  return { rows, totalCount: open.length }
}

const unmirrored = ({ sharedTargetMass, balance }: TwinPair): number => sharedTargetMass * Math.sqrt(balance)
const byScore = (a: TwinPair, b: TwinPair): number => b.score - a.score || unmirrored(b) - unmirrored(a) || a.there - b.there

/** Places of the same kind in which an actor of this place has an entry; those inside it or around it are left out. */
function sharingPlaces(view: OwnershipView, index: PlaceIndex, here: number, cancellation: Cancellation | undefined): number[] {
  const at = positionOf(index, here)
  if (at < 0) return []
  const { kind } = view.snapshot.nodes
  const found = new Set<number>()
  for (let entry = index.entryStart[at]!; entry < index.entryStart[at + 1]!; entry++) {
    const actor = index.actor[entry]!
    cancellation?.spend(5 * (1 + index.byActor.start[actor + 1]! - index.byActor.start[actor]!))
    for (let other = index.byActor.start[actor]!; other < index.byActor.start[actor + 1]!; other++) {
      const place = index.places[index.position[index.byActor.items[other]!]!]!
      if (kind[place] === kind[here]) found.add(place)
    }
  }
  return [...found].filter((place) => place !== here && !isInside(view, place, here) && !isInside(view, here, place)).sort((a, b) => a - b)
}
