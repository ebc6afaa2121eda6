import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import type { HoldingsOfManyOptions } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import type { HoldingsBlock } from '#analytics/many-owners/holdings-block.ts'
import type { StakeGraph } from '#analytics/ownership/stake-graph.ts'
import type { Findings } from './differences.ts'

/** One thing held, with everything a block says about it. */
export interface Holding {
  readonly owner: number
  readonly node: number
  readonly low: number
  readonly high: number
  readonly allWalksLow: number
  readonly lowExclusive: boolean
  readonly highExclusive: boolean
}

/** What one owner of a block holds, by node. */
export function holdingsIn({ owners, nodes, low, high, allWalksLow, lowExclusive, highExclusive }: HoldingsBlock, column: number): Holding[] {
  const holdings: Holding[] = []
  nodes.forEach((node, at) => {
    const element = 8 * at + column
    if (high[element]! > 0) holdings.push({ owner: owners[column]!, node, low: low[element]!, high: high[element]!, allWalksLow: allWalksLow[element]!, lowExclusive: lowExclusive?.[element] === 1, highExclusive: highExclusive?.[element] === 1 })
  })
  return holdings.sort((a, b) => a.node - b.node)
}

/** All holdings of some owners, and what else is said about each of them. */
export function holdingsOfMany(graph: StakeGraph, owners: readonly number[], options: HoldingsOfManyOptions = {}) {
  const found = new Map<number, { holdings: Holding[]; closedLoops: readonly number[][]; selfHolding: number | undefined; residual: number }>()
  integratedHoldingsOfMany(graph, owners, (block) => {
    block.owners.forEach((owner, column) => found.set(owner, { holdings: holdingsIn(block, column), closedLoops: block.closedLoops[column]!, selfHolding: block.selfHolding[column], residual: block.residual[column]! }))
  }, options)
  return found
}

/** The same as named numbers, as the oracles give them. */
export function pairFindings({ owner, node, low, high, allWalksLow, lowExclusive, highExclusive }: Holding): Findings {
  const pair = `${owner} in ${node}`
  return { [`${pair}, low`]: low, [`${pair}, high`]: high, [`${pair}, low open`]: Number(lowExclusive), [`${pair}, high open`]: Number(highExclusive), [`${pair}, all walks`]: allWalksLow }
}
