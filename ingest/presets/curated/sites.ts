import type { RawRecord, Reading, TemplateRow } from '../../preset.ts'
import { cell, read, rejected, row } from '../cells.ts'
import { AREAS } from './areas.ts'
import type { Directory } from './directory.ts'
import { placeOf } from './places.ts'
import { sourceCells } from './source-cells.ts'

const KINDS: Readonly<Record<string, string>> = { 'container terminal': 'port terminal', 'data centre': 'data centre', 'residential portfolio': 'residential portfolio' }

/** What a figure counts: the note of a terminal says so, the unit of the others does. */
function measureOf(record: RawRecord): string {
  if (cell(record, 'capacity_unit') === 'homes') return 'homes'
  return cell(record, 'note').startsWith('Throughput of the year') ? 'throughput' : 'capacity'
}

/** An area without a code is known nowhere else: the row brings it. */
const areaRows = (placeId: string | undefined): readonly TemplateRow[] =>
  AREAS.filter(({ id }) => id === placeId).map(({ id, name, kind, country, partOf }) => row('places', { id, name, kind, country, part_of: partOf }))

/** A row of sites.csv: one figure of one site with who runs and who owns it. */
export function siteRow(record: RawRecord, directory: Directory): Reading {
  const kind = KINDS[cell(record, 'kind')]
  if (kind === undefined) return rejected('kind', 'NOT_A_CODE', `Write one of: ${Object.keys(KINDS).join(', ')}.`, cell(record, 'kind'))
  const [name, place, country] = [cell(record, 'name'), cell(record, 'place'), cell(record, 'country')]
  for (const [column, text] of [['name', name], ['place', place], ['country', country]] as const) if (text === '') return rejected(column, 'REQUIRED', `Fill ${column}.`)
  const [operator, owner] = [cell(record, 'operator'), cell(record, 'owner')].map((text) => (text === '' ? undefined : directory.named(text)))
  const status = cell(record, 'status')
  const placeId = placeOf({ siteId: cell(record, 'id'), given: cell(record, 'place_id'), place, country, region: cell(record, 'region') })
  return read([...areaRows(placeId), row('sites', {
    id: cell(record, 'id'), name, country, kind, lat: cell(record, 'lat'), lon: cell(record, 'lon'), precision: cell(record, 'precision'),
    place, place_id: placeId, region: cell(record, 'region'),
    capacity: cell(record, 'capacity'), capacity_unit: cell(record, 'capacity_unit'), capacity_measure: measureOf(record), capacity_year: cell(record, 'capacity_year'),
    operator: operator?.name, operator_id: operator?.id, owner: owner?.name, owner_id: owner?.id, share: cell(record, 'share'),
    ...sourceCells(record),
    status: status === 'planned' ? 'announced' : status,
    valid_from: cell(record, 'valid_from'), valid_to: cell(record, 'valid_to'), as_of: cell(record, 'as_of'),
  })])
}

/** A row of facility-aliases.csv: this terminal is run by this company. */
export function facilityRow(record: RawRecord, directory: Directory): Reading {
  const id = cell(record, 'smdg_id')
  const locode = /^smdg:([A-Z]{2}[A-Z2-9]{3})\/[A-Z0-9]+$/.exec(id)?.[1]
  if (locode === undefined) return rejected('smdg_id', 'NOT_AN_ID', 'Write smdg:, the UN/LOCODE, a slash and the code.', id)
  const operator = directory.named(cell(record, 'organisation'))
  return read([row('sites', {
    id, name: operator.name, country: locode.slice(0, 2), kind: 'port terminal', precision: 'exact', place_id: `unlocode:${locode}`,
    operator: operator.name, operator_id: operator.id, note: `Same facility: ${cell(record, 'basis')}.`,
  })])
}

/** A row of brands-presence.csv: a chain in a country. */
export function presenceRow(record: RawRecord, directory: Directory): Reading {
  const [name, country] = [cell(record, 'brand'), cell(record, 'country')]
  if (name === '') return rejected('brand', 'REQUIRED', 'Give the name of the chain.')
  if (!/^[A-Z]{2}$/.test(country)) return rejected('country', 'NOT_A_COUNTRY', 'Write two capital letters, ISO 3166-1.', country)
  const { id, organisation } = directory.brand(name)
  return read([row('brand-presence', {
    brand: name, brand_id: id, place_id: `iso3166:${country}`, country, owner: organisation?.name, owner_id: organisation?.id,
    ...sourceCells(record), source_kind: 'dataset',
  })])
}
