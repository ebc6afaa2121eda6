import type { Disagreement } from '#analytics/record/ownership-view.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import type { SupportedStake } from './supported-stake.ts'

/** Sums above 1 by less than this are rounding. */
const ROUNDING = 1e-9
/** A stake through which control can pass by itself. */
const controls = ({ flags = 0, votesLow, shareLow, votesLowExclusive, shareLowExclusive }: SupportedStake): boolean => {
  const votes = votesLow ?? shareLow
  const exclusive = votesLow === undefined ? shareLowExclusive : votesLowExclusive
  return (flags & (StakeFlag.CONSOLIDATES | StakeFlag.MEMBERSHIP)) !== 0 || votes > 0.5 || (votes === 0.5 && exclusive === true)
}

/**
 * What indirect stakes and stated ultimate parents add to the direct ones. They are never added to a chain:
 * - a chain of direct stakes through which control passes already leads from holder to held: nothing is added, the statement confirms it;
 * - a chain without such control, or no room beside the direct holders (the minima would exceed 100 %): only the
 *   votes or the consolidation count, no share;
 * - no chain at all: the stake counts as stated.
 * @param directIn the direct stakes in a node
 * Time O(indirect stakes · stakes above the held node).
 */
export function indirectStakes(directIn: (held: number) => readonly SupportedStake[], indirect: readonly SupportedStake[], disagreements: Disagreement[]): SupportedStake[] {
  const leadsTo = (holder: number, held: number, through: (stake: SupportedStake) => boolean): boolean => {
    const seen = new Set([held])
    const open = [held]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const stake of directIn(node)) {
        if (!through(stake) || seen.has(stake.holder)) continue
        if (stake.holder === holder) return true
        seen.add(stake.holder)
        open.push(stake.holder)
      }
    }
    return false
  }
  const minimaIn = (held: number) => directIn(held).reduce((sum, { shareLow }) => sum + shareLow, 0)
  const leading = (held: number) => directIn(held).filter(({ shareLow }) => shareLow > 0).flatMap(({ statements }) => statements.slice(0, 1))
  const inOrder = [...indirect].sort((a, b) => a.held - b.held || a.holder - b.holder)
  return inOrder.flatMap((stake) => {
    if (leadsTo(stake.holder, stake.held, controls)) return []
    const hasChain = leadsTo(stake.holder, stake.held, () => true)
    const besideIt = inOrder.filter(({ held }) => held === stake.held).reduce((sum, { shareLow }) => sum + shareLow, 0)
    const overflows = minimaIn(stake.held) + besideIt > 1 + ROUNDING
    if (!hasChain && !overflows) return [stake]
    if (overflows) disagreements.push({ kind: 'indirect beside direct', target: stake.held, statements: [...stake.statements, ...leading(stake.held)] })
    return controls(stake) ? [votesOnly(stake)] : []
  })
}

/** The same stake without a share: votes and flags stay. */
const votesOnly = (stake: SupportedStake): SupportedStake => ({
  ...stake, shareLow: 0, shareHigh: 0, shareLowExclusive: false, shareHighExclusive: false,
  votesLow: stake.votesLow ?? stake.shareLow, votesHigh: stake.votesHigh ?? stake.shareHigh,
  votesLowExclusive: (stake.votesLow === undefined ? stake.shareLowExclusive : stake.votesLowExclusive) ?? false,
  votesHighExclusive: (stake.votesHigh === undefined ? stake.shareHighExclusive : stake.votesHighExclusive) ?? false,
})
