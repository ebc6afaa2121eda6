import type { Feature, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import counties from 'us-atlas/counties-10m.json' with { type: 'json' }
import states from 'us-atlas/states-10m.json' with { type: 'json' }
import { iso31662 } from 'iso-3166'
import type { PlaceEntry } from './place-row.ts'
import { contains, middleOf } from './shape.ts'

type Shape = Feature<Geometry, { readonly name: string }>
/** The cast: JSON imports lose the literal types of TopoJSON. */
function shapesOf(topology: unknown, object: string): readonly Shape[] {
  const atlas = topology as Topology<Record<string, GeometryCollection<{ readonly name: string }>>>
  return feature(atlas, atlas.objects[object]!).features
}

/** Territories that ISO 3166-1 lists as countries: FIPS state code → ISO. */
const TERRITORIES: Readonly<Record<string, string>> = { '60': 'AS', '66': 'GU', '69': 'MP', '72': 'PR', '74': 'UM', '78': 'VI' }
const isoOfState = new Map(iso31662.filter(({ parent }) => parent === 'US').map(({ code, name }) => [name, code]))
const stateOfFips = new Map(shapesOf(states, 'states').map(({ id, properties }) => [String(id), TERRITORIES[String(id)] ?? isoOfState.get(properties.name) ?? 'US'] as const))
const isCity = (fips: string): boolean => ['24', '29', '51'].includes(fips.slice(0, 2)) && Number(fips.slice(2)) >= 510

/** The atlas names counties without their kind: independent cities, parishes and municipios get theirs back. */
function fullName(fips: string, name: string): string {
  const state = fips.slice(0, 2)
  if (isCity(fips)) return `${name} city`
  if (state === '22') return `${name} Parish`
  if (state === '72') return `${name} Municipio`
  return state === '02' || state === '11' || TERRITORIES[state] !== undefined || /City$/.test(name) && state === '32' ? name : `${name} County`
}

/** The planning regions that replaced the counties of Connecticut in 2022 (US Census Bureau); the atlas still has the counties. */
const PLANNING_REGIONS: Readonly<Record<string, string>> = {
  '09110': 'Capitol', '09120': 'Greater Bridgeport', '09130': 'Lower Connecticut River Valley', '09140': 'Naugatuck Valley', '09150': 'Northeastern Connecticut',
  '09160': 'Northwest Hills', '09170': 'South Central Connecticut', '09180': 'Southeastern Connecticut', '09190': 'Western Connecticut',
}

/** Counties and equivalents of the United States, with FIPS ids, in their state. */
export function usCounties(): readonly PlaceEntry[] {
  const listed = shapesOf(counties, 'counties').map((shape) => {
    const fips = String(shape.id)
    const state = stateOfFips.get(fips.slice(0, 2)) ?? 'US'
    const [lon, lat] = middleOf(shape.geometry) ?? []
    return {
      id: `fips:${fips}`,
      name: fullName(fips, shape.properties.name),
      kind: 'county' as const,
      country: state.length === 2 ? state : 'US',
      partOf: `iso3166:${state}`,
      lat,
      lon,
    }
  })
  const regions = Object.entries(PLANNING_REGIONS).map(([fips, name]) =>
    ({ id: `fips:${fips}`, name: `${name} Planning Region`, kind: 'county' as const, country: 'US', partOf: 'iso3166:US-CT' }))
  return [...listed, ...regions].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** State → county with its suffix → FIPS, the table the data-centre preset looks counties up in. */
export function countyTable(places: readonly PlaceEntry[]): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const table: Record<string, Record<string, string>> = {}
  for (const { id, name, partOf } of places) {
    const state = partOf!.replace('iso3166:', '').replace('US-', '')
    ;(table[state] ??= {})[name] = id.slice('fips:'.length)
  }
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const shapes = shapesOf(counties, 'counties').map((shape) => ({ fips: String(shape.id), geometry: shape.geometry, middle: middleOf(shape.geometry) ?? [0, 0] }))
/** FIPS code of the county around a point; undefined at sea. Shapes with a middle more than 5° away are not tried. */
export const countyAround = (lat: number, lon: number): string | undefined =>
  shapes.find(({ geometry, middle }) => Math.abs(middle[0] - lon) < 5 && Math.abs(middle[1] - lat) < 5 && contains(geometry, lon, lat))?.fips
