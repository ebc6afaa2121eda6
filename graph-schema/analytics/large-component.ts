import type { Cancellation } from './cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import type { ComponentFactors } from './exact-component.ts'
import { solveDown } from './exact-component.ts'
import { accumulate, columnOf, columnSums, copyRow, differencesOf, scaleRow, setColumn, WIDTH } from './interleaved-columns.ts'
import { iterateComponent, iterateOrBound, residualOf } from './iterated-component.ts'
import type { ReducedComponent } from './reduced-component.ts'
import { factorCore, reduceComponent, solveReducedDown } from './reduced-component.ts'
import type { Reduction } from './sparse-reduction.ts'
import { reduceRows } from './sparse-reduction.ts'
import type { SweptCore } from './swept-core.ts'
import { sweepCore, sweptCore } from './swept-core.ts'
import type { WeightedRows } from './weighted-rows.ts'
import { weightedRows } from './weighted-rows.ts'

/** Relative residual that is certified; what is not within it is solved another way. */
const TOLERANCE = 1e-12
/** Sweeps added when the certificate is missed, and how often. */
const MORE_SWEEPS = 4
const MOST_ATTEMPTS = 5
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

/** A component of a block of columns, renumbered: first the nodes taken out, in that order, then the core. */
interface SteppedComponent {
  readonly kind: 'STEPPED'
  readonly size: number
  /** Member → row. */
  readonly rowOf: Int32Array
  /** What is inside the component as stated: for the certificate. */
  readonly stated: WeightedRows
  readonly keeps: Float64Array
  /** Per row, the nodes taken out that pass something on to it. */
  readonly forward: WeightedRows
  readonly forwardOrder: Int32Array
  /** Per node taken out, its holders. */
  readonly backward: WeightedRows
  readonly perPivot: Float64Array
  readonly backwardOrder: Int32Array
  readonly core: SweptCore | ComponentFactors
  /** Kept between blocks: what flows in, what is solved, and what the nodes taken out have passed on. */
  scratch: { readonly inflow: Float64Array; readonly solution: Float64Array; readonly passedOn: Float64Array } | undefined
}

/** A component where sweeps settle too slowly: every column by itself. */
interface SlowComponent {
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
    return core === 'SLOW' ? slowComponent(byHeld, leaving, options) : stepped(byHeld, reduction, core, core.nodes)
  }
  const exact = factorCore(reduction, cancellation)
  return exact === 'ENDLESS' ? 'ENDLESS' : stepped(byHeld, reduction, exact.factors, reduction.core)
}

function slowComponent(byHeld: ComponentRows, leaving: Float64Array, { exactUpTo, isUpper, cancellation }: LargeOptions): SlowComponent | 'ENDLESS' {
  const reduced = reduceComponent(byHeld, leaving.slice(), exactUpTo, cancellation)
  if (reduced === 'ENDLESS') return 'ENDLESS'
  if (reduced === 'ENTANGLED' && isUpper && !iterateComponent(byHeld, new Float64Array(byHeld.size).fill(1), { cancellation }).converged) return 'ENDLESS'
  return { kind: 'SLOW', byHeld, reduced, isUpper }
}

function stepped(byHeld: ComponentRows, reduction: Reduction, core: SteppedComponent['core'], coreNodes: Int32Array): SteppedComponent {
  const { size } = byHeld
  const { node, pivot, holderStart, holder, multiplier, heldStart, held, share } = reduction
  const rowOf = new Int32Array(size)
  node.forEach((member, step) => { rowOf[member] = step })
  coreNodes.forEach((member, at) => { rowOf[member] = node.length + at })
  const rows = (list: Int32Array) => list.map((member) => rowOf[member]!)
  const stepOf = (starts: Int32Array, entries: number) => {
    const steps = new Int32Array(entries)
    for (let step = 0; step < node.length; step++) steps.fill(step, starts[step], starts[step + 1])
    return steps
  }
  const [holderStep, heldStep] = [stepOf(holderStart, holder.length), stepOf(heldStart, held.length)]
  const statedRow = new Int32Array(byHeld.column.length)
  const keeps = new Float64Array(size)
  for (let member = 0; member < size; member++) {
    statedRow.fill(rowOf[member]!, byHeld.start[member], byHeld.start[member + 1])
    keeps[rowOf[member]!] = 1 - byHeld.own[member]!
  }
  return {
    kind: 'STEPPED', size, rowOf, core, keeps, scratch: undefined,
    stated: weightedRows(size, statedRow, rows(byHeld.column), byHeld.weight),
    forward: weightedRows(size, rows(held), heldStep, share.map((part, at) => part / pivot[heldStep[at]!]!)),
    forwardOrder: Int32Array.from({ length: size }, (_, at) => at),
    backward: weightedRows(node.length, holderStep, rows(holder), multiplier),
    perPivot: pivot.map((leaves) => 1 / leaves),
    backwardOrder: Int32Array.from(node.keys()).reverse(),
  }
}

