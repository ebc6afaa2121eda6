import type { Disagreement } from '#analytics/ownership-view.ts'
import type { Snapshot } from '#analytics/snapshot.ts'
import { stakeGraph } from '#analytics/stake-graph.ts'
import type { StakeGraph } from '#analytics/stake-graph.ts'
import type { Rows } from '#analytics/rows.ts'
import { rowsOfLists } from '#analytics/rows.ts'
import { indirectStakes } from './indirect-stakes.ts'
import type { PairStake } from './pair-stake.ts'
import { pairStake } from './pair-stake.ts'
import { namedTogether } from './named-together.ts'
import type { Nominator } from './nominators.ts'
import { passToNominators } from './nominators.ts'
import { interestCode, labelCode, typeCode } from './snapshot-codes.ts'
import type { SupportedStake } from './supported-stake.ts'

const OWNS = typeCode('OWNS')
const ULTIMATE = interestCode('ultimate consolidation')
const NOMINATOR = interestCode('nominator')

export interface EffectiveStakes {
  readonly stakes: StakeGraph
  readonly statements: Rows
  readonly disagreements: readonly Disagreement[]
}

/**
 * Stakes between representatives at one date: each pair's statements reduced to one stake, indirect ones set beside the
 * chains of direct ones, owners of sites and groups named together read as what they mean.
 * Time O(n log n) in the ownership statements that count.
 */
export function effectiveStakes(snapshot: Snapshot, canonical: Int32Array, counts: Uint8Array): EffectiveStakes {
  const disagreements: Disagreement[] = []
  const { stated, indirect, nominators } = pairsOf(snapshot, canonical, counts, disagreements)
  const direct = passToNominators(stated, nominators)
  const withIndirect = [...direct, ...indirectStakes(snapshot.nodes.count, direct, indirect, disagreements)]
  const sites = { first: snapshot.nodes.labelStart[labelCode('Site')]!, end: snapshot.nodes.labelStart[labelCode('Site') + 1]! }
  const kindOf = (node: number) => snapshot.texts[snapshot.nodes.kind[node]!]
  const all = namedTogether(withIndirect, (held) => (held < sites.first ? 'company' : kindOf(held) === 'residential portfolio' ? 'portfolio' : 'site'))
    .sort((a, b) => a.held - b.held || a.holder - b.holder)
  return {
    stakes: stakeGraph(sites.end, all),
    statements: rowsOfLists(all.map(({ statements }) => statements)),
    disagreements: [...disagreements, ...overstated(all)],
  }
}

function pairsOf(snapshot: Snapshot, canonical: Int32Array, counts: Uint8Array, disagreements: Disagreement[]) {
  const { statements } = snapshot
  const byPair = new Map<number, { direct: number[]; indirect: number[] }>()
  const nominators: Nominator[] = []
  for (let statement = 0; statement < statements.count; statement++) {
    if (statements.type[statement] !== OWNS || counts[statement] !== 1) continue
    const holder = canonical[statements.from[statement]!]!
    const held = canonical[statements.to[statement]!]!
    // Two records of one company that hold each other are its own business; shares a company is stated to hold in itself are not.
    if (holder === held && statements.from[statement] !== statements.to[statement]) continue
    if (statements.interest[statement] === NOMINATOR) {
      nominators.push({ nominator: holder, nominee: held, statement })
      continue
    }
    const pair = holder * snapshot.nodes.count + held // below 2⁵³ for 90 million nodes
    const found = byPair.get(pair) ?? { direct: [], indirect: [] }
    byPair.set(pair, found)
    const isIndirect = statements.indirect[statement] === 1 || statements.interest[statement] === ULTIMATE
    ;(isIndirect ? found.indirect : found.direct).push(statement)
  }
  const stated: SupportedStake[] = []
  const indirect: SupportedStake[] = []
  for (const [pair, found] of byPair) {
    const holder = Math.floor(pair / snapshot.nodes.count)
    const held = pair % snapshot.nodes.count
    const stakeFrom = (list: readonly number[]): PairStake | undefined => (list.length === 0 ? undefined : pairStake(snapshot, list))
    const stake = stakeFrom(found.direct)
    const beside = stake === undefined && found.direct.length === 0 ? stakeFrom(found.indirect) : undefined
    if (stake !== undefined) stated.push({ ...stake, holder, held })
    if (beside !== undefined) indirect.push({ ...beside, holder, held })
    for (const { statements: disagreeing, disjoint } of [...stake?.disagreements ?? [], ...beside?.disagreements ?? []]) {
      disagreements.push({ kind: 'different figures', disjoint, target: held, statements: disagreeing })
    }
  }
  return { stated, indirect, nominators }
}

/** Held nodes of which the minima add up to more than everything. */
function overstated(stakes: readonly SupportedStake[]): Disagreement[] {
  const byHeld = new Map<number, SupportedStake[]>()
  for (const stake of stakes) byHeld.set(stake.held, [...byHeld.get(stake.held) ?? [], stake])
  return [...byHeld].flatMap(([target, holders]) => {
    const counted = holders.filter(({ shareLow }) => shareLow > 0)
    const sum = counted.reduce((total, { shareLow }) => total + shareLow, 0)
    return sum > 1 + 1e-9 ? [{ kind: 'more than 100 %' as const, target, sum, statements: counted.flatMap(({ statements }) => statements.slice(0, 1)) }] : []
  })
}
