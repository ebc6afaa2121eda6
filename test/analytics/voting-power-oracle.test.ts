import { describe, expect, it } from 'vitest'
import { banzhaf, shapleyShubik } from '#analytics/control/voting-power.ts'
import type { VotingGame } from '#analytics/control/voting-power.ts'
import type { CountedGame, CountedPowers } from '../oracles/voting-by-counting.ts'
import { powersByCoalitions, powersByCounting } from '../oracles/voting-by-counting.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'

interface Game extends CountedGame { readonly seed: number }

/** Blocks of equal and of very different size, some without votes; half of all, half and one more, or any other quota. */
function randomGame(seed: number, blocks: (random: () => number) => number): Game {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const most = [3, 12, 60][seed % 3]!
  const votes = Array.from({ length: blocks(random) }, () => (random() < 0.12 ? 0 : random() < 0.15 ? 2 * most : 1 + below(most)))
  const total = votes.reduce((sum, vote) => sum + vote, 0)
  const quotaHalves = [total, total, 2 * below(total + 1), Math.round(2 * total / 3) * 2, 2 * votes[0]!][below(5)]!
  return { seed, votes, quotaHalves, wins: random() < 0.7 ? 'more than' : 'at least' }
}
const asked = ({ votes, quotaHalves, wins }: Game, unit = 1): VotingGame => ({ votes: votes.map((vote) => vote / unit), quota: quotaHalves / 2 / unit, wins })
const named = ({ shapley, banzhaf: swings }: CountedPowers): Findings => Object.fromEntries([...shapley.map((value, at) => [`Shapley ${at}`, value]), ...swings.map((value, at) => [`Banzhaf ${at}`, value])])
const found = (game: VotingGame): Findings => named({ shapley: [...shapleyShubik(game).index], banzhaf: [...banzhaf(game).index] })

const GAMES = Array.from({ length: 500 }, (_, at) => randomGame(230_001 + at, (random) => (at % 50 === 0 ? 16 : 6 + Math.floor(random() * 9))))
const canTie = ({ votes, quotaHalves }: Game) => votes.reduce<Set<number>>((sums, vote) => new Set([...sums, ...[...sums].map((sum) => sum + vote)]), new Set([0])).has(quotaHalves / 2)
const having = (what: (game: Game) => boolean) => GAMES.filter(what).length
const MIX = `${GAMES.length} games of 6 to 16 blocks, seeds 230001 to 230500: ${having(({ votes }) => votes.length === 16)} of 16 blocks, ${having(({ votes }) => votes.includes(0))} with blocks without votes, `
  + `${having(canTie)} in which a coalition has exactly the quota, ${having(({ quotaHalves, votes }) => quotaHalves !== votes.reduce((sum, vote) => sum + vote, 0))} with another quota than half, ${having(({ wins }) => wins === 'at least')} that are won with the quota itself`

describe(`voting power against every coalition, in whole numbers: ${MIX}`, () => {
  const slow = new Map(GAMES.map((game) => [game, named(powersByCoalitions(game))]))
  const expected = (game: Game) => slow.get(game)!

  it('is the same', () => expect(differences((game) => found(asked(game)), expected, GAMES, 1e-12)).toEqual([]))
  it('is the same with votes as hundredths, which do not add up exactly', () => expect(differences((game) => found(asked(game, 100)), expected, GAMES, 1e-12)).toEqual([]))
  it('is what counting coalitions by size and sum gives, which is another way', () => expect(differences((game) => named(powersByCounting(game)), expected, GAMES, 1e-12)).toEqual([]))

  it('would differ if the quota alone won, or a vote were lost', () => {
    const turned = (game: Game): VotingGame => ({ ...asked(game), wins: game.wins === 'at least' ? 'more than' : 'at least' })
    expect(differences((game) => found(turned(game)), expected, GAMES, 1e-12).length).toBeGreaterThan(500)
    const fewer = ({ votes, ...game }: Game) => asked({ ...game, votes: votes.map((vote, at) => (at === 1 && vote > 0 ? vote - 1 : vote)) })
    expect(differences((game) => found(fewer(game)), expected, GAMES, 1e-12).length).toBeGreaterThan(500)
  })
})

