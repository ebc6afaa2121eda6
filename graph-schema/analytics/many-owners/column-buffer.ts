import type { Cancellation } from '../parts/cancellation.ts'
import type { Circle, Condensation } from './condensation.ts'
import { accumulate, sumColumns, sumRows, WIDTH } from '../parts/interleaved-columns.ts'
import { MachineRoom } from '../parts/machine-room.ts'
import { rowInstructions } from './row-instructions.ts'
import type { PlacedComponent, SteppedComponent } from './stepped-component.ts'
import { placeComponent, solvePlaced } from './stepped-component.ts'

/** Graphs up to this size are walked in plain loops: a WebAssembly memory reserves address space, and of small graphs there may be many. */
const PLAIN_UP_TO = 500

/** The values of a block of columns by position, and what is done with many of them at once. */
export interface ColumnBuffer {
  /** In interleaved columns; rows that were not asked for are 0, and may be read as such. */
  readonly value: Float64Array
  /** By place in the positions of the block: what the columns of the row have together, where it has been summed. */
  readonly rowSum: Float64Array
  /** Forgets the block before; from now on places are those in `positions`. Time O(8 · positions). */
  begin(positions: Int32Array): void
  /** Adds to each row what its holders pass on, one after the other, and sums it. Time O(8 · (rows + entries)). */
  accumulate(from: number, to: number): void
  sumRows(from: number, to: number): void
  /** Per column, over `count` positions from `first` on. */
  sumColumns(first: number, count: number): Float64Array
  /** Components that have a place here. */
  readonly placed: ReadonlyMap<Circle, SteppedComponent>
  /** Solves one of them in place, sums its rows, and returns its residuals; `place` is that of its first member. @see {@link solvePlaced} */
  solve(circle: Circle, inflow: Float64Array, place: number, cancellation: Cancellation | undefined): Float64Array
}

const idle = new WeakMap<Condensation, ColumnBuffer[]>()

/** Buffers for one question. They are kept with the condensed graph; whoever asks while blocks are visited gets others. Space O(8 · size) each. */
export class BorrowedBuffers {
  private readonly lent = new Map<Condensation, ColumnBuffer>()

  /** One with a place for some components at least. */
  of(condensed: Condensation, components: ReadonlyMap<Circle, SteppedComponent>): ColumnBuffer {
    const kept = idle.get(condensed)?.pop()
    const fits = kept !== undefined && [...components.keys()].every((circle) => kept.placed.has(circle))
    const buffer = fits ? kept : columnBuffer(condensed, new Map([...(kept?.placed ?? []), ...components]))
    this.lent.set(condensed, buffer)
    return buffer
  }

  giveBack(): void {
    for (const [condensed, buffer] of this.lent) idle.set(condensed, [...(idle.get(condensed) ?? []), buffer])
    this.lent.clear()
  }
}

const columnBuffer = (condensed: Condensation, components: ReadonlyMap<Circle, SteppedComponent>): ColumnBuffer =>
  condensed.node.length > PLAIN_UP_TO || components.size > 0 ? machineBuffer(condensed, components) : plainBuffer(condensed)

/** Rows of the block before; where they are many, all at once. */
function clear(value: Float64Array, used: Int32Array): void {
  if (used.length > value.length / WIDTH / 4) value.fill(0)
  else for (const at of used) value.fill(0, at * WIDTH, (at + 1) * WIDTH)
}

/** Without a place for components. */
export function plainBuffer({ node, rows }: Pick<Condensation, 'node' | 'rows'>): ColumnBuffer {
  const [value, rowSum] = [new Float64Array(node.length * WIDTH), new Float64Array(node.length)]
  let order: Int32Array = new Int32Array(0)
  return {
    value, rowSum, placed: new Map(),
    begin: (positions) => { clear(value, order); order = positions },
    accumulate: (from, to) => { accumulate(rows, order, from, to, value); sumRows(order, from, to, value, rowSum) },
    sumRows: (from, to) => sumRows(order, from, to, value, rowSum),
    sumColumns: (first, count) => sumColumns(value, first, count),
    solve: () => { throw new Error('A component has no place in a plain buffer.') },
  }
}

/** The same numbers to the last bit, from WebAssembly. @see graph-schema/decisions/0011-sweeps-in-webassembly.md */
export function machineBuffer({ node: { length: size }, rows }: Pick<Condensation, 'node' | 'rows'>, placed: ReadonlyMap<Circle, SteppedComponent>): ColumnBuffer {
  const room = new MachineRoom()
  const lines = (count: number) => room.take(8 * WIDTH * count)
  const [values, rowSums, order, found] = [lines(size), room.take(8 * size), room.take(4 * size), lines(1)]
  const places = room.putRows(rows)
  const largest = Math.max(0, ...[...placed.values()].map((component) => component.size))
  const blocks = { passedOn: lines(largest), answer: lines(largest), found }
  const components = new Map<Circle, PlacedComponent>()
  for (const [circle, component] of placed) components.set(circle, placeComponent(room, component, values + 8 * WIDTH * circle.first, blocks))
  const memory = room.memory()
  const instructions = rowInstructions(memory)
  const numbers = (at: number, length: number) => new Float64Array(memory.buffer, at, length)
  const [value, rowSum, ordered] = [numbers(values, WIDTH * size), numbers(rowSums, size), new Int32Array(memory.buffer, order, size)]
  let used: Int32Array = new Int32Array(0)
  return {
    value, rowSum, placed,
    begin: (positions) => {
      clear(value, used)
      if (positions !== used) ordered.set(positions)
      used = positions
    },
    accumulate: (from, to) => instructions.accumulate(from, to, order, ...places, values, rowSums),
    sumRows: (from, to) => instructions.sumRows(from, to, order, values, rowSums),
    sumColumns: (first, count) => {
      instructions.sumColumns(values + 8 * WIDTH * first, values + 8 * WIDTH * (first + count), found)
      return numbers(found, WIDTH).slice()
    },
    solve: (circle, inflow, place, cancellation) => solvePlaced(components.get(circle)!, { memory, instructions }, inflow, rowSums + 8 * place, cancellation),
  }
}
