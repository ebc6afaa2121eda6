import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction, Transaction } from 'neo4j-driver'
import type { Constraint } from '#derive/constraints.ts'
import { KnownError } from '#model/known-error.ts'
import type { ErrorCode } from '#model/known-error.ts'
import type { StoredType } from '#model/values/value-type.ts'
import type { Engine, Run, SlicedStatement } from '../engine.ts'
import type { Neo4jServer } from '../neo4j-server.ts'
import type { RowOf, Shape } from '../registry/registered-statement.ts'
import { decodeRow, encodeParameters } from '../rows.ts'

/** What an answer may take; the server ends the transaction within about a second of it. */
const ANSWER_MS = 2_000
/** Writes, undo and reading everything: bounded by their slices, so this only ends what hangs. */
const BULK_MS = 600_000
const SLICE = 5_000
/** Together below 3 s: a server that is gone is reported while the reader still waits. */
const CONNECT_MS = 2_000
const ACQUIRE_MS = 2_500
const PATIENCE_MS = 2_900

/**
 * Opens a Neo4j server: single (`bolt://`), cluster or Aura (`neo4j://`, `neo4j+s://`).
 * @throws KnownError SERVER_UNREACHABLE within 3 s, WRONG_PASSWORD, BAD_SETTING
 */
export async function openNeo4j(server: Neo4jServer): Promise<Engine> {
  const driver = connect(server)
  try {
    await within(PATIENCE_MS, driver.verifyConnectivity(server.database === undefined ? {} : { database: server.database }), server.uri)
  } catch (error) {
    void driver.close() // may wait for the server that does not answer
    throw asKnown(error, server)
  }
  return neo4jEngine(driver, server)
}

function connect({ uri, user = 'neo4j', password }: Neo4jServer): Driver {
  try {
    return neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true, // every whole number of ours is below 2^53
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: ACQUIRE_MS,
      maxTransactionRetryTime: 1_000, // lost races are repeated by us, for longer; a server that is gone is not waited for
    })
  } catch (error) {
    throw new KnownError('BAD_SETTING', `The address ${uri} is none of a Neo4j server. Write bolt://host:7687 or neo4j://host:7687.`, { uri }, { cause: error })
  }
}

async function within<T>(milliseconds: number, work: Promise<T>, uri: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable(uri)), milliseconds)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}

const unreachable = (uri: string, cause?: unknown): KnownError =>
  new KnownError('SERVER_UNREACHABLE', `The Neo4j server ${uri} does not answer. Is it running, and is the address right?`, { uri }, { cause })

type Send = Pick<ManagedTransaction, 'run'>

function neo4jEngine(driver: Driver, server: Neo4jServer): Engine {
  const bookmarkManager = neo4j.bookmarkManager() // on a cluster, whoever reads sees what this process wrote
  const session = (defaultAccessMode: 'READ' | 'WRITE') =>
    driver.session({ defaultAccessMode, bookmarkManager, ...(server.database === undefined ? {} : { database: server.database }) })
  const send = (transaction: Send): Run => async (statement, parameters) => {
    const { records } = await transaction.run(neo4jText(statement.text), encodeParameters(statement.parameters, parameters, asDriverValue))
    return records.map((record) => decodeRow(statement, record.toObject()))
  }
  const inSession = async <T>(mode: 'READ' | 'WRITE', work: (opened: ReturnType<typeof session>) => Promise<T>): Promise<T> => {
    const opened = session(mode)
    try {
      return await work(opened)
    } catch (error) {
      throw asKnown(error, server)
    } finally {
      await opened.close().catch(() => undefined) // the outcome is known; a lost connection adds nothing to it
    }
  }
  return {
    name: 'neo4j',
    hasRelationshipIndex: true,
    migrate: (constraints) => inSession('WRITE', async (opened) => {
      // Each in a transaction of its own: Neo4j refuses schema and data in one.
      for (const text of neo4jSchema(constraints)) await opened.run(text, {}, { timeout: BULK_MS })
      await opened.run('CALL db.awaitIndexes(300)', {}, { timeout: BULK_MS })
    }),
    read: (statement, parameters) => twice(() => inSession('READ', (opened) =>
      opened.executeRead((transaction) => send(transaction)(statement, parameters), { timeout: ANSWER_MS }))),
    write: (work) => inSession('WRITE', (opened) => opened.executeWrite((transaction) => work(send(transaction)), { timeout: BULK_MS })),
    async *stream(statement) {
      const opened = session('READ')
      try {
        const transaction = await opened.beginTransaction({ timeout: BULK_MS })
        yield* slices(statement, transaction)
        await transaction.commit()
      } catch (error) {
        throw asKnown(error, server)
      } finally {
        await opened.close().catch(() => undefined) // ends an open transaction, too
      }
    },
    whole: (work) => work(),
    durable: async () => undefined, // a commit is on disk when the server confirms it
    close: () => driver.close(),
  }
}

