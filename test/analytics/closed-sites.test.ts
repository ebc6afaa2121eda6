import { describe, expect, it } from 'vitest'
import type { Cancellation } from '#analytics/parts/cancellation.ts'
import { chokePoints, chokePointsPerMarket, dependentsIn } from '#analytics/flows/choke-points.ts'
import { closedSites } from '#analytics/flows/closed-sites.ts'
import type { Bounds, FlowLink } from '#analytics/flows/flow-link.ts'
import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import { flowScope, linksOfActor, linksToPlace } from '#analytics/flows/flow-scope.ts'
import { paretoFront } from '#analytics/graphs/pareto-front.ts'
import { demandsOf, scopedNetwork } from '#analytics/flows/scoped-network.ts'
import { statedThroughput } from '#analytics/flows/stated-throughput.ts'
import { flowNetwork, maximumFlow } from '#analytics/flows/flow-network.ts'
import { seededRandom } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS, timeToStop } from '../time-to-stop.ts'

const bounds = (amount: number | Bounds | undefined): Bounds | undefined => (typeof amount === 'number' ? { low: amount, high: amount } : amount)
const link = (from: number, to: number, capacity?: number | Bounds, volume?: number | Bounds, unit = 't', per: 'year' | null = 'year'): FlowLink => ({
  from, to, commodity: 'grain', share: undefined, statements: [], figures: capacity === undefined && volume === undefined ? [] : [{ unit, per: per ?? undefined, capacity: bounds(capacity), volume: bounds(volume) }],
})
const NO_LIMITS = { capacities: new Map<number, number>() }
const scopeOf = (links: readonly FlowLink[], inside: readonly number[], place = true): FlowScope => flowScope('grain', links, new Set(inside), place)

describe('the scope of an actor', () => {
  //   far → supplier → own1 → other → own2 → customer → beyond        own2 → dead end
  const links = [link(0, 1), link(1, 2), link(2, 3), link(3, 4), link(4, 5), link(5, 6), link(4, 7), link(8, 3), link(3, 9)]
  it('holds what it controls, others on the way back to it, and one step beyond', () => {
    expect(linksOfActor(links, new Set([2, 4])).map(({ from, to }) => [from, to])).toEqual([[1, 2], [2, 3], [3, 4], [4, 5], [4, 7]])
  })
  it('of a place is everything from which something reaches it', () => {
    expect(linksToPlace(links, new Set([9])).map(({ from, to }) => [from, to])).toEqual([[0, 1], [1, 2], [2, 3], [8, 3], [3, 9]])
  })
  it('begins and ends in rings, too', () => {
    const { origins, markets, nodes } = scopeOf([link(1, 2), link(2, 1), link(2, 3), link(3, 4), link(4, 5), link(5, 4)], [3], false)
    expect([origins, markets].map((list) => list.map((at) => nodes[at]))).toEqual([[1, 2], [4, 5]])
  })
  it('of a place in a ring with others begins at the others: nothing is wanted where it begins', () => {
    const ends = (links: readonly FlowLink[], inside: readonly number[]) => { const { origins, markets, nodes } = scopeOf(links, inside); return [origins, markets].map((list) => list.map((at) => nodes[at])) }
    expect(ends([link(1, 2, 5), link(2, 1, 5)], [2])).toEqual([[1], [2]])
    expect(ends([link(1, 2), link(2, 1), link(2, 3), link(3, 2)], [2, 3])).toEqual([[1], [2, 3]])
    expect(ends([link(2, 3), link(3, 2)], [2, 3])).toEqual([[2, 3], []])
    const { points } = chokePoints(scopeOf([link(1, 2, 5), link(2, 1, 5)], [2]), [0], NO_LIMITS)
    expect(points).toMatchObject([{ loss: { low: 1, high: 1 }, alternatives: 0, dominated: [1] }])
  })
  it('takes the unit most links state; figures in another are no figures, their ways stay', () => {
    const { unit, per, links: scoped, otherUnits } = scopeOf([link(1, 2, 120), link(2, 3, 240), link(1, 3, 5, undefined, 'TEU'), link(4, 3, 7, undefined, 't', null)], [3])
    expect([unit, per, otherUnits, scoped.map(({ capacity }) => capacity?.low)]).toEqual(['t', 'year', 2, [120, 240, undefined, undefined]])
  })
})

describe('demand and throughput', () => {
  it('are what is stated: volumes where all are known, else capacities; unknown where nothing is', () => {
    const demand = (...links: FlowLink[]) => [...demandsOf(scopeOf(links, [9])).values()][0]
    expect(demand(link(1, 9, 10, 4), link(2, 9, 10, 0))).toEqual({ low: 4, high: 4 })
    expect(demand(link(1, 9, 10, 4), link(2, 9, 10))).toEqual({ low: 20, high: 20 })
    expect(demand(link(1, 9), link(2, 9))).toBeUndefined()
    const { total, through } = statedThroughput(scopeOf([link(1, 2, 9, 7), link(2, 9, 9, 5)], [9]))
    expect([total, through]).toEqual([{ low: 5, high: 5 }, [{ low: 7, high: 7 }, { low: 5, high: 7 }, { low: 5, high: 5 }]])
    expect(statedThroughput(scopeOf([link(1, 2, 9), link(2, 9, 9)], [9])).total).toBeUndefined()
  })
})

