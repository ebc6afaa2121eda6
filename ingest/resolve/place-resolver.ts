import type { PlaceNode } from '#model/model.ts'
import type { CellProblem } from '../parse/cell.ts'
import { bad } from '../parse/cell.ts'
import { distanceKm, townsNamed } from './gazetteer.ts'
import type { Town } from './gazetteer.ts'
import { cachedNameKey } from './name-key.ts'
import { divisionOf, placeOfId } from './place-id.ts'
import { stateCode } from './us-states.ts'

/** How a row names a place. */
export interface PlaceMention { readonly name?: string | undefined; readonly id?: string | undefined; readonly country?: string | undefined; readonly region?: string | undefined }
/** A place as far as it is known here, and the larger place it is part of. */
export interface KnownPlace {
  readonly id: string
  readonly name: string
  readonly kind: PlaceNode['kind']
  readonly country?: string | undefined
  readonly partOf?: string | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  readonly population?: number | undefined
  /** Where it is known from: the store or a row need no new node. */
  readonly from: 'store' | 'row' | 'scheme' | 'gazetteer'
}
export type PlaceResolution =
  | { readonly ok: true; readonly place: KnownPlace; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: CellProblem }

/** How many times larger a town must be than the next of its name to be meant without a region. */
const CLEARLY_LARGER = 5
const NEAR_KM = 60

/** What is known from the store stays; otherwise the choice may not depend on which row came first. */
function merged(before: KnownPlace, after: KnownPlace): KnownPlace {
  const [first, second] = before.from === 'store' || (after.from !== 'store' && before.name <= after.name) ? [before, after] : [after, before]
  return { ...second, ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)) } as KnownPlace // first with its blanks filled
}

const found = (place: KnownPlace, notes: readonly string[] = []): PlaceResolution => ({ ok: true, place, notes })

/**
 * From names of places to ids: an id wins; then places of the store and of this import by name, country and region, a
 * UN/LOCODE first because town and port share it; then towns of the gazetteer. Of several towns the one in the region,
 * else the one at least five times as large as the next, with a note; else the row is refused with the candidates.
 */
export class PlaceResolver {
  private readonly byId = new Map<string, KnownPlace>()
  private readonly idsByKey = new Map<string, Set<string>>()
  private readonly answers = new Map<string, PlaceResolution>()

  /** A place of the store or of a row. Blanks are filled; of two names in rows the first in order of text counts. Call it for all before resolving. */
  add(place: KnownPlace): void {
    const before = this.byId.get(place.id)
    this.byId.set(place.id, before ? merged(before, place) : place)
    const { formKey } = cachedNameKey(place.name)
    this.idsByKey.set(formKey, (this.idsByKey.get(formKey) ?? new Set()).add(place.id))
    this.answers.clear()
  }

  get = (id: string): KnownPlace | undefined => this.byId.get(id)
  /** Ids of the places of the store and of this import with exactly this name, in order. */
  named = (name: string): readonly string[] => [...(this.idsByKey.get(cachedNameKey(name).formKey) ?? [])].sort()
  setPartOf(id: string, partOf: string): void {
    const place = this.byId.get(id)
    if (place && place.partOf === undefined) this.add({ ...place, partOf })
  }

  resolve(mention: PlaceMention, column: string): PlaceResolution {
    const key = JSON.stringify([mention.name, mention.id, mention.country, mention.region])
    const known = this.answers.get(key)
    if (known) return known
    const answer = mention.id === undefined ? this.byName(mention, column) : this.byIdentifier(mention.id, mention, `${column}_id`)
    this.answers.set(key, answer)
    return answer
  }

  private byIdentifier(written: string, { name, country }: PlaceMention, column: string): PlaceResolution {
    const read = placeOfId(written)
    const id = read?.id ?? written
    const known = this.byId.get(id)
    if (known) return found(known)
    if (!read) return bad(column, 'UNKNOWN_PLACE', 'Use unlocode:, geonames:, iso3166: or fips:, or load the place first with the template of places.', written)
    const named = name ?? read.name
    const place: KnownPlace = { ...read, name: named ?? id.slice(id.indexOf(':') + 1), country: read.country ?? country, from: 'scheme' }
    return found(place, named === undefined ? [`the place ${id} has no name yet`] : [])
  }

