import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import grafeo from '@grafeo-db/js' // CommonJS: no named exports
import type { QueryResult } from '@grafeo-db/js'
import type { Constraint } from '#derive/constraints.ts'
import { KnownError } from '#model/known-error.ts'
import type { Engine, Run, SlicedStatement } from '../engine.ts'
import type { RowOf, Shape } from '../registry/registered-statement.ts'
import { decodeRow, encodeParameters } from '../rows.ts'
import { bringBackEarlier, forgetEarlier, hasEarlier, keepEarlier } from './earlier-file.ts'

/** Rows of one slice: large enough that skipping costs little, small enough for any machine (about 1 kB each). */
const SLICE = 50_000

type Cypher = (text: string, parameters: Record<string, unknown>) => Promise<QueryResult>

/**
 * Opens the embedded engine on one file. Opening and closing block the thread, so open before listening.
 * It stays in the thread that opened it: ending a worker thread in the middle of a query would abort the process.
 * @throws KnownError STORE_UNREADABLE; STORE_LOCKED without the holder, which the caller knows better
 */
export function openGrafeo(path: string): Engine {
  if (!isMainThread) throw new Error('The embedded store was opened in a worker thread; ending that thread during a query would abort the process.')
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  const database = openLast(path)
  let state: 'all kept' | 'changing' | 'cut' = 'all kept'
  const send = (cypher: Cypher): Run => async (statement, parameters) => {
    try {
      const result = await cypher(statement.text, encodeParameters(statement.parameters, parameters, asItIs))
      return decodeAll(statement, result)
    } catch (error) {
      throw asKnown(error, path)
    }
  }
  return {
    name: 'grafeo',
    hasRelationshipIndex: false,
    async migrate(constraints) {
      for (const text of grafeoSchema(constraints)) await database.executeCypher(text)
    },
    read: send((text, parameters) => database.executeCypher(text, parameters)),
    async write(work) {
      if (state === 'cut') throw new Error(`What was written to ${path} last did not come to its end: close the store and open it again.`)
      const transaction = database.beginTransaction()
      try {
        const result = await work(send((text, parameters) => transaction.executeCypher(text, parameters)))
        transaction.commit()
        return result
      } catch (error) {
        if (transaction.isActive) transaction.rollback()
        throw asKnown(error, path)
      }
    },
    async *stream(statement) {
      const transaction = database.beginTransaction() // one snapshot for all slices, whatever is written meanwhile
      try {
        yield* slices(statement, send((text, parameters) => transaction.executeCypher(text, parameters)))
      } finally {
        if (transaction.isActive) transaction.rollback()
      }
    },
    async whole(work) {
      if (state !== 'all kept') throw new Error(`Nothing else can be kept whole in ${path} while it is ${state}.`)
      guarded(path, () => database.walCheckpoint()) // the file alone holds everything now
      keepEarlier(path)
      state = 'changing'
      try {
        const result = await work()
        guarded(path, () => database.walCheckpoint())
        forgetEarlier(path)
        state = 'all kept'
        return result
      } catch (error) {
        state = 'cut' // the earlier file stays beside it, and is brought back when the store is opened next
        throw error
      }
    },
    async durable() {
      // Commits reach the disk about every 100 ms, the last ones only with the next write: this waits for none.
      guarded(path, () => database.walCheckpoint())
    },
    async close() {
      guarded(path, () => database.close())
    },
  }
}

/** Opens the file if there is one, as it was before what did not come to its end, also where it could not be told whether somebody is still at it. */
function openLast(path: string): ReturnType<typeof grafeo.GrafeoDB.create> {
  const open = () => guarded(path, () => grafeo.GrafeoDB.create(path))
  if (!hasEarlier(path)) return open()
  try {
    open().close() // held by nobody else, if this works
  } catch (error) {
    if (error instanceof KnownError && error.code === 'STORE_LOCKED') throw error // whatever else is wrong with what was cut: it is not needed
  }
  bringBackEarlier(path)
  return open()
}

async function* slices<R extends Shape>(statement: SlicedStatement<R>, run: Run): AsyncIterable<RowOf<R>[]> {
  for (let skip = 0; ; skip += SLICE) {
    const rows = await run(statement, { skip, limit: SLICE })
    if (rows.length > 0) yield rows
    if (rows.length < SLICE) return
  }
}

/**
 * Grafeo's schema: a unique constraint is no index (merging 20,000 nodes took 105 s without, 0.2 s with one), so each
 * gets one of its own, before the constraint. There are no relationship indexes.
 */
export function grafeoSchema(constraints: readonly Constraint[]): string[] {
  return constraints.flatMap((constraint) => {
    if (constraint.kind === 'relationshipIndex') return []
    const { kind, label, property } = constraint
    const name = `${label}_${property}`.toLowerCase()
    const index = `CREATE INDEX ${name}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`
    return kind === 'index' ? [index] : [index, `CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`]
  })
}

/** Plain values go as they are; a whole float becomes an integer inside, which compares and returns alike. */
const asItIs = (value: unknown): unknown => value

// Row by row: all rows of a large result at once took 4 kB each.
function decodeAll<R extends Shape>(statement: { readonly id: string; readonly row: R }, result: QueryResult): RowOf<R>[] {
  return Array.from({ length: result.length }, (_, i) => decodeRow(statement, result.get(i)))
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asKnown(error, path)
  }
}

/** Grafeo has one error class; what went wrong stands in the text, most often with its own code. */
function asKnown(error: unknown, path: string): unknown {
  if (error instanceof KnownError || !(error instanceof Error)) return error
  const says = (part: string) => error.message.includes(part)
  const known = (code: 'STORE_LOCKED' | 'WRITE_CONFLICT' | 'NOT_UNIQUE' | 'STORE_UNREADABLE' | 'FILE_UNREADABLE', message: string) =>
    new KnownError(code, message, { path, engine: 'grafeo' }, { cause: error })
  if (says('cannot be locked')) return known('STORE_LOCKED', `The store ${path} is held by another process.`)
  if (says('GRAFEO-T001')) return known('WRITE_CONFLICT', 'Another writer changed the same record at the same time; try again.')
  if (says('UNIQUE constraint')) return known('NOT_UNIQUE', `A second node with the same id was refused: ${error.message}`)
  if (says('No space left')) return known('FILE_UNREADABLE', `The store ${path} cannot be written: no room is left. Make room and try again; what was written before is there.`)
  if (says('GRAFEO-X') || says('GRAFEO-S') || says('not a database file') || says('cannot open')) { // S: the file is damaged
    return known('STORE_UNREADABLE', `The store ${path} cannot be read: ${error.message}. Move the file away and restore a backup.`)
  }
  return error
}
