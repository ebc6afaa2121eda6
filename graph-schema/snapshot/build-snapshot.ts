import type { Snapshot } from '#analytics/record/snapshot.ts'
import { DOMAINS, GRADES, INTERESTS, JUDGEMENTS, STATUSES } from '#model/code-lists.ts'
import type { CodeList } from '#model/code-lists.ts'
import type { NodeLabel, NodeValue, StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import { FactsChecksum } from '#store/graph-checksum.ts'
import { internedTexts } from './interned-texts.ts'
import type { SnapshotNode } from './node-table.ts'
import { SNAPSHOT_LABELS, nodeTable } from './node-table.ts'
import { packedKeys } from './packed-keys.ts'
import { spreadProtection } from './spread-protection.ts'
import { SNAPSHOT_TYPES, statementTable } from './statement-table.ts'

/** What a snapshot is read from: the two streaming reads of a store, or lists in memory. */
export interface SnapshotSource {
  allNodes(label: NodeLabel): AsyncIterable<readonly NodeValue[]>
  allStatements(type: StatementType): AsyncIterable<readonly StoredStatement[]>
}

const codes = ({ codes: list }: CodeList) => list.map(({ code }) => code)

/**
 * Reads everything on record into typed arrays, in one pass over the store.
 *
 * @param facts gets every node and statement; its digest is the version
 * @throws Error when a statement names a node that the source did not give: the store promises that it does not happen
 * Time O(n) for a store that streams in order of id; space O(n), with no object kept per statement.
 */
export async function buildSnapshot(source: SnapshotSource, facts = new FactsChecksum()): Promise<Snapshot> {
  const texts = internedTexts()
  const { nodes, index } = await readNodes(source, nodeTable(texts), (node) => facts.addNode(node))
  const table = statementTable(texts)
  const keys = packedKeys()
  for (const type of SNAPSHOT_TYPES) {
    for await (const slice of source.allStatements(type)) {
      const from = index.indicesOf(slice.map((statement) => statement.from))
      const to = index.indicesOf(slice.map((statement) => statement.to))
      const sources = index.indicesOf(slice.map(({ sourceId }) => sourceId))
      slice.forEach((statement, at) => {
        if (from[at]! < 0 || to[at]! < 0) throw new Error(`Statement ${statement.key} names ${from[at]! < 0 ? statement.from : statement.to}, which is not among the nodes.`)
        table.add(statement, from[at]!, to[at]!, sources[at]!)
        keys.push(statement.key)
        facts.addStatement(statement)
      })
    }
  }
  const statements = table.finish()
  spreadProtection(nodes, statements)
  return {
    version: facts.digest(), nodes, statements, texts: texts.texts,
    labels: SNAPSHOT_LABELS, types: SNAPSHOT_TYPES, interests: codes(INTERESTS), statuses: codes(STATUSES),
    grades: codes(GRADES), domains: codes(DOMAINS), judgements: codes(JUDGEMENTS),
    indexOf: index.indexOf, keyOf: keys.keyOf, compareKeys: keys.compareKeys,
  }
}

async function readNodes(source: SnapshotSource, table: ReturnType<typeof nodeTable>, counted: (node: NodeValue) => void) {
  for (const label of SNAPSHOT_LABELS) {
    for await (const slice of source.allNodes(label)) {
      for (const node of slice) {
        table.add(node as SnapshotNode) // asked for by label, and Import is not among the labels
        counted(node)
      }
    }
    table.endLabel()
  }
  return table.finish()
}
