import type { Snapshot } from '#analytics/record/snapshot.ts'
import { decimalsOf } from '#model/values/coordinates.ts'
import { sameRecords } from './same-records.ts'
import { labelCode, typeCode } from './snapshot-codes.ts'

const SAME_AS = typeCode('SAME_AS')

export interface RoughestKinds {
  /** Of a node; undefined where its records agree, or there is only one. */
  readonly of: (node: number) => string | undefined
  /** Things whose records do not agree. */
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
  const differing = new Set<number>()
  for (let at = 0; at < statements.count; at++) {
    if (statements.type[at] !== SAME_AS) continue
    for (const node of [statements.from[at]!, statements.to[at]!]) {
      if (nodes.label[node] !== site) continue
      const kind = texts[nodes.kind[node]!]!
      const root = rootOf(node)
      const known = roughest.get(root)
      if (known !== undefined && decimalsOf(kind) !== decimalsOf(known)) differing.add(root)
      if (known === undefined || decimalsOf(kind) < decimalsOf(known)) roughest.set(root, kind)
    }
  }
  return { of: (node) => (differing.has(rootOf(node)) ? roughest.get(rootOf(node)) : undefined), size: differing.size }
}
