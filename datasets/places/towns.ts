import type { Town } from '#ingest/resolve/gazetteer.ts'
import { townOfId } from '#ingest/resolve/gazetteer.ts'
import type { PlaceEntry } from './place-row.ts'
import { countyAround } from './us-counties.ts'

/** Region of the towns the tables name outside the United States, where GeoNames codes differ from ISO 3166-2. */
const REGIONS: Readonly<Record<number, string>> = {
  2950159: 'DE-BE', 2935022: 'DE-SN', 2879139: 'DE-SN', 2910831: 'DE-NI', 2935517: 'DE-NW', 2925533: 'DE-HE', 2911007: 'DE-HE', 2874225: 'DE-RP',
  2643123: 'GB-ENG', 2637627: 'GB-ENG', 2638671: 'GB-ENG', 2642980: 'GB-WLS', 756135: 'PL-14', 3173435: 'IT-25', 2750850: 'NL-NH', 6940394: 'JP-11',
}
/** English names where GeoNames has the local one. */
const NAMES: Readonly<Record<number, string>> = { 2910831: 'Hanover', 2925533: 'Frankfurt', 2911007: 'Hanau' }

function part(city: Town): string {
  const county = city.country === 'US' ? countyAround(city.lat, city.lon) : undefined
  return county === undefined ? `iso3166:${REGIONS[city.geonamesId] ?? city.country}` : `fips:${county}`
}

/** Towns without a UN/LOCODE that rows name, by their GeoNames ids. */
export const towns = (ids: readonly number[]): readonly PlaceEntry[] =>
  [...new Set(ids)].sort((a, b) => a - b).map((id) => {
    const city = townOfId(id)
    if (city === undefined) throw new Error(`GeoNames has no town ${id}.`)
    return {
      id: `geonames:${id}`,
      name: NAMES[id] ?? city.name,
      kind: 'city',
      country: city.country,
      partOf: part(city),
      lat: city.lat,
      lon: city.lon,
      population: city.population,
    }
  })
