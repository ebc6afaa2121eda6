import type { Cancellation } from '../parts/cancellation.ts'
import { ControlKind } from './control-kind.ts'
import { countedVotes, hasLink, isMajority } from './counted-votes.ts'
import { isDirectMajority } from './direct-majority.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

/** Nodes in ascending order with the kind of control over (or by) each; parallel arrays. */
export interface ControlList {
  readonly nodes: Int32Array
  readonly kinds: Uint8Array
}

/** Who controls whom, for every actor; sparse rows by actor. */
export interface ControlClosure {
  /** Length size + 1; controls[controlsStart[a] … controlsStart[a + 1] − 1] is what a controls, in ascending order. */
  readonly controlsStart: Int32Array
  readonly controls: Int32Array
  /** {@link ControlKind}, one per element of `controls`. */
  readonly kind: Uint8Array
}

/** Working memory for one actor after another; all zero between calls. */
interface Scratch {
  readonly votes: Float64Array
  readonly exclusive: Uint8Array
  readonly kind: Uint8Array
}

const scratchFor = (graph: StakeGraph): Scratch => ({ votes: new Float64Array(graph.size), exclusive: new Uint8Array(graph.size), kind: new Uint8Array(graph.size) })

/**
 * Everything `actor` controls, in the order found: the least set that starts with the actor and takes in a node when
 * its members together hold more than half of the votes or one of them consolidates it; then the same again with
 * links of membership, which label everything that rests on them.
 *
 * Starting from the actor alone, a ring of firms cannot lift itself into control.
 *
 * @param inside 1 for nodes that may be taken in; omitted: all. Leaves `scratch.kind` filled for the nodes returned
 * @throws Cancelled, with the scratch not cleared
 * Time O(stakes of what is controlled), space O(1) beside the scratch.
 */
function closureOf(graph: StakeGraph, actor: number, scratch: Scratch, inside?: Uint8Array, cancellation?: Cancellation): number[] {
  const { votes, exclusive, kind } = scratch
  const found: number[] = [actor]
  const touched: number[] = []
  kind[actor] = ControlKind.MAJORITY // keeps the actor from being found again
  const cost = (node: number) => graph.holderStart[node + 1]! - graph.holderStart[node]! + 1
  for (let next = 0; next < found.length; next++) {
    cancellation?.spend(cost(found[next]!))
    castVotes(graph, scratch, found, touched, next, ControlKind.GROUP, inside)
  }
  let cast = found.length
  for (let next = 0; next < found.length; next++) {
    for (; cast <= next; cast++) castVotes(graph, scratch, found, touched, cast, ControlKind.MEMBERSHIP, inside)
    cancellation?.spend(cost(found[next]!))
    takeMembers(graph, scratch, found, next, inside)
  }
  for (const node of touched) votes[node] = exclusive[node] = 0
  kind[actor] = ControlKind.NONE
  return found.slice(1)
}

/** Adds the votes of one member of the group (`found[0]` is the actor) and takes in what that decides. */
function castVotes(graph: StakeGraph, { votes, exclusive, kind }: Scratch, found: number[], touched: number[], member: number, as: ControlKind, inside?: Uint8Array): void {
  const node = found[member]!
  for (let at = graph.holderStart[node]!; at < graph.holderStart[node + 1]!; at++) {
    const entry = graph.byHolder[at]!
    const held = graph.held[entry]!
    if (inside?.[held] === 0) continue
    const counted = countedVotes(graph, entry)
    if (counted > 0) {
      if (votes[held] === 0) touched.push(held)
      votes[held]! += counted
      exclusive[held]! |= graph.votesLowExclusive[entry]!
    }
    if (kind[held] !== ControlKind.NONE) continue
    const consolidates = hasLink(graph, entry, StakeFlag.CONSOLIDATES)
    if (!consolidates && !(counted > 0 && isMajority(votes[held]!, exclusive[held] === 1))) continue
    kind[held] = member === 0 && (consolidates || isDirectMajority(graph, entry)) ? ControlKind.MAJORITY : as
    found.push(held)
  }
}

/** Takes in what runs under the name of one member of the group. */
function takeMembers(graph: StakeGraph, { kind }: Scratch, found: number[], member: number, inside?: Uint8Array): void {
  const node = found[member]!
  for (let at = graph.holderStart[node]!; at < graph.holderStart[node + 1]!; at++) {
    const entry = graph.byHolder[at]!
    const held = graph.held[entry]!
    if (inside?.[held] === 0 || kind[held] !== ControlKind.NONE || !hasLink(graph, entry, StakeFlag.MEMBERSHIP)) continue
    kind[held] = ControlKind.MEMBERSHIP
    found.push(held)
  }
}

/**
 * Everything one actor controls, with the strongest kind of control that holds; the actor itself is not listed.
 *
 * With S₀ = {actor}: add every c with Σ_{k ∈ S} v_kc > ½, v the votes, until nothing is added.
 *
 * @throws RangeError when `actor` is not a node
 * @throws Cancelled
 * @see Chapelle & Szafarz (2005) for the majority rule; least fixed point of joint holdings. Time O(size + stakes of what is controlled), space O(size).
 */
