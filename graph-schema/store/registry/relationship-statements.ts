import type { NodeLabel, StatementType } from '#model/model.ts'
import { STATEMENT_KINDS, statementKindOf } from '#model/model.ts'
import { allProperties, storedShape } from '#model/record.ts'
import { NODE_LABELS, perLabel } from './node-statements.ts'
import { registered, unionOf } from './registered-statement.ts'
import type { PropertyShape, RegisteredStatement } from './registered-statement.ts'

export const STATEMENT_TYPES: readonly StatementType[] = STATEMENT_KINDS.map(({ name }) => name)

/** One value per type, made once from the model. */
export function perType<S>(make: (type: StatementType) => S): (type: StatementType) => S {
  const made = new Map(STATEMENT_TYPES.map((type) => [type, make(type)]))
  return (type) => made.get(type)! // every type of the model has one
}
export const statementShape = perType((type): PropertyShape => storedShape(allProperties(statementKindOf(type))))

/**
 * The end at which a relationship has few neighbours of its type. A merge walks the relationships of the node it is
 * written from: from a holding with 20,000 sites it took 36 times longer than from the sites.
 */
const LOW_DEGREE_END: Readonly<Record<StatementType, 'from' | 'to'>> = {
  OWNS: 'to', OPERATES: 'to', MANAGES: 'to', FINANCES: 'to', SUPPLIES: 'to',
  BRAND_OF: 'from', SOLD_IN: 'from', LOCATED_IN: 'from', PART_OF: 'from', SAME_AS: 'from',
  TWINNED_WITH: 'from', BODY_OF: 'from', FUNDS: 'to', STATES_FIGURE: 'to', DEPENDS_ON: 'from',
}
const pattern = (type: StatementType): string =>
  LOW_DEGREE_END[type] === 'to' ? `(b)<-[o:${type} {key: r.key}]-(a)` : `(a)-[o:${type} {key: r.key}]->(b)`

/** A kind of statement between two labels. Labels are part of the text because only a label leads to an index. */
export interface EndPair { readonly type: StatementType; readonly from: NodeLabel; readonly to: NodeLabel }
const isLabel = (name: string): name is NodeLabel => (NODE_LABELS as readonly string[]).includes(name)
export const END_PAIRS: readonly EndPair[] = STATEMENT_KINDS.flatMap(({ name: type, from, to }) =>
  from.filter(isLabel).flatMap((a) => to.filter(isLabel).map((b): EndPair => ({ type, from: a, to: b }))))
export const endPairName = ({ type, from, to }: EndPair): string => `${type}.${from}.${to}`
const pairNames = new Set(END_PAIRS.map(endPairName))
export const isEndPair = (pair: EndPair): boolean => pairNames.has(endPairName(pair))

function perPair<S>(make: (pair: EndPair) => S): (pair: EndPair) => S {
  const made = new Map(END_PAIRS.map((pair) => [endPairName(pair), make(pair)]))
  return (pair) => {
    const statement = made.get(endPairName(pair))
    if (statement === undefined) throw new Error(`No statement is registered for ${endPairName(pair)}.`)
    return statement
  }
}

const bothEnds = ({ from, to }: EndPair): string => `UNWIND $rows AS r MATCH (a:${from} {id: r.from}) MATCH (b:${to} {id: r.to})`

/** Finds statements by their ends and key: an index look-up in both engines. */
export const findStatements = perPair((pair) => registered({
  id: `statement.find.${endPairName(pair)}`,
  text: `${bothEnds(pair)} MATCH ${pattern(pair.type)} RETURN a.id AS from, b.id AS to, properties(o) AS props`,
  parameters: { rows: { rows: { from: 'string', to: 'string', key: 'string' } } },
  row: { from: 'string', to: 'string', props: { map: statementShape(pair.type) } },
}))

/** `written` below the number of rows means that an end was missing. */
export const upsertStatements = perPair((pair) => registered({
  id: `statement.upsert.${endPairName(pair)}`,
  text: `${bothEnds(pair)} MERGE ${pattern(pair.type)} SET o += r.props RETURN count(*) AS written`,
  parameters: { rows: { rows: { from: 'string', to: 'string', key: 'string', props: { map: statementShape(pair.type) } } } },
  row: { written: 'integer' },
}))

/** Finds statements by key alone: an index look-up on Neo4j; Grafeo has no relationship index and reads all of the type. */
export const statementsByKeys = perType((type) => registered({
  id: `statement.byKeys.${type}`,
  text: `MATCH (a)-[o:${type}]->(b) WHERE o.key IN $keys RETURN a.id AS from, b.id AS to, properties(o) AS props`,
  parameters: { keys: 'strings' },
  row: { from: 'string', to: 'string', props: { map: statementShape(type) } },
}))

// SKIP before RETURN: skipped relationships are passed over without reading their properties.
export const allStatements = perType((type) => registered({
  id: `statement.all.${type}`,
  text: `MATCH (a)-[o:${type}]->(b) WITH a, o, b SKIP $skip LIMIT $limit RETURN a.id AS from, b.id AS to, properties(o) AS props`,
  parameters: { skip: 'integer', limit: 'integer' },
  row: { from: 'string', to: 'string', props: { map: statementShape(type) } },
}))

const anyStatement = unionOf(STATEMENT_TYPES.map(statementShape))
const atParameters = { id: 'string', types: 'strings', limit: 'integer' } as const
const atRow = { type: 'string', from: 'string', to: 'string', props: { map: anyStatement } } as const
const statementsAt = (id: string, path: string): ((label: NodeLabel) => RegisteredStatement<typeof atParameters, typeof atRow>) =>
  perLabel(NODE_LABELS, (label) =>
    registered({
      id: `statement.${id}.${label}`,
      text: `MATCH (n:${label} {id: $id}) MATCH ${path} WHERE type(o) IN $types RETURN type(o) AS type, startNode(o).id AS from, endNode(o).id AS to, o.key AS key, properties(o) AS props ORDER BY key LIMIT $limit`,
      parameters: atParameters,
      row: atRow,
    }),
  )

export const statementsFrom = statementsAt('from', '(n)-[o]->()')
export const statementsTo = statementsAt('to', '(n)<-[o]-()')

export const countStatements = registered({
  id: 'statement.count',
  text: STATEMENT_TYPES.map((type) => `MATCH ()-[o:${type}]->() RETURN '${type}' AS name, count(o) AS total`).join(' UNION ALL '),
  parameters: {},
  row: { name: 'string', total: 'integer' },
})
