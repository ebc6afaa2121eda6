import { KnownError } from '#model/known-error.ts'
import { readBackup } from './backup-lines.ts'
import type { BackupReport } from './backup.ts'
import type { GraphStore, StoreRecord } from './graph-store.ts'

const SLICE = 5_000

/**
 * Restores a backup into an empty store of either engine. The whole file is checked before the first record is written; a
 * restore that is cut leaves an embedded store empty.
 * @throws KnownError BACKUP_DAMAGED, FILE_UNREADABLE, STORE_NOT_EMPTY
 */
export async function restore(store: GraphStore, path: string): Promise<Omit<BackupReport, 'checksum'>> {
  await refuseUnlessEmpty(store)
  for await (const record of readBackup(path)) void record // reads to the checksum at the end
  return store.whole(() => loadAll(store, path))
}

async function loadAll(store: GraphStore, path: string): Promise<Omit<BackupReport, 'checksum'>> {
  const restored = { nodes: 0, statements: 0 }
  let slice: StoreRecord[] = []
  for await (const record of readBackup(path)) {
    restored['node' in record ? 'nodes' : 'statements']++
    slice.push(record)
    if (slice.length < SLICE) continue
    await store.load(slice)
    slice = []
  }
  await store.load(slice)
  await store.durable()
  return restored
}

async function refuseUnlessEmpty(store: GraphStore): Promise<void> {
  const { nodes, statements } = await store.counts()
  const total = [...Object.values(nodes), ...Object.values(statements)].reduce((sum, count) => sum + count, 0)
  if (total > 0) {
    throw new KnownError('STORE_NOT_EMPTY',
      `The store holds ${total} records; a backup is restored into an empty one only. Choose another data folder or database, or empty this one.`, { total })
  }
}
