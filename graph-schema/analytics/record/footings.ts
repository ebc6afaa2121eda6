import type { Cancellation } from '../parts/cancellation.ts'
import { controlBounds } from '../control/possible-control.ts'
import type { OwnershipView, SiteFigure } from './ownership-view.ts'
import { placesAbove } from './place-tree.ts'
import { row } from '../parts/rows.ts'

/** One thing counted in places: a site, or the presence of a brand in a place. */
export interface Footing {
  /** Node of the site, −1 for a brand. */
  readonly site: number
  /** Link in `presences` of the view, −1 for a site. */
  readonly presence: number
  /** 1 + position in the domains of the snapshot. */
  readonly domain: number
  /** Places it is stated for. */
  readonly statedIn: readonly number[]
  /** Places it counts in: a site also in every larger place, a brand only where it is stated. */
  readonly places: readonly number[]
  readonly figures: readonly SiteFigure[]
  /** Footings whose figure includes this one: homes of the same owner stated for a larger place, or for its whole group. */
  readonly containers: readonly number[]
}

export interface Footings {
  readonly list: readonly Footing[]
  readonly inPlace: ReadonlyMap<number, readonly number[]>
  readonly ofSite: ReadonlyMap<number, number>
  readonly ofPresence: ReadonlyMap<number, number>
}

const PORTFOLIO = 'residential portfolio'
const SHOPS = 'shops'
const known = new WeakMap<OwnershipView, Footings>()

/**
 * All footings of a view, sites in order of their index, then brands; kept per view.
 *
 * @throws Cancelled
 * Time O(sites · places above + homes of the groups that own portfolios), beside {@link controlBounds}; space O(footings · places above).
 */
export function footingsOf(view: OwnershipView, cancellation?: Cancellation): Footings {
  const found = known.get(view)
  if (found !== undefined) return found
  const sites = siteFootings(view, cancellation)
  const ofSite = new Map(sites.map(({ site }, at) => [site, at]))
  const containers = containersOf(view, sites, ofSite, cancellation)
  const list = [...sites.map((footing, at) => ({ ...footing, containers: containers.get(at) ?? [] })), ...brandFootings(view, cancellation)]
  cancellation?.look()
  const inPlace = new Map<number, number[]>()
  const ofPresence = new Map<number, number>()
  list.forEach(({ places, presence }, at) => {
    if (presence >= 0) ofPresence.set(presence, at)
    for (const place of places) {
      const here = inPlace.get(place)
      if (here === undefined) inPlace.set(place, [at])
      else here.push(at)
    }
  })
  const footings = { list, inPlace, ofSite, ofPresence }
  known.set(view, footings)
  return footings
}

/** Largest figure that is read: sums of all sites in the world stay exact. */
const MOST_AMOUNT = 1e12
/** A figure below 0, beyond measure or not a number is no figure. */
const isPossible = (amount: number): boolean => amount >= 0 && amount <= MOST_AMOUNT

const distinct = (nodes: Iterable<number>) => [...new Set(nodes)].sort((a, b) => a - b)

function siteFootings(view: OwnershipView, cancellation: Cancellation | undefined): Footing[] {
  const { locations, snapshot } = view
  const footings: Footing[] = []
  for (let link = 0; link < locations.count; link++) {
    cancellation?.spend(50) // sets and lists for each
    const site = locations.from[link]!
    if (footings[footings.length - 1]?.site === site) continue // links are in order of site
    const statedIn = distinct(Array.from(row(locations.byFrom, site), (at) => locations.to[at]!))
    const places = distinct(statedIn.flatMap((place) => placesAbove(view, place)))
    footings.push({
      site,
      presence: -1,
      domain: snapshot.nodes.domain[site]!,
      statedIn,
      places,
      figures: (view.figures.get(site) ?? []).filter(({ amount }) => isPossible(amount)),
      containers: [],
    })
  }
  return footings
}

