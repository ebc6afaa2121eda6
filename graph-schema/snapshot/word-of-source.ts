import type { Disagreement } from '#analytics/record/ownership-view.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { figureOf } from './pair-stake.ts'
import { typeCode } from './snapshot-codes.ts'

const OWNS = typeCode('OWNS')

/**
 * Leaves the word of one source where others say something else: of every interest for which the source gives a figure,
 * and of every interest named in a contradiction in which it has a part, statements of other sources no longer count,
 * be they of the same time or later. Everything the source is silent about stays.
 *
 * @param counts is changed
 * Time O(statements).
 */
export function keepWordOf(snapshot: Snapshot, canonical: Int32Array, disagreements: readonly Disagreement[], source: number, counts: Uint8Array): void {
  const { statements, nodes } = snapshot
  const interestOf = (at: number) => `${canonical[statements.from[at]!]! * nodes.count + canonical[statements.to[at]!]!} ${statements.interest[at]!}`
  const contested = new Set<string>()
  for (let at = 0; at < statements.count; at++) {
    if (
      counts[at] === 1 &&
      statements.type[at] === OWNS &&
      statements.source[at] === source &&
      figureOf(snapshot, at, statements.interest[at]!) !== undefined
    )
      contested.add(interestOf(at))
  }
  for (const { statements: named } of disagreements) {
    if (!named.some((at) => statements.source[at] === source)) continue
    for (const at of named) if (statements.source[at] !== source) contested.add(interestOf(at))
  }
  if (contested.size === 0) return
  for (let at = 0; at < statements.count; at++) {
    if (counts[at] === 1 && statements.type[at] === OWNS && statements.source[at] !== source && contested.has(interestOf(at))) counts[at] = 0
  }
}
