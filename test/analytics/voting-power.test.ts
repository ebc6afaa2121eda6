import { describe, expect, it } from 'vitest'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { banzhaf, oceanicPower, shapleyShubik } from '#analytics/control/voting-power.ts'
import { slowBanzhaf, slowShapley } from '../oracles/slow-choices.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { differences } from './differences.ts'

const rounded = (values: Float64Array, digits = 4) => [...values].map((value) => Number(value.toFixed(digits)))

describe('voting power', () => {
  it('of 45, 20, 20, 15: one half and three sixths, by both indices', () => {
    expect(rounded(shapleyShubik({ votes: [45, 20, 20, 15] }).index)).toEqual([0.5, 0.1667, 0.1667, 0.1667])
    expect(rounded(banzhaf({ votes: [45, 20, 20, 15] }).index)).toEqual([0.5, 0.1667, 0.1667, 0.1667])
  })

  it('of 49, 49, 2: one third each, small as the third is', () => {
    expect(rounded(shapleyShubik({ votes: [49, 49, 2] }).index)).toEqual([0.3333, 0.3333, 0.3333])
    expect(rounded(banzhaf({ votes: [0.49, 0.49, 0.02] }).index)).toEqual([0.3333, 0.3333, 0.3333])
  })

  it('in the Council of 1958 (4, 4, 4, 2, 2, 1; 12 needed): Luxembourg has none', () => {
    const council = { votes: [4, 4, 4, 2, 2, 1], quota: 12, wins: 'at least' } as const
    expect(rounded(banzhaf(council).index)).toEqual([0.2381, 0.2381, 0.2381, 0.1429, 0.1429, 0])
    expect(rounded(shapleyShubik(council).index)).toEqual([0.2333, 0.2333, 0.2333, 0.15, 0.15, 0])
  })

  it('of exactly one half is not a majority: 50 and 50 decide together', () => {
    expect([...shapleyShubik({ votes: [50, 50] }).index]).toEqual([0.5, 0.5])
    expect([...shapleyShubik({ votes: [0.1, 0.2, 0.3] }).index]).not.toEqual([0, 0, 1]) // 0.1 + 0.2 is 0.3 but for rounding
  })

  it('is 0 for everybody when nobody can win, and nothing for nobody', () => {
    expect([...banzhaf({ votes: [10, 5], quota: 20 }).index]).toEqual([0, 0])
    expect([...shapleyShubik({ votes: [10, 5], quota: 20 }).index]).toEqual([0, 0])
    expect(shapleyShubik({ votes: [] }).index.length).toBe(0)
    expect(() => banzhaf({ votes: [1, -1] })).toThrow('at least 0')
  })

  it.each([[0.1, 0.111], [0.25, 0.333], [1 / 3, 0.5], [0.45, 0.818], [0.5, 1], [0.7, 1]])('of one block of %f against many small holders is %f', (share, power) => {
    expect(oceanicPower(share)).toBeCloseTo(power, 3)
  })

  it('of that block is what sampling finds with 400 small holders in place of the ocean', () => {
    const votes = [0.25, ...new Array<number>(400).fill(0.75 / 400)]
    const { index, standardError } = shapleyShubik({ votes }, { seed: 7, samples: 20_000 })
    expect(Math.abs(index[0]! - oceanicPower(0.25))).toBeLessThan(4 * standardError[0]! + 0.003)
  })

  const games = Array.from({ length: 500 }, (_, index) => {
    const random = seededRandom(70_001 + index)
    const votes = Array.from({ length: 1 + Math.floor(random() * 6) }, () => Math.floor(random() * 12))
    const total = votes.reduce((sum, vote) => sum + vote, 0)
    return { seed: 70_001 + index, votes, quota: random() < 0.5 ? total / 2 : Math.floor(random() * (total + 1)) }
  })
  type Game = (typeof games)[number]
  const named = (one: ArrayLike<number>, other: ArrayLike<number>) => Object.fromEntries([...Array.from(one, (value, i) => [`Shapley ${i}`, value]), ...Array.from(other, (value, i) => [`Banzhaf ${i}`, value])])
  const slow = ({ votes, quota }: Game) => named(slowShapley(votes, (sum) => sum > quota), slowBanzhaf(votes, (sum) => sum > quota))

  it('is what writing down all orders and coalitions gives (500 games, seeds from 70001)', () => {
    expect(differences((game) => named(shapleyShubik(game).index, banzhaf(game).index), slow, games)).toEqual([])
    expect(differences((game) => named(shapleyShubik({ ...game, wins: 'at least' }).index, banzhaf(game).index), slow, games).length).toBeGreaterThan(0)
  })

  it('moves with the blocks and does not change with the unit', () => {
    for (const { votes, quota, seed } of games.slice(0, 100)) {
      const order = shuffled(votes.length, seededRandom(seed))
      const moved = shapleyShubik({ votes: order.map((block) => votes[block]! * 3), quota: quota * 3 }).index
      const before = shapleyShubik({ votes, quota }).index
      order.forEach((block, place) => expect(moved[place]).toBeCloseTo(before[block]!, 12))
    }
  })

  it('above 16 blocks is sampled, with seed and standard error, and near the exact values', () => {
    const sixteen = [30, 20, 10, ...new Array<number>(13).fill(3)]
    const nineteen = [...sixteen, 0, 0, 0] // three blocks without votes change nothing
    for (const method of [shapleyShubik, banzhaf]) {
      const exact = method({ votes: sixteen })
      const sampled = method({ votes: nineteen }, { seed: 42, samples: 40_000 })
      expect(exact.sampled).toBeUndefined()
      expect(sampled.sampled).toMatchObject({ seed: 42 })
      exact.index.forEach((value, block) => expect(Math.abs(sampled.index[block]! - value)).toBeLessThan(5 * sampled.standardError[block]! + 1e-4))
      expect(sampled.standardError[0]).toBeGreaterThan(0)
      expect(method({ votes: nineteen }, { seed: 42, samples: 40_000 })).toEqual(sampled)
      expect([...sampled.index.slice(16)]).toEqual([0, 0, 0])
    }
  })

  it('stops soon after it is asked to', () => {
    const cancellation = new Cancellation({ signal: { aborted: true } })
    expect(() => banzhaf({ votes: new Array<number>(60).fill(1) }, { samples: 1_000_000, cancellation })).toThrow(Cancelled)
  })
})
