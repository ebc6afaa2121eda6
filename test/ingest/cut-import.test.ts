import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fileOf } from '#ingest/formats/input-file.ts'
import { ingestFiles } from '#ingest/ingest.ts'
import { presetOf } from '#ingest/registry.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'
import { clock } from './atlas.ts'

const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-cut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SOURCE = { title: 'Register', publisher: 'Office', kind: 'register', retrievedOn: '2026-11-01' } as const
const table = (rows: number) => fileOf('owners.csv', ['owner,owned,share', ...Array.from({ length: rows }, (_, at) => `Holder ${at} NV,Works ${at % 50} BV,2`)].join('\n'))
const load = (store: GraphStore, rows: number) => ingestFiles({ store, preset: presetOf('ownership'), files: [table(rows)], source: SOURCE, clock })

async function withStore<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: folder })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
/** A store whose write fails the n-th time, as a full disk makes it fail. */
const failingAt = (store: GraphStore, nth: number): GraphStore => {
  let writes = 0
  return { ...store, write: (batch, importId) => (++writes === nth ? Promise.reject(new Error('no space left')) : store.write(batch, importId)) }
}

describe('an import whose n-th write fails', () => {
  it('leaves the store as it was, for every n, and can be done again', async () => {
    await withStore((store) => load(store, 10))
    const before = await withStore(graphChecksum)
    let writes = 0
    for (let nth = 1; writes === 0; nth++) {
      const outcome = await withStore((store) => load(failingAt(store, nth), 6_000)).then(() => 'loaded', (error: Error) => error.message)
      if (outcome === 'loaded') writes = nth - 1
      else expect([nth, outcome, await withStore(graphChecksum)]).toEqual([nth, 'no space left', before])
    }
    expect(writes).toBeGreaterThanOrEqual(5) // the import, its nodes in two batches, its statements in two
    expect(await withStore(graphChecksum)).not.toBe(before)
    expect((await withStore((store) => load(store, 6_000))).statements).toMatchObject({ created: 0, updated: 0, unchanged: 6_000 })
  })
})
