import { describe, expect, it } from 'vitest'
import { WIDTH } from '#analytics/interleaved-columns.ts'
import type { Equations } from '#analytics/row-machine.ts'
import { rowMachine } from '#analytics/row-machine.ts'
import { weightedRows } from '#analytics/weighted-rows.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'

/** Random rows, about one in three of them without an entry; some name themselves, some the same row twice. */
function randomEquations(size: number, random: () => number): Equations {
  const below = (limit: number) => Math.floor(random() * limit)
  const row = Array.from({ length: size }, () => below(size))
  const rows = weightedRows(size, row, row.map(() => below(size)), row.map(() => random()))
  const order = Int32Array.from(shuffled(size, random)).subarray(0, size - below(Math.min(size + 1, 4))) // some are left alone
  return { rows, factor: Float64Array.from({ length: size }, () => 1 + random()), order }
}

/** The same one column after the other, in plain arrays. */
function plainSolve({ rows: { start, column, weight }, factor, order }: Equations, inflow: Float64Array, value: Float64Array): Float64Array {
  const solved = value.slice()
  for (let at = 0; at < WIDTH; at++) {
    for (const row of order) {
      let sum = inflow[row * WIDTH + at]!
      for (let entry = start[row]!; entry < start[row + 1]!; entry++) sum += weight[entry]! * solved[column[entry]! * WIDTH + at]!
      solved[row * WIDTH + at] = sum * factor[row]!
    }
  }
  return solved
}

function plainNorm({ rows: { start, column, weight }, factor: keeps }: Equations, inflow: Float64Array, value: Float64Array): Float64Array {
  return Float64Array.from({ length: WIDTH }, (_, at) => {
    let norm = 0
    for (let row = 0; row < keeps.length; row++) {
      let short = inflow[row * WIDTH + at]! - keeps[row]! * value[row * WIDTH + at]!
      for (let entry = start[row]!; entry < start[row + 1]!; entry++) short += weight[entry]! * value[column[entry]! * WIDTH + at]!
      norm += Math.abs(short)
    }
    return norm
  })
}

const sums = (value: Float64Array) => Float64Array.from({ length: WIDTH }, (_, column) => value.reduce((sum, one, at) => (at % WIDTH === column ? sum + Math.abs(one) : sum), 0))
const filled = (list: Float64Array, random: () => number) => list.set(list.map(() => random() - 0.25))

describe('the machine that solves rows', () => {
  it.each([0, 1, 2, 3, 7, 100, 5_000])('has the very numbers of a plain loop, for %i random rows in any order', (size) => {
    const random = seededRandom(size + 1)
    const [first, second, stated] = [randomEquations(size, random), randomEquations(size, random), randomEquations(size, random)]
    const machine = rowMachine(size, { first, second }, { rows: stated.rows, keeps: stated.factor })
    for (const block of [machine.inflow, machine.passedOn, machine.value]) filled(block, random)
    const began = machine.value.slice()
    machine.solve('first', 'inflow', 'value')
    const afterFirst = plainSolve(first, machine.inflow, began)
    expect(machine.value).toEqual(afterFirst)
    machine.solve('second', 'passedOn', 'value')
    expect(machine.value).toEqual(plainSolve(second, machine.passedOn, afterFirst))
    for (let times = 0; times < 2; times++) expect(machine.shortfall()).toEqual({ norm: plainNorm(stated, machine.inflow, machine.value), inflow: sums(machine.inflow) })
  })

  //   row 0 ◀─ ½ ── row 1 ◀─ ½ ── row 0: 1 flows into row 0; x₀ = 1 + ½ x₁, x₁ = ½ x₀, so x₀ = 4/3 and x₁ = 2/3
  it('sweeps to the solution by hand, and falls short by nothing then', () => {
    const rows = weightedRows(2, [0, 1], [1, 0], [0.5, 0.5])
    const machine = rowMachine(2, { sweep: { rows, factor: Float64Array.of(1, 1), order: Int32Array.of(0, 1) } }, { rows, keeps: Float64Array.of(1, 1) })
    machine.inflow[5] = 1 // row 0, the sixth column
    for (let sweep = 0; sweep < 30; sweep++) machine.solve('sweep', 'inflow', 'value')
    expect([machine.value[5], machine.value[WIDTH + 5]]).toEqual([expect.closeTo(4 / 3, 15), expect.closeTo(2 / 3, 15)])
    expect(machine.shortfall().norm[5]).toBeLessThan(1e-15)
    expect(machine.shortfall().inflow).toEqual(Float64Array.of(0, 0, 0, 0, 0, 1, 0, 0))
  })

  it('keeps zero, infinity and what is no number as a plain loop does', () => {
    const rows = weightedRows(3, [1, 2], [0, 1], [0.5, 1])
    const machine = rowMachine(3, { all: { rows, factor: Float64Array.of(1, 1, 0), order: Int32Array.of(0, 1, 2) } }, { rows, keeps: new Float64Array(3) })
    machine.inflow.set([0, Infinity, NaN, -0])
    machine.solve('all', 'inflow', 'value')
    expect([...machine.value.subarray(0, 4), ...machine.value.subarray(8, 11), ...machine.value.subarray(16, 19)]).toEqual([0, Infinity, NaN, -0, 0, Infinity, NaN, 0, NaN, NaN])
  })
})
