import { assignmentTotal } from './assignment-total.ts'
import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from './directed-graph.ts'
import { simpleGraph } from './directed-graph.ts'

/** Nodes at most: every pair has a number. */
export const MOST_NODES = 4_000
/** Where both nodes have more neighbours than this, their neighbours are matched greedily. */
export const EXACT_NEIGHBOURS = 64

export interface RoleSimilarity {
  readonly size: number
  /** size · size numbers, row by row; symmetric; 1 on the diagonal and between nodes with the same role. */
  readonly similarity: Float64Array
  readonly rounds: number
  /** No number is farther than this from its final value (where neighbours were matched exactly). */
  readonly errorBound: number
  /** True when every neighbourhood was small enough to be matched exactly. */
  readonly exact: boolean
}

export interface RoleSimilarityOptions {
  /** What two nodes share whatever their neighbours: 0 < β < 1. */
  readonly beta?: number
  /** Stop when no number moved more than this in a round. */
  readonly tolerance?: number
  readonly maxRounds?: number
  readonly cancellation?: Cancellation
}

/**
 * RoleSim: two nodes play the same role if their neighbours can be paired so that each pair plays the same role.
 *
 * r(u, v) = (1 − β) · (best total of pairing neighbours of u with neighbours of v) / max(|N_u|, |N_v|) + β, from all 1
 * downwards to its fixed point. Works across networks that do not touch, where SimRank says 0. Nodes that an automorphism
 * of the graph exchanges get 1. Two nodes without neighbours have the same role; with one such node r = β.
 *
 * Pairings of neighbours are exact where one of the two has at most 64 neighbours; beyond, the best remaining pair is
 * taken first, which reaches at least half of the best total (`exact` says so).
 *
 * @param graph undirected: each edge in both rows ({@link undirectedGraph}); parallel edges count once, self-loops not at all
 * @throws RangeError for more than 4 000 nodes or β outside its range
 * @throws Cancelled
 * @see Jin, Lee & Hong (2011). Time O(rounds · Σ over pairs of d_min² · d_max), space O(size²).
 */
export function roleSimilarity(graph: DirectedGraph, { beta = 0.15, tolerance = 1e-7, maxRounds = 200, cancellation }: RoleSimilarityOptions = {}): RoleSimilarity {
  if (graph.size > MOST_NODES) throw new RangeError(`${graph.size} nodes; roles are compared for up to ${MOST_NODES}.`)
  if (!(beta > 0 && beta < 1)) throw new RangeError(`β is ${beta}; it has to lie between 0 and 1.`)
  const { size, start, target } = simpleGraph(graph)
  let current = new Float64Array(size * size).fill(1)
  let next = new Float64Array(size * size).fill(1)
  const compare = neighbourComparison(size, start, target, cancellation)
  let rounds = 0
  let moved = size > 1 ? 1 : 0
  while (rounds < maxRounds && moved > tolerance) {
    moved = 0
    for (let one = 1; one < size; one++) {
      for (let other = 0; other < one; other++) {
        const degrees = Math.max(start[one + 1]! - start[one]!, start[other + 1]! - start[other]!)
        const value = (1 - beta) * (degrees === 0 ? 1 : compare.total(current, one, other) / degrees) + beta
        moved = Math.max(moved, current[one * size + other]! - value)
        next[one * size + other] = next[other * size + one] = value
        cancellation?.spend(degrees * degrees + 1)
      }
    }
    ;[current, next] = [next, current]
    rounds++
  }
  return { size, similarity: current, rounds, errorBound: (moved * (1 - beta)) / beta, exact: compare.isExact() }
}

function neighbourComparison(size: number, start: Int32Array, target: Int32Array, cancellation: Cancellation | undefined) {
  let most = 0
  for (let node = 0; node < size; node++) most = Math.max(most, start[node + 1]! - start[node]!)
  const exactTotal = assignmentTotal(most)
  let weights = new Float64Array(64)
  let exact = true
  return {
    isExact: () => exact,
    /** Best (or greedy) total of pairing the neighbours of two nodes. */
    total(similarity: Float64Array, one: number, other: number): number {
      const [few, many] = start[one + 1]! - start[one]! <= start[other + 1]! - start[other]! ? [one, other] : [other, one]
      const rows = start[few + 1]! - start[few]!
      const columns = start[many + 1]! - start[many]!
      if (weights.length < rows * columns) weights = new Float64Array(2 * rows * columns)
      for (let row = 0, cell = 0; row < rows; row++) {
        const offset = target[start[few]! + row]! * size
        for (let column = 0; column < columns; column++) weights[cell++] = similarity[offset + target[start[many]! + column]!]!
      }
      if (rows === 1) {
        let best = 0
        for (let column = 0; column < columns; column++) best = Math.max(best, weights[column]!)
        return best
      }
      if (rows <= EXACT_NEIGHBOURS) return exactTotal(weights, rows, columns)
      exact = false
      return greedyTotal(weights, rows, columns, cancellation)
    },
  }
}

/** The best remaining pair again and again; of equal ones the first. Each row keeps its columns by weight, and the best of all is among the first ones left. */
function greedyTotal(weights: Float64Array, rows: number, columns: number, cancellation: Cancellation | undefined): number {
  const inOrder = Array.from({ length: rows }, (_, row) => {
    cancellation?.spend(columns * Math.ceil(Math.log2(columns))) // row by row: two hubs of thousands of neighbours take seconds
    const offset = row * columns
    return Int32Array.from({ length: columns }, (_, column) => column).sort((a, b) => weights[offset + b]! - weights[offset + a]! || a - b)
  })
  const first = new Int32Array(rows) // per row the place of its best column that is left
  const rowTaken = new Uint8Array(rows)
  const columnTaken = new Uint8Array(columns)
  let total = 0
  for (let pairs = 0; pairs < rows; pairs++) {
    let [best, most] = [-1, -Infinity]
    for (let row = 0; row < rows; row++) {
      if (rowTaken[row] === 1) continue
      while (columnTaken[inOrder[row]![first[row]!]!] === 1) first[row]!++
      const weight = weights[row * columns + inOrder[row]![first[row]!]!]!
      if (weight > most) [best, most] = [row, weight]
    }
    rowTaken[best] = columnTaken[inOrder[best]![first[best]!]!] = 1
    total += most
    cancellation?.spend(rows)
  }
  return total
}
