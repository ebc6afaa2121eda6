import { describe, expect, it } from 'vitest'
import type { RawRecord } from '#ingest/preset.ts'
import { curatedOwnership } from '#ingest/presets/curated-ownership.ts'
import { partFor } from '#ingest/presets/curated/names.ts'
import { runPreset } from '#datasets/run-preset.ts'

const organisation = (name: string, kind = 'company', country = '', other_names = ''): RawRecord => ({ name, kind, country, other_names, website_domain_if_in_sources: '', note: '' })
const stake = (cells: Readonly<Record<string, string>>): RawRecord => ({
  owner: 'Walmart', owner_kind: 'company', owner_country: 'US', owned: 'Asda', owned_kind: 'retail chain', owned_country: 'GB', interest: 'shareholding', share_min: '10', share_max: '10',
  as_of: '', valid_from: '', valid_to: '', status: 'in force', source_title: 'T', source_publisher: 'P', source_url: 'https://example.org', source_kind: 'news', retrieved_on: '2026-11-23', note: '', as_stated_owner: '', as_stated_owned: '', ...cells,
})
const run = (organisations: readonly RawRecord[], records: readonly RawRecord[]) =>
  runPreset(curatedOwnership, [{ name: 'rows', records }, { name: 'organisations', records: organisations }])[0]!
const cellsOf = (record: RawRecord, organisations: readonly RawRecord[] = []) => run(organisations, [record]).rows[0]!.cells

describe('a curated stake', () => {
  it('takes id, kind and country of both ends from the list of organisations, not from its row', () => {
    expect(cellsOf(stake({ owner_country: 'GB', owner_kind: 'fund' }), [organisation('Walmart', 'company', 'US'), organisation('Asda', 'retail chain', 'GB')]))
      .toMatchObject({ owner_id: 'org:us/walmart', owner_kind: 'company', owner_country: 'US', owned_id: 'org:gb/asda', owned_kind: 'retail chain' })
  })
  it('is exact when both bounds agree, and bounded when they do not', () => {
    expect(cellsOf(stake({}))).toMatchObject({ share: '10' })
    expect(cellsOf(stake({ share_min: '50', share_max: '100' }))).toMatchObject({ share_min: '50', share_max: '100' })
    const joint = cellsOf(stake({ share_min: '', share_max: '40' }))
    expect([joint['share'], joint['share_min'], joint['share_max']]).toEqual([undefined, undefined, '40'])
    expect(cellsOf(stake({ share_min: '0', share_max: '0', status: 'ended' }))).toMatchObject({ share: '0', status: 'ended' })
  })
  it('of votes fills the columns of votes and claims no capital', () => {
    const cells = cellsOf(stake({ interest: 'voting', share_min: '51.45', share_max: '51.45' }))
    expect([cells['votes'], cells['share']]).toEqual(['51.45', undefined])
  })
  it('that is contested is disputed; agreed and announced stay what they are', () => {
    expect(['contested', 'agreed', 'announced', 'ended'].map((status) => cellsOf(stake({ status }))['status'])).toEqual(['disputed', 'agreed', 'announced', 'ended'])
  })
  it('from a weak source is graded down', () => {
    expect(cellsOf(stake({ note: 'Banner of the group; weak source.' }))['grade']).toBe('claimed')
    expect(cellsOf(stake({ note: 'Banner of the group.' }))['grade']).toBeUndefined()
  })
  it('of a holder nobody names has no id of its own, so that two of them are never one', () => {
    const cells = cellsOf(stake({ owner: 'private owners (not named)', owner_kind: 'opaque owner' }))
    expect([cells['owner_id'], cells['owner_kind']]).toEqual([undefined, 'opaque owner'])
  })
  it('in a consumer brand leads to a brand, in a chain to the organisation of the chain', () => {
    expect(cellsOf(stake({ owned: 'Dove (personal care)', owned_kind: 'brand', interest: 'brand' }), [organisation('Dove (personal care)', 'brand')])).toMatchObject({ owned_id: 'brand:zz/dove-personal-care', owned_kind: 'brand', interest: 'brand' })
    expect(cellsOf(stake({ owned: 'Albert Heijn', interest: 'brand' }), [organisation('Albert Heijn', 'retail chain', 'NL')])).toMatchObject({ owned_id: 'org:nl/albert-heijn', owned_kind: 'retail chain', interest: 'brand' })
  })
  it('above 100 % is rejected with its figure', () => {
    expect(run([], [stake({ share_min: '101', share_max: '101' })]).rejected).toMatchObject([{ row: 2, column: 'share_min', code: 'NOT_A_PERCENT', value: '101' }])
  })
})

