import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import type { GraphStore } from '#store/graph-store.ts'
import { isAlive } from '#store/holder.ts'
import { openStore } from '#store/open-store.ts'
import type { Neo4jServer } from '#store/neo4j-server.ts'
import { NEO4J_SERVERS, installNeo4j } from '../test-tools.ts'

/** One engine of the contract: how to open an empty store on it, and again the same one. */
export interface TestEngine {
  readonly name: string
  readonly kind: 'grafeo' | 'neo4j'
  /** Set when the engine is not there: what to do about it. */
  readonly missing?: string
  readonly server?: Neo4jServer
  /** An empty store; whatever an earlier test left is gone. */
  empty(): Promise<GraphStore>
  /** A second connection to the store opened last (a server), or the store of a folder (embedded). */
  again(): Promise<GraphStore>
  cleanUp(): Promise<void>
}

const folders: string[] = []
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-store-'))
  folders.push(folder)
  return folder
}
/** Removes every folder of this test file. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

function embedded(): TestEngine {
  let dataDir = ''
  return {
    name: 'Grafeo',
    kind: 'grafeo',
    async empty() {
      dataDir = temporaryFolder()
      return openStore({ dataDir })
    },
    again: () => openStore({ dataDir }),
    cleanUp: async () => removeFolders(),
  }
}

function served({ name, uri, password, version }: (typeof NEO4J_SERVERS)[number]): TestEngine {
  const address = process.env[uri]
  const secret = process.env[password]
  const server: Neo4jServer = { uri: address ?? '', ...(secret === undefined ? {} : { password: secret }) }
  return {
    name,
    kind: 'neo4j',
    server,
    ...(address === undefined ? { missing: installNeo4j({ version, uri }) } : {}),
    async empty() {
      await takeServer(server.uri)
      await wipe(server)
      return openStore({ dataDir: '', neo4j: server })
    },
    again: () => openStore({ dataDir: '', neo4j: server }),
    async cleanUp() {
      await wipe(server)
      leaveServer(server.uri)
    },
  }
}

const lockOf = (uri: string): string => join(tmpdir(), `mirrorpoint-server-${uri.replace(/\W+/g, '-')}`)
const holderOf = (uri: string): string | undefined => {
  try {
    return readFileSync(lockOf(uri), 'utf8')
  } catch {
    return undefined
  }
}

/** Test files run side by side and a server has one database: whoever empties it keeps the others waiting until it is done. */
async function takeServer(uri: string): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lockOf(uri), String(process.pid), { flag: 'wx' })
      return
    } catch {
      const holder = holderOf(uri)
      if (holder === String(process.pid)) return
      if (holder !== undefined && holder !== '' && !isAlive(Number(holder))) rmSync(lockOf(uri), { force: true })
      await new Promise((resolve) => { setTimeout(resolve, 100) })
    }
  }
}
function leaveServer(uri: string): void {
  if (holderOf(uri) === String(process.pid)) rmSync(lockOf(uri), { force: true })
}

/** The test server is ours alone; in slices, because its heap is small. */
async function wipe({ uri, user = 'neo4j', password }: Neo4jServer): Promise<void> {
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic(user, password))
  const session = driver.session()
  try {
    for (const text of ['MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS', 'MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS']) await session.run(text)
  } finally {
    await session.close()
    await driver.close()
  }
}

export const ENGINES: readonly TestEngine[] = [embedded(), ...NEO4J_SERVERS.map(served)]

/** Title of an engine's suite; of a skipped one it says how to run it. */
export const titleOf = ({ name, missing }: TestEngine): string => (missing === undefined ? name : `${name} (not there: ${missing})`)