/** The first time a server sees a statement it spends up to 1.5 s on planning it; the second time it only answers. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof KnownError && error.code === 'TIMED_OUT') return ask()
    throw error
  }
}

/** The driver fetches as it is read from, so one query serves all slices and nothing is skipped. */
async function* slices<R extends Shape>(statement: SlicedStatement<R>, transaction: Transaction): AsyncIterable<RowOf<R>[]> {
  const everything = { skip: 0, limit: Number.MAX_SAFE_INTEGER }
  let rows: RowOf<R>[] = []
  for await (const record of transaction.run(neo4jText(statement.text), encodeParameters(statement.parameters, everything, asDriverValue))) {
    rows.push(decodeRow(statement, record.toObject()))
    if (rows.length < SLICE) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

const SEEK_BY_ID = /MATCH \((\w+):(\w+) \{id: [^}]+\}\)/g
const SEEK_BY_KEY = /(MATCH \(a\)-\[o:(\w+)\]->\(b\))(?= WHERE o\.key IN )/g

/**
 * The shared text with Neo4j's hints (Grafeo has none). While a database fills, its statistics say that every index is
 * empty; the planner then sometimes reads all nodes for each row, and keeps to that plan for ten seconds and more:
 * 16 s instead of 0.1 s for 5,000 rows.
 */
export const neo4jText = (text: string): string =>
  text.replace(SEEK_BY_ID, '$& USING INDEX SEEK $1:$2(id)').replace(SEEK_BY_KEY, '$1 USING INDEX SEEK o:$2(key)')

/** The driver sends every number as a float, which LIMIT and whole numbers do not take. */
const asDriverValue = (value: unknown, type: StoredType): unknown => (type === 'integer' && typeof value === 'number' ? neo4j.int(value) : value)

/** Neo4j's schema: a unique constraint brings its index; statements are found by an index on their key. */
export function neo4jSchema(constraints: readonly Constraint[]): string[] {
  return constraints.map((constraint) => {
    if (constraint.kind === 'relationshipIndex') {
      const { type, property } = constraint
      return `CREATE INDEX ${type.toLowerCase()}_${property.toLowerCase()}_index IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})`
    }
    const { kind, label, property } = constraint
    const name = `${label}_${property}`.toLowerCase()
    return kind === 'index'
      ? `CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`
      : `CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`
  })
}

/** First fitting beginning of a server or driver code decides; by code, because 5.26 gives most errors one GQL status. */
const BY_CODE: readonly (readonly [prefix: string, code: ErrorCode, message: (uri: string) => string])[] = [
  ['Neo.ClientError.Security.', 'WRONG_PASSWORD', (uri) => `The Neo4j server ${uri} refuses the login. Check NEO4J_USER and NEO4J_PASSWORD.`],
  ['Neo.ClientError.Database.DatabaseNotFound', 'BAD_SETTING', (uri) => `The Neo4j server ${uri} has no database of that name. Check NEO4J_DATABASE.`],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', 'NOT_UNIQUE', () => 'A second node with the same id was refused.'],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'TIMED_OUT', () => 'The question took longer than 2 seconds. Ask for less: fewer hops, fewer rows, one place.'],
  ['Neo.TransientError.Transaction.TransactionTimedOut', 'TIMED_OUT', () => 'The question took longer than 2 seconds. Ask for less: fewer hops, fewer rows, one place.'],
  ['Neo.TransientError.', 'WRITE_CONFLICT', () => 'Another writer changed the same record at the same time; try again.'],
  ['Neo.ClientError.Cluster.NotALeader', 'WRITE_CONFLICT', () => 'The cluster chose another leader; try again.'],
  ['SessionExpired', 'WRITE_CONFLICT', () => 'The cluster member left; try again.'],
]

function asKnown(error: unknown, { uri }: Neo4jServer): unknown {
  if (error instanceof KnownError || !(error instanceof neo4j.Neo4jError)) return error
  const { code } = error
  const known = BY_CODE.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return new KnownError(known[1], known[2](uri), { uri, engine: 'neo4j', serverCode: code }, { cause: error })
  return code === 'ServiceUnavailable' || error.message.includes('acquisition timed out') ? unreachable(uri, error) : error
}
