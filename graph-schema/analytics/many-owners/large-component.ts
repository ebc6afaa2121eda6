import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from '../ownership/component-rows.ts'
import { columnOf, setColumn, WIDTH } from '../parts/interleaved-columns.ts'
import { iterateComponent, iterateOrBound, residualOf } from '../ownership/iterated-component.ts'
import type { ReducedComponent } from '../ownership/reduced-component.ts'
import { factorCore, reduceComponent, solveReducedDown } from '../ownership/reduced-component.ts'
import { reduceRows } from '../ownership/sparse-reduction.ts'
import type { SteppedComponent } from './stepped-component.ts'
import { steppedComponent } from './stepped-component.ts'
import { sweptCore } from './swept-core.ts'

/** Nodes that join up to so many pairs of neighbours are taken out before sweeping: the core shrinks to a third, its stakes do not multiply. */
const PAIRS_TAKEN_OUT = 9

export interface LargeOptions {
  /** A core up to this size is eliminated densely. */
  readonly exactUpTo: number
  /** Upper bounds may not be too low: where no method settles, there is no finite sum. */
  readonly isUpper: boolean
  readonly pairsTakenOut?: number | undefined
  readonly cancellation?: Cancellation | undefined
}

/** A component where sweeps settle too slowly: every column by itself. */
export interface SlowComponent {
  readonly kind: 'SLOW'
  readonly byHeld: ComponentRows
  readonly reduced: ReducedComponent | 'ENTANGLED'
  readonly isUpper: boolean
}

/** A component of more nodes than are eliminated densely, prepared for any number of columns; ENDLESS: no finite sum. */
export type LargeComponent = SteppedComponent | SlowComponent | 'ENDLESS'

/**
 * Prepares y = inflow + Wᵀ y for many columns.
 *
 * @param byHeld each row lists the holders of one member
 * @param leaving per member, share held outside the component
 * @throws Cancelled
 * @see {@link reduceRows} and {@link sweptCore}. Time O(stakes + work of the reduction + trial sweeps).
 */
export function largeComponent(byHeld: ComponentRows, leaving: Float64Array, options: LargeOptions): LargeComponent {
  const { exactUpTo, pairsTakenOut = PAIRS_TAKEN_OUT, cancellation } = options
  if (!leaving.some((share) => share > 0) || byHeld.own.some((share) => share >= 1)) return 'ENDLESS'
  const reduction = reduceRows(byHeld, leaving.slice(), { coreUpTo: 0, pairsUpTo: pairsTakenOut, cancellation })
  if (reduction === 'ENDLESS' || reduction === 'ENTANGLED') return 'ENDLESS' // no limit of work was set
  if (reduction.core.length > exactUpTo) {
    const core = sweptCore(reduction, cancellation)
    if (core === 'ENDLESS') return 'ENDLESS'
    return core === 'SLOW' ? slowComponent(byHeld, leaving, options) : steppedComponent(byHeld, reduction, core)
  }
  const exact = factorCore(reduction, cancellation)
  return exact === 'ENDLESS' ? 'ENDLESS' : steppedComponent(byHeld, reduction, exact.factors)
}

function slowComponent(byHeld: ComponentRows, leaving: Float64Array, { exactUpTo, isUpper, cancellation }: LargeOptions): SlowComponent | 'ENDLESS' {
  const reduced = reduceComponent(byHeld, leaving.slice(), exactUpTo, cancellation)
  if (reduced === 'ENDLESS') return 'ENDLESS'
  if (reduced === 'ENTANGLED' && isUpper && !iterateComponent(byHeld, new Float64Array(byHeld.size).fill(1), { cancellation }).converged) return 'ENDLESS'
  return { kind: 'SLOW', byHeld, reduced, isUpper }
}

/** What solving a block of columns says about its answers. */
export interface ColumnsSolved {
  /** Per column, relative residual. */
  readonly residual: Float64Array
  /** Columns whose values are only lower bounds, and those without a finite sum: nothing settled for them. */
  readonly belowOnly: readonly number[]
  readonly endless: readonly number[]
}

/** Solves y = inflow + Wᵀ y in place, one column after the other, from row `first` on. @throws Cancelled */
export function solveOneByOne({ byHeld, reduced, isUpper }: SlowComponent, value: Float64Array, first: number, cancellation?: Cancellation): ColumnsSolved {
  const [residual, belowOnly, endless]: [Float64Array, number[], number[]] = [new Float64Array(WIDTH), [], []]
  for (let column = 0; column < WIDTH; column++) {
    cancellation?.look()
    const inflow = columnOf(value, first, byHeld.size, column)
    if (!inflow.some((part) => part > 0)) continue
    const solved =
      reduced === 'ENTANGLED'
        ? iterateOrBound(byHeld, inflow, { mustConverge: isUpper, cancellation })
        : exactly(byHeld, inflow, solveReducedDown(reduced, inflow.slice()))
    if (solved === undefined) endless.push(column)
    else {
      setColumn(value, first, column, solved.value)
      residual[column] = solved.residual
      if (!solved.converged) belowOnly.push(column)
    }
  }
  return { residual, belowOnly, endless }
}

const exactly = (byHeld: ComponentRows, inflow: Float64Array, value: Float64Array) => ({ value, residual: residualOf(byHeld, inflow, value).residual, converged: true })
