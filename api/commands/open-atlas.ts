import { loadBuiltIn } from '#datasets/load-built-in.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'
import type { Settings } from '../settings.ts'

/** Today in UTC, or the day the settings fix. */
export const clockOf = ({ today }: Settings): (() => string) => () => today ?? new Date().toISOString().slice(0, 10)

/**
 * The store the settings name, with the built-in data sets in it. Loading them twice changes nothing.
 * `say` gets a line for each step.
 * @throws KnownError as openStore does
 */
export async function openFilledStore(settings: Settings, say: (line: string) => void): Promise<GraphStore> {
  const store = await openStore({ dataDir: settings.dataDir, ...neo4jOf(settings) })
  try {
    await loadBuiltIn(store, { clock: clockOf(settings), ...(settings.datasets ? { only: settings.datasets } : {}), onProgress: say })
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

export function neo4jOf({ neo4jUri, neo4jUser, neo4jPassword, neo4jDatabase }: Settings) {
  if (neo4jUri === undefined) return {}
  return { neo4j: { uri: neo4jUri, user: neo4jUser, ...(neo4jPassword === undefined ? {} : { password: neo4jPassword }), ...(neo4jDatabase === undefined ? {} : { database: neo4jDatabase }) } }
}
