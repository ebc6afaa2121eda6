import { describe, expect, it } from 'vitest'
import { WIDTH } from '#analytics/parts/interleaved-columns.ts'
import { MachineRoom } from '#analytics/parts/machine-room.ts'
import { rowInstructions } from '#analytics/many-owners/row-instructions.ts'
import type { Equations, Lines } from '#analytics/many-owners/row-program.ts'
import { rowProgram } from '#analytics/many-owners/row-program.ts'
import { weightedRows } from '#analytics/parts/weighted-rows.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'

/** Random rows, about one in three of them without an entry; some name themselves, some the same row twice. */
function randomEquations(size: number, random: () => number): Equations {
  const below = (limit: number) => Math.floor(random() * limit)
  const row = Array.from({ length: size }, () => below(size))
  const rows = weightedRows(size, row, row.map(() => below(size)), row.map(() => random()))
  const order = Int32Array.from(shuffled(size, random)).subarray(0, size - below(Math.min(size + 1, 4))) // some are left alone
  return { rows, factor: Float64Array.from({ length: size }, () => 1 + random()), order }
}

/** Where the numbers of a row stand, in a block or through a list. */
type Stands = Int32Array | undefined
const lineOf = (stands: Stands, row: number) => (stands === undefined ? row : stands[row]!) * WIDTH

/** Equations in a memory of their own, with a block that flows in and one for the answer. */
function machine(size: number, equations: Equations, { inflow, x }: { inflow?: Stands; x?: Stands } = {}) {
  const room = new MachineRoom()
  const [into, answer, found, rowSum] = [room.take(8 * WIDTH * size), room.take(8 * WIDTH * size), room.take(8 * WIDTH), room.take(8 * size)]
  const lines = (at: number, rows: Stands): Lines => ({ at, rows })
  const { first, end, entries } = rowProgram(room, equations, { inflow: lines(into, inflow), x: lines(answer, x), from: lines(answer, x) })
  const memory = room.memory()
  const instructions = rowInstructions(memory)
  const numbers = (at: number, length: number) => new Float64Array(memory.buffer, at, length)
  return {
    inflow: numbers(into, WIDTH * size), x: numbers(answer, WIDTH * size), rowSum: numbers(rowSum, size),
    solve: () => instructions.solve(first, end, entries),
    shortfall: () => { instructions.shortfall(first, end, entries, found); return numbers(found, WIDTH).slice() },
    publish: () => instructions.publish(first, end, rowSum),
    sumColumns: (from: number, to: number) => { instructions.sumColumns(into + 8 * WIDTH * from, into + 8 * WIDTH * to, found); return numbers(found, WIDTH).slice() },
  }
}

/** inflow + Σ weight · x of the entry, in plain arrays, beginning with `sum`. */
function plainRow({ start, column, weight }: Equations['rows'], row: number, at: number, x: Float64Array, stands: Stands, sum: number): number {
  for (let entry = start[row]!; entry < start[row + 1]!; entry++) sum += weight[entry]! * x[lineOf(stands, column[entry]!) + at]!
  return sum
}

function plainSolve({ rows, factor, order }: Equations, inflow: Float64Array, x: Float64Array, stands: { inflow?: Stands; x?: Stands } = {}): Float64Array {
  const solved = x.slice()
  for (let at = 0; at < WIDTH; at++) for (const row of order) solved[lineOf(stands.x, row) + at] = plainRow(rows, row, at, solved, stands.x, inflow[lineOf(stands.inflow, row) + at]!) * factor[row]!
  return solved
}

const plainShortfall = ({ rows, factor, order }: Equations, inflow: Float64Array, x: Float64Array): Float64Array => Float64Array.from({ length: WIDTH }, (_, at) => {
  let norm = 0
  for (const row of order) norm += Math.abs(plainRow(rows, row, at, x, undefined, inflow[row * WIDTH + at]! - factor[row]! * x[row * WIDTH + at]!))
  return norm
})

