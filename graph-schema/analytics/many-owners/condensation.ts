import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentStakes } from '../ownership/component-rows.ts'
import { componentRows, leavingShares } from '../ownership/component-rows.ts'
import type { ComponentFactors } from '../ownership/exact-component.ts'
import { factorRows } from '../ownership/exact-component.ts'
import type { LargeComponent } from './large-component.ts'
import { largeComponent } from './large-component.ts'
import { stakeBounds } from '../ownership/stake-bounds.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { stronglyConnectedComponents } from '../graphs/strongly-connected-components.ts'
import type { WeightedRows } from '../parts/weighted-rows.ts'

/** A component solved as one: nodes that hold each other in circles, or one that holds some of itself. */
export interface Circle {
  /** Its members stand at the positions `first` … `first` + members − 1. */
  readonly first: number
  readonly members: Int32Array
  /** More members than are eliminated densely. */
  readonly isLarge: boolean
  /** Prepared when first needed, and kept. */
  readonly solver: (cancellation?: Cancellation) => CircleSolver
}

/** ENDLESS: the members own each other outright, or their upper bounds have no finite sum. */
export type CircleSolver = ComponentFactors | LargeComponent

/**
 * A whole graph in an order in which every walk between components runs forward, ready for any number of owners.
 *
 * Stakes inside circles are left to the solver of the circle, stakes of sources (nobody holds them) to whoever asks:
 * a source holds something for its own column only.
 */
export interface Condensation {
  /** Position → node, owners before what they hold; members of a component stand together. */
  readonly node: Int32Array
  readonly position: Int32Array
  readonly weight: Float64Array
  /** Per position, positions of holders in other components that are no sources, and what they hold. */
  readonly rows: WeightedRows
  readonly circles: readonly Circle[]
  /** Per position: 1 + number of the circle whose last member stands there, else 0. */
  readonly circleEnd: Int32Array
  /** Per position: nobody holds it, not even itself. */
  readonly isSource: Uint8Array
}

export interface CondensationOptions {
  /** Components up to this many nodes are solved by dense elimination. */
  readonly exactUpTo: number
  /** In larger ones, nodes that join up to so many pairs of neighbours are taken out first. */
  readonly pairsTakenOut?: number | undefined
}

/** Condenses a graph for its minima or its upper bounds. Time O(size + stakes), space O(size + stakes); circles when first needed. */
export function condensation(graph: StakeGraph, side: 'LOW' | 'HIGH', { exactUpTo, pairsTakenOut }: CondensationOptions): Condensation {
  const bounds = stakeBounds(graph)
  const [weight, leaving] = side === 'LOW' ? [bounds.low, bounds.unrecordedHigh] : [bounds.high, bounds.slackHigh]
  const components = stronglyConnectedComponents(graph, weight)
  const parts: ComponentStakes = { stakes: graph, weight, components }
  const { count, members: node, memberStart } = components
  const position = new Int32Array(graph.size)
  for (let at = 0; at < node.length; at++) position[node[at]!] = at
  const circleEnd = new Int32Array(graph.size)
  const circles: Circle[] = []
  for (let component = 0; component < count; component++) {
    const members = node.subarray(memberStart[component], memberStart[component + 1])
    if (members.length === 1 && !holdsItself(graph, weight, members[0]!)) continue
    let solver: CircleSolver | undefined
    circleEnd[memberStart[component + 1]! - 1] = circles.push({
      first: memberStart[component]!, members, isLarge: members.length > exactUpTo,
      solver: (cancellation) => (solver ??= prepared(parts, members, leavingShares(parts, members, leaving), { exactUpTo, pairsTakenOut, isUpper: side === 'HIGH', cancellation })),
    })
  }
  const isSource = new Uint8Array(graph.size)
  for (let at = 0; at < node.length; at++) isSource[at] = hasHolder(graph, weight, node[at]!) ? 0 : 1
  return { node, position, weight, circles, circleEnd, isSource, rows: rowsBetween(parts, position, isSource) }
}

function holdsItself({ heldStart, holder }: StakeGraph, weight: Float64Array, node: number): boolean {
  for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) if (holder[entry] === node && weight[entry]! > 0) return true
  return false
}

function hasHolder({ heldStart }: StakeGraph, weight: Float64Array, node: number): boolean {
  for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) if (weight[entry]! > 0) return true
  return false
}

function prepared(parts: ComponentStakes, members: Int32Array, leaving: Float64Array, options: Parameters<typeof largeComponent>[2]): CircleSolver {
  if (!leaving.some((share) => share > 0)) return 'ENDLESS'
  const byHeld = componentRows(parts, members, new Int32Array(parts.stakes.size))
  return members.length > options.exactUpTo ? largeComponent(byHeld, leaving, options) : factorRows(byHeld, leaving, options.cancellation) ?? 'ENDLESS'
}

function rowsBetween(
  { stakes: { size, heldStart, holder }, weight, components: { componentOf, members } }: ComponentStakes,
  position: Int32Array,
  isSource: Uint8Array,
): WeightedRows {
  const start = new Int32Array(size + 1)
  const column = new Int32Array(holder.length)
  const weights = new Float64Array(holder.length)
  let kept = 0
  for (let at = 0; at < size; at++) {
    const held = members[at]!
    for (let entry = heldStart[held]!; entry < heldStart[held + 1]!; entry++) {
      const above = holder[entry]!
      if (!(weight[entry]! > 0) || componentOf[above] === componentOf[held] || isSource[position[above]!] === 1) continue
      column[kept] = position[above]!
      weights[kept++] = weight[entry]!
    }
    start[at + 1] = kept
  }
  return { start, column: column.slice(0, kept), weight: weights.slice(0, kept) }
}
