import { describe, expect, it } from 'vitest'
import { assignmentTotal } from '#analytics/graphs/assignment-total.ts'
import { optimalAssignment } from '#analytics/graphs/optimal-assignment.ts'
import { bestOfAllAssignments } from '../oracles/all-assignments.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

interface Table { readonly seed: number; readonly rows: number; readonly columns: number; readonly weights: readonly number[] }

/** Tables with at least as many columns as rows; every other one of quarters only, so that there are many ties and zeros. */
function randomTable(seed: number, most: number): Table {
  const random = seededRandom(seed)
  const rows = 1 + Math.floor(random() * most)
  const columns = rows + Math.floor(random() * (most + 1 - rows))
  return { seed, rows, columns, weights: Array.from({ length: rows * columns }, () => (seed % 2 === 0 ? Math.floor(random() * 5) / 4 : random())) }
}

const rowsOf = ({ rows, columns, weights }: Table) => Array.from({ length: rows }, (_, row) => weights.slice(row * columns, (row + 1) * columns))
/** One function for all tables, as it is used: what is left of the last call must not matter. */
const total = assignmentTotal(200)
const method = ({ rows, columns, weights }: Table): Findings => ({ total: total(Float64Array.from(weights), rows, columns) })

describe('total of the best pairing', () => {
  const small = Array.from({ length: 600 }, (_, index) => randomTable(200_001 + index, 6))
  const large = Array.from({ length: 60 }, (_, index) => randomTable(210_001 + index, 200))
  console.info('assignment totals: seeds 200001 … 200600 up to 6 × 6, 210001 … 210060 up to 200 × 200')

  it('is that of all pairings tried', () => {
    expect(differences(method, (table) => ({ total: bestOfAllAssignments(rowsOf(table), 0).total }), small)).toEqual([])
  })

  it('is that of the pairing found by another search, up to 200 × 200', () => {
    expect(differences(method, (table) => ({ total: optimalAssignment(rowsOf(table)).total }), large)).toEqual([])
  })

  it('is noticed when the best pair is taken first, or a weight is lost', () => {
    const bestFirst = (table: Table): Findings => {
      const [rows, columns] = [new Set<number>(), new Set<number>()]
      const cells = table.weights.map((weight, cell) => ({ weight, row: Math.floor(cell / table.columns), column: cell % table.columns })).sort((a, b) => b.weight - a.weight)
      let sum = 0
      for (const { weight, row, column } of cells) {
        if (rows.has(row) || columns.has(column)) continue
        rows.add(row)
        columns.add(column)
        sum += weight
      }
      return { total: sum }
    }
    expect(differences(method, bestFirst, small).length).toBeGreaterThan(50)
    expect(differences((table) => method({ ...table, weights: table.weights.map((weight, cell) => (cell === 0 ? 0 : weight)) }), method, small).length).toBeGreaterThan(50)
  })

  it('does not depend on the order of rows and columns, and adds up over tables beside each other', () => {
    small.slice(0, 200).forEach((table, at) => {
      const random = seededRandom(table.seed)
      const [rows, columns] = [shuffled(table.rows, random), shuffled(table.columns, random)]
      const moved = rows.flatMap((row) => columns.map((column) => table.weights[row * table.columns + column]!))
      expect(method({ ...table, weights: moved })['total']).toBeCloseTo(method(table)['total']!, 9)
      const other = small[at + 200]!
      const both = [...rowsOf(table).map((row) => [...row, ...new Array<number>(other.columns).fill(0)]), ...rowsOf(other).map((row) => [...new Array<number>(table.columns).fill(0), ...row])]
      expect(total(Float64Array.from(both.flat()), both.length, table.columns + other.columns)).toBeCloseTo(method(table)['total']! + method(other)['total']!, 9)
    })
  })
})
