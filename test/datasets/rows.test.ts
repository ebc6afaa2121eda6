import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { madeFiles } from '#datasets/make-rows.ts'
import { DATASET_NAMES, datasetOf } from '#datasets/source-list.ts'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { sourceFile, sourceFolder } from '../source-files.ts'
import { BUILT_IN, fileText, rowFiles, rowsOf, rowsOfTemplate } from './built-in-rows.ts'
import { yearSums } from './year-sums.ts'

const column = (template: string, name: string): readonly string[] => rowsOfTemplate(template).flatMap(({ cells }) => cells[name] ?? [])
const places = new Map(rowsOfTemplate('places').map(({ cells }) => [cells['id']!, cells]))

describe('built-in rows', () => {
  it('are listed in the source.yaml of their folder, file by file', () => {
    for (const name of DATASET_NAMES) expect(datasetOf(name).files.map(({ file }) => file).sort()).toEqual(rowFiles(name))
  })
  it('hold every row of the lists they come from', () => {
    expect(new Set(rowsOf('ports/terminals.csv').map(({ cells }) => cells['id'])).size).toBe(1256)
    expect(new Set(rowsOf('data-centres/data-centres.csv').map(({ cells }) => cells['id'])).size).toBe(1165)
    expect(rowsOf('landlords/north-carolina-companies.csv').length).toBe(310)
    expect(['ports', 'data-centres', 'landlords', 'brands'].map((name) => rowsOf(`${name}/ownership.csv`).length)).toEqual([411, 174, 110, 397])
  })
  it('are files below 2 MB', () => {
    for (const { path } of BUILT_IN) expect(fileText(path).length).toBeLessThan(2_000_000)
  })
  it('are what the publishers’ files give today', () => {
    const folder = sourceFolder()
    const made = folder === undefined ? new Map<string, string>() : madeFiles(folder)
    for (const [path, content] of made) expect(fileText(path) === content, `${path} differs: run npm run datasets:make`).toBe(true)
    expect(made.size === 0 || made.size > BUILT_IN.length).toBe(true)
  }, 60_000)
  it('hold no e-mail address', () => {
    for (const { path } of BUILT_IN) expect(fileText(path)).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}(?=[",\n])/i)
  })
})

describe('curated stakes', () => {
  const stakes = ['ports', 'data-centres', 'landlords', 'brands'].flatMap((name) => rowsOf(`${name}/ownership.csv`))

  it('name organisations of the list, or a holder nobody names', () => {
    const brands = stakes.flatMap(({ cells }) => (cells['owned_kind'] === 'brand' ? [cells['owned']!] : []))
    const known = new Set([...column('organisations', 'name'), ...brands])
    for (const { cells } of stakes) {
      expect(known).toContain(cells['owned'])
      if (cells['owner_kind'] !== 'opaque owner') expect(known).toContain(cells['owner'])
    }
  })
  it('have one id per name and one name per id', () => {
    const ends = stakes.flatMap(({ cells }) => [[cells['owner'], cells['owner_id']], [cells['owned'], cells['owned_id']]]).filter(([, id]) => id !== undefined)
    expect(new Set(ends.map(([name]) => name)).size).toBe(new Set(ends.map(([, id]) => id)).size)
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(new Set(ends.map(([, id]) => id)).size)
  })
  it('have dates of the calendar, in order, and shares from 0 to 100, in order', () => {
    for (const { cells } of [...stakes, ...rowsOfTemplate('sites')]) {
      for (const name of ['valid_from', 'valid_to', 'as_of', 'retrieved_on']) if (cells[name] !== undefined) expect(parseImpreciseDate(cells[name]), cells[name]).toBeDefined()
      const size = Math.min(cells['valid_from']?.length ?? 0, cells['valid_to']?.length ?? 0)
      expect((cells['valid_from'] ?? '').slice(0, size) <= (cells['valid_to'] ?? '').slice(0, size)).toBe(true)
      const bound = (text: string | undefined, none: number) => (text === undefined ? none : Number(text.replace(/^[<>]/, '')))
      const [low, high] = [bound(cells['share_min'], 0), bound(cells['share_max'], 100)]
      expect(low >= 0 && low <= high && high <= 100 && Number(cells['share'] ?? 0) <= 100).toBe(true)
    }
  })
  it('cite a page each', () => {
    for (const { cells } of stakes) expect(cells['source_url']).toMatch(/^https?:\/\/[^\s/]+/)
  })
  // HIPG: 85 directly and through a subsidiary + 15; Hapag-Lloyd: the city and its holding; RSGT: COSCO and Sound Joyce.
  it('add up to more than 100.5 % only where an indirect stake stands beside the direct one', () => {
    const years = (owned: string, first: number, last: number, sum: number) => Array.from({ length: last - first + 1 }, (_, i) => ({ owned, year: String(first + i), sum }))
    expect(yearSums(stakes, 100.5).map((each) => ({ ...each, sum: Math.round(each.sum * 100) / 100 }))).toEqual([
      ...years('Hambantota International Port Group (HIPG)', 2020, 2026, 185), ...years('Hapag-Lloyd', 2024, 2026, 110.3), ...years('Red Sea Gateway Terminal (RSGT)', 2021, 2026, 120),
    ])
  })
  it('add up as the list of conflicts of the collection says', () => {
    const path = sourceFile('curated-ownership/conflicts.csv')
    const listed = path === undefined ? undefined : Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), { header: true }).data.map(({ owned, year, sum }) => [owned, year, sum])
    const found = yearSums(stakes, 100.5).map(({ owned, year, sum }) => [owned, year, sum.toFixed(2)])
    expect(found).toEqual(listed ?? found)
  })
})

