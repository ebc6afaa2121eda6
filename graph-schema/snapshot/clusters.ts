import type { Snapshot } from '#analytics/record/snapshot.ts'
import { eachItself, joinedNodes } from './joined-nodes.ts'
import { judgementCode, typeCode } from './snapshot-codes.ts'

const SAME_AS = typeCode('SAME_AS')
const SAME = judgementCode('same')
const DIFFERENT = judgementCode('different')

export interface Clusters {
  /** Node → representative of its cluster; itself where it stands alone. */
  readonly canonical: Int32Array
  /** Members of clusters of two or more, ascending, by representative. */
  readonly members: ReadonlyMap<number, readonly number[]>
  /** Judgements "same" that joined records, by the node at either end. */
  readonly judgements: ReadonlyMap<number, readonly number[]>
}

/**
 * Records judged to be one thing: clusters of "same", never with two records in one cluster that are judged "different".
 *
 * Judgements are applied best grade first, then in order of their key, and one that would bring together what is judged
 * different is left out; so the clusters do not depend on the order in which judgements were written.
 * Time O(nodes + judgements · different per cluster).
 */
export function clustersOf(snapshot: Snapshot, counts: Uint8Array): Clusters {
  const { statements, nodes, keyOf } = snapshot
  const { leaderOf, join } = joinedNodes(nodes.count)
  const same: number[] = []
  const apart = new Map<number, Set<number>>()
  const keepApart = (a: number, b: number) => apart.set(a, (apart.get(a) ?? new Set()).add(b))
  for (let statement = 0; statement < statements.count; statement++) {
    if (statements.type[statement] !== SAME_AS || counts[statement] !== 1) continue
    const from = statements.from[statement]!
    const to = statements.to[statement]!
    if (nodes.label[from] !== nodes.label[to] || from === to) continue
    if (statements.judgement[statement] === SAME) same.push(statement)
    else if (statements.judgement[statement] === DIFFERENT) {
      keepApart(from, to)
      keepApart(to, from)
    }
  }
  const keys = new Map(same.map((statement) => [statement, keyOf(statement)]))
  same.sort((a, b) => statements.grade[a]! - statements.grade[b]! || (keys.get(a)! < keys.get(b)! ? -1 : 1))
  const judgements = new Map<number, number[]>()
  for (const statement of same) {
    const from = statements.from[statement]!
    const to = statements.to[statement]!
    const a = leaderOf(from)
    const b = leaderOf(to)
    if (a !== b && [...apart.get(a) ?? []].some((other) => leaderOf(other) === b)) continue
    if (a !== b) {
      join(a, b)
      for (const other of apart.get(b) ?? []) keepApart(a, other)
    }
    for (const end of [from, to]) judgements.set(end, [...judgements.get(end) ?? [], statement])
  }
  return { ...representatives(snapshot, [...judgements.keys()], leaderOf), judgements }
}

function representatives(snapshot: Snapshot, joined: readonly number[], leaderOf: (node: number) => number) {
  const canonical = eachItself(snapshot.nodes.count)
  const byRoot = new Map<number, number[]>()
  for (const node of [...joined].sort((a, b) => a - b)) byRoot.set(leaderOf(node), [...byRoot.get(leaderOf(node)) ?? [], node])
  const members = new Map<number, readonly number[]>()
  for (const cluster of byRoot.values()) {
    const best = cluster.reduce((a, b) => (isBetterId(snapshot.nodes.ids[b]!, snapshot.nodes.ids[a]!) ? b : a))
    for (const node of cluster) canonical[node] = best
    members.set(best, cluster)
  }
  return { canonical, members }
}

/** Schemes of registers of one part of a country, `us-nc-sos`: what they list is one company of a group, in the register's capitals. */
const LOCAL_REGISTER = /^[a-z]{2}-[a-z0-9]{1,3}-[a-z]+:/
/** 0: an identifier of a world-wide or national scheme; 1: made from country and name; 2: of a local register; 3: made from the name alone. */
function rankOfId(id: string): number {
  if (!id.startsWith('org:') && !id.startsWith('brand:')) return LOCAL_REGISTER.test(id) ? 2 : 0
  return /^[a-z]+:zz\//.test(id) ? 3 : 1
}
const isBetterId = (a: string, b: string): boolean => rankOfId(a) - rankOfId(b) < 0 || (rankOfId(a) === rankOfId(b) && a < b)
