import { runIngest } from '#ingest/command.ts'
import { readSettings } from '../settings.ts'
import { clockOf, openFilledStore } from './open-atlas.ts'
import { runCommand } from './run-command.ts'

/** Reads files into the store the settings name; the built-in data are loaded first, so that places are found. */
await runCommand((args) => {
  const settings = readSettings()
  const { stdout, stderr } = process
  return runIngest(args, { stdout, stderr, clock: clockOf(settings), openStore: () => openFilledStore(settings, (line) => stderr.write(`${line}\n`)) })
})
