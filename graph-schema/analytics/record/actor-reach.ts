import type { Cancellation } from '../parts/cancellation.ts'
import { ControlKind } from '../control/control-kind.ts'
import type { DecidedOver } from './de-facto-control.ts'
import { deFactoControlled } from './de-facto-control.ts'
import type { ControlClosure } from '../control/group-control.ts'
import { jointControllers } from '../control/joint-controllers.ts'
import { controlBounds } from '../control/possible-control.ts'
import type { StakeGraph } from '../ownership/stake-graph.ts'
import { StakeFlag } from '../ownership/stake-graph.ts'

/** Part of a node's presence that counts for an actor, 0–1, between what is certain and what is possible. */
export interface Reached {
  readonly low: number
  readonly high: number
  /** NONE for the actor itself, and where nothing but an estimate leads here. */
  readonly kind: ControlKind
  /** `high` is an estimate: somewhere on the way the largest block is taken to decide against dispersed small holders. */
  readonly deFacto: boolean
}

/** Parts of a presence smaller than this are rounding; rings of joint control are followed until then. */
const PRESENCE_ROUNDING = 1e-12

/**
 * What counts as an actor's own: itself and all it controls as a group with weight 1, what it controls jointly with its
 * equal part of the named parties, and what such a joint venture controls with the same part.
 *
 * Keys are node indices; the actor itself is in it with kind NONE. `low` rests on the votes it surely has, `high` on
 * those it may have, and on φ of what the actor, or what it reaches, decides over as the largest block: φ times what
 * reaches the block, several such steps multiplied. φ supposes that holders on no record are small and many, so it
 * never enters `low`, and lowers nothing.
 * @throws Cancelled
 * Time O(what is reached · parties), beside {@link deFactoControlled}.
 */
export function actorReach(graph: StakeGraph, actor: number, cancellation?: Cancellation): ReadonlyMap<number, Reached> {
  const { certain, possible } = controlBounds(graph, cancellation)
  const low = presence(graph, certain, actor, { cancellation })
  const high = certain === possible ? low : presence(graph, possible, actor, { cancellation })
  const decides = [...high.keys()].some((node) => deFactoControlled(graph, node).length > 0)
  const estimated = decides ? presence(graph, possible, actor, { decidedBy: (node) => deFactoControlled(graph, node), cancellation }) : high
  const kinds = kindsOf(certain, actor)
  const possibleKinds = certain === possible ? kinds : kindsOf(possible, actor)
  const reach = new Map<number, Reached>()
  for (const [node, most] of estimated) {
    const kind = node === actor ? ControlKind.NONE
      : kinds.get(node) ?? (low.has(node) ? ControlKind.JOINT : possibleKinds.get(node) ?? (high.has(node) ? ControlKind.JOINT : ControlKind.NONE))
    reach.set(node, { low: low.get(node) ?? 0, high: most, kind, deFacto: most > (high.get(node) ?? 0) + PRESENCE_ROUNDING })
  }
  return reach
}

function kindsOf({ controlsStart, controls, kind }: ControlClosure, actor: number): Map<number, ControlKind> {
  const kinds = new Map<number, ControlKind>()
  for (let at = controlsStart[actor]!; at < controlsStart[actor + 1]!; at++) kinds.set(controls[at]!, kind[at]! as ControlKind) // written by controlClosure
  return kinds
}

interface PresenceOptions {
  /** What a node decides over as the largest block. */
  readonly decidedBy?: (node: number) => readonly DecidedOver[]
  readonly cancellation: Cancellation | undefined
}

function presence(graph: StakeGraph, closure: ControlClosure, actor: number, { decidedBy = () => [], cancellation }: PresenceOptions): Map<number, number> {
  const weights = new Map([[actor, 1]])
  const open = [actor]
  const raise = (node: number, weight: number) => {
    if (weight <= (weights.get(node) ?? 0) + PRESENCE_ROUNDING) return
    weights.set(node, weight)
    open.push(node)
  }
  const raiseControlled = (by: number, weight: number) => {
    for (let at = closure.controlsStart[by]!; at < closure.controlsStart[by + 1]!; at++) raise(closure.controls[at]!, weight)
  }
  raiseControlled(actor, 1)
  for (let next = 0; next < open.length; next++) {
    const holder = open[next]!
    cancellation?.spend(1 + graph.holderStart[holder + 1]! - graph.holderStart[holder]!)
    for (const { node, power } of decidedBy(holder)) {
      const weight = weights.get(holder)! * power
      if (weight <= (weights.get(node) ?? 0) + PRESENCE_ROUNDING) continue
      raise(node, weight)
      raiseControlled(node, weight)
    }
    for (let at = graph.holderStart[holder]!; at < graph.holderStart[holder + 1]!; at++) {
      const entry = graph.byHolder[at]!
      if ((graph.flags[entry]! & StakeFlag.JOINT) === 0 || (graph.flags[entry]! & StakeFlag.NOMINEE) !== 0) continue
      const venture = graph.held[entry]!
      const { parties, kappa } = jointControllers(graph, venture)
      const weight = Math.min(1, parties.reduce((sum, party) => sum + (weights.get(party) ?? 0) * kappa, 0))
      if (weight <= (weights.get(venture) ?? 0) + PRESENCE_ROUNDING) continue
      raise(venture, weight)
      raiseControlled(venture, weight)
    }
  }
  return weights
}