/** What solving a block of columns says about its answers. */
export interface ColumnsSolved {
  /** Per column, relative residual. */
  readonly residual: Float64Array
  /** Columns whose values are only lower bounds, and those without a finite sum: nothing settled for them. */
  readonly belowOnly: readonly number[]
  readonly endless: readonly number[]
}

/**
 * Solves y = inflow + Wᵀ y in place, in eight columns, and certifies every column by its residual.
 *
 * @param value inflow of the members in rows `first` and after; finite
 * @throws Cancelled
 * Time O(8 · stakes · sweeps), space O(8 · size).
 */
export function solveColumns(component: Exclude<LargeComponent, 'ENDLESS'>, value: Float64Array, first: number, cancellation?: Cancellation): ColumnsSolved {
  if (component.kind === 'SLOW') return solveOneByOne(component, value, first, cancellation)
  const { size, forward, forwardOrder, backward, perPivot, backwardOrder, core, stated, rowOf } = component
  const steps = backwardOrder.length
  const { inflow, solution, passedOn } = (component.scratch ??= { inflow: new Float64Array(size * WIDTH), solution: new Float64Array(size * WIDTH), passedOn: new Float64Array(size * WIDTH) })
  for (let member = 0; member < size; member++) copyRow(value, first + member, inflow, rowOf[member]!)
  solution.set(inflow)
  accumulate(forward, forwardOrder, 0, forwardOrder.length, solution)
  passedOn.set(solution)
  const rest = solution.subarray(steps * WIDTH)
  const restInflow = passedOn.subarray(steps * WIDTH)
  if (!('sweeps' in core)) solveDensely(core, rest)
  const finish = () => {
    solution.set(passedOn.subarray(0, steps * WIDTH))
    for (let step = 0; step < steps; step++) scaleRow(solution, step, perPivot[step]!)
    accumulate(backward, backwardOrder, 0, steps, solution)
    cancellation?.spend((backward.column.length + stated.column.length) * WIDTH)
    return residualsOf(component, inflow, solution)
  }
  const swept = (times: number) => {
    if ('sweeps' in core) sweepCore(core, rest, restInflow, times, cancellation)
    return finish()
  }
  let residual = swept('sweeps' in core ? core.sweeps : 0)
  for (let attempt = 0; attempt < MOST_ATTEMPTS && 'sweeps' in core && residual.some((one) => one > TOLERANCE); attempt++) residual = swept(MORE_SWEEPS)
  for (let member = 0; member < size; member++) copyRow(solution, rowOf[member]!, value, first + member)
  return { residual, belowOnly: [], endless: [] }
}

/** Per column ‖inflow + W x − x‖₁ / (‖inflow‖₁ + max x), recomputed from the values; 0 where nothing flows in. */
function residualsOf({ stated, keeps, size }: SteppedComponent, inflow: Float64Array, solution: Float64Array): Float64Array {
  const scale = columnSums(inflow, 0, size)
  return differencesOf(stated, keeps, inflow, solution).map((norm, column) => {
    if (norm <= TOLERANCE * scale[column]!) return scale[column] === 0 ? 0 : norm / scale[column]!
    let largest = 0
    for (let at = column; at < solution.length; at += WIDTH) largest = Math.max(largest, solution[at]!)
    return norm / (scale[column]! + largest)
  })
}

/** In place, in every column something flows into. Time O(8 · size²). */
export function solveDensely(factors: ComponentFactors, value: Float64Array, first = 0): void {
  for (let column = 0; column < WIDTH; column++) {
    const inflow = columnOf(value, first, factors.size, column)
    if (inflow.some((part) => part > 0)) setColumn(value, first, column, solveDown(factors, inflow))
  }
}

function solveOneByOne({ byHeld, reduced, isUpper }: SlowComponent, value: Float64Array, first: number, cancellation?: Cancellation): ColumnsSolved {
  const [residual, belowOnly, endless]: [Float64Array, number[], number[]] = [new Float64Array(WIDTH), [], []]
  for (let column = 0; column < WIDTH; column++) {
    cancellation?.look()
    const inflow = columnOf(value, first, byHeld.size, column)
    if (!inflow.some((part) => part > 0)) continue
    const solved = reduced === 'ENTANGLED' ? iterateOrBound(byHeld, inflow, { mustConverge: isUpper, cancellation }) : exactly(byHeld, inflow, solveReducedDown(reduced, inflow.slice()))
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