describe('losses against a slow oracle, in 60 random networks', () => {
  it.each([1, 2, 3])('seed %i: closing one site, or several, is a maximum flow on the network without them; ranges hold every case between', (seed) => {
    const random = seededRandom(seed)
    for (let round = 0; round < 20; round++) {
      const size = 8
      const links = Array.from({ length: 18 }, () => [Math.floor(random() * (size - 1)), 1 + Math.floor(random() * (size - 1))] as const)
        .filter(([from, to]) => from < to).map(([from, to]) => { const low = Math.floor(random() * 20); return link(from, to, { low, high: low + Math.floor(random() * 6) }) })
      const unique = [...new Map(links.map((one) => [`${one.from} ${one.to}`, one])).values()]
      if (unique.length < 3) continue
      const scope = scopeOf(unique, [size - 1, size - 2])
      if (scope.markets.length === 0) continue
      const sites = Array.from(scope.nodes.keys()).filter((at) => !scope.markets.includes(at))
      const { points } = chokePoints(scope, sites, NO_LIMITS)
      const markets = chokePointsPerMarket(scope, NO_LIMITS)
      for (const { site, loss, alternatives } of points) {
        const closed = closedSites(scope, [site], NO_LIMITS)
        expect(closed.all.loss?.low).toBeCloseTo(loss?.low ?? Number.NaN, 9)
        expect(closed.all.loss?.high).toBeCloseTo(loss?.high ?? Number.NaN, 9)
        closed.markets.forEach((market, at) => {
          expect(market.alternatives).toBe(markets[at]!.alternatives(site))
          if (market.loss) expect(market.loss.low).toBeCloseTo(markets[at]!.loss(site)!.low, 9)
        })
        expect(alternatives).toBeLessThanOrEqual(closed.markets.reduce((sum, market) => sum + market.alternatives, 0))
        // any capacities between the bounds give a loss between them
        const chosen = scopeOf(unique.map((one) => { const { low, high } = one.figures[0]!.capacity!; return link(one.from, one.to, low + Math.floor(random() * (high - low + 1))) }), [size - 1, size - 2])
        const network = scopedNetwork(chosen, new Map(), 'low')
        const [before, after] = [maximumFlow(flowNetwork(network)), maximumFlow(flowNetwork(network, { without: [site] }))]
        if (before > 0 && loss) {
          expect(1 - after / before).toBeGreaterThanOrEqual(loss.low - 1e-9)
          expect(1 - after / before).toBeLessThanOrEqual(loss.high + 1e-9)
        }
      }
    }
  })
})

describe('the front', () => {
  it('keeps what no other option beats; an unknown cost is neither low nor high', () => {
    expect(paretoFront([{ gain: 5, costs: [10] }, { gain: 5, costs: [9] }, { gain: 4, costs: [9] }, { gain: 1, costs: [0] }, { gain: 2, costs: [undefined] }, { gain: 1, costs: [undefined] }])).toEqual([false, true, false, true, true, false])
    expect(paretoFront([{ gain: 1, costs: [] }, { gain: 1, costs: [] }], 1)).toEqual([true])
  })
})

describe('a large network', () => {
  /** Layers of sites, each fed by several of the layer before. */
  function aLargeScope(): FlowScope {
    const random = seededRandom(7)
    const [layers, width] = [12, 1_500]
    const links: FlowLink[] = []
    for (let layer = 0; layer + 1 < layers; layer++) {
      for (let at = 0; at < width; at++) for (let n = 0; n < 4; n++) links.push(link(layer * width + at, (layer + 1) * width + Math.floor(random() * width), 1 + Math.floor(random() * 30)))
    }
    const unique = [...new Map(links.map((one) => [`${one.from} ${one.to}`, one])).values()]
    return scopeOf(unique, Array.from({ length: width }, (_, at) => (layers - 1) * width + at))
  }

  it('is left within 200 ms of the flag another thread sets, wherever the ranking is', async () => {
    const scope = aLargeScope()
    const sites = Array.from(scope.nodes.keys()).filter((at) => !scope.markets.includes(at))
    for (const wait of [150, 600]) {
      const ranked = (cancellation: Cancellation) => dependentsIn(chokePoints(scope, sites, { ...NO_LIMITS, cancellation }).tree, cancellation)
      expect(await timeToStop(ranked, wait)).toBeLessThan(STOPPED_WITHIN_MS)
    }
  })
})
