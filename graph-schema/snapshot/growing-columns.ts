import { NO_DAY } from '#analytics/record/snapshot.ts'

/** What a column holds: codes and counts (0 unless stated), days (NO_DAY unless stated), figures (NaN unless stated). */
type Kind = 'u8' | 'i16' | 'i32' | 'day' | 'f64'
type ArrayOf<K extends Kind> = K extends 'u8' ? Uint8Array : K extends 'i16' ? Int16Array : K extends 'f64' ? Float64Array : Int32Array
type ColumnsOf<S extends Readonly<Record<string, Kind>>> = { readonly [N in keyof S]: ArrayOf<S[N]> }
type NumberArray = ArrayOf<Kind>

interface SharedArray { new (buffer: SharedArrayBuffer, byteOffset: number, length: number): NumberArray; readonly BYTES_PER_ELEMENT: number }
const ARRAY: Readonly<Record<Kind, SharedArray>> = { u8: Uint8Array, i16: Int16Array, i32: Int32Array, day: Int32Array, f64: Float64Array }
const UNLESS_STATED: Readonly<Record<Kind, number>> = { u8: 0, i16: 0, i32: 0, day: NO_DAY, f64: Number.NaN }

/** Rows that are opened at once; rows by which memory grows, each time a call to the system; rows for which address space is set aside at first, the next time eight times as many. */
const BLOCK = 4_096
const STEP = 16 * BLOCK
const RESERVED = 16 * STEP
const FURTHER = 8

/**
 * Parallel numeric columns of unknown length: rows come in a stream, nothing is kept per row. A row is opened with `next`
 * and then filled in, column by column; what is not stated need not be written:
 *
 *     const at = columns.next()
 *     columns.block().share[at] = 0.5
 */
export interface GrowingColumns<S extends Readonly<Record<string, Kind>>> {
  readonly count: () => number
  /** Opens a row: its position in {@link block}. */
  readonly next: () => number
  /** The rows around the one opened last. */
  readonly block: () => ColumnsOf<S>
  /**
   * The columns at their final length. Nothing can be added afterwards.
   * @param order old position of each row; omitted: as they came
   */
  readonly finish: (order?: Int32Array) => ColumnsOf<S>
}

/**
 * Columns grow where they are, in shared memory, so that worker threads read them without a copy: address space is set
 * aside beforehand and costs nothing until it is used. Time O(rows), space that of the final columns.
 */
export function growingColumns<const S extends Readonly<Record<string, Kind>>>(shape: S): GrowingColumns<S> {
  const names = Object.keys(shape) as (keyof S & string)[]
  const perColumn = <T>(make: (kind: Kind, name: string) => T) => Object.fromEntries(names.map((name) => [name, make(shape[name]!, name)]))
  const columnsOf = (make: (kind: Kind, name: string) => NumberArray) => perColumn(make) as unknown as ColumnsOf<S> // one array per name, of the kind the shape gives
  let reserved = RESERVED
  let buffers: Readonly<Record<string, SharedArrayBuffer>> = perColumn((kind) => sharedBuffer(kind, 0, reserved))
  let rows = 0 // in all blocks opened so far
  let inBlock = BLOCK
  let block = columnsOf((kind, name) => new ARRAY[kind](buffers[name]!, 0, 0))
  const openBlock = () => {
    if (rows + BLOCK > reserved) {
      reserved *= FURTHER
      buffers = perColumn((kind, name) => copied(kind, buffers[name]!, rows, reserved))
    }
    block = columnsOf((kind, name) => grown(kind, buffers[name]!, rows))
    rows += BLOCK
    inBlock = 0
  }
  const count = () => rows - BLOCK + inBlock
  return {
    count,
    next: () => {
      if (inBlock === BLOCK) openBlock()
      return inBlock++
    },
    block: () => block,
    finish: (order) => columnsOf((kind, name) => {
      const column = new ARRAY[kind](buffers[name]!, 0, count())
      return order === undefined ? column : inOrder(column, new ARRAY[kind](sharedBuffer(kind, column.length, column.length), 0, column.length), order)
    }),
  }
}

const sharedBuffer = (kind: Kind, length: number, reserved: number): SharedArrayBuffer => {
  const width = ARRAY[kind].BYTES_PER_ELEMENT
  return new SharedArrayBuffer(width * length, { maxByteLength: width * reserved })
}

/** The next block of a column, with nothing stated in it. */
function grown(kind: Kind, buffer: SharedArrayBuffer, rows: number): NumberArray {
  const width = ARRAY[kind].BYTES_PER_ELEMENT
  if (buffer.byteLength < width * (rows + BLOCK)) buffer.grow(width * (rows + STEP)) // what is not written yet takes no memory
  return new ARRAY[kind](buffer, width * rows, BLOCK).fill(UNLESS_STATED[kind])
}

function copied(kind: Kind, from: SharedArrayBuffer, rows: number, reserved: number): SharedArrayBuffer {
  const larger = sharedBuffer(kind, rows, reserved)
  new ARRAY[kind](larger, 0, rows).set(new ARRAY[kind](from, 0, rows))
  return larger
}

function inOrder(from: NumberArray, into: NumberArray, order: Int32Array): NumberArray {
  for (let at = 0; at < order.length; at++) into[at] = from[order[at]!]!
  return into
}
