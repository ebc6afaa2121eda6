import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { KnownError } from '#model/known-error.ts'
import { MODEL_VERSION } from '#model/model.ts'
import { BACKUP_FORMAT, backupLine } from './backup-lines.ts'
import { SetChecksum } from './graph-checksum.ts'
import type { GraphStore } from './graph-store.ts'

/** What a file system answers when a file cannot be made or filled. */
const UNWRITABLE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENAMETOOLONG'])

export interface BackupReport { readonly nodes: number; readonly statements: number; readonly checksum: string }

/**
 * Writes everything a store holds to a file of lines that either engine restores: a header, one line per node and
 * statement, a trailer with counts and checksum. Compressed when the name ends in `.gz`.
 * The file appears under its name only when it is complete. The same content gives the same checksum on both engines;
 * the lines may stand in another order. Memory stays bounded.
 *
 * @throws KnownError FILE_UNREADABLE when the file cannot be written there
 */
export async function backup(store: GraphStore, path: string): Promise<BackupReport> {
  const part = `${path}.part`
  const counted = { nodes: 0, statements: 0, checksum: '' }
  const zip = path.endsWith('.gz') ? [createGzip()] : []
  try {
    await pipeline([Readable.from(lines(store, counted)), ...zip, createWriteStream(part)])
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!UNWRITABLE.has(code)) throw error
    throw new KnownError(
      'FILE_UNREADABLE',
      `The backup cannot be written to ${path} (${code}). Name a file in a folder that exists, may be written to and has room.`,
      { path },
      { cause: error },
    )
  }
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
