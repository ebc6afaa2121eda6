import { performance } from 'node:perf_hooks'
import type { BuiltInProgress } from '#datasets/load-built-in.ts'
import { loadBuiltIn } from '#datasets/load-built-in.ts'
import { DATASET_NAMES } from '#datasets/source-list.ts'
import { KnownError } from '#model/known-error.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { StoreOptions } from '#store/open-store.ts'
import { openStore } from '#store/open-store.ts'
import { nearest } from '../nearest.ts'
import type { Settings } from '../settings.ts'

/** Now, or the start of the day the settings fix. */
export const clockOf = ({ today }: Settings) => (): Date => (today === undefined ? new Date() : new Date(`${today}T00:00:00Z`))
/** Today in UTC as the settings see it. */
export const todayOf = (settings: Settings) => (): string => clockOf(settings)().toISOString().slice(0, 10)

/** Where the settings keep the data. */
export function storeOptionsOf({ dataDir, neo4jUri, neo4jUser, neo4jPassword, neo4jDatabase }: Settings): StoreOptions {
  if (neo4jUri === undefined) return { dataDir }
  return {
    dataDir,
    neo4j: {
      uri: neo4jUri,
      user: neo4jUser,
      ...(neo4jPassword === undefined ? {} : { password: neo4jPassword }),
      ...(neo4jDatabase === undefined ? {} : { database: neo4jDatabase }),
    },
  }
}

/**
 * The store the settings name, with the built-in data sets in it; loading them again changes nothing.
 * `say` gets a line for each step.
 * @throws KnownError BAD_SETTING for a data set there is not; what opening a store throws
 */
export async function openFilledStore(settings: Settings, say: (line: string) => void): Promise<GraphStore> {
  for (const name of settings.datasets ?? []) {
    if (DATASET_NAMES.some((known) => known === name)) continue
    throw new KnownError('BAD_SETTING', `MIRRORPOINT_DATASETS names “${name}”; there are ${DATASET_NAMES.join(', ')}, or none.`, { name, near: nearest(name, DATASET_NAMES) })
  }
  const store = await openStore(storeOptionsOf(settings))
  try {
    await loadBuiltIn(store, { clock: clockOf(settings), ...(settings.datasets ? { only: settings.datasets } : {}), onProgress: paced(say) })
    await store.durable()
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

/** The first line of every data set, then one a second: enough to see that it moves. */
function paced(say: (line: string) => void): (progress: BuiltInProgress) => void {
  let dataset = ''
  let said = 0
  return (progress) => {
    const now = performance.now()
    if (progress.dataset === dataset && now - said < 1_000) return
    dataset = progress.dataset
    said = now
    say(progress.text)
  }
}
