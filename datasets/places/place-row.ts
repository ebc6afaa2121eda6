import type { TemplateRow } from '#ingest/preset.ts'

/** A place as the gazetteer knows it; coordinates WGS 84 degrees. */
export interface PlaceEntry {
  readonly id: string
  readonly name: string
  readonly kind: 'country' | 'region' | 'county' | 'city' | 'district' | 'market area'
  readonly country: string
  readonly partOf?: string | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  readonly population?: number | undefined
  readonly timeZone?: string | undefined
  readonly languages?: readonly string[] | undefined
}

const degrees = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(Math.round(value * 1e4) / 1e4))

export function placeRow({ id, name, kind, country, partOf, lat, lon, population, timeZone, languages }: PlaceEntry): TemplateRow {
  const cells = {
    id, name, kind, country, part_of: partOf, lat: degrees(lat), lon: degrees(lon),
    population: population === undefined || population === 0 ? undefined : String(population), time_zone: timeZone, languages: languages?.join('|'),
  }
  return { template: 'places', cells: Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')) }
}
