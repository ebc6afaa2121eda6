import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { KnownError } from '#model/known-error.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { announceHolder } from '#store/holder.ts'
import { openStore } from '#store/open-store.ts'
import { removeFolders, temporaryFolder } from './engines.ts'
import { HARBOUR, organisation } from './small-world.ts'

// A Neo4j server keeps its own files, and what was committed stays: other processes write to it, too.
const open: GraphStore[] = []
afterEach(async () => { for (const store of open.splice(0)) await store.close() })
afterAll(removeFolders)

describe('The file of the embedded store', () => {
  it('has all that is written as a whole, or nothing of it', async () => {
    const dataDir = temporaryFolder()
    const organisations = async (): Promise<number> => {
      const store = await openStore({ dataDir })
      const { nodes } = await store.counts()
      await store.close()
      return nodes['Organisation'] ?? 0
    }
    type Add = (id: string) => Promise<unknown>
    const writing = async (work: (add: Add) => Promise<unknown>): Promise<string> => {
      const store = await openStore({ dataDir })
      const add: Add = (id) => store.write({ nodes: [organisation(id)], statements: [] }, 'imp:1')
      try {
        await store.whole(() => work(add))
        return 'written'
      } catch (error) {
        await expect(add('org:later')).rejects.toThrow('close the store and open it again') // it would be lost
        return (error as Error).message
      } finally {
        await store.close()
      }
    }
    expect([await writing(async (add) => { await add('org:a'); await add('org:b') }), await organisations()]).toEqual(['written', 2])
    expect([await writing(async (add) => { await add('org:c'); throw new Error('the file changed') }), await organisations()]).toEqual(['the file changed', 2])
    expect([await writing((add) => add('org:d')), await organisations()]).toEqual(['written', 3])
    expect(readdirSync(dataDir)).toEqual(['atlas.grafeo'])
  })

  it.each([['and is gone', false], ['and another one has its number', true]])('is as before after its process was killed while it wrote a whole, %s', async (_name, isReused) => {
    const dataDir = temporaryFolder()
    const first = await openStore({ dataDir })
    await first.write(HARBOUR, 'imp:1')
    const before = await graphChecksum(first)
    await first.close()
    const writer = fork(join(import.meta.dirname, 'holding-process.ts'), [dataDir, 'whole'], { execArgv: ['--import', 'tsx'] })
    for (let acknowledged = 0; acknowledged < 5;) [acknowledged] = (await once(writer, 'message')) as [number]
    writer.kill('SIGKILL')
    await once(writer, 'exit')
    expect(existsSync(join(dataDir, 'atlas.grafeo.before'))).toBe(true)
    if (isReused) announceHolder(dataDir)
    const reopened = await openStore({ dataDir })
    open.push(reopened)
    expect([await graphChecksum(reopened), existsSync(join(dataDir, 'atlas.grafeo.before'))]).toEqual([before, false])
  })

  /** Of the two headers one is written while the other holds: a damaged one counts as not yet written, and the file is as it was before. */
  const HEADERS = 3 * 4_096
  it('says that its file is damaged, and never gives a wrong answer from it', async () => {
    const dataDir = temporaryFolder()
    const path = join(dataDir, 'atlas.grafeo')
    const first = await openStore({ dataDir })
    await first.write(HARBOUR, 'imp:1')
    const whole = await graphChecksum(first)
    await first.close()
    const bytes = readFileSync(path)
    const flipped = (at: number): Buffer => { const damaged = Buffer.from(bytes); damaged[at]! ^= 1 << (at % 8); return damaged }
    const pages = Array.from({ length: bytes.length / 2_048 }, (_, at) => at * 2_048 + (at * 37) % 600).filter((at) => at > HEADERS)
    const damaged = [Buffer.alloc(0), Buffer.from('no store'), Buffer.alloc(bytes.length), bytes.subarray(0, bytes.length / 2), ...pages.map(flipped)]
    const outcomes = new Map<string, number>()
    for (const content of damaged) {
      writeFileSync(path, content)
      const outcome = await openStore({ dataDir }).then(async (store) => {
        try { return await graphChecksum(store) } finally { await store.close() }
      }).catch((error: unknown) => (error instanceof KnownError ? error.code : String(error)))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect([...outcomes.keys()].sort()).toEqual([whole, 'STORE_UNREADABLE'].sort()) // parts of the file hold nothing any more
    expect(outcomes.get('STORE_UNREADABLE')).toBeGreaterThan(4)
  })
})
