import type { OwnershipView } from './ownership-view.ts'
import { row } from '../parts/rows.ts'

const known = new WeakMap<OwnershipView, Map<number, readonly number[]>>()

/** A place and all larger places it lies in, ascending by index; a ring of places does no harm. Kept per view. Time O(places above). */
export function placesAbove(view: OwnershipView, place: number): readonly number[] {
  const cache = known.get(view) ?? new Map<number, readonly number[]>()
  known.set(view, cache)
  const found = cache.get(place)
  if (found !== undefined) return found
  const seen = new Set([place])
  const open = [place]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const parent of row(view.parents, node)) {
      if (seen.has(parent)) continue
      seen.add(parent)
      open.push(parent)
    }
  }
  const above = [...seen].sort((a, b) => a - b)
  cache.set(place, above)
  return above
}

/** Whether `inner` lies in `outer`, or is it. */
export const isInside = (view: OwnershipView, inner: number, outer: number): boolean => placesAbove(view, inner).includes(outer)
