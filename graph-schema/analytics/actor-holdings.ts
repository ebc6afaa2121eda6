import { actorReach } from './actor-reach.ts'
import type { Reached } from './actor-reach.ts'
import type { Cancellation } from './cancellation.ts'
import { ControlKind } from './control-kind.ts'
import type { Footings } from './footings.ts'
import { footingsOf } from './footings.ts'
import { eachHolding } from './holdings-block.ts'
import { integratedHoldingsOfMany } from './integrated-holdings-of-many.ts'
import { integratedHoldings } from './integrated-ownership.ts'
import type { Links, OwnershipView } from './ownership-view.ts'
import { row } from './rows.ts'

/** Which presence is counted: what an actor controls, what it holds a share of, or what it supplies. */
export type AdversaryList = 'controllers' | 'financiers' | 'suppliers'

/** One footing that counts for an actor, κ between `low` and `high` (0–1). */
export interface FootingHeld {
  readonly footing: number
  readonly low: number
  readonly high: number
  /** Position in the types of the snapshot: by which relation it counts. */
  readonly relation: number
  readonly kind: ControlKind
  /** `high` rests on the estimate that a largest block decides; see {@link Reached}. */
  readonly deFacto: boolean
  /** The organisation on the ground: operator, owner, organisation of the brand, supplier. */
  readonly via: number
}

const known = new WeakMap<OwnershipView, Map<string, ReadonlyMap<number, FootingHeld>>>()
const nameOf = (actor: number, list: AdversaryList) => `${list} ${actor}`

function kept(view: OwnershipView): Map<string, ReadonlyMap<number, FootingHeld>> {
  const cache = known.get(view) ?? new Map<string, ReadonlyMap<number, FootingHeld>>()
  known.set(view, cache)
  return cache
}

/**
 * Everything that counts for one actor, in all places, by footing. Several relations to one footing are never added:
 * the one with the larger κ counts. Kept per view.
 *
 * @throws Cancelled
 * Cost: see {@link actorReach} and {@link integratedHoldings}.
 */
export function actorHoldings(view: OwnershipView, actor: number, list: AdversaryList, cancellation?: Cancellation): ReadonlyMap<number, FootingHeld> {
  const found = kept(view).get(nameOf(actor, list))
  if (found !== undefined) return found
  const reach = list === 'financiers' ? sharesHeld(view, actor, integratedHoldings(view.stakes, actor, { cancellation }).holdings, cancellation) : actorReach(view.stakes, actor, cancellation)
  return counted(view, actor, list, reach, cancellation)
}

/**
 * Finds out what {@link actorHoldings} will say about many actors: for financiers, whose shares take the longest, all
 * are solved in one go. Kept per view.
 *
 * @throws Cancelled
 * Cost: see {@link integratedHoldingsOfMany}.
 */
export function prepareHoldings(view: OwnershipView, actors: readonly number[], list: AdversaryList, cancellation?: Cancellation): void {
  const unknown = actors.filter((actor) => !kept(view).has(nameOf(actor, list)))
  if (list !== 'financiers' || unknown.length < 2) return
  integratedHoldingsOfMany(view.stakes, unknown, (block) => {
    block.owners.forEach((actor, column) => {
      const holdings: ShareHeld[] = []
      eachHolding(block, column, (node, low, high) => holdings.push({ node, low, high }))
      counted(view, actor, list, sharesHeld(view, actor, holdings, cancellation), cancellation)
    })
  }, { cancellation })
}

function counted(view: OwnershipView, actor: number, list: AdversaryList, reach: ReadonlyMap<number, Reached>, cancellation: Cancellation | undefined): ReadonlyMap<number, FootingHeld> {
  const holdings = collect(view, footingsOf(view, cancellation), reach, list)
  cancellation?.spend(10 * reach.size)
  kept(view).set(nameOf(actor, list), holdings)
  return holdings
}

interface ShareHeld { readonly node: number; readonly low: number; readonly high: number }

