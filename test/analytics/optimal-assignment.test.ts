import { describe, expect, it } from 'vitest'
import { optimalAssignment } from '#analytics/graphs/optimal-assignment.ts'
import { bestOfAllAssignments } from '../oracles/all-assignments.ts'
import { bestTotalBySuccessivePaths } from '../oracles/successive-paths.ts'
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

  /** Up to 200 × 200, small tables as often as large ones; every other one of quarters only, every third with cells that cannot be compared. */
  const large = Array.from({ length: 500 }, (_, index): WeightWorld => {
    const seed = 41_001 + index
    const random = seededRandom(seed)
    const [rows, columns] = [Math.round(200 ** random()), Math.round(200 ** random())]
    const weight = () => (seed % 3 === 0 && random() < 0.3 ? Number.NaN : seed % 2 === 0 ? Math.floor(random() * 5) / 4 : random())
    return { seed, weights: Array.from({ length: rows }, () => Array.from({ length: columns }, weight)), threshold: [0, 0.3, 0.6][seed % 3]! }
  }).concat([[200, 200], [200, 180], [150, 200]].map(([rows, columns], at) => {
    const random = seededRandom(41_501 + at)
    return { seed: 41_501 + at, weights: Array.from({ length: rows! }, () => Array.from({ length: columns! }, random)), threshold: 0.3 * at }
  }))
  /** The total; beside it how many pairs are not mutual, below the threshold or incomparable. */
  const summed = ({ weights, threshold }: WeightWorld): Findings => {
    const { columnOf, rowOf, total } = optimalAssignment(weights, { threshold })
    const wrong = columnOf.filter((column, row) => column >= 0 && (rowOf[column] !== row || !(weights[row]![column]! > 0 && weights[row]![column]! >= threshold))).length
    return { total, wrong, pairs: columnOf.filter((column) => column >= 0).length - rowOf.filter((row) => row >= 0).length }
  }
  const bestTotal = ({ weights, threshold }: WeightWorld): Findings => ({ total: bestTotalBySuccessivePaths(weights, threshold), wrong: 0, pairs: 0 })

  it('has the total that successive longest ways of re-pairing reach, in 503 tables of up to 200 × 200 (seeds 41001 to 41503)', () => {
    expect(differences(summed, bestTotal, large)).toEqual([])
    const some = large.filter(({ weights }) => weights.length > 1).slice(0, 150)
    expect(differences((world) => summed({ ...world, weights: [world.weights[0]!.map(() => 0), ...world.weights.slice(1)] }), bestTotal, some).length).toBeGreaterThan(50)
  })

  it('keeps its total when the table is turned, and adds up over tables beside each other', () => {
    large.slice(0, 150).forEach((world, at) => {
      const { weights, threshold } = world
      const total = summed(world)['total']!
      expect(optimalAssignment(weights[0]!.map((_, column) => weights.map((row) => row[column]!)), { threshold }).total).toBeCloseTo(total, 9)
      const other = large[at + 150]!
      const [width, more] = [weights[0]!.length, other.weights[0]!.length]
      const beside = [...weights.map((row) => [...row, ...new Array<number>(more).fill(0)]), ...other.weights.map((row) => [...new Array<number>(width).fill(0), ...row])]
      if (other.threshold === threshold) expect(optimalAssignment(beside, { threshold }).total).toBeCloseTo(total + summed(other)['total']!, 9)
    })
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
