import type { NodeLabel } from '#model/model.ts'
import type { Engine } from './engine.ts'
import { groupByEnds, labelsOf } from './find-statements.ts'
import type { StoreRecord } from './graph-store.ts'
import { nodeShape, upsertNodes } from './registry/node-statements.ts'
import { statementShape, upsertStatements } from './registry/relationship-statements.ts'
import { countRevision } from './registry/state-statements.ts'
import { idProblem, notStorable, storable } from './storable.ts'
import { inTurn } from './take-turn.ts'
import { unknownEnds } from './unknown-ends.ts'

const ROWS = 5_000

/** @see GraphStore.load */
export async function loadRecords(engine: Engine, records: readonly StoreRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += ROWS) {
    const chunk = records.slice(start, start + ROWS)
    await loadNodes(engine, chunk)
    await loadStatements(engine, chunk)
  }
}

async function loadNodes(engine: Engine, records: readonly StoreRecord[]): Promise<void> {
  const byLabel = new Map<NodeLabel, StoreRecord[]>()
  for (const record of records) {
    if ('node' in record) byLabel.set(record.node, [...byLabel.get(record.node) ?? [], record])
  }
  for (const [label, members] of byLabel) {
    const rows = members.map(({ properties }) => ({ id: checkedId(properties['id'], label), props: storable(properties, nodeShape(label), label) }))
    await inTurn(engine, async (run) => {
      await run(upsertNodes(label), { rows })
      await run(countRevision, {})
    })
  }
}

async function loadStatements(engine: Engine, records: readonly StoreRecord[]): Promise<void> {
  const statements = records.flatMap((record) => ('statement' in record ? [{ type: record.statement, ...record }] : []))
  if (statements.length === 0) return
  const labels = await labelsOf(engine.read, [...new Set(statements.flatMap(({ from, to }) => [from, to]))])
  const groups = groupByEnds(statements, labels)
  if (groups.reduce((total, { members }) => total + members.length, 0) < statements.length) {
    throw unknownEnds(statements.flatMap(({ from, to }) => [from, to]).filter((id) => !labels.has(id)))
  }
  for (const { pair, members } of groups) {
    const rows = members.map(({ from, to, properties }) => {
      const key = checkedId(properties['key'], pair.type)
      return { from, to, key, props: storable(properties, statementShape(pair.type), key) }
    })
    await inTurn(engine, async (run) => {
      await run(upsertStatements(pair), { rows })
      await run(countRevision, {})
    })
  }
}

function checkedId(id: unknown, what: string): string {
  const problem = idProblem(id)
  if (problem !== undefined) throw notStorable(what, 'id', problem)
  return String(id)
}
