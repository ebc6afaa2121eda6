import type { NodeLabel, StatementType } from '#model/model.ts'
import { statementFromStored } from '#model/record.ts'
import type { StoredStatement } from '#model/record.ts'
import type { Engine, Run } from './engine.ts'
import type { StatementAddress } from './graph-store.ts'
import { labelsByIds } from './registry/node-statements.ts'
import type { EndPair } from './registry/relationship-statements.ts'
import { STATEMENT_TYPES, allStatements, endPairName, findStatements, isEndPair, statementsByKeys } from './registry/relationship-statements.ts'

/** Above this many keys, reading every statement once is cheaper than comparing each with a list (Grafeo, measured). */
const LONG_LIST = 200

/** Label of every id that is in the store. */
export async function labelsOf(read: Run, ids: readonly string[]): Promise<Map<string, NodeLabel>> {
  const labels = new Map<string, NodeLabel>()
  for (let start = 0; start < ids.length; start += 10_000) {
    for (const { id, label } of await read(labelsByIds, { ids: ids.slice(start, start + 10_000) })) labels.set(id, label as NodeLabel)
  }
  return labels
}

/** Statements grouped by kind and labels of their ends; those with an unknown end or a pair the model lacks are left out. */
export function groupByEnds<S extends { readonly type: StatementType; readonly from: string; readonly to: string }>(
  statements: readonly S[], labels: ReadonlyMap<string, NodeLabel>,
): { readonly pair: EndPair; readonly members: readonly S[] }[] {
  const groups = new Map<string, { pair: EndPair; members: S[] }>()
  for (const statement of statements) {
    const [from, to] = [labels.get(statement.from), labels.get(statement.to)]
    if (from === undefined || to === undefined) continue
    const pair: EndPair = { type: statement.type, from, to }
    if (!isEndPair(pair)) continue
    const group = groups.get(endPairName(pair))
    if (group === undefined) groups.set(endPairName(pair), { pair, members: [statement] })
    else group.members.push(statement)
  }
  return [...groups.values()]
}

/** Time O(number wanted) on both engines. */
export async function findByAddress(read: Run, wanted: readonly StatementAddress[]): Promise<StoredStatement[]> {
  if (wanted.length === 0) return []
  const labels = await labelsOf(read, [...new Set(wanted.flatMap(({ from, to }) => [from, to]))])
  const found: StoredStatement[] = []
  for (const { pair, members } of groupByEnds(wanted, labels)) {
    const rows = await read(findStatements(pair), { rows: members.map(({ from, to, key }) => ({ from, to, key })) })
    for (const { from, to, props } of rows) found.push(statementFromStored(pair.type, from, to, props))
  }
  return found
}

/** Time O(number wanted) with a relationship index, else O(statements). */
export async function findByKeys(engine: Engine, keys: readonly string[]): Promise<StoredStatement[]> {
  if (keys.length === 0) return []
  if (!engine.hasRelationshipIndex && keys.length > LONG_LIST) return sift(engine, new Set(keys))
  const found: StoredStatement[] = []
  for (const type of STATEMENT_TYPES) {
    if (found.length === keys.length) break
    const rows = await engine.read(statementsByKeys(type), { keys })
    for (const { from, to, props } of rows) found.push(statementFromStored(type, from, to, props))
  }
  return found
}

async function sift(engine: Engine, keys: ReadonlySet<string>): Promise<StoredStatement[]> {
  const found: StoredStatement[] = []
  for (const type of STATEMENT_TYPES) {
    for await (const rows of engine.stream(allStatements(type))) {
      for (const { from, to, props } of rows) {
        if (keys.has(String(props['key']))) found.push(statementFromStored(type, from, to, props))
      }
    }
  }
  return found
}
