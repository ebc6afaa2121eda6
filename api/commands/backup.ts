import { backup } from '#store/backup.ts'
import { openStore } from '#store/open-store.ts'
import { readSettings } from '../settings.ts'
import { backupFile, factsLine } from './backup-file.ts'
import { storeOptionsOf } from './open-atlas.ts'
import { runCommand } from './run-command.ts'

/** Writes everything in the store to a file that either engine restores. */
await runCommand(async (args) => {
  const file = backupFile('backup', args)
  const store = await openStore(storeOptionsOf(readSettings()))
  try {
    process.stdout.write(await factsLine(`Written to ${file}`, await backup(store, file), store))
  } finally {
    await store.close()
  }
  return 0
})
