import type { AdversaryList } from '../record/footing-held.ts'
import { eachActorsHoldings } from '../record/actor-holdings.ts'
import type { SpreadScale } from './actor-spread.ts'
import { keepSpread } from './actor-spread.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { keepPresence, keptPresence, makeRoom } from './place-presence.ts'

export interface PreparedPresencesOptions {
  readonly places: readonly number[]
  readonly list: AdversaryList
  readonly scale: SpreadScale
  readonly cancellation?: Cancellation | undefined
}

/**
 * Finds out what a ranking asks of each of its candidates: what it has in the places, and how it is spread. The holdings
 * of financiers, who may all hold a little of everything, are used block by block and need not fit in memory together.
 *
 * @throws Cancelled; what was found out until then is kept
 * Cost: see {@link eachActorsHoldings}; space O(candidates · footings in the places).
 */
export function preparePresences(view: OwnershipView, actors: readonly number[], { places, list, scale, cancellation }: PreparedPresencesOptions): void {
  makeRoom(view)
  const unknown = actors.filter((actor) => !scale.known[list].has(actor) || places.some((place) => keptPresence(view, actor, place, list) === undefined))
  eachActorsHoldings(view, unknown, list, (actor, holdings) => {
    for (const place of places) if (keptPresence(view, actor, place, list) === undefined) keepPresence(view, actor, place, list, holdings, cancellation)
    if (!scale.known[list].has(actor)) keepSpread(view, actor, list, scale, holdings, cancellation)
  }, cancellation)
}
