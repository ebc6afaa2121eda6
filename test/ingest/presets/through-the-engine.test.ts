import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileAt } from '#ingest/formats/input-file.ts'
import { ingestFiles } from '#ingest/ingest.ts'
import type { ImportReport } from '#ingest/report.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'
import { PRESET_FILES, extractFile, outputsOf } from './preset-files.ts'

const clock = () => new Date('2026-11-24T10:00:00Z')

describe('a preset and its file in an empty store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-'))
  const reports = new Map<string, ImportReport>()
  let store: GraphStore
  const ingest = (id: string) => {
    const { preset, files } = PRESET_FILES.find((each) => each.preset.id === id)!
    return ingestFiles({ store, preset, files: files.map(([, extract]) => fileAt(extractFile(extract))), clock })
  }
  beforeAll(async () => {
    store = await openStore({ dataDir })
    await store.migrate()
    for (const { preset } of PRESET_FILES) reports.set(preset.id, await ingest(preset.id))
  })
  afterAll(async () => { await store.close(); rmSync(dataDir, { recursive: true, force: true }) })

  it.each(PRESET_FILES.map((files) => [files.preset.id, files] as const))('%s: the loader refuses nothing the preset lets through', (id, files) => {
    const { read, loaded, rejected, skipped } = reports.get(id)!
    const outputs = outputsOf(files, 'extracts')!
    const sum = (of: (output: (typeof outputs)[number]) => number): number => outputs.reduce((total, output) => total + of(output), 0)
    expect({ read, loaded, rejected, skipped }).toEqual({
      read: sum((output) => output.read), loaded: sum((output) => output.loaded), rejected: sum((output) => output.rejected.length),
      skipped: sum((output) => Object.values(output.skipped).reduce((a, b) => a + b, 0)),
    })
  })
  it.each(PRESET_FILES.map(({ preset }) => preset.id))('%s: read again changes nothing', async (id) => {
    const counts = await store.counts()
    const { nodes, statements } = await ingest(id)
    expect([nodes.created, statements.created]).toEqual([0, 0])
    expect(await store.counts()).toEqual(counts)
  })
  it('says where a terminal lies, who runs it and who that is', async () => {
    const around = await store.statementsOf('smdg:NLRTM/NLMVII')
    expect(new Set(around.filter(({ type }) => type === 'LOCATED_IN').map(({ to }) => to))).toEqual(new Set(['unlocode:NLRTM']))
    expect(new Set(around.filter(({ type }) => type === 'OPERATES').map(({ from }) => from))).toEqual(new Set(['org:zz/apm-terminals', 'org:nl/apm-terminals']))
    expect((await store.statementsOf('org:zz/apm-terminals', { types: ['SAME_AS'] })).map(({ from, to }) => [from, to])).toEqual([['org:zz/apm-terminals', 'org:nl/apm-terminals']])
  })
})
