import { dateCell } from '../parse/dates.ts'
import type { Preset, RawRecord, Reading } from '../preset.ts'
import { cell, read, rejected, row, skipped } from './cells.ts'

const COLUMNS = [
  { name: 'place', required: true, doc: 'Name or id of a town, county or region.' },
  { name: 'partner', required: true, doc: 'Name or id of its sister, twin or partner.' },
  { name: 'since', required: false, doc: 'Day, month or year it began.' },
  { name: 'source', required: true, doc: 'Address or title of the page that says so.' },
  { name: 'place_country', required: false, doc: 'ISO 3166-1 alpha-2, to tell towns of one name apart.' },
  { name: 'partner_country', required: false, doc: 'As above, of the partner.' },
] as const

const isId = (text: string): boolean => /^(unlocode|geonames|iso3166|fips|place):\S+$/i.test(text)
const named = (column: 'place' | 'partner', text: string, country: string) => (isId(text) ? { [`${column}_id`]: text } : { [column]: text, [`${column}_country`]: country })

function tie(record: RawRecord): Reading {
  const [one, other, source] = [cell(record, 'place'), cell(record, 'partner'), cell(record, 'source')]
  if (one === '' && other === '') return skipped('empty row')
  if (one === '' || other === '') return rejected(one === '' ? 'place' : 'partner', 'REQUIRED', 'Name both places.')
  if (source === '') return rejected('source', 'NO_SOURCE', 'Give the address or the title of the page that says so.')
  const since = cell(record, 'since')
  const began = since === '' ? undefined : dateCell(since, 'since')
  if (began?.ok === false) return { outcome: 'rejected', problems: [began.problem] }
  return read([row('twinnings', {
    ...named('place', one, cell(record, 'place_country')), ...named('partner', other, cell(record, 'partner_country')),
    valid_from: since, ...(/^https?:\/\//i.test(source) ? { source_url: source } : { source_title: source }),
  })])
}

/** Lists of sister, twin and partner cities: two places, since when, and who says so. */
export const sisterCities: Preset = {
  id: 'sister-cities',
  label: 'Sister, twin and partner cities',
  doc: 'Existing ties between places: place, partner, since, source.',
  format: 'table',
  columns: COLUMNS,
  source: undefined,
  begin: () => ({ read: tie }),
}
