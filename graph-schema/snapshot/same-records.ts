import type { StatementColumns } from '#analytics/record/snapshot.ts'
import { joinedNodes } from './joined-nodes.ts'
import { judgementCode, typeCode } from './snapshot-codes.ts'

const SAME_AS = typeCode('SAME_AS')
const SAME = judgementCode('same')

/**
 * Record → one record of everything anybody ever judged to be the same, whatever the grade, the date and later doubts.
 *
 * Only for what protects people: clusters of answers weigh "different" against "same" (`clusters.ts`), but no judgement
 * may lift a protection. Time near O(records + statements).
 */
export function sameRecords(count: number, { type, judgement, from, to, count: statements }: StatementColumns): (node: number) => number {
  const { leaderOf, join } = joinedNodes(count)
  for (let at = 0; at < statements; at++) {
    if (type[at] === SAME_AS && judgement[at] === SAME) join(leaderOf(to[at]!), leaderOf(from[at]!))
  }
  return leaderOf
}
