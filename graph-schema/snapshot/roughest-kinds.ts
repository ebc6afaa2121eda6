import type { Snapshot } from '#analytics/record/snapshot.ts'
import { decimalsOf } from '#model/values/coordinates.ts'
import { sameRecords } from './same-records.ts'
import { labelCode, typeCode } from './snapshot-codes.ts'

const SAME_AS = typeCode('SAME_AS')

export interface RoughestKinds {
  /** Of a node; undefined for sites nobody compared with another one. */
  readonly of: (node: number) => string | undefined
  /** Things with more than one record. */
  readonly size: number
}

/**
 * The kind, among those of all records of a site that are judged to be the same, whose points are shown most roughly: a second
 * record of homes, called an office, is homes. Time O(statements), space O(sites compared).
 */
export function roughestKinds({ nodes, statements, texts }: Snapshot): RoughestKinds {
  const rootOf = sameRecords(nodes.count, statements)
  const site = labelCode('Site')
  const roughest = new Map<number, string>()
  for (let at = 0; at < statements.count; at++) {
    if (statements.type[at] !== SAME_AS) continue
    for (const node of [statements.from[at]!, statements.to[at]!]) {
      if (nodes.label[node] !== site) continue
      const kind = texts[nodes.kind[node]!]!
      const known = roughest.get(rootOf(node))
      if (known === undefined || decimalsOf(kind) < decimalsOf(known)) roughest.set(rootOf(node), kind)
    }
  }
  return { of: (node) => roughest.get(rootOf(node)), size: roughest.size }
}
