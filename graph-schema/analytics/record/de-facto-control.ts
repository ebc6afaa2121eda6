import { controllersOf } from '../control/controllers-of.ts'
import { jointControllers } from '../control/joint-controllers.ts'
import { exactBlocks, knownBlocks } from '../control/known-blocks.ts'
import { controlBounds } from '../control/possible-control.ts'
import { row } from '../parts/rows.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'

/** The direct holder that may decide over a node without a majority, and how often: φ, 0.5–1. */
export interface DeFactoControl { readonly holder: number; readonly power: number }

/** A node somebody may decide over, and how often: φ, 0.5–1. */
export interface DecidedOver { readonly node: number; readonly power: number }

/** From this power the largest block decides more often than not. */
const DE_FACTO_FROM = 0.5
/** Smaller blocks are not tried: φ of one block w alone is w / (1 − w), one half at a third. */
const LEAST_BLOCK = 1 / 3
const ROUNDING = 1e-9

const known = new WeakMap<StakeGraph, Map<number, DeFactoControl | undefined>>()

/**
 * The direct holder that may decide without a majority: nobody controls the node, alone or jointly, it is the largest
 * block (also where blocks in one hand are put together), its power beside an ocean of small holders is at least one
 * half, and even all unrecorded votes in one hand would be a smaller block: half a company whose other half is not on
 * record is no such case. A suggestion that rests on dispersed small holders, never a fact.
 *
 * @returns undefined where there is none; kept per graph
 * @see Milnor & Shapley (1978), oceanic games. Time as {@link knownBlocks} where a block has a third of the votes, else O(holders)
 */
export function deFactoControl(graph: StakeGraph, target: number): DeFactoControl | undefined {
  const control = known.get(graph) ?? new Map<number, DeFactoControl | undefined>()
  known.set(graph, control)
  if (!control.has(target)) control.set(target, suggestion(graph, target))
  return control.get(target)
}

/** What a node may decide over as the largest block, with φ of each. Time O(stakes of the node), beside {@link deFactoControl} of those of a third. */
export function deFactoControlled(graph: StakeGraph, holder: number): DecidedOver[] {
  const found: DecidedOver[] = []
  for (let at = graph.holderStart[holder]!; at < graph.holderStart[holder + 1]!; at++) {
    const entry = graph.byHolder[at]!
    if (!(graph.votesLow[entry]! >= LEAST_BLOCK - ROUNDING)) continue
    const node = graph.held[entry]!
    const control = deFactoControl(graph, node)
    if (control?.holder === holder) found.push({ node, power: control.power })
  }
  return found
}

function suggestion(graph: StakeGraph, target: number): DeFactoControl | undefined {
  const blocks = exactBlocks(graph, target)
  if (blocks === undefined) return undefined
  const { holders, votes, sum, own } = blocks
  const largest = votes.reduce((most, vote) => Math.max(most, vote), 0)
  const at = votes.indexOf(largest)
  if (largest < LEAST_BLOCK - ROUNDING || largest > 0.5 || votes.lastIndexOf(largest) !== at || 1 - own - sum > largest - ROUNDING) return undefined
  const holder = holders[at]!
  if (jointControllers(graph, target).parties.length > 0 || controllers(graph, target).length > 0 || isLargerTogether(graph, blocks, holder, largest)) return undefined
  const power = knownBlocks(graph, target).powers.get(holder)
  const value = power?.oceanic ?? power?.shapleyShubik
  return value !== undefined && value >= DE_FACTO_FROM - ROUNDING ? { holder, power: Math.min(1, value) } : undefined
}

/** Whether other blocks, which one actor that is not above the holder has in its hand, are together at least as large. */
function isLargerTogether(
  graph: StakeGraph,
  { holders, votes }: { readonly holders: readonly number[]; readonly votes: readonly number[] },
  holder: number,
  largest: number,
): boolean {
  const own = new Set([holder, ...controllers(graph, holder)])
  const together = new Map<number, number>()
  holders.forEach((other, at) => {
    for (const hand of [other, ...controllers(graph, other)]) if (!own.has(hand)) together.set(hand, (together.get(hand) ?? 0) + votes[at]!)
  })
  return [...together.values()].some((sum) => sum >= largest - ROUNDING)
}

/** Who certainly controls a node. */
const controllers = (graph: StakeGraph, node: number): Int32Array => row(controllersOf(controlBounds(graph).certain), node)
