import { absolutePair, add, addNumber, addPair, assembledModule, countTo, declared, get, load, loadPair, loadTwice, multiplyPair, numberOfPair, place, set, shift, storeNumber, storePair, subtractPair } from './assembled-module.ts'
import type { AssembledFunction, Code } from './assembled-module.ts'

/** What can be done with sparse rows in eight columns; arguments are addresses, and counts. */
export interface RowInstructions {
  /** value = factor · (inflow + Σ weight · value of the entry), for `count` rows in a given order. */
  solve(count: number, order: number, start: number, column: number, weight: number, factor: number, inflow: number, value: number): void
  /** Writes to `found`, per column, Σ |inflow + Σ weight · value − keeps · value| and then Σ |inflow|. */
  shortfall(count: number, start: number, column: number, weight: number, keeps: number, inflow: number, value: number, found: number): void
  /** value += Σ weight · value of the entry, for the rows order[from] … order[to − 1]; what a row has in all columns goes to its place in `rowSum`. */
  accumulate(from: number, to: number, order: number, start: number, column: number, weight: number, value: number, rowSum: number): void
  /** Only the last part of it. */
  sumRows(from: number, to: number, order: number, value: number, rowSum: number): void
}

/** @see graph-schema/decisions/0011-sweeps-in-webassembly.md. The module is compiled once per process. */
export function rowInstructions(memory: WebAssembly.Memory): RowInstructions {
  compiled ??= assembledModule([solveFunction(), shortfallFunction(), accumulateFunction(), sumRowsFunction()])
  return new WebAssembly.Instance(compiled, { m: { m: memory } }).exports as unknown as RowInstructions // the functions below are those declared above
}

let compiled: WebAssembly.Module | undefined

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

const loadRow = (here: number, sum: number): Code => PAIRS.flatMap((pair) => [...get(here), ...loadPair(pair), ...set(sum + pair)])

/** Puts the sum of eight columns at the place of a row; what is in `share` is lost. */
const storeRowSum = ({ rowSum, at, share, sum }: Record<'rowSum' | 'at' | 'share' | 'sum', number>): Code => [
  ...PAIRS.flatMap((pair) => [...get(sum + pair), ...(pair > 0 ? addPair : [])]), ...set(share),
  ...place(rowSum, at, 3), ...get(share), ...numberOfPair(0), ...get(share), ...numberOfPair(1), ...addNumber, ...storeNumber,
]

function solveFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['count', 'order', 'start', 'column', 'weight', 'factor', 'inflow', 'value'], ['at', 'row', 'here', 'entry', 'end', 'other'], { share: 1, sum: 4 })
  const { count, order, factor, inflow, value, at, row, here, share, sum } = local
  return {
    name: 'solve', ...declarations,
    body: countTo(at, count, [
      ...place(order, at, 2), ...load(), ...set(row),
      ...place(inflow, row, 6), ...set(here),
      ...loadRow(here, sum),
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

function accumulateFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'to', 'order', 'start', 'column', 'weight', 'value', 'rowSum'], ['row', 'here', 'entry', 'end', 'other'], { share: 1, sum: 4 })
  const { at, to, order, value, row, here, sum } = local
  return {
    name: 'accumulate', ...declarations,
    body: countTo(at, to, [
      ...place(order, at, 2), ...load(), ...set(row),
      ...place(value, row, 6), ...set(here),
      ...loadRow(here, sum),
      ...addEntries(local),
      ...PAIRS.flatMap((pair) => [...get(here), ...get(sum + pair), ...storePair(pair)]),
      ...storeRowSum(local),
    ]),
  }
}

function sumRowsFunction(): AssembledFunction {
  const { local, ...declarations } = declared(['at', 'to', 'order', 'value', 'rowSum'], ['row', 'here'], { share: 1, sum: 4 })
  const { at, to, order, value, row, here, sum } = local
  return {
    name: 'sumRows', ...declarations,
    body: countTo(at, to, [...place(order, at, 2), ...load(), ...set(row), ...place(value, row, 6), ...set(here), ...loadRow(here, sum), ...storeRowSum(local)]),
  }
}
