import { openStore } from '#store/open-store.ts'
import { restore } from '#store/restore.ts'
import { readSettings } from '../settings.ts'
import { backupFile, factsLine } from './backup-file.ts'
import { storeOptionsOf } from './open-atlas.ts'
import { runCommand } from './run-command.ts'

/** Reads a backup into an empty store, of either engine. */
await runCommand(async (args) => {
  const file = backupFile('restore', args)
  const store = await openStore(storeOptionsOf(readSettings()))
  try {
    process.stdout.write(await factsLine(`Restored from ${file}`, await restore(store, file), store))
  } finally {
    await store.close()
  }
  return 0
})
