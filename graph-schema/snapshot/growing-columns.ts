import { NO_DAY } from '#analytics/snapshot.ts'

/** What a column holds: codes and counts (0 unless stated), days (NO_DAY unless stated), figures (NaN unless stated). */
type Kind = 'u8' | 'i16' | 'i32' | 'day' | 'f64'
type ArrayOf<K extends Kind> = K extends 'u8' ? Uint8Array : K extends 'i16' ? Int16Array : K extends 'f64' ? Float64Array : Int32Array
type ColumnsOf<S extends Readonly<Record<string, Kind>>> = { readonly [N in keyof S]: ArrayOf<S[N]> }

const MAKE: { readonly [K in Kind]: (length: number) => ArrayOf<K> } = {
  u8: (length) => new Uint8Array(length),
  i16: (length) => new Int16Array(length),
  i32: (length) => new Int32Array(length),
  day: (length) => new Int32Array(length).fill(NO_DAY),
  f64: (length) => new Float64Array(length).fill(Number.NaN),
}
const SHARED: { readonly [K in Kind]: (length: number) => ArrayOf<K> } = {
  u8: (length) => new Uint8Array(new SharedArrayBuffer(length)),
  i16: (length) => new Int16Array(new SharedArrayBuffer(2 * length)),
  i32: (length) => new Int32Array(new SharedArrayBuffer(4 * length)),
  day: (length) => new Int32Array(new SharedArrayBuffer(4 * length)),
  f64: (length) => new Float64Array(new SharedArrayBuffer(8 * length)),
}

const BITS = 15
const CHUNK = 1 << BITS

/**
 * Parallel numeric columns of unknown length: rows come in a stream, nothing is kept per row. A row is opened with `next`
 * and then filled in, column by column; what is not stated need not be written:
 *
 *     const at = columns.next()
 *     columns.chunk().share[at] = 0.5
 */
export interface GrowingColumns<S extends Readonly<Record<string, Kind>>> {
  readonly count: () => number
  /** Opens a row: its position in {@link chunk}. */
  readonly next: () => number
  /** The columns of the rows around the one opened last. */
  readonly chunk: () => ColumnsOf<S>
  /**
   * The columns at their final length, in shared memory so that worker threads read them without a copy.
   * Nothing can be added afterwards.
   * @param order old position of each row; omitted: as they came
   */
  readonly finish: (order?: Int32Array) => ColumnsOf<S>
}

/** Kept in chunks, so that growing copies nothing. Time O(rows); space that of the final columns and one column more. */
export function growingColumns<const S extends Readonly<Record<string, Kind>>>(shape: S): GrowingColumns<S> {
  const names = Object.keys(shape) as (keyof S & string)[]
  const makeChunk = () => Object.fromEntries(names.map((name) => [name, MAKE[shape[name]!](CHUNK)])) as unknown as ColumnsOf<S> // one array per name, of the kind the shape gives
  let open = makeChunk()
  const chunks = [open]
  let inOpen = 0
  const count = () => (chunks.length - 1) * CHUNK + inOpen
  return {
    count,
    next: () => {
      if (inOpen === CHUNK) {
        open = makeChunk()
        chunks.push(open)
        inOpen = 0
      }
      return inOpen++
    },
    chunk: () => open,
    finish: (order) => {
      const rows = count()
      const parts = chunks.splice(0).map((chunk) => new Map<string, NumberArray>(Object.entries(chunk)))
      return Object.fromEntries(names.map((name) => {
        const of = parts.map((part) => part.get(name)!)
        for (const part of parts) part.delete(name) // a column that is copied is given back before the next one
        return [name, joined(SHARED[shape[name]!](rows), of, order)]
      })) as unknown as ColumnsOf<S> // as above
    },
  }
}

type NumberArray = ArrayOf<Kind>

function joined(into: NumberArray, chunks: readonly NumberArray[], order: Int32Array | undefined): NumberArray {
  if (order === undefined) chunks.forEach((chunk, at) => into.set(chunk.subarray(0, into.length - at * CHUNK), at * CHUNK))
  else for (let at = 0; at < into.length; at++) into[at] = chunks[order[at]! >> BITS]![order[at]! & (CHUNK - 1)]!
  return into
}
