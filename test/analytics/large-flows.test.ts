import { describe, expect, it } from 'vitest'
import type { Cancellation } from '#analytics/parts/cancellation.ts'
import { chokePoints, chokePointsPerMarket } from '#analytics/flows/choke-points.ts'
import { closedSites } from '#analytics/flows/closed-sites.ts'
import { arcTails, directedGraph } from '#analytics/graphs/directed-graph.ts'
import type { FlowLink } from '#analytics/flows/flow-link.ts'
import type { SupplyNetwork } from '#analytics/flows/flow-network.ts'
import { entranceOf, exitOf, flowNetwork, maximumFlow } from '#analytics/flows/flow-network.ts'
import { flowScope } from '#analytics/flows/flow-scope.ts'
import { lossAfterRerouting } from '#analytics/flows/loss-after-rerouting.ts'
import { flowOn } from '#analytics/graphs/maximum-flow.ts'
import { nodeDisjointRoutes } from '#analytics/flows/node-disjoint-routes.ts'
import { rerouting } from '#analytics/flows/rerouting.ts'
import { twoSiteCuts } from '#analytics/flows/two-site-cuts.ts'
import { seededRandom } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS, timeToStop } from '../time-to-stop.ts'

const CHAIN = 10_000
const SEED = 9
/** Capacity 100 on every link of a chain, but 40 on one in the middle. */
const chain: SupplyNetwork = {
  graph: directedGraph(CHAIN, Array.from({ length: CHAIN - 1 }, (_, at) => at), Array.from({ length: CHAIN - 1 }, (_, at) => at + 1), Array.from({ length: CHAIN - 1 }, (_, at) => (at === 4_321 ? 40 : 100))),
  sources: [{ site: 0 }], markets: [{ site: CHAIN - 1, demand: 70 }],
}
/** 30,000 sites in 20 layers of 1,500, three links forward and one back for each, every other site limited. */
function layered(layers = 20, width = 1_500): SupplyNetwork {
  const random = seededRandom(SEED)
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []]
  for (let site = 0; site < layers * width; site++) {
    const layer = Math.floor(site / width)
    for (const step of [1, 1, 1, -1]) {
      if (layer + step < 0 || layer + step >= layers) continue
      from.push(site)
      to.push((layer + step) * width + Math.floor(random() * width))
      weight.push(1 + Math.floor(random() * 30))
    }
  }
  const all = Array.from({ length: width }, (_, at) => at)
  return {
    graph: directedGraph(layers * width, from, to, weight), sources: all.map((site) => ({ site, capacity: 40 })), markets: all.map((at) => ({ site: (layers - 1) * width + at, demand: 25 })),
    siteCapacity: Float64Array.from({ length: layers * width }, () => (random() < 0.5 ? Infinity : Math.floor(random() * 40))),
  }
}

/**
 * That a flow is a maximum needs no second method: nothing is made or lost on the way, nothing carries more than it can,
 * and the arcs that leave what can still be reached from the source carry as much as arrives (Ford & Fulkerson 1956).
 */
function certificate(network: SupplyNetwork) {
  const flowing = flowNetwork(network)
  const value = maximumFlow(flowing)
  const { graph: { size, target, weight }, sources, markets, siteCapacity } = network
  const tails = arcTails(network.graph)
  const arcs: [number, number, number][] = [
    ...Array.from({ length: size }, (_, site): [number, number, number] => [entranceOf(site), exitOf(site), siteCapacity?.[site] ?? Infinity]),
    ...Array.from(target, (head, link): [number, number, number] => [exitOf(tails[link]!), entranceOf(head), head === tails[link] ? 0 : weight![link]!]),
    ...sources.map(({ site, capacity = Infinity }): [number, number, number] => [flowing.source, entranceOf(site), capacity]),
    ...markets.map(({ site, demand }): [number, number, number] => [exitOf(site), flowing.sink, demand]),
  ]
  const balance = new Float64Array(2 * size + 2)
  const next: number[][] = Array.from({ length: 2 * size + 2 }, () => [])
  let beyondCapacity = 0
  arcs.forEach(([from, to, capacity], arc) => {
    const flow = flowOn(flowing.residual, arc)
    balance[from]! -= flow
    balance[to]! += flow
    if (!(flow >= 0 && flow <= capacity)) beyondCapacity++
    if (flow < capacity) next[from]!.push(to)
    if (flow > 0) next[to]!.push(from)
  })
  const reached = new Uint8Array(2 * size + 2)
  const open = [flowing.source]
  reached[flowing.source] = 1
  for (const node of open) for (const other of next[node]!) if (reached[other] === 0) { reached[other] = 1; open.push(other) }
  const cut = arcs.reduce((sum, [from, to, capacity]) => (reached[from] === 1 && reached[to] === 0 ? sum + capacity : sum), 0)
  const lost = balance.reduce((most, one, node) => (node === flowing.source || node === flowing.sink ? most : Math.max(most, Math.abs(one))), 0)
  return { value, cut, arrived: balance[flowing.sink], left: -balance[flowing.source]!, lost, beyondCapacity, sinkIsReached: reached[flowing.sink] }
}

