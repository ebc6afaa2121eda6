type NumberArray = Uint8Array | Int16Array | Int32Array | Float64Array
type Kind = 'u8' | 'i16' | 'i32' | 'f64'

const MAKE: Readonly<Record<Kind, (length: number) => NumberArray>> = {
  u8: (length) => new Uint8Array(length),
  i16: (length) => new Int16Array(length),
  i32: (length) => new Int32Array(length),
  f64: (length) => new Float64Array(length),
}
const BYTES: Readonly<Record<Kind, number>> = { u8: 1, i16: 2, i32: 4, f64: 8 }

type ArrayOf<K extends Kind> = K extends 'u8' ? Uint8Array : K extends 'i16' ? Int16Array : K extends 'i32' ? Int32Array : Float64Array
type ColumnsOf<S extends Readonly<Record<string, Kind>>> = { readonly [N in keyof S]: ArrayOf<S[N]> }

/** Parallel numeric columns that grow by doubling: rows come in a stream of unknown length, nothing is kept per row. */
export interface GrowingColumns<S extends Readonly<Record<string, Kind>>> {
  readonly count: () => number
  readonly push: (row: { readonly [N in keyof S]: number }) => void
  /** Orders the rows from `first` on by a permutation of those rows. */
  readonly reorder: (first: number, order: Int32Array) => void
  /** The columns at their final length, in shared memory so that worker threads read them without a copy. */
  readonly finish: () => ColumnsOf<S>
}

/** Time O(rows) amortised; space at most twice the final columns. */
export function growingColumns<const S extends Readonly<Record<string, Kind>>>(shape: S): GrowingColumns<S> {
  const names = Object.keys(shape) as (keyof S & string)[]
  let capacity = 1024
  let rows = 0
  let columns = names.map((name) => MAKE[shape[name]!](capacity))
  const grow = () => {
    capacity *= 2
    columns = columns.map((column, at) => {
      const larger = MAKE[shape[names[at]!]!](capacity)
      larger.set(column)
      return larger
    })
  }
  return {
    count: () => rows,
    push: (row) => {
      if (rows === capacity) grow()
      for (let at = 0; at < names.length; at++) columns[at]![rows] = row[names[at]!]
      rows++
    },
    reorder: (first, order) => {
      for (const column of columns) {
        const before = column.slice(first, first + order.length)
        for (let at = 0; at < order.length; at++) column[first + at] = before[order[at]!]!
      }
    },
    finish: () => {
      const finished = names.map((name, at) => [name, shared(shape[name]!, columns[at]!.subarray(0, rows))])
      return Object.fromEntries(finished) as unknown as ColumnsOf<S> // one array per name, of the kind the shape gives
    },
  }
}

function shared(kind: Kind, from: NumberArray): NumberArray {
  const buffer = new SharedArrayBuffer(Math.max(1, from.length) * BYTES[kind])
  const column = kind === 'u8' ? new Uint8Array(buffer, 0, from.length) : kind === 'i16' ? new Int16Array(buffer, 0, from.length)
    : kind === 'i32' ? new Int32Array(buffer, 0, from.length) : new Float64Array(buffer, 0, from.length)
  column.set(from)
  return column
}
