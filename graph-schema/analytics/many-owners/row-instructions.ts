import { absolutePair, add, addNumber, addPair, assembledModule, constant, countTo, declared, get, load, loadPair, loadTwice, multiplyPair, numberOfPair, place, set, shift, storeNumber, storePair, subtractPair } from '../parts/assembled-module.ts'
import type { AssembledFunction, Code } from '../parts/assembled-module.ts'
import { ENTRY_BYTES, ROW_BYTES } from './row-program.ts'

/** What can be done with rows of eight numbers; arguments are addresses, and places in an order. */
export interface RowInstructions {
  /** x = factor · (inflow + Σ weight · x of the entry), for the rows of a program. */
  solve(row: number, last: number, entry: number): void
  /** Writes to `found`, per column, Σ |inflow + Σ weight · x − factor · x| over the rows of a program. */
  shortfall(row: number, last: number, entry: number, found: number): void
  /** Puts every x where its inflow was, and what the row has in all columns to `rowSum` and after. */
  publish(row: number, last: number, rowSum: number): void
  /** value += Σ weight · value of the entry, for the rows order[from] … order[to − 1]; what a row has in all columns goes to its place in `rowSum`. */
  accumulate(from: number, to: number, order: number, start: number, column: number, weight: number, value: number, rowSum: number): void
  /** Only the last part of it. */
  sumRows(from: number, to: number, order: number, value: number, rowSum: number): void
  /** Writes to `found`, per column, the sum of all rows from one address to another. */
  sumColumns(here: number, last: number, found: number): void
}

/** @see graph-schema/decisions/0011-sweeps-in-webassembly.md. The module is compiled once per process. */
export function rowInstructions(memory: WebAssembly.Memory): RowInstructions {
  compiled ??= assembledModule([solveFunction(), shortfallFunction(), publishFunction(), accumulateFunction(), sumRowsFunction(), sumColumnsFunction()])
  return new WebAssembly.Instance(compiled, { m: { m: memory } }).exports as unknown as RowInstructions // the functions below are those declared above
}

let compiled: WebAssembly.Module | undefined

const PAIRS = [0, 1, 2, 3]
const LINE_BYTES = 64

const loadLine = (here: number, sum: number): Code => PAIRS.flatMap((pair) => [...get(here), ...loadPair(pair), ...set(sum + pair)])
const storeLine = (here: number, sum: number): Code => PAIRS.flatMap((pair) => [...get(here), ...get(sum + pair), ...storePair(pair)])
/** Adds share · the numbers at `other`. */
const addLine = ({ other, share, sum }: Record<'other' | 'share' | 'sum', number>): Code =>
  PAIRS.flatMap((pair) => [...get(sum + pair), ...get(share), ...get(other), ...loadPair(pair), ...multiplyPair, ...addPair, ...set(sum + pair)])

/** In a program: where the entries of a row end, and where its inflow and its answer lie. */
const endOf = (row: number): Code => [...get(row), ...load(8)]
const inflowOf = (row: number): Code => [...get(row), ...load(12)]
const answerOf = (row: number): Code => [...get(row), ...load(16)]

/** Adds weight · x of the entry to the sums of a row of a program, for all of its entries. */
const addEntries = (local: Record<'row' | 'entry' | 'end' | 'other' | 'share' | 'sum', number>): Code => [
  ...endOf(local.row), ...set(local.end),
  ...countTo(local.entry, local.end, [...get(local.entry), ...loadTwice, ...set(local.share), ...get(local.entry), ...load(8), ...set(local.other), ...addLine(local)], ENTRY_BYTES),
]

/** Adds up the sums of eight columns at an address; what is in `share` is lost. */
const storeSum = (address: Code, { share, sum }: Record<'share' | 'sum', number>): Code => [
  ...PAIRS.flatMap((pair) => [...get(sum + pair), ...(pair > 0 ? addPair : [])]), ...set(share),
  ...address, ...get(share), ...numberOfPair(0), ...get(share), ...numberOfPair(1), ...addNumber, ...storeNumber,
]

function solveFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['row', 'last', 'entry'], ['here', 'end', 'other'], { share: 1, sum: 4 })
  const { row, last, here, share, sum } = local
  return {
    name: 'solve', ...declarations,
    body: countTo(row, last, [
      ...inflowOf(row), ...set(here), ...loadLine(here, sum),
      ...addEntries(local),
      ...get(row), ...loadTwice, ...set(share),
      ...answerOf(row), ...set(here),
      ...PAIRS.flatMap((pair) => [...get(here), ...get(sum + pair), ...get(share), ...multiplyPair, ...storePair(pair)]),
    ], ROW_BYTES),
  }
}

function shortfallFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['row', 'last', 'entry', 'found'], ['here', 'end', 'other'], { share: 1, sum: 4, norm: 4 })
  const { row, last, found, here, share, sum, norm } = local
  return {
    name: 'shortfall', ...declarations,
    body: [
      ...countTo(row, last, [
        ...inflowOf(row), ...set(here), ...loadLine(here, sum),
        ...get(row), ...loadTwice, ...set(share),
        ...answerOf(row), ...set(here),
        ...PAIRS.flatMap((pair) => [...get(sum + pair), ...get(share), ...get(here), ...loadPair(pair), ...multiplyPair, ...subtractPair, ...set(sum + pair)]),
        ...addEntries(local),
        ...PAIRS.flatMap((pair) => [...get(norm + pair), ...get(sum + pair), ...absolutePair, ...addPair, ...set(norm + pair)]),
      ], ROW_BYTES),
      ...storeLine(found, norm),
    ],
  }
}

function publishFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['row', 'last', 'rowSum'], ['here'], { share: 1, sum: 4 })
  const { row, last, rowSum, here, sum } = local
  return {
    name: 'publish', ...declarations,
    body: countTo(row, last, [
      ...answerOf(row), ...set(here), ...loadLine(here, sum),
      ...inflowOf(row), ...set(here), ...storeLine(here, sum),
      ...storeSum(get(rowSum), local),
      ...get(rowSum), ...constant(8), ...add, ...set(rowSum),
    ], ROW_BYTES),
  }
}

function accumulateFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'to', 'order', 'start', 'column', 'weight', 'value', 'rowSum'], ['row', 'here', 'entry', 'end', 'other'], { share: 1, sum: 4 })
  const { at, to, order, start, column, weight, value, rowSum, row, here, entry, end, other, share, sum } = local
  return {
    name: 'accumulate', ...declarations,
    body: countTo(at, to, [
      ...place(order, at, 2), ...load(), ...set(row),
      ...place(value, row, 6), ...set(here), ...loadLine(here, sum),
      ...place(start, row, 2), ...load(), ...set(entry),
      ...place(start, row, 2), ...load(4), ...set(end),
      ...countTo(entry, end, [
        ...place(weight, entry, 3), ...loadTwice, ...set(share),
        ...get(value), ...place(column, entry, 2), ...load(), ...shift(6), ...add, ...set(other),
        ...addLine(local),
      ]),
      ...storeLine(here, sum),
      ...storeSum(place(rowSum, at, 3), local),
    ]),
  }
}

function sumRowsFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'to', 'order', 'value', 'rowSum'], ['row', 'here'], { share: 1, sum: 4 })
  const { at, to, order, value, rowSum, row, here, sum } = local
  return {
    name: 'sumRows', ...declarations,
    body: countTo(at, to, [...place(order, at, 2), ...load(), ...set(row), ...place(value, row, 6), ...set(here), ...loadLine(here, sum), ...storeSum(place(rowSum, at, 3), local)]),
  }
}

function sumColumnsFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['here', 'last', 'found'], [], { sum: 4 })
  const { here, last, found, sum } = local
  return {
    name: 'sumColumns', ...declarations,
    body: [
      ...countTo(here, last, PAIRS.flatMap((pair) => [...get(sum + pair), ...get(here), ...loadPair(pair), ...addPair, ...set(sum + pair)]), LINE_BYTES),
      ...storeLine(found, sum),
    ],
  }
}
