import { describe, expect, it } from 'vitest'
import type { RawRecord } from '#ingest/preset.ts'
import { im3DataCentres } from '#ingest/presets/im3-data-centres.ts'
import { ncLandlords } from '#ingest/presets/nc-landlords.ts'
import { countyIn } from '#ingest/presets/us-county.ts'
import { worldPortIndex } from '#ingest/presets/world-port-index.ts'
import { runPreset } from '#datasets/run-preset.ts'
import { extractFile, recordsOf } from './preset-files.ts'

describe('World Port Index', () => {
  const port = (cells: Readonly<Record<string, string>>) => runPreset(worldPortIndex, [{ name: 'file', records: [{
    'World Port Index Number': '31140.0', 'Main Port Name': 'Rotterdam', 'UN/LOCODE': 'NL RTM', 'Country Code': 'Netherlands', Latitude: '51.899999999999999', Longitude: '4.483333000000000', ...cells,
  }] }])[0]!

  it('gives a place with the UN/LOCODE as id; the noise of floats is gone', () => {
    expect(port({}).rows[0]!.cells).toEqual({ id: 'unlocode:NLRTM', name: 'Rotterdam', country: 'NL', kind: 'city', lat: '51.9', lon: '4.4833', part_of: 'iso3166:NL' })
  })
  it('skips a port without a UN/LOCODE, one blank meaning none', () => {
    expect(port({ 'UN/LOCODE': ' ' }).skipped).toEqual({ 'no UN/LOCODE: the place has no stable id': 1 })
  })
  it('rejects a UN/LOCODE of another country: St Petersburg in Florida is not RULED', () => {
    expect(port({ 'UN/LOCODE': 'RU LED', 'Country Code': 'United States' }).rejected).toMatchObject([{ column: 'UN/LOCODE', code: 'NOT_AN_ID' }])
  })
  it('reads both editions to the same places', () => {
    const [old, recent] = ['2023', '2024'].map((year) => runPreset(worldPortIndex, [{ name: year, records: recordsOf(extractFile(`world-port-index-${year}.csv`)) }])[0]!.rows)
    const rotterdam = (rows: typeof old) => rows!.find(({ cells }) => cells['id'] === 'unlocode:NLRTM')
    expect(rotterdam(old)).toEqual(rotterdam(recent))
  })
})

describe('corporate landlords of North Carolina', () => {
  const row = (owner: string, group: string, name: string, id: string): RawRecord => ({ owner, investor_label_lvl1: 'INVESTOR', investor_label_lvl2: group, sos_name: name, sos_id: id, registry_url: 'NA' })
  const run = (...records: readonly RawRecord[]) => runPreset(ncLandlords, [{ name: 'file', records }])[0]!

  it('lead from the spelling of a property record to the registered company and its group', () => {
    const { rows } = run(row('1H2 PROPERTY NORTH CAROLINA LP', 'INVITATION HOMES', 'IH2 PROPERTY NORTH CAROLINA LP', '1305184'))
    expect(rows.map(({ template }) => template)).toEqual(['organisations', 'ownership', 'aliases'])
    expect(rows[1]!.cells).toMatchObject({ owner_id: 'org:zz/invitation-homes', owned_id: 'us-nc-sos:1305184', interest: 'operator group', status: 'in force' })
    expect(rows[2]!.cells).toMatchObject({ alias_id: 'org:zz/1h2-property-north-carolina-lp', organisation_id: 'us-nc-sos:1305184', basis: 'label of the dataset' })
  })
  it('with the name of the register are the same name', () => {
    expect(run(row('AMH NC Properties, L.P.', 'AMERICAN HOMES 4 RENT', 'AMH NC PROPERTIES LP', '1551274')).rows[2]!.cells['basis']).toBe('same name')
  })
  it('are joined to neither company when one spelling stands for two', () => {
    const { rows } = run(row('SFR JV', 'FIRSTKEY', 'SFR JV 1 PROPERTY LLC', '1'), row('SFR JV', 'TRICON RESIDENTIAL', 'SFR JV 2 PROPERTY LLC', '2'))
    expect(rows.filter(({ template }) => template === 'aliases').map(({ cells }) => cells['basis'])).toEqual(Array(2).fill('unsure: the file gives this spelling for several companies'))
  })
  it('keep the group most rows give; the odd one out is disputed', () => {
    const { rows } = run(row('A ONE', 'FIRSTKEY', 'SFR LLC', '1'), row('B TWO', 'FIRSTKEY', 'SFR LLC', '1'), row('C THREE', 'TRICON RESIDENTIAL', 'SFR LLC', '1'))
    expect(rows.filter(({ template }) => template === 'ownership').map(({ cells }) => cells['status'])).toEqual(['in force', 'in force', 'disputed'])
  })
  it('without register number or legal form may be a person, and the name is not repeated', () => {
    const { rejected, rows } = run(row('A NAME', 'RS RENTAL', 'NA', 'NA'))
    expect(rows).toEqual([])
    expect(rejected).toEqual([{ row: 2, column: 'owner', code: 'MAYBE_PERSON', hint: 'Neither a register number nor a legal form shows that this is a company.' }])
  })
})

describe('IM3 data centres', () => {
  const records = recordsOf(extractFile('im3-data-centres.geojson'))
  const rowsOf = (list: readonly RawRecord[]) => runPreset(im3DataCentres, [{ name: 'file', records: list }])[0]!.rows

  it('find their county with its suffix, accents or not: Baltimore city is not Baltimore County', () => {
    expect([countyIn('MD', 'Baltimore city'), countyIn('MD', 'Baltimore County'), countyIn('va', 'Loudoun County'), countyIn('AZ', 'Maricopa County'), countyIn('NM', 'Dona Ana County'), countyIn('CT', 'Capitol Planning Region'), countyIn('PR', 'Guaynabo Municipio'), countyIn('VA', 'Nowhere County')])
      .toEqual(['24510', '24005', '51107', '04013', '35013', '09110', '72061', undefined])
  })
  it('have the same ids whatever the order of the file, and every site its own', () => {
    const ids = (list: readonly RawRecord[]) => rowsOf(list).map(({ cells }) => cells['id']!)
    expect(ids(records.toReversed()).toSorted()).toEqual(ids(records).toSorted())
    expect(new Set(ids(records)).size).toBe(records.length)
  })
  it('have 3 decimals, floor area as an area, and the operator as the file writes it', () => {
    const qts = rowsOf(records).find(({ cells }) => cells['name'] === 'QTS Ashburn 1')!
    expect(qts.cells).toMatchObject({ lat: '39.000', lon: '-77.450', place_id: 'fips:51107', operator: 'Quality Technology Services', operator_id: 'org:zz/quality-technology-services', capacity: '164144', capacity_unit: 'sq ft', capacity_measure: 'area' })
  })
  it('of the armed forces are listed in their county, without a point', () => {
    const [site] = rowsOf(records.filter((record) => (record['properties'] as RawRecord)['operator'] === 'Department of Defence'))
    expect(site!.cells).toMatchObject({ precision: 'place only' })
    expect(site!.cells['lat']).toBeUndefined()
  })
})
