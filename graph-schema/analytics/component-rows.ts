/** One equation per node of a component: x_i = inflow_i + Σ weight · x_column over the row, own shares kept apart. */
export interface ComponentRows {
  readonly size: number
  readonly start: Int32Array
  readonly column: Int32Array
  readonly weight: Float64Array
  /** Share of each node in itself, below 1. */
  readonly own: Float64Array
}

/** The same stakes listed the other way round: from holders per held node to held nodes per holder, or back. Time O(stakes). */
export function transposed({ size, start, column, weight, own }: ComponentRows): ComponentRows {
  const turnedStart = new Int32Array(size + 1)
  for (const at of column) turnedStart[at + 1]!++
  for (let i = 0; i < size; i++) turnedStart[i + 1]! += turnedStart[i]!
  const next = turnedStart.slice(0, size)
  const turnedColumn = new Int32Array(column.length)
  const turnedWeight = new Float64Array(column.length)
  for (let row = 0; row < size; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const to = next[column[at]!]!++
      turnedColumn[to] = row
      turnedWeight[to] = weight[at]!
    }
  }
  return { size, start: turnedStart, column: turnedColumn, weight: turnedWeight, own }
}
