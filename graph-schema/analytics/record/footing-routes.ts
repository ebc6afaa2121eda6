import type { AdversaryList } from './footing-held.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { Footings } from './footings.ts'
import { footingsOf } from './footings.ts'
import type { Links, OwnershipView } from './ownership-view.ts'
import { row } from '../parts/rows.ts'

/**
 * What having a node means on the ground: routes start[node] … start[node + 1] − 1 lead to a footing each, by a relation
 * (position in the types of the snapshot), through an organisation: operator, owner, organisation of the brand, supplier.
 */
export interface FootingRoutes {
  readonly start: Int32Array
  readonly footing: Int32Array
  readonly relation: Int32Array
  readonly via: Int32Array
}

const known = new WeakMap<OwnershipView, Map<boolean, FootingRoutes>>()

/**
 * The routes of every node: for suppliers to what they supply, else to sites that are owned or operated and to brands
 * where they are sold. Kept per view.
 *
 * @throws Cancelled
 * Time and space O(nodes + links).
 */
export function footingRoutes(view: OwnershipView, list: AdversaryList, cancellation?: Cancellation): FootingRoutes {
  const cache = known.get(view) ?? new Map<boolean, FootingRoutes>()
  known.set(view, cache)
  const isSupply = list === 'suppliers'
  const routes = cache.get(isSupply) ?? routesOf(view, isSupply ? addSupplied : addOwn, cancellation)
  cache.set(isSupply, routes)
  return routes
}

type Add = (footing: number | undefined, relation: number, via: number) => void

function routesOf(view: OwnershipView, addAll: (view: OwnershipView, footings: Footings, node: number, add: Add) => void, cancellation: Cancellation | undefined): FootingRoutes {
  const footings = footingsOf(view, cancellation)
  const { count } = view.snapshot.nodes
  const start = new Int32Array(count + 1)
  const [footing, relation, via]: [number[], number[], number[]] = [[], [], []]
  const add: Add = (to, by, through) => {
    if (to === undefined) return
    footing.push(to)
    relation.push(by)
    via.push(through)
  }
  for (let node = 0; node < count; node++) {
    addAll(view, footings, node, add)
    start[node + 1] = footing.length
    cancellation?.spend(10 * (1 + start[node + 1]! - start[node]!))
  }
  return { start, footing: Int32Array.from(footing), relation: Int32Array.from(relation), via: Int32Array.from(via) }
}

function addOwn(view: OwnershipView, { ofSite, ofPresence }: Footings, node: number, add: Add): void {
  const { snapshot, operations, brands, presences } = view
  if (snapshot.labels[snapshot.nodes.label[node]!] === 'Site') {
    add(ofSite.get(node), snapshot.types.indexOf('OWNS'), directHolder(view, node))
    return
  }
  for (const link of row(operations.byFrom, node)) add(ofSite.get(operations.to[link]!), operations.type[link]!, node)
  for (const link of row(brands.byTo, node)) {
    for (const presence of row(presences.byFrom, brands.from[link]!)) add(ofPresence.get(presence), brands.type[link]!, node)
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
function addSupplied(view: OwnershipView, footings: Footings, node: number, add: Add): void {
  const { supplies, operations, presences } = view
  const toAll = (links: Links, from: number, footing: (link: number) => number | undefined, relation: number) => {
    for (const link of row(links.byFrom, from)) add(footing(link), relation, node)
  }
  for (const supply of row(supplies.byFrom, node)) {
    const target = supplies.to[supply]!
    const relation = supplies.type[supply]!
    add(footings.ofSite.get(target), relation, node)
    toAll(operations, target, (link) => footings.ofSite.get(operations.to[link]!), relation)
    toAll(presences, target, (link) => footings.ofPresence.get(link), relation)
  }
}
