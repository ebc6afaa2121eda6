import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import { SHARE_ROUNDING } from './stake-bounds.ts'

/** Triangular factors of I − W for one component, W dense and row-major: w[i · size + k] is the share of k held by i. */
export interface ComponentFactors {
  readonly size: number
  /** Below the diagonal the multipliers, above it what is left of W; the diagonal is not used. */
  readonly matrix: Float64Array
  readonly pivot: Float64Array
}

/**
 * Factors I − W without subtraction: each pivot 1 − w_kk is added up from what leaves node k instead.
 *
 * For shares that add up to at most 1 no digits are lost however nearly the component owns itself, and no row
 * exchange is needed. Exists with positive pivots exactly if the sum over all walks is finite.
 *
 * @param matrix is overwritten
 * @param leaving per node, share held outside the component; is overwritten. Below 0 where upper bounds overlap
 * @returns undefined if the component owns itself outright (or, for upper bounds, the sum over walks is not finite)
 * @throws Cancelled
 * @see Grassmann, Taksar & Heyman (1985); Alfa, Xue & Ye (2002) for the accuracy. Time O(size³), space O(1) more.
 */
export function factorComponent(matrix: Float64Array, leaving: Float64Array, cancellation?: Cancellation): ComponentFactors | undefined {
  const size = leaving.length
  const pivot = new Float64Array(size)
  const floor = leaving.some((share) => share < 0) ? SHARE_ROUNDING : 0
  for (let k = 0; k < size; k++) {
    let leaves = leaving[k]!
    for (let i = k + 1; i < size; i++) leaves += matrix[i * size + k]!
    if (!(leaves > floor)) return undefined
    pivot[k] = leaves
    const passedOn = leaving[k]! / leaves
    for (let j = k + 1; j < size; j++) leaving[j]! += passedOn * matrix[k * size + j]!
    for (let i = k + 1; i < size; i++) {
      const multiplier = matrix[i * size + k]! / leaves
      if (multiplier === 0) continue
      cancellation?.spend(size - k)
      matrix[i * size + k] = multiplier
      for (let j = k + 1; j < size; j++) matrix[i * size + j]! += multiplier * matrix[k * size + j]!
    }
  }
  return { size, matrix, pivot }
}

/** The same for sparse rows by held node; several stakes of one holder are added. Time O(size³), space O(size²). */
export function factorRows({ size, start, column, weight }: ComponentRows, leaving: Float64Array, cancellation?: Cancellation): ComponentFactors | undefined {
  const matrix = new Float64Array(size * size)
  for (let held = 0; held < size; held++) {
    for (let at = start[held]!; at < start[held + 1]!; at++) matrix[column[at]! * size + held]! += weight[at]!
  }
  return factorComponent(matrix, leaving, cancellation)
}

/** Solves x = inflow + W x in place: what reaches every holder in the component. Time O(size²). */
export function solveUp({ size, matrix, pivot }: ComponentFactors, inflow: Float64Array, from = 0): Float64Array {
  for (let i = from + 1; i < size; i++) {
    let sum = inflow[i]!
    for (let k = from; k < i; k++) sum += matrix[i * size + k]! * inflow[k]!
    inflow[i] = sum
  }
  for (let k = size - 1; k >= from; k--) {
    let sum = inflow[k]!
    for (let j = k + 1; j < size; j++) sum += matrix[k * size + j]! * inflow[j]!
    inflow[k] = sum / pivot[k]!
  }
  return inflow
}

/** Solves y = inflow + Wᵀ y in place: what every node of the component passes down. Time O(size²). */
export function solveDown({ size, matrix, pivot }: ComponentFactors, inflow: Float64Array): Float64Array {
  for (let k = 0; k < size; k++) {
    inflow[k]! /= pivot[k]!
    for (let j = k + 1; j < size; j++) inflow[j]! += matrix[k * size + j]! * inflow[k]!
  }
  for (let i = size - 1; i > 0; i--) {
    for (let k = 0; k < i; k++) inflow[k]! += matrix[i * size + k]! * inflow[i]!
  }
  return inflow
}

/** Diagonal of (I − W)⁻¹: 1 plus what of each node comes back to itself through the others. Time O(size³ / 3). @throws Cancelled */
export function returnsOf(factors: ComponentFactors, cancellation?: Cancellation): Float64Array {
  const returns = new Float64Array(factors.size)
  for (let node = 0; node < factors.size; node++) {
    cancellation?.spend((factors.size - node) ** 2)
    const unit = new Float64Array(factors.size)
    unit[node] = 1
    returns[node] = solveUp(factors, unit, node)[node]!
  }
  return returns
}
