import type { Links } from '#analytics/ownership-view.ts'
import { rowsFrom, rowsOfLists } from '#analytics/rows.ts'
import type { Snapshot } from '#analytics/snapshot.ts'
import { startDay } from './in-force.ts'

/**
 * Best supported first: by grade, then the latest start, then the latest as-of date, then key. A full order, so that
 * nothing depends on the order in which statements were written.
 */
export function compareSupport(snapshot: Snapshot, a: number, b: number): number {
  const { statements, compareKeys } = snapshot
  return statements.grade[a]! - statements.grade[b]! || startDay(statements, b) - startDay(statements, a)
    || statements.asOf[b]! - statements.asOf[a]! || compareKeys(a, b)
}

/** Links between representatives from statements of the same family; a link of a node to itself is left out. Time O(n log n). */
export function linksOf(snapshot: Snapshot, canonical: Int32Array, selected: readonly number[]): Links {
  const { statements, nodes } = snapshot
  const from = (statement: number) => canonical[statements.from[statement]!]!
  const to = (statement: number) => canonical[statements.to[statement]!]!
  const sorted = selected.filter((statement) => from(statement) !== to(statement))
    .sort((a, b) => from(a) - from(b) || to(a) - to(b) || statements.type[a]! - statements.type[b]! || compareSupport(snapshot, a, b))
  const groups: number[][] = []
  for (const statement of sorted) {
    const group = groups[groups.length - 1]
    const last = group?.[0] ?? -1
    if (group !== undefined && from(last) === from(statement) && to(last) === to(statement) && statements.type[last] === statements.type[statement]) group.push(statement)
    else groups.push([statement])
  }
  const column = (read: (statement: number) => number) => Int32Array.from(groups, (group) => read(group[0]!))
  const all = Int32Array.from(groups.keys())
  const fromNode = column(from)
  const toNode = column(to)
  return {
    count: groups.length, from: fromNode, to: toNode,
    type: Uint8Array.from(groups, (group) => statements.type[group[0]!]!),
    byFrom: rowsFrom(nodes.count, fromNode, all), byTo: rowsFrom(nodes.count, toNode, all),
    statements: rowsOfLists(groups),
  }
}
