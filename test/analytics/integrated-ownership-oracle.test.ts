import { describe, expect, it } from 'vitest'
import { integratedHolders, integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import type { SolveOptions } from '#analytics/ownership/solve-walks.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { denseOwnership as denseOwnershipOf } from '../oracles/dense-ownership.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

const answered = new Map<OwnershipWorld, Findings>()
/** The oracle's answer, computed once per network. */
function denseOwnership(world: OwnershipWorld): Findings {
  const answer = answered.get(world) ?? denseOwnershipOf(world)
  answered.set(world, answer)
  return answer
}

/** Every pair looked at from the target. */
function lookingUp({ size, stakes }: OwnershipWorld, options: SolveOptions = {}): Findings {
  const graph = stakeGraph(size, stakes)
  const findings: Findings = {}
  for (let target = 0; target < size; target++) {
    const { holders, remainder, selfHolding } = integratedHolders(graph, target, options)
    for (const { node, ...holder } of holders) Object.assign(findings, pairFindings(`${node} in ${target}`, holder))
    if (remainder) Object.assign(findings, { [`unrecorded in ${target}, low`]: remainder.low, [`unrecorded in ${target}, high`]: remainder.high })
    if (selfHolding !== undefined) findings[`self-holding of ${target}`] = selfHolding
  }
  return findings
}

/** Every pair looked at from the holder. */
function lookingDown({ size, stakes }: OwnershipWorld, options: SolveOptions = {}): Findings {
  const graph = stakeGraph(size, stakes)
  const findings: Findings = {}
  for (let holder = 0; holder < size; holder++) {
    const { holdings } = integratedHoldings(graph, holder, options)
    for (const { node, ...held } of holdings) Object.assign(findings, pairFindings(`${holder} in ${node}`, held))
  }
  return findings
}

function pairFindings(pair: string, stake: { low: number; high: number; lowExclusive: boolean; highExclusive: boolean; allWalksLow: number }): Findings {
  return {
    [`${pair}, low`]: stake.low, [`${pair}, high`]: stake.high,
    [`${pair}, low open`]: Number(stake.lowExclusive), [`${pair}, high open`]: Number(stake.highExclusive),
    [`${pair}, all walks`]: stake.allWalksLow,
  }
}

const onlyPairs = (findings: Findings) => Object.fromEntries(Object.entries(findings).filter(([name]) => name.includes(' in ') && !name.startsWith('unrecorded')))
const withoutAllWalks = (findings: Findings) => Object.fromEntries(Object.entries(findings).filter(([name]) => !name.endsWith('all walks')))

describe.each([
  ['exact shares', randomWorlds('exact shares', 1, 300, { ranges: false })],
  ['ranges', randomWorlds('ranges', 10_001, 600)],
  ['minima above 100 %', randomWorlds('minima above 100 %', 20_001, 300, { overstated: true })],
])('integrated ownership against dense inverses: %s', (_name, worlds) => {
  it('agrees looking up', () => expect(differences(lookingUp, denseOwnership, worlds)).toEqual([]))

  it('agrees looking down', () => expect(differences(lookingDown, (world) => onlyPairs(denseOwnership(world)), worlds)).toEqual([]))

  it.each([
    ['reduced node by node', { exactUpTo: 0 }],
    ['reduced to a core of two', { exactUpTo: 2 }],
    ['iterated', { exactUpTo: 0, reduceLarge: false }],
  ])('agrees when every ring is %s', (_how, options) => {
    expect(differences((world) => lookingUp(world, options), denseOwnership, worlds)).toEqual([])
    expect(differences((world) => lookingDown(world, options), (world) => onlyPairs(denseOwnership(world)), worlds)).toEqual([])
  })

  it('is noticed when a stake is lost, a flag is turned, or walks that come back are counted', () => {
    const lost = (world: OwnershipWorld) => lookingUp({ ...world, stakes: world.stakes.slice(0, -1) })
    expect(differences(lost, denseOwnership, worlds).length).toBeGreaterThan(0)
    const shifted = (world: OwnershipWorld) => Object.fromEntries(Object.entries(lookingUp(world)).map(([name, value]) => [name, value + 1e-8]))
    expect(differences(shifted, denseOwnership, worlds).length).toBeGreaterThan(0)
    const turned = (world: OwnershipWorld) => Object.fromEntries(Object.entries(lookingUp(world)).map(([name, value]) => [name, name.endsWith('open') ? 1 - value : value]))
    expect(differences(turned, denseOwnership, worlds).length).toBeGreaterThan(0)
    const uncorrected = (world: OwnershipWorld) => {
      const findings = lookingUp(world)
      return Object.fromEntries(Object.entries(findings).map(([name, value]) => [name, name.endsWith(', low') ? findings[name.replace(', low', ', all walks')] ?? value : value]))
    }
    expect(differences(uncorrected, denseOwnership, worlds).length).toBeGreaterThan(0)
  })

  it('does not depend on how nodes are numbered or stakes are ordered', () => {
    const renumbered = (world: OwnershipWorld): Findings => {
      const random = seededRandom(world.seed)
      const to = shuffled(world.size, random)
      const from = to.map((_, node) => to.indexOf(node))
      const order = shuffled(world.stakes.length, random)
      const stakes = order.map((at) => ({ ...world.stakes[at]!, holder: to[world.stakes[at]!.holder]!, held: to[world.stakes[at]!.held]! }))
      const named = (name: string) => name.replace(/\d+/g, (node) => String(from[Number(node)]!))
      return Object.fromEntries(Object.entries(lookingUp({ ...world, stakes })).map(([name, value]) => [named(name), value]))
    }
    expect(differences(renumbered, lookingUp, worlds, 1e-10)).toEqual([])
  })

  it('adds up to 1 for every company: ultimate owners, unrecorded holders, closed loops', () => {
    for (const { seed, size, stakes } of worlds) {
      for (let target = 0; target < size; target++) {
        const { holders, remainder, inClosedLoops } = integratedHolders(stakeGraph(size, stakes), target)
        const total = holders.filter((holder) => holder.ultimate).reduce((sum, holder) => sum + holder.low, 0) + (remainder?.high ?? 0) + inClosedLoops
        expect(Math.abs(total - 1), `seed ${seed}, node ${target}: ${total}`).toBeLessThan(1e-9)
      }
    }
  })

  it('every number lies in its bounds: shares drawn inside the ranges give a value inside the interval', () => {
    for (const world of worlds.slice(0, 150)) {
      const random = seededRandom(world.seed)
      const bounds = lookingUp(world)
      if (integratedHolders(stakeGraph(world.size, world.stakes), 0).overstated.length > 0) continue
      const drawn = world.stakes.map((stake) => {
        const share = stake.shareLow + random() * (stake.shareHigh - stake.shareLow)
        return { ...stake, shareLow: share, shareHigh: share, shareLowExclusive: false, shareHighExclusive: false }
      })
      const isPossible = [...Array(world.size).keys()].every((held) => drawn.filter((stake) => stake.held === held).reduce((sum, stake) => sum + stake.shareLow, 0) <= 1)
      if (!isPossible) continue
      for (const [name, value] of Object.entries(withoutAllWalks(lookingUp({ ...world, stakes: drawn })))) {
        if (!name.endsWith(', low')) continue
        expect(value, `seed ${world.seed}: ${name}`).toBeGreaterThanOrEqual((bounds[name] ?? 0) - 1e-9)
        expect(value, `seed ${world.seed}: ${name}`).toBeLessThanOrEqual((bounds[name.replace(', low', ', high')] ?? 1) + 1e-9)
      }
    }
  })
})