/** Integrated ownership in everything held, and the whole of the actor itself. */
function sharesHeld({ stakes }: OwnershipView, actor: number, holdings: readonly ShareHeld[], cancellation: Cancellation | undefined): ReadonlyMap<number, Reached> {
  const control = actorReach(stakes, actor, cancellation)
  const held = new Map<number, Reached>([[actor, { low: 1, high: 1, kind: ControlKind.NONE, deFacto: false }]])
  for (const { node, low, high } of holdings) {
    if (high > 0) held.set(node, { low, high, kind: control.get(node)?.kind ?? ControlKind.NONE, deFacto: false })
  }
  return held
}

function collect(view: OwnershipView, footings: Footings, reach: ReadonlyMap<number, Reached>, list: AdversaryList): ReadonlyMap<number, FootingHeld> {
  const held = new Map<number, FootingHeld>()
  const add = (footing: number | undefined, reached: Reached, relation: number, via: number) => {
    if (footing === undefined) return
    const before = held.get(footing)
    const one = { footing, ...reached, relation, via }
    if (before === undefined) {
      held.set(footing, one)
      return
    }
    const { high, deFacto } = one.high > before.high || (one.high === before.high && !one.deFacto) ? one : before // what is stated goes before an estimate
    held.set(footing, { ...(isLarger(one, before) ? one : before), high, deFacto })
  }
  for (const node of [...reach.keys()].sort((a, b) => a - b)) {
    const reached = reach.get(node)!
    if (list === 'suppliers') addSupplied(view, footings, node, reached, add)
    else addOwn(view, footings, node, reached, add)
  }
  return held
}

const isLarger = (a: Pick<FootingHeld, 'low' | 'high' | 'relation' | 'via'>, b: FootingHeld): boolean =>
  (a.low - b.low || a.high - b.high || b.relation - a.relation || b.via - a.via) > 0

type Add = (footing: number | undefined, reached: Reached, relation: number, via: number) => void

function addOwn(view: OwnershipView, { ofSite, ofPresence }: Footings, node: number, reached: Reached, add: Add): void {
  const { snapshot, operations, brands, presences } = view
  if (snapshot.labels[snapshot.nodes.label[node]!] === 'Site') {
    add(ofSite.get(node), reached, snapshot.types.indexOf('OWNS'), directHolder(view, node))
    return
  }
  for (const link of row(operations.byFrom, node)) add(ofSite.get(operations.to[link]!), reached, operations.type[link]!, node)
  for (const link of row(brands.byTo, node)) {
    for (const presence of row(presences.byFrom, brands.from[link]!)) add(ofPresence.get(presence), reached, brands.type[link]!, node)
  }
}

/** The holder of a site that holds most of it. */
function directHolder({ stakes }: OwnershipView, site: number): number {
  let best = -1
  for (let entry = stakes.heldStart[site]!; entry < stakes.heldStart[site + 1]!; entry++) {
    if (best < 0 || stakes.shareLow[entry]! > stakes.shareLow[best]!) best = entry
  }
  return best < 0 ? site : stakes.holder[best]!
}

/** Supply to a site, to the sites an organisation runs, to a brand where it is sold. A supply to a place belongs to no domain and is left out. */
function addSupplied(view: OwnershipView, footings: Footings, node: number, reached: Reached, add: Add): void {
  const { supplies, operations, presences } = view
  const toAll = (links: Links, from: number, footing: (link: number) => number | undefined, relation: number) => {
    for (const link of row(links.byFrom, from)) add(footing(link), reached, relation, node)
  }
  for (const supply of row(supplies.byFrom, node)) {
    const target = supplies.to[supply]!
    const relation = supplies.type[supply]!
    add(footings.ofSite.get(target), reached, relation, node)
    toAll(operations, target, (link) => footings.ofSite.get(operations.to[link]!), relation)
    toAll(presences, target, (link) => footings.ofPresence.get(link), relation)
  }
}
