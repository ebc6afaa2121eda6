import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHere } from '#api/commands/put-question.ts'
import { askArguments } from '#api/commands/ask-arguments.ts'
import { inWords } from '#api/commands/render/in-words.ts'
import type { Atlas } from '#api/atlas.ts'
import { createContext } from '#api/create-context.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { fileOf } from '#ingest/formats/input-file.ts'
import { ingestFiles } from '#ingest/ingest.ts'
import { presetOf } from '#ingest/registry.ts'
import { MODEL } from '#model/model.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'
import { SMALL_WORLD } from './small-world.ts'

const TODAY = '2026-11-24'
const clock = () => new Date(`${TODAY}T10:00:00Z`)
const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-partners-'))
const schema = buildSchema(MODEL)
const SOURCE = { title: 'Payments over 500', publisher: 'City of Rotterdam', kind: 'company report', retrievedOn: '2026-11-01' } as const
let store: GraphStore
let atlas: Atlas
let importId: string

beforeAll(async () => {
  store = await openStore({ dataDir })
  await store.write({ nodes: SMALL_WORLD.nodes, statements: SMALL_WORLD.statements }, 'imp:small-world')
  const take = (preset: string, lines: readonly string[]) => ingestFiles({ store, preset: presetOf(preset), files: [fileOf(`${preset}.csv`, `${lines.join('\n')}\n`)], clock, source: SOURCE })
  await take('twinnings', ['place_id,partner_id,valid_from', 'unlocode:USLAX,unlocode:NLRTM,1985'])
  importId = (await take('payments', ['payer,payer_kind,payee_id,payee,amount,currency,period,place_id', 'City of Rotterdam,municipality,org:nl/terminal,Terminal NL B.V.,1200.5,EUR,2026-03,unlocode:NLRTM', 'City of Rotterdam,municipality,,Bakery GmbH,80,EUR,2026-03,unlocode:NLRTM'])).importId
  atlas = await readAtlas(store, () => TODAY)
})
afterAll(async () => {
  atlas.stopJobs()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})
const ask = async (...args: string[]) => {
  const asked = askArguments(args)
  const value = await askHere(schema, atlas, asked)
  return { value, words: value?.['message'] === undefined ? inWords(asked, value!) : String(value['message']) }
}

describe('twins, from a file to the terminal', () => {
  it('answers with the four parts, the reasons and the badge of an existing tie', async () => {
    const { value, words } = await ask('twins', 'unlocode:NLRTM', '--languages')
    expect(value).toMatchObject({ __typename: 'Twins', totalCount: 1, items: [{ place: { id: 'unlocode:USLAX' }, rank: 1, balance: expect.any(Number), fit: 0.5, history: { since: '1985-01-01', statements: [{ type: 'TWINNED_WITH', sentence: 'City of Rotterdam states that Rotterdam is twinned with Los Angeles, since 1985.' }] } }] })
    expect(words).toContain('Twins of Rotterdam: 1 of 1')
    expect(words).toContain('Rotterdam and Los Angeles call each other sister, twin or partner since 1985.')
  })
  it('says what cannot be used', async () => {
    expect((await ask('twins', 'unlocode:XXXXX')).value).toMatchObject({ __typename: 'NotFound' })
    expect((await ask('twins', 'unlocode:NLRTM', '--as-of', '1990-01-01')).value).toMatchObject({ __typename: 'InvalidInput', field: 'place' })
    expect(() => askArguments(['twins', 'unlocode:NLRTM', '--time-zones', 'never'])).toThrow('time-zones is overlap or relay')
  })
})

describe('why not, from a store to the terminal', () => {
  it('names the row it stands in, or what is missing', async () => {
    const { value, words } = await ask('whynot', 'org:nl/terminal', 'unlocode:NLRTM', 'unlocode:USLAX')
    expect(value).toMatchObject({ __typename: 'WhyNot', present: false, row: null, reasons: [{ side: 'HERE', code: 'PRESENT', statements: [{ type: 'OPERATES' }] }, { side: 'THERE', code: 'NO_SITE_ON_RECORD' }] })
    expect(words).toContain('Terminal NL B.V. is not in the list.')
    expect((await ask('whynot', 'org:dk/holding', 'unlocode:NLRTM', 'unlocode:USLAX')).words).toContain('A.P. Møller Holding A/S is in the list, row of Harbour Group, rank 1.')
  })
})

