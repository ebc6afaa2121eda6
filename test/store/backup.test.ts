import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { backup } from '#store/backup.ts'
import { restore } from '#store/restore.ts'
import { graphChecksum } from '#store/graph-checksum.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { ENGINES, removeFolders, temporaryFolder } from './engines.ts'
import { HARBOUR, collect, fill, organisation, refusal, sortedLines } from './small-world.ts'

const grafeo = ENGINES[0]!
const folder = temporaryFolder()
const path = (name: string) => join(folder, name)
const opened: GraphStore[] = []
const open = async () => {
  const store = await grafeo.empty()
  opened.push(store)
  return store
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(removeFolders)

const filled = async (): Promise<GraphStore> => fill(await open())

describe('A backup', () => {
  it('goes from the embedded engine into a file and back without a difference', async () => {
    const store = await filled()
    const report = await backup(store, path('first.ndjson'))
    const copy = await open()
    expect(await restore(copy, path('first.ndjson'))).toEqual({ nodes: 6, statements: 6 })
    expect(report).toMatchObject({ nodes: 6, statements: 6 })
    expect((await backup(copy, path('second.ndjson.gz'))).checksum).toBe(report.checksum)
    expect(sortedLines(path('second.ndjson.gz'))).toEqual(sortedLines(path('first.ndjson')))
    expect(await graphChecksum(copy)).toBe(await graphChecksum(store))
    expect(await collect(copy.dump())).toEqual(await collect(store.dump()))
    expect(await copy.undo('imp:1')).toEqual(await store.undo('imp:1')) // who brought what is kept
    expect(await graphChecksum(copy)).toBe(await graphChecksum(store))
  })

  it('is readable text: a header, one record per line, a trailer that counts them', async () => {
    await backup(await filled(), path('text.ndjson'))
    const lines = readFileSync(path('text.ndjson'), 'utf8').split('\n')
    expect(lines[0]).toBe('{"format":"mirrorpoint-backup/1","modelVersion":1}')
    expect(lines[1]).toBe('{"node":"Organisation","properties":{"id":"org:holding","importIds":["imp:1","imp:2"],"kind":"company","name":"Holding","nameKey":"org:holding"}}')
    expect(lines.at(-2)).toMatch(/^\{"end":true,"nodes":6,"statements":6,"checksum":"[0-9a-f]{64}"\}$/)
  })

  it.each(['damaged.ndjson', 'damaged.ndjson.gz'])('with one flipped bit is refused wherever it is, and nothing is restored: %s', async (name) => {
    await backup(await filled(), path(name))
    const whole = readFileSync(path(name))
    const empty = await open()
    // Bytes 4 to 9 of a compressed file hold its time stamp and system, which say nothing about the content.
    const places = [0, 30, Math.floor(whole.length / 3), Math.floor(whole.length / 2), whole.length - 120, whole.length - 6]
    for (const at of places) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 4
      writeFileSync(path(name), changed)
      expect([at, (await refusal(restore(empty, path(name)))).code]).toEqual([at, 'BACKUP_DAMAGED'])
    }
    expect(await collect(empty.dump())).toEqual([])
  })

  it.each(['cut.ndjson', 'cut.ndjson.gz'])('that was cut off is refused: %s', async (name) => {
    await backup(await filled(), path(name))
    const size = readFileSync(path(name)).length
    const empty = await open()
    for (const length of [size - 2, size - 150, Math.floor(size / 2), 60, 0]) {
      truncateSync(path(name), length)
      expect([length, (await refusal(restore(empty, path(name)))).code]).toEqual([length, 'BACKUP_DAMAGED'])
    }
  })

  it('with a line removed, repeated or added is refused', async () => {
    await backup(await filled(), path('lines.ndjson'))
    const lines = readFileSync(path('lines.ndjson'), 'utf8').trimEnd().split('\n')
    const empty = await open()
    for (const changed of [lines.toSpliced(3, 1), lines.toSpliced(3, 0, lines[3]!), [...lines, lines[3]!], lines.toSpliced(2, 1, '{"node":"Person","properties":{}}')]) {
      writeFileSync(path('lines.ndjson'), `${changed.join('\n')}\n`)
      expect((await refusal(restore(empty, path('lines.ndjson')))).code).toBe('BACKUP_DAMAGED')
    }
  })

  it('with a line without end is refused before it fills the memory, packed or not', async () => {
    const store = await open()
    const endless = Buffer.alloc(1 << 28, 'a') // a quarter of a megabyte once it is packed
    for (const [name, content] of [['endless.ndjson', endless], ['endless.ndjson.gz', gzipSync(endless, { level: 1 })]] as const) {
      writeFileSync(path(name), content)
      expect(await refusal(restore(store, path(name)))).toMatchObject({ code: 'BACKUP_DAMAGED', message: expect.stringContaining('has a line of more than 16,777,216 characters') as unknown })
    }
  })
  it('of another version of the model is refused and says which program to use', async () => {
    await backup(await filled(), path('version.ndjson'))
    const text = readFileSync(path('version.ndjson'), 'utf8')
    const empty = await open()
    for (const [version, age] of [[0, 'older'], [2, 'newer']] as const) {
      writeFileSync(path('version.ndjson'), text.replace('"modelVersion":1', `"modelVersion":${version}`))
      const { code, message } = await refusal(restore(empty, path('version.ndjson')))
      expect([code, message]).toEqual(['FILE_UNREADABLE',
        `The backup ${path('version.ndjson')} was made with version ${version} of the model, ${age} than version 1 of this program. Restore it with the program it was made with.`])
    }
    expect((await refusal(restore(empty, path('nowhere.ndjson')))).code).toBe('FILE_UNREADABLE')
  })

  it('is not restored into a store that holds something', async () => {
    const store = await filled()
    await backup(store, path('again.ndjson'))
    const { code, details } = await refusal(restore(store, path('again.ndjson')))
    expect([code, details]).toEqual(['STORE_NOT_EMPTY', { total: 12 }])
  })

  it('leaves no half-written file when it fails', async () => {
    const store = await filled()
    await expect(backup(store, path('no/such/folder.ndjson'))).rejects.toThrow(/ENOENT/)
  })
})

describe('The checksum of the facts', () => {
  it('does not depend on the order or number of imports, and sees every change of a fact', async () => {
    const [one, other] = [await open(), await open()]
    await one.write(HARBOUR, 'imp:1')
    await other.write({ nodes: HARBOUR.nodes.toReversed(), statements: [] }, 'imp:2')
    await other.write({ nodes: [], statements: HARBOUR.statements.toReversed() }, 'imp:3')
    await other.write({ nodes: [{ label: 'Import', id: 'imp:3', name: 'f.csv', preset: 'p', importedAt: '2026-11-24T00:00:00Z', fileSha256: 'x', read: 5, loaded: 5, rejected: 0, skipped: 0 }], statements: [] }, 'imp:3')
    const before = await graphChecksum(one)
    expect(await graphChecksum(other)).toBe(before)
    await other.write({ nodes: [organisation('org:holding', { country: 'DK' })], statements: [] }, 'imp:4')
    expect(await graphChecksum(other)).not.toBe(before)
  })
})
