import { describe, expect, it } from 'vitest'
import { optimalAssignment } from '#analytics/optimal-assignment.ts'
import { bestOfAllAssignments } from '../oracles/all-assignments.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

interface WeightWorld { readonly seed: number; readonly weights: number[][]; readonly threshold: number }

/** Tables of up to 5 × 5; every other one of quarters only, so that there are many ties. */
function randomWeights(seed: number): WeightWorld {
  const random = seededRandom(seed)
  const [rows, columns] = [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)]
  const weight = () => (seed % 2 === 0 ? Math.floor(random() * 5) / 4 : random())
  return { seed, weights: Array.from({ length: rows }, () => Array.from({ length: columns }, weight)), threshold: [0, 0.3, 0.6][seed % 3]! }
}

const asFindings = ({ total, columnOf }: { total: number; columnOf: ArrayLike<number> }): Findings => ({ total, ...Object.fromEntries(Array.from(columnOf, (column, row) => [`column of ${row}`, column])) })
const method = ({ weights, threshold }: WeightWorld) => asFindings(optimalAssignment(weights, { threshold }))
const oracle = ({ weights, threshold }: WeightWorld) => asFindings(bestOfAllAssignments(weights, threshold))

describe('optimal assignment', () => {
  const worlds = Array.from({ length: 500 }, (_, index) => randomWeights(40_001 + index))
  console.info('assignment: seeds 40001 … 40500, half of them with ties')

  it('has the largest sum and, among ties, the first columns: as trying all pairings', () => expect(differences(method, oracle, worlds)).toEqual([]))

  it('is noticed when best-first pairing is used, or a weight is lost', () => {
    const bestFirst = ({ weights, threshold }: WeightWorld) => {
      const columnOf = new Array<number>(weights.length).fill(-1)
      const pairs = weights.flatMap((row, at) => row.map((weight, column) => ({ at, column, weight }))).sort((a, b) => b.weight - a.weight)
      let total = 0
      for (const { at, column, weight } of pairs) {
        if (columnOf[at]! >= 0 || columnOf.includes(column) || !(weight > 0 && weight >= threshold)) continue
        columnOf[at] = column
        total += weight
      }
      return asFindings({ total, columnOf })
    }
    expect(differences(bestFirst, oracle, worlds).length).toBeGreaterThan(0)
    const lost = (world: WeightWorld) => method({ ...world, weights: world.weights.map((row, at) => (at === 0 ? row.map(() => 0) : row)) })
    expect(differences(lost, oracle, worlds).length).toBeGreaterThan(0)
  })

  it('does not depend on the order of rows and columns where there are no ties', () => {
    for (const { seed, weights, threshold } of worlds.filter((world) => world.seed % 2 === 1)) {
      const random = seededRandom(seed)
      const [rows, columns] = [shuffled(weights.length, random), shuffled(weights[0]!.length, random)]
      const there = optimalAssignment(rows.map((row) => columns.map((column) => weights[row]![column]!)), { threshold }).columnOf
      const back = Array.from(weights, (_, row) => there[rows.indexOf(row)]!).map((column) => (column < 0 ? -1 : columns[column]!))
      expect(back).toEqual([...optimalAssignment(weights, { threshold }).columnOf])
    }
  })

  it('pairs nobody below the threshold, even if that leaves all alone', () => {
    expect(optimalAssignment([[0.59, 0.1], [0.2, 0.3]], { threshold: 0.6 })).toEqual({ columnOf: Int32Array.of(-1, -1), rowOf: Int32Array.of(-1, -1), total: 0 })
    expect(optimalAssignment([[Number.NaN, 0.6]], { threshold: 0.6 }).columnOf[0]).toBe(1)
    expect(optimalAssignment([])).toEqual({ columnOf: new Int32Array(0), rowOf: new Int32Array(0), total: 0 })
    expect(() => optimalAssignment([[1], [1, 2]])).toThrow(RangeError)
  })

  it('pairs 300 with 300 where the best is known', () => {
    const to = shuffled(300, seededRandom(3))
    const random = seededRandom(4)
    const weights = to.map((best) => Array.from({ length: 300 }, (_, column) => (column === best ? 0.9 : 0.8 * random())))
    expect([...optimalAssignment(weights).columnOf]).toEqual(to)
  })
})
