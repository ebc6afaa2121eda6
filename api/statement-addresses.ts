import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { StatementType } from '#model/model.ts'
import type { StatementAddress } from '#store/graph-store.ts'

/** Above this many statements the index would take more memory than it saves time: keys are looked up alone. */
const MOST_INDEXED = 1_000_000

/** A statement with its ends, by key: finding it is then a look-up instead of a scan. About 80 bytes per statement. */
export function statementAddresses({ statements, nodes, types, keyOf }: Snapshot): (key: string) => StatementAddress | string {
  if (statements.count > MOST_INDEXED) return (key) => key
  const indexOf = new Map<string, number>()
  for (let i = 0; i < statements.count; i++) indexOf.set(keyOf(i), i)
  return (key) => {
    const i = indexOf.get(key)
    if (i === undefined) return key
    return { key, type: types[statements.type[i]!] as StatementType, from: nodes.ids[statements.from[i]!]!, to: nodes.ids[statements.to[i]!]! } // types of a snapshot are statement types
  }
}
