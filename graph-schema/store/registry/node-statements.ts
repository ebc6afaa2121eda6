import type { NodeLabel } from '#model/model.ts'
import { NODE_KINDS, nodeKindOf } from '#model/model.ts'
import { storedShape } from '#model/record.ts'
import { registered, unionOf } from './registered-statement.ts'
import type { PropertyShape } from './registered-statement.ts'

export const NODE_LABELS: readonly NodeLabel[] = NODE_KINDS.map(({ name }) => name)
/** Labels people search by name. */
export const NAMED_LABELS: readonly NodeLabel[] = NODE_KINDS.filter(({ properties }) => 'nameKey' in properties).map(({ name }) => name)

/** One value per label, made once from the model. */
export function perLabel<S>(labels: readonly NodeLabel[], make: (label: NodeLabel) => S): (label: NodeLabel) => S {
  const made = new Map(labels.map((label) => [label, make(label)]))
  return (label) => {
    const statement = made.get(label)
    if (statement === undefined) throw new Error(`No statement is registered for ${label}.`)
    return statement
  }
}

/** Properties of a node as stored: those of the model and, for undo, the imports that brought it. */
export const nodeShape = perLabel(NODE_LABELS, (label): PropertyShape => ({ ...storedShape(nodeKindOf(label).properties), importIds: 'strings' }))
const anyNode = unionOf(NODE_LABELS.map(nodeShape))

// One branch per label: a pattern without a label would read the whole database instead of an index.
const unionAll = (branch: (label: NodeLabel) => string): string => NODE_LABELS.map(branch).join(' UNION ALL ')

export const nodesByIds = registered({
  id: 'node.byIds',
  text: unionAll((label) => `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN '${label}' AS label, properties(n) AS props`),
  parameters: { ids: 'strings' },
  row: { label: 'string', props: { map: anyNode } },
})

export const labelsByIds = registered({
  id: 'node.labels',
  text: unionAll((label) => `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, '${label}' AS label`),
  parameters: { ids: 'strings' },
  row: { id: 'string', label: 'string' },
})

export const countNodes = registered({
  id: 'node.count',
  text: unionAll((label) => `MATCH (n:${label}) RETURN '${label}' AS name, count(n) AS total`),
  parameters: {},
  row: { name: 'string', total: 'integer' },
})

export const upsertNodes = perLabel(NODE_LABELS, (label) => registered({
  id: `node.upsert.${label}`,
  text: `UNWIND $rows AS r MERGE (n:${label} {id: r.id}) SET n += r.props RETURN count(*) AS written`,
  parameters: { rows: { rows: { id: 'string', props: { map: nodeShape(label) } } } },
  row: { written: 'integer' },
}))

// The comparison with '' is always true; it lets Neo4j read its index in order instead of sorting every node.
export const allNodes = perLabel(NODE_LABELS, (label) => registered({
  id: `node.all.${label}`,
  text: `MATCH (n:${label}) WHERE n.id > '' WITH n ORDER BY n.id SKIP $skip LIMIT $limit RETURN n.id AS id, properties(n) AS props ORDER BY id`,
  parameters: { skip: 'integer', limit: 'integer' },
  row: { id: 'string', props: { map: nodeShape(label) } },
}))

const hit = { id: 'string', name: 'string', props: { map: { country: 'string', kind: 'string' } } } as const
const hitColumns = 'n.id AS id, n.name AS name, properties(n) AS props ORDER BY name, id LIMIT $limit'

export const searchByPrefix = perLabel(NAMED_LABELS, (label) => registered({
  id: `node.search.prefix.${label}`,
  text: `MATCH (n:${label}) WHERE n.nameKey STARTS WITH $nameKey RETURN ${hitColumns}`,
  parameters: { nameKey: 'string', limit: 'integer' },
  row: hit,
}))

export const searchByPart = perLabel(NAMED_LABELS, (label) => registered({
  id: `node.search.part.${label}`,
  text: `MATCH (n:${label}) WHERE n.nameKey CONTAINS $nameKey AND NOT n.nameKey STARTS WITH $nameKey RETURN ${hitColumns}`,
  parameters: { nameKey: 'string', limit: 'integer' },
  row: hit,
}))
