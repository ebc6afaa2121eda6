import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import { krylovCorrection } from './krylov-correction.ts'

/** A relative residual that no arithmetic in double precision improves on. */
const ROUNDING = 1e-16
/** Where so many have not been enough, more are not. */
const MOST_CYCLES = 50
const SWEEPS = 2_000

export interface Iterated {
  /** Not below 0. */
  readonly value: Float64Array
  /** ‖inflow + W x − x‖₁ / (‖inflow‖₁ + max x), recomputed from the values returned. */
  readonly residual: number
  /** Σ (inflow + W x − x): what the values do not account for yet. */
  readonly untraced: number
  /** The residual is within the tolerance and no value came out below 0. */
  readonly converged: boolean
}

interface IterationOptions {
  /** Relative residual at which a component counts as solved. */
  readonly tolerance?: number
  readonly cancellation?: Cancellation | undefined
}

/**
 * Solves x = inflow + W x for a component too large for elimination, and certifies the answer by its own residual.
 *
 * Restarted minimal-residual cycles, each a refinement of the one before, until the residual is within the tolerance
 * and one more cycle no longer improves it. For an irreducible W ≥ 0 a solution without negative values also proves
 * that the sum over all walks is finite; where it is not, the answer is `converged: false`.
 *
 * @throws Cancelled
 * @see Saad & Schultz (1986). Time O(cycles · steps · (stakes + steps · size)), space O(steps · size), 40 steps a cycle.
 */
export function iterateComponent(rows: ComponentRows, inflow: Float64Array, { tolerance = 1e-12, cancellation }: IterationOptions = {}): Iterated {
  const value = new Float64Array(rows.size)
  let measured = measure(rows, inflow, value)
  for (let cycle = 0; cycle < MOST_CYCLES; cycle++) {
    const correction = krylovCorrection(rows, measured.difference, cancellation)
    for (let i = 0; i < rows.size; i++) value[i]! += correction[i]!
    const before = measured.residual
    measured = measure(rows, inflow, value)
    const improves = measured.residual < before
    if (measured.residual <= ROUNDING || (measured.residual <= tolerance ? measured.residual > before / 2 : !improves)) break
  }
  const isFinite = value.every((part) => part >= -1e-9 * measured.largest)
  for (let i = 0; i < rows.size; i++) value[i] = Math.max(0, value[i]!)
  measured = measure(rows, inflow, value)
  return { value, residual: measured.residual, untraced: measured.sum, converged: isFinite && measured.residual <= tolerance }
}

/**
 * The same equations by plain sweeps from 0, every one below the solution: a lower bound wherever it stops, and
 * `untraced` is exactly what is missing. For components that almost own themselves several times over.
 *
 * @throws Cancelled
 * @see Gauss–Seidel iteration. Time O(sweeps · stakes).
 */
function sweepFromBelow(rows: ComponentRows, inflow: Float64Array, cancellation: Cancellation | undefined): Iterated {
  const value = new Float64Array(rows.size)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    cancellation?.spend(rows.size + rows.column.length)
    for (let at = 0; at < rows.size; at++) {
      const i = sweep % 2 === 0 ? at : rows.size - 1 - at
      value[i] = (inflow[i]! + rowSum(rows, value, i)) / (1 - rows.own[i]!)
    }
  }
  const { residual, sum } = measure(rows, inflow, value)
  return { value, residual, untraced: sum, converged: residual <= 1e-12 }
}

/**
 * Converged, or else a lower bound; undefined where a lower bound will not do, as for upper bounds of shares.
 * Time as for {@link iterateComponent}, and for {@link sweepFromBelow} where that does not converge.
 */
export function iterateOrBound(
  rows: ComponentRows,
  inflow: Float64Array,
  { mustConverge, cancellation }: { mustConverge: boolean; cancellation: Cancellation | undefined },
): Iterated | undefined {
  const solved = iterateComponent(rows, inflow, { cancellation })
  if (solved.converged) return solved
  return mustConverge ? undefined : sweepFromBelow(rows, inflow, cancellation)
}

/** The certificate of values found in another way. Time O(stakes). */
export function residualOf(rows: ComponentRows, inflow: Float64Array, value: Float64Array): Pick<Iterated, 'residual' | 'untraced'> {
  const { residual, sum } = measure(rows, inflow, value)
  return { residual, untraced: sum }
}

function rowSum({ start, column, weight }: ComponentRows, value: Float64Array, i: number): number {
  let sum = 0
  for (let at = start[i]!; at < start[i + 1]!; at++) sum += weight[at]! * value[column[at]!]!
  return sum
}

function measure(rows: ComponentRows, inflow: Float64Array, value: Float64Array) {
  const difference = new Float64Array(rows.size)
  let scale = 0
  let norm = 0
  let sum = 0
  let largest = 0
  for (let i = 0; i < rows.size; i++) {
    difference[i] = inflow[i]! + rowSum(rows, value, i) - (1 - rows.own[i]!) * value[i]!
    scale += inflow[i]!
    norm += Math.abs(difference[i]!)
    sum += difference[i]!
    largest = Math.max(largest, Math.abs(value[i]!))
  }
  return { difference, residual: norm / (scale + largest), sum, largest }
}