describe('what must not change voting power, in the same games', () => {
  const changed = (change: (game: Game) => readonly [game: Game, at: (block: number) => number]) => (game: Game): Findings => {
    const [other, at] = change(game)
    const { shapley, banzhaf: swings } = { shapley: shapleyShubik(asked(other)).index, banzhaf: banzhaf(asked(other)).index }
    return named({ shapley: game.votes.map((_, block) => shapley[at(block)]!), banzhaf: game.votes.map((_, block) => swings[at(block)]!) })
  }
  const same = (block: number) => block
  const some = GAMES.filter(({ votes }) => votes.length < 15)
  const before = (game: Game) => found(asked(game))

  it('another order of the blocks', () => expect(differences(changed((game) => {
    const order = shuffled(game.votes.length, seededRandom(game.seed))
    return [{ ...game, votes: order.map((block) => game.votes[block]!) }, (block) => order.indexOf(block)]
  }), before, some, 1e-12)).toEqual([]))

  it('every vote counted twice', () => expect(differences(changed((game) => [{ ...game, votes: game.votes.map((vote) => 2 * vote), quotaHalves: 2 * game.quotaHalves }, same]), before, some, 1e-12)).toEqual([]))
  it('one more block without votes', () => expect(differences(changed((game) => [{ ...game, votes: [...game.votes, 0] }, same]), before, some, 1e-12)).toEqual([]))
  it('blocks of one size have the same power, and a larger one never less', () => {
    for (const game of some) {
      const { index } = shapleyShubik(asked(game))
      const order = [...game.votes.keys()].sort((a, b) => game.votes[a]! - game.votes[b]!)
      order.slice(1).forEach((block, at) => {
        const step = index[block]! - index[order[at]!]!
        if (game.votes[block] === game.votes[order[at]!]) expect(Math.abs(step), `seed ${game.seed}`).toBeLessThan(1e-12)
        else expect(step, `seed ${game.seed}`).toBeGreaterThan(-1e-12)
      })
    }
  })
})

describe('sampled voting power against exact counting: 100 games of 17 to 40 blocks, seeds from 231001', () => {
  const games = Array.from({ length: 100 }, (_, at) => randomGame(231_001 + at, (random) => 17 + Math.floor(random() * 24)))
  const compared = games.flatMap((game) => {
    const exact = powersByCounting(game)
    const options = { seed: game.seed, samples: 8_000 }
    return [[exact.shapley, shapleyShubik(asked(game), options)], [exact.banzhaf, banzhaf(asked(game), options)]].flatMap(([powers, sampled]) => {
      const { index, standardError, sampled: how } = sampled as ReturnType<typeof banzhaf>
      return (powers as readonly number[]).map((power, block) => ({ seed: game.seed, block, power, off: Math.abs(index[block]! - power), error: standardError[block]!, how }))
    })
  })

  it('says its seed and how many samples were taken', () => {
    for (const { seed, how } of compared) expect(how).toMatchObject({ seed, samples: 8_000 })
  })

  it('lies within two standard errors as often as it should, and always within five', () => {
    const uncertain = compared.filter(({ error }) => error > 0)
    expect(uncertain.length).toBeGreaterThan(2_000)
    expect(uncertain.filter(({ off, error }) => off <= 2 * error).length / uncertain.length).toBeGreaterThan(0.93)
    expect(compared.filter(({ off, error }) => off > 5 * error)).toEqual([])
  })

  it('never says that it is sure of a power it has not seen: a quota of all but one vote, where hardly any coalition wins', () => {
    const votes = new Array<number>(40).fill(3)
    const { index, standardError } = banzhaf({ votes, quota: 119, wins: 'more than' }, { samples: 1_000 })
    expect(index.every((power) => power === 0) && standardError.every((error) => error === 1)).toBe(true) // each has 1/40
    const small = shapleyShubik({ votes: [1_000, ...votes], quota: 500 }, { samples: 1_000 })
    expect(small.index[1]).toBe(0)
    expect(small.standardError[1]).toBeCloseTo(0.001, 4)
  })

  it('gives nobody power over what is won without any votes, with 16 blocks as with 17', () => {
    for (const blocks of [16, 17]) {
      const game = { votes: new Array<number>(blocks).fill(1), quota: 0, wins: 'at least' } as const
      expect([shapleyShubik(game), banzhaf(game)].every(({ index }) => index.every((power) => power === 0))).toBe(true)
    }
  })

  it('would be noticed if the stated error were half of what it is', () => {
    const uncertain = compared.filter(({ error }) => error > 0)
    expect(uncertain.filter(({ off, error }) => off <= error).length / uncertain.length).toBeLessThan(0.8)
  })
})
