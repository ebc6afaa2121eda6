import { buildPlaceIndex } from '#analytics/places/place-index.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { exposuresOf } from '../exposures-of.ts'
import { DEFAULT_GRADES } from '../questions/checked-arguments.ts'
import { readSnapshot } from '../read-snapshot.ts'
import { readSettings } from '../settings.ts'
import { openFilledStore, todayOf } from './open-atlas.ts'
import { refuseArguments, runCommand } from './run-command.ts'

/** Writes the exposure of all places to all organisations back into the graph, for people who query it directly. */
await runCommand(async (args) => {
  refuseArguments('index:write', args, 'It is written for today, or for the day in MIRRORPOINT_TODAY.')
  const settings = readSettings()
  const today = todayOf(settings)()
  const store = await openFilledStore(settings, (line) => process.stderr.write(`${line}\n`))
  try {
    const { snapshot } = await readSnapshot(store)
    const view = viewAt(snapshot, { asOf: today, today, grades: DEFAULT_GRADES })
    const index = buildPlaceIndex(view)
    const { run, written } = await store.writeExposures({ dataVersion: snapshot.version, asOf: today, grades: DEFAULT_GRADES }, exposuresOf(view, index))
    await store.durable()
    process.stdout.write(written === 0 ? `Exposures of ${run} are there already.\n` : `${written} exposures of ${index.places.length} places written as EXPOSED_IN, ${run}.\n`)
  } finally {
    await store.close()
  }
  return 0
})
