import { describe, expect, it } from 'vitest'
import { Cancellation, Cancelled } from '#analytics/cancellation.ts'
import { directedGraph } from '#analytics/directed-graph.ts'
import type { SupplyNetwork } from '#analytics/flow-network.ts'
import { flowNetwork, maximumFlow } from '#analytics/flow-network.ts'
import { lossAfterRerouting, lossPerMarket } from '#analytics/loss-after-rerouting.ts'
import { flowOn, flowSolver, residualNetwork } from '#analytics/maximum-flow.ts'
import { nodeDisjointRoutes } from '#analytics/node-disjoint-routes.ts'
import { rerouting } from '#analytics/rerouting.ts'
import { twoSiteCuts } from '#analytics/two-site-cuts.ts'
import type { SlowNetwork } from '../oracles/slow-flows.ts'
import { slowDisjointRoutes, slowMaximumFlow } from '../oracles/slow-flows.ts'
import type { EdgeWorld } from '../random-edges.ts'
import { besides, manyWorlds, relabelled } from '../random-edges.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { differences } from './differences.ts'

/** Two sources, up to three markets; every other world has sites that handle only so much. */
function slowly(world: EdgeWorld): SlowNetwork {
  const random = seededRandom(world.seed)
  const some = (count: number) => [...new Set(Array.from({ length: count }, () => Math.floor(random() * world.size)))]
  const sources = some(2)
  const markets = some(3).map((site) => ({ site, demand: 1 + Math.floor(random() * 30) }))
  const siteCapacity = Array.from({ length: world.size }, () => (random() < 0.5 ? 1_000_000 : Math.floor(random() * 25)))
  return { size: world.size, from: world.from, to: world.to, capacity: world.weight, sources, markets, ...(world.seed % 2 === 0 ? { siteCapacity } : {}) }
}

const quickly = ({ size, from, to, capacity, sources, markets, siteCapacity }: SlowNetwork): SupplyNetwork => ({
  graph: directedGraph(size, from, to, capacity), sources: sources.map((site) => ({ site })), markets,
  ...(siteCapacity === undefined ? {} : { siteCapacity: Float64Array.from(siteCapacity) }),
})

/** The lost share of the flow per closed site, each time computed from nothing. */
function slowLoss(network: SlowNetwork) {
  const flow = slowMaximumFlow(network)
  return { flow, ...Object.fromEntries(Array.from({ length: network.size }, (_, site) => [`without ${site}`, flow === 0 ? 0 : 1 - slowMaximumFlow(network, [site]) / flow])) }
}
const quickLoss = ({ flow, loss }: { readonly flow: number; readonly loss: Float64Array }) => ({ flow, ...Object.fromEntries(Array.from(loss, (share, site) => [`without ${site}`, share])) })

const SMALL = manyWorlds(500, 24, 30_001)
const LARGE = manyWorlds(200, 200, 40_001)

