import { iso31662 } from 'iso-3166'
import seaPorts from 'sea-ports'
import type { TemplateRow } from '#ingest/preset.ts'
import { isCountryCode } from '#ingest/parse/country.ts'
import type { City } from './cities.ts'
import { nearestCity } from './cities.ts'
import type { PlaceEntry } from './place-row.ts'
import { countyAround } from './us-counties.ts'

/** A code of the terminal list with the point of its first terminal. */
export interface TerminalPoint { readonly locode: string; readonly lat: number; readonly lon: number }
type Found = { readonly name: string; readonly lat?: number | undefined; readonly lon?: number | undefined; readonly province?: string | undefined; readonly timeZone?: string | undefined }

const stateByName = new Map(iso31662.filter(({ parent }) => parent === 'US').map(({ code, name }) => [name, code]))
const isoStates = new Set(iso31662.map(({ code }) => code))

/** Towns with a UN/LOCODE: names of the World Port Index, then of sea-ports, which also has time zones. */
function namedPorts(wpi: readonly TemplateRow[]): Map<string, Found> {
  const ports = new Map<string, Found>()
  for (const { cells } of wpi) {
    const locode = cells['id']!.slice('unlocode:'.length)
    if (!ports.has(locode)) ports.set(locode, { name: cells['name']!, lat: Number(cells['lat']), lon: Number(cells['lon']) })
  }
  for (const port of Object.values(seaPorts.JSON)) {
    const [lon, lat] = port.coordinates ?? []
    for (const locode of port.unlocs) {
      // The list still has codes of states that are no more, such as the Netherlands Antilles.
      if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(locode) || !isCountryCode(locode.slice(0, 2))) continue
      const known = ports.get(locode)
      ports.set(locode, { name: known?.name ?? port.name, lat: known?.lat ?? lat, lon: known?.lon ?? lon, province: port.province, timeZone: port.timezone })
    }
  }
  return ports
}

/** County or state of a port of the United States, by the point, then by the nearest town. */
function usPart(point: { readonly lat: number; readonly lon: number } | undefined, province: string | undefined, town: City | undefined): string {
  const county = point && countyAround(point.lat, point.lon) || town && countyAround(town.lat, town.lon)
  if (county) return `fips:${county}`
  const state = (province && stateByName.get(province)) ?? (town && `US-${town.adminCode}`)
  return state && isoStates.has(state) ? `iso3166:${state}` : 'iso3166:US'
}

function portPlace(locode: string, found: Found | undefined, fallback: TerminalPoint | undefined): PlaceEntry {
  const country = locode.slice(0, 2)
  const point = found?.lat !== undefined && found.lon !== undefined ? { lat: found.lat, lon: found.lon } : fallback
  const town = point && nearestCity(country, point, 30)
  // The list spells without accents; the town of that name gives the spelling and the number of people.
  const namesake = found && point && nearestCity(country, point, 30, found.name)
  const name = namesake?.name ?? found?.name ?? (town ? `near ${town.name}` : locode)
  return {
    id: `unlocode:${locode}`, name, kind: 'city', country, lat: point?.lat, lon: point?.lon, population: namesake?.population, timeZone: found?.timeZone,
    partOf: country === 'US' ? usPart(point, found?.province, town) : `iso3166:${country}`,
  }
}

/**
 * Every town with a UN/LOCODE of the World Port Index, of sea-ports and of the terminal list. A code none of the
 * first two knows is named after the nearest town within 30 km, "near …"; failing that it stands for itself.
 */
export function ports(wpi: readonly TemplateRow[], terminals: readonly TerminalPoint[], names: ReadonlyMap<string, string>): readonly PlaceEntry[] {
  const known = namedPorts(wpi)
  const pointOf = new Map(terminals.map((terminal) => [terminal.locode, terminal]))
  return [...new Set([...known.keys(), ...pointOf.keys()])].sort().map((locode) => {
    const place = portPlace(locode, known.get(locode), pointOf.get(locode))
    return { ...place, name: names.get(place.id) ?? place.name }
  })
}
