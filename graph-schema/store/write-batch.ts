import { KnownError } from '#model/known-error.ts'
import type { NodeLabel, NodeValue, Statement } from '#model/model.ts'
import { nodeKindOf, statementKindOf } from '#model/model.ts'
import { allProperties, nodeFromStored, nodeToStored, statementFromStored, statementToStored } from '#model/record.ts'
import type { Stored, StoredStatement } from '#model/record.ts'
import { statementKey } from '#model/statement-key.ts'
import type { Engine, Run } from './engine.ts'
import { groupByEnds, labelsOf } from './find-statements.ts'
import type { Batch, WriteCounts, WriteReport } from './graph-store.ts'
import { firstNode, mergeNode } from './merge-node.ts'
import { mergeStatement } from './merge-statement.ts'
import { nodeShape, nodesByIds, upsertNodes } from './registry/node-statements.ts'
import type { EndPair } from './registry/relationship-statements.ts'
import { findStatements, isEndPair, statementShape, upsertStatements } from './registry/relationship-statements.ts'
import { countRevision } from './registry/state-statements.ts'
import { idProblem, notStorable, storable } from './storable.ts'
import { inTurn } from './take-turn.ts'
import { unknownEnds } from './unknown-ends.ts'

/** Rows of one transaction: 10,000 fill the heap of a small Neo4j, 1,000 take twice as long. */
const ROWS = 5_000

/** @see GraphStore.write */
export async function writeBatch(engine: Engine, batch: Batch, importId: string): Promise<WriteReport> {
  const problem = idProblem(importId)
  if (problem !== undefined) throw notStorable('The import', 'id', problem)
  const nodes = distinctNodes(batch.nodes)
  const statements = distinctStatements(batch.statements, importId)
  const labels = await labelsAfter(engine, nodes, statements)
  return {
    nodes: sum(await inChunks(nodes, (chunk) => inTurn(engine, (run) => writeNodes(run, chunk, importId)))),
    statements: sum(await inChunks(groupByEnds(statements, labels).flatMap(({ pair, members }) => members.map((statement) => ({ pair, statement }))),
      (chunk) => inTurn(engine, (run) => writeStatements(run, chunk)))),
  }
}

async function inChunks<R>(rows: readonly R[], write: (chunk: readonly R[]) => Promise<WriteCounts>): Promise<WriteCounts[]> {
  const counts: WriteCounts[] = []
  for (let start = 0; start < rows.length; start += ROWS) counts.push(await write(rows.slice(start, start + ROWS)))
  return counts
}
const sum = (counts: readonly WriteCounts[]): WriteCounts => counts.reduce((total, { created, updated, unchanged }) =>
  ({ created: total.created + created, updated: total.updated + updated, unchanged: total.unchanged + unchanged }), { created: 0, updated: 0, unchanged: 0 })

/** Each id once, checked; rows of the batch about one node are merged in their order. */
function distinctNodes(incoming: readonly NodeValue[]): readonly NodeValue[] {
  const nodes = new Map<string, NodeValue>()
  for (const node of incoming) {
    const problem = idProblem(node.id)
    if (problem !== undefined) throw notStorable(`A node of label ${node.label}`, 'id', problem)
    const before = nodes.get(node.id)
    if (before !== undefined && before.label !== node.label) throw notUnique(node.id, before.label, node.label)
    nodes.set(node.id, before === undefined ? firstNode(node) : mergeNode(before, node))
  }
  for (const node of nodes.values()) {
    const what = `${node.label} ${node.id}`
    const stored = storable(nodeToStored(node), nodeShape(node.label), what)
    for (const [name, { required }] of Object.entries(nodeKindOf(node.label).properties)) {
      if (required && stored[name] === undefined) throw notStorable(what, name, 'is missing')
    }
  }
  return [...nodes.values()]
}

/** Each key once, checked. */
function distinctStatements(incoming: readonly Statement[], importId: string): readonly StoredStatement[] {
  const statements = new Map<string, StoredStatement>()
  for (const statement of incoming) {
    const what = `${statement.type} from ${statement.from} to ${statement.to}`
    for (const end of ['from', 'to'] as const) {
      const problem = idProblem(statement[end])
      if (problem !== undefined) throw notStorable(what, end, problem)
    }
    const properties = storable(statementToStored(statement), statementShape(statement.type), what)
    for (const [name, { required, internal }] of Object.entries(allProperties(statementKindOf(statement.type)))) {
      if (required && properties[name] === undefined && !(internal && (name === 'key' || name === 'importIds'))) throw notStorable(what, name, 'is missing')
    }
    const stored: StoredStatement = { ...statement, key: statementKey(statement), importIds: [importId] }
    const before = statements.get(stored.key)
    statements.set(stored.key, before === undefined ? stored : mergeStatement(before, stored))
  }
  return [...statements.values()]
}

