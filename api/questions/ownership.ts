import { ControlKind } from '#analytics/control/control-kind.ts'
import type { HoldingPicture, OwnershipPicture } from '#analytics/record/ownership-picture.ts'
import { holdersPicture, holdingsPicture } from '#analytics/record/ownership-picture.ts'
import type { Interval } from '#analytics/parts/interval.ts'
import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import { row } from '#analytics/parts/rows.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import { OCEANIC_ASSUMPTION } from '#analytics/control/voting-power.ts'
import type { AsOfArgs, Holding, Outcome, Ownership } from './answers.ts'
import type { Asked, QuestionData } from './asked.ts'
import { askedAt, basisOf } from './asked.ts'
import { fractionArgument, nodeArgument } from './checked-arguments.ts'
import { conflictAnswer } from './conflict-words.ts'
import { controlOver } from './control-name.ts'
import type { NoShare } from './interval-words.ts'
import { holdingSentence, percentText } from './interval-words.ts'
import { evidence, notCounted, unrecordedOnTheWay } from './ownership-evidence.ts'
import { shortestPaths } from './path-answer.ts'
import { answering } from './refused.ts'

export interface OwnershipArgs extends AsOfArgs {
  readonly of: string
  readonly direction: 'UP' | 'DOWN'
  readonly minShare: number | undefined
  readonly threshold: number
  /** Where this source gives a figure, or is part of a contradiction, only its word counts. */
  readonly source?: string | undefined
}

/** The label of AMLR art. 52, applied to organisations. */
const SIGNIFICANT_FROM = 0.25
const CONFLICTS_SHOWN = 50
/** More statements than this are counted and not listed. */
const STATEMENTS_LISTED = 1_000
const NOT_COUNTED_SHOWN = 50
const METHOD = 'Integrated ownership (I − W)⁻¹ with bounds; group control as least fixed point of more than half of the votes'

function lazily<T>(compute: () => T): () => T {
  let value: { readonly is: T } | undefined
  return () => (value ??= { is: compute() }).is
}

/** Who holds an organisation or site (UP), or what an organisation holds (DOWN). */
export const ownership = (data: QuestionData, { of, direction, minShare, threshold, source, ...when }: OwnershipArgs): Outcome<Ownership> => answering(() => {
  const significantFrom = fractionArgument('threshold', threshold, SIGNIFICANT_FROM)
  const least = fractionArgument('minShare', minShare, 0)
  const node = nodeArgument(data.snapshot, 'of', of, ['Organisation', 'Site'])
  const word = source === undefined ? undefined : nodeArgument(data.snapshot, 'source', source, ['Source'])
  const asked = askedAt(data, when, word)
  const { view, idOf, cancellation } = asked
  const target = view.canonical[node]!
  const picture = direction === 'UP' ? holdersPicture(view.stakes, target, significantFrom, cancellation) : holdingsPicture(view.stakes, target, significantFrom, cancellation)
  const shown = picture.holdings.filter(({ integrated }) => least === 0 || (integrated?.high ?? 0) >= least)
  const behind = lazily(() => evidence(asked, target, direction))
  const concerned = new Set([target, ...picture.holdings.map((holding) => holding.node)])
  return {
    target: idOf(target),
    direction,
    status: picture.status,
    holders: shown.map((holding) => holdingAnswer(asked, target, picture, direction, holding)),
    totalCount: shown.length,
    remainder: picture.remainder,
    selfHolding: picture.selfHolding,
    unrecorded: () => unrecordedOnTheWay(asked, target, direction),
    statements: () => behind().slice(0, STATEMENTS_LISTED),
    statementCount: () => behind().length,
    notCounted: () => notCounted(asked, target, word).slice(0, NOT_COUNTED_SHOWN),
    cycles: picture.cycles.map((cycle) => cycle.map(idOf)),
    conflicts: view.disagreements
      .filter((one) => concerned.has(one.target))
      .sort((a, b) => Number(b.target === target) - Number(a.target === target))
      .slice(0, CONFLICTS_SHOWN)
      .map((one) => conflictAnswer(asked, one)),
    basis: basisOf(asked, METHOD, { of, direction, minShare, threshold: significantFrom, source }, [
      ...countNotes(asked, target, picture, direction, picture.holdings.length - shown.length),
      ...notesOf(asked, picture, source),
    ]),
  }
})

