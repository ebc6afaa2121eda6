import { describe, expect, it } from 'vitest'
import { chokePoints, chokePointsPerMarket } from '#analytics/flows/choke-points.ts'
import { closedSites } from '#analytics/flows/closed-sites.ts'
import type { Bounds } from '#analytics/flows/flow-link.ts'
import { flowScope } from '#analytics/flows/flow-scope.ts'
import type { FlowScope } from '#analytics/flows/flow-scope.ts'
import type { SlowLink, SlowScope } from '../oracles/slow-choke-points.ts'
import { slowDominated, slowEnds, slowStandstill } from '../oracles/slow-choke-points.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { FlowWorld } from './random-flows.ts'
import { flowsOf, linkOf } from './random-flows.ts'

const scopeOf = ({ links, inside, wantedInside }: SlowScope): FlowScope => flowScope('grain', links.map((link) => linkOf(link)), inside, wantedInside)
const NO_LIMITS = { capacities: new Map<number, number>() }
const put = (found: Record<string, number>, name: string, bounds: Bounds | undefined) => {
  if (bounds === undefined) return
  found[`${name} low`] = bounds.low
  found[`${name} high`] = bounds.high
}

/** What the ranking says of some sites, by the names of the things. */
function ranking(world: FlowWorld, scope = scopeOf(world)): Findings {
  const found: Record<string, number> = {}
  const positions = world.closed.map((node) => scope.nodes.indexOf(node))
  const perMarket = chokePointsPerMarket(scope, NO_LIMITS)
  for (const { site, loss, alternatives, dominated } of chokePoints(scope, positions, NO_LIMITS).points) {
    const name = `without ${scope.nodes[site]}:`
    put(found, `${name} all`, loss)
    found[`${name} all ways`] = alternatives
    for (const at of dominated) found[`${name} dominates ${scope.nodes[at]}`] = 1
    for (const { market, loss: lossAt, alternatives: waysAt } of perMarket) {
      put(found, `${name} market ${scope.nodes[market]}`, lossAt(site))
      found[`${name} market ${scope.nodes[market]} ways`] = waysAt(site)
    }
  }
  return found
}
function slowRanking(world: FlowWorld): Findings {
  return Object.fromEntries(world.closed.flatMap((site) => [
    ...Object.entries(slowStandstill(world, new Set([site]))).filter(([name]) => !name.endsWith('reached')).map(([name, value]) => [`without ${site}: ${name}`, value] as const),
    ...slowDominated(world, site).map((market) => [`without ${site}: dominates ${market}`, 1] as const),
  ]))
}
function standstill(world: FlowWorld, scope = scopeOf(world)): Findings {
  const { all, markets } = closedSites(scope, world.closed.map((node) => scope.nodes.indexOf(node)), NO_LIMITS)
  const found: Record<string, number> = {}
  put(found, 'all', all.loss)
  for (const { market, loss, alternatives, reached } of markets) {
    const name = `market ${scope.nodes[market]}`
    put(found, name, loss)
    found[`${name} ways`] = alternatives
    found[`${name} reached`] = Number(reached)
  }
  return found
}
const slowAll = (world: FlowWorld): Findings => Object.fromEntries(Object.entries(slowStandstill(world, new Set(world.closed))).filter(([name]) => name !== 'all ways'))

const SMALL = Array.from({ length: 500 }, (_, at) => flowsOf(70_001 + at, 20))
const LARGE = Array.from({ length: 500 }, (_, at) => flowsOf(80_001 + at, 200))
const withoutALink = ({ links, ...world }: FlowWorld): FlowWorld => ({ ...world, links: links.slice(1) })