/** One per brand and place; a brand seen in a shop counts for the places the shop is stated in. */
function brandFootings(view: OwnershipView, cancellation: Cancellation | undefined): Footing[] {
  const { presences, locations, snapshot, shops } = view
  const measure = snapshot.texts.indexOf(SHOPS)
  const taken = new Set<string>()
  const footings: Footing[] = []
  for (let link = 0; link < presences.count; link++) {
    cancellation?.spend(50) // sets and lists for each
    const to = presences.to[link]!
    const isSite = snapshot.labels[snapshot.nodes.label[to]!] === 'Site'
    const stated = isSite ? distinct(Array.from(row(locations.byFrom, to), (at) => locations.to[at]!)) : [to]
    const statedIn = stated.filter((place) => !taken.has(`${presences.from[link]} ${place}`))
    if (statedIn.length === 0) continue
    for (const place of statedIn) taken.add(`${presences.from[link]} ${place}`)
    const amount = isSite ? undefined : shops.get(link)
    const figures = amount === undefined || !isPossible(amount) ? [] : [{ measure, unit: measure, amount, year: 0, statement: row(presences.statements, link)[0]! }]
    footings.push({ site: -1, presence: link, domain: 1 + snapshot.domains.indexOf('brand'), statedIn, places: statedIn, figures, containers: [] })
  }
  return footings
}

/**
 * Which homes are already in the figure of another portfolio: the same owner's for a larger place, or, for the same
 * place, the figure of the group for its member, or of the owner for one of its buildings.
 */
function containersOf(view: OwnershipView, sites: readonly Footing[], ofSite: ReadonlyMap<number, number>, cancellation: Cancellation | undefined): Map<number, number[]> {
  const { stakes, snapshot } = view
  const isPortfolio = ({ site }: Footing) => snapshot.texts[snapshot.nodes.kind[site]!] === PORTFOLIO
  const homesOf = groupHomes(view, sites, ofSite, cancellation)
  const containers = new Map<number, number[]>()
  sites.forEach((outer, container) => {
    if (!isPortfolio(outer)) return
    for (let entry = stakes.heldStart[outer.site]!; entry < stakes.heldStart[outer.site + 1]!; entry++) {
      for (const place of outer.statedIn) {
        for (const { at, own } of homesOf(stakes.holder[entry]!).get(place) ?? []) {
          cancellation?.spend(5)
          const inner = sites[at]!
          const isNamed = at === container || containers.get(container)?.includes(at) || containers.get(at)?.includes(container)
          if (isNamed || outer.statedIn.find((first) => inner.places.includes(first)) !== place || (inner.statedIn.includes(place) && own && isPortfolio(inner))) continue
          containers.set(at, [...containers.get(at) ?? [], container])
        }
      }
    }
  })
  return containers
}

/** One site of homes of a group; `own`: held by the owner that was asked for, not only by what it controls. */
interface GroupHome { readonly at: number; readonly own: boolean }

/** Homes an owner or what it controls holds, by every place they count in; each group is read once. */
function groupHomes(
  { stakes, snapshot }: OwnershipView,
  sites: readonly Footing[],
  ofSite: ReadonlyMap<number, number>,
  cancellation: Cancellation | undefined,
): (owner: number) => ReadonlyMap<number, readonly GroupHome[]> {
  const {
    certain: { controls, controlsStart },
  } = controlBounds(stakes, cancellation)
  const housing = 1 + snapshot.domains.indexOf('housing')
  const known = new Map<number, ReadonlyMap<number, readonly GroupHome[]>>()
  const read = (owner: number) => {
    const byPlace = new Map<number, GroupHome[]>()
    for (const member of [owner, ...controls.subarray(controlsStart[owner], controlsStart[owner + 1])]) {
      cancellation?.spend(stakes.holderStart[member + 1]! - stakes.holderStart[member]! + 1)
      for (let next = stakes.holderStart[member]!; next < stakes.holderStart[member + 1]!; next++) {
        const at = ofSite.get(stakes.held[stakes.byHolder[next]!]!)
        if (at === undefined || sites[at]!.domain !== housing) continue
        for (const place of sites[at]!.places) {
          const here = byPlace.get(place)
          if (here === undefined) byPlace.set(place, [{ at, own: member === owner }])
          else here.push({ at, own: member === owner })
        }
      }
    }
    known.set(owner, byPlace)
    return byPlace
  }
  return (owner) => known.get(owner) ?? read(owner)
}
