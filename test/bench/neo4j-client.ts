import neo4j from 'neo4j-driver'
import { GDS_VERSION, NEO4J_VERSION } from './neo4j-peer.ts'

type Parameters = Readonly<Record<string, unknown>>
/** One row of an answer: what benches ask for are numbers, and lists of them. */
export type Row = Readonly<Record<string, number | readonly number[]>>

/** Rows that one statement writes, ten thousand per transaction; the statement unwinds `$rows`. */
export interface Load {
  readonly write: string
  readonly rows: readonly (readonly (number | string)[])[]
}

/** A Neo4j server as a peer: asked over Bolt, one question after the other. */
export interface Neo4jClient {
  ask(text: string, parameters?: Parameters): Promise<Row[]>
  /** Writes a graph and its indexes, unless the server has it from an earlier round: it has one graph only. */
  load(indexes: readonly string[], loads: () => Iterable<Load>): Promise<void>
  close(): Promise<void>
}

const BATCH = 10_000

/** @throws Error when the server is not of the versions that results are recorded under */
export async function neo4jClient(uri: string, password: string): Promise<Neo4jClient> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true })
  const session = driver.session()
  const ask = async (text: string, parameters: Parameters = {}): Promise<Row[]> => (await session.run(text, parameters)).records.map((record) => record.toObject() as Row) // every question here returns numbers
  const [versions] = (await session.run('CALL dbms.components() YIELD versions RETURN versions[0] AS neo4j, gds.version() AS gds')).records.map((record) => record.toObject())
  if (versions?.['neo4j'] !== NEO4J_VERSION || versions['gds'] !== GDS_VERSION) throw new Error(`The server is ${JSON.stringify(versions)}, not ${NEO4J_VERSION} with ${GDS_VERSION}.`)
  const isLoaded = async () => (await ask('MATCH (graph:Loaded) RETURN count(graph) AS count'))[0]?.['count'] === 1
  const load: Neo4jClient['load'] = async (indexes, loads) => {
    if (await isLoaded()) return
    for (const index of indexes) await ask(index)
    for (const { write, rows } of loads()) for (let at = 0; at < rows.length; at += BATCH) await ask(write, { rows: rows.slice(at, at + BATCH) })
    await ask('CREATE (:Loaded)')
    await ask('CALL db.prepareForReplanning(300)') // else plans are made, and kept, by statistics of an empty store: a hundred times slower
  }
  return { ask, load, close: async () => { await session.close(); await driver.close() } }
}
