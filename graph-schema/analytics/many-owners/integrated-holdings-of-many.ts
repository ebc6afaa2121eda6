import type { Cancellation } from '../parts/cancellation.ts'
import type { ColumnBuffer } from './column-buffer.ts'
import { BorrowedBuffers } from './column-buffer.ts'
import type { ColumnBlock, Reached, WalksBelow } from './column-pass.ts'
import { reachedAt, walksBelow } from './column-pass.ts'
import type { Circle, Condensation, CondensationOptions } from './condensation.ts'
import { condensation } from './condensation.ts'
import { BlockOfShares } from './holdings-block.ts'
import type { HoldingsBlock } from './holdings-block.ts'
import { openEnds } from './open-ends.ts'
import type { OpenEnds } from './open-ends.ts'
import { WIDTH } from '../parts/interleaved-columns.ts'
import type { SteppedComponent } from './stepped-component.ts'
import { reachBelow } from './reach-below.ts'
import { stakeBounds } from '../ownership/stake-bounds.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** How far shares and what nobody on record holds may miss 1 together. */
const CONSERVED_TO = 1e-9

export interface HoldingsOfManyOptions extends Partial<CondensationOptions> {
  readonly cancellation?: Cancellation | undefined
}

/** What all owners of a graph have in common. */
interface Prepared {
  readonly low: Condensation
  /** Made when first needed. */
  readonly upper: () => Condensation
  /** Per node: 1 when some stake in it is a range. */
  readonly isRanged: Uint8Array
  readonly ends: OpenEnds | undefined
}

const known = new WeakMap<StakeGraph, Prepared>()

/**
 * Integrated ownership looking down, for many owners at once: the share of each in everything it holds over any number
 * of steps, with the same numbers as {@link integratedHoldings} gives owner by owner.
 *
 * The graph is condensed once (kept per graph) and owners are solved in blocks of 8 interleaved columns: walks between
 * components in topological order, one multiplication per stake and owner; components of up to 500 nodes exactly; larger
 * ones by Gauss–Seidel sweeps, with a relative residual of at most 1e-12 that is recomputed from the values, and by
 * elimination or a Krylov method where sweeps settle too slowly. Upper bounds are a second pass, left out for blocks that
 * meet no range. One more column carries what nobody asked about holds: for every node it and the owners nobody holds
 * add up to 1, which is checked on every call.
 *
 * @param owners nodes; each is visited once, in an order of its own
 * @param visit is given one block after the other; its arrays are used again for the next one, so keep copies
 * @throws Cancelled; RangeError when an owner is not a node; Error when the sum above is not 1 (a fault in this code)
 * @see Brioschi, Buzzacchi & Colombo (1989); Baldone, Brioschi & Paleari (1998) for the correction. Time O(size + stakes)
 * once per graph, then O(stakes reached + stakes in large components · sweeps) per owner; space O(size + stakes) however
 * many owners are asked about.
 */
export function integratedHoldingsOfMany(graph: StakeGraph, owners: Iterable<number>, visit: (block: HoldingsBlock) => void, options: HoldingsOfManyOptions = {}): void {
  const { cancellation } = options
  cancellation?.look()
  const asked = [...new Set(owners)]
  for (const owner of asked) if (!(Number.isInteger(owner) && owner >= 0 && owner < graph.size)) throw new RangeError(`Node ${owner} is outside 0 … ${graph.size - 1}.`)
  if (asked.length === 0) return
  const prepared = preparedFor(graph, options)
  asked.sort((a, b) => prepared.low.position[a]! - prepared.low.position[b]!) // neighbours reach much the same
  const buffers = new BorrowedBuffers()
  try {
    solveBlocks(graph, prepared, asked, buffers, visit, cancellation)
  } finally {
    buffers.giveBack()
  }
}

function solveBlocks(
  graph: StakeGraph,
  { low, upper, isRanged, ends }: Prepared,
  asked: readonly number[],
  buffers: BorrowedBuffers,
  visit: (block: HoldingsBlock) => void,
  cancellation: Cancellation | undefined,
): void {
  const reach = reachBelow(graph, cancellation)
  const all = reach(asked)!
  const vast = nodesOfVastCircles(low, MUCH * all.length)
  const rest = shareOfTheRest(graph, low, all, asked)
  const accounted = new Float64Array(graph.size)
  const shares = new BlockOfShares(all.length)
  const everywhere = new Map<Condensation, { readonly reached: Reached; readonly buffer: ColumnBuffer }>()
  const openedFor = (condensed: Condensation) => {
    const reached = reachedAt(condensed, positionsOf(condensed, all))
    return { reached, buffer: buffers.of(condensed, steppedCircles(condensed, reached, cancellation)) }
  }
  const solve = (condensed: Condensation, block: ColumnBlock, nodes: Int32Array) => {
    const opened = everywhere.get(condensed) ?? openedFor(condensed)
    everywhere.set(condensed, opened)
    const reached = nodes === all ? opened.reached : reachedAt(condensed, positionsOf(condensed, nodes))
    return { positions: reached.positions, sums: walksBelow(graph, condensed, block, reached, opened.buffer, cancellation) }
  }
  const meetsRange = (reached: Int32Array) => reached.some((node) => isRanged[node] === 1)
  const someRange = meetsRange(all)
  let isSolved = true
  for (let first = 0; first <= asked.length; first += WIDTH) {
    // the last block has room for the rest
    const block: ColumnBlock = { owners: asked.slice(first, first + WIDTH), rest: first + WIDTH > asked.length ? rest : undefined }
    const reached = (block.rest === undefined ? reach(block.owners, MUCH * all.length, vast) : undefined) ?? all
    const { positions, sums: atMinima } = solve(low, block, reached)
    account(accounted, low, block, positions, atMinima)
    isSolved &&= !atMinima.belowOnly
    if (block.owners.length === 0) continue
    const needsUpper = atMinima.belowOnly || (someRange && (reached === all || meetsRange(reached)))
    const highPlan = needsUpper ? upper() : low
    const atMost = needsUpper ? solve(highPlan, { owners: block.owners, rest: undefined }, reached) : { positions, sums: atMinima }
    const openEnded = needsUpper ? ends?.(block.owners, highPlan, atMost.positions, cancellation) : undefined // a bound that excludes itself is one of a range
    visit(shares.from({ owners: block.owners, positions, low: atMinima, lowPlan: low, high: atMost.sums, highPlan, ends: openEnded }))
  }
  if (isSolved) assertConserved(accounted, low, all)
}