describe('an alias list', () => {
  const alias = (name: string, group: string, basis: string): RawRecord => ({ alias: name, group, basis })
  const hutchison = organisation('Hutchison Ports', 'terminal operator', 'HK')

  it('leads from the name another list writes to the canonical one', () => {
    expect(cellsOf(alias('HUTCHISON PORTS AJMAN', 'Hutchison Ports', 'name contains group name'), [hutchison]))
      .toEqual({ alias: 'HUTCHISON PORTS AJMAN', alias_id: 'org:zz/hutchison-ports-ajman', organisation: 'Hutchison Ports', organisation_id: 'org:hk/hutchison-ports', country: 'HK', basis: 'name contains group name' })
  })
  it('takes the part of a joint cell that names the group', () => {
    expect(partFor('SOCIETE DE VRIDI (SETV) / BOLLORE PORTS / APM TERMINALS', ['APM Terminals'], 'joint cell of the list names the group')).toBe('APM TERMINALS')
    expect(partFor('TIN CAN ISLAND TERMINAL LTD. / BOLLORE PORTS', ['Africa Global Logistics (AGL)', 'Bolloré Africa Logistics'], 'names Bolloré Ports; now AGL')).toBe('BOLLORE PORTS')
    expect(partFor('ADANI CMA MUNDRA CONTAINER TERMINAL PVT. LTD. (ACMTPL) / CMA-CGM', ['CMA CGM'], 'joint cell of the list names the group')).toBe('CMA-CGM')
  })
  it('joins a part that is the name of the group, and skips it where the list joins that name already', () => {
    expect(cellsOf(alias('PELINDO II / HUTCHISON PORTS', 'Hutchison Ports', 'joint cell of the list names the group'), [hutchison])['basis']).toBe('same name')
    const { loaded, skipped } = run([hutchison], [alias('HUTCHISON PORTS', 'Hutchison Ports', 'same name'), alias('PELINDO II / HUTCHISON PORTS', 'Hutchison Ports', 'joint cell of the list names the group')])
    expect([loaded, skipped]).toEqual([1, { 'this part of the joint cell is listed as the same name': 1 }])
  })
  it('says nothing new where the name is the canonical one', () => {
    expect(run([organisation('Meta')], [alias('Meta', 'Meta', 'same name')]).skipped).toEqual({ 'the name is the canonical name already': 1 })
  })
})

describe('other tables of the collection', () => {
  it('site figures say what they count, and plans are announced', () => {
    const site = { id: 'smdg:NLRTM/NLMVII', name: 'APM TERMINALS ROTTERDAM MAASVLAKTE 2', kind: 'container terminal', place: 'Rotterdam', place_id: '', country: 'NL', region: '', lat: '', lon: '', precision: 'exact', operator: 'APM Terminals', owner: '', share: '', capacity: '2700000', capacity_unit: 'TEU/year', capacity_year: '2024', status: 'planned', as_of: '2025', note: 'Throughput of the year. About.', source_title: 'T', source_url: 'https://example.org', source_kind: 'news', retrieved_on: '2026-11-23' }
    expect(cellsOf(site)).toMatchObject({ kind: 'port terminal', place_id: 'unlocode:NLRTM', capacity_measure: 'throughput', status: 'announced' })
  })
  it('a chain of the list is a brand of the organisation of its name; an unknown chain stands alone', () => {
    const chain = (brand: string): RawRecord => ({ brand, country: 'AT', source_title: 'T', source_url: 'https://example.org', retrieved_on: '2026-11-23' })
    expect(cellsOf(chain('Billa'), [organisation('Billa', 'retail chain', 'AT')])).toMatchObject({ brand_id: 'brand:at/billa', owner_id: 'org:at/billa', place_id: 'iso3166:AT' })
    const lone = cellsOf(chain('Nah & Frisch'))
    expect([lone['brand_id'], lone['owner_id']]).toEqual(['brand:zz/nah-and-frisch', undefined])
  })
  it('doubtful pairs stay unsure', () => {
    expect(cellsOf({ a: 'Ahold', b: 'Ahold Delhaize', why_same: 'Forerunner', why_not: 'Merged in 2016' })).toMatchObject({ basis: 'unsure: Forerunner', note: 'Against: Merged in 2016.' })
  })
  it('sums over rows are computed here and skipped', () => {
    expect(run([], [{ owned: 'X', year: '2020', sum: '185.00', rows: 'A 85 | B 100' }]).skipped).toEqual({ 'sum over several rows: computed here, not a statement of a source': 1 })
  })
})
