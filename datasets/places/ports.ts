import { iso31662 } from 'iso-3166'
import seaPorts from 'sea-ports'
import type { TemplateRow } from '#ingest/preset.ts'
import { isCountryCode } from '#ingest/parse/country.ts'
import { distanceKm } from '#ingest/resolve/gazetteer.ts'
import type { Town } from '#ingest/resolve/gazetteer.ts'
import { nearestCity } from './cities.ts'
import type { PlaceEntry } from './place-row.ts'
import { countyAround } from './us-counties.ts'

/** A code of the terminal list with the point of its first terminal. */
export interface TerminalPoint { readonly locode: string; readonly lat: number; readonly lon: number }
type Found = {
  readonly name: string
  readonly lat?: number | undefined
  readonly lon?: number | undefined
  readonly province?: string | undefined
  readonly timeZone?: string | undefined
}

const stateByName = new Map(iso31662.filter(({ parent }) => parent === 'US').map(({ code, name }) => [name, code]))
const isoStates = new Set(iso31662.map(({ code }) => code))

const FAR_KM = 150
const isNear = ({ lat, lon }: Found, point: TerminalPoint | undefined): boolean =>
  point === undefined || lat === undefined || lon === undefined || distanceKm({ lat, lon }, point) <= FAR_KM

/** What the lists say of each UN/LOCODE: the World Port Index first, then sea-ports. Some codes stand for two ports. */
function listedPorts(wpi: readonly TemplateRow[]): ReadonlyMap<string, readonly Found[]> {
  const ports = new Map<string, Found[]>()
  const add = (locode: string, found: Found): void => { ports.set(locode, [...(ports.get(locode) ?? []), found]) }
  for (const { cells } of wpi) add(cells['id']!.slice('unlocode:'.length), { name: cells['name']!, lat: Number(cells['lat']), lon: Number(cells['lon']) })
  for (const port of Object.values(seaPorts.JSON)) {
    const [lon, lat] = port.coordinates ?? []
    // The list still has codes of states that are no more, such as the Netherlands Antilles.
    const codes = port.unlocs.filter((locode) => /^[A-Z]{2}[A-Z2-9]{3}$/.test(locode) && isCountryCode(locode.slice(0, 2)))
    for (const locode of codes) add(locode, { name: port.name, lat, lon, province: port.province, timeZone: port.timezone })
  }
  return ports
}

/** One port of the candidates: the first that does not lie far from the terminals of the code, with the rest of what is known of it. */
function chosen(candidates: readonly Found[], terminal: TerminalPoint | undefined): Found | undefined {
  const near = candidates.filter((candidate) => isNear(candidate, terminal))
  const [first] = near
  if (first === undefined) return undefined
  const withPoint = near.find(({ lat }) => lat !== undefined)
  return {
    name: first.name, lat: withPoint?.lat, lon: withPoint?.lon,
    province: near.find(({ province }) => province !== undefined)?.province, timeZone: near.find(({ timeZone }) => timeZone !== undefined)?.timeZone,
  }
}

/** County or state of a port of the United States, by the point, then by the nearest town. */
function usPart(point: { readonly lat: number; readonly lon: number } | undefined, province: string | undefined, town: Town | undefined): string {
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
 * first two knows, or knows only far away, is named after the nearest town within 30 km, "near …"; failing that it stands for itself.
 */
export function ports(wpi: readonly TemplateRow[], terminals: readonly TerminalPoint[], names: ReadonlyMap<string, string>): readonly PlaceEntry[] {
  const known = listedPorts(wpi)
  const pointOf = new Map(terminals.map((terminal) => [terminal.locode, terminal]))
  return [...new Set([...known.keys(), ...pointOf.keys()])].sort().map((locode) => {
    const place = portPlace(locode, chosen(known.get(locode) ?? [], pointOf.get(locode)), pointOf.get(locode))
    return { ...place, name: names.get(place.id) ?? place.name }
  })
}
