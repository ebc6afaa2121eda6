import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { MODEL_VERSION } from '#model/model.ts'
import { BACKUP_FORMAT, backupLine } from './backup-lines.ts'
import { SetChecksum } from './graph-checksum.ts'
import type { GraphStore } from './graph-store.ts'

export interface BackupReport { readonly nodes: number; readonly statements: number; readonly checksum: string }

/**
 * Writes everything a store holds to a file of lines that either engine restores: a header, one line per node and
 * statement, a trailer with counts and checksum. Compressed when the name ends in `.gz`.
 * The file appears under its name only when it is complete. The same content gives the same checksum on both engines;
 * the lines may stand in another order. Memory stays bounded.
 */
export async function backup(store: GraphStore, path: string): Promise<BackupReport> {
  const part = `${path}.part`
  const counted = { nodes: 0, statements: 0, checksum: '' }
  const zip = path.endsWith('.gz') ? [createGzip()] : []
  try {
    await pipeline([Readable.from(lines(store, counted)), ...zip, createWriteStream(part)])
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await rename(part, path)
  return counted
}

async function* lines(store: GraphStore, counted: { nodes: number; statements: number; checksum: string }): AsyncIterable<string> {
  const checksum = new SetChecksum()
  yield `${JSON.stringify({ format: BACKUP_FORMAT, modelVersion: MODEL_VERSION })}\n`
  for await (const records of store.dump()) {
    const written = records.map(backupLine)
    for (const line of written) checksum.add(line)
    for (const record of records) counted['node' in record ? 'nodes' : 'statements']++
    yield `${written.join('\n')}\n`
  }
  counted.checksum = checksum.digest()
  yield `${JSON.stringify({ end: true, ...counted })}\n`
}
