import type { Disagreement } from '#analytics/record/ownership-view.ts'
import type { Rows } from '#analytics/parts/rows.ts'
import type { Snapshot } from '#analytics/record/snapshot.ts'
import type { StakeGraph } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag, indexedStakes } from '#analytics/ownership/stake-graph.ts'
import { indirectStakes } from './indirect-stakes.ts'
import type { HeldKind } from './named-together.ts'
import { mayBeNamedTogether, namedTogether } from './named-together.ts'
import { passToNominators } from './nominators.ts'
import { labelCode } from './snapshot-codes.ts'
import type { StakeColumns } from './stake-columns.ts'
import { copyStakes, finishedStakes, pushStake, stakeAt, stakeColumns } from './stake-columns.ts'
import type { StatedStakes } from './stated-stakes.ts'
import { statedStakes } from './stated-stakes.ts'
import type { SupportedStake } from './supported-stake.ts'

export interface EffectiveStakes {
  readonly stakes: StakeGraph
  readonly statements: Rows
  readonly disagreements: readonly Disagreement[]
}

/** Which stakes take the short way; the answer is the same with and without. */
export interface Shortcuts {
  /** A pair with one statement is written without the rules for several. */
  readonly singly: boolean
  /** Whether a node is read together with its other holders, given that something could come of it. */
  readonly together: (needed: boolean) => boolean
}

const SHORTCUTS: Shortcuts = { singly: true, together: (needed) => needed }

/**
 * Stakes between representatives at one date: each pair's statements reduced to one stake, indirect ones set beside the
 * chains of direct ones, owners of sites and groups named together read as what they mean.
 *
 * Most nodes are held by stakes with nothing to be read together: these stay columns. Only the stakes in the others
 * become objects. Time O(nodes + ownership statements that count), space 130 bytes per stake.
 */
export function effectiveStakes(snapshot: Snapshot, canonical: Int32Array, counts: Uint8Array, { singly, together }: Shortcuts = SHORTCUTS): EffectiveStakes {
  const stated = statedStakes(snapshot, canonical, counts, singly)
  const kindOf = heldKinds(snapshot)
  const startOf = heldStarts(stated.direct, snapshot.nodes.count)
  const isTogether = heldTogether(stated, startOf, kindOf).map((needed) => (together(needed === 1) ? 1 : 0))
  const besides: Disagreement[] = []
  const read = readTogether(stated, startOf, isTogether, kindOf, besides)
  const all = merged(stated.direct, startOf, isTogether, read)
  const stakes = indexedStakes(snapshot.nodes.labelStart[labelCode('Site') + 1]!, all.figures)
  const statements = { start: all.statementStart, items: all.statements }
  return { stakes, statements, disagreements: [...stated.disagreements, ...besides, ...overstated(stakes, statements)] }
}

function heldKinds({ nodes, texts }: Snapshot): (held: number) => HeldKind {
  const firstSite = nodes.labelStart[labelCode('Site')]!
  return (held) => (held < firstSite ? 'company' : texts[nodes.kind[held]!] === 'residential portfolio' ? 'portfolio' : 'site')
}

/** First stake in each node, of stakes in order of it; one more element than nodes. */
function heldStarts({ figures: { held }, count }: StakeColumns, size: number): Int32Array {
  const start = new Int32Array(size + 1)
  for (let at = 0; at < count; at++) start[held[at]! + 1]!++
  for (let node = 0; node < size; node++) start[node + 1]! += start[node]!
  return start
}

/** 1 for nodes whose stakes may be changed by each other, by indirect ones or by nominators. */
function heldTogether({ direct: { figures: { flags } }, indirect, nominators }: StatedStakes, startOf: Int32Array, kindOf: (held: number) => HeldKind): Uint8Array {
  const isTogether = new Uint8Array(startOf.length - 1)
  for (const { held } of indirect) isTogether[held] = 1
  for (let held = 0; held < isTogether.length; held++) {
    if (startOf[held] === startOf[held + 1]) continue
    if (mayBeNamedTogether(kindOf(held), flags, startOf[held]!, startOf[held + 1]!)) isTogether[held] = 1
    if (nominators.length > 0 && flags.subarray(startOf[held], startOf[held + 1]).some((one) => (one & StakeFlag.NOMINEE) !== 0)) isTogether[held] = 1
  }
  return isTogether
}