  private byName(mention: PlaceMention, column: string): PlaceResolution {
    const { name, country, region } = mention
    if (name === undefined) {
      return country === undefined ? bad(column, 'UNKNOWN_PLACE', `Fill in ${column} or ${column}_id.`) : this.byIdentifier(`iso3166:${country}`, {}, column)
    }
    if (placeOfId(name)) return this.byIdentifier(name, { country }, column)
    const here = this.inStore(name, country, region)
    if (here.length === 1) return found(here[0]!)
    if (here.length > 1) return this.ambiguous(column, here.map(({ id }) => id))
    return this.inGazetteer(mention, name, column)
  }

  private inStore(name: string, country: string | undefined, region: string | undefined): readonly KnownPlace[] {
    const ids = [...(this.idsByKey.get(cachedNameKey(name).formKey) ?? [])].sort()
    const named = ids.map((id) => this.byId.get(id)!).filter((place) => country === undefined || place.country === country)
    const fitting = named.filter((place) => this.fits(place, region))
    const certain = region === undefined ? [] : fitting.filter((place) => this.isWithin(place, region))
    const left = certain.length > 0 ? certain : fitting
    const coded = left.filter(({ id }) => id.startsWith('unlocode:'))
    const towns = left.filter(({ kind }) => kind === 'city')
    return coded.length > 0 ? coded : towns.length > 0 ? towns : left
  }

  /** False only where the region rules the place out. */
  private fits(place: KnownPlace, region: string | undefined): boolean {
    if (region === undefined || place.country === undefined) return true
    const state = place.country === 'US' ? stateCode(region) : undefined
    if (state === undefined || place.kind === 'region' || place.kind === 'country') return true
    if (place.partOf?.startsWith('iso3166:US-')) return place.partOf === `iso3166:US-${state}`
    if (place.lat === undefined || place.lon === undefined) return true
    const towns = townsNamed(place.name, 'US').filter((town) => town.adminCode === state)
    return towns.length === 0 || towns.some((town) => distanceKm(town, { lat: place.lat!, lon: place.lon! }) <= NEAR_KM)
  }

  private isWithin(place: KnownPlace, region: string): boolean {
    const wanted = cachedNameKey(region).formKey
    const state = place.country === 'US' ? stateCode(region) : undefined
    const seen = new Set<string>()
    for (let id = place.partOf; id !== undefined && !seen.has(id); id = this.byId.get(id)?.partOf) {
      seen.add(id)
      const larger = this.byId.get(id)
      if ((state && id === `iso3166:US-${state}`) || (larger && cachedNameKey(larger.name).formKey === wanted)) return true
    }
    return false
  }

  private inGazetteer({ country, region }: PlaceMention, name: string, column: string): PlaceResolution {
    const towns = townsNamed(name, country)
    const state = country === 'US' && region ? stateCode(region) : undefined
    const there = state ? towns.filter(({ adminCode }) => adminCode === state) : towns
    const [first, second] = there
    if (!first) return bad(column, 'UNKNOWN_PLACE', this.unknownHint(name, country, state), name)
    if (!second) return found(this.ofTown(first))
    if (first.population >= CLEARLY_LARGER * Math.max(1, second.population)) {
      return found(this.ofTown(first), [
        `${name} was taken as ${first.name}, ${divisionOf(first.country, first.adminCode).slice('iso3166:'.length)}, the largest town of that name`,
      ])
    }
    return this.ambiguous(column, there.slice(0, 5).map(({ geonamesId }) => `geonames:${geonamesId}`))
  }

  private ofTown({ geonamesId, name, country, adminCode, population, lat, lon }: Town): KnownPlace {
    const id = `geonames:${geonamesId}`
    return this.byId.get(id) ?? { id, name, kind: 'city', country, population, lat, lon, partOf: divisionOf(country, adminCode), from: 'gazetteer' }
  }

  private unknownHint(name: string, country: string | undefined, state: string | undefined): string {
    const elsewhere = townsNamed(name, state ? country : undefined).slice(0, 3).map(({ country: code, adminCode }) => (code === 'US' ? `US-${adminCode}` : code))
    const others = elsewhere.length > 0 ? ` Towns of that name lie in ${elsewhere.join(', ')}.` : ''
    return `No town of this name is known${country ? ` in ${country}` : ''}.${others} Give a place_id, or load the place first with the template of places.`
  }

  private ambiguous(column: string, ids: readonly string[]): PlaceResolution {
    return bad(column, 'AMBIGUOUS_PLACE', `Several places have this name: ${[...ids].sort().slice(0, 5).join(', ')}. Write one of them into ${column}_id, or give the region.`)
  }
}
