import type { HoldingPicture } from '#analytics/ownership-picture.ts'
import { holdersPicture, holdingsPicture } from '#analytics/ownership-picture.ts'
import type { Interval } from '#analytics/interval.ts'
import { exactly } from '#analytics/interval.ts'
import type { OwnershipView } from '#analytics/ownership-view.ts'
import { StakeFlag } from '#analytics/stake-graph.ts'
import type { AsOfArgs, Holding, Outcome, Ownership } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { fractionArgument, nodeArgument } from './checked-arguments.ts'
import { conflictAnswer } from './conflict-words.ts'
import { controlName } from './control-name.ts'
import { shortestPaths } from './path-answer.ts'
import { answering } from './refused.ts'

export interface OwnershipArgs extends AsOfArgs {
  readonly of: string
  readonly direction: 'UP' | 'DOWN'
  readonly minShare: number | undefined
  readonly threshold: number
}

/** The label of AMLR art. 52, applied to organisations. */
const SIGNIFICANT_FROM = 0.25
const CONFLICTS_SHOWN = 50
const METHOD = 'Integrated ownership (I − W)⁻¹ with bounds; group control as least fixed point of more than half of the votes'

/** Who holds an organisation or site (UP), or what an organisation holds (DOWN). */
export const ownership = (data: QuestionData, { of, direction, minShare, threshold, ...when }: OwnershipArgs): Outcome<Ownership> => answering(() => {
  const significantFrom = fractionArgument('threshold', threshold, SIGNIFICANT_FROM)
  const least = fractionArgument('minShare', minShare, 0)
  const node = nodeArgument(data.snapshot, 'of', of, ['Organisation', 'Site'])
  const asked = askedAt(data, when)
  const { view, idOf } = asked
  const target = view.canonical[node]!
  const picture = direction === 'UP' ? holdersPicture(view.stakes, target, significantFrom) : holdingsPicture(view.stakes, target, significantFrom)
  const shown = picture.holdings.filter(({ integrated }) => least === 0 || (integrated?.high ?? 0) >= least)
  const concerned = new Set([target, ...picture.holdings.map((holding) => holding.node)])
  return {
    target: idOf(target), direction, status: picture.status,
    holders: shown.map((holding) => holdingAnswer(asked, target, direction, holding)), totalCount: shown.length,
    remainder: picture.remainder, cycles: picture.cycles.map((cycle) => cycle.map(idOf)),
    conflicts: view.disagreements.filter((one) => concerned.has(one.target)).sort((a, b) => Number(b.target === target) - Number(a.target === target))
      .slice(0, CONFLICTS_SHOWN).map((one) => conflictAnswer(asked, one)),
    basis: basisOf(asked, METHOD, { of, direction, minShare, threshold: significantFrom }, notesOf(asked, picture)),
  }
})

function holdingAnswer({ view, idOf }: Asked, target: number, direction: 'UP' | 'DOWN', holding: HoldingPicture): Holding {
  const { node, ultimate, integrated, votes, control, directMajority, groupControl, jointControl, significant, selfHolding, power } = holding
  return {
    node: idOf(node), ultimate, integrated, direct: directShare(view, holding.entry), votes, control: controlName(control),
    directMajority, groupControl, jointControl, significant, votingPower: power?.shapleyShubik, banzhaf: power?.banzhaf,
    selfHolding: selfHolding > 0 ? exactly(selfHolding) : undefined,
    paths: () => (direction === 'UP' ? shortestPaths(view, node, target) : shortestPaths(view, target, node)),
  }
}

/** The stake as stated; a link without a figure is more than 0. */
function directShare({ stakes }: OwnershipView, entry: number): Interval | undefined {
  if (entry < 0) return undefined
  return {
    low: stakes.shareLow[entry]!, high: stakes.shareHigh[entry]!,
    lowExclusive: stakes.shareLowExclusive[entry] === 1, highExclusive: stakes.shareHighExclusive[entry] === 1,
    statedOnly: (stakes.flags[entry]! & StakeFlag.SHARE_UNKNOWN) === 0,
  }
}

function notesOf({ nameOf }: Asked, { status, overstated }: ReturnType<typeof holdersPicture>): string[] {
  return [
    'High bounds are “at most”: what the figures of the other holders leave room for.',
    ...(status === 'CLOSED_LOOP' ? ['Some of these organisations own each other outright; there is no number for them.'] : []),
    ...(overstated.length > 0 ? [`Stated shares add up to more than 100 % in ${overstated.map(nameOf).join(', ')}; lower bounds were cut in proportion.`] : []),
    'Indirect stakes and stated ultimate parents confirm a chain and are never added to it.',
  ]
}
