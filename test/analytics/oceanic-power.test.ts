import { describe, expect, it } from 'vitest'
import { knownBlocks } from '#analytics/control/known-blocks.ts'
import { networkControlOver } from '#analytics/control/network-control-over.ts'
import { oceanicPowers } from '#analytics/control/oceanic-power.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag, stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { oceanicPower, shapleyShubik } from '#analytics/control/voting-power.ts'
import { oceanicPowerByDistribution, oceanicPowerByIntegration } from '../oracles/oceanic-integral.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { differences } from './differences.ts'

const stake = (holder: number, held: number, share: number, more: Partial<Stake> = {}): Stake => ({ holder, held, shareLow: share, shareHigh: share, ...more })
/** Node 0 is held by 1, 2, 3 … with the shares given. */
const heldBy = (...shares: readonly number[]) => stakeGraph(shares.length + 1, shares.map((share, at) => stake(at + 1, 0, share)))

describe('blocks beside an ocean of small holders', () => {
  it.each([[0.1, 0.1111], [0.25, 0.3333], [1 / 3, 0.5], [0.45, 0.8182], [0.5, 1], [0.7, 1]])('one block of %f has %f, as the formula says', (share, power) => {
    expect(oceanicPowers([share], 1 - share)[0]).toBeCloseTo(power, 4)
    expect(oceanicPowers([share], 1 - share)[0]).toBeCloseTo(oceanicPower(share), 12)
  })

  // Two blocks a, b < 1/2 with a + b > 1/2: a alone is decisive against half an ocean only in part, b is its rival.
  it('a second block takes power from the first', () => {
    const [first, second] = oceanicPowers([0.4, 0.2], 0.4)
    expect(first).toBeLessThan(oceanicPower(0.4))
    expect(first).toBeGreaterThan(second!)
  })

  it('agrees with very many small equal holders, ordered at random', () => {
    const small = 400
    const several: readonly (readonly number[])[] = [[0.4], [0.3, 0.2], [0.35, 0.25, 0.1]]
    for (const blocks of several) {
      const ocean = 1 - blocks.reduce((sum, block) => sum + block, 0)
      const votes = [...blocks, ...Array.from({ length: small }, () => ocean / small)]
      const { index, standardError } = shapleyShubik({ votes, quota: 0.5 }, { seed: 7, samples: 40_000 })
      oceanicPowers(blocks, ocean).forEach((power, at) => expect(Math.abs(power - index[at]!)).toBeLessThan(4 * standardError[at]! + 0.006))
    }
  })

  /** One to seven blocks beside an ocean; every third with equal blocks, every fourth with one that may decide nearly alone. */
  const games = Array.from({ length: 500 }, (_, index) => {
    const seed = 140_001 + index
    const random = seededRandom(seed)
    const parts = Array.from({ length: 1 + Math.floor(random() * 7) }, (__, at) => (seed % 3 === 0 ? 1 : random()) * (seed % 4 === 0 && at === 0 ? 5 : 1))
    const ocean = 0.02 + 0.9 * random()
    const sum = parts.reduce((total, part) => total + part, 0)
    return { seed, ocean, blocks: parts.map((part) => (part / sum) * (1 - ocean)) }
  })
  type Game = (typeof games)[number]
  const named = (powers: ArrayLike<number>) => Object.fromEntries(Array.from(powers, (power, block) => [`power of ${block}`, power]))
  const found = ({ blocks, ocean }: Game) => named(oceanicPowers(blocks, ocean))
  const integrated = ({ blocks, ocean }: Game) => named(blocks.map((block, at) => oceanicPowerByIntegration([block, ...blocks.filter((_, other) => other !== at)], ocean)))

  it('is what integrating over the moment of arrival gives, to 1e-9 (500 games of up to 7 blocks, seeds 140001 to 140500)', () => {
    expect(differences(found, integrated, games)).toEqual([])
  })

  it('would differ if the other blocks were water, or a little more of the ocean voted', () => {
    const asWater = ({ blocks, ocean }: Game) => named(blocks.map((block) => oceanicPowers([block], ocean + blocks.reduce((sum, other) => sum + other, 0) - block)[0]!))
    expect(differences(asWater, integrated, games).length).toBeGreaterThan(500)
    expect(differences((game) => found({ ...game, ocean: game.ocean * 1.001 }), integrated, games).length).toBeGreaterThan(500)
  })

  /** Eight to fifteen blocks of whole numbers of votes; beyond the twelfth largest they are water. */
  const wide = Array.from({ length: 100 }, (_, index) => {
    const random = seededRandom(141_001 + index)
    const blocks = Array.from({ length: 8 + Math.floor(random() * 8) }, () => 1 + Math.floor(random() * (random() < 0.2 ? 20 : 5)))
    return { seed: 141_001 + index, blocks, ocean: 1 + Math.floor(random() * 60) }
  })
  const distributed = ({ blocks, ocean }: Game) => {
    const order = [...blocks.keys()].sort((a, b) => blocks[b]! - blocks[a]! || a - b)
    const [atoms, small] = [order.slice(0, 12), order.slice(12)]
    const water = ocean + small.reduce((sum, block) => sum + blocks[block]!, 0)
    const powers = new Map(atoms.map((block) => [block, oceanicPowerByDistribution([blocks[block]!, ...atoms.filter((other) => other !== block).map((other) => blocks[other]!)], water)]))
    const left = 1 - [...powers.values()].reduce((sum, power) => sum + power, 0)
    return named(blocks.map((block, at) => powers.get(at) ?? (left * block) / water))
  }

  it('is the same for 8 to 15 blocks, by the distribution of what has arrived (100 games, seeds 141001 to 141100)', () => {
    expect(wide.filter(({ blocks }) => blocks.length > 12).length).toBeGreaterThan(20)
    expect(differences(found, distributed, wide)).toEqual([])
    expect(differences((game) => found({ ...game, ocean: game.ocean + 1 }), distributed, wide.slice(0, 20)).length).toBeGreaterThan(20)
  })

  it('moves with the order of the blocks, stays in another unit, and blocks without votes change nothing', () => {
    for (const { seed, blocks, ocean } of games) {
      const order = shuffled(blocks.length, seededRandom(seed))
      const powers = oceanicPowers(blocks, ocean)
      const [moved, inVotes, withNobody] = [oceanicPowers(order.map((block) => blocks[block]!), ocean), oceanicPowers(blocks.map((block) => block * 1_024), ocean * 1_024), oceanicPowers([...blocks, 0], ocean)]
      order.forEach((block, at) => expect(moved[at], `seed ${seed}`).toBeCloseTo(powers[block]!, 9))
      powers.forEach((power, block) => expect([inVotes[block]!, withNobody[block]!].every((other) => Math.abs(other - power) < 1e-9), `seed ${seed}`).toBe(true))
      expect(withNobody[blocks.length]).toBe(0)
    }
  })

  it('never gives more than everything, and small blocks beyond the twelfth the price of water', () => {
    const random = seededRandom(5)
    for (let world = 0; world < 20; world++) {
      const blocks = Array.from({ length: 1 + Math.floor(random() * 14) }, () => random() * 0.06)
      const powers = oceanicPowers(blocks, 1 - blocks.reduce((sum, block) => sum + block, 0))
      expect(powers.every((power) => power >= 0)).toBe(true)
      expect(powers.reduce((sum, power) => sum + power, 0)).toBeLessThanOrEqual(1 + 1e-12)
    }
    expect(() => oceanicPowers([0.2], 0)).toThrow(RangeError)
  })
})

