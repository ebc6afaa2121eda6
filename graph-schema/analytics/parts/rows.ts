/** Lists of whole numbers, one list per row, in two arrays: items[start[i] … start[i + 1] − 1] belong to row i. */
export interface Rows {
  readonly start: Int32Array
  readonly items: Int32Array
}

/** Groups items by their row, keeping the order of items within a row (counting sort). Time O(size + n). */
export function rowsFrom(size: number, rowOfItem: ArrayLike<number>, items: ArrayLike<number>): Rows {
  const start = new Int32Array(size + 1)
  for (let at = 0; at < rowOfItem.length; at++) start[rowOfItem[at]! + 1]!++
  for (let row = 0; row < size; row++) start[row + 1]! += start[row]!
  const next = start.slice(0, size)
  const grouped = new Int32Array(items.length)
  for (let at = 0; at < items.length; at++) grouped[next[rowOfItem[at]!]!++] = items[at]!
  return { start, items: grouped }
}

/** Rows from a list of lists. */
export function rowsOfLists(lists: readonly (readonly number[])[]): Rows {
  const start = new Int32Array(lists.length + 1)
  lists.forEach((list, row) => { start[row + 1] = start[row]! + list.length })
  return { start, items: Int32Array.from(lists.flat()) }
}

/** The items of one row, without a copy. */
export const row = ({ start, items }: Rows, at: number): Int32Array => items.subarray(start[at], start[at + 1])
