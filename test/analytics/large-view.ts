import type { Links, OwnershipView } from '#analytics/record/ownership-view.ts'
import { rowsFrom } from '#analytics/parts/rows.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { viewAt } from '#snapshot/view-at.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, partOf, place, site } from '../worlds/snapshot-world.ts'

/** A network by numbers: organisations 0 … organisations − 1, then sites, then places. All places are cities. */
export interface LargeWorld {
  readonly organisations: number
  readonly sites: number
  readonly places: number
  /** Held nodes may be organisations or sites. */
  readonly stakes: readonly Stake[]
  /** Per site: the organisation that operates it, and the place it lies in (0 … places − 1). */
  readonly operator: (site: number) => number
  readonly place: (site: number) => number
  /** A second place a site is stated in, and the larger place a place lies in; none unless said otherwise. */
  readonly alsoIn?: (site: number) => number | undefined
  readonly within?: (place: number) => number | undefined
  /** Sites of this kind; 'port terminal' unless said otherwise. */
  readonly kind?: (site: number) => 'port terminal' | 'residential portfolio'
}

/**
 * The view of a network too large to be written down statement by statement: the code lists of a small world that was read
 * the usual way, with columns of the size asked for. Every link rests on one and the same statement.
 */
export async function largeView({ organisations, sites, places, stakes, operator, place: placeOf, alsoIn = () => undefined, within = () => undefined, kind = () => 'port terminal' }: LargeWorld): Promise<OwnershipView> {
  const pattern = await aWorld(
    [place('p'), place('q'), organisation('a'), site('s', 'port terminal'), site('t', 'residential portfolio')],
    [owns('a', 's', 1), operates('a', 's'), locatedIn('s', 'p'), locatedIn('t', 'p'), partOf('p', 'q')],
  )
  const view = viewAt(pattern, { asOf: TODAY, grades: ['reported'], today: TODAY })
  const { nodes } = pattern
  const count = organisations + sites + places
  const like = { organisation: pattern.indexOf('a')!, 'port terminal': pattern.indexOf('s')!, 'residential portfolio': pattern.indexOf('t')!, place: pattern.indexOf('p')! }
  const patternOf = (node: number) => (node < organisations ? like.organisation : node < organisations + sites ? like[kind(node - organisations)] : like.place)
  const each = Array.from({ length: count }, (_, node) => patternOf(node))
  const ids = each.map((_, node) => String(node))
  const snapshot = {
    ...pattern, indexOf: (id: string) => Number(id),
    nodes: {
      ...nodes, count, ids, names: ids,
      label: Uint8Array.from(each, (one) => nodes.label[one]!), kind: Int32Array.from(each, (one) => nodes.kind[one]!), domain: Uint8Array.from(each, (one) => nodes.domain[one]!),
      labelStart: Int32Array.from(pattern.labels.concat(''), (label) => (label === 'Organisation' ? 0 : label === 'Site' ? organisations : label === 'Brand' || label === 'Place' ? organisations + sites : count)),
      country: new Int32Array(count), industryCode: new Int32Array(count), protectedClass: new Uint8Array(count), timeZone: new Int32Array(count), languages: new Int32Array(count),
      lat: new Float64Array(count).fill(Number.NaN), lon: new Float64Array(count).fill(Number.NaN), population: new Float64Array(count).fill(Number.NaN),
    },
  }
  const ofSites = Array.from({ length: sites }, (_, at) => at)
  const link = (from: readonly number[], to: readonly number[], type: string) => linksOf(count, Int32Array.from(from), Int32Array.from(to), pattern.types.indexOf(type))
  const located = ofSites.flatMap((at) => [placeOf(at), alsoIn(at)].flatMap((one): [number, number][] => (one === undefined ? [] : [[organisations + at, organisations + sites + one]])))
  const none = link([], [], 'OWNS')
  const graph = stakeGraph(count, stakes)
  const ofEntries = Int32Array.from(graph.holder.keys())
  const larger = Array.from({ length: places }, (_, at) => [at, within(at)] as const).filter((pair): pair is [number, number] => pair[1] !== undefined)
  return {
    ...view, snapshot, canonical: Int32Array.from(each.keys()), stakes: graph,
    stakeStatements: rowsFrom(ofEntries.length, ofEntries, new Int32Array(ofEntries.length)),
    operations: link(ofSites.map(operator), ofSites.map((at) => organisations + at), 'OPERATES'), locations: link(located.map(([at]) => at), located.map(([, where]) => where), 'LOCATED_IN'),
    brands: none, presences: none, supplies: none, twinnings: none, bodies: none, funds: none,
    parents: rowsFrom(count, larger.map(([at]) => organisations + sites + at), larger.map(([, where]) => organisations + sites + where)), figures: new Map(), shops: new Map(),
  }
}

function linksOf(nodes: number, from: Int32Array, to: Int32Array, type: number): Links {
  const order = Int32Array.from(from.keys()).sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]!)
  const [tails, heads] = [order.map((at) => from[at]!), order.map((at) => to[at]!)]
  const all = Int32Array.from(order.keys())
  return {
    count: order.length, from: tails, to: heads, type: new Uint8Array(order.length).fill(type),
    byFrom: rowsFrom(nodes, tails, all), byTo: rowsFrom(nodes, heads, all), statements: rowsFrom(order.length, all, new Int32Array(order.length)),
  }
}