describe('own money, from a file to the terminal', () => {
  it('shows the payee that belongs to the group on the ground, by source and by import', async () => {
    const sources = atlas.sources.filter(({ name }) => name === SOURCE.title)
    for (const source of [sources[0]!.id, importId]) {
      const { value, words } = await ask('ownmoney', 'unlocode:NLRTM', source)
      expect(value).toMatchObject({
        __typename: 'OwnMoney', totalCount: 1, payeeCount: 2, linked: [{ kind: 'PAYMENT', currency: 'EUR', amount: 1200.5, lines: 1 }], all: [{ amount: 1280.5 }],
        items: [{ payee: { id: 'org:nl/terminal' }, amounts: [{ statements: [{ type: 'FUNDS', sentence: 'City of Rotterdam states that City of Rotterdam paid EUR 1,200.50, 2026-03, to Terminal NL B.V., 2026-03.' }] }] }],
      })
      expect(words).toContain('Own money of Rotterdam: 1 of 2 payees lead to an organisation on the ground there (EUR 1,200.50 in 1 payment, of EUR 1,280.50 in 2 payments)')
    }
    expect((await ask('ownmoney', 'unlocode:NLRTM', 'imp:small-world')).value).toMatchObject({ __typename: 'InvalidInput', field: 'source' })
    expect((await ask('ownmoney', 'unlocode:NLRTM', 'imp:none')).value).toMatchObject({ __typename: 'NotFound' })
  })
})

describe('an index of places', () => {
  it('is not waited for where the question is refused without it', async () => {
    let prepared = 0
    const context = createContext({ ...atlas, prepareIndex: (when) => { prepared++; return atlas.prepareIndex(when) } }, 'test', 30_000)
    const document = parse('{ twins(place: "nowhere", asOf: "2024-05-01") { __typename } twinMatching(places: ["unlocode:NLRTM"], asOf: "2024-05-01") { __typename } }')
    expect((await execute({ schema, document, contextValue: context })).data).toEqual({ twins: { __typename: 'NotFound' }, twinMatching: { __typename: 'InvalidInput' } })
    expect(prepared).toBe(0)
  })
})

describe('the index written back', () => {
  it('is in the graph for whoever queries it directly, once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-index-'))
    try {
      const filled = await openStore({ dataDir: folder })
      await filled.write({ nodes: SMALL_WORLD.nodes, statements: SMALL_WORLD.statements }, 'imp:small-world')
      await filled.close()
      const write = (...args: string[]) => new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ['--import', 'tsx', 'api/commands/write-index.ts', ...args], { cwd: join(import.meta.dirname, '..', '..'), env: { ...process.env, DATA_DIR: folder, MIRRORPOINT_DATASETS: 'none', MIRRORPOINT_TODAY: TODAY } })
        const said: string[] = []
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))
        child.on('close', () => resolve(said.join('')))
      })
      expect(await write('--as-of', '2020-01-01')).toBe('npm run index:write takes no arguments; not “--as-of 2020-01-01”. It is written for today, or for the day in MIRRORPOINT_TODAY. (BAD_SETTING)\n')
      expect(await write()).toMatch(/^\d+ exposures of 4 places written as EXPOSED_IN, run:[0-9a-f]{16}\.\n$/)
      expect(await write()).toMatch(/^Exposures of run:[0-9a-f]{16} are there already\.\n$/)
      const again = await openStore({ dataDir: folder })
      try {
        const { dataVersion } = await readAtlas(again, () => TODAY)
        const rows = (await again.exposures(dataVersion, { end: 'place', id: 'unlocode:NLRTM' }))?.exposures
        expect(rows!.filter(({ domain }) => domain === 'port').map(({ from, low, high, measure, unit, sites, leaf }) => [from, low, high, measure, unit, sites, leaf])).toEqual(
          ['org:dk/harbour-group', 'org:dk/holding', 'org:nl/terminal'].map((from) => [from, 1, 1, 'capacity', 'TEU/year', 1, true]))
      } finally {
        await again.close()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
