import { chokePoints } from '../../../graph-schema/analytics/flows/choke-points.ts'
import { closedSites } from '../../../graph-schema/analytics/flows/closed-sites.ts'
import type { FlowLink } from '../../../graph-schema/analytics/flows/flow-link.ts'
import { exactBounds } from '../../../graph-schema/analytics/flows/flow-link.ts'
import type { FlowScope } from '../../../graph-schema/analytics/flows/flow-scope.ts'
import { flowScope, linksToPlace } from '../../../graph-schema/analytics/flows/flow-scope.ts'
import { seededRandom } from '../../seeded-random.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench, Work } from '../bench.ts'

const LAYERS = 10
const MARKETS = 10

/** Ten layers of sites, each supplied by two of the layer before, and ten markets that share the last; every site is on a way to one. Capacities are half as large again as volumes. */
function layeredScope(sites: number): FlowScope {
  const random = seededRandom(1)
  const width = Math.floor(sites / LAYERS)
  const links: FlowLink[] = []
  const add = (from: number, to: number) => {
    const volume = 1 + Math.floor(random() * 20)
    links.push({ from, to, commodity: 'parts', share: undefined, statements: [links.length], figures: [{ unit: 't', per: 'year', volume: exactBounds(volume), capacity: exactBounds(Math.ceil(1.5 * volume)) }] })
  }
  for (let layer = 1; layer < LAYERS; layer++) {
    for (let at = 0; at < width; at++) {
      for (const above of new Set([at, Math.floor(random() ** 2 * width)])) add((layer - 1) * width + above, layer * width + at) // some suppliers are large
    }
  }
  for (let at = 0; at < width; at++) add((LAYERS - 1) * width + at, LAYERS * width + (at % MARKETS))
  const markets = new Set(Array.from({ length: MARKETS }, (_, market) => LAYERS * width + market))
  return flowScope('parts', linksToPlace(links, markets), markets, true)
}

const inputOf = ({ links }: FlowScope) => checksumOf({ from: Int32Array.from(links, ({ from }) => from), to: Int32Array.from(links, ({ to }) => to), volume: Float64Array.from(links, ({ volume }) => volume?.low ?? -1) })
const CAPACITIES = new Map<number, number>()

function onScope(run: (scope: FlowScope, candidates: readonly number[]) => ReturnType<Work['run']>): (size: number) => Work {
  return (size) => {
    const scope = layeredScope(size)
    const outside = new Set([...scope.markets, ...scope.origins])
    const candidates = scope.nodes.map((_, at) => at).filter((at) => !outside.has(at))
    return { input: inputOf(scope), run: () => run(scope, candidates) }
  }
}

/** The first site of the last layer that supplies a market. */
const siteOf = (scope: FlowScope) => scope.links.find(({ to }) => to === scope.markets[0])!.from

export const rankingBench: Bench = {
  goal: 'PG-15', name: 'choke-point-ranking', unit: 'sites', sizes: [1_000, 3_000], fullSizes: [10_000, 100_000],
  ours: onScope((scope, candidates) => {
    const { points, flow } = chokePoints(scope, candidates, { capacities: CAPACITIES })
    const one = siteOf(scope)
    const alone = closedSites(scope, [one], { capacities: CAPACITIES }).all.loss!.low // the other way to the same number
    const ranked = points.find(({ site }) => site === one)!.loss!.low
    if (Math.abs(alone - ranked) > 1e-9) throw new Error(`Site ${one} loses ${ranked} in the ranking and ${alone} when it is closed.`)
    return { sites: points.length, flow: flow!.low, losses: points.reduce((sum, { loss }) => sum + loss!.low, 0), ways: points.reduce((sum, { alternatives }) => sum + alternatives, 0) }
  }),
  against: { what: 'loss after re-routing, throughput, ways left and dependent markets of every site, ten markets; the goal is for 10,000 sites', seconds: 60, from: 10_000 },
}

export const whatIfBench: Bench = {
  goal: 'PG-15', name: 'what-if-one-site', unit: 'sites', sizes: [1_000, 10_000], fullSizes: [100_000],
  ours: onScope((scope) => {
    const { all, markets } = closedSites(scope, [siteOf(scope)], { capacities: CAPACITIES })
    return { before: all.before!.low, after: all.after!.low, reached: markets.filter(({ reached }) => reached).length, ways: markets.reduce((sum, { alternatives }) => sum + alternatives, 0) }
  }),
  against: { what: 'what ten markets still get when one site closes, together and each by itself', seconds: 0.1, from: 10_000 },
}
