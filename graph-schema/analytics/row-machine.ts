import { WIDTH } from './interleaved-columns.ts'
import { MachineRoom } from './machine-room.ts'
import { rowInstructions } from './row-instructions.ts'
import type { WeightedRows } from './weighted-rows.ts'

/** Rows of one equation each: value · (1 / factor) = inflow + Σ weight · value of the entry. */
export interface Equations {
  readonly rows: WeightedRows
  /** Row → number; of the rows in `order` at least. */
  readonly factor: Float64Array
  /** Rows in the order in which they are solved. */
  readonly order: Int32Array
}

/** What a block of values falls short of its equations, per column. */
export interface Shortfall {
  /** Σ |inflow + Σ weight · value − keeps · value| over all rows. */
  readonly norm: Float64Array
  /** Σ |inflow| over all rows. */
  readonly inflow: Float64Array
}

/** Equations in eight columns. Element 8 · row + column of each block of values. */
export interface RowMachine<Name extends string> {
  /** Blocks of values: what flows in, what flows in after a first step, and the answer. */
  readonly inflow: Float64Array
  readonly passedOn: Float64Array
  readonly value: Float64Array
  /** x = factor · (inflow + Σ weight · x of the entry), row after row in the order of these equations, each with the values of the rows before. Time O(8 · entries). */
  solve(equations: Name, inflow: 'inflow' | 'passedOn', x: 'passedOn' | 'value'): void
  /** Of the equations to be checked, with `inflow` and `value`. Time O(8 · entries). */
  shortfall(): Shortfall
}

/** Equations kept · value = inflow + Σ weight · value of the entry, one per row. */
export interface CheckedEquations {
  readonly rows: WeightedRows
  readonly keeps: Float64Array
}

/**
 * Sparse equations in WebAssembly: two columns per instruction and no check of every index, three times as fast as the same loops over
 * typed arrays, and where most of the time of many owners goes.
 *
 * @param size rows of each block of values
 * @see graph-schema/decisions/0011-sweeps-in-webassembly.md. Space O(entries + 8 · size), outside the heap.
 */
export function rowMachine<Name extends string>(size: number, equations: Readonly<Record<Name, Equations>>, checked: CheckedEquations): RowMachine<Name> {
  const room = new MachineRoom()
  const blocks = { inflow: room.take(8 * WIDTH * size), passedOn: room.take(8 * WIDTH * size), value: room.take(8 * WIDTH * size) }
  const found = room.take(8 * 2 * WIDTH)
  const placed = (name: Name) => {
    const { rows, factor, order } = equations[name]
    return [room.put(order), ...room.putRows(rows), room.put(factor)] as const
  }
  const names = Object.keys(equations) as Name[]
  const places = Object.fromEntries(names.map((name) => [name, placed(name)])) as Record<Name, readonly [number, number, number, number, number]>
  const counts = Object.fromEntries(names.map((name) => [name, equations[name].order.length])) as Record<Name, number> // nothing else of the equations is kept
  const [start, column, weight, keeps] = [...room.putRows(checked.rows), room.put(checked.keeps)] as const
  const memory = room.memory()
  const instructions = rowInstructions(memory)
  const numbers = (at: number, length: number) => new Float64Array(memory.buffer, at, length)
  return {
    inflow: numbers(blocks.inflow, WIDTH * size), passedOn: numbers(blocks.passedOn, WIDTH * size), value: numbers(blocks.value, WIDTH * size),
    solve: (name, inflow, x) => instructions.solve(counts[name], ...places[name], blocks[inflow], blocks[x]),
    shortfall: () => {
      instructions.shortfall(size, start, column, weight, keeps, blocks.inflow, blocks.value, found)
      return { norm: numbers(found, WIDTH).slice(), inflow: numbers(found + 8 * WIDTH, WIDTH).slice() }
    },
  }
}
