/**
 * Statements in order of two nodes each, `first` before `second`; statements with the same two keep their order.
 * Two counting sorts. Time O(statements + size).
 *
 * @param size nodes are 0 … size − 1
 */
export function inPairOrder(size: number, statements: Int32Array, first: (statement: number) => number, second: (statement: number) => number): Int32Array {
  return sorted(size, sorted(size, statements, second), first)
}

function sorted(size: number, statements: Int32Array, node: (statement: number) => number): Int32Array {
  const next = new Int32Array(size + 1)
  for (let at = 0; at < statements.length; at++) next[node(statements[at]!) + 1]!++
  for (let at = 0; at < size; at++) next[at + 1]! += next[at]!
  const order = new Int32Array(statements.length)
  for (let at = 0; at < statements.length; at++) order[next[node(statements[at]!)]!++] = statements[at]!
  return order
}

/** Positions at which `isOther(a, b)` says that a list goes over to something else, its first position and its length: n groups have n + 1. */
export function groupStarts(list: Int32Array, isOther: (a: number, b: number) => boolean): Int32Array {
  const starts = new Int32Array(list.length + 1)
  let groups = 0
  for (let at = 0; at < list.length; at++) if (at === 0 || isOther(list[at - 1]!, list[at]!)) starts[groups++] = at
  starts[groups] = list.length
  return starts.slice(0, groups + 1)
}
