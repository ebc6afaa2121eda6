import { KnownError } from '#model/known-error.ts'
import type { NodeLabel, NodeValue, Statement, StatementType } from '#model/model.ts'
import { nodeKindOf, statementKindOf } from '#model/model.ts'
import type { Properties } from '#model/property.ts'
import { allProperties, nodeToStored, statementToStored } from '#model/record.ts'
import type { Stored } from '#model/record.ts'
import { statementKey } from '#model/statement-key.ts'
import type { Batch } from './graph-store.ts'
import { firstNode, mergeNode } from './merge-node.ts'
import { mergeStatement } from './merge-statement.ts'
import { NODE_LABELS, nodeShape, perLabel } from './registry/node-statements.ts'
import { perType, statementShape } from './registry/relationship-statements.ts'
import { idProblem, notStorable, storable } from './storable.ts'

/** A node of a batch, as a value and as it would be stored if nothing was known of it. */
export interface PreparedNode { readonly node: NodeValue; readonly stored: Stored }
export interface PreparedStatement { readonly type: StatementType; readonly from: string; readonly to: string; readonly key: string; readonly stored: Stored }
export interface PreparedBatch { readonly nodes: readonly PreparedNode[]; readonly statements: readonly PreparedStatement[] }

/** Each id and key of a batch once, checked property by property. @throws KnownError NOT_STORABLE, NOT_UNIQUE */
export function prepareBatch({ nodes, statements }: Batch, importId: string): PreparedBatch {
  checkId(importId, 'The import', 'id')
  return { nodes: prepareNodes(nodes), statements: prepareStatements(statements, importId) }
}

function checkId(id: unknown, what: string, property: string): void {
  const problem = idProblem(id)
  if (problem !== undefined) throw notStorable(what, property, problem)
}

export const notUnique = (id: string, one: NodeLabel, other: NodeLabel): KnownError =>
  new KnownError('NOT_UNIQUE', `The id ${id} belongs to a ${one} and cannot be a ${other} too. Give one of the two another id.`, { id, labels: [one, other] })

const requiredOf = (properties: Properties): string[] => Object.entries(properties).filter(([, { required }]) => required).map(([name]) => name)
const requiredOfNode = perLabel(NODE_LABELS, (label) => requiredOf(nodeKindOf(label).properties))
const requiredOfStatement = perType((type) => requiredOf(allProperties(statementKindOf(type))))

function checkRequired(stored: Stored, required: readonly string[], what: string): void {
  const missing = required.find((name) => stored[name] === undefined)
  if (missing !== undefined) throw notStorable(what, missing, 'is missing')
}

/** @throws KnownError NOT_STORABLE */
export const storedNode = (node: NodeValue): Stored => storable(nodeToStored(node), nodeShape(node.label), `${node.label} ${node.id}`)

/** Rows of the batch about one node are merged in their order. */
function prepareNodes(incoming: readonly NodeValue[]): PreparedNode[] {
  const nodes = new Map<string, NodeValue>()
  for (const node of incoming) {
    checkId(node.id, `A node of label ${node.label}`, 'id')
    const before = nodes.get(node.id)
    if (before !== undefined && before.label !== node.label) throw notUnique(node.id, before.label, node.label)
    nodes.set(node.id, before === undefined ? firstNode(node) : mergeNode(before, node))
  }
  return [...nodes.values()].map((node) => {
    const stored = storedNode(node)
    checkRequired(stored, requiredOfNode(node.label), `${node.label} ${node.id}`)
    return { node, stored }
  })
}

function prepareStatements(incoming: readonly Statement[], importId: string): PreparedStatement[] {
  const prepared = new Map<string, PreparedStatement>()
  for (const statement of incoming) {
    const { type, from, to } = statement
    const what = `${type} from ${from} to ${to}`
    checkId(from, what, 'from')
    checkId(to, what, 'to')
    const claim = storable(statementToStored(statement), statementShape(type), what)
    const key = statementKey(statement)
    const stored = { ...claim, key, importIds: [importId] }
    checkRequired(stored, requiredOfStatement(type), what)
    const before = prepared.get(key)
    prepared.set(key, { type, from, to, key, stored: before === undefined ? stored : mergeStatement(before.stored, stored) })
  }
  return [...prepared.values()]
}