describe('loss after re-routing', () => {
  it('is what a new computation without the site finds (500 networks up to 24 sites, seeds from 30001)', () => {
    expect(differences((world) => quickLoss(lossAfterRerouting(quickly(slowly(world)))), (world) => slowLoss(slowly(world)), SMALL)).toEqual([])
  })

  it('and on 200 networks up to 200 sites (seeds from 40001)', () => {
    expect(differences((world) => quickLoss(lossAfterRerouting(quickly(slowly(world)))), (world) => slowLoss(slowly(world)), LARGE)).toEqual([])
  })

  it('would differ if nothing were rerouted', () => {
    const unrouted = (world: EdgeWorld) => {
      const flowing = flowNetwork(quickly(slowly(world)))
      const flow = maximumFlow(flowing)
      const loss = Float64Array.from({ length: world.size }, (_, site) => (flow === 0 ? 0 : flowOn(flowing.residual, site) / flow))
      return quickLoss({ flow, loss })
    }
    expect(differences(unrouted, (world) => slowLoss(slowly(world)), SMALL.slice(0, 100)).length).toBeGreaterThan(0)
  })

  it('per market is that of a network with this market alone', () => {
    for (const world of SMALL.slice(0, 120)) {
      const network = slowly(world)
      lossPerMarket(quickly(network)).forEach((one, index) => {
        expect(differences(() => quickLoss(one), () => slowLoss({ ...network, markets: [network.markets[index]!] }), [world])).toEqual([])
      })
    }
  })

  it('leaves the network as it was', () => {
    for (const world of SMALL.slice(0, 50)) {
      const flowing = flowNetwork(quickly(slowly(world)))
      maximumFlow(flowing)
      const before = flowing.residual.residual.slice()
      const lostWithout = rerouting(flowing)
      for (let site = 0; site < world.size; site++) lostWithout(site)
      expect(flowing.residual.residual).toEqual(before)
    }
  })

  it('moves with the names of the sites and ignores a network beside', () => {
    for (const world of SMALL.slice(0, 100)) {
      const network = slowly(world)
      const order = shuffled(world.size, seededRandom(world.seed))
      const renamed = relabelled(world, order)
      const now = (site: number) => order[site]!
      const before = lossAfterRerouting(quickly(network))
      const moved: SlowNetwork = {
        ...network, from: renamed.from, to: renamed.to, sources: network.sources.map(now), markets: network.markets.map(({ site, demand }) => ({ site: now(site), demand })),
        ...(network.siteCapacity === undefined ? {} : { siteCapacity: order.map((_, place) => network.siteCapacity![order.indexOf(place)]!) }),
      }
      const after = lossAfterRerouting(quickly(moved))
      order.forEach((place, site) => expect(after.loss[place]).toBeCloseTo(before.loss[site]!, 12))
      const wide = besides(world, SMALL[0]!)
      const beside = lossAfterRerouting({ ...quickly({ ...network, ...wide, capacity: wide.weight }), ...(network.siteCapacity === undefined ? {} : { siteCapacity: Float64Array.from({ length: wide.size }, (_, site) => network.siteCapacity![site] ?? Infinity) }) })
      expect([...beside.loss.slice(0, world.size)]).toEqual([...before.loss])
    }
  })

  it('is 0 everywhere when nothing can flow, and a number everywhere', () => {
    const nothing: SupplyNetwork = { graph: directedGraph(2, [], [], []), sources: [{ site: 0 }], markets: [{ site: 1, demand: 5 }] }
    expect(lossAfterRerouting(nothing)).toEqual({ flow: 0, loss: new Float64Array(2) })
    for (const world of SMALL.slice(0, 50)) expect(lossAfterRerouting(quickly(slowly(world))).loss.every((share) => share >= 0 && share <= 1)).toBe(true)
  })

  it('refuses links without a capacity and demand without an end', () => {
    expect(() => lossAfterRerouting({ graph: directedGraph(2, [0], [1]), sources: [{ site: 0 }], markets: [{ site: 1, demand: 5 }] })).toThrow('needs a capacity')
    expect(() => lossAfterRerouting({ graph: directedGraph(2, [0], [1], [Infinity]), sources: [{ site: 0 }], markets: [{ site: 1, demand: Infinity }] })).toThrow('has to be a number')
    expect(() => lossAfterRerouting({ graph: directedGraph(2, [0], [1], [-1]), sources: [{ site: 0 }], markets: [{ site: 1, demand: 1 }] })).toThrow('capacity -1')
  })

  it('unlimited links and sites carry whatever is wanted', () => {
    const network: SupplyNetwork = { graph: directedGraph(3, [0, 1], [1, 2], [Infinity, Infinity]), sources: [{ site: 0, capacity: 7 }], markets: [{ site: 2, demand: 5 }] }
    expect(lossAfterRerouting(network)).toEqual({ flow: 5, loss: new Float64Array([1, 1, 1]) })
  })

  it('stops soon after it is asked to', () => {
    expect(() => lossAfterRerouting(quickly(slowly(LARGE[1]!)), { cancellation: new Cancellation({ signal: { aborted: true }, every: 1 }) })).toThrow(Cancelled)
  })
})

