import type { Disagreement } from '#analytics/record/ownership-view.ts'
import { controlAsked } from '#analytics/control/group-control.ts'
import type { Rows } from '#analytics/parts/rows.ts'
import { row } from '#analytics/parts/rows.ts'
import type { StakeGraph } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'

/**
 * Nodes that several holders are said to consolidate although none of those holders controls another: at most one can.
 * Time O(stakes + stakes of what such holders control).
 */
export function differentFullParents(stakes: StakeGraph, statements: Rows): Disagreement[] {
  const controls = controlAsked(stakes)
  const found: Disagreement[] = []
  for (let held = 0; held < stakes.size; held++) {
    if (stakes.heldStart[held + 1]! - stakes.heldStart[held]! < 2) continue
    const full: number[] = []
    for (let entry = stakes.heldStart[held]!; entry < stakes.heldStart[held + 1]!; entry++) {
      if (stakes.shareHigh[entry] === 0) continue // an indirect stake: its holder stands above a direct one, by ways not on record
      if ((stakes.flags[entry]! & StakeFlag.CONSOLIDATES) !== 0 || stakes.votesLow[entry]! > 0.5) full.push(entry)
    }
    if (full.length < 2) continue
    const holders = full.map((entry) => stakes.holder[entry]!)
    const unrelated = full.filter((_, at) => holders.some((other, position) => position !== at && !controls(holders[at]!, other) && !controls(other, holders[at]!)))
    const named = unrelated.flatMap((entry) => [...row(statements, entry)].slice(0, 1))
    if (unrelated.length > 1) found.push({ kind: 'different full parents', target: held, statements: named })
  }
  return found
}
