import { describe, expect, it } from 'vitest'
import { eachHolding } from '#analytics/many-owners/holdings-block.ts'
import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import { integratedHolders, integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { followedShare, inverseUpperBounds } from '../oracles/dense-inverse.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

const sampleOf = ({ seed, size }: OwnershipWorld): number[] => shuffled(size, seededRandom(seed)).slice(0, 5)
/** A method that answers once for each network. */
function once(method: (world: OwnershipWorld) => Findings): (world: OwnershipWorld) => Findings {
  const answered = new Map<OwnershipWorld, Findings>()
  return (world) => {
    const answer = answered.get(world) ?? method(world)
    answered.set(world, answer)
    return answer
  }
}
const keep = (name: string, high: number): Findings => (high > 1e-12 ? { [`${name}, high`]: high } : {})

describe('the largest share of a pair where ranges lie in circles, against one dense inverse', () => {
  const worlds = randomWorlds('ranges in circles up to 200 nodes', 240_001, 900, { upTo: 200, parallel: true }).filter(({ cyclic }) => cyclic)
  const solved = new Map(worlds.map((world) => [world, inverseUpperBounds(world)]))
  const up = once((world) => Object.assign({}, ...sampleOf(world).flatMap((target) =>
    integratedHolders(stakeGraph(world.size, world.stakes), target).holders.map(({ node, high }) => keep(`${node} in ${target}`, high)))))
  const down = once((world) => Object.assign({}, ...sampleOf(world).flatMap((holder) =>
    integratedHoldings(stakeGraph(world.size, world.stakes), holder).holdings.map(({ node, high }) => keep(`${holder} in ${node}`, high)))))
  const ofMany = once((world) => {
    const findings: Findings = {}
    integratedHoldingsOfMany(stakeGraph(world.size, world.stakes), sampleOf(world), (block) => block.owners.forEach((owner, column) =>
      eachHolding(block, column, (node, _low, high) => Object.assign(findings, keep(`${owner} in ${node}`, high)))))
    return findings
  })
  /** Bounds of the pairs both say something about: a pair with a node in a ring that owns itself outright has no number. */
  const expected = (asked: (world: OwnershipWorld) => Findings) => (world: OwnershipWorld): Findings => {
    const said = asked(world)
    return Object.fromEntries(Object.entries(solved.get(world)!.bounds).filter(([name]) => said[name] !== undefined))
  }

  it(`agrees looking up, looking down and for many owners at once (${worlds.length} networks of up to ${Math.max(...worlds.map(({ size }) => size))} nodes, seeds 240001 to 240900, `
    + `in ${[...solved.values()].filter(({ endless }) => endless > 0).length} of them some largest shares have no finite sum)`, () => {
    expect(worlds.length).toBeGreaterThan(500)
    for (const asked of [up, down, ofMany]) expect(differences(asked, expected(asked), worlds, 1e-8)).toEqual([])
    const compared = worlds.reduce((sum, world) => sum + Object.keys(expected(up)(world)).length, 0)
    expect(compared).toBeGreaterThan(5_000)
  })

  it('would differ if a largest share were a sixty-fourth larger', () => {
    const uncapped = once((world) => up({ ...world, stakes: world.stakes.map((stake) => ({ ...stake, shareHigh: Math.min(1, stake.shareHigh + 1 / 64) })) }))
    expect(differences(uncapped, expected(uncapped), worlds.slice(0, 100), 1e-8).length).toBeGreaterThan(100)
  })
})

interface RangedWorld extends OwnershipWorld { readonly ranged: readonly number[] }

/** Networks of 60 to 200 nodes in which all shares are exact but those of up to six stakes, most of them near each other. */
function fewRanges(seed: number): RangedWorld {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const size = 60 + below(141)
  const stakes = Array.from({ length: size }, (_, held) => {
    let left = 16
    return [...new Set(Array.from({ length: 1 + below(3) }, () => (random() < 0.6 ? (held + 1 + below(4)) % size : below(size))))].flatMap((holder) => {
      const share = Math.min(left, 1 + below(9))
      left -= share
      return share > 0 ? [{ holder, held, shareLow: share / 16, shareHigh: share / 16 }] : []
    })
  }).flat()
  const start = below(stakes.length)
  const ranged = Array.from({ length: 1 + below(6) }, (_, step) => (start + 2 * step) % stakes.length)
  const widened = stakes.map((stake, at) => (ranged.includes(at) ? { ...stake, shareLow: stake.shareLow / 2, shareHigh: Math.min(1, stake.shareLow + 3 / 16) } : stake))
  return { seed, size, stakes: widened, cyclic: true, ranged }
}

describe('bounds against every corner of the ranges (500 networks of 60 to 200 nodes with up to six ranges, seeds 241001 to 241500)', () => {
  const worlds = Array.from({ length: 500 }, (_, at) => fewRanges(241_001 + at))
  /** Shares of some holders in a company with a ranged stake, in every corner that is possible: nobody is held by more than 100 %. */
  const corners = worlds.map((world) => {
    const target = world.stakes[world.ranged[0]!]!.held
    const { holders } = integratedHolders(stakeGraph(world.size, world.stakes), target)
    const asked = shuffled(holders.length, seededRandom(world.seed)).slice(0, 2).map((at) => holders[at]!)
    const sums = new Float64Array(world.size)
    for (const { held, shareLow } of world.stakes) sums[held]! += shareLow
    const shares: number[][] = []
    let isWidestPossible = false
    for (let corner = 0; corner < 2 ** world.ranged.length; corner++) {
      const isHigh = (at: number) => world.ranged.includes(at) && ((corner >> world.ranged.indexOf(at)) & 1) === 1
      const column = sums.slice()
      for (const at of world.ranged) if (isHigh(at)) column[world.stakes[at]!.held]! += world.stakes[at]!.shareHigh - world.stakes[at]!.shareLow
      if (column.some((sum) => sum > 1)) continue
      isWidestPossible ||= corner === 2 ** world.ranged.length - 1
      const chosen = world.stakes.map(({ holder, held, shareLow, shareHigh }, at) => ({ holder, held, share: isHigh(at) ? shareHigh : shareLow }))
      shares.push(asked.map(({ node }) => followedShare(world.size, chosen, node, target)))
    }
    return { world, asked, shares, isWidestPossible }
  })

  it('the lower bound is the least of all corners, the upper one never below the largest', () => {
    for (const { world, asked, shares } of corners) {
      asked.forEach(({ node, low, high }, at) => {
        const values = shares.map((corner) => corner[at]!)
        expect(Math.abs(low - Math.min(...values)), `seed ${world.seed}, holder ${node}`).toBeLessThan(1e-9)
        expect(high, `seed ${world.seed}, holder ${node}`).toBeGreaterThan(Math.max(...values) - 1e-9)
      })
    }
  })

  it('the upper bound is reached where all ranges can be at their largest together', () => {
    const possible = corners.filter(({ isWidestPossible }) => isWidestPossible)
    expect(possible.length).toBeGreaterThan(150)
    for (const { world, asked, shares } of possible) asked.forEach(({ node, high }, at) => expect(Math.abs(high - Math.max(...shares.map((corner) => corner[at]!))), `seed ${world.seed}, holder ${node}`).toBeLessThan(1e-9))
  })

  it('would be noticed if a bound were a hundredth of a percent off', () => {
    const off = corners.filter(({ asked, shares }) => asked.some(({ low, high }, at) => Math.abs(low * 1.0001 - Math.min(...shares.map((corner) => corner[at]!))) > 1e-9 || high * 0.9999 < Math.max(...shares.map((corner) => corner[at]!)) - 1e-9))
    expect(off.length).toBeGreaterThan(400)
  })
})