describe('places', () => {
  it('lie in places of the list, up to a country', () => {
    for (const cells of places.values()) {
      if (cells['kind'] === 'country') expect(cells['part_of']).toBeUndefined()
      else expect(places.has(cells['part_of'] ?? ''), cells['id']).toBe(true)
    }
  })
  it('are there for every site and presence', () => {
    for (const template of ['sites', 'brand-presence']) for (const { cells } of rowsOfTemplate(template)) expect(places.has(cells['place_id'] ?? ''), cells['place_id']).toBe(true)
  })
  it('name all 734 codes of the terminal list, 43 of them after the nearest town and 4 by nothing but the code', () => {
    const codes = [...new Set(rowsOf('ports/terminals.csv').map(({ cells }) => cells['place_id']!))]
    const names = codes.map((code) => places.get(code)!['name']!)
    expect([codes.length, names.filter((name) => name.startsWith('near ')).length, names.filter((name, i) => codes[i] === `unlocode:${name}`).length]).toEqual([734, 43, 4])
  })
  it('have the ids and names the contract promises', () => {
    expect(['unlocode:NLRTM', 'unlocode:USLAX', 'unlocode:USATL', 'unlocode:USCLT', 'unlocode:SEMMA', 'geonames:2950159', 'fips:51107', 'fips:04013', 'fips:06037', 'iso3166:NL', 'iso3166:US-CA', 'iso3166:AT'].map((id) => places.get(id)?.['name']))
      .toEqual(['Rotterdam', 'Los Angeles', 'Atlanta', 'Charlotte', 'Malmö', 'Berlin', 'Loudoun County', 'Maricopa County', 'Los Angeles County', 'Netherlands', 'California', 'Austria'])
  })
  it('of the United States lie in a county, then a state', () => {
    const chain = (id: string): readonly string[] => (places.get(id)?.['part_of'] === undefined ? [id] : [id, ...chain(places.get(id)!['part_of']!)])
    expect(chain('unlocode:USLAX')).toEqual(['unlocode:USLAX', 'fips:06037', 'iso3166:US-CA', 'iso3166:US'])
    expect(chain('geonames:4744870')).toEqual(['geonames:4744870', 'fips:51107', 'iso3166:US-VA', 'iso3166:US'])
    expect(chain('area:gb/london-east-village')).toEqual(['area:gb/london-east-village', 'unlocode:GBLON', 'iso3166:GB'])
  })
})
