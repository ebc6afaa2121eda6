import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { presetOf } from '#ingest/registry.ts'
import { fileAt } from '#ingest/formats/input-file.ts'
import { ingestFiles, ingestRows } from '#ingest/ingest.ts'
import { sourceFile } from '../source-files.ts'
import type { Atlas } from './atlas.ts'
import { anAtlas, clock, SOURCE } from './atlas.ts'

const OPEN: Atlas[] = []
const atlasOf = async (): Promise<Atlas> => { const one = await anAtlas(); OPEN.push(one); return one }
afterEach(async () => { for (const one of OPEN.splice(0)) await one.close() })

const HEADER = 'owner,owner_kind,owner_country,owned,owned_kind,owned_country,share,as_of,note'
const ROWS = [
  'Alpha Holding NV,company,NL,Beta Terminal BV,company,NL,60,2024,first', 'ALPHA HOLDING N.V.,fund,NL,Beta Terminal BV,,,60,2024,second note', 'Gamma,,,Beta Terminal BV,company,NL,40,2024,', 'Gamma SE,,DE,Delta GmbH,company,DE,100,2023,',
  'Mr John Smith,,,Delta GmbH,,DE,10,2023,', 'Mrs Mary Jones,,,Delta GmbH,,DE,15,2023,', 'private owners (not named),,,Markt,retail chain,NL,,2022,', 'Alpha Holding NV,,NL,Sparkle,brand,,,,', 'Gamma SE,state,,Markt,retail chain,NL,5,2022,', 'Delta GmbH,,DE,Alpha Holding NV,,NL,1,2022,',
]

describe('the same facts', () => {
  let first: string
  beforeEach(async () => {
    const atlas = await atlasOf()
    await atlas.take('ownership', [[HEADER, ...ROWS]])
    first = await atlas.facts()
  })

  it('come from a file read twice, and the second report says so', async () => {
    const atlas = await atlasOf()
    await atlas.take('ownership', [[HEADER, ...ROWS]])
    const again = await atlas.take('ownership', [[HEADER, ...ROWS]])
    expect(again).toMatchObject({ loaded: ROWS.length, rejected: 0, nodes: { created: 0, updated: 0 }, statements: { created: 0, updated: 0 } })
    expect(await atlas.facts()).toBe(first)
  })

  it('come from rows in any order, in one file or in several', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), fc.integer({ min: 0, max: ROWS.length }), async (rows, cut) => {
      const atlas = await anAtlas()
      try {
        await atlas.take('ownership', [[HEADER, ...rows.slice(0, cut)], [HEADER, ...rows.slice(cut)]])
        expect(await atlas.facts()).toBe(first)
      } finally { await atlas.close() }
    }), { seed: 25, numRuns: 12 })
  })

  it('stay when a file without a day is read again on another day', async () => {
    const atlas = await atlasOf()
    const source = { title: SOURCE.title, publisher: SOURCE.publisher, kind: SOURCE.kind }
    await atlas.take('ownership', [[HEADER, ...ROWS]], source)
    const before = await atlas.facts()
    const later = await ingestFiles({
      store: atlas.store, preset: presetOf('ownership'), files: [{ name: 'again.csv', async *bytes() { yield new TextEncoder().encode(`${[HEADER, ...ROWS].join('\n')}\n`) } }], source, clock: () => new Date('2027-05-05T00:00:00Z'),
    })
    expect(later).toMatchObject({ nodes: { created: 0, updated: 0 }, statements: { created: 0, updated: 0 } })
    expect(await atlas.facts()).toBe(before)
  })

  it('are not written by a dry run, which reports the same rows', async () => {
    const atlas = await atlasOf()
    const before = await atlas.facts()
    const report = await ingestFiles({ store: atlas.store, preset: presetOf('ownership'), files: [{ name: 'x.csv', async *bytes() { yield new TextEncoder().encode(`${[HEADER, ...ROWS].join('\n')}\n`) } }], source: SOURCE, dryRun: true, clock })
    expect(report).toMatchObject({ dryRun: true, read: ROWS.length, loaded: ROWS.length, nodes: { created: 0 }, statements: { created: 0 } })
    expect(await atlas.facts()).toBe(before)
  })
})

describe('rows in memory', () => {
  it('of several templates resolve names together', async () => {
    const { store, statements } = await atlasOf()
    const report = await ingestRows({
      store, label: 'demo', clock, tables: [
        { name: 'sites', source: SOURCE, rows: () => [{ template: 'sites', cells: { name: 'Kai', kind: 'port terminal', place_id: 'unlocode:DEHAM', place: 'Hamburg', operator: 'Alpha Port' } }] },
        { name: 'stakes', source: SOURCE, rows: () => [{ template: 'ownership', cells: { owner: 'Beta Holding', owner_kind: 'company', owned: 'Alpha Port', owned_country: 'DE', share: '75 %' } }] },
      ],
    })
    expect(report).toMatchObject({ read: 2, loaded: 2, files: [{ name: 'sites', read: 1 }, { name: 'stakes', read: 1 }] })
    expect((await statements()).find(({ type }) => type === 'OPERATES')?.from).toBe('org:de/alpha-port')
  })
})

const TABLES = ['ports', 'datacentres', 'landlords', 'brands']
const SOURCES = TABLES.flatMap((name) => sourceFile(`curated-ownership/${name}.csv`) ?? [])
const WHOLE = SOURCES.length === TABLES.length
/** Short cited extracts stand in for the tables where those are not at hand. */
const CURATED = WHOLE ? SOURCES : TABLES.map((name) => fileURLToPath(new URL(`../extracts/curated-${name}.csv`, import.meta.url)))

describe('the curated tables', () => {
  it('load as plain ownership, twice, with the sums that disagree named', async () => {
    const { store, facts } = await atlasOf()
    const take = () => ingestFiles({ store, preset: presetOf('ownership'), files: CURATED.map((path) => fileAt(path)), clock })
    const report = await take()
    expect(report).toMatchObject({ loaded: report.read, rejected: 0 })
    if (WHOLE) expect(report.read).toBe(1_092)
    expect(report.notes.some(({ text }) => text.includes('hambantota') && text.includes('185.0 %'))).toBe(WHOLE)
    const before = await facts()
    expect(await take()).toMatchObject({ nodes: { created: 0, updated: 0 }, statements: { created: 0, updated: 0 } })
    expect(await facts()).toBe(before)
  })
})
