import type { Cancellation } from '../parts/cancellation.ts'
import type { ColumnBuffer } from './column-buffer.ts'
import type { Circle, Condensation } from './condensation.ts'
import { solveDensely } from './dense-columns.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import { solveOneByOne } from './large-component.ts'
import { returningShares } from '../ownership/returning-share.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** Rows summed between two looks at whether to stop. */
const ROWS_AT_ONCE = 4_096

/** Columns solved together: one per owner, and perhaps one with an inflow of its own in every node. */
export interface ColumnBlock {
  /** At most {@link WIDTH} nodes; one fewer with `rest`. */
  readonly owners: readonly number[]
  /** Inflow per node of the column after the owners; there a circle that nothing leaves counts as its own: 1, not infinite. */
  readonly rest: Float64Array | undefined
}

/** What some owners hold over any number of steps, they included. */
export interface Reached {
  /** Ascending. */
  readonly positions: Int32Array
  /** Places in `positions` where circles end: all of the circle is reached. */
  readonly closing: Int32Array
}

/** Finds the circles among ascending positions. Time O(positions). */
export function reachedAt({ circleEnd }: Condensation, positions: Int32Array): Reached {
  const closing: number[] = []
  for (let at = 0; at < positions.length; at++) if (circleEnd[positions[at]!]! > 0) closing.push(at)
  return { positions, closing: Int32Array.from(closing) }
}

/** Sums over the walks from every owner of a block. */
export interface WalksBelow {
  /** By position, in interleaved columns; Infinity: no finite sum. Only rows of the positions asked for mean something. */
  readonly value: Float64Array
  /** By place in the positions asked for: what all columns have there. */
  readonly rowSum: Float64Array
  /** Per column: n of the owner itself; the two differ where it did not converge. */
  readonly returnsAtLeast: Float64Array
  readonly returnsAtMost: Float64Array
  /** Per column: circles that were reached and have no finite sum. */
  readonly endless: readonly (readonly Circle[])[]
  /** Per column: largest relative residual among circles above the limit of dense elimination. */
  readonly residual: Float64Array
  /** Some values are lower bounds, not solutions. */
  readonly belowOnly: boolean
  /** The column after the owners is not empty. */
  readonly hasRest: boolean
}

interface Pass {
  readonly buffer: ColumnBuffer
  readonly ownPosition: readonly number[]
  readonly restColumn: number
  readonly returnsAtMost: Float64Array
  readonly endless: Circle[][]
  readonly residual: Float64Array
  readonly cancellation: Cancellation | undefined
  belowOnly: boolean
}

/**
 * Sums the products of shares over all walks from every owner of a block to the nodes at `positions`.
 *
 * @param buffer is used again: what was in it is gone, the answer is in it until the next block
 * @throws Cancelled
 * @see Brioschi, Buzzacchi & Colombo (1989); Romei, Ruggieri & Turini (2020) for the layers. Time O(8 · stakes reached + circles).
 */
export function walksBelow(
  graph: StakeGraph,
  condensed: Condensation,
  { owners, rest }: ColumnBlock,
  { positions, closing }: Reached,
  buffer: ColumnBuffer,
  cancellation?: Cancellation,
): WalksBelow {
  const { value, rowSum } = buffer
  buffer.begin(positions)
  const pass: Pass = {
    buffer,
    cancellation,
    ownPosition: owners.map((owner) => condensed.position[owner]!),
    restColumn: rest === undefined ? -1 : owners.length,
    returnsAtMost: new Float64Array(WIDTH).fill(NaN),
    endless: Array.from({ length: WIDTH }, () => []),
    residual: new Float64Array(WIDTH),
    belowOnly: false,
  }
  pourIn(graph, condensed, { owners, rest }, positions, pass)
  let from = 0
  for (const last of closing) {
    accumulateUpTo(last + 1, from, buffer, cancellation)
    from = last + 1
    const circle = condensed.circles[condensed.circleEnd[positions[last]!]! - 1]!
    solveCircle(circle, from - circle.members.length, pass)
  }
  accumulateUpTo(positions.length, from, buffer, cancellation)
  const returns = Float64Array.from({ length: WIDTH }, (_, column) =>
    column < owners.length ? value[pass.ownPosition[column]! * WIDTH + column]! : 1,
  )
  return {
    value,
    rowSum,
    returnsAtLeast: returns,
    returnsAtMost: returns.map((least, column) => (pass.returnsAtMost[column]! >= least ? pass.returnsAtMost[column]! : least)),
    endless: pass.endless,
    residual: pass.residual,
    belowOnly: pass.belowOnly,
    hasRest: rest !== undefined,
  }
}

