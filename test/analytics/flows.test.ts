import { describe, expect, it } from 'vitest'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { directedGraph } from '#analytics/graphs/directed-graph.ts'
import type { SupplyNetwork } from '#analytics/flows/flow-network.ts'
import { flowNetwork, maximumFlow } from '#analytics/flows/flow-network.ts'
import { lossAfterRerouting, lossPerMarket } from '#analytics/flows/loss-after-rerouting.ts'
import { flowOn, flowSolver, residualNetwork } from '#analytics/graphs/maximum-flow.ts'
import { nodeDisjointRoutes } from '#analytics/flows/node-disjoint-routes.ts'
import { rerouting } from '#analytics/flows/rerouting.ts'
import { twoSiteCuts } from '#analytics/flows/two-site-cuts.ts'
import { UNLIMITED, augmentingFlow, splitNodeRoutes } from '../oracles/augmenting-flow.ts'
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
/** The same by lists instead of a matrix. */
function listLoss({ size, from, to, capacity, sources, markets, siteCapacity }: SlowNetwork) {
  const flowWithout = (...closed: readonly number[]) => augmentingFlow(2 * size + 2, [
    ...Array.from({ length: size }, (_, site) => [site, size + site, closed.includes(site) ? 0 : siteCapacity?.[site] ?? UNLIMITED] as const),
    ...from.flatMap((tail, arc) => (tail === to[arc] ? [] : [[size + tail, to[arc]!, capacity[arc]!] as const])),
    ...sources.map((site) => [2 * size, site, UNLIMITED] as const), ...markets.map(({ site, demand }) => [size + site, 2 * size + 1, demand] as const),
  ], 2 * size, 2 * size + 1)
  const flow = flowWithout()
  const lossOf = (...closed: readonly number[]) => (flow === 0 ? 0 : 1 - flowWithout(...closed) / flow)
  return { flow, ...Object.fromEntries(Array.from({ length: size }, (_, site) => [`without ${site}`, lossOf(site)])) }
}
const quickLoss = ({ flow, loss }: { readonly flow: number; readonly loss: Float64Array }) => ({ flow, ...Object.fromEntries(Array.from(loss, (share, site) => [`without ${site}`, share])) })

const SMALL = manyWorlds(500, 24, 30_001)
const LARGE = manyWorlds(500, 200, 40_001)

