import type { Preset, RawRecord, Reading, TemplateRow } from '../preset.ts'
import { cell, isDay, isDecimal, read, rejected, row } from './cells.ts'
import { isRunTogether, jointNames } from './joint-operators.ts'
import { organisationId } from '../resolve/organisation-id.ts'
import { placeholderReason } from '../people.ts'

const COLUMNS = [
  { name: 'UNLOCODE', required: true, doc: 'UN/LOCODE of the port; its first two letters are the country.' },
  { name: 'Terminal Code', required: true, doc: 'Code of the terminal, unique within the port.' },
  { name: 'Terminal Facility Name', required: true, doc: 'Name of the terminal.' },
  { name: 'Terminal Company Name', required: true, doc: 'Who runs it, as the list writes it; `A / B` are two operators.' },
  { name: 'Latitude', required: true, doc: 'Decimal degrees; the columns in degrees, minutes and seconds are not read.' },
  { name: 'Longitude', required: true, doc: 'Decimal degrees.' },
  { name: 'Valid from', required: false, doc: 'Day from which the code is valid.' },
  { name: 'Valid to', required: false, doc: 'Day until which the code is valid.' },
] as const

/** Operators the cell names; none for a placeholder, and none for a list run together, which may hold names of people. */
export function operatorsOf(company: string): { readonly names: readonly string[]; readonly note?: string } {
  if (company === '' || placeholderReason(company) !== undefined) return { names: [] }
  if (isRunTogether(company)) return { names: [], note: 'Several operators run together in one cell; left out, some may be people.' }
  return { names: jointNames(company).filter((name) => placeholderReason(name) === undefined) }
}

function terminal(record: RawRecord): Reading {
  const [locode, code, name] = [cell(record, 'UNLOCODE'), cell(record, 'Terminal Code'), cell(record, 'Terminal Facility Name')]
  const [lat, lon] = [cell(record, 'Latitude'), cell(record, 'Longitude')]
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(locode)) return rejected('UNLOCODE', 'NOT_AN_ID', 'Write two letters for the country and three for the town, for example NLRTM.', locode)
  if (!/^[A-Z0-9]+$/.test(code)) return rejected('Terminal Code', 'NOT_A_CODE', 'Write letters and digits only.', code)
  if (name === '') return rejected('Terminal Facility Name', 'REQUIRED', 'Give the name of the terminal.')
  if (!isDecimal(lat) || !isDecimal(lon)) {
    return rejected('Latitude', 'NOT_COORDINATES', 'Needs the edition with columns Latitude and Longitude in decimal degrees.', `${lat}, ${lon}`)
  }
  const { names, note } = operatorsOf(cell(record, 'Terminal Company Name'))
  const [from, to] = [cell(record, 'Valid from'), cell(record, 'Valid to')]
  const site = {
    id: `smdg:${locode}/${code}`, name, country: locode.slice(0, 2), kind: 'port terminal', lat, lon, precision: 'exact',
    place_id: `unlocode:${locode}`,
  }
  const dates = { valid_from: isDay(from) ? from : undefined, valid_to: isDay(to) ? to : undefined, status: isDay(to) ? 'ended' : undefined }
  const one = (operator?: string): TemplateRow =>
    row('sites', { ...site, operator, operator_id: operator === undefined ? undefined : organisationId(operator), ...dates })
  return read(names.length === 0 ? [one()] : names.map(one), note === undefined ? [] : [note])
}

/** SMDG Terminal Code List: one row, one container terminal; addresses, websites and remarks are not read. */
export const smdgTerminals: Preset = {
  id: 'smdg-terminals',
  label: 'SMDG Terminal Code List',
  doc: 'Container terminals with UN/LOCODE, operator and coordinates (CSV edition with decimal degrees). Joint cells become one row per operator.',
  format: 'table',
  columns: COLUMNS,
  source: {
    title: 'SMDG Terminal Code List', publisher: 'SMDG', kind: 'standard body',
    url: 'https://github.com/smdg-org/Terminal-Code-List', licence: 'No licence file; published for free use, cite SMDG',
  },
  begin: () => ({ read: terminal }),
}
