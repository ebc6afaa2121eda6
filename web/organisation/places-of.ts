import type { BrandPresence, HeldSite } from './held-sites.ts'

/** A place with what is held there. Without an id: sites whose place nobody states. */
export interface HeldPlace {
  readonly id: string | undefined
  readonly name: string
  readonly country: string | null
  readonly sites: readonly HeldSite[]
  readonly presences: readonly BrandPresence[]
}

/** Places with the most sites first, then by name; sites without a place last. */
export function placesOf(sites: readonly HeldSite[], presences: readonly BrandPresence[]): readonly HeldPlace[] {
  const places = new Map<string, { id: string | undefined; name: string; country: string | null; sites: HeldSite[]; presences: BrandPresence[] }>()
  const at = (place: { readonly id: string; readonly name: string; readonly country: string | null } | null) => {
    const key = place?.id ?? ''
    const known = places.get(key) ?? { id: place?.id, name: place?.name ?? '', country: place?.country ?? null, sites: [], presences: [] }
    places.set(key, known)
    return known
  }
  for (const held of sites) at(held.site.place).sites.push(held)
  for (const presence of presences) at(presence.place).presences.push(presence)
  const weight = ({ id, sites: here, presences: sold }: HeldPlace) => (id === undefined ? -1 : here.length * 1000 + sold.length)
  return [...places.values()].sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name, 'en'))
}
