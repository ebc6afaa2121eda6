import { absolutePair, add, addPair, assembledModule, countTo, declared, get, load, loadPair, loadTwice, multiplyPair, place, set, shift, storePair, subtractPair } from './assembled-module.ts'
import type { AssembledFunction, Code } from './assembled-module.ts'
import { WIDTH } from './interleaved-columns.ts'
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
  /** value = factor · (inflow + Σ weight · value of the entry), row after row in the order of these equations, each with the values of the rows before. Time O(8 · entries). */
  solve(equations: Name, inflow: 'inflow' | 'passedOn'): void
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
  const room = new Room()
  const blocks = { inflow: room.take(8 * WIDTH * size), passedOn: room.take(8 * WIDTH * size), value: room.take(8 * WIDTH * size) }
  const found = room.take(8 * 2 * WIDTH)
  const placed = (name: Name) => {
    const { rows, factor, order } = equations[name]
    return [room.put(order), ...rowsIn(room, rows), room.put(factor)] as const
  }
  const names = Object.keys(equations) as Name[]
  const places = Object.fromEntries(names.map((name) => [name, placed(name)])) as Record<Name, readonly [number, number, number, number, number]>
  const [start, column, weight, keeps] = [...rowsIn(room, checked.rows), room.put(checked.keeps)] as const
  const memory = room.memory()
  const { solve, shortfall } = new WebAssembly.Instance(rowModule(), { m: { m: memory } }).exports as Record<'solve' | 'shortfall', (...places: readonly number[]) => void>
  const numbers = (at: number, length: number) => new Float64Array(memory.buffer, at, length)
  return {
    inflow: numbers(blocks.inflow, WIDTH * size), passedOn: numbers(blocks.passedOn, WIDTH * size), value: numbers(blocks.value, WIDTH * size),
    solve: (name, inflow) => solve!(equations[name].order.length, ...places[name], blocks[inflow], blocks.value),
    shortfall: () => {
      shortfall!(checked.keeps.length, start, column, weight, keeps, blocks.inflow, blocks.value, found)
      return { norm: numbers(found, WIDTH).slice(), inflow: numbers(found + 8 * WIDTH, WIDTH).slice() }
    },
  }
}

const rowsIn = (room: Room, { start, column, weight }: WeightedRows) => [room.put(start), room.put(column), room.put(weight)] as const

/** Places in a memory that is made when all is known that goes into it: a memory that grows takes its arrays away. */
class Room {
  private readonly given: { readonly at: number; readonly list: Int32Array | Float64Array }[] = []
  private end = 0

  take(bytes: number): number {
    const at = this.end
    this.end += 16 * Math.ceil(bytes / 16)
    return at
  }

  put(list: Int32Array | Float64Array): number {
    const at = this.take(list.byteLength)
    this.given.push({ at, list })
    return at
  }

  memory(): WebAssembly.Memory {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(this.end / 65_536) })
    for (const { at, list } of this.given) new (list instanceof Int32Array ? Int32Array : Float64Array)(memory.buffer, at, list.length).set(list)
    return memory
  }
}

let compiled: WebAssembly.Module | undefined
const rowModule = (): WebAssembly.Module => (compiled ??= assembledModule([solveFunction(), shortfallFunction()]))

const PAIRS = [0, 1, 2, 3]

type RowLocal = 'start' | 'column' | 'weight' | 'value' | 'row' | 'entry' | 'end' | 'other' | 'share' | 'sum'

/** Adds weight · value of the entry to the sums of a row, for all of its entries; `entry` and `end` are set to where they lie. */
const addEntries = ({ start, column, weight, value, row, entry, end, other, share, sum }: Record<RowLocal, number>): Code => [
  ...place(start, row, 2), ...load(), ...set(entry),
  ...place(start, row, 2), ...load(4), ...set(end),
  ...countTo(entry, end, [
    ...place(weight, entry, 3), ...loadTwice, ...set(share),
    ...get(value), ...place(column, entry, 2), ...load(), ...shift(6), ...add, ...set(other),
    ...PAIRS.flatMap((pair) => [...get(sum + pair), ...get(share), ...get(other), ...loadPair(pair), ...multiplyPair, ...addPair, ...set(sum + pair)]),
  ]),
]

function solveFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['count', 'order', 'start', 'column', 'weight', 'factor', 'inflow', 'value'], ['at', 'row', 'here', 'entry', 'end', 'other'], { share: 1, sum: 4 })
  const { count, order, factor, inflow, value, at, row, here, share, sum } = local
  return {
    name: 'solve', ...declarations,
    body: countTo(at, count, [
      ...place(order, at, 2), ...load(), ...set(row),
      ...place(inflow, row, 6), ...set(here),
      ...PAIRS.flatMap((pair) => [...get(here), ...loadPair(pair), ...set(sum + pair)]),
      ...addEntries(local),
      ...place(factor, row, 3), ...loadTwice, ...set(share),
      ...place(value, row, 6), ...set(here),
      ...PAIRS.flatMap((pair) => [...get(here), ...get(sum + pair), ...get(share), ...multiplyPair, ...storePair(pair)]),
    ]),
  }
}

function shortfallFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['count', 'start', 'column', 'weight', 'keeps', 'inflow', 'value', 'found'], ['row', 'here', 'entry', 'end', 'other'], { share: 1, sum: 4, norm: 4, given: 4 })
  const { count, keeps, inflow, value, found, row, here, share, sum, norm, given } = local
  return {
    name: 'shortfall', ...declarations,
    body: [
      ...countTo(row, count, [
        ...place(inflow, row, 6), ...set(here),
        ...PAIRS.flatMap((pair) => [...get(here), ...loadPair(pair), ...set(sum + pair), ...get(given + pair), ...get(sum + pair), ...absolutePair, ...addPair, ...set(given + pair)]),
        ...place(keeps, row, 3), ...loadTwice, ...set(share),
        ...place(value, row, 6), ...set(here),
        ...PAIRS.flatMap((pair) => [...get(sum + pair), ...get(share), ...get(here), ...loadPair(pair), ...multiplyPair, ...subtractPair, ...set(sum + pair)]),
        ...addEntries(local),
        ...PAIRS.flatMap((pair) => [...get(norm + pair), ...get(sum + pair), ...absolutePair, ...addPair, ...set(norm + pair)]),
      ]),
      ...PAIRS.flatMap((pair) => [...get(found), ...get(norm + pair), ...storePair(pair), ...get(found), ...get(given + pair), ...storePair(4 + pair)]),
    ],
  }
}
