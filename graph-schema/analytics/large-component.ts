import type { Cancellation } from './cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import type { ComponentFactors } from './exact-component.ts'
import { solveDown } from './exact-component.ts'
import { columnOf, copyRow, setColumn, WIDTH } from './interleaved-columns.ts'
import { iterateComponent, iterateOrBound, residualOf } from './iterated-component.ts'
import type { ReducedComponent } from './reduced-component.ts'
import { factorCore, reduceComponent, solveReducedDown } from './reduced-component.ts'
import type { CheckedEquations, Equations, RowMachine } from './row-machine.ts'
import { rowMachine } from './row-machine.ts'
import type { Reduction } from './sparse-reduction.ts'
import { reduceRows } from './sparse-reduction.ts'
import type { SweptCore } from './swept-core.ts'
import { sweptCore } from './swept-core.ts'
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
  /** Nodes taken out. */
  readonly steps: number
  /** Member → row. */
  readonly rowOf: Int32Array
  /** FORWARD: what the nodes taken out pass on. CORE: one sweep. BACK: the nodes taken out, the last one first. Checked is what is inside the component as stated. */
  readonly machine: RowMachine<'FORWARD' | 'CORE' | 'BACK'>
  /** Of a core that is not swept. */
  readonly factors: ComponentFactors | undefined
  readonly sweeps: number
  /** Stakes that a sweep follows, and those that all else follows. */
  readonly entries: { readonly sweep: number; readonly rest: number }
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
    return core === 'SLOW' ? slowComponent(byHeld, leaving, options) : stepped(byHeld, reduction, core)
  }
  const exact = factorCore(reduction, cancellation)
  return exact === 'ENDLESS' ? 'ENDLESS' : stepped(byHeld, reduction, exact.factors)
}

function slowComponent(byHeld: ComponentRows, leaving: Float64Array, { exactUpTo, isUpper, cancellation }: LargeOptions): SlowComponent | 'ENDLESS' {
  const reduced = reduceComponent(byHeld, leaving.slice(), exactUpTo, cancellation)
  if (reduced === 'ENDLESS') return 'ENDLESS'
  if (reduced === 'ENTANGLED' && isUpper && !iterateComponent(byHeld, new Float64Array(byHeld.size).fill(1), { cancellation }).converged) return 'ENDLESS'
  return { kind: 'SLOW', byHeld, reduced, isUpper }
}

function stepped(byHeld: ComponentRows, reduction: Reduction, core: SweptCore | ComponentFactors): SteppedComponent {
  const { size } = byHeld
  const steps = reduction.node.length
  const rowOf = new Int32Array(size)
  reduction.node.forEach((member, step) => { rowOf[member] = step })
  const coreNodes = 'sweeps' in core ? core.nodes : reduction.core
  coreNodes.forEach((member, at) => { rowOf[member] = steps + at })
  const sweep = 'sweeps' in core ? sweepOf(core, steps) : NOTHING
  const checked = statedEquations(byHeld, rowOf)
  return {
    kind: 'STEPPED', size, steps, rowOf, factors: 'sweeps' in core ? undefined : core, sweeps: 'sweeps' in core ? core.sweeps : 0,
    machine: rowMachine(size, { FORWARD: forward(reduction, rowOf), CORE: sweep, BACK: back(reduction, rowOf) }, checked),
    entries: { sweep: sweep.rows.column.length, rest: reduction.held.length + reduction.holder.length + checked.rows.column.length },
  }
}

const NOTHING: Equations = { rows: weightedRows(0, [], [], []), factor: new Float64Array(0), order: new Int32Array(0) }

const sweepOf = ({ nodes, rows: { start, column, weight }, factor }: SweptCore, first: number): Equations => ({
  rows: { start: shifted(start, first), column: column.map((row) => first + row), weight },
  factor: shifted(factor, first),
  order: Int32Array.from(nodes, (_, at) => first + at),
})

