import { actorHoldings } from '#analytics/record/actor-holdings.ts'
import type { AdversaryList, FootingHeld } from '#analytics/record/footing-held.ts'
import type { Footing } from '#analytics/record/footings.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import { row } from '#analytics/parts/rows.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { isInside } from '#analytics/record/place-tree.ts'
import { heldInPlace } from '#analytics/places/exposure.ts'
import type { Asked } from './asked.ts'
import { shortestPaths } from './path-answer.ts'

/** What an actor has on the ground: a site, or a brand that is sold in a place. */
export type OnTheGround = Pick<Footing, 'site' | 'presence'>

/** Statements that put a site, or a brand, into the place. */
export function placedBy(view: OwnershipView, { site, presence }: OnTheGround, place: number): number[] {
  const { presences, locations } = view
  if (presence >= 0) return Array.from(row(presences.statements, presence))
  return Array.from(row(locations.byFrom, site)).filter((link) => isInside(view, locations.to[link]!, place)).flatMap((link) => Array.from(row(locations.statements, link)))
}

/** Keys of the statements on the shortest way down to a site or brand, with what joins records on the way; empty where there is none. @throws Cancelled */
export function wayDownTo({ view, cancellation }: Asked, actor: number, { site, presence }: OnTheGround, list: AdversaryList): readonly string[] {
  const [way] = shortestPaths(view, actor, site >= 0 ? site : view.presences.from[presence]!, { limit: 1, supplies: list === 'suppliers', cancellation })
  return way === undefined ? [] : [...way.statements, ...way.judgements, ...way.figures]
}

/**
 * Keys of the statements by which something on the ground counts for an actor in a place: the shortest way down to it, and
 * what puts it there. @throws Cancelled
 */
export const groundEvidence = (asked: Asked, actor: number, onTheGround: OnTheGround, place: number, list: AdversaryList = 'controllers'): readonly string[] =>
  [...wayDownTo(asked, actor, onTheGround, list), ...placedBy(asked.view, onTheGround, place).map(asked.view.snapshot.keyOf)]

/** The same for what an actor has in a place, the largest first and at most so many of them; each statement once. @throws Cancelled */
export function placeEvidence(asked: Asked, actor: number, place: number, most: number, list: AdversaryList = 'controllers'): readonly string[] {
  const { view, cancellation } = asked
  const held = heldInPlace(view, actorHoldings(view, actor, list, cancellation), place).filter(({ high }) => high > 0).sort(largestFirst)
  return [...new Set(held.slice(0, most).flatMap(({ footing }) => groundEvidence(asked, actor, footingsOf(view).list[footing]!, place, list)))]
}

export const largestFirst = (a: FootingHeld, b: FootingHeld): number => b.low - a.low || b.high - a.high || a.footing - b.footing
