import type { Town } from '#ingest/resolve/gazetteer.ts'
import { allTowns, distanceKm } from '#ingest/resolve/gazetteer.ts'
import { foldedName } from '#ingest/resolve/name-key.ts'

const byCountry = new Map<string, Town[]>()
for (const town of allTowns()) {
  const list = byCountry.get(town.country) ?? []
  list.push(town)
  byCountry.set(town.country, list)
}

/** The nearest town of a country within `withinKm`; the nearest of that name if one is given. */
export function nearestCity(country: string, point: { readonly lat: number; readonly lon: number }, withinKm: number, name?: string): Town | undefined {
  const wanted = name === undefined ? undefined : foldedName(name)
  let best: Town | undefined
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