function preparedFor(graph: StakeGraph, { exactUpTo, pairsTakenOut }: HoldingsOfManyOptions): Prepared {
  const isUsual = exactUpTo === undefined && pairsTakenOut === undefined
  const found = isUsual ? known.get(graph) : undefined
  if (found !== undefined) return found
  const bounds = stakeBounds(graph)
  const isRanged = new Uint8Array(graph.size)
  for (let entry = 0; entry < bounds.low.length; entry++) if (bounds.low[entry] !== bounds.high[entry]) isRanged[graph.held[entry]!] = 1
  const options = { exactUpTo: exactUpTo ?? 500, pairsTakenOut }
  let upper: Condensation | undefined
  const prepared = { low: condensation(graph, 'LOW', options), upper: () => (upper ??= condensation(graph, 'HIGH', options)), isRanged, ends: openEnds(graph) }
  if (isUsual) known.set(graph, prepared)
  return prepared
}

/** Blocks that reach more than this part of what all owners reach are solved for all of it: looking costs more. */
const MUCH = 1 / 32

/** Per node 1 in circles of more than `most` nodes: whoever reaches one of them reaches all. */
function nodesOfVastCircles({ node, circles }: Condensation, most: number): Uint8Array {
  const vast = new Uint8Array(node.length)
  for (const { members } of circles) if (members.length > most) for (const member of members) vast[member] = 1
  return vast
}

/** Large circles that are reached and that are swept, prepared. */
function steppedCircles({ circles, circleEnd }: Condensation, { positions, closing }: Reached, cancellation: Cancellation | undefined): Map<Circle, SteppedComponent> {
  const stepped = new Map<Circle, SteppedComponent>()
  for (const last of closing) {
    const circle = circles[circleEnd[positions[last]!]! - 1]!
    const solver = circle.isLarge ? circle.solver(cancellation) : undefined
    if (typeof solver === 'object' && 'kind' in solver && solver.kind === 'STEPPED') stepped.set(circle, solver)
  }
  return stepped
}

/** The positions of some nodes, ascending; few are sorted, many are looked for. */
function positionsOf({ position }: Condensation, nodes: Int32Array): Int32Array {
  if (nodes.length < position.length / 16) return nodes.map((node) => position[node]!).sort()
  const isThere = new Uint8Array(position.length)
  for (const node of nodes) isThere[position[node]!] = 1
  const positions = new Int32Array(nodes.length)
  for (let at = 0, found = 0; found < positions.length; at++) if (isThere[at] === 1) positions[found++] = at
  return positions
}

/** Nobody holds it, at the minima: what such an owner has is its own. */
const isTerminal = ({ isSource, position }: Condensation, owner: number) => isSource[position[owner]!] === 1

/** Per node: what is held at the minima by nobody on record or by somebody outside `part`; nothing of the owners nobody holds. */
function shareOfTheRest(graph: StakeGraph, low: Condensation, part: Int32Array, asked: readonly number[]): Float64Array {
  const bounds = stakeBounds(graph)
  const isInside = new Uint8Array(graph.size)
  for (const node of part) isInside[node] = 1
  const rest = new Float64Array(graph.size)
  for (const node of part) {
    rest[node] = bounds.unrecordedHigh[node]!
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) if (isInside[graph.holder[entry]!] === 0) rest[node]! += bounds.low[entry]!
  }
  for (const owner of asked) if (isTerminal(low, owner)) rest[owner] = 0
  return rest
}

/** Adds up, per position, what the owners nobody holds have there, and the rest. */
function account(accounted: Float64Array, low: Condensation, { owners, rest }: ColumnBlock, positions: Int32Array, { value, rowSum }: WalksBelow): void {
  const columns = owners.flatMap((owner, column) => (isTerminal(low, owner) ? [column] : []))
  if (columns.length === owners.length) { // columns without an owner hold 0, or the rest
    if (positions.length === accounted.length) for (let at = 0; at < positions.length; at++) accounted[at]! += rowSum[at]!
    else for (let at = 0; at < positions.length; at++) accounted[positions[at]!]! += rowSum[at]!
    return
  }
  if (rest !== undefined) columns.push(owners.length)
  for (const column of columns) for (let at = 0; at < positions.length; at++) accounted[positions[at]!]! += value[positions[at]! * WIDTH + column]!
}

function assertConserved(accounted: Float64Array, { position }: Condensation, part: Int32Array): void {
  for (const node of part) {
    const sum = accounted[position[node]!]!
    if (!(Math.abs(sum - 1) <= CONSERVED_TO)) throw new Error(`Integrated ownership of node ${node} accounts for ${sum} instead of 1.`)
  }
}