describe('a chain of 10,000 sites', () => {
  it('carries what its narrowest link does, and proves that it is the most', () => {
    expect(certificate(chain)).toEqual({ value: 40, cut: 40, arrived: 40, left: 40, lost: 0, beyondCapacity: 0, sinkIsReached: 0 })
  })

  it('hangs on every site of it', () => {
    const { flow, loss } = lossAfterRerouting(chain)
    expect([flow, loss.every((one) => one === 1)]).toEqual([40, true])
    expect(nodeDisjointRoutes(chain.graph, [0], CHAIN - 1)).toMatchObject({ count: 1, routes: [{ length: CHAIN }] })
    expect(twoSiteCuts(chain, { candidates: Array.from({ length: 150 }, (_, at) => 60 * at + 1) }).pairs).toEqual([]) // each alone is a total cut
  })

  it('says so as a ranking: no way is left, the market is dominated by all', () => {
    const links = Array.from({ length: CHAIN - 1 }, (_, at): FlowLink => ({ from: at, to: at + 1, commodity: 'grain', share: undefined, statements: [], figures: [{ unit: 't', per: 'year', volume: { low: 40, high: 40 }, capacity: { low: 90, high: 90 } }] }))
    const scope = flowScope('grain', links, new Set([CHAIN - 1]), true)
    const { points } = chokePoints(scope, Array.from({ length: CHAIN - 1 }, (_, at) => at), { capacities: new Map() })
    expect(points).toHaveLength(CHAIN - 1)
    for (const point of points) expect(point).toMatchObject({ rank: 1, loss: { low: 1, high: 1 }, throughput: { low: 1, high: 1 }, substitutability: { low: 0, high: 0 }, alternatives: 0, dominated: [CHAIN - 1] })
    expect(closedSites(scope, [5_000], { capacities: new Map() })).toMatchObject({ all: { before: { low: 40, high: 40 }, after: { low: 0, high: 0 } }, markets: [{ reached: false, alternatives: 0 }] })
  })
})

describe('a network of 30,000 sites', () => {
  const network = layered()

  it(`nothing is lost on the way, and a cut proves that no more can arrive (seed ${SEED})`, () => {
    const { value, cut, arrived, left, lost, beyondCapacity, sinkIsReached } = certificate(network)
    expect(value).toBeGreaterThan(1_000)
    expect([cut, arrived, left, lost, beyondCapacity, sinkIsReached]).toEqual([value, value, value, 0, 0, 0])
  })

  it('what is lost without a site is what the network without it lacks (6 sites)', () => {
    const flowing = flowNetwork(network)
    const flow = maximumFlow(flowing)
    const lostWithout = rerouting(flowing)
    const random = seededRandom(SEED + 1)
    const lost = Array.from({ length: 6 }, () => Math.floor(random() * network.graph.size)).map((site) => [lostWithout(site), flow - maximumFlow(flowNetwork(network, { without: [site] }))])
    expect(lost.map(([rerouted]) => rerouted)).toEqual(lost.map(([, again]) => again))
    expect(lost.some(([rerouted]) => rerouted! > 0)).toBe(true)
  })
})

describe('every method on flows is left within 200 ms of the flag another thread sets', () => {
  const network = layered()
  const tails = arcTails(network.graph)
  const links = [...new Map(Array.from(network.graph.target, (head, at) => [`${tails[at]} ${head}`, { from: tails[at]!, to: head, amount: network.graph.weight![at]! }])).values()].filter(({ from, to }) => to > from)
  const scope = flowScope('grain', links.map(({ from, to, amount }): FlowLink => ({ from, to, commodity: 'grain', share: undefined, statements: [], figures: [{ unit: 't', per: 'year', volume: undefined, capacity: { low: amount, high: amount + 1 } }] })), new Set(network.markets.map(({ site }) => site)), true)
  const sites = Array.from({ length: 300 }, (_, at) => 10_000 + at)
  const METHODS: Readonly<Record<string, (cancellation: Cancellation) => unknown>> = {
    maximumFlow: (cancellation) => maximumFlow(flowNetwork(network, { cancellation })),
    lossAfterRerouting: (cancellation) => lossAfterRerouting(network, { cancellation }),
    twoSiteCuts: (cancellation) => twoSiteCuts(network, { candidates: sites, cancellation }),
    nodeDisjointRoutes: (cancellation) => nodeDisjointRoutes(network.graph, network.sources.map(({ site }) => site), network.markets[0]!.site, { cancellation }),
    chokePoints: (cancellation) => chokePoints(scope, sites, { capacities: new Map(), cancellation }),
    chokePointsPerMarket: (cancellation) => chokePointsPerMarket(scope, { capacities: new Map(), cancellation }),
    closedSites: (cancellation) => closedSites(scope, sites.slice(0, 50), { capacities: new Map(), cancellation }),
  }

  it.each(Object.entries(METHODS))('%s', async (_name, method) => {
    for (const wait of [60, 170, 330]) expect(await timeToStop(method, wait)).toBeLessThan(STOPPED_WITHIN_MS)
  }, 60_000)
})
