import { describe, expect, it } from 'vitest'
import { articulationPoints } from '#analytics/graphs/articulation-points.ts'
import { betweenness, normalisedBetweenness } from '#analytics/graphs/betweenness.ts'
import { arcTails, undirectedGraph } from '#analytics/graphs/directed-graph.ts'
import { dominatedMarkets, dominators, dominatorsOf } from '#analytics/graphs/dominators.ts'
import { flowNetwork, maximumFlow } from '#analytics/flows/flow-network.ts'
import { concentration } from '#analytics/graphs/herfindahl.ts'
import { lossAfterRerouting, lossPerMarket } from '#analytics/flows/loss-after-rerouting.ts'
import { nodeDisjointRoutes } from '#analytics/flows/node-disjoint-routes.ts'
import { twoSiteCuts } from '#analytics/flows/two-site-cuts.ts'
import { at, harbourChain, nameOf, NAMES, withCommonEnd } from './harbour-chain.ts'

const SITES = ['PortA', 'DC1', 'MillN', 'MillS', 'PortB', 'DC2'] as const
const table = (values: Float64Array) => Object.fromEntries(SITES.map((name) => [name, Number(values[at(name)]!.toFixed(3))]))

describe('choke points of the harbour chain', () => {
  it('the cities can get 110 a day', () => {
    expect(maximumFlow(flowNetwork(harbourChain))).toBe(110)
  })

  it('loss after re-routing puts PortA and DC1 first', () => {
    expect(table(lossAfterRerouting(harbourChain).loss)).toEqual({ PortA: 0.727, DC1: 0.727, MillN: 0.455, MillS: 0.455, PortB: 0.273, DC2: 0.182 })
  })

  it('betweenness sees another order: MillN last, PortB level with PortA', () => {
    const shares = normalisedBetweenness(betweenness(withCommonEnd))
    expect(table(shares)).toEqual({ PortA: 0.089, DC1: 0.143, MillN: 0.019, MillS: 0.07, PortB: 0.089, DC2: 0.057 })
    const rank = (name: (typeof SITES)[number]) => 1 + SITES.filter((other) => shares[at(other)]! > shares[at(name)]! + 1e-9).length
    expect(SITES.map(rank)).toEqual([2, 1, 6, 4, 2, 5])
  })

  it('City1 hangs on DC1, City3 on DC2, PortB and MillS, City2 on nobody', () => {
    const tree = dominators(harbourChain.graph, [at('Source')])
    expect(dominatorsOf(tree, at('City1')).map(nameOf)).toEqual(['DC1'])
    expect(dominatorsOf(tree, at('City3')).map(nameOf)).toEqual(['DC2', 'PortB', 'MillS'])
    expect(dominatorsOf(tree, at('City2'))).toEqual([])
    const markets = dominatedMarkets(tree, harbourChain.markets.map(({ site }) => site))
    expect([...markets].map(([site, cities]) => [nameOf(site), cities.map(nameOf)])).toEqual([['DC1', ['City1']], ['DC2', ['City3']], ['PortB', ['City3']], ['MillS', ['City3']]])
  })

  it('has no articulation point: a tool that looks only for those finds no choke point', () => {
    const { graph } = harbourChain
    const { isPoint } = articulationPoints(undirectedGraph(graph.size + 1, [...arcTails(graph), at('City1'), at('City2'), at('City3')], [...graph.target, NAMES.length, NAMES.length, NAMES.length]))
    expect(isPoint.includes(1)).toBe(false)
  })

  it('six pairs of sites cut off every city', () => {
    const { pairs, exhaustive } = twoSiteCuts(harbourChain)
    expect(exhaustive).toBe(true)
    expect(pairs.filter(({ loss }) => loss === 1).map(({ first, second }) => `${nameOf(first)}+${nameOf(second)}`).sort())
      .toEqual(['MillN+MillS', 'MillS+PortA', 'MillS+DC1', 'PortA+PortB', 'PortB+DC1', 'DC1+DC2'].sort())
  })

  it('loss per market is what that market alone would miss', () => {
    const [city1, city2, city3] = lossPerMarket(harbourChain)
    expect([city1!.flow, city2!.flow, city3!.flow]).toEqual([50, 50, 10])
    expect(table(city1!.loss)).toEqual({ PortA: 0.6, DC1: 1, MillN: 0, MillS: 0, PortB: 0, DC2: 0 }) // without PortA only PortB's 20 of 50; MillS alone can make 40 + 20
    expect(table(city3!.loss)).toEqual({ PortA: 0, DC1: 0, MillN: 0, MillS: 1, PortB: 1, DC2: 1 })
  })

  it('City2 has two ways that share no site, City1 one, and none avoids DC1', () => {
    const routes = (city: 'City1' | 'City2', avoiding: readonly number[] = []) => nodeDisjointRoutes(harbourChain.graph, [at('Source')], at(city), { avoiding })
    expect(routes('City2').count).toBe(2)
    const sites = routes('City2').routes.flatMap((route) => route.slice(1, -1))
    expect(new Set(sites).size).toBe(sites.length)
    expect(routes('City1').count).toBe(1)
    expect(routes('City1', [at('DC1')])).toEqual({ count: 0, routes: [] })
    expect(routes('City2', [at('DC1')]).routes.map((route) => route.map(nameOf))).toEqual([['Source', 'MillS', 'PortB', 'DC2', 'City2']])
  })

  it('two ports that handle 80 and 30 are 1.66 ports', () => {
    const { index, effectiveNumber, holdersForThreshold } = concentration([80, 30])
    expect(index).toBeCloseTo(0.603, 3)
    expect(effectiveNumber).toBeCloseTo(1.66, 2)
    expect(holdersForThreshold).toBe(2)
  })
})

describe('concentration', () => {
  it('says how many operators make 75 %', () => {
    expect(concentration([50, 25, 15, 10]).holdersForThreshold).toBe(2)
    expect(concentration([50, 24, 16, 10]).holdersForThreshold).toBe(3)
    expect(concentration([0.1, 0.2, 0.1, 0.6], 0.9).holdersForThreshold).toBe(3)
    expect(concentration([1, 1, 1, 1], 1).holdersForThreshold).toBe(4)
  })

  it('does not depend on the order and counts nobody where there is nothing', () => {
    expect(concentration([0.3, 0.1, 0.2])).toEqual(concentration([0.2, 0.3, 0.1]))
    expect(concentration([0, 0])).toEqual({ index: 0, effectiveNumber: 0, holdersForThreshold: 0, threshold: 0.75, total: 0 })
    expect(concentration([7])).toMatchObject({ index: 1, effectiveNumber: 1, holdersForThreshold: 1 })
    expect(() => concentration([1, NaN])).toThrow('at least 0')
  })
})