describe('voting power of the direct holders', () => {
  it('is exact up to 16 blocks, and sampled with its seed and standard error above', () => {
    const sixteen = knownBlocks(heldBy(...Array.from({ length: 16 }, () => 1 / 16)), 0)
    expect(sixteen.sampled).toBeUndefined()
    expect(sixteen.powers.get(1)).toMatchObject({ shapleyShubikError: 0, banzhafError: 0 })
    expect(sixteen.powers.get(1)!.shapleyShubik).toBeCloseTo(1 / 16, 12)
    const many = knownBlocks(heldBy(0.4, ...Array.from({ length: 24 }, () => 0.025)), 0)
    expect(many.sampled).toMatchObject({ seed: 1, samples: 20_000, blocks: 25 })
    expect(many.sampled!.standardError).toBeGreaterThan(0)
    // Decisive at 16 of 25 places: when 5 to 20 of the small ones came before.
    expect(Math.abs(many.powers.get(1)!.shapleyShubik! - 16 / 25)).toBeLessThan(4 * many.sampled!.standardError)
    expect(knownBlocks(heldBy(0.4, ...Array.from({ length: 24 }, () => 0.025)), 0)).toEqual(many)
  })

  it('is not said where a block is known only within bounds', () => {
    expect(knownBlocks(stakeGraph(3, [{ holder: 1, held: 0, shareLow: 0.25, shareHigh: 0.5 }, stake(2, 0, 0.2)]), 0).powers.size).toBe(0)
  })
})

//   P ──51──▶ H ──60──▶ O1 ◀──40── Q       H ──30──▶ O2 ◀──25── P,  45 Q       (values 100 each: P 155, H 130, Q 45)
describe('network control over one company', () => {
  const [P, Q, H, O1, O2] = [0, 1, 2, 3, 4] as const
  const graph = stakeGraph(5, [stake(P, H, 0.51), stake(Q, H, 0.49), stake(H, O1, 0.6), stake(Q, O1, 0.4), stake(H, O2, 0.3), stake(P, O2, 0.25), stake(Q, O2, 0.45)])
  it('adds up to the published figures over all companies', () => {
    const total = (holder: number) => 100 * ((networkControlOver(graph, O1).get(holder) ?? 0) + (networkControlOver(graph, O2).get(holder) ?? 0))
    expect([P, H, Q].map((holder) => Math.round(total(holder) * 1e9) / 1e9)).toEqual([155, 130, 45])
  })
  it('counts no votes of a nominee, and has nobody above a company without holders', () => {
    expect(networkControlOver(stakeGraph(2, [stake(1, 0, 0.9, { flags: StakeFlag.NOMINEE })]), 0).size).toBe(0)
    expect(networkControlOver(graph, P).size).toBe(0)
  })
})
