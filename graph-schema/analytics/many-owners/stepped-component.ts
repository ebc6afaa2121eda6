import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from '../ownership/component-rows.ts'
import type { ComponentFactors } from '../ownership/exact-component.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import { solveDensely } from './dense-columns.ts'
import type { MachineRoom } from '../parts/machine-room.ts'
import type { RowInstructions } from './row-instructions.ts'
import type { Equations, RowProgram } from './row-program.ts'
import { rowProgram } from './row-program.ts'
import type { Reduction } from '../ownership/sparse-reduction.ts'
import type { SweptCore } from './swept-core.ts'
import { weightedRows } from '../parts/weighted-rows.ts'

/** Relative residual that is certified. */
const TOLERANCE = 1e-12
/** Sweeps added when the certificate is missed, and how often. */
const MORE_SWEEPS = 4
const MOST_ATTEMPTS = 5

/** A component from which nodes were taken out one by one; rows are the nodes taken out, in that order, and then the core. */
export interface SteppedComponent {
  readonly kind: 'STEPPED'
  readonly size: number
  /** Nodes taken out. */
  readonly steps: number
  /** Member → row. */
  readonly rowOf: Int32Array
  /** What the nodes taken out pass on, by member; columns are rows. */
  readonly forward: Equations
  /** What one sweep solves, by place in the core. */
  readonly core: Equations
  /** The nodes taken out, the last one first; columns are members. */
  readonly back: Equations
  /** What is inside the component as stated, by member: the factor is what a member keeps. */
  readonly stated: Equations
  /** 0: the core is solved with `factors`. */
  readonly sweeps: number
  readonly factors: ComponentFactors | undefined
}

export function steppedComponent(byHeld: ComponentRows, reduction: Reduction, core: SweptCore | ComponentFactors): SteppedComponent {
  const { size } = byHeld
  const isSwept = 'sweeps' in core
  const memberOf = new Int32Array(size)
  memberOf.set(reduction.node)
  memberOf.set(isSwept ? core.nodes : reduction.core, reduction.node.length)
  const rowOf = new Int32Array(size)
  for (let row = 0; row < size; row++) rowOf[memberOf[row]!] = row
  return {
    kind: 'STEPPED', size, steps: reduction.node.length, rowOf, forward: forward(reduction, memberOf), back: back(reduction),
    core: isSwept ? { rows: core.rows, factor: core.factor, order: upTo(core.factor.length) } : NOTHING,
    stated: { rows: byHeld, factor: byHeld.own.map((own) => 1 - own), order: upTo(size) },
    sweeps: isSwept ? core.sweeps : 0, factors: isSwept ? undefined : core,
  }
}

const NOTHING: Equations = { rows: weightedRows(0, [], [], []), factor: new Float64Array(0), order: new Int32Array(0) }

function upTo(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let at = 0; at < count; at++) numbers[at] = at
  return numbers
}

/** Every member, with the nodes taken out before it that pass something on to it. */
function forward({ size, pivot, heldStart, held, share }: Reduction, memberOf: Int32Array): Equations {
  const step = new Int32Array(held.length)
  const part = new Float64Array(held.length)
  for (let row = 0; row < pivot.length; row++) {
    for (let at = heldStart[row]!; at < heldStart[row + 1]!; at++) {
      step[at] = row
      part[at] = share[at]! / pivot[row]!
    }
  }
  return { rows: weightedRows(size, held, step, part), factor: new Float64Array(size).fill(1), order: memberOf }
}

/** The nodes taken out, with their holders. */
function back({ pivot, holderStart, holder, multiplier }: Reduction): Equations {
  const weight = new Float64Array(holder.length)
  for (let step = 0; step < pivot.length; step++) for (let at = holderStart[step]!; at < holderStart[step + 1]!; at++) weight[at] = multiplier[at]! * pivot[step]!
  return { rows: { start: holderStart, column: holder, weight }, factor: pivot.map((leaves) => 1 / leaves), order: upTo(pivot.length).reverse() }
}

