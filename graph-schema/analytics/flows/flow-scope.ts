import type { Bounds, FlowLink, FlowTime } from './flow-link.ts'
import { stronglyConnectedComponents } from '../graphs/strongly-connected-components.ts'

/** One link inside a scope; ends are positions in {@link FlowScope.nodes}. */
export interface ScopedLink {
  readonly from: number
  readonly to: number
  /** In the unit and time of the scope; undefined where not stated in it. */
  readonly volume: Bounds | undefined
  readonly capacity: Bounds | undefined
  readonly share: Bounds | undefined
  readonly statements: readonly number[]
}

/** The flows of one commodity that matter for one actor or place, in one unit. */
export interface FlowScope {
  readonly commodity: string
  /** Empty where no link states one. */
  readonly unit: string
  readonly per: FlowTime | undefined
  /** Nodes of the view, ascending. */
  readonly nodes: readonly number[]
  readonly links: readonly ScopedLink[]
  /** Positions where the flows begin, and where they are wanted. */
  readonly origins: readonly number[]
  readonly markets: readonly number[]
  /** 1 for what the actor controls, or for what lies in the place. */
  readonly inside: Uint8Array
  /** Links with figures in another unit, or without a time where others have one: kept as ways, without figures. */
  readonly otherUnits: number
}

/** Links by commodity, in order of its key. */
export const commoditiesOf = (links: readonly FlowLink[]): string[] => [...new Set(links.map(({ commodity }) => commodity))].sort()

/**
 * The links an actor depends on: between what it controls, over others where a way leads back to it, and one step beyond
 * at both ends.
 * @param own nodes the actor controls. Time O(links)
 */
export function linksOfActor(links: readonly FlowLink[], own: ReadonlySet<number>): FlowLink[] {
  const down = reach(links, own, ({ from }) => from, ({ to }) => to)
  const up = reach(links, own, ({ to }) => to, ({ from }) => from)
  const between = (node: number) => own.has(node) || (down.has(node) && up.has(node))
  return links.filter(({ from, to }) => (between(from) && between(to)) || own.has(from) || own.has(to))
}

/** The links by which anything reaches the nodes of a place. Time O(links). */
export function linksToPlace(links: readonly FlowLink[], inPlace: ReadonlySet<number>): FlowLink[] {
  const up = reach(links, inPlace, ({ to }) => to, ({ from }) => from)
  return links.filter(({ from, to }) => up.has(from) && up.has(to))
}

function reach(links: readonly FlowLink[], start: ReadonlySet<number>, at: (link: FlowLink) => number, next: (link: FlowLink) => number): Set<number> {
  const ways = new Map<number, number[]>()
  for (const link of links) {
    const known = ways.get(at(link))
    if (known) known.push(next(link))
    else ways.set(at(link), [next(link)])
  }
  const found = new Set(start)
  for (const node of found) for (const other of ways.get(node) ?? []) found.add(other) // a Set iterates what is added on the way
  return found
}

/**
 * Puts links of one commodity into one unit: the one most of them state, per year where they state different times.
 * Flows begin where nothing leads to (or in a ring nothing leads to), and are wanted where nothing inside goes on. Nothing
 * is both: what is wanted where it begins could not be missed, and no way leads to it.
 *
 * @param inside what the actor controls, or what lies in the place
 * @param wantedInside flows are wanted inside only (a place), not wherever they end (an actor)
 * Time O(links log links).
 */
export function flowScope(commodity: string, links: readonly FlowLink[], inside: ReadonlySet<number>, wantedInside: boolean): FlowScope {
  const nodes = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const position = new Map(nodes.map((node, at) => [node, at]))
  const measure = commonMeasure(links)
  const scoped = links.map((link): ScopedLink => {
    const figures = measure && link.figures.find((one) => isOf(measure, one))
    const shown = (bounds: Bounds | undefined) => (bounds && measure ? { low: bounds.low / measure.divisor, high: bounds.high / measure.divisor } : undefined)
    return {
      from: position.get(link.from)!,
      to: position.get(link.to)!,
      volume: shown(figures?.volume),
      capacity: shown(figures?.capacity),
      share: link.share,
      statements: link.statements,
    }
  })
  const isInside = Uint8Array.from(nodes, (node) => Number(inside.has(node)))
  const beginnings = endsOf(nodes.length, scoped.map(({ from, to }) => [from, to]))
  const wanted = wantedInside ? marketsInside(scoped, isInside) : endsOf(nodes.length, scoped.map(({ from, to }) => [to, from])).nodes
  const origins = wantedInside ? originsBeside(beginnings, wanted) : beginnings.nodes
  const isOrigin = new Set(origins)
  return {
    commodity, unit: measure?.unit ?? '', per: measure?.per, nodes, links: scoped, origins, inside: isInside,
    markets: wanted.filter((node) => !isOrigin.has(node)),
    otherUnits: links.filter(({ figures }) => figures.length > 0 && !(measure && figures.some((one) => isOf(measure, one)))).length,
  }
}

