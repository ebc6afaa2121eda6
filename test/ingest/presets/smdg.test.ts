import { describe, expect, it } from 'vitest'
import type { RawRecord } from '#ingest/preset.ts'
import { jointNames } from '#ingest/presets/joint-operators.ts'
import { smdgLinerCodes } from '#ingest/presets/smdg-liner-codes.ts'
import { operatorsOf, smdgTerminals } from '#ingest/presets/smdg-terminals.ts'
import { runPreset } from '#datasets/run-preset.ts'

const terminal = (cells: Readonly<Record<string, string>> = {}): RawRecord => ({
  UNLOCODE: 'NLRTM', 'Terminal Code': 'NLMVII', 'Terminal Facility Name': 'APM TERMINALS ROTTERDAM MAASVLAKTE 2', 'Terminal Company Name': 'APM TERMINALS',
  'Latitude (DMS)': '51°57\'15" N', Latitude: '51.954167', Longitude: '4.003333', 'Valid from': '2014-08-26', 'Terminal Address': 'Europaweg 910', ...cells,
})
const run = (record: RawRecord) => runPreset(smdgTerminals, [{ name: 'file', records: [record] }])[0]!

describe('operators in one cell of the terminal list', () => {
  it('are two where a slash stands between blanks', () => {
    expect(jointNames('PORT AUTONOME DE COTONOU / BOLLORE PORTS / APM TERMINALS')).toEqual(['PORT AUTONOME DE COTONOU', 'BOLLORE PORTS', 'APM TERMINALS'])
  })
  it('are one in a legal form, a short form and brackets', () => {
    for (const one of ['DFDS A/S', 'MGT/ICTSI DR CONGO SA', 'RIJEKA GATEWAY DOO (APM TERMINALS / ENNA)', 'PACIFIC MARITIME SERVICES, LLC (SSA/COSCO/TIL)']) {
      expect(jointNames(one)).toEqual([one])
    }
  })
  it('are none for a placeholder, and none for a list run together that may name people', () => {
    expect(operatorsOf('(UNDER MAINTENANCE)')).toEqual({ names: [] })
    expect(operatorsOf('UNKNOWN')).toEqual({ names: [] })
    expect(operatorsOf('Various companies')).toEqual({ names: [] })
    expect(operatorsOf('A TRADERS/B ONE/C &SONS/D SERVICES LTD')).toMatchObject({ names: [] })
  })
})

describe('a terminal of the list', () => {
  it('is a site with the id of the list, in the place of its UN/LOCODE, without its street address', () => {
    expect(run(terminal()).rows).toEqual([{ template: 'sites', cells: {
      id: 'smdg:NLRTM/NLMVII', name: 'APM TERMINALS ROTTERDAM MAASVLAKTE 2', country: 'NL', kind: 'port terminal', lat: '51.954167', lon: '4.003333', precision: 'exact',
      place_id: 'unlocode:NLRTM', operator: 'APM TERMINALS', operator_id: 'org:zz/apm-terminals', valid_from: '2014-08-26',
    } }])
  })
  it('of two operators is two rows of one site', () => {
    const { rows } = run(terminal({ 'Terminal Company Name': 'PELINDO II / HUTCHISON PORTS' }))
    expect(rows.map(({ cells }) => [cells['id'], cells['operator_id']])).toEqual([['smdg:NLRTM/NLMVII', 'org:zz/pelindo-ii'], ['smdg:NLRTM/NLMVII', 'org:zz/hutchison-ports']])
  })
  it('of the older edition without decimal degrees is rejected with what is missing', () => {
    const { rows, rejected } = run(terminal({ Latitude: '', Longitude: '' }))
    expect(rows).toEqual([])
    expect(rejected).toMatchObject([{ row: 2, code: 'NOT_COORDINATES', hint: 'Needs the edition with columns Latitude and Longitude in decimal degrees.' }])
  })
  it('with a country in place of a UN/LOCODE is rejected', () => {
    expect(run(terminal({ UNLOCODE: 'NL' })).rejected).toMatchObject([{ column: 'UNLOCODE', code: 'NOT_AN_ID', value: 'NL' }])
  })
})

describe('a carrier of the liner codes', () => {
  const liners = (records: readonly RawRecord[]) => runPreset(smdgLinerCodes, [{ name: 'file', records }])[0]!
  const line = (code: string, name: string, parent: string | null, more: RawRecord = {}): RawRecord =>
    ({ linerSMDGCode: code, linerName: name, parentCompany: parent, isActive: true, codeStatus: 'Active', validTo: null, address: 'Street 1', ...more })

  it('finds its parent by code, wherever in the list it stands', () => {
    const { rows } = liners([line('ANL', 'Australian National Line', 'CMA'), line('CMA', 'CMA CGM', 'CMA')])
    expect(rows.filter(({ template }) => template === 'ownership').map(({ cells }) => [cells['owner_id'], cells['owner'], cells['owned_id'], cells['interest'], cells['status']]))
      .toEqual([['smdg-liner:CMA', 'CMA CGM', 'smdg-liner:ANL', 'consolidation', 'in force']])
  })
  it('has no parent when it names itself by code or name, or nobody', () => {
    const { rows } = liners([line('CMA', 'CMA CGM', 'CMA'), line('CPJ', 'Chipolbrok', 'Chipolbrok'), line('BFE', 'Baja Ferries', 'n/a'), line('AAL', 'Austral Asia Line', null)])
    expect(rows.every(({ template }) => template === 'organisations')).toBe(true)
  })
  it('that gave up its code is kept as ended, to the day', () => {
    const { rows } = liners([line('NPL', 'Neptune Pacific Line', 'NPD', { codeStatus: 'Expired', validTo: '2023-06-30' }), line('NPD', 'Neptune Pacific Direct Line', 'NPD')])
    expect(rows.find(({ template }) => template === 'ownership')!.cells).toMatchObject({ status: 'ended', valid_to: '2023-06-30' })
  })
})
