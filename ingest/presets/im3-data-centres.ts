import { createHash } from 'node:crypto'
import type { Preset, RawRecord, Reading } from '../preset.ts'
import { cell, read, rejected, row } from './cells.ts'
import { organisationId } from '../resolve/organisation-id.ts'
import { countyIn } from './us-county.ts'

const COLUMNS = [
  { name: 'state_abb', required: true, doc: 'Postal abbreviation of the state.' },
  { name: 'county', required: true, doc: 'County or equivalent, with its suffix.' },
  { name: 'operator', required: false, doc: 'Who runs it; empty means not known.' },
  { name: 'name', required: false, doc: 'Name of the building or campus.' },
  { name: 'sqft', required: false, doc: 'Floor area in square feet.' },
  { name: 'type', required: false, doc: 'building, campus or point.' },
] as const

/** Operators that are natural people, by hash: their names are not kept, here or anywhere. */
const PEOPLE = new Set(['c90b655e13aab163'])
const isPerson = (name: string): boolean => PEOPLE.has(createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 16))
/** Sites of the armed forces are listed at county level only. */
const isDefence = (operator: string): boolean => /^(us |u\.s\. |united states )?(department of defen[cs]e|army|navy|air force)\b/i.test(operator)

interface Feature { readonly properties: RawRecord; readonly lon: number; readonly lat: number }
function featureOf(record: RawRecord): Feature | undefined {
  const geometry = record['geometry'] as { readonly coordinates?: readonly unknown[] } | null | undefined // checked below
  const [lon, lat] = geometry?.coordinates ?? []
  const properties = record['properties'] as RawRecord | undefined // checked below
  return typeof lon === 'number' && typeof lat === 'number' && typeof properties === 'object' ? { properties, lon, lat } : undefined
}

/** What identifies a site: state, county, name and the point to 3 decimals (about 100 m). */
const keyOf = ({ properties, lon, lat }: Feature): string =>
  JSON.stringify([cell(properties, 'state_abb').toUpperCase(), cell(properties, 'county'), cell(properties, 'name'), lon.toFixed(3), lat.toFixed(3)])

/** The file has no ids. Sites that share a key are numbered in the order of their whole text, not of their rows. */
class SiteIds {
  private readonly twins = new Map<string, Set<string>>()
  add(feature: Feature): void {
    const key = keyOf(feature)
    this.twins.set(key, (this.twins.get(key) ?? new Set()).add(JSON.stringify(feature)))
  }
  of(feature: Feature): string {
    const key = keyOf(feature)
    const number = [...(this.twins.get(key) ?? [])].sort().indexOf(JSON.stringify(feature)) + 1
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 12)
    return `im3:${cell(feature.properties, 'state_abb').toLowerCase()}/${hash}${number > 1 ? `-${number}` : ''}`
  }
}

function dataCentre(record: RawRecord, ids: SiteIds): Reading {
  const feature = featureOf(record)
  if (feature === undefined) return rejected('geometry', 'NOT_COORDINATES', 'Needs a GeoJSON point [longitude, latitude].')
  const { properties, lon, lat } = feature
  const [state, countyName, stated] = [cell(properties, 'state_abb').toUpperCase(), cell(properties, 'county'), cell(properties, 'operator')]
  const fips = countyIn(state, countyName)
  if (fips === undefined) return rejected('county', 'UNKNOWN_PLACE', 'Name a county of that state with its suffix, for example Loudoun County.', `${countyName}, ${state}`)
  const operator = stated === '' || isPerson(stated) ? undefined : stated
  const area = cell(properties, 'sqft')
  const hasArea = area !== '' && Number(area) > 0
  const exact = operator === undefined || !isDefence(operator)
  return read([row('sites', {
    id: ids.of(feature),
    name: cell(properties, 'name') || (operator === undefined ? `Data centre, ${countyName}` : `${operator} data centre, ${countyName}`),
    country: 'US', kind: 'data centre',
    lat: exact ? lat.toFixed(3) : undefined, lon: exact ? lon.toFixed(3) : undefined, precision: exact ? 'exact' : 'place only',
    place: countyName, place_id: `fips:${fips}`, region: state,
    operator, operator_id: operator === undefined ? undefined : organisationId(operator),
    capacity: hasArea ? String(Math.round(Number(area))) : undefined, capacity_unit: hasArea ? 'sq ft' : undefined, capacity_measure: hasArea ? 'area' : undefined,
    note: cell(properties, 'type') === 'campus' ? 'Outline of a campus; its buildings may be listed as well.' : undefined,
  })], operator === undefined && stated !== '' ? ['An operator that is a natural person was left out.'] : [])
}

/** IM3 open source data centre atlas: buildings, campuses and points in the United States. */
export const im3DataCentres: Preset = {
  id: 'im3-data-centres',
  label: 'IM3 data centre atlas',
  doc: 'Data centres of the United States with operator, county and floor area (GeoJSON).',
  format: 'geojson',
  columns: COLUMNS,
  source: {
    title: 'IM3 Open Source Data Center Atlas', publisher: 'Pacific Northwest National Laboratory; © OpenStreetMap contributors', kind: 'dataset',
    url: 'https://github.com/IMMM-SFA/datacenter-atlas', licence: 'ODbL 1.0 (derived from OpenStreetMap)',
  },
  begin: () => {
    const ids = new SiteIds()
    return {
      collect: (record) => {
        const feature = featureOf(record)
        if (feature !== undefined) ids.add(feature)
      },
      read: (record) => dataCentre(record, ids),
    }
  },
}