describe('choke points and what-if against an oracle that shares nothing with them', () => {
  it('losses of all and each market, ways left, dominated markets (500 networks up to 20 things, seeds from 70001)', () => expect(differences(ranking, slowRanking, SMALL)).toEqual([]))
  it('the same on 500 networks up to 200 things, seeds from 80001', () => expect(differences(ranking, slowRanking, LARGE)).toEqual([]))
  it('up to four sites that stand still together (1,000 networks, same seeds)', () => expect(differences(standstill, slowAll, [...SMALL, ...LARGE])).toEqual([]))

  it('cover rings, loops, missing figures, ranges, both kinds of subject and markets that are cut off', () => {
    const count = (test: (world: FlowWorld) => boolean) => [...SMALL, ...LARGE].filter(test).length
    expect(count(({ links }) => links.some(({ from, to }) => from === to))).toBeGreaterThan(100)
    expect(count(({ links }) => links.some(({ from, to }) => from !== to && links.some((other) => other.from === to && other.to === from)))).toBeGreaterThan(100)
    expect(count((world) => world.closed.length === 4 && slowEnds(world).markets.length > 0)).toBeGreaterThan(300)
    expect(count((world) => world.closed.some((site) => slowDominated(world, site).length > 0))).toBeGreaterThan(150)
    expect(count(({ size }) => size > 150)).toBeGreaterThan(80)
  })

  it('an error is noticed: a link left out, a ring read as no beginning, closed sites that still pass', () => {
    const kept = SMALL.filter(({ links, closed }) => links.length > 3 && closed.length > 0).slice(0, 100)
    expect(differences((world) => ranking(world, scopeOf(withoutALink(world))), slowRanking, kept.filter(({ closed, links }) => closed.every((node) => links.slice(1).some(({ from, to }) => from === node || to === node)))).length).toBeGreaterThan(0)
    expect(differences((world) => { const scope = scopeOf(world); return ranking(world, { ...scope, origins: scope.origins.slice(0, 1) }) }, slowRanking, kept).length).toBeGreaterThan(0)
    expect(differences((world) => standstill({ ...world, closed: [] }), slowAll, kept).length).toBeGreaterThan(0)
  })
})

describe('what must not change an answer', () => {
  const worlds = LARGE.slice(0, 150)

  it('the order of the links', () => {
    for (const world of worlds) {
      const order = shuffled(world.links.length, seededRandom(world.seed))
      const turned = { ...world, links: order.map((at) => world.links[at]!) }
      expect(ranking(turned)).toEqual(ranking(world))
      expect(standstill(turned)).toEqual(standstill(world))
    }
  })

  it('the names of the things', () => {
    for (const world of worlds) {
      const order = shuffled(world.size, seededRandom(world.seed + 1))
      const now = (node: number) => order[node]!
      const renamed = { ...world, links: world.links.map((link) => ({ ...link, from: now(link.from), to: now(link.to) })), inside: new Set([...world.inside].map(now)), closed: world.closed.map(now) }
      const said = (findings: Findings, by: (node: number) => number) => Object.fromEntries(Object.entries(findings).map(([name, value]) => [name.replaceAll(/\d+/g, (node) => String(by(Number(node)))), value]))
      expect(differences(() => ranking(renamed), () => said(ranking(world), now), [world])).toEqual([])
      expect(differences(() => standstill(renamed), () => said(standstill(world), now), [world])).toEqual([])
    }
  })

  it('other flows beside, for each market by itself', () => {
    for (const [at, world] of worlds.entries()) {
      const other = LARGE[at + 150]!
      if (other.wantedInside !== world.wantedInside || slowEnds(world).markets.length === 0) continue
      const beside = { ...world, size: world.size + other.size, links: [...world.links, ...other.links.map((link) => ({ ...link, from: link.from + world.size, to: link.to + world.size }))] }
      const { markets } = slowEnds(world)
      const ofMarkets = (findings: Findings) => Object.fromEntries(Object.entries(findings).filter(([name]) => markets.some((market) => name.startsWith(`market ${market} `))))
      expect(ofMarkets(standstill(beside))).toEqual(ofMarkets(standstill(world)))
    }
  })

  it('a site written as two with an unlimited link between them: each loses what the one lost', () => {
    for (const world of worlds) {
      const site = world.closed[0]
      if (site === undefined || world.inside.has(site) || slowEnds(world).origins.includes(site) || world.links.some(({ from, to }) => from === site && to === site)) continue
      const exit = world.size
      const split: FlowWorld = { ...world, size: world.size + 1, links: [...world.links.map((link) => (link.from === site ? { ...link, from: exit } : link)), { from: site, to: exit }], closed: [site, exit] }
      const before = ranking({ ...world, closed: [site] })
      const of = (findings: Findings, node: number) => Object.fromEntries(Object.entries(findings).filter(([name]) => name.startsWith(`without ${node}:`)).map(([name, value]) => [name.slice(name.indexOf(':')), value]))
      const after = ranking(split)
      if (slowEnds(split).markets.join() !== slowEnds(world).markets.join()) continue
      expect(of(after, site)).toEqual(of(before, site))
      expect(of(after, exit)).toEqual(of(before, site))
    }
  })

  it('another scale: a hundred times every figure is the same loss', () => {
    const times = (bounds: Bounds | undefined) => bounds && { low: 100 * bounds.low, high: 100 * bounds.high }
    for (const world of worlds) {
      const scaled = { ...world, links: world.links.map(({ from, to, capacity, volume }): SlowLink => ({ from, to, ...(capacity ? { capacity: times(capacity)! } : {}), ...(volume ? { volume: times(volume)! } : {}) })) }
      expect(differences(() => ranking(scaled), () => ranking(world), [world])).toEqual([])
    }
  })
})
