import type { Domain } from '#model/code-lists.ts'
import { DOMAIN_OF_SITE } from '#model/code-lists.ts'
import type { PlaceNode, SiteNode } from '#model/model.ts'
import type { GraphStore } from '#store/graph-store.ts'

interface Entry {
  readonly place: PlaceNode
  readonly parents: string[]
  readonly children: string[]
  /** Sites located in exactly this place. */
  readonly sites: string[]
}

/** Places with what lies inside them, for lists and choices. Sites of nested places count in every larger place, once. */
export interface PlaceDirectory {
  readonly parentsOf: (id: string) => readonly string[]
  readonly childrenOf: (id: string) => readonly string[]
  /** Sites in the place or in anything inside it, by id. */
  readonly sitesIn: (id: string) => readonly string[]
  /** Domains with at least one site or brand, in the order of the code list. */
  readonly domainsIn: (id: string) => readonly Domain[]
  /** Places in order of how much is known, then by name and id. */
  readonly find: (wanted: { readonly nameKey?: string; readonly withinId?: string; readonly withData?: Domain }) => readonly string[]
  /** Place of a site, by the first in force. */
  readonly placeOf: (siteId: string) => string | undefined
  /** Country a place or a site lies in, ISO 3166-1 alpha-2: of the place or what is around it, for a site without a place as stated; undefined where none is on record. */
  readonly countryOf: (id: string) => string | undefined
}

/** Reads places, sites and where they are, once per version of the data. Time and space O(places + sites). */
export async function readPlaces(store: GraphStore): Promise<PlaceDirectory> {
  const entries = new Map<string, Entry>()
  for await (const slice of store.allNodes('Place'))
    for (const node of slice) if (node.label === 'Place') entries.set(node.id, { place: node, parents: [], children: [], sites: [] })
  const placeOfSite = new Map<string, string>()
  const branded = new Set<string>()
  for await (const slice of store.allStatements('PART_OF')) {
    for (const { from, to, status } of slice) {
      if (status !== 'in force' || from === to) continue
      addOnce(entries.get(from)?.parents, to)
      addOnce(entries.get(to)?.children, from)
    }
  }
  for await (const slice of store.allStatements('LOCATED_IN')) {
    for (const { from, to, status } of slice) {
      if (status !== 'in force') continue
      addOnce(entries.get(to)?.sites, from)
      if (!placeOfSite.has(from)) placeOfSite.set(from, to)
    }
  }
  const domainOfSite = new Map<string, Domain>()
  const countryOfSite = new Map<string, string>() // only where no place tells it
  for await (const slice of store.allNodes('Site')) {
    for (const node of slice) {
      if (node.label !== 'Site') continue
      domainOfSite.set(node.id, domainOf(node))
      if (node.country !== undefined && !placeOfSite.has(node.id)) countryOfSite.set(node.id, node.country)
    }
  }
  for await (const slice of store.allStatements('SOLD_IN')) for (const { to, status } of slice) if (status === 'in force') branded.add(to)
  return directory({ entries, domainOfSite, placeOfSite, countryOfSite, branded })
}

const domainOf = ({ kind }: SiteNode): Domain => DOMAIN_OF_SITE[kind]
const addOnce = (list: string[] | undefined, id: string): void => { if (list && !list.includes(id)) list.push(id) }

/** What was read, by the id of a place or of a site. */
interface Read {
  readonly entries: ReadonlyMap<string, Entry>
  readonly domainOfSite: ReadonlyMap<string, Domain>
  readonly placeOfSite: ReadonlyMap<string, string>
  readonly countryOfSite: ReadonlyMap<string, string>
  /** Places with a brand on sale. */
  readonly branded: ReadonlySet<string>
}

function directory({ entries, domainOfSite, placeOfSite, countryOfSite, branded }: Read): PlaceDirectory {
  const within = remember((id: string): ReadonlySet<string> => {
    const found = new Set([id])
    for (const place of found) for (const child of entries.get(place)?.children ?? []) found.add(child) // a Set iterates what is added on the way
    return found
  })
  const sitesIn = remember((id: string): readonly string[] => [...new Set([...within(id)].flatMap((place) => entries.get(place)?.sites ?? []))].sort())
  const domainsIn = remember((id: string): readonly Domain[] => {
    const present = new Set(sitesIn(id).map((site) => domainOfSite.get(site)))
    if ([...within(id)].some((place) => branded.has(place))) present.add('brand')
    return DOMAIN_ORDER.filter((domain) => present.has(domain))
  })
  const countryOf = remember((id: string): string | undefined => {
    const around = new Set([placeOfSite.get(id) ?? id])
    for (const place of around) {
      const country = entries.get(place)?.place.country ?? COUNTRY_ID.exec(place)?.[1]
      if (country !== undefined) return country
      for (const parent of entries.get(place)?.parents ?? []) around.add(parent) // a Set iterates what is added on the way, nearest first
    }
    return countryOfSite.get(id)
  })
  const order = [...entries.values()].map(({ place }) => ({ place, sites: 0 }))
  for (const entry of order) entry.sites = sitesIn(entry.place.id).length
  order.sort((a, b) => b.sites - a.sites || compare(a.place.name, b.place.name) || compare(a.place.id, b.place.id))
  return {
    parentsOf: (id) => entries.get(id)?.parents ?? [],
    childrenOf: (id) => entries.get(id)?.children ?? [],
    sitesIn, domainsIn,
    placeOf: (siteId) => placeOfSite.get(siteId),
    countryOf,
    find: ({ nameKey, withinId, withData }) => {
      const inside = withinId === undefined ? undefined : within(withinId)
      return order
        .filter(({ place }) => (inside === undefined || (inside.has(place.id) && place.id !== withinId))
          && (nameKey === undefined || place.nameKey.includes(nameKey)) && (withData === undefined || domainsIn(place.id).includes(withData)))
        .map(({ place }) => place.id)
    },
  }
}

/** A country, or a subdivision of one. */
const COUNTRY_ID = /^iso3166:([A-Z]{2})(?:-|$)/
const DOMAIN_ORDER: readonly Domain[] = ['port', 'data centre', 'housing', 'brand', 'industry', 'energy', 'other']
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
function remember<T>(compute: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    if (!known.has(id)) known.set(id, compute(id))
    return known.get(id) as T // set on the line above
  }
}
