import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const NEO4J_VERSION = '5.26.30'
export const GDS_VERSION = '2.13.9'
/** How a peer is named that is Neo4j itself, and one that is its graph library. */
export const NEO4J = `Neo4j Community ${NEO4J_VERSION}`
export const GDS = `Graph Data Science ${GDS_VERSION} on ${NEO4J}`

const ROOT = join(import.meta.dirname, '../..')
const SCRIPT = join(ROOT, 'test/neo4j/neo4j.sh')
const CACHE = process.env['NEO4J_HOME_DIR'] ?? join(ROOT, '.cache/neo4j')
/** Of its own, so that a server of the store tests may run beside it. */
const PORT = '17697'
/** Of this run only; the server listens on the loopback interface and is wiped at the end. */
const PASSWORD = randomBytes(12).toString('hex')
/** Room for every graph of the benches twice over, so that the peer neither reads from disk nor collects garbage all the time. */
const SETTINGS = { NEO4J_VERSION, NEO4J_GDS: GDS_VERSION, NEO4J_BOLT_PORT: PORT, NEO4J_PASSWORD: PASSWORD, NEO4J_HOME_DIR: CACHE, NEO4J_HEAP: '2g', NEO4J_PAGE_CACHE: '1g' }

export const isNeo4jInstalled = (): boolean => existsSync(join(CACHE, `lib-${NEO4J_VERSION}-gds-${GDS_VERSION}`))

function script(action: 'start' | 'wait' | 'wipe' | 'pid'): string {
  const done = spawnSync(SCRIPT, [action], { encoding: 'utf8', env: { ...process.env, ...SETTINGS } })
  if (done.status !== 0) throw new Error(`Neo4j did not ${action}:\n${done.stderr}`)
  return done.stdout.trim()
}

/** What a client needs to reach the server and to read its CPU time. */
export type Neo4jAddress = Readonly<Record<'BENCH_NEO4J_URI' | 'BENCH_NEO4J_PASSWORD' | 'BENCH_NEO4J_PID', string>>
let running: { readonly graph: string; readonly address: Neo4jAddress } | undefined

/**
 * A server that has this graph or nothing at all: the one that runs, if it was started for the same graph, else a new one
 * on an empty store. @throws Error when it does not start
 */
export function neo4jServerFor(graph: string): Neo4jAddress {
  if (running?.graph === graph) return running.address
  stopNeo4jServer()
  script('wipe') // what a run that was cut off left behind
  script('start')
  script('wait')
  const address = { BENCH_NEO4J_URI: `bolt://127.0.0.1:${PORT}`, BENCH_NEO4J_PASSWORD: PASSWORD, BENCH_NEO4J_PID: script('pid') }
  running = { graph, address }
  return address
}

/** Ends the server and deletes its data; nothing to do when none runs. */
export function stopNeo4jServer(): void {
  if (running === undefined) return
  running = undefined
  script('wipe')
}
