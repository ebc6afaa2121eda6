/** Sparse rows of numbers: the entries of row i are start[i] … start[i + 1] − 1. */
export interface WeightedRows {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly weight: Float64Array
}

/** Sparse rows from entries in any order, which they keep within a row (counting sort). Time O(size + entries). */
export function weightedRows(size: number, row: ArrayLike<number>, column: ArrayLike<number>, weight: ArrayLike<number>): WeightedRows {
  const start = new Int32Array(size + 1)
  for (let entry = 0; entry < row.length; entry++) start[row[entry]! + 1]!++
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!
  const next = start.slice(0, size)
  const rows = { start, column: new Int32Array(row.length), weight: new Float64Array(row.length) }
  for (let entry = 0; entry < row.length; entry++) {
    const to = next[row[entry]!]!++
    rows.column[to] = column[entry]!
    rows.weight[to] = weight[entry]!
  }
  return rows
}
