import type { Disagreement } from '#analytics/record/ownership-view.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { Nominator } from './nominators.ts'
import { groupStarts, inPairOrder } from './pair-order.ts'
import { pairStake } from './pair-stake.ts'
import { writeSingleStake } from './single-stake.ts'
import { interestCode, typeCode } from './snapshot-codes.ts'
import type { StakeColumns } from './stake-columns.ts'
import { endStake, pushStake, stakeColumns } from './stake-columns.ts'
import type { SupportedStake } from './supported-stake.ts'

const OWNS = typeCode('OWNS')
const ULTIMATE = interestCode('ultimate consolidation')
const NOMINATOR = interestCode('nominator')

export interface StatedStakes {
  /** Of pairs with direct statements, in order of the held node, then of the holder. */
  readonly direct: StakeColumns
  /** First statement about the pair of each direct stake. */
  readonly firstStatement: Int32Array
  /** Of pairs with nothing but indirect statements. */
  readonly indirect: readonly SupportedStake[]
  readonly nominators: readonly Nominator[]
  /** In order of the first statement about the pair. */
  readonly disagreements: readonly Disagreement[]
}

/**
 * Each pair's ownership statements that count, reduced to one stake.
 *
 * @param singly whether a pair with one direct statement takes the short way; the answer is the same
 * Time O(nodes + statements), and the square of the statements about one pair.
 */
export function statedStakes(snapshot: Snapshot, canonical: Int32Array, counts: Uint8Array, singly: boolean): StatedStakes {
  const { statements: s, nodes } = snapshot
  const { selected, nominators } = ownershipStatements(snapshot, canonical, counts)
  const holderOf = (statement: number) => canonical[s.from[statement]!]!
  const heldOf = (statement: number) => canonical[s.to[statement]!]!
  const isDirect = (statement: number) => s.indirect[statement] !== 1 && s.interest[statement] !== ULTIMATE
  const sorted = inPairOrder(nodes.count, selected, heldOf, holderOf)
  const pairs = groupStarts(sorted, (a, b) => heldOf(a) !== heldOf(b) || holderOf(a) !== holderOf(b))
  const direct = stakeColumns(pairs.length - 1, sorted.length)
  const firstStatement = new Int32Array(pairs.length - 1)
  const indirect: SupportedStake[] = []
  const disagreements: { readonly first: number; readonly disagreement: Disagreement }[] = []
  for (let pair = 0; pair + 1 < pairs.length; pair++) {
    const first = sorted[pairs[pair]!]!
    const [holder, held] = [holderOf(first), heldOf(first)]
    firstStatement[direct.count] = first
    if (singly && pairs[pair + 1]! === pairs[pair]! + 1 && isDirect(first)) {
      direct.figures.holder[direct.count] = holder
      direct.figures.held[direct.count] = held
      if (writeSingleStake(snapshot, first, direct)) endStake(direct, [first])
      continue
    }
    const all = Array.from(sorted.subarray(pairs[pair], pairs[pair + 1]))
    const directly = all.filter(isDirect)
    const stake = pairStake(snapshot, directly.length > 0 ? directly : all)
    if (stake === undefined) continue
    if (directly.length > 0) pushStake(direct, { ...stake, holder, held })
    else indirect.push({ ...stake, holder, held })
    for (const { statements, disjoint } of stake.disagreements) disagreements.push({ first, disagreement: { kind: 'different figures', disjoint, target: held, statements } })
  }
  return { direct, firstStatement, indirect, nominators, disagreements: disagreements.sort((a, b) => a.first - b.first).map(({ disagreement }) => disagreement) }
}

/** Statements about stakes, and those that name who a nominee holds for. */
function ownershipStatements({ statements: s }: Snapshot, canonical: Int32Array, counts: Uint8Array): { readonly selected: Int32Array; readonly nominators: readonly Nominator[] } {
  const selected = new Int32Array(s.count)
  const nominators: Nominator[] = []
  let count = 0
  for (let statement = 0; statement < s.count; statement++) {
    if (s.type[statement] !== OWNS || counts[statement] !== 1) continue
    const holder = canonical[s.from[statement]!]!
    const held = canonical[s.to[statement]!]!
    // Two records of one company that hold each other are its own business; shares a company is stated to hold in itself are not.
    if (holder === held && s.from[statement] !== s.to[statement]) continue
    if (s.interest[statement] === NOMINATOR) nominators.push({ nominator: holder, nominee: held, statement })
    else selected[count++] = statement
  }
  return { selected: selected.subarray(0, count), nominators }
}