function holdingAnswer(asked: Asked, target: number, picture: OwnershipPicture, direction: 'UP' | 'DOWN', holding: HoldingPicture): Holding {
  const { view, idOf, nameOf } = asked
  const { node, ultimate, integrated, votes, control, directMajority, groupControl, jointControl, significant, selfHolding, allWalks, deFacto, networkControl } = holding
  const power = lazily(holding.power)
  const [holder, held] = direction === 'UP' ? [node, target] : [target, node]
  return {
    node: idOf(node), ultimate, integrated, direct: directShare(view, holding.entry), votes, control: controlOver({ kind: control, deFacto }),
    directMajority, groupControl, jointControl, significant,
    get votingPower() { return power()?.shapleyShubik },
    get banzhaf() { return power()?.banzhaf },
    get votingPowerError() { return power()?.shapleyShubikError },
    get banzhafError() { return power()?.banzhafError },
    get oceanicPower() { return power()?.oceanic },
    get networkControl() { return networkControl() },
    selfHolding, allWalks, interests: statedInterests(view, holder, holding.entry),
    sentence: holdingSentence(nameOf(holder), nameOf(held), integrated, noShare(view, picture, holder, holding.entry)),
    paths: () => shortestPaths(view, holder, held, { cancellation: asked.cancellation }),
  }
}

/** What stands in the way of a share over all chains: a ring that holds itself outright, or a stake held for others. */
function noShare({ stakes }: OwnershipView, { status, cycles }: OwnershipPicture, holder: number, entry: number): NoShare {
  if (entry >= 0 && (stakes.flags[entry]! & StakeFlag.NOMINEE) !== 0) return 'in name only'
  return status === 'CLOSED_LOOP' && cycles.some((cycle) => cycle.includes(holder)) ? 'closed loop' : undefined
}

/** Kinds of interest the holder has in its direct stake, so that a trustee or nominee is seen as one; what a nominee states for it is not among them. */
function statedInterests({ snapshot, stakeStatements, canonical }: OwnershipView, holder: number, entry: number): string[] {
  if (entry < 0) return []
  const own = Array.from(row(stakeStatements, entry)).filter((statement) => canonical[snapshot.statements.from[statement]!] === holder)
  const codes = own.map((statement) => snapshot.statements.interest[statement]!)
  return [...new Set(codes)].filter((code) => code > 0).map((code) => snapshot.interests[code - 1]!)
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

/** Why a list is empty or shorter than what is on record: an absence is never silent. */
function countNotes({ nameOf }: Asked, target: number, { holdings }: OwnershipPicture, direction: 'UP' | 'DOWN', leftOut: number): string[] {
  if (holdings.length === 0)
    return [
      direction === 'UP'
        ? `Nobody is on record as holding ${nameOf(target)} at this date and these grades. That is unknown, not nobody.`
        : `Nothing is on record as held by ${nameOf(target)} at this date and these grades. That is unknown, not nothing.`,
    ]
  return leftOut === 0 ? [] : [`${leftOut} of ${holdings.length} are left out: less than minShare, or no number for them.`]
}

function notesOf({ nameOf }: Asked, { status, overstated, blocks, holdings }: OwnershipPicture, source: string | undefined): string[] {
  const { sampled, ocean, ownShares } = blocks ?? {}
  return [
    'High bounds are “at most”: what the figures of the other holders leave room for.',
    ...(source === undefined
      ? []
      : [`Where ${source} gives a figure, or is part of a contradiction, only its word counts; what it is silent about stands as others state it.`]),
    ...(status === 'CLOSED_LOOP' ? ['Some of these organisations own each other outright; there is no number for them.'] : []),
    ...(overstated.length > 0
      ? [`Stated shares add up to more than 100 % in ${overstated.map(nameOf).join(', ')}; lower bounds were cut in proportion.`]
      : []),
    'Indirect stakes and stated ultimate parents confirm a chain and are never added to it.',
    ...(sampled === undefined
      ? []
      : [
          `Voting power of ${sampled.blocks} blocks is sampled: seed ${sampled.seed}, ${sampled.samples} samples, standard error at most ${sampled.standardError.toFixed(4)}.`,
        ]),
    ...(ownShares === undefined
      ? []
      : [
          `What it holds in itself, ${percentText(ownShares)}, does not vote: voting power is among the other votes. Control is still more than half of all votes.`,
        ]),
    ...(ocean === undefined && !holdings.some(({ deFacto }) => deFacto)
      ? []
      : [`Oceanic power${ocean === undefined ? '' : ` with ${percentText(ocean)} of the votes unrecorded`}: ${OCEANIC_ASSUMPTION}`]),
    ...(holdings.some(({ deFacto, control }) => deFacto && control === ControlKind.NONE)
      ? [
          'DE_FACTO is a suggestion: the largest block, with at least half of the power if the rest is dispersed, and even all unrecorded votes together are a smaller block.',
        ]
      : []),
    'Network control is a research figure (Vitali, Glattfelder & Battiston 2011) with votes at their minima; it is not what control means elsewhere here.',
  ]
}
