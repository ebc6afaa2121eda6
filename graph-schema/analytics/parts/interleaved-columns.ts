import type { WeightedRows } from './weighted-rows.ts'

/** Columns solved together. Row i of a block is value[8 i] … value[8 i + 7], one element per column: one cache line. */
export const WIDTH = 8

/**
 * For the rows order[from] … order[to − 1], one after the other and in all columns: value += Σ weight · value of the entry.
 *
 * Where rows name only rows that come before them, this follows all walks at once. Written out for eight columns: the
 * sums stay in registers. Time O(rows + 8 · entries).
 */
export function accumulate({ start, column, weight }: WeightedRows, order: Int32Array, from: number, to: number, value: Float64Array): void {
  for (let at = from; at < to; at++) {
    const row = order[at]!
    let entry = start[row]!
    const end = start[row + 1]!
    if (entry === end) continue
    const base = row << 3
    let a = value[base]!, b = value[base + 1]!, c = value[base + 2]!, d = value[base + 3]!
    let e = value[base + 4]!, f = value[base + 5]!, g = value[base + 6]!, h = value[base + 7]!
    for (; entry < end; entry++) {
      const share = weight[entry]!
      const other = column[entry]! << 3
      a += share * value[other]!
      b += share * value[other + 1]!
      c += share * value[other + 2]!
      d += share * value[other + 3]!
      e += share * value[other + 4]!
      f += share * value[other + 5]!
      g += share * value[other + 6]!
      h += share * value[other + 7]!
    }
    value[base] = a
    value[base + 1] = b
    value[base + 2] = c
    value[base + 3] = d
    value[base + 4] = e
    value[base + 5] = f
    value[base + 6] = g
    value[base + 7] = h
  }
}

/** What each of the rows order[from] … order[to − 1] has in all columns, by its place in the order. Time O(8 · rows). */
export function sumRows(order: Int32Array, from: number, to: number, value: Float64Array, rowSum: Float64Array): void {
  for (let at = from; at < to; at++) {
    const base = order[at]! << 3
    rowSum[at] =
      value[base]! +
      value[base + 2]! +
      value[base + 4]! +
      value[base + 6]! +
      (value[base + 1]! + value[base + 3]! + value[base + 5]! + value[base + 7]!) // in the order of instructions that add pairs
  }
}

/** Per column, the sum over `count` rows from row `first` on. Time O(8 · count). */
export function sumColumns(value: Float64Array, first: number, count: number): Float64Array {
  let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0
  for (let base = first * WIDTH, end = base + count * WIDTH; base < end; base += WIDTH) {
    a += value[base]!
    b += value[base + 1]!
    c += value[base + 2]!
    d += value[base + 3]!
    e += value[base + 4]!
    f += value[base + 5]!
    g += value[base + 6]!
    h += value[base + 7]!
  }
  return Float64Array.of(a, b, c, d, e, f, g, h)
}

/** One column of `size` rows by itself, from row `first` on. */
export const columnOf = (value: Float64Array, first: number, size: number, column: number): Float64Array =>
  Float64Array.from({ length: size }, (_, row) => value[(first + row) * WIDTH + column]!)

/** Puts a column back. */
export function setColumn(value: Float64Array, first: number, column: number, values: Float64Array): void {
  for (let row = 0; row < values.length; row++) value[(first + row) * WIDTH + column] = values[row]!
}
