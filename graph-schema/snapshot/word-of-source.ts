import type { Disagreement } from '#analytics/ownership-view.ts'
import type { Snapshot } from '#analytics/snapshot.ts'
import { typeCode } from './snapshot-codes.ts'

const OWNS = typeCode('OWNS')

/**
 * Where sources contradict each other, leaves the word of one of them: of every interest named in a contradiction in
 * which the source has a part, statements of other sources no longer count. Everything that is not contested stays.
 *
 * @param counts is changed
 * Time O(statements).
 */
export function keepWordOf({ statements, nodes }: Snapshot, canonical: Int32Array, disagreements: readonly Disagreement[], source: number, counts: Uint8Array): void {
  const interestOf = (at: number) => `${canonical[statements.from[at]!]! * nodes.count + canonical[statements.to[at]!]!} ${statements.interest[at]!}`
  const contested = new Set<string>()
  for (const { statements: named } of disagreements) {
    if (!named.some((at) => statements.source[at] === source)) continue
    for (const at of named) if (statements.source[at] !== source) contested.add(interestOf(at))
  }
  if (contested.size === 0) return
  for (let at = 0; at < statements.count; at++) {
    if (counts[at] === 1 && statements.type[at] === OWNS && statements.source[at] !== source && contested.has(interestOf(at))) counts[at] = 0
  }
}
