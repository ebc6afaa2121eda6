/** The best pairing by trying all: largest sum, then the lexicographically first (staying alone comes last). */
export function bestOfAllAssignments(weights: readonly (readonly number[])[], threshold: number): { total: number; columnOf: number[] } {
  const columns = weights[0]?.length ?? 0
  let best = { total: -Infinity, columnOf: [] as number[] }
  const extend = (row: number, columnOf: number[], total: number) => {
    if (row === weights.length) {
      if (total > best.total + 1e-9) best = { total, columnOf: [...columnOf] }
      return
    }
    for (let column = 0; column < columns; column++) {
      const weight = weights[row]![column]!
      if (!columnOf.includes(column) && weight > 0 && weight >= threshold) extend(row + 1, [...columnOf, column], total + weight)
    }
    extend(row + 1, [...columnOf, -1], total)
  }
  extend(0, [], 0)
  return best
}