const notUnique = (id: string, one: string, other: string): KnownError =>
  new KnownError('NOT_UNIQUE', `The id ${id} belongs to a ${one} and cannot be a ${other} too. Give one of the two another id.`, { id, labels: [one, other] })

/** Label of every id the batch names, once it is written. @throws KnownError NOT_UNIQUE, UNKNOWN_ENDS */
async function labelsAfter(engine: Engine, nodes: readonly NodeValue[], statements: readonly StoredStatement[]): Promise<ReadonlyMap<string, NodeLabel>> {
  const named = new Set([...nodes.map(({ id }) => id), ...statements.flatMap(({ from, to }) => [from, to])])
  const labels = await labelsOf(engine.read, [...named])
  for (const { id, label } of nodes) {
    const before = labels.get(id)
    if (before !== undefined && before !== label) throw notUnique(id, before, label)
    labels.set(id, label)
  }
  const wrong = statements.flatMap((statement) => endProblems(statement, labels))
  if (wrong.length > 0) throw unknownEnds([...new Set(wrong)])
  return labels
}

function endProblems({ type, from, to }: StoredStatement, labels: ReadonlyMap<string, NodeLabel>): string[] {
  const [fromLabel, toLabel] = [labels.get(from), labels.get(to)]
  if (fromLabel === undefined || toLabel === undefined) return [from, to].filter((id) => !labels.has(id))
  if (isEndPair({ type, from: fromLabel, to: toLabel })) return []
  const kind = statementKindOf(type)
  return [...(kind.from.includes(fromLabel) ? [] : [from]), ...(kind.to.includes(toLabel) ? [] : [to])]
}

const importIdsOf = (properties: Stored): readonly string[] => (properties['importIds'] ?? []) as readonly string[]
const sameProperties = (a: Stored, b: Stored): boolean => fingerprint(a) === fingerprint(b)
const fingerprint = (stored: Stored): string =>
  JSON.stringify(Object.entries(stored).filter(([name]) => name !== 'importIds').sort(([a], [b]) => (a < b ? -1 : 1)))

async function writeNodes(run: Run, nodes: readonly NodeValue[], importId: string): Promise<WriteCounts> {
  const existing = new Map((await run(nodesByIds, { ids: nodes.map(({ id }) => id) })).map(({ props }) => [String(props['id']), props]))
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const changed = new Map<NodeLabel, { id: string; props: Stored }[]>()
  for (const node of nodes) {
    const before = existing.get(node.id)
    const merged = before === undefined ? node : mergeNode(nodeFromStored(node.label, before), node)
    const shape = nodeShape(node.label)
    const facts = storable(nodeToStored(merged), shape, `${node.label} ${node.id}`)
    const importIds = before === undefined ? [importId] : [...new Set([...importIdsOf(before), importId])].sort()
    const isSame = before !== undefined && sameProperties(before, facts)
    counts[before === undefined ? 'created' : isSame ? 'unchanged' : 'updated']++
    if (isSame && importIds.length === importIdsOf(before).length) continue
    const rows = changed.get(node.label) ?? []
    rows.push({ id: node.id, props: { ...facts, importIds } })
    changed.set(node.label, rows)
  }
  for (const [label, rows] of changed) await run(upsertNodes(label), { rows })
  if (changed.size > 0) await run(countRevision, {})
  return counts
}

interface PairedStatement { readonly pair: EndPair; readonly statement: StoredStatement }

async function writeStatements(run: Run, paired: readonly PairedStatement[]): Promise<WriteCounts> {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  let isChanged = false
  for (const [pair, statements] of byPair(paired)) {
    const found = await run(findStatements(pair), { rows: statements.map(({ from, to, key }) => ({ from, to, key })) })
    const existing = new Map(found.map(({ from, to, props }) => [String(props['key']), statementFromStored(pair.type, from, to, props)]))
    const rows = statements.flatMap((statement) => {
      const before = existing.get(statement.key)
      const merged = before === undefined ? statement : mergeStatement(before, statement)
      const props = storable(statementToStored(merged), statementShape(pair.type), statement.key)
      const isSame = before !== undefined && sameProperties(statementToStored(before), props)
      counts[before === undefined ? 'created' : isSame ? 'unchanged' : 'updated']++
      if (isSame && merged.importIds.length === before.importIds.length) return []
      return [{ from: statement.from, to: statement.to, key: statement.key, props }]
    })
    if (rows.length === 0) continue
    isChanged = true
    const [outcome] = await run(upsertStatements(pair), { rows })
    if (outcome?.written !== rows.length) throw unknownEnds(rows.flatMap(({ from, to }) => [from, to])) // removed since they were checked
  }
  if (isChanged) await run(countRevision, {})
  return counts
}

function byPair(paired: readonly PairedStatement[]): Map<EndPair, StoredStatement[]> {
  const groups = new Map<EndPair, StoredStatement[]>()
  for (const { pair, statement } of paired) {
    const group = groups.get(pair)
    if (group === undefined) groups.set(pair, [statement])
    else group.push(statement)
  }
  return groups
}
