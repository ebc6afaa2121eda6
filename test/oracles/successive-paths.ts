/**
 * Largest total of pairing rows with columns, one pair more at a time: each by the way of re-pairings that gains most,
 * found by Bellman–Ford; the end is reached when no way gains anything (Ford & Fulkerson 1962). Nobody is forced into a
 * pair; pairs that are not above 0 or below `threshold` are never made. For tables of a few hundred rows.
 */
export function bestTotalBySuccessivePaths(weights: readonly ArrayLike<number>[], threshold = 0): number {
  const columns = weights[0]?.length ?? 0
  const columnOf = weights.map(() => -1)
  const rowOf = new Array<number>(columns).fill(-1)
  let total = 0
  for (;;) {
    const { gain, from } = waysFromFreeRows(weights, columns, threshold, columnOf, rowOf)
    let end = -1
    for (let column = 0; column < columns; column++) if (rowOf[column] === -1 && gain[column]! > (end < 0 ? 1e-12 : gain[end]!)) end = column
    if (end < 0) return total
    total += gain[end]!
    for (let column = end; column !== -1;) {
      const row = from[column]!
      const given = columnOf[row]!
      columnOf[row] = column
      rowOf[column] = row
      column = given
    }
  }
}

/** Per column the most that a way from a row without a pair to it gains, and the row before it on that way. */
function waysFromFreeRows(weights: readonly ArrayLike<number>[], columns: number, threshold: number, columnOf: readonly number[], rowOf: readonly number[]) {
  const gain = new Array<number>(columns).fill(-Infinity)
  const from = new Array<number>(columns).fill(-1)
  let open: ReadonlyMap<number, number> = new Map(columnOf.flatMap((column, row) => (column === -1 ? [[row, 0] as const] : [])))
  while (open.size > 0) {
    const next = new Map<number, number>()
    for (const [row, reached] of open) {
      for (let column = 0; column < columns; column++) {
        const weight = weights[row]![column]!
        if (!(weight > 0 && weight >= threshold) || columnOf[row] === column || reached + weight <= gain[column]! + 1e-12) continue
        gain[column] = reached + weight
        from[column] = row
        const owner = rowOf[column]!
        if (owner !== -1) next.set(owner, gain[column]! - weights[owner]![column]!)
      }
    }
    open = next
  }
  return { gain, from }
}
