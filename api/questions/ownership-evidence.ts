import { row } from '#analytics/rows.ts'
import { nodesReached, unrecordedIn } from '#analytics/unrecorded.ts'
import { monthsBefore, dayNumber } from '#snapshot/day-number.ts'
import { STALE_AFTER_MONTHS } from '#snapshot/in-force.ts'
import type { Unrecorded } from './answers.ts'
import type { Asked } from './asked.ts'

type Direction = 'UP' | 'DOWN'

/** What nobody on record holds, per company with a recorded holder, the target first whether it has one or not. */
export function unrecordedOnTheWay({ view: { stakes }, idOf }: Asked, target: number, direction: Direction): Unrecorded[] {
  const hasHolder = (node: number) => stakes.heldStart[node]! < stakes.heldStart[node + 1]!
  return nodesReached(stakes, target, direction).nodes.filter((node) => node === target || hasHolder(node)).map((node) => ({ node: idOf(node), share: unrecordedIn(stakes, node) }))
}

/** Keys of every statement the numbers rest on: the stakes on the way, nearest first, then the judgements that join their records. */
export function evidence({ view }: Asked, target: number, direction: Direction): string[] {
  const { stakes, stakeStatements, clusters, judgements, snapshot } = view
  const { nodes, entries } = nodesReached(stakes, target, direction)
  const used = new Set<number>()
  for (const entry of entries) for (const statement of row(stakeStatements, entry)) used.add(statement)
  for (const node of nodes) for (const record of clusters.get(node) ?? []) for (const judgement of judgements.get(record) ?? []) used.add(judgement)
  return [...used].map(snapshot.keyOf)
}

const RELATIONS: ReadonlySet<string> = new Set(['OWNS', 'OPERATES', 'MANAGES', 'BRAND_OF'])
const UNSETTLED: ReadonlySet<string> = new Set(['disputed', 'agreed', 'announced'])

/** Keys of statements about a node that do not count, disputed ones first: they are shown, never scored. Time O(statements). */
export function notCounted({ view: { snapshot, canonical }, today }: Asked, node: number): string[] {
  const { statements, statuses, types, keyOf } = snapshot
  const staleBefore = monthsBefore(dayNumber(today), STALE_AFTER_MONTHS)
  const found: { readonly rank: number; readonly key: string }[] = []
  for (let at = 0; at < statements.count; at++) {
    if (canonical[statements.to[at]!] !== node && canonical[statements.from[at]!] !== node) continue
    if (!RELATIONS.has(types[statements.type[at]!]!)) continue
    const status = statuses[statements.status[at]!]!
    const isStale = statements.retrievedOn[at]! < staleBefore
    if (UNSETTLED.has(status) || isStale) found.push({ rank: status === 'disputed' ? 0 : UNSETTLED.has(status) ? 1 : 2, key: keyOf(at) })
  }
  return found.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1)).map(({ key }) => key)
}
