import { describe, expect, it } from 'vitest'
import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import type { HoldingsOfManyOptions } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import { integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { denseOwnership } from '../oracles/dense-ownership.ts'
import { plainShares } from '../oracles/plain-walks.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { STOPPED_WITHIN_MS, timeToStop } from '../time-to-stop.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import { holdingsOfMany, pairFindings } from './holdings-findings.ts'
import type { NamedStake } from './ownership-examples.ts'
import { namedGraph, O1, O2, O3, O4, O5, O6, P1 } from './ownership-examples.ts'
import type { HoldingsNetwork } from './random-holdings.ts'
import { randomNetworks } from './random-holdings.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

const everyone = (size: number) => Array.from({ length: size }, (_, node) => node)
const exact = (holder: number, held: number, share: number): Stake => ({ holder, held, shareLow: share, shareHigh: share })

/** Holdings of everybody by name. */
function named(stakes: readonly NamedStake[]) {
  const { graph, names, node } = namedGraph(stakes)
  const found = holdingsOfMany(graph, everyone(names.length))
  const of = (owner: string) => found.get(node(owner))!
  return { of, share: (owner: string, held: string) => of(owner).holdings.find((holding) => names[holding.node] === held) }
}

describe('integrated holdings of many owners, worked examples', () => {
  it('O1 adds the direct stake and the stake held through a subsidiary', () => {
    const { share } = named(O1)
    expect(share('A', 'C')).toMatchObject({ low: expect.closeTo(0.4, 12), high: expect.closeTo(0.4, 12) })
  })

  it('O2 solves two firms that hold each other, and corrects what one of them holds of the other', () => {
    const { share, of } = named(O2)
    expect(['P', 'Q', 'R'].map((owner) => [share(owner, 'K')!.low.toFixed(6), share(owner, 'L')!.low.toFixed(6)])).toEqual([['0.760870', '0.304348'], ['0.130435', '0.652174'], ['0.108696', '0.043478']])
    expect(share('K', 'L')).toMatchObject({ allWalksLow: expect.closeTo(0.434783, 6), low: expect.closeTo(0.4, 12) })
    expect(1 / (1 - of('K').selfHolding!)).toBeCloseTo(1.086957, 6)
    expect(share('K', 'K')).toBeUndefined()
  })

  it('O3 a ring of 90 % stakes: outsiders own it, and no firm owns 332 % of another', () => {
    const { share } = named(O3)
    expect(['A', 'B', 'C'].map((firm) => share('a', firm)!.low.toFixed(6))).toEqual(['0.369004', '0.332103', '0.298893'])
    expect(share('A', 'B')).toMatchObject({ allWalksLow: expect.closeTo(3.321033, 6), low: expect.closeTo(0.9, 12) })
  })

  it('O4 a ring that owns itself outright has no number, and says so', () => {
    const { of } = named([...O4, ['A', 'T', 0.7], ['X', 'T', 0.2]])
    expect(of('A')).toMatchObject({ holdings: [], closedLoops: [[0, 1]], selfHolding: undefined })
    expect(of('X')).toMatchObject({ holdings: [{ node: 2, low: 0.2 }], closedLoops: [], selfHolding: 0 })
  })

  it('O5 and O6 bound ranges, with the ends that are excluded', () => {
    expect(named(O5).share('A', 'C')).toMatchObject({ low: expect.closeTo(0.15, 12), high: expect.closeTo(0.7, 12) })
    expect(named(O6).share('A', 'C')).toMatchObject({ low: expect.closeTo(0.25, 12), lowExclusive: true, high: expect.closeTo(0.5625, 12), highExclusive: false })
  })

  it('P1 adds up what two owners have of two operators of 100 each', () => {
    const { share } = named(P1)
    const portfolio = (owner: string) => 100 * (share(owner, 'O1')!.low + share(owner, 'O2')!.low)
    expect([portfolio('P').toFixed(1), portfolio('Q').toFixed(1)]).toEqual(['70.9', '129.1'])
  })

  it('visits nobody when nobody is asked about, each owner once, and refuses what is no node', () => {
    const { graph } = namedGraph(O2)
    const visited: number[] = []
    integratedHoldingsOfMany(graph, [], ({ owners }) => visited.push(...owners))
    expect(visited).toEqual([])
    integratedHoldingsOfMany(graph, [3, 0, 3, 0], ({ owners }) => visited.push(...owners))
    expect(visited.sort()).toEqual([0, 3])
    expect(() => integratedHoldingsOfMany(graph, [5], () => undefined)).toThrow('Node 5 is outside 0 … 4.')
  })
})

const WAYS: readonly (readonly [string, HoldingsOfManyOptions])[] = [
  ['as always', {}],
  ['circles taken apart node by node', { exactUpTo: 0 }],
  ['circles swept', { exactUpTo: 0, pairsTakenOut: 0 }],
  ['circles partly taken apart, then swept', { exactUpTo: 0, pairsTakenOut: 2 }],
]

describe.each(WAYS)('integrated holdings of many owners, %s', (_way, options) => {
  const many = ({ size, stakes }: OwnershipWorld): Findings => Object.assign({}, ...[...holdingsOfMany(stakeGraph(size, stakes), everyone(size), options).values()].flatMap(({ holdings }) => holdings.map(pairFindings))) as Findings
  const dense = (world: OwnershipWorld): Findings => Object.fromEntries(Object.entries(denseOwnership(world)).filter(([name]) => name.includes(' in ') && !name.startsWith('unrecorded')))

  it.each([
    ['exact shares', randomWorlds('exact shares', 50_001, 200, { ranges: false })],
    ['ranges', randomWorlds('ranges', 60_001, 400)],
    ['minima above 100 %', randomWorlds('minima above 100 %', 70_001, 200, { overstated: true })],
  ])('agrees with dense inverses: %s', (_name, worlds) => {
    expect(differences(many, dense, worlds)).toEqual([])
  })

  it('says the same as owner by owner, of rings without a number and of self-holding too', () => {
    for (const { seed, size, stakes } of randomWorlds('owner by owner', 80_001, 200, { control: true })) {
      const graph = stakeGraph(size, stakes)
      for (const [owner, { closedLoops, selfHolding }] of holdingsOfMany(graph, everyone(size), options)) {
        const alone = integratedHoldings(graph, owner)
        expect(closedLoops, `seed ${seed}, owner ${owner}`).toEqual(alone.closedLoops)
        expect(selfHolding ?? -1, `seed ${seed}, owner ${owner}`).toBeCloseTo(alone.selfHolding ?? -1, 10)
      }
    }
  })
})

describe('integrated holdings of many owners against walks followed step by step', () => {
  const networks = randomNetworks(90_001, 520)
  const asked = ({ seed, size }: HoldingsNetwork) => shuffled(size, seededRandom(seed)).slice(0, 4)
  const plain = new Map(networks.map((network) => [network, oracle(network)]))

  function oracle(network: HoldingsNetwork): Findings {
    const { size, stakes } = network
    const holdings = stakes.map(({ holder, held, shareLow, shareHigh }) => ({ holder, held, low: shareLow, high: shareHigh }))
    return Object.fromEntries(asked(network).flatMap((owner) => [...plainShares(owner, size, holdings)].flatMap(([node, { low, high, walks }]) => [[`${owner} in ${node}, low`, low], [`${owner} in ${node}, high`, high], [`${owner} in ${node}, all walks`, walks]])))
  }

  const shares = (size: number, stakes: readonly Stake[], owners: readonly number[], options: HoldingsOfManyOptions = {}): Findings =>
    Object.fromEntries([...holdingsOfMany(stakeGraph(size, stakes), owners, options).values()]
      .flatMap(({ holdings }) => holdings.flatMap((holding) => Object.entries(pairFindings(holding)).filter(([name]) => !name.endsWith('open')))))

  const many = (options: HoldingsOfManyOptions, change: (network: HoldingsNetwork) => readonly Stake[] = ({ stakes }) => stakes) => (network: HoldingsNetwork): Findings =>
    shares(network.size, change(network), asked(network), options)

  it.each(WAYS)('agrees, %s', (_way, options) => expect(differences(many(options), (network) => plain.get(network)!, networks)).toEqual([]))

  it('is noticed when a stake is lost or a share is moved by a millionth', () => {
    const lost = many({}, ({ stakes }) => stakes.slice(1))
    expect(differences(lost, (network) => plain.get(network)!, networks).length).toBeGreaterThan(0)
    const moved = many({}, ({ stakes }) => stakes.map((stake, at) => (at === stakes.length - 1 ? { ...stake, shareLow: stake.shareLow - 1e-6, shareHigh: stake.shareHigh - 1e-6 } : stake)))
    expect(differences(moved, (network) => plain.get(network)!, networks).length).toBeGreaterThan(0)
  })

  const renamed = (findings: Findings, name: (node: number) => number): Findings => Object.fromEntries(Object.entries(findings).map(([text, value]) => [text.replace(/\d+/g, (node) => String(name(Number(node)))), value]))

  it('does not depend on how nodes are numbered or rows are ordered', () => {
    const relabelled = (network: HoldingsNetwork): Findings => {
      const { seed, size, stakes } = network
      const to = shuffled(size, seededRandom(seed + 1))
      const turned = shuffled(stakes.length, seededRandom(seed + 2)).map((at) => ({ ...stakes[at]!, holder: to[stakes[at]!.holder]!, held: to[stakes[at]!.held]! }))
      return renamed(shares(size, turned, asked(network).map((owner) => to[owner]!)), (node) => to.indexOf(node))
    }
    expect(differences(relabelled, many({}), networks, 1e-10)).toEqual([])
  })

  it('does not depend on another network beside it, nor on a stake being stated in two halves', () => {
    const beside = (network: HoldingsNetwork): Findings => {
      const { size, stakes } = network
      const twice = [...stakes, ...stakes.map((stake) => ({ ...stake, holder: stake.holder + size, held: stake.held + size }))]
      const findings = shares(2 * size, twice, [...asked(network), ...asked(network).map((owner) => owner + size)])
      expect(Object.keys(findings)).toHaveLength(2 * Object.keys(many({})(network)).length)
      return renamed(findings, (node) => node % size)
    }
    expect(differences(beside, many({}), networks, 1e-10)).toEqual([])
    const halves = many({}, ({ stakes }) => stakes.flatMap((stake) => [0, 1].map(() => ({ ...stake, shareLow: stake.shareLow / 2, shareHigh: stake.shareHigh / 2 }))))
    expect(differences(halves, many({}), networks.filter(({ has }) => !has.ranges), 1e-10)).toEqual([])
  })

  //   h ──s──▶ v ──t──▶ k   becomes   h ──s──▶ v ──½ t──▶ k   and   h ──s──▶ v' ──½ t──▶ k, in circles as well
  it('does not depend on a company being two that hold half of its stakes each: both are held as it was', () => {
    const splitOf = ({ size, stakes }: HoldingsNetwork, company: number): Stake[] => {
      const both = (node: number) => (node === company ? [company, size] : [node])
      return stakes.flatMap((stake) => both(stake.holder).flatMap((holder, _, holders) => both(stake.held).map((held) => exact(holder, held, stake.shareLow / holders.length))))
    }
    const exactNetworks = networks.filter(({ has }) => !has.ranges)
    const split = (network: HoldingsNetwork): Findings => {
      const company = Array.from({ length: network.size }, (_, node) => node).find((node) => !asked(network).includes(node))!
      const findings = Object.entries(shares(network.size + 1, splitOf(network, company), asked(network), { exactUpTo: 0, pairsTakenOut: 2 }))
      const isTwin = ([name]: readonly [string, unknown]) => name.includes(` in ${network.size},`)
      const [twin, rest] = [findings.filter(isTwin), Object.fromEntries(findings.filter((finding) => !isTwin(finding)))]
      for (const [name, value] of twin) expect(rest[name.replace(` in ${network.size},`, ` in ${company},`)], `seed ${network.seed}, ${name}`).toBeCloseTo(Number(value), 10)
      return rest
    }
    expect(exactNetworks.length).toBeGreaterThan(100)
    expect(differences(split, many({}), exactNetworks, 1e-10)).toEqual([])
  })

  //   h ──s──▶ k   becomes   h ──100 %──▶ shell ──s──▶ k
  it('does not depend on stakes being held through shells of 100 %, ranges included', () => {
    const throughShells = (network: HoldingsNetwork): Findings => {
      const { size, stakes } = network
      const shelled = stakes.flatMap((stake, at) => (at % 2 === 0 ? [exact(stake.holder, size + at, 1), { ...stake, holder: size + at }] : [stake]))
      const findings = shares(size + stakes.length, shelled, asked(network), { exactUpTo: 0, pairsTakenOut: 0 })
      return Object.fromEntries(Object.entries(findings).filter(([name]) => Number(/ in (\d+),/.exec(name)![1]) < size))
    }
    expect(differences(throughShells, many({}), networks, 1e-10)).toEqual([])
  })

  it('gives whole numbers and fractions only: nothing is infinite, no share is above 1 or below 0', () => {
    for (const { seed, size, stakes } of networks.slice(0, 100)) {
      for (const { holdings } of holdingsOfMany(stakeGraph(size, stakes), everyone(size)).values()) {
        for (const { low, high, allWalksLow } of holdings) expect(low >= 0 && low <= high && high <= 1 && Number.isFinite(allWalksLow), `seed ${seed}`).toBe(true)
      }
    }
  })
})

describe('integrated holdings of many owners in one network', () => {
  //   600 groups of five companies under a holding, every company with a small stake of one of three funds as well
  it('keeps blocks apart that reach little of what others reach, and says what owner by owner says', () => {
    const random = seededRandom(17)
    const stakes = Array.from({ length: 3_000 }, (_, company) => [
      exact(3_000 + Math.floor(company / 5), company, 0.6), exact(3_600 + Math.floor(3 * random()), company, 0.1), ...(company % 5 > 0 ? [exact(company - 1, company, 0.2 * random())] : [exact(company + 4, company, 0.1)]),
    ]).flat()
    const graph = stakeGraph(3_603, stakes)
    const found = holdingsOfMany(graph, everyone(3_603))
    for (let owner = 0; owner < 3_603; owner += 7) {
      const alone = integratedHoldings(graph, owner)
      expect(found.get(owner)!.holdings.map(({ node }) => node), `owner ${owner}`).toEqual(alone.holdings.map(({ node }) => node))
      expect(Math.max(0, ...alone.holdings.map(({ low }, at) => Math.abs(low - found.get(owner)!.holdings[at]!.low))), `owner ${owner}`).toBeLessThan(1e-14)
    }
  })
})

/** Firms 0 … size − 1 in one ring in random order, each with a second holder among them and an outsider, size + firm, who has 10 %. */
function aLargeRing(size: number, seed: number): Stake[] {
  const random = seededRandom(seed)
  const order = shuffled(size, random)
  return order.flatMap((held, at) => {
    const [first, second] = [order[(at + 1) % size]!, Math.floor(random() * size)]
    const part = 0.1 + 0.7 * random()
    return [exact(first, held, 0.9 * part), ...(second === held ? [] : [exact(second, held, 0.9 * (1 - part))]), exact(size + held, held, 0.1)]
  })
}

/** ‖e + Wᵀ y − y‖₁ / (‖e‖₁ + max y) of the sums over all walks, from the stakes alone. */
function relativeResidual(owner: number, size: number, stakes: readonly Stake[], { holdings, selfHolding }: { holdings: readonly { node: number; allWalksLow: number }[]; selfHolding: number | undefined }): number {
  const walks = new Float64Array(size)
  for (const { node, allWalksLow } of holdings) walks[node] = allWalksLow
  walks[owner] = 1 / (1 - selfHolding!)
  const difference = walks.map((value, node) => (node === owner ? 1 : 0) - value)
  for (const { holder, held, shareLow } of stakes) difference[held]! += shareLow * walks[holder]!
  return difference.reduce((sum, value) => sum + Math.abs(value), 0) / (1 + Math.max(...walks))
}

describe('integrated holdings of many owners, large networks', () => {
  it('multiplies along a chain of 10,000 companies, from both ends and the middle', () => {
    const share = 0.9999
    const graph = stakeGraph(10_000, Array.from({ length: 9_999 }, (_, holder) => exact(holder, holder + 1, share)))
    const found = holdingsOfMany(graph, [0, 5_000, 9_999])
    expect([0, 5_000, 9_999].map((owner) => found.get(owner)!.holdings.length)).toEqual([9_999, 4_999, 0])
    expect(found.get(0)!.holdings.at(-1)).toMatchObject({ node: 9_999, low: expect.closeTo(share ** 9_999, 12) })
    expect(found.get(5_000)!.holdings[0]).toMatchObject({ node: 5_001, low: share })
  })

  it('solves one component of 30,000 firms for owners inside and outside: the residual holds, shares lie in the brackets of one owner alone, and 300 outsiders own some of every firm and all of none', () => {
    const size = 30_000
    const stakes = aLargeRing(size, 3)
    const graph = stakeGraph(2 * size, stakes)
    const owners = [0, 1, 29_999, size, size + 1, size + 15_000, 2 * size - 1, 2, 3, 4]
    const found = holdingsOfMany(graph, owners)
    for (const owner of owners) {
      expect(found.get(owner)!.residual).toBeLessThanOrEqual(1e-12)
      expect(relativeResidual(owner, 2 * size, stakes, found.get(owner)!), `owner ${owner}`).toBeLessThanOrEqual(1e-12)
    }
    const alone = integratedHoldings(graph, 0)
    const gap = Math.max(...alone.holdings.map(({ low, high }, at) => Math.max(0, low - 1e-11 - found.get(0)!.holdings[at]!.low, found.get(0)!.holdings[at]!.low - high - 1e-11)))
    expect(gap).toBe(0)
    const total = new Float64Array(size)
    integratedHoldingsOfMany(graph, Array.from({ length: size / 100 }, (_, at) => size + 100 * at), ({ nodes, low }) => nodes.forEach((node, at) => { if (node < size) for (let column = 0; column < 8; column++) total[node]! += low[8 * at + column]! }))
    expect(total.every((share) => share > 0 && share < 1)).toBe(true)
  })

  it('finds upper bounds of 100 % where the upper bounds of 2,000 firms own each other, and a closed ring of 2,000 firms', () => {
    const size = 2_000
    const wide = Array.from({ length: size }, (_, held): Stake => ({ holder: (held + 1) % size, held, shareLow: 0.5, shareHigh: 1 }))
    const open = holdingsOfMany(stakeGraph(size, wide), [7]).get(7)!.holdings.find(({ node }) => node === 6)
    expect(open).toMatchObject({ low: expect.closeTo(0.5, 12), high: 1 })
    const closed = Array.from({ length: size }, (_, held) => exact((held + 1) % size, held, 1))
    expect(holdingsOfMany(stakeGraph(size, closed), [7]).get(7)).toMatchObject({ holdings: [], selfHolding: undefined, closedLoops: [everyone(size)] })
  })

  it('loses no digits where 600 firms own themselves but for a millionth', () => {
    const stakes = Array.from({ length: 600 }, (_, held) => exact((held + 1) % 600, held, held === 17 ? 1 - 1e-6 : 1))
    const found = holdingsOfMany(stakeGraph(601, [...stakes, exact(600, 17, 1e-6)]), [600]).get(600)!
    expect(Math.min(...found.holdings.map(({ low }) => low))).toBeCloseTo(1, 9)
    expect(found.residual).toBeLessThanOrEqual(1e-12)
  })

  it('stops within 200 ms of the flag another thread sets', async () => {
    const size = 60_000
    const graph = stakeGraph(2 * size, aLargeRing(size, 5))
    expect(await timeToStop((cancellation) => integratedHoldingsOfMany(graph, everyone(2 * size), () => undefined, { cancellation }), 500)).toBeLessThan(STOPPED_WITHIN_MS)
  })
})
