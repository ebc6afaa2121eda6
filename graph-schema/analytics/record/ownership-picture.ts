import type { Cancellation } from '../parts/cancellation.ts'
import { ControlKind } from '../control/control-kind.ts'
import { deFactoControl } from './de-facto-control.ts'
import { isDirectMajority } from '../control/direct-majority.ts'
import { controllersOf as allControllers } from '../control/controllers-of.ts'
import { controllersOf } from '../control/group-control.ts'
import { groupVotes } from '../control/group-votes.ts'
import type { Interval } from '../parts/interval.ts'
import { exactly } from '../parts/interval.ts'
import { integratedHolders, integratedHoldings } from '../ownership/integrated-ownership.ts'
import type { IntegratedResult } from '../ownership/integrated-ownership.ts'
import { jointControllersAbove, jointlyControlled } from '../control/joint-reach.ts'
import type { BlockPower, KnownBlocks } from '../control/known-blocks.ts'
import { knownBlocks } from '../control/known-blocks.ts'
import { networkControlOver } from '../control/network-control-over.ts'
import { controlBounds } from '../control/possible-control.ts'
import { isSignificantInterest } from '../control/significant-interest.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { row } from '../parts/rows.ts'

/** One holder of a target, or one thing held: integrated ownership, direct stake, votes and control side by side, never mixed. */
export interface HoldingPicture {
  readonly node: number
  /** UP: nobody holds a share in it on record; the shares of these and the remainder add up to 1. DOWN: it holds nothing on record. */
  readonly ultimate: boolean
  readonly integrated: Interval | undefined
  /** Entry of the direct stake, −1 without one. */
  readonly entry: number
  /** Votes of the holder together with what it controls. */
  readonly votes: Interval | undefined
  readonly control: ControlKind
  readonly directMajority: boolean
  readonly groupControl: boolean
  /** As a named party, through what it controls, or through a joint venture that controls; see `joint-reach.ts`. */
  readonly jointControl: boolean
  readonly significant: boolean
  /** Share in itself through others; looking up only, undefined outside rings. */
  readonly selfHolding: Interval | undefined
  /** Sum over all walks at the minima, those that come back to the holder included; may exceed 1 inside a ring. */
  readonly allWalks: number | undefined
  /** Nobody controls the target, and the direct stake may be enough to decide against dispersed holders. */
  readonly deFacto: boolean
  /** Power among the direct holders, where all their votes are known. Costly where there are many: computed when asked for. */
  readonly power: () => BlockPower | undefined
  /** Network control (Vitali, Glattfelder & Battiston 2011), 0–1, a research figure of its own. Computed when asked for. */
  readonly networkControl: () => number
}

export interface OwnershipPicture {
  readonly status: IntegratedResult['status']
  /** Largest proven share first. */
  readonly holdings: readonly HoldingPicture[]
  readonly remainder: Interval | undefined
  /** Share of the node asked about in itself through others; undefined outside rings and inside a closed loop. */
  readonly selfHolding: Interval | undefined
  readonly cycles: readonly (readonly number[])[]
  readonly overstated: readonly number[]
  /** The direct votes in the target as a game; only looking up. */
  readonly blocks: KnownBlocks | undefined
}

/** Who holds a node, over all steps, with every kind of number in a column of its own. Cost: integrated ownership and control above the node. @throws Cancelled */
export function holdersPicture(graph: StakeGraph, target: number, threshold: number, cancellation?: Cancellation): OwnershipPicture {
  const { certain } = controlBounds(graph, cancellation)
  const solved = integratedHolders(graph, target, { cancellation })
  const integrated = new Map(solved.holders.map((holder) => [holder.node, holder]))
  const controllers = controllersOf(graph, target, cancellation)
  const kinds = new Map(Array.from(controllers.nodes, (node, at) => [node, controllers.kinds[at]! as ControlKind] as const)) // as written by controllersOf
  const entries = entriesIn(graph, target)
  cancellation?.look()
  const sharing = jointControllersAbove(graph, target, (node) => (node === target ? controllers.nodes : row(allControllers(certain), node)), cancellation)
  const blocks = knownBlocks(graph, target, cancellation)
  const largest = deFactoControl(graph, target)?.holder
  const nodes = new Set([...integrated.keys(), ...kinds.keys(), ...entries.keys(), ...sharing])
  nodes.delete(target)
  const holdings = [...nodes].map((node) => {
    const share = integrated.get(node)
    const members = new Set([node, ...controlledBy(graph, node).keys()])
    cancellation?.spend(20 + 10 * members.size)
    const parts = { target, share, entry: entries.get(node) ?? -1, kind: kinds.get(node), threshold, members, isJoint: sharing.has(node) }
    return {
      node, ultimate: share?.ultimate ?? graph.heldStart[node] === graph.heldStart[node + 1], selfHolding: share && ringShare(share), ...picture(graph, parts),
      deFacto: node === largest, power: () => blocks.powers.get(node), networkControl: () => networkControlOver(graph, target).get(node) ?? 0,
    }
  })
  return {
    status: solved.status,
    holdings: sorted(holdings),
    remainder: solved.remainder,
    selfHolding: ringShare(solved),
    cycles: solved.cycles,
    overstated: solved.overstated,
    blocks,
  }
}