/** The stakes in the nodes marked, read by all rules, in order of the held node, then of the holder. */
function readTogether(stated: StatedStakes, startOf: Int32Array, isTogether: Uint8Array, kindOf: (held: number) => HeldKind, disagreements: Disagreement[]): SupportedStake[] {
  const { direct, firstStatement, indirect, nominators } = stated
  const marked: number[] = []
  for (let at = 0; at < direct.count; at++) if (isTogether[direct.figures.held[at]!] === 1) marked.push(at)
  marked.sort((a, b) => firstStatement[a]! - firstStatement[b]!)
  const known = byHeld(passToNominators(marked.map((at) => stakeAt(direct, at)), nominators))
  const stakesIn = (held: number): readonly SupportedStake[] => {
    if (isTogether[held] === 1) return known.get(held) ?? []
    return Array.from({ length: startOf[held + 1]! - startOf[held]! }, (_, at) => stakeAt(direct, startOf[held]! + at))
  }
  const added = indirectStakes(stakesIn, indirect, disagreements)
  for (const [held, list] of byHeld(added)) known.set(held, [...known.get(held) ?? [], ...list])
  return [...known].flatMap(([held, holders]) => namedTogether(kindOf(held), holders, stakesIn)).sort((a, b) => a.held - b.held || a.holder - b.holder)
}

function byHeld(stakes: readonly SupportedStake[]): Map<number, SupportedStake[]> {
  const groups = new Map<number, SupportedStake[]>()
  for (const stake of stakes) {
    const group = groups.get(stake.held)
    if (group === undefined) groups.set(stake.held, [stake])
    else group.push(stake)
  }
  return groups
}

/** The stakes that stay as they are and those that were read together, in order of the held node, then of the holder. */
function merged(direct: StakeColumns, startOf: Int32Array, isTogether: Uint8Array, read: readonly SupportedStake[]): StakeColumns {
  if (read.length === 0 && !isTogether.includes(1)) return finishedStakes(direct)
  const all = stakeColumns(direct.count + read.length, direct.statements.length + read.reduce((sum, { statements }) => sum + statements.length, 0))
  let copied = 0
  /** Copies what lies before a node and stays as it is. */
  const copyUpTo = (end: number) => {
    for (; copied < end; copied++) if (isTogether[copied] !== 1) copyStakes(all, direct, startOf[copied]!, startOf[copied + 1]!)
  }
  read.forEach((stake, at) => {
    if (at === 0 || read[at - 1]!.held !== stake.held) copyUpTo(stake.held)
    pushStake(all, stake)
  })
  copyUpTo(isTogether.length)
  return finishedStakes(all)
}

/** Held nodes of which the minima add up to more than everything. What a nominee holds is somebody else’s share, and no second one. */
function overstated({ size, heldStart, shareLow, flags }: StakeGraph, { start, items }: Rows): Disagreement[] {
  const found: Disagreement[] = []
  const counts = (entry: number) => shareLow[entry]! > 0 && (flags[entry]! & StakeFlag.NOMINEE) === 0
  for (let target = 0; target < size; target++) {
    let sum = 0
    for (let entry = heldStart[target]!; entry < heldStart[target + 1]!; entry++) if (counts(entry)) sum += shareLow[entry]!
    if (!(sum > 1 + 1e-9)) continue
    const statements: number[] = []
    for (let entry = heldStart[target]!; entry < heldStart[target + 1]!; entry++) if (counts(entry)) statements.push(items[start[entry]!]!)
    found.push({ kind: 'more than 100 %', target, sum, statements })
  }
  return found
}