export function controlledBy(graph: StakeGraph, actor: number, cancellation?: Cancellation): ControlList {
  assertNode(graph, actor)
  const scratch = scratchFor(graph)
  const nodes = Int32Array.from(closureOf(graph, actor, scratch, undefined, cancellation)).sort()
  return { nodes, kinds: Uint8Array.from(nodes, (node) => scratch.kind[node]!) }
}

/**
 * Whether one actor controls another, for a few actors of a large graph: what an actor controls is worked out when it is
 * first asked about, and kept. Time per actor O(stakes of what it controls), as {@link controlledBy}; space O(size + that).
 */
export function controlAsked(graph: StakeGraph): (actor: number, other: number) => boolean {
  let scratch: Scratch | undefined
  const known = new Map<number, Int32Array>()
  const controlledIn = (actor: number): Int32Array => {
    const { kind } = scratch ??= scratchFor(graph)
    const found = Int32Array.from(closureOf(graph, actor, scratch)).sort()
    for (const node of found) kind[node] = ControlKind.NONE
    known.set(actor, found)
    return found
  }
  return (actor, other) => isAmong(known.get(actor) ?? controlledIn(actor), other)
}

/** Binary search. */
function isAmong(ascending: Int32Array, node: number): boolean {
  let [first, end] = [0, ascending.length]
  while (first < end) {
    const middle = (first + end) >> 1
    if (ascending[middle]! < node) first = middle + 1
    else end = middle
  }
  return ascending[first] === node
}

/**
 * Every actor that controls `target`, with the kind of its control.
 *
 * Only nodes from which stakes that could control lead to the target are tried, each within that part of the graph.
 *
 * @throws RangeError when `target` is not a node
 * @throws Cancelled
 * @see Chapelle & Szafarz (2005); the same rule as {@link controlledBy}. Time O(size + candidates · stakes above the target) at worst, in practice near the stakes above the target.
 */
export function controllersOf(graph: StakeGraph, target: number, cancellation?: Cancellation): ControlList {
  assertNode(graph, target)
  const above = new Uint8Array(graph.size)
  const candidates = [target]
  above[target] = 1
  for (let next = 0; next < candidates.length; next++) {
    const node = candidates[next]!
    cancellation?.spend(graph.heldStart[node + 1]! - graph.heldStart[node]! + 1)
    for (let entry = graph.heldStart[node]!; entry < graph.heldStart[node + 1]!; entry++) {
      const holder = graph.holder[entry]!
      if (above[holder] === 1 || !(countedVotes(graph, entry) > 0 || hasLink(graph, entry, StakeFlag.CONSOLIDATES | StakeFlag.MEMBERSHIP))) continue
      above[holder] = 1
      candidates.push(holder)
    }
  }
  const scratch = scratchFor(graph)
  const kindOf = new Map<number, number>()
  for (const actor of candidates) {
    if (actor === target) continue
    const found = closureOf(graph, actor, scratch, above, cancellation)
    if (scratch.kind[target] !== ControlKind.NONE) kindOf.set(actor, scratch.kind[target]!)
    for (const node of found) scratch.kind[node] = ControlKind.NONE
  }
  const nodes = Int32Array.from(kindOf.keys()).sort()
  return { nodes, kinds: Uint8Array.from(nodes, (node) => kindOf.get(node)!) }
}

/**
 * Group control of every actor at once.
 *
 * The answer has one element per pair: a chain of n majority holdings has n² / 2 of them, 5 bytes each.
 *
 * @throws Cancelled
 * @see Chapelle & Szafarz (2005); the same rule as {@link controlledBy}. Time O(size + stakes + Σ stakes of what each actor controls), space O(size + pairs).
 */
export function controlClosure(graph: StakeGraph, cancellation?: Cancellation): ControlClosure {
  const scratch = scratchFor(graph)
  const controlsStart = new Int32Array(graph.size + 1)
  let controls = new Int32Array(Math.max(16, graph.size))
  let kind = new Uint8Array(controls.length)
  let pairs = 0
  for (let actor = 0; actor < graph.size; actor++) {
    const found = graph.holderStart[actor] === graph.holderStart[actor + 1] ? [] : closureOf(graph, actor, scratch, undefined, cancellation).sort((a, b) => a - b)
    if (pairs + found.length > controls.length) {
      const length = Math.max(controls.length * 2, pairs + found.length)
      controls = grown(controls, new Int32Array(length))
      kind = grown(kind, new Uint8Array(length))
    }
    for (const node of found) {
      controls[pairs] = node
      kind[pairs++] = scratch.kind[node]!
      scratch.kind[node] = ControlKind.NONE
    }
    controlsStart[actor + 1] = pairs
  }
  return { controlsStart, controls: controls.slice(0, pairs), kind: kind.slice(0, pairs) }
}

function grown<Column extends Int32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from)
  return to
}

function assertNode(graph: StakeGraph, node: number): void {
  if (!(Number.isInteger(node) && node >= 0 && node < graph.size)) throw new RangeError(`Node ${node} is outside 0 … ${graph.size - 1}.`)
}
