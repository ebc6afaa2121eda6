import type { FootingHeld } from './footing-held.ts'
import type { ControlKind } from '../control/control-kind.ts'
import type { FootingRoutes } from './footing-routes.ts'

/**
 * Gathers what one actor after the other has on the ground from the nodes it has. Several relations to one footing are
 * never added: the one with the larger κ counts, and `high` is the largest of all. Nodes are offered in ascending order.
 */
export class FootingsGathered {
  private readonly routes: FootingRoutes
  private readonly met: Uint8Array
  private readonly low: Float64Array
  private readonly high: Float64Array
  private readonly route: Int32Array
  private readonly kind: Uint8Array
  private readonly deFacto: Uint8Array
  private readonly found: Int32Array
  private count = 0

  /** @param footings how many there are in the view. Space O(footings). */
  constructor(routes: FootingRoutes, footings: number) {
    this.routes = routes
    this.met = new Uint8Array(footings)
    this.low = new Float64Array(footings)
    this.high = new Float64Array(footings)
    this.route = new Int32Array(footings)
    this.kind = new Uint8Array(footings)
    this.deFacto = new Uint8Array(footings)
    this.found = new Int32Array(footings)
  }

  /** Whether a node leads to anything on the ground. */
  leads(node: number): boolean {
    return this.routes.start[node]! < this.routes.start[node + 1]!
  }

  /** What the actor has of a node, 0–1. Time O(routes of the node). */
  offer(node: number, low: number, high: number, kind: ControlKind, deFacto: boolean): void {
    const { start, footing } = this.routes
    const end = start[node + 1]!
    for (let route = start[node]!; route < end; route++) {
      const at = footing[route]!
      if (this.met[at] === 0) {
        this.met[at] = 1
        this.found[this.count++] = at
        this.take(at, low, route, kind)
        this.raise(at, high, deFacto)
        continue
      }
      const isLarger = this.isLarger(at, low, high, route, kind)
      if (high > this.high[at]! || (high === this.high[at] && !deFacto)) this.raise(at, high, deFacto) // what is stated goes before an estimate
      if (isLarger) this.take(at, low, route, kind)
    }
  }

  /** All that was offered since the last time, ascending by footing. Time O(footings found, sorted). */
  gathered(): ReadonlyMap<number, FootingHeld> {
    const { relation, via } = this.routes
    const held = new Map<number, FootingHeld>()
    for (const footing of this.found.subarray(0, this.count).sort()) {
      this.met[footing] = 0
      const route = this.route[footing]!
      held.set(footing, {
        footing,
        low: this.low[footing]!,
        high: this.high[footing]!,
        relation: relation[route]!,
        kind: this.kind[footing]! as ControlKind,
        deFacto: this.deFacto[footing] === 1,
        via: via[route]!, // kinds were written by `take`
      })
    }
    this.count = 0
    return held
  }

  /** Of equal κ the relation named first in the model, then the strongest kind of control; who is on the ground decides last, as that goes by the order of ids. */
  private isLarger(at: number, low: number, high: number, route: number, kind: ControlKind): boolean {
    const { relation, via } = this.routes
    const before = this.route[at]!
    return (low - this.low[at]! || high - this.high[at]! || relation[before]! - relation[route]! || kind - this.kind[at]! || via[before]! - via[route]!) > 0
  }

  private take(at: number, low: number, route: number, kind: ControlKind): void {
    this.low[at] = low
    this.route[at] = route
    this.kind[at] = kind
  }

  private raise(at: number, high: number, deFacto: boolean): void {
    this.high[at] = high
    this.deFacto[at] = deFacto ? 1 : 0
  }
}
