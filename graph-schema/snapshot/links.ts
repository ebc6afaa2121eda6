import type { Links } from '#analytics/record/ownership-view.ts'
import { rowsFrom } from '#analytics/parts/rows.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import { startDay } from './in-force.ts'
import { groupStarts, inPairOrder } from './pair-order.ts'
import { typeCode } from './snapshot-codes.ts'

/**
 * Best supported first: by grade, then the latest start, then the latest as-of date, then {@link compareStated}. A full
 * order, so that nothing depends on the order in which statements were written.
 */
export function compareSupport(snapshot: Snapshot, a: number, b: number): number {
  const { statements } = snapshot
  return statements.grade[a]! - statements.grade[b]! || startDay(statements, b) - startDay(statements, a)
    || statements.asOf[b]! - statements.asOf[a]! || compareStated(snapshot, a, b)
}

/** Statements whose figures may be withheld. */
const WITH_FIGURES: ReadonlySet<number> = new Set([typeCode('SUPPLIES'), typeCode('STATES_FIGURE'), typeCode('DEPENDS_ON')])

/**
 * An order of statements alike: by key, which is a hash of all they say. Where figures may be withheld, first by what
 * readers see in any case: which of two hashes is the smaller would tell apart figures that are tried.
 */
export function compareStated({ statements: s, texts, compareKeys }: Snapshot, a: number, b: number): number {
  if (!WITH_FIGURES.has(s.type[a]!)) return compareKeys(a, b)
  const [ofA, ofB] = [texts[s.measure[a]!]!, texts[s.measure[b]!]!]
  return s.from[a]! - s.from[b]! || s.to[a]! - s.to[b]! || s.source[a]! - s.source[b]! || (ofA < ofB ? -1 : Number(ofA > ofB)) || s.status[a]! - s.status[b]!
    || s.validFrom[a]! - s.validFrom[b]! || s.validTo[a]! - s.validTo[b]! || compareKeys(a, b)
}

/** Links between representatives from statements of the same family; a link of a node to itself is left out. Time O(nodes + n), and n log n where pairs have many statements. */
export function linksOf(snapshot: Snapshot, canonical: Int32Array, selected: Int32Array): Links {
  const { statements: { from, to, type }, nodes } = snapshot
  const fromOf = (statement: number) => canonical[from[statement]!]!
  const toOf = (statement: number) => canonical[to[statement]!]!
  const sorted = inPairOrder(nodes.count, selected.filter((statement) => fromOf(statement) !== toOf(statement)), fromOf, toOf)
  const isOtherPair = (a: number, b: number) => fromOf(a) !== fromOf(b) || toOf(a) !== toOf(b)
  const pairs = groupStarts(sorted, isOtherPair)
  for (let pair = 0; pair + 1 < pairs.length; pair++) {
    if (pairs[pair + 1]! - pairs[pair]! > 1) sorted.subarray(pairs[pair], pairs[pair + 1]).sort((a, b) => type[a]! - type[b]! || compareSupport(snapshot, a, b))
  }
  const start = groupStarts(sorted, (a, b) => isOtherPair(a, b) || type[a] !== type[b])
  const count = start.length - 1
  const leading = (link: number) => sorted[start[link]!]!
  const fromNode = new Int32Array(count)
  const toNode = new Int32Array(count)
  const typeOf = new Uint8Array(count)
  const all = new Int32Array(count)
  for (let link = 0; link < count; link++) {
    all[link] = link
    fromNode[link] = fromOf(leading(link))
    toNode[link] = toOf(leading(link))
    typeOf[link] = type[leading(link)]!
  }
  return {
    count,
    from: fromNode,
    to: toNode,
    type: typeOf,
    byFrom: rowsFrom(nodes.count, fromNode, all),
    byTo: rowsFrom(nodes.count, toNode, all),
    statements: { start, items: sorted },
  }
}
