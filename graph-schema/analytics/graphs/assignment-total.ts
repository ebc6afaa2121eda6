import type { Cancellation } from '../parts/cancellation.ts'

/**
 * The largest total a pairing of rows with columns can reach, for many small matrices in a row.
 *
 * Returns a function that keeps its working memory; it says only the total, not the pairing. Every row is paired, so
 * weights must not be negative.
 *
 * @param most rows and columns at most
 * @returns (weights, rows, columns) → total; weights row by row, rows ≤ columns
 * @throws Cancelled, from the function returned
 * @see Kuhn (1955); shortest augmenting paths with prices. Per call time O(rows² · columns), space O(1); O(most) kept.
 */
export function assignmentTotal(most: number, cancellation?: Cancellation): (weights: Float64Array, rows: number, columns: number) => number {
  const rowPrice = new Float64Array(most + 1)
  const columnPrice = new Float64Array(most + 1)
  const rowOf = new Int32Array(most + 1) // row + 1 per column + 1; 0: free. Column 0 stands for the row being placed.
  const cameFrom = new Int32Array(most + 1)
  const slack = new Float64Array(most + 1)
  const isDone = new Uint8Array(most + 1)
  return (weights, rows, columns) => {
    rowPrice.fill(0, 0, rows + 1)
    columnPrice.fill(0, 0, columns + 1)
    rowOf.fill(0, 0, columns + 1)
    for (let row = 1; row <= rows; row++) {
      rowOf[0] = row
      slack.fill(Infinity, 0, columns + 1)
      isDone.fill(0, 0, columns + 1)
      let column = 0
      do {
        cancellation?.spend(2 * columns)
        isDone[column] = 1
        const from = rowOf[column]!
        let nearest = Infinity
        let next = 0
        for (let other = 1; other <= columns; other++) {
          if (isDone[other] === 1) continue
          const cost = -weights[(from - 1) * columns + other - 1]! - rowPrice[from]! - columnPrice[other]!
          if (cost < slack[other]!) {
            slack[other] = cost
            cameFrom[other] = column
          }
          if (slack[other]! < nearest) {
            nearest = slack[other]!
            next = other
          }
        }
        for (let other = 0; other <= columns; other++) {
          if (isDone[other] === 1) {
            rowPrice[rowOf[other]!]! += nearest
            columnPrice[other]! -= nearest
          } else slack[other]! -= nearest
        }
        column = next
      } while (rowOf[column] !== 0)
      while (column !== 0) {
        const before = cameFrom[column]!
        rowOf[column] = rowOf[before]!
        column = before
      }
    }
    let total = 0
    for (let column = 1; column <= columns; column++) if (rowOf[column] !== 0) total += weights[(rowOf[column]! - 1) * columns + column - 1]!
    return total
  }
}