interface CommonMeasure { readonly unit: string; readonly timed: boolean; readonly per: FlowTime | undefined; readonly divisor: number }
const isOf = (measure: CommonMeasure, { unit, per }: { readonly unit: string; readonly per: FlowTime | undefined }): boolean =>
  unit.toLowerCase() === measure.unit.toLowerCase() && (per !== undefined) === measure.timed
const TIMES_A_YEAR: Readonly<Record<FlowTime, number>> = { month: 12, quarter: 4, year: 1 }

/** The unit most links state; of equally frequent ones the first in order of text. */
function commonMeasure(links: readonly FlowLink[]): CommonMeasure | undefined {
  const counts = new Map<string, { readonly unit: string; readonly timed: boolean; count: number; readonly times: Set<FlowTime> }>()
  for (const { figures } of links) {
    for (const { unit, per } of figures) {
      const key = `${unit.toLowerCase()} ${per === undefined ? '' : 'timed'}`
      const one = counts.get(key) ?? { unit, timed: per !== undefined, count: 0, times: new Set<FlowTime>() }
      counts.set(key, one)
      one.count++
      if (per !== undefined) one.times.add(per)
    }
  }
  const best = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))[0]?.[1]
  if (best === undefined) return undefined
  const per = best.timed ? (best.times.size === 1 ? [...best.times][0]! : 'year') : undefined
  return { unit: best.unit, timed: best.timed, per, divisor: per === undefined ? 1 : TIMES_A_YEAR[per] }
}

interface Ends { readonly nodes: readonly number[]; readonly ringOf: Int32Array }

/** Nodes without an incoming arc, and all nodes of rings without one from outside; with the ring each node is in. */
function endsOf(size: number, arcs: readonly (readonly [number, number])[]): Ends {
  const heldStart = new Int32Array(size + 1)
  for (const [, to] of arcs) heldStart[to + 1]!++
  for (let node = 0; node < size; node++) heldStart[node + 1]! += heldStart[node]!
  const next = heldStart.slice(0, size)
  const holder = new Int32Array(arcs.length)
  for (const [from, to] of arcs) holder[next[to]!++] = from
  const { count, componentOf } = stronglyConnectedComponents({ size, heldStart, holder })
  const fed = new Uint8Array(count)
  for (const [from, to] of arcs) if (componentOf[from] !== componentOf[to]) fed[componentOf[to]!] = 1
  return { nodes: Array.from({ length: size }, (_, node) => node).filter((node) => fed[componentOf[node]!] === 0), ringOf: componentOf }
}

/** A place does not supply itself: of a ring of it and others, flows begin at the others; only a ring of markets alone is where its flows begin. */
function originsBeside({ nodes, ringOf }: Ends, markets: readonly number[]): number[] {
  const isMarket = new Set(markets)
  const withOthers = new Set(nodes.filter((node) => !isMarket.has(node)).map((node) => ringOf[node]!))
  return nodes.filter((node) => !isMarket.has(node) || !withOthers.has(ringOf[node]!))
}

/** Receivers inside that pass nothing on inside; where all of them do, every receiver. */
function marketsInside(links: readonly ScopedLink[], inside: Uint8Array): number[] {
  const receivers = [...new Set(links.filter(({ to }) => inside[to] === 1).map(({ to }) => to))].sort((a, b) => a - b)
  const passing = new Set(links.filter(({ from, to }) => inside[from] === 1 && inside[to] === 1).map(({ from }) => from))
  const last = receivers.filter((node) => !passing.has(node))
  return last.length > 0 ? last : receivers
}
