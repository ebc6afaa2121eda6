import { join } from 'node:path'
import { KnownError } from '#model/known-error.ts'
import { bringBackEarlier } from './dialects/earlier-file.ts'
import type { Engine } from './engine.ts'
import { engineStore } from './engine-store.ts'
import type { GraphStore } from './graph-store.ts'
import type { Neo4jServer } from './neo4j-server.ts'
import { announceHolder, readHolder, withdrawHolder } from './holder.ts'

export interface StoreOptions {
  /** Folder of the embedded store; unused with a server. */
  readonly dataDir: string
  /** Present: a Neo4j server; absent: the embedded engine. */
  readonly neo4j?: Neo4jServer
  /** Where this process answers, told to whoever finds the store held. */
  readonly holderUrl?: string
}

/**
 * Opens a store, ready to use: constraints and indexes are there.
 * @throws KnownError STORE_LOCKED, STORE_UNREADABLE (embedded); SERVER_UNREACHABLE within 3 s, WRONG_PASSWORD, BAD_SETTING (server)
 */
export async function openStore({ dataDir, neo4j, holderUrl }: StoreOptions): Promise<GraphStore> {
  const engine = neo4j === undefined ? await openEmbedded(dataDir, holderUrl) : await openServer(neo4j)
  const store = engineStore(engine)
  try {
    await store.migrate()
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

// Loaded on demand: a server needs no native binary, the embedded engine no driver.
async function openServer(server: Neo4jServer): Promise<Engine> {
  const { openNeo4j } = await import('./dialects/neo4j.ts')
  return openNeo4j(server)
}

async function openEmbedded(dataDir: string, holderUrl: string | undefined): Promise<Engine> {
  const { openGrafeo } = await import('./dialects/grafeo.ts')
  if (readHolder(dataDir) === undefined) bringBackEarlier(pathIn(dataDir)) // else whoever holds it may be in the middle of it
  const engine = openHeld(openGrafeo, dataDir)
  announceHolder(dataDir, holderUrl)
  return {
    ...engine,
    async close() {
      withdrawHolder(dataDir) // while the store is still ours: afterwards the file may be the next holder's
      await engine.close()
    },
  }
}

const pathIn = (dataDir: string): string => join(dataDir, 'atlas.grafeo')

function openHeld(open: (path: string) => Engine, dataDir: string): Engine {
  const path = pathIn(dataDir)
  try {
    return open(path)
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'STORE_LOCKED') throw error
    const holder = readHolder(dataDir)
    const who = holder === undefined ? 'another process' : `process ${holder.pid}${holder.url === undefined ? '' : ` (${holder.url})`}`
    throw new KnownError('STORE_LOCKED', `The store ${path} is held by ${who}. Stop it, or use another data folder.`, { path, ...holder }, { cause: error })
  }
}