/** What a node holds, over all steps; the same columns looking down. Cost: integrated ownership and control below the node. @throws Cancelled */
export function holdingsPicture(graph: StakeGraph, holder: number, threshold: number, cancellation?: Cancellation): OwnershipPicture {
  controlBounds(graph, cancellation)
  const solved = integratedHoldings(graph, holder, { cancellation })
  const integrated = new Map(solved.holdings.map((held) => [held.node, held]))
  const kinds = controlledBy(graph, holder)
  const entries = new Map(Array.from(graph.byHolder.subarray(graph.holderStart[holder], graph.holderStart[holder + 1]), (entry) => [graph.held[entry]!, entry]))
  const members = new Set([holder, ...kinds.keys()])
  const shared = jointlyControlled(graph, holder, (node) => controlledBy(graph, node).keys(), cancellation)
  const nodes = new Set([...integrated.keys(), ...kinds.keys(), ...entries.keys(), ...shared])
  nodes.delete(holder)
  const holdings = [...nodes].map((node) => {
    const entry = entries.get(node) ?? -1
    cancellation?.spend(20 + 2 * (graph.heldStart[node + 1]! - graph.heldStart[node]!))
    const parts = { target: node, share: integrated.get(node), entry, kind: kinds.get(node), threshold, members, isJoint: shared.has(node) }
    return {
      node, ultimate: graph.holderStart[node] === graph.holderStart[node + 1], selfHolding: undefined, ...picture(graph, parts),
      deFacto: entry >= 0 && deFactoControl(graph, node)?.holder === holder,
      power: () => (entry < 0 ? undefined : knownBlocks(graph, node).powers.get(holder)), networkControl: () => networkControlOver(graph, node).get(holder) ?? 0,
    }
  })
  return {
    status: solved.status,
    holdings: sorted(holdings),
    remainder: undefined,
    selfHolding: ringShare(solved),
    cycles: solved.cycles,
    overstated: solved.overstated,
    blocks: undefined,
  }
}

/** Self-holding as bounds; undefined where nothing comes back. */
const ringShare = ({ selfHolding: low, selfHoldingAtMost: high }: { readonly selfHolding: number | undefined; readonly selfHoldingAtMost: number }): Interval | undefined =>
  (low === undefined || !(high > 0) ? undefined : { low, high: Math.max(low, high), lowExclusive: false, highExclusive: false, statedOnly: false })

/** What a node certainly controls, with the kind; from the closure kept for the graph. */
function controlledBy(graph: StakeGraph, actor: number): ReadonlyMap<number, ControlKind> {
  const { controlsStart, controls, kind } = controlBounds(graph).certain
  const kinds = new Map<number, ControlKind>()
  for (let at = controlsStart[actor]!; at < controlsStart[actor + 1]!; at++) kinds.set(controls[at]!, kind[at]! as ControlKind) // as written by controlClosure
  return kinds
}

/** Of one pair: what was solved for it elsewhere. */
interface Parts {
  readonly target: number
  readonly share: (Interval & { readonly allWalksLow: number }) | undefined
  readonly entry: number
  readonly kind: ControlKind | undefined
  readonly threshold: number
  /** The holder and what it controls. */
  readonly members: ReadonlySet<number>
  /** The holder controls the target together with others. */
  readonly isJoint: boolean
}

function picture(
  graph: StakeGraph,
  { target, share, entry, kind = ControlKind.NONE, threshold, members, isJoint }: Parts,
): Omit<HoldingPicture, 'node' | 'ultimate' | 'selfHolding' | 'deFacto' | 'power' | 'networkControl'> {
  const votes = groupVotes(graph, members, target)
  const { low, high, lowExclusive, highExclusive, statedOnly } = share ?? exactly(0)
  return {
    entry,
    votes,
    allWalks: share?.allWalksLow,
    integrated: share === undefined ? undefined : { low, high, lowExclusive, highExclusive, statedOnly },
    control: kind === ControlKind.NONE && isJoint ? ControlKind.JOINT : kind,
    directMajority: entry >= 0 && isDirectMajority(graph, entry),
    groupControl: kind === ControlKind.GROUP || kind === ControlKind.MAJORITY,
    jointControl: isJoint,
    significant: isSignificantInterest(share, votes, threshold),
  }
}

function entriesIn(graph: StakeGraph, target: number): Map<number, number> {
  const entries = new Map<number, number>()
  for (let entry = graph.heldStart[target]!; entry < graph.heldStart[target + 1]!; entry++) entries.set(graph.holder[entry]!, entry)
  return entries
}

const sorted = (holdings: readonly HoldingPicture[]): HoldingPicture[] => [...holdings].sort((a, b) =>
  (b.integrated?.low ?? 0) - (a.integrated?.low ?? 0) || (b.integrated?.high ?? 0) - (a.integrated?.high ?? 0) || b.control - a.control || a.node - b.node)
