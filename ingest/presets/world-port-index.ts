import type { Preset, RawRecord, Reading } from '../preset.ts'
import { countryCell } from '../parse/country.ts'
import { cell, isDecimal, read, rejected, row, skipped } from './cells.ts'

const COLUMNS = [
  { name: 'World Port Index Number', required: true, doc: 'Number of the port; 7950 or 7950.0 by edition.' },
  { name: 'Main Port Name', required: true, doc: 'Name of the port.' },
  { name: 'UN/LOCODE', required: true, doc: '“NL RTM”; rows without one are skipped.' },
  { name: 'Country Code', required: false, doc: 'Name of the country; the UN/LOCODE decides.' },
  { name: 'Latitude', required: true, doc: 'Decimal degrees.' },
  { name: 'Longitude', required: true, doc: 'Decimal degrees.' },
] as const

/** "51.900000000000006" → "51.9": the 2024 edition writes single numbers with the noise of a float. */
const degrees = (text: string): string => String(Math.round(Number(text) * 1e4) / 1e4)

/** Country by its name; undefined when the name is none we know, or empty. */
function countryOf(record: RawRecord): string | undefined {
  const named = countryCell(cell(record, 'Country Code'), 'Country Code')
  return named.ok ? named.value : undefined
}
/** UN/LOCODE keeps codes for territories that the index lists under their state or neighbour. */
const DEPENDENCIES = new Set(['BL<GP', 'MA<EH'])

function port(record: RawRecord): Reading {
  const [name, written, lat, lon] = [cell(record, 'Main Port Name'), cell(record, 'UN/LOCODE'), cell(record, 'Latitude'), cell(record, 'Longitude')]
  if (name === '') return rejected('Main Port Name', 'REQUIRED', 'Give the name of the port.')
  if (written === '') return skipped('no UN/LOCODE: the place has no stable id')
  const locode = written.replaceAll(' ', '')
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(locode)) return rejected('UN/LOCODE', 'NOT_AN_ID', 'Write two letters for the country and three for the town, for example NL RTM.', written)
  if (!isDecimal(lat) || !isDecimal(lon)) return rejected('Latitude', 'NOT_COORDINATES', 'Write decimal degrees.', `${lat}, ${lon}`)
  const country = locode.slice(0, 2)
  const [named, writtenCountry] = [countryOf(record), cell(record, 'Country Code')]
  if (named !== undefined && named !== country && !DEPENDENCIES.has(`${country}<${named}`)) {
    return rejected('UN/LOCODE', 'NOT_AN_ID', 'The UN/LOCODE lies in another country than the port; one of the two is wrong.', `${written}, ${writtenCountry}`)
  }
  return read([row('places', { id: `unlocode:${locode}`, name, country, kind: 'city', lat: degrees(lat), lon: degrees(lon), part_of: `iso3166:${country}` })])
}

/**
 * World Port Index, both editions: names and coordinates of ports with a UN/LOCODE. Columns are found by their header.
 * Depths, pilotage and harbour security are never read.
 */
export const worldPortIndex: Preset = {
  id: 'world-port-index',
  label: 'World Port Index (NGA Pub. 150)',
  doc: 'Ports with a UN/LOCODE as places. Columns about security, pilotage and depths are not read.',
  format: 'table',
  columns: COLUMNS,
  source: {
    title: 'World Port Index (Pub. 150)', publisher: 'National Geospatial-Intelligence Agency', kind: 'dataset',
    url: 'https://msi.nga.mil/Publications/WPI', licence: 'Public domain (US government work)',
  },
  begin: () => ({ read: port }),
}
