import type { Condensation } from './condensation.ts'
import { accumulate, sumRows, WIDTH } from './interleaved-columns.ts'
import { MachineRoom } from './machine-room.ts'
import { rowInstructions } from './row-instructions.ts'

/** Graphs up to this size are walked in plain loops: a WebAssembly memory reserves address space, and of small graphs there may be many. */
const PLAIN_UP_TO = 500

/** The values of a block of columns by position, and how walks between components are followed in them. */
export interface ColumnBuffer {
  /** In interleaved columns; rows that were not asked for are 0, and may be read as such. */
  readonly value: Float64Array
  /** By place in the positions of the block: what the columns of the row have together, where it has been summed. */
  readonly rowSum: Float64Array
  /** Forgets the block before; from now on `from` and `to` are places in these positions. Time O(8 · positions). */
  begin(positions: Int32Array): void
  /** Adds to each row what its holders pass on, one after the other, and sums it. Time O(8 · (rows + entries)). */
  accumulate(from: number, to: number): void
  sumRows(from: number, to: number): void
}

const idle = new WeakMap<Condensation, ColumnBuffer[]>()

/** Buffers for one question. They are kept with the condensed graph; whoever asks while blocks are visited gets others. Space O(8 · size) each. */
export class BorrowedBuffers {
  private readonly lent = new Map<Condensation, ColumnBuffer>()

  of(condensed: Condensation): ColumnBuffer {
    const buffer = this.lent.get(condensed) ?? idle.get(condensed)?.pop() ?? columnBuffer(condensed)
    this.lent.set(condensed, buffer)
    return buffer
  }

  giveBack(): void {
    for (const [condensed, buffer] of this.lent) idle.set(condensed, [...(idle.get(condensed) ?? []), buffer])
    this.lent.clear()
  }
}

const columnBuffer = (condensed: Condensation): ColumnBuffer => (condensed.node.length > PLAIN_UP_TO ? machineBuffer(condensed) : plainBuffer(condensed))

/** Rows of the block before; where they are many, all at once. */
function clear(value: Float64Array, used: Int32Array): void {
  if (used.length > value.length / WIDTH / 4) value.fill(0)
  else for (const at of used) value.fill(0, at * WIDTH, (at + 1) * WIDTH)
}

/** @internal compared with {@link machineBuffer} */
export function plainBuffer({ node, rows }: Condensation): ColumnBuffer {
  const [value, rowSum] = [new Float64Array(node.length * WIDTH), new Float64Array(node.length)]
  let order: Int32Array = new Int32Array(0)
  return {
    value, rowSum,
    begin: (positions) => { clear(value, order); order = positions },
    accumulate: (from, to) => { accumulate(rows, order, from, to, value); sumRows(order, from, to, value, rowSum) },
    sumRows: (from, to) => sumRows(order, from, to, value, rowSum),
  }
}

/** The same numbers to the last bit, from WebAssembly. @see graph-schema/decisions/0011-sweeps-in-webassembly.md */
export function machineBuffer({ node: { length: size }, rows }: Condensation): ColumnBuffer {
  const room = new MachineRoom()
  const [values, rowSums, order] = [room.take(8 * WIDTH * size), room.take(8 * size), room.take(4 * size)]
  const places = room.putRows(rows)
  const memory = room.memory()
  const instructions = rowInstructions(memory)
  const [value, rowSum, placed] = [new Float64Array(memory.buffer, values, WIDTH * size), new Float64Array(memory.buffer, rowSums, size), new Int32Array(memory.buffer, order, size)]
  let used: Int32Array = new Int32Array(0)
  return {
    value, rowSum,
    begin: (positions) => {
      clear(value, used)
      if (positions !== used) placed.set(positions)
      used = positions
    },
    accumulate: (from, to) => instructions.accumulate(from, to, order, ...places, values, rowSums),
    sumRows: (from, to) => instructions.sumRows(from, to, order, values, rowSums),
  }
}
