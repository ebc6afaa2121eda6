import type { Engine } from './engine.ts'
import type { UndoReport } from './graph-store.ts'
import type { ParametersOf, RegisteredStatement, RowOf } from './registry/registered-statement.ts'
import { NODE_LABELS } from './registry/node-statements.ts'
import { STATEMENT_TYPES } from './registry/relationship-statements.ts'
import { countRevision } from './registry/state-statements.ts'
import { forgetOnNodes, forgetOnStatements, removeNodes, removeStatements } from './registry/undo-statements.ts'
import { storeCounts } from './store-counts.ts'
import { inTurn } from './take-turn.ts'

/** In one statement 100,000 relationships exhaust a Neo4j with 512 MB. */
const SLICE = 10_000

/** @see GraphStore.undo */
export async function undoImport(engine: Engine, importId: string): Promise<UndoReport> {
  const removed = { nodesRemoved: 0, statementsRemoved: 0 }
  let forgotten = 0
  const totals = await storeCounts(engine.read)
  for (const type of STATEMENT_TYPES.filter((type) => totals.statements[type] !== 0)) {
    removed.statementsRemoved += await inSlices(engine, removeStatements(type), { importId, limit: SLICE })
    forgotten += await inSlices(engine, forgetOnStatements(type), { importId, limit: SLICE })
  }
  for (const label of NODE_LABELS.filter((label) => totals.nodes[label] !== 0)) {
    forgotten += await inSlices(engine, forgetOnNodes(label), { importId, limit: SLICE })
    removed.nodesRemoved += await inSlices(engine, removeNodes(label), { limit: SLICE })
  }
  if (removed.nodesRemoved + removed.statementsRemoved + forgotten > 0) await inTurn(engine, (run) => run(countRevision, {}))
  return removed
}

type Changing<P extends RegisteredStatement['parameters']> = RegisteredStatement<P, { readonly changed: 'integer' }>

async function inSlices<P extends RegisteredStatement['parameters']>(engine: Engine, statement: Changing<P>, parameters: ParametersOf<P>): Promise<number> {
  for (let total = 0; ;) {
    const [row] = await inTurn(engine, (run): Promise<RowOf<{ readonly changed: 'integer' }>[]> => run(statement, parameters))
    const changed = row?.changed ?? 0
    total += changed
    if (changed < SLICE) return total
  }
}