const fill = (list: Float64Array, random: () => number) => list.set(list.map(() => random() - 0.25))
const SIZES = [0, 1, 2, 3, 7, 100, 5_000]

describe('rows of eight numbers in WebAssembly', () => {
  it.each(SIZES)('are solved to the very numbers of a plain loop, %i of them in any order', (size) => {
    const random = seededRandom(size + 1)
    const equations = randomEquations(size, random)
    const { inflow, x, solve, shortfall } = machine(size, equations)
    fill(inflow, random)
    fill(x, random)
    for (let times = 0; times < 2; times++) {
      expect(shortfall()).toEqual(plainShortfall(equations, inflow, x))
      const expected = plainSolve(equations, inflow, x)
      solve()
      expect(x).toEqual(expected)
    }
  })

  it.each(SIZES)('stand wherever lists say, what flows in and the answer apart, %i of them', (size) => {
    const random = seededRandom(size + 2)
    const equations = randomEquations(size, random)
    const stands = { inflow: Int32Array.from(shuffled(size, random)), x: Int32Array.from(shuffled(size, random)) }
    const { inflow, x, rowSum, solve, publish } = machine(size, equations, stands)
    fill(inflow, random)
    fill(x, random)
    const expected = plainSolve(equations, inflow, x, stands)
    solve()
    expect(x).toEqual(expected)
    const published = inflow.slice()
    for (const row of equations.order) published.set(x.subarray(lineOf(stands.x, row), lineOf(stands.x, row) + WIDTH), lineOf(stands.inflow, row))
    publish()
    expect(inflow).toEqual(published)
    equations.order.forEach((row, place) => expect(rowSum[place]).toBeCloseTo(x.subarray(lineOf(stands.x, row), lineOf(stands.x, row) + WIDTH).reduce((sum, one) => sum + one, 0), 9))
  })

  it.each(SIZES)('are summed per column, %i of them', (size) => {
    const { inflow, sumColumns } = machine(size, randomEquations(size, seededRandom(size)))
    fill(inflow, seededRandom(size + 3))
    const [from, to] = [Math.floor(size / 3), size]
    expect(sumColumns(from, to)).toEqual(Float64Array.from({ length: WIDTH }, (_, at) => Array.from({ length: to - from }, (_, row) => inflow[(from + row) * WIDTH + at]!).reduce((sum, one) => sum + one, 0)))
  })

  //   row 0 ◀─ ½ ── row 1 ◀─ ½ ── row 0: 1 flows into row 0; x₀ = 1 + ½ x₁, x₁ = ½ x₀, so x₀ = 4/3 and x₁ = 2/3
  it('sweep to the solution by hand, and fall short by nothing then', () => {
    const { inflow, x, solve, shortfall } = machine(2, { rows: weightedRows(2, [0, 1], [1, 0], [0.5, 0.5]), factor: Float64Array.of(1, 1), order: Int32Array.of(0, 1) })
    inflow[5] = 1 // row 0, the sixth column
    for (let sweep = 0; sweep < 30; sweep++) solve()
    expect([x[5], x[WIDTH + 5]]).toEqual([expect.closeTo(4 / 3, 15), expect.closeTo(2 / 3, 15)])
    expect(shortfall()[5]).toBeLessThan(1e-15)
  })

  it('keep zero, infinity and what is no number as a plain loop does', () => {
    const { inflow, x, solve } = machine(3, { rows: weightedRows(3, [1, 2], [0, 1], [0.5, 1]), factor: Float64Array.of(1, 1, 0), order: Int32Array.of(0, 1, 2) })
    inflow.set([0, Infinity, NaN, -0])
    solve()
    expect([...x.subarray(0, 4), ...x.subarray(8, 11), ...x.subarray(16, 19)]).toEqual([0, Infinity, NaN, -0, 0, Infinity, NaN, 0, NaN, NaN])
  })
})
