import { WIDTH } from './interleaved-columns.ts'
import type { WeightedRows } from './weighted-rows.ts'

/** What one sweep works on: rows that name each other, and per row 1 / (1 − own share). */
export interface SweptRows {
  readonly rows: WeightedRows
  readonly factor: Float64Array
}

/** Gauss–Seidel sweeps over one set of rows, in eight columns. */
export interface SweepMachine {
  /** Set before sweeping; element 8 · row + column. */
  readonly inflow: Float64Array
  /** Where to begin, and the answer. */
  readonly value: Float64Array
  /** value = factor · (inflow + Σ weight · value of the entry), row after row. Time O(8 · entries · times). */
  sweep(times: number): void
}

/**
 * Sweeps as WebAssembly: two columns per instruction and no check of every index, three times as fast as the same loop
 * over typed arrays, and where most of the time of many owners goes.
 *
 * Space O(entries + 8 · rows), outside the heap.
 */
export function sweepMachine({ rows: { start, column, weight }, factor }: SweptRows): SweepMachine {
  const size = factor.length
  const bytes = { weight: 8 * weight.length, factor: 8 * size, inflow: 8 * WIDTH * size, value: 8 * WIDTH * size, start: 4 * (size + 1), column: 4 * column.length }
  const at = { weight: 0, factor: 0, inflow: 0, value: 0, start: 0, column: 0 }
  let end = 0
  for (const name of Object.keys(bytes) as (keyof typeof bytes)[]) {
    at[name] = end
    end += 16 * Math.ceil(bytes[name] / 16)
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65_536) })
  const { sweep } = new WebAssembly.Instance(sweepModule(), { m: { m: memory } }).exports as { sweep: (size: number, start: number, column: number, weight: number, value: number, inflow: number, factor: number) => void }
  new Float64Array(memory.buffer, at.weight, weight.length).set(weight)
  new Float64Array(memory.buffer, at.factor, size).set(factor)
  new Int32Array(memory.buffer, at.start, size + 1).set(start)
  new Int32Array(memory.buffer, at.column, column.length).set(column)
  return {
    inflow: new Float64Array(memory.buffer, at.inflow, size * WIDTH),
    value: new Float64Array(memory.buffer, at.value, size * WIDTH),
    sweep: (times) => { for (let done = 0; done < times; done++) sweep(size, at.start, at.column, at.weight, at.value, at.inflow, at.factor) },
  }
}

let compiled: WebAssembly.Module | undefined
const sweepModule = (): WebAssembly.Module => (compiled ??= new WebAssembly.Module(moduleOf(sweepBody())))

// Names of parameters and locals in the order in which they are declared below.
const [SIZE, START, COLUMN, WEIGHT, VALUE, INFLOW, FACTOR, ROW, HERE, ENTRY, END, OTHER, SHARE, FIRST_SUM] = Array.from({ length: 14 }, (_, at) => at) as [number, number, number, number, number, number, number, number, number, number, number, number, number, number]
const PAIRS = [0, 1, 2, 3]

const I32 = 0x7f
const V128 = 0x7b
const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const constant = (value: number) => [0x41, value] // below 64
const add = [0x6a]
const shift = (bits: number) => [...constant(bits), 0x74]
const load = (offset = 0) => [0x28, 2, offset]
const loadPair = (pair: number) => [0xfd, 0x00, 3, 16 * pair]
const loadTwice = [0xfd, 0x0a, 3, 0]
const storePair = (pair: number) => [0xfd, 0x0b, 3, 16 * pair]
const addPair = [0xfd, 0xf0, 0x01]
const multiplyPair = [0xfd, 0xf2, 0x01]
/** Runs `body` while `at` is less than `limit`, counting up. */
const countTo = (at: number, limit: number, body: readonly number[]) => [
  0x02, 0x40, 0x03, 0x40, ...get(at), ...get(limit), 0x4e, 0x0d, 1, ...body, ...get(at), ...constant(1), ...add, ...set(at), 0x0c, 0, 0x0b, 0x0b,
]

function sweepBody(): readonly number[] {
  const rowPlace = (list: number, bits: number) => [...get(list), ...get(ROW), ...shift(bits), ...add]
  const entryPlace = (list: number, bits: number) => [...get(list), ...get(ENTRY), ...shift(bits), ...add]
  return countTo(ROW, SIZE, [
    ...rowPlace(INFLOW, 6), ...set(HERE),
    ...PAIRS.flatMap((pair) => [...get(HERE), ...loadPair(pair), ...set(FIRST_SUM + pair)]),
    ...rowPlace(START, 2), ...load(), ...set(ENTRY),
    ...rowPlace(START, 2), ...load(4), ...set(END),
    ...countTo(ENTRY, END, [
      ...entryPlace(WEIGHT, 3), ...loadTwice, ...set(SHARE),
      ...get(VALUE), ...entryPlace(COLUMN, 2), ...load(), ...shift(6), ...add, ...set(OTHER),
      ...PAIRS.flatMap((pair) => [...get(FIRST_SUM + pair), ...get(SHARE), ...get(OTHER), ...loadPair(pair), ...multiplyPair, ...addPair, ...set(FIRST_SUM + pair)]),
    ]),
    ...rowPlace(FACTOR, 3), ...loadTwice, ...set(SHARE),
    ...rowPlace(VALUE, 6), ...set(HERE),
    ...PAIRS.flatMap((pair) => [...get(HERE), ...get(FIRST_SUM + pair), ...get(SHARE), ...multiplyPair, ...storePair(pair)]),
  ])
}

/** A module that takes the memory m.m and gives the function `sweep`. @see WebAssembly Core Specification 2.0, chapter 5. */
function moduleOf(body: readonly number[]): Uint8Array<ArrayBuffer> {
  const text = (name: string) => [name.length, ...Buffer.from(name)]
  const sized = (content: readonly number[]) => [...leb(content.length), ...content]
  const section = (id: number, content: readonly number[]) => [id, ...sized(content)]
  const parameters = Array.from({ length: 7 }, () => I32)
  const locals = [2, 5, I32, 5, V128]
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, parameters.length, ...parameters, 0]),
    ...section(2, [1, ...text('m'), ...text('m'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('sweep'), 0x00, 0]),
    ...section(10, [1, ...sized([...locals, ...body, 0x0b])]),
  ])
}

/** Unsigned LEB128. */
const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)])
