import { constraints } from '#derive/constraints.ts'
import { KnownError } from '#model/known-error.ts'
import type { NodeLabel, StatementType } from '#model/model.ts'
import { MODEL, MODEL_VERSION } from '#model/model.ts'
import { nodeFromStored, statementFromStored } from '#model/record.ts'
import type { StoredStatement } from '#model/record.ts'
import { dropExposures, readExposures, writeExposures } from './derived-exposures.ts'
import type { Engine } from './engine.ts'
import { findByAddress, findByKeys } from './find-statements.ts'
import type { GraphStore, SearchHit, StatementAddress, StoreRecord } from './graph-store.ts'
import { NAMED_LABELS, NODE_LABELS, allNodes, labelsByIds, nodesByIds, searchByPart, searchByPrefix } from './registry/node-statements.ts'
import { STATEMENT_TYPES, allStatements, statementsFrom, statementsTo } from './registry/relationship-statements.ts'
import { STATE_LABEL, beginState, readRevision } from './registry/state-statements.ts'
import { storeCounts } from './store-counts.ts'
import { undoImport } from './undo-import.ts'
import { loadRecords } from './load-records.ts'
import { writeBatch } from './write-batch.ts'
import { WriteQueue, withRetries } from './write-queue.ts'

const STATEMENTS_SHOWN = 1_000

/** The port on top of an engine: all that both engines do alike. */
export function engineStore(engine: Engine): GraphStore {
  const queue = new WriteQueue()
  const { read } = engine
  return {
    engine: engine.name,
    migrate: () => queue.run(() => withRetries(() => migrate(engine))),
    write: (batch, importId) => queue.run(() => writeBatch(engine, batch, importId)),
    undo: (importId) => queue.run(async () => {
      await dropExposures(engine) // a node that only an exposure hangs on has to go
      return undoImport(engine, importId)
    }),
    writeExposures: (made, exposures) => queue.run(() => writeExposures(engine, made, exposures)),
    exposures: (dataVersion, { end, id, limit = STATEMENTS_SHOWN }) => readExposures(read, dataVersion, id, end, limit),
    load: (records) => queue.run(() => loadRecords(engine, records)),
    async nodes(ids) {
      const rows = await read(nodesByIds, { ids: unique(ids) })
      return new Map(rows.map(({ label, props }) => nodeFromStored(label as NodeLabel, props)).map((node) => [node.id, node]))
    },
    async statements(wanted) {
      const found = [
        ...await findByKeys(engine, unique(wanted.filter((one) => typeof one === 'string'))),
        ...await findByAddress(read, wanted.filter((one): one is StatementAddress => typeof one !== 'string')),
      ]
      return new Map(found.map((statement) => [statement.key, statement]))
    },
    statementsOf: (id, options = {}) => statementsOf(engine, id, options.types ?? STATEMENT_TYPES, options.limit ?? STATEMENTS_SHOWN),
    search: (nameKey, { labels = NAMED_LABELS, limit }) => search(engine, nameKey, labels, limit),
    async *allNodes(label) {
      for await (const rows of engine.stream(allNodes(label))) yield rows.map(({ props }) => nodeFromStored(label, props))
    },
    async *allStatements(type) {
      for await (const rows of engine.stream(allStatements(type))) yield rows.map(({ from, to, props }) => statementFromStored(type, from, to, props))
    },
    counts: () => storeCounts(read),
    revision: async () => (await read(readRevision, {}))[0]?.revision ?? 0,
    dump: () => dump(engine),
    whole: (work) => engine.whole(work),
    durable: () => queue.run(() => engine.durable()),
    close: () => queue.run(() => engine.close()),
  }
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @throws KnownError STORE_UNREADABLE when the store was written with another version of the model */
async function migrate(engine: Engine): Promise<void> {
  await engine.migrate([...constraints(MODEL), { kind: 'unique', label: STATE_LABEL, property: 'id' }])
  const [state] = await engine.write((run) => run(beginState, { modelVersion: MODEL_VERSION }))
  if (state !== undefined && state.modelVersion !== MODEL_VERSION) {
    throw new KnownError(
      'STORE_UNREADABLE',
      `The store was written with version ${state.modelVersion} of the model, this program knows version ${MODEL_VERSION}. Use the program it was written with, or start with an empty store.`,
      { stored: state.modelVersion, known: MODEL_VERSION },
    )
  }
}

async function statementsOf(engine: Engine, id: string, types: readonly StatementType[], limit: number): Promise<readonly StoredStatement[]> {
  const labels = await engine.read(labelsByIds, { ids: [id] })
  const found = new Map<string, StoredStatement>() // a statement of a node about itself is found at both ends
  for (const { label } of labels) {
    for (const statement of [statementsFrom(label as NodeLabel), statementsTo(label as NodeLabel)]) {
      const rows = await engine.read(statement, { id, types, limit })
      for (const { type, from, to, props } of rows) {
        const stored = statementFromStored(type as StatementType, from, to, props)
        found.set(stored.key, stored)
      }
    }
  }
  return [...found.values()].sort((a, b) => byText(a.key, b.key)).slice(0, limit)
}

async function search(engine: Engine, nameKey: string, labels: readonly NodeLabel[], limit: number): Promise<readonly SearchHit[]> {
  const named = labels.filter((label) => NAMED_LABELS.includes(label))
  const ask = async (statement: typeof searchByPrefix): Promise<SearchHit[]> => {
    const hits: SearchHit[] = []
    for (const label of named) {
      const rows = await engine.read(statement(label), { nameKey, limit })
      for (const { id, name, props } of rows) hits.push({ id, label, name, country: props['country'] as string | undefined, kind: props['kind'] as string })
    }
    return hits.sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id)).slice(0, limit)
  }
  const first = await ask(searchByPrefix)
  return first.length === limit ? first : [...first, ...await ask(searchByPart)].slice(0, limit)
}

async function* dump(engine: Engine): AsyncIterable<readonly StoreRecord[]> {
  for (const node of NODE_LABELS) {
    for await (const rows of engine.stream(allNodes(node))) yield rows.map(({ props }) => ({ node, properties: props }))
  }
  for (const statement of STATEMENT_TYPES) {
    for await (const rows of engine.stream(allStatements(statement))) yield rows.map(({ from, to, props }) => ({ statement, from, to, properties: props }))
  }
}
