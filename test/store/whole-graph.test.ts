import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBuiltIn } from '#datasets/load-built-in.ts'
import { backup } from '#store/backup.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import { openStore } from '#store/open-store.ts'
import { restore } from '#store/restore.ts'
import { ENGINES, removeFolders, temporaryFolder } from './engines.ts'
import { sortedLines } from './small-world.ts'

/** Not one of the engines' folders: those go when an engine cleans up. */
const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-whole-'))
const original = join(folder, 'original.ndjson')
/** What anybody can compute with `sort` and `sha256sum`. */
const checksumOf = (path: string): string => createHash('sha256').update(sortedLines(path).join('\n')).digest('hex')
let facts = ''

beforeAll(async () => {
  const store = await openStore({ dataDir: temporaryFolder() })
  await loadBuiltIn(store, { clock: () => new Date('2026-11-24T10:00:00Z') })
  facts = await graphChecksum(store)
  await backup(store, original)
  await store.close()
}, 300_000)
afterAll(() => {
  removeFolders()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(ENGINES)('The whole built-in graph on $name', (engine) => {
  it.skipIf(engine.missing !== undefined)('comes out of a backup as it went in, line for line', async () => {
    const store = await engine.empty()
    const copy = join(folder, 'copy.ndjson.gz')
    try {
      const { nodes, statements } = await restore(store, original)
      expect(nodes).toBeGreaterThan(15_000)
      expect(statements).toBeGreaterThan(15_000)
      await backup(store, copy)
      expect(checksumOf(copy)).toBe(checksumOf(original))
      expect(await graphChecksum(store)).toBe(facts)
    } finally {
      await store.close()
      await engine.cleanUp()
    }
  }, 300_000)
})