describe('maximum flow', () => {
  it('works with capacities that do not add up exactly', () => {
    const network = residualNetwork(4, [0, 0, 1, 2, 1], [1, 2, 3, 3, 2], [0.1, 0.2, 0.05, 0.3, 1e-9])
    expect(flowSolver(network).send(0, 3)).toBeCloseTo(0.25 + 1e-9, 15)
  })

  it('sends no more than asked and continues where it stopped', () => {
    const network = residualNetwork(2, [0, 0], [1, 1], [3, 4])
    const solver = flowSolver(network)
    expect([solver.send(0, 1, 5), solver.send(0, 1, 1), solver.send(0, 1)]).toEqual([5, 1, 1])
  })

  it('says so when nothing limits it', () => {
    expect(() => flowSolver(residualNetwork(2, [0], [1], [Infinity])).send(0, 1)).toThrow('without any limit')
  })
})

describe('node-disjoint routes', () => {
  const tiny = manyWorlds(500, 11, 50_001)

  it('are as many as the fewest sites that close them all (500 graphs up to 11 sites, seeds from 50001)', () => {
    const ends = (world: EdgeWorld) => ({ sources: world.seed % 2 === 0 ? [0] : [0, Math.min(1, world.size - 1)], market: world.size - 1 })
    const quick = (world: EdgeWorld) => {
      const { sources, market } = ends(world)
      const { count, routes } = nodeDisjointRoutes(directedGraph(world.size, world.from, world.to), sources, market)
      const inner = routes.flatMap((route) => route.slice(1, -1))
      const links = new Set(world.from.map((tail, arc) => `${tail} ${world.to[arc]}`))
      const isRoute = (route: readonly number[]) => sources.includes(route[0]!) && route.at(-1) === market && route.slice(1).every((site, index) => links.has(`${route[index]} ${site}`))
      return { count, listed: routes.length, valid: routes.filter(isRoute).length, shared: inner.length - new Set(inner).size }
    }
    const slow = (world: EdgeWorld) => {
      const { sources, market } = ends(world)
      const count = slowDisjointRoutes(world.size, world.from, world.to, sources, market)
      return { count, listed: count, valid: count, shared: 0 }
    }
    expect(differences(quick, slow, tiny)).toEqual([])
    expect(differences((world) => ({ ...quick(world), count: 1 }), slow, tiny).length).toBeGreaterThan(0)
  })
})

describe('two-site cuts', () => {
  it('lose what a new computation without both finds (200 networks up to 14 sites, seeds from 60001)', () => {
    const worlds = manyWorlds(200, 14, 60_001)
    const names = (pairs: Iterable<readonly [number, number, number]>) => Object.fromEntries([...pairs].map(([first, second, loss]) => [`${first}+${second}`, loss]))
    const all = (world: EdgeWorld) => Array.from({ length: world.size }, (_, site) => site)
    const slow = (world: EdgeWorld) => {
      const network = slowly(world)
      const flow = slowMaximumFlow(network)
      const loss = (...closed: number[]) => (flow === 0 ? 0 : 1 - slowMaximumFlow(network, closed) / flow)
      return names(all(world).flatMap((first) => all(world).slice(first + 1).map((second) => [first, second, loss(first, second)] as const)).filter(([first, second, both]) => both > Math.max(loss(first), loss(second)) + 1e-9))
    }
    const quick = (world: EdgeWorld) => names(twoSiteCuts(quickly(slowly(world)), { candidates: all(world), limit: 10_000 }).pairs.map(({ first, second, loss }) => [first, second, loss] as const))
    expect(differences(quick, slow, worlds)).toEqual([])
    expect(differences((world) => Object.fromEntries(Object.entries(quick(world)).slice(1)), slow, worlds).length).toBeGreaterThan(0)
  })
})