/** Puts so many zeros before a list. */
function shifted<List extends Int32Array | Float64Array>(list: List, by: number): List {
  const longer = new (list.constructor as new (length: number) => List)(by + list.length)
  longer.set(list, by)
  return longer
}

/** The step that each entry of the starts belongs to. */
function stepOf(start: Int32Array): Int32Array {
  const steps = new Int32Array(start.at(-1)!)
  for (let step = 0; step + 1 < start.length; step++) steps.fill(step, start[step], start[step + 1])
  return steps
}

/** Every row, with the nodes taken out that pass something on to it. */
function forward({ size, pivot, heldStart, held, share }: Reduction, rowOf: Int32Array): Equations {
  const step = stepOf(heldStart)
  return {
    rows: weightedRows(size, held.map((node) => rowOf[node]!), step, share.map((part, at) => part / pivot[step[at]!]!)),
    factor: new Float64Array(size).fill(1),
    order: Int32Array.from(rowOf.keys()),
  }
}

/** The nodes taken out, with their holders. */
function back({ node, pivot, holderStart, holder, multiplier }: Reduction, rowOf: Int32Array): Equations {
  const step = stepOf(holderStart)
  return {
    rows: { start: holderStart, column: holder.map((one) => rowOf[one]!), weight: multiplier.map((part, at) => part * pivot[step[at]!]!) },
    factor: pivot.map((leaves) => 1 / leaves),
    order: Int32Array.from(node.keys()).reverse(),
  }
}

function statedEquations({ size, start, column, weight, own }: ComponentRows, rowOf: Int32Array): CheckedEquations {
  const row = stepOf(start).map((member) => rowOf[member]!)
  const keeps = new Float64Array(size)
  for (let member = 0; member < size; member++) keeps[rowOf[member]!] = 1 - own[member]!
  return { rows: weightedRows(size, row, column.map((member) => rowOf[member]!), weight), keeps }
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
  const { steps, rowOf, factors, sweeps, entries, machine } = component
  takeIn(value, first, rowOf, machine.inflow)
  machine.solve('FORWARD', 'inflow', 'passedOn')
  machine.value.set(machine.passedOn.subarray(steps * WIDTH), steps * WIDTH)
  if (factors !== undefined) solveDensely(factors, machine.value, steps)
  const swept = (times: number) => {
    for (let done = 0; done < times; done++) {
      cancellation?.spend(entries.sweep * WIDTH)
      machine.solve('CORE', 'passedOn', 'value')
    }
    cancellation?.spend(entries.rest * WIDTH)
    machine.solve('BACK', 'passedOn', 'value')
    return residualOfColumns(machine)
  }
  let residual = swept(sweeps)
  for (let attempt = 0; attempt < MOST_ATTEMPTS && sweeps > 0 && residual.some((one) => one > TOLERANCE); attempt++) residual = swept(MORE_SWEEPS)
  giveOut(machine.value, rowOf, value, first)
  return { residual, belowOnly: [], endless: [] }
}

// Loops by themselves: one that is compiled while it runs is thrown away with what follows it, block after block.
function takeIn(value: Float64Array, first: number, rowOf: Int32Array, inflow: Float64Array): void {
  for (let member = 0; member < rowOf.length; member++) copyRow(value, first + member, inflow, rowOf[member]!)
}

function giveOut(solved: Float64Array, rowOf: Int32Array, value: Float64Array, first: number): void {
  for (let member = 0; member < rowOf.length; member++) copyRow(solved, rowOf[member]!, value, first + member)
}

/** Per column ‖inflow + W x − x‖₁ / (‖inflow‖₁ + max x), recomputed from the values; 0 where nothing flows in. */
function residualOfColumns({ shortfall, value }: SteppedComponent['machine']): Float64Array {
  const { norm, inflow } = shortfall()
  return norm.map((short, column) => {
    if (short <= TOLERANCE * inflow[column]!) return inflow[column] === 0 ? 0 : short / inflow[column]!
    let largest = 0
    for (let at = column; at < value.length; at += WIDTH) largest = Math.max(largest, value[at]!)
    return short / (inflow[column]! + largest)
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
