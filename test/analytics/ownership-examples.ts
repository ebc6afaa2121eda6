import type { StakeGraph } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'

/** Written as `['A', 'B', .6]` or, for a range, `['A', 'B', [.25, .5]]`; `'()'` marks which ends are excluded. */
export type NamedStake = readonly [holder: string, held: string, share: number | readonly [number, number], ends?: '[]' | '(]' | '[)' | '()']

/** A graph over named nodes, numbered in the order in which the names occur. */
export function namedGraph(stakes: readonly NamedStake[]): { graph: StakeGraph; names: string[]; node: (name: string) => number } {
  const names = [...new Set(stakes.flatMap(([holder, held]) => [holder, held]))]
  const node = (name: string) => names.indexOf(name)
  const graph = stakeGraph(names.length, stakes.map(([holder, held, share, ends = '[]']) => {
    const [shareLow, shareHigh] = typeof share === 'number' ? [share, share] : share
    return { holder: node(holder), held: node(held), shareLow, shareHigh, shareLowExclusive: ends[0] === '(', shareHighExclusive: ends[1] === ')' }
  }))
  return { graph, names, node }
}

export const O1: readonly NamedStake[] = [['A', 'B', 0.6], ['B', 'C', 0.5], ['A', 'C', 0.1]]
export const O2: readonly NamedStake[] = [['P', 'K', 0.7], ['R', 'K', 0.1], ['L', 'K', 0.2], ['K', 'L', 0.4], ['Q', 'L', 0.6]]
export const O3: readonly NamedStake[] = [['A', 'B', 0.9], ['B', 'C', 0.9], ['C', 'A', 0.9], ['a', 'A', 0.1], ['b', 'B', 0.1], ['c', 'C', 0.1]]
export const O4: readonly NamedStake[] = [['A', 'B', 1], ['B', 'A', 1]]
export const O5: readonly NamedStake[] = [['A', 'B', [0.25, 0.5]], ['B', 'C', 0.6], ['A', 'C', [0, 0.4]]]
export const O6: readonly NamedStake[] = [['A', 'B', [0.5, 0.75], '(]'], ['B', 'C', [0.5, 0.75], '(]']]
export const C1: readonly NamedStake[] = [['A', 'B', 0.51], ['B', 'C', 0.51]]
export const C2: readonly NamedStake[] = [['A', 'B', 0.51], ['A', 'C', 0.3], ['B', 'C', 0.25], ['X', 'C', 0.45]]
export const C3: readonly NamedStake[] = [['A', 'B', 0.4], ['C', 'B', 0.2], ['B', 'C', 0.6]]
export const P1: readonly NamedStake[] = [['P', 'H', 0.51], ['Q', 'H', 0.49], ['H', 'O1', 0.6], ['Q', 'O1', 0.4], ['H', 'O2', 0.3], ['P', 'O2', 0.25], ['Q', 'O2', 0.45]]
