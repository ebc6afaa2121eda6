import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { graphql } from 'graphql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildPlaceIndex } from '#analytics/places/place-index.ts'
import { createContext } from '#api/create-context.ts'
import { exposuresOf } from '#api/exposures-of.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { MODEL } from '#model/model.ts'
import type { Statement } from '#model/model.ts'
import { readSnapshot } from '#api/read-snapshot.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'
import { SMALL_WORLD } from './small-world.ts'

const TODAY = '2026-11-23'
const GRADES = ['register', 'document', 'reported'] as const
const schema = buildSchema(MODEL)
const QUESTION = `{ place(id: "unlocode:NLRTM") { writtenExposures(first: 2) { __typename
  ... on Unavailable { message }
  ... on WrittenExposures { totalCount basis { asOf dataVersion parameters { name value } } nodes { organisation { id } place { id } domain low high sites } pageInfo { hasNextPage endCursor } } } } }`

/** Terminal NL also runs the hospital, which is protected by its kind, and an office that its code shows to be water works. */
const runs = (to: string): Statement => ({ ...SMALL_WORLD.statements.find(({ type }) => type === 'OPERATES')!, to }) as Statement // another site, the same kind
const STATEMENTS = [...SMALL_WORLD.statements, runs('org-site:hospital'), runs('org-site:spoofed')]

describe('exposures written back', () => {
  let folder: string
  let store: GraphStore
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-'))
    store = await openStore({ dataDir: folder })
    await store.write({ nodes: SMALL_WORLD.nodes, statements: STATEMENTS }, 'imp:small-world')
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function ask(question = QUESTION): Promise<unknown> {
    const { data, errors } = await graphql({ schema, source: question, contextValue: createContext(await readAtlas(store, () => TODAY), 'one', 60_000) })
    expect(errors).toBeUndefined()
    return JSON.parse(JSON.stringify(data))
  }
  async function computed() {
    const { snapshot } = await readSnapshot(store)
    const view = viewAt(snapshot, { asOf: TODAY, today: TODAY, grades: GRADES })
    return { run: { dataVersion: snapshot.version, asOf: TODAY, grades: GRADES }, exposures: [...exposuresOf(view, buildPlaceIndex(view))] }
  }
  const NONE = { place: { writtenExposures: { __typename: 'Unavailable', message: 'No index of exposures is on record for this version of the data. npm run index:write makes one; sharedAdversaries answers without it.' } } }

  it('are answered page by page, with the run they are of', async () => {
    expect(await ask()).toEqual(NONE)
    const { run, exposures } = await computed()
    await store.writeExposures(run, exposures)
    const nodes = ['BRAND', 'PORT'].map((domain) => ({ organisation: { id: 'org:dk/harbour-group' }, place: { id: 'unlocode:NLRTM' }, domain, low: 1, high: 1, sites: 1 }))
    expect(await ask()).toMatchObject({ place: { writtenExposures: {
      __typename: 'WrittenExposures', totalCount: 5, nodes, pageInfo: { hasNextPage: true, endCursor: 'org:dk/harbour-group unlocode:NLRTM port' },
      basis: { asOf: TODAY, dataVersion: run.dataVersion, parameters: [{ name: 'run' }] },
    } } })
    expect(await ask('{ node(id: "org:us/terminal") { ... on Organisation { writtenExposures { ... on WrittenExposures { nodes { place { id } domain low high } } } } } }')).toEqual({
      node: { writtenExposures: { nodes: ['iso3166:US', 'unlocode:USLAX'].map((id) => ({ place: { id }, domain: 'PORT', low: 1, high: 1 })) } },
    })
  })

  it('leave out what rests on protected sites', async () => {
    const { exposures } = await computed()
    expect(exposures.filter(({ from }) => from === 'org:nl/terminal').map(({ domain }) => domain)).toEqual(['port', 'port'])
  })

  it('of an interrupted run are not there', async () => {
    const { run, exposures } = await computed()
    const interrupted = function* () {
      for (let row = 0; row < 6_000; row++) yield exposures[0]! // more than one batch
      throw new Error('power cut')
    }
    await expect(store.writeExposures(run, interrupted())).rejects.toThrow('power cut')
    expect(await ask()).toEqual(NONE)
  })

  it('of another day say so', async () => {
    const { run, exposures } = await computed()
    const notes = async () => ((await ask('{ place(id: "unlocode:NLRTM") { writtenExposures { ... on WrittenExposures { basis { asOf notes } } } } }')) as { place: { writtenExposures: { basis: { asOf: string; notes: string[] } } } }).place.writtenExposures.basis
    const OLD = 'Computed for 2026-11-20, not for today: what has begun, ended or grown stale since is not in it. npm run index:write makes a new one.'
    await store.writeExposures({ ...run, asOf: '2026-11-20' }, exposures)
    expect(await notes()).toMatchObject({ asOf: '2026-11-20', notes: expect.arrayContaining([OLD]) })
    await store.writeExposures(run, exposures)
    expect((await notes()).notes).not.toContain(OLD)
  })

  it('of other facts are not there', async () => {
    const { run, exposures } = await computed()
    await store.writeExposures(run, exposures)
    expect(await ask()).not.toEqual(NONE)
    const [first] = STATEMENTS
    await store.write({ nodes: [], statements: [{ ...first!, asOf: { text: '2025', precision: 'year' } } as Statement] }, 'imp:later')
    expect(await ask()).toEqual(NONE)
  })
})