describe('loss after re-routing', () => {
  it('is what a new computation without the site finds (500 networks up to 24 sites, seeds from 30001)', () => {
    expect(differences((world) => quickLoss(lossAfterRerouting(quickly(slowly(world)))), (world) => slowLoss(slowly(world)), SMALL)).toEqual([])
  })

  it('and on 500 networks up to 200 sites (seeds from 40001)', () => {
    expect(differences((world) => quickLoss(lossAfterRerouting(quickly(slowly(world)))), (world) => listLoss(slowly(world)), LARGE)).toEqual([])
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

/** The same network written another way; `site` gives the sites, old and new, that stand for one of the old ones. */
interface Rewritten { readonly network: SlowNetwork; readonly site: (site: number) => readonly number[] }

/** Every link as two with a part each. */
const linksInParts = (network: SlowNetwork): Rewritten => ({
  network: { ...network, from: [...network.from, ...network.from], to: [...network.to, ...network.to], capacity: [...network.capacity.map((one) => Math.floor(one / 3)), ...network.capacity.map((one) => one - Math.floor(one / 3))] },
  site: (site) => [site],
})
/** Every amount twice: each link stated once more, twice the demand, sites that handle twice as much. */
const allTwice = ({ siteCapacity, markets, ...network }: SlowNetwork): Rewritten => ({
  network: {
    ...network, from: [...network.from, ...network.from], to: [...network.to, ...network.to], capacity: [...network.capacity, ...network.capacity], markets: markets.map(({ site, demand }) => ({ site, demand: 2 * demand })),
    ...(siteCapacity === undefined ? {} : { siteCapacity: siteCapacity.map((one) => 2 * one) }),
  },
  site: (site) => [site],
})
/** Every site as an entrance and an exit behind it, which a link joins that carries everything; markets take at the exit, sources give at the entrance. */
const sitesAsTwo = ({ size, siteCapacity, ...network }: SlowNetwork): Rewritten => ({
  network: {
    ...network, size: 2 * size, from: [...network.from.map((site) => size + site), ...Array.from({ length: size }, (_, site) => site)], to: [...network.to, ...Array.from({ length: size }, (_, site) => size + site)],
    capacity: [...network.capacity, ...Array.from({ length: size }, () => 1_000_000)], markets: network.markets.map(({ site, demand }) => ({ site: size + site, demand })),
    ...(siteCapacity === undefined ? {} : { siteCapacity: [...siteCapacity, ...siteCapacity.map(() => 1_000_000)] }),
  },
  site: (site) => [site, size + site],
})

describe.each([['every link written as two', linksInParts, 1], ['every amount stated twice', allTwice, 2], ['every site written as two', sitesAsTwo, 1]] as const)('%s, in 200 networks up to 24 sites and 60 up to 200', (_name, rewrite, times) => {
  const worlds = [...SMALL.slice(0, 200), ...LARGE.slice(0, 60)]

  it('carries the same, and loses the same without each site', () => {
    for (const world of worlds) {
      const { network, site } = rewrite(slowly(world))
      const [before, after] = [lossAfterRerouting(quickly(slowly(world))), lossAfterRerouting(quickly(network))]
      expect(after.flow, `seed ${world.seed}`).toBe(times * before.flow)
      before.loss.forEach((loss, one) => { for (const other of site(one)) expect(Math.abs(after.loss[other]! - loss), `seed ${world.seed}, site ${one}`).toBeLessThan(1e-12) })
    }
  })

  it('loses the same without two of them', () => {
    for (const world of SMALL.slice(0, 60)) {
      const { network, site } = rewrite(slowly(world))
      const candidates = Array.from({ length: Math.min(8, world.size) }, (_, one) => one)
      const pairsOf = (given: SlowNetwork, tried: readonly number[]) => twoSiteCuts(quickly(given), { candidates: tried, limit: 10_000 }).pairs
      const [before, after] = [pairsOf(slowly(world), candidates), pairsOf(network, candidates.map((one) => site(one).at(-1)!))]
      expect(after.map(({ first, second }) => [first % world.size, second % world.size]).sort(), `seed ${world.seed}`).toEqual(before.map(({ first, second }) => [first, second]).sort())
      for (const { first, second, loss } of before) expect(after.find((one) => one.first % world.size === first && one.second % world.size === second)!.loss).toBeCloseTo(loss, 12)
    }
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

/** Valid ways that share no site between their ends, counted. */
function routesOf({ size, from, to }: EdgeWorld, sources: readonly number[], market: number) {
  const { count, routes } = nodeDisjointRoutes(directedGraph(size, from, to), sources, market)
  const inner = routes.flatMap((route) => route.slice(1, -1))
  const links = new Set(from.map((tail, arc) => `${tail} ${to[arc]}`))
  const isRoute = (route: readonly number[]) => sources.includes(route[0]!) && route.at(-1) === market && route.slice(1).every((site, index) => links.has(`${route[index]} ${site}`))
  return { count, listed: routes.length, valid: routes.filter(isRoute).length, shared: inner.length - new Set(inner).size }
}
const disjoint = (count: number) => ({ count, listed: count, valid: count, shared: 0 })

describe('node-disjoint routes', () => {
  const ends = (world: EdgeWorld) => ({ sources: world.seed % 2 === 0 ? [0] : [0, Math.min(1, world.size - 1)], market: world.size - 1 })
  const quick = (world: EdgeWorld) => routesOf(world, ends(world).sources, ends(world).market)
  const bySets = (world: EdgeWorld) => disjoint(slowDisjointRoutes(world.size, world.from, world.to, ends(world).sources, ends(world).market))
  const bySplitNodes = (world: EdgeWorld) => disjoint(splitNodeRoutes(world.size, world.from, world.to, ends(world).sources, ends(world).market))
  const tiny = manyWorlds(500, 11, 50_001)
  /** Two in three of them dense enough for several ways. */
  const large = manyWorlds(500, 200, 55_001).map((world) => (world.seed % 3 === 0 ? world : { ...world, from: [...world.from, ...world.to.slice(0, 90)], to: [...world.to, ...world.from.slice(0, 90).map((_, at) => world.to[at * 7 % world.to.length]!)] }))

  it('are as many as the fewest sites that close them all (500 graphs up to 11 sites, seeds from 50001)', () => {
    expect(differences(quick, bySets, tiny)).toEqual([])
    expect(differences((world) => ({ ...quick(world), count: 1 }), bySets, tiny).length).toBeGreaterThan(0)
  })

  it('are as many as one way after the other finds (500 graphs up to 11 sites, 500 up to 200, seeds from 55001)', () => {
    expect(differences(bySplitNodes, bySets, tiny)).toEqual([]) // the two oracles agree
    expect(differences(quick, bySplitNodes, large)).toEqual([])
    expect(large.filter((world) => bySplitNodes(world).count > 1).length).toBeGreaterThan(30)
    expect(differences((world) => ({ ...quick(world), count: Math.min(1, quick(world).count) }), bySplitNodes, large).length).toBeGreaterThan(0)
  })

  it('are as many under other names, beside another graph, with every link stated twice, and with every site written as two', () => {
    for (const world of large.slice(0, 200)) {
      const { sources, market } = ends(world)
      const { count } = quick(world)
      const order = shuffled(world.size, seededRandom(world.seed))
      expect(routesOf(relabelled(world, order), sources.map((site) => order[site]!), order[market]!).count).toBe(count)
      expect(routesOf(besides(world, large[0]!), sources, market)).toEqual(disjoint(count))
      expect(routesOf({ ...world, from: [...world.from, ...world.from], to: [...world.to, ...world.to] }, sources, market)).toEqual(disjoint(count))
      const isEnd = (site: number) => sources.includes(site) || site === market
      const exitOf = (site: number) => (isEnd(site) ? site : world.size + site)
      const inner = Array.from({ length: world.size }, (_, site) => site).filter((site) => !isEnd(site))
      expect(routesOf({ ...world, size: 2 * world.size, from: [...world.from.map(exitOf), ...inner], to: [...world.to, ...inner.map(exitOf)] }, sources, market)).toEqual(disjoint(count))
    }
  })
})

describe('two-site cuts', () => {
  const MORE = 1e-9
  const names = (pairs: Iterable<readonly [number, number, number]>) => Object.fromEntries([...pairs].map(([first, second, loss]) => [`${first}+${second}`, loss]))
  /** All sites of a small network, six of a large one. */
  const tried = (world: EdgeWorld) => shuffled(world.size, seededRandom(world.seed)).slice(0, world.size <= 14 ? world.size : 6).sort((a, b) => a - b)
  const slow = (world: EdgeWorld) => {
    const network = slowly(world)
    const flow = slowMaximumFlow(network)
    const loss = (...closed: number[]) => (flow === 0 ? 0 : 1 - slowMaximumFlow(network, closed) / flow)
    const alone = new Map(tried(world).map((site) => [site, loss(site)]))
    return names([...alone.keys()].flatMap((first, at, all) => all.slice(at + 1).map((second) => [first, second, loss(first, second)] as const)).filter(([first, second, both]) => both > Math.max(alone.get(first)!, alone.get(second)!) + MORE))
  }
  const quick = (world: EdgeWorld, network = quickly(slowly(world)), candidates = tried(world)) => names(twoSiteCuts(network, { candidates, limit: 10_000 }).pairs.map(({ first, second, loss }) => [first, second, loss] as const))
  const small = manyWorlds(500, 14, 60_001)
  const large = manyWorlds(500, 200, 65_001)

  it('lose what a new computation without both finds (500 networks up to 14 sites, seeds from 60001)', () => {
    expect(differences(quick, slow, small)).toEqual([])
    expect(differences((world) => Object.fromEntries(Object.entries(quick(world)).slice(1)), slow, small).length).toBeGreaterThan(0)
  })

  it('and on 500 networks up to 200 sites, six candidates each (seeds from 65001)', () => expect(differences(quick, slow, large)).toEqual([]))

  it('are the same under other names, beside another network and with links in another order', () => {
    for (const world of small.slice(0, 200)) {
      const network = slowly(world)
      const before = quick(world)
      const order = shuffled(world.size, seededRandom(world.seed))
      const now = (site: number) => order[site]!
      const renamed: SlowNetwork = {
        ...network, ...relabelled(world, order), sources: network.sources.map(now), markets: network.markets.map(({ site, demand }) => ({ site: now(site), demand })),
        ...(network.siteCapacity === undefined ? {} : { siteCapacity: order.map((_, place) => network.siteCapacity![order.indexOf(place)]!) }),
      }
      const moved = Object.fromEntries(Object.entries(before).map(([pair, loss]) => [pair.split('+').map((site) => now(Number(site))).sort((a, b) => a - b).join('+'), loss]))
      expect(differences(() => quick(world, quickly(renamed), tried(world).map(now).sort((a, b) => a - b)), () => moved, [world])).toEqual([])
      const wide = besides(world, large[0]!)
      const beside: SlowNetwork = { ...network, ...wide, capacity: wide.weight, ...(network.siteCapacity === undefined ? {} : { siteCapacity: [...network.siteCapacity, ...large[0]!.from.map(() => 1)].concat(Array.from({ length: large[0]!.size }, () => 1)).slice(0, wide.size) }) }
      expect(quick(world, quickly(beside))).toEqual(before)
      const rows = shuffled(world.from.length, seededRandom(world.seed + 7))
      const turned: SlowNetwork = { ...network, from: rows.map((at) => network.from[at]!), to: rows.map((at) => network.to[at]!), capacity: rows.map((at) => network.capacity[at]!) }
      expect(differences(() => quick(world, quickly(turned)), () => before, [world])).toEqual([])
    }
  })
})
