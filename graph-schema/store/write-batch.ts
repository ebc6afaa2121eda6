import type { NodeLabel } from '#model/model.ts'
import { statementKindOf } from '#model/model.ts'
import { nodeFromStored } from '#model/record.ts'
import type { Stored } from '#model/record.ts'
import type { Engine, Run } from './engine.ts'
import { groupByEnds, labelsOf } from './find-statements.ts'
import type { Batch, WriteCounts, WriteReport } from './graph-store.ts'
import { mergeNode } from './merge-node.ts'
import { mergeStatement } from './merge-statement.ts'
import { notUnique, prepareBatch, storedNode } from './prepare-batch.ts'
import type { PreparedBatch, PreparedNode, PreparedStatement } from './prepare-batch.ts'
import { nodesByIds, upsertNodes } from './registry/node-statements.ts'
import type { EndPair } from './registry/relationship-statements.ts'
import { findStatements, isEndPair, upsertStatements } from './registry/relationship-statements.ts'
import { countRevision } from './registry/state-statements.ts'
import { inTurn } from './take-turn.ts'
import { unknownEnds } from './unknown-ends.ts'

/** Rows of one transaction: 10,000 fill the heap of a small Neo4j, 1,000 take twice as long. */
const ROWS = 5_000

/** @see GraphStore.write */
export async function writeBatch(engine: Engine, batch: Batch, importId: string): Promise<WriteReport> {
  const prepared = prepareBatch(batch, importId)
  const labels = await labelsAfter(engine, prepared)
  const nodes = await inChunks(prepared.nodes, (chunk) => inTurn(engine, (run) => writeNodes(run, chunk, importId)))
  let statements = NONE
  for (const { pair, members } of groupByEnds(prepared.statements, labels)) {
    statements = sum(statements, await inChunks(members, (chunk) => inTurn(engine, (run) => writeStatements(run, pair, chunk))))
  }
  return { nodes, statements }
}

const NONE: WriteCounts = { created: 0, updated: 0, unchanged: 0 }
const sum = (a: WriteCounts, b: WriteCounts): WriteCounts =>
  ({ created: a.created + b.created, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged })

async function inChunks<R>(rows: readonly R[], write: (chunk: readonly R[]) => Promise<WriteCounts>): Promise<WriteCounts> {
  let total = NONE
  for (let start = 0; start < rows.length; start += ROWS) total = sum(total, await write(rows.slice(start, start + ROWS)))
  return total
}

/** Label of every id the batch names, once it is written. @throws KnownError NOT_UNIQUE, UNKNOWN_ENDS */
async function labelsAfter({ read }: Engine, { nodes, statements }: PreparedBatch): Promise<ReadonlyMap<string, NodeLabel>> {
  const named = new Set([...nodes.map(({ node }) => node.id), ...statements.flatMap(({ from, to }) => [from, to])])
  const labels = await labelsOf(read, [...named])
  for (const { node: { id, label } } of nodes) {
    const before = labels.get(id)
    if (before !== undefined && before !== label) throw notUnique(id, before, label)
    labels.set(id, label)
  }
  const wrong = new Set(statements.flatMap((statement) => wrongEnds(statement, labels)))
  if (wrong.size > 0) throw unknownEnds([...wrong])
  return labels
}

function wrongEnds({ type, from, to }: PreparedStatement, labels: ReadonlyMap<string, NodeLabel>): string[] {
  const [fromLabel, toLabel] = [labels.get(from), labels.get(to)]
  if (fromLabel === undefined || toLabel === undefined) return [from, to].filter((id) => !labels.has(id))
  if (isEndPair({ type, from: fromLabel, to: toLabel })) return []
  const kind = statementKindOf(type)
  return [...(kind.from.includes(fromLabel) ? [] : [from]), ...(kind.to.includes(toLabel) ? [] : [to])]
}

const importIdsOf = (properties: Stored): readonly string[] => (properties['importIds'] ?? []) as readonly string[]
/** Whether two records state the same; which imports brought them is no part of it. */
const sameFacts = (a: Stored, b: Stored): boolean => fingerprint(a) === fingerprint(b)
const fingerprint = (stored: Stored): string =>
  JSON.stringify(Object.entries(stored).filter(([name]) => name !== 'importIds').sort(([a], [b]) => (a < b ? -1 : 1)))

/** Counts a record as created, updated or unchanged, and says whether it has to be written. */
function judge(counts: { -readonly [K in keyof WriteCounts]: number }, before: Stored | undefined, after: Stored): boolean {
  const outcome = before === undefined ? 'created' : sameFacts(before, after) ? 'unchanged' : 'updated'
  counts[outcome]++
  return before === undefined || outcome === 'updated' || importIdsOf(before).length !== importIdsOf(after).length
}

async function writeNodes(run: Run, nodes: readonly PreparedNode[], importId: string): Promise<WriteCounts> {
  const existing = new Map((await run(nodesByIds, { ids: nodes.map(({ node }) => node.id) })).map(({ props }) => [String(props['id']), props]))
  const counts = { ...NONE }
  const changed = new Map<NodeLabel, { id: string; props: Stored }[]>()
  for (const { node, stored } of nodes) {
    const before = existing.get(node.id)
    const facts = before === undefined ? stored : storedNode(mergeNode(nodeFromStored(node.label, before), node))
    const importIds = [...new Set([...(before === undefined ? [] : importIdsOf(before)), importId])].sort()
    const after = { ...facts, importIds }
    if (!judge(counts, before, after)) continue
    const rows = changed.get(node.label)
    if (rows === undefined) changed.set(node.label, [{ id: node.id, props: after }])
    else rows.push({ id: node.id, props: after })
  }
  for (const [label, rows] of changed) await run(upsertNodes(label), { rows })
  if (changed.size > 0) await run(countRevision, {})
  return counts
}

async function writeStatements(run: Run, pair: EndPair, statements: readonly PreparedStatement[]): Promise<WriteCounts> {
  const found = await run(findStatements(pair), { rows: statements.map(({ from, to, key }) => ({ from, to, key })) })
  const existing = new Map(found.map(({ props }) => [String(props['key']), props]))
  const counts = { ...NONE }
  const rows = statements.flatMap(({ from, to, key, stored }) => {
    const before = existing.get(key)
    const props = before === undefined ? stored : mergeStatement(before, stored)
    return judge(counts, before, props) ? [{ from, to, key, props }] : []
  })
  if (rows.length === 0) return counts
  const [outcome] = await run(upsertStatements(pair), { rows })
  if (outcome?.written !== rows.length) throw unknownEnds(rows.flatMap(({ from, to }) => [from, to])) // removed since they were checked
  await run(countRevision, {})
  return counts
}