/** Addresses that components share: they are solved one after the other. */
export interface SteppedBlocks {
  /** Rows of what flows in after the nodes taken out have passed on theirs, and of the answer. */
  readonly passedOn: number
  readonly answer: number
  /** A row of sums. */
  readonly found: number
}

/** A component in a memory. */
export interface PlacedComponent {
  readonly component: SteppedComponent
  readonly blocks: SteppedBlocks
  readonly programs: Readonly<Record<'forward' | 'core' | 'back' | 'stated', RowProgram>>
}

/** @param inflow address of what flows into the members; the answer goes there. Space O(size + entries) bytes. */
export function placeComponent(room: MachineRoom, component: SteppedComponent, inflow: number, blocks: SteppedBlocks): PlacedComponent {
  const { steps, rowOf: rows } = component
  const [members, passedOn, answer] = [{ at: inflow }, { at: blocks.passedOn }, { at: blocks.answer }]
  const core = { at: blocks.answer + LINE_BYTES * steps }
  return {
    component, blocks,
    programs: {
      forward: rowProgram(room, component.forward, { inflow: members, x: { ...passedOn, rows }, from: passedOn }),
      core: rowProgram(room, component.core, { inflow: { at: blocks.passedOn + LINE_BYTES * steps }, x: core, from: core }),
      back: rowProgram(room, component.back, { inflow: passedOn, x: answer, from: { ...answer, rows } }),
      stated: rowProgram(room, component.stated, { inflow: members, x: { ...answer, rows }, from: { ...answer, rows } }),
    },
  }
}

const LINE_BYTES = 8 * WIDTH

/**
 * Solves y = inflow + Wᵀ y in place, in eight columns, and certifies every column by its residual, which it returns.
 *
 * @param inflow per column, what flows into all members: finite
 * @param rowSum address of the sums of the rows of the members
 * @throws Cancelled
 * Time O(8 · stakes · sweeps), space O(8 · size).
 */
export function solvePlaced(
  { component, blocks, programs: { forward, core, back, stated } }: PlacedComponent,
  machine: { readonly memory: WebAssembly.Memory; readonly instructions: RowInstructions },
  inflow: Float64Array,
  rowSum: number,
  cancellation?: Cancellation,
): Float64Array {
  const { steps, size, factors, sweeps } = component
  const { instructions, memory } = machine
  const linesAt = (at: number) => new Float64Array(memory.buffer, at, size * WIDTH)
  const [passedOn, answer] = [linesAt(blocks.passedOn), linesAt(blocks.answer)]
  const solve = ({ first, end, entries }: RowProgram) => instructions.solve(first, end, entries)
  solve(forward)
  answer.set(passedOn.subarray(steps * WIDTH), steps * WIDTH)
  if (factors !== undefined) solveDensely(factors, answer, steps)
  const residualAfter = (times: number) => {
    for (let done = 0; done < times; done++) {
      cancellation?.spend(component.core.rows.column.length * WIDTH)
      solve(core)
    }
    cancellation?.spend((component.forward.rows.column.length + component.back.rows.column.length + component.stated.rows.column.length) * WIDTH)
    solve(back)
    instructions.shortfall(stated.first, stated.end, stated.entries, blocks.found)
    return residual(new Float64Array(memory.buffer, blocks.found, WIDTH).slice(), inflow, answer)
  }
  let residuals = residualAfter(sweeps)
  for (let attempt = 0; attempt < MOST_ATTEMPTS && sweeps > 0 && residuals.some((one) => one > TOLERANCE); attempt++)
    residuals = residualAfter(MORE_SWEEPS)
  instructions.publish(stated.first, stated.end, rowSum)
  return residuals
}

/** Per column ‖inflow + W x − x‖₁ / (‖inflow‖₁ + max x), recomputed from the values; 0 where nothing flows in. */
function residual(norm: Float64Array, inflow: Float64Array, value: Float64Array): Float64Array {
  return norm.map((short, column) => {
    if (short <= TOLERANCE * inflow[column]!) return inflow[column] === 0 ? 0 : short / inflow[column]!
    let largest = 0
    for (let at = column; at < value.length; at += WIDTH) largest = Math.max(largest, value[at]!)
    return short / (inflow[column]! + largest)
  })
}
