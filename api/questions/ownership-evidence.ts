import { row } from '#analytics/parts/rows.ts'
import { nodesReached, unrecordedIn } from '#analytics/ownership/unrecorded.ts'
import { monthsBefore, dayNumber } from '#snapshot/day-number.ts'
import { STALE_AFTER_MONTHS } from '#snapshot/in-force.ts'
import { whyNotCounted } from '#snapshot/why-not-counted.ts'
import type { LeftOutReason, LeftOutStatement, Unrecorded } from './answers.ts'
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
const IN_ORDER: readonly LeftOutReason[] = ['disputed', 'agreed', 'announced', 'overtaken', 'another source', 'stale']

/**
 * Statements about a node that do not count, disputed ones first: they are shown, never scored. Time O(statements).
 * @param source the source whose word was asked for, if any
 */
export function notCounted(asked: Asked, node: number, source?: number): LeftOutStatement[] {
  const { snapshot, canonical } = asked.view
  const { statements, types, keyOf } = snapshot
  const found: LeftOutStatement[] = []
  const isOvertaken = overtakenIn(asked, node)
  for (let at = 0; at < statements.count; at++) {
    const isHeld = canonical[statements.to[at]!] === node
    if (!isHeld && canonical[statements.from[at]!] !== node) continue
    if (!RELATIONS.has(types[statements.type[at]!]!)) continue
    const why = unsettled(asked, at) ?? (isHeld && isOvertaken(at) ? (source === undefined ? 'overtaken' : 'another source') : undefined)
    if (why !== undefined) found.push({ key: keyOf(at), why })
  }
  return found.sort((a, b) => IN_ORDER.indexOf(a.why) - IN_ORDER.indexOf(b.why) || (a.key < b.key ? -1 : 1))
}

function unsettled({ view: { snapshot: { statements, statuses } }, today }: Asked, at: number): LeftOutReason | undefined {
  const status = statuses[statements.status[at]!]!
  if (status === 'disputed' || status === 'agreed' || status === 'announced') return status
  return statements.retrievedOn[at]! < monthsBefore(dayNumber(today), STALE_AFTER_MONTHS) ? 'stale' : undefined
}

/**
 * Whether an interest in a node would hold, had not another source said something later: nobody states its end, so a
 * reader may find it in that source. Where a source replaces its own word, nothing is left to explain.
 */
function overtakenIn({ view, grades, today }: Asked, node: number): (statement: number) => boolean {
  const { snapshot, canonical, stakes, stakeStatements } = view
  const { statements, types } = snapshot
  const used = new Set<number>()
  const sourcesOf = new Map<number, Set<number>>()
  for (let entry = stakes.heldStart[node]!; entry < stakes.heldStart[node + 1]!; entry++) {
    const sources = new Set<number>()
    for (const statement of row(stakeStatements, entry)) {
      used.add(statement)
      sources.add(statements.source[statement]!)
    }
    sourcesOf.set(stakes.holder[entry]!, sources)
  }
  const codes = new Set(grades.map((grade) => snapshot.grades.indexOf(grade)))
  return (at) => types[statements.type[at]!] === 'OWNS' && !used.has(at) && sourcesOf.get(canonical[statements.from[at]!]!)?.has(statements.source[at]!) === false
    && whyNotCounted(snapshot, at, view.asOf, codes, dayNumber(today)) === undefined
}
