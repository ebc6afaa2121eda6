import type { MachineRoom } from '../parts/machine-room.ts'
import type { WeightedRows } from '../parts/weighted-rows.ts'

/** Bytes that one row and one of its entries take in a program. */
export const ROW_BYTES = 24
export const ENTRY_BYTES = 16

/** Where rows of eight numbers lie in a memory: row i, or the one that stands in `rows` for it, from `at` on. */
export interface Lines {
  readonly at: number
  readonly rows?: Int32Array | undefined
}

/** Equations x = factor · (inflow + Σ weight · x of the entry), one per row, solved in this order. */
export interface Equations {
  readonly rows: WeightedRows
  readonly factor: Float64Array
  readonly order: Int32Array
}

/** Where the numbers of some equations lie: what flows in and the answer by row, the other answers they name by column. */
export interface Places {
  readonly inflow: Lines
  readonly x: Lines
  readonly from: Lines
}

/** Addresses of equations in a memory. */
export interface RowProgram {
  readonly first: number
  readonly end: number
  readonly entries: number
}

/**
 * Writes equations down as they are solved: row after row (factor, end of its entries, addresses of its inflow and its answer), and
 * entry after entry (weight, address). Nothing is looked up while they are solved.
 *
 * Time and space O(rows + entries).
 */
export function rowProgram(room: MachineRoom, { rows: { start, column, weight }, factor, order }: Equations, { inflow, x, from }: Places): RowProgram {
  const first = room.take(ROW_BYTES * order.length)
  let count = 0
  for (let at = 0; at < order.length; at++) count += start[order[at]! + 1]! - start[order[at]!]!
  const entries = room.take(ENTRY_BYTES * count)
  room.whenMade((memory) => {
    const [words, numbers] = [new Int32Array(memory), new Float64Array(memory)]
    const [inflowOf, xOf, fromOf] = [inflow.rows, x.rows, from.rows]
    let entry = entries
    for (let at = 0, here = first; at < order.length; at++, here += ROW_BYTES) {
      const row = order[at]!
      for (let e = start[row]!; e < start[row + 1]!; e++, entry += ENTRY_BYTES) {
        numbers[entry >> 3] = weight[e]!
        words[(entry >> 2) + 2] = from.at + (lineOf(fromOf, column[e]!) << 6)
      }
      numbers[here >> 3] = factor[row]!
      words[(here >> 2) + 2] = entry
      words[(here >> 2) + 3] = inflow.at + (lineOf(inflowOf, row) << 6)
      words[(here >> 2) + 4] = x.at + (lineOf(xOf, row) << 6)
    }
  })
  return { first, end: first + ROW_BYTES * order.length, entries }
}

const lineOf = (rows: Int32Array | undefined, row: number) => (rows === undefined ? row : rows[row]!)