function accumulateUpTo(to: number, from: number, buffer: ColumnBuffer, cancellation: Cancellation | undefined): void {
  for (let next = from; next < to; next += ROWS_AT_ONCE) {
    const end = Math.min(next + ROWS_AT_ONCE, to)
    buffer.accumulate(next, end)
    cancellation?.spend((end - next) * WIDTH)
  }
}

/** Puts in what every column begins with: 1 at its owner, and the stakes of nodes nobody holds. */
function pourIn(
  graph: StakeGraph,
  { node, position, weight, isSource }: Condensation,
  { owners, rest }: ColumnBlock,
  positions: Int32Array,
  { buffer: { value }, ownPosition, restColumn }: Pass,
): void {
  const passOn = (holder: number, column: number, held: number) => {
    for (let at = graph.holderStart[holder]!; at < graph.holderStart[holder + 1]!; at++) {
      const entry = graph.byHolder[at]!
      if (weight[entry]! > 0) value[position[graph.held[entry]!]! * WIDTH + column]! += weight[entry]! * held
    }
  }
  if (rest !== undefined) {
    for (const at of positions) value[at * WIDTH + restColumn] = rest[node[at]!]!
    for (const at of positions) if (isSource[at] === 1 && rest[node[at]!]! > 0) passOn(node[at]!, restColumn, rest[node[at]!]!) // nobody holds a share in it for certain
  }
  owners.forEach((owner, column) => {
    value[ownPosition[column]! * WIDTH + column] = 1
    if (isSource[ownPosition[column]!] === 1) passOn(owner, column, 1)
  })
}

/** @param place of the first member among the positions */
function solveCircle(circle: Circle, place: number, pass: Pass): void {
  const { first, members } = circle
  const { buffer, restColumn, cancellation } = pass
  const inflow = buffer.sumColumns(first, members.length)
  if (restColumn < 0 && !inflow.some((sum) => sum > 0)) return
  const solver = circle.solver(cancellation)
  const infinite = [...inflow.keys()].filter((column) => inflow[column] === Infinity)
  const isSummed = solver !== 'ENDLESS' && 'kind' in solver && solver.kind === 'STEPPED' && infinite.length === 0
  for (const column of infinite) fill(buffer.value, circle, column, inflow[column] = 0) // solved without it: an infinite inflow stays infinite
  if (solver === 'ENDLESS') inflow.forEach((sum, column) => { if ((sum > 0 || column === restColumn) && !infinite.includes(column)) setEndless(circle, column, pass) })
  else if (!('kind' in solver)) solveDensely(solver, buffer.value, first)
  else if (solver.kind === 'STEPPED') noteResidual(buffer.solve(circle, inflow, place, cancellation), pass)
  else {
    const { residual, endless, belowOnly } = solveOneByOne(solver, buffer.value, first, cancellation)
    noteResidual(residual, pass)
    for (const column of endless) setEndless(circle, column, pass)
    for (const column of belowOnly) bracketReturns(circle, column, solver.byHeld, pass)
  }
  for (const column of infinite) fill(buffer.value, circle, column, Infinity)
  if (!isSummed) buffer.sumRows(place, place + members.length)
}

function noteResidual(residual: Float64Array, pass: Pass): void {
  residual.forEach((one, column) => { pass.residual[column] = Math.max(pass.residual[column]!, one) })
}

/** A circle without a finite sum; of the rest, which nobody asked for, it counts as its own. */
function setEndless(circle: Circle, column: number, { buffer, restColumn, endless }: Pass): void {
  fill(buffer.value, circle, column, column === restColumn ? 1 : Infinity)
  if (column !== restColumn) endless[column]!.push(circle)
}

function fill(value: Float64Array, { first, members }: Circle, column: number, by: number): void {
  for (let at = first; at < first + members.length; at++) value[at * WIDTH + column] = by
}

/** Values that are too low leave the returning share of an owner inside open: a bracket takes its place. */
function bracketReturns({ first, members }: Circle, column: number, byHeld: Parameters<typeof returningShares>[0], pass: Pass): void {
  pass.belowOnly = true
  const own = pass.ownPosition[column]
  if (own === undefined || own < first || own >= first + members.length) return
  pass.returnsAtMost[column] = returningShares(byHeld, { work: Math.max(1_000, Math.floor(20_000_000 / members.length)), cancellation: pass.cancellation })(own - first).atMost
}
