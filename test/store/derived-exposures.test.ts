import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Exposure } from '#model/derived/exposed-in.ts'
import { backup } from '#store/backup.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import { openGrafeo } from '#store/dialects/grafeo.ts'
import { openNeo4j } from '#store/dialects/neo4j.ts'
import { engineStore } from '#store/engine-store.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { ENGINES, temporaryFolder, titleOf } from './engines.ts'
import { HARBOUR, collect, organisation, owns, refusal } from './small-world.ts'

const exposure = (from: string, more: Partial<Exposure> = {}): Exposure =>
  ({ from, to: 'place:harbour', domain: 'port', measure: 'sites', unit: 'sites', low: 0.5, high: 1, sites: 1, leaf: true, ...more })
const RUN = { dataVersion: 'facts-1', asOf: '2026-11-24', grades: ['register', 'document', 'reported'] } as const
const found = (exposures: readonly Exposure[]) => ({ run: expect.stringMatching(/^run:[0-9a-f]{16}$/) as string, asOf: RUN.asOf, exposures })
const AT_HARBOUR = { end: 'place', id: 'place:harbour' } as const

describe.each(ENGINES.map((engine) => [titleOf(engine), engine] as const))('%s', (_title, engine) => {
  describe.skipIf(engine.missing !== undefined)('keeps what was derived apart from the facts', () => {
    let store: GraphStore
    const filled = async () => {
      store = await engine.empty()
      await store.write(HARBOUR, 'imp:1')
      return store
    }
    afterEach(() => store.close())
    afterAll(() => engine.cleanUp())

    it('gives back the exposures of the complete run, by place and by organisation', async () => {
      await filled()
      expect(await store.exposures('facts-1', AT_HARBOUR)).toBeUndefined()
      expect(await store.writeExposures(RUN, [exposure('org:operator'), exposure('org:holding', { low: 0.25 })])).toMatchObject({ written: 2 })
      expect(await store.exposures('facts-1', AT_HARBOUR)).toEqual(found([exposure('org:holding', { low: 0.25 }), exposure('org:operator')]))
      expect(await store.exposures('facts-1', { end: 'organisation', id: 'org:operator' })).toEqual(found([exposure('org:operator')]))
      expect(await store.writeExposures(RUN, [exposure('org:operator')])).toMatchObject({ written: 0 }) // the run is there
    })

    it('changes neither the version of the facts, nor the revision, nor a backup', async () => {
      await filled()
      const folder = temporaryFolder()
      const seen = async (name: string) => [await graphChecksum(store), await store.revision(), (await backup(store, join(folder, name))).checksum, await store.counts(), await collect(store.dump())]
      const before = await seen('before.ndjson')
      await store.writeExposures(RUN, [exposure('org:operator'), exposure('org:holding')])
      expect(await seen('after.ndjson')).toEqual(before)
      expect((await store.statementsOf('place:harbour')).map(({ type }) => type)).toEqual(['LOCATED_IN'])
    })

    it('never reads an interrupted run, nor one of other facts; the next run clears both away', async () => {
      await filled()
      await store.writeExposures(RUN, [exposure('org:operator')])
      const interrupted = function* () {
        for (let i = 0; i < 5_000; i++) yield exposure('org:holding', { domain: 'port', sites: i })
        throw new Error('power cut')
      }
      await expect(store.writeExposures({ ...RUN, dataVersion: 'facts-2' }, interrupted())).rejects.toThrow('power cut')
      expect(await store.exposures('facts-2', AT_HARBOUR)).toBeUndefined() // not complete
      expect(await store.exposures('facts-1', AT_HARBOUR)).toEqual(found([exposure('org:operator')])) // still the complete one
      expect(await store.writeExposures({ ...RUN, dataVersion: 'facts-2' }, [exposure('org:holding')])).toMatchObject({ written: 1 })
      expect(await store.exposures('facts-2', AT_HARBOUR)).toEqual(found([exposure('org:holding')]))
      expect(await store.exposures('facts-1', AT_HARBOUR)).toBeUndefined() // of facts that are no more
    })

    it('two processes at a time: what is read is all of one of them, or nothing', async () => {
      const folder = temporaryFolder()
      if (engine.kind === 'neo4j') await (await engine.empty()).close()
      const shared = engine.server === undefined ? openGrafeo(join(folder, 'atlas.grafeo')) : await openNeo4j(engine.server)
      store = engineStore(shared)
      const another = engineStore(shared) // as another process would: each has a queue of its own
      await store.migrate()
      await store.write(HARBOUR, 'imp:1')
      const rows = function* (sites: number) {
        for (let i = 0; i < 6_000; i++) yield exposure('org:operator', { domain: `d${i}` as never, sites }) // a row each: the domain is part of its key
      }
      const outcomes = await Promise.allSettled([store.writeExposures(RUN, rows(1)), another.writeExposures({ ...RUN, asOf: '2026-11-25' }, rows(2))])
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'WRITE_CONFLICT', message: expect.stringContaining('Run it again') as string })
      const read = await store.exposures('facts-1', { ...AT_HARBOUR, limit: 10_000 })
      if (read !== undefined) expect([read.exposures.length, new Set(read.exposures.map(({ sites }) => sites)).size]).toEqual([6_000, 1])
      expect(await store.writeExposures({ ...RUN, asOf: '2026-11-26' }, [exposure('org:operator')])).toMatchObject({ written: 1 })
      expect((await store.exposures('facts-1', AT_HARBOUR))?.exposures).toHaveLength(1) // the next one clears away what both left
    })

    it('refuses an exposure of a place that is not there, and leaves nothing to read', async () => {
      await filled()
      expect((await refusal(store.writeExposures(RUN, [exposure('org:nobody')]))).code).toBe('UNKNOWN_ENDS')
      expect(await store.exposures('facts-1', AT_HARBOUR)).toBeUndefined()
    })

    it('is dropped when an import is undone, so that nothing is held by it', async () => {
      await filled()
      await store.write({ nodes: [organisation('org:late')], statements: [owns('org:late', 'org:holding')] }, 'imp:2')
      await store.writeExposures(RUN, [exposure('org:late'), exposure('org:holding')])
      expect(await store.undo('imp:2')).toEqual({ nodesRemoved: 1, statementsRemoved: 1 })
      expect((await store.nodes(['org:late'])).size).toBe(0)
      expect(await store.exposures('facts-1', AT_HARBOUR)).toBeUndefined()
    })
  })
})
