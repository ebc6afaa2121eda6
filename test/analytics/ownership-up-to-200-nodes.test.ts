import { describe, expect, it } from 'vitest'
import { controlClosure, controlledBy, controllersOf } from '#analytics/control/group-control.ts'
import { eachHolding } from '#analytics/many-owners/holdings-block.ts'
import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import { integratedHolders, integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import type { SolveOptions } from '#analytics/ownership/solve-walks.ts'
import type { Stake, StakeGraph } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { inverseOwnership } from '../oracles/dense-inverse.ts'
import { naiveControl } from '../oracles/naive-control.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

const SAMPLED = 5
/** A few nodes of a network, the same ones for the same seed: not every node of every network is asked about. */
const sampleOf = ({ seed, size }: OwnershipWorld): number[] => shuffled(size, seededRandom(seed)).slice(0, SAMPLED)
const graphOf = ({ size, stakes }: OwnershipWorld): StakeGraph => stakeGraph(size, stakes)
const keep = (low: number, high: number, pair: string): Findings => (high > 1e-12 ? { [`${pair}, low`]: low, [`${pair}, high`]: high } : {})

const up = (options: SolveOptions = {}) => (world: OwnershipWorld): Findings => Object.assign({}, ...sampleOf(world).map((target) =>
  Object.assign({}, ...integratedHolders(graphOf(world), target, options).holders.map(({ node, low, high }) => keep(low, high, `${node} in ${target}`)))))
const down = (world: OwnershipWorld): Findings => Object.assign({}, ...sampleOf(world).map((holder) =>
  Object.assign({}, ...integratedHoldings(graphOf(world), holder).holdings.map(({ node, low, high }) => keep(low, high, `${holder} in ${node}`)))))
const ofMany = (world: OwnershipWorld): Findings => {
  const findings: Findings = {}
  integratedHoldingsOfMany(graphOf(world), sampleOf(world), (block) => block.owners.forEach((owner, column) => eachHolding(block, column, (node, low, high) => Object.assign(findings, keep(low, high, `${owner} in ${node}`)))))
  return findings
}

const answered = new Map<OwnershipWorld, Findings>()
/** What the dense inverse says about pairs of which the given end is among the sample. */
const oracle = (end: 'holder' | 'held') => (world: OwnershipWorld): Findings => {
  const all = answered.get(world) ?? inverseOwnership(world)
  answered.set(world, all)
  const sample = new Set(sampleOf(world))
  return Object.fromEntries(Object.entries(all).filter(([name]) => sample.has(Number(name.split(/ in |,/)[end === 'holder' ? 0 : 1]))))
}

describe.each([
  ['exact shares, with circles, own shares, rings of 100 % and several entries for a pair', randomWorlds('exact shares up to 200 nodes', 160_001, 420, { ranges: false, upTo: 200, parallel: true })],
  ['ranges, without circles', randomWorlds('ranges up to 200 nodes', 170_001, 900, { upTo: 200 }).filter(({ cyclic }) => !cyclic)],
])('integrated ownership against one dense inverse: %s', (_name, worlds) => {
  it('agrees looking up, looking down and for many owners at once', () => {
    expect(Math.max(...worlds.map(({ size }) => size))).toBeGreaterThan(180)
    expect(differences(up(), oracle('held'), worlds)).toEqual([])
    expect(differences(down, oracle('holder'), worlds)).toEqual([])
    expect(differences(ofMany, oracle('holder'), worlds)).toEqual([])
  })

  it.each([['reduced to a core of five', { exactUpTo: 5 }], ['iterated', { exactUpTo: 5, reduceLarge: false }]])('agrees where circles are %s', (_how, options) => {
    expect(differences(up(options), oracle('held'), worlds.slice(0, 150))).toEqual([])
  })

  it('is noticed when a stake is lost', () => {
    expect(differences((world) => up()({ ...world, stakes: world.stakes.slice(0, -1) }), oracle('held'), worlds.slice(0, 60)).length).toBeGreaterThan(30)
    expect(differences((world) => ofMany({ ...world, stakes: world.stakes.slice(0, -1) }), oracle('holder'), worlds.slice(0, 60)).length).toBeGreaterThan(30)
  })
})

describe('group control against a naive fixed point, up to 200 nodes', () => {
  const worlds = randomWorlds('control up to 200 nodes', 180_001, 520, { control: true, upTo: 200 })
  const pairs = (actor: number, nodes: Iterable<number>, kinds: ArrayLike<number>): Findings => Object.fromEntries(Array.from(nodes, (node, at) => [`${actor} controls ${node}`, kinds[at]!]))
  const controlled = (world: OwnershipWorld): Findings => Object.assign({}, ...sampleOf(world).map((actor) => { const { nodes, kinds } = controlledBy(graphOf(world), actor); return pairs(actor, nodes, kinds) }))
  const inClosure = (world: OwnershipWorld): Findings => {
    const { controls, controlsStart, kind } = controlClosure(graphOf(world))
    return Object.assign({}, ...sampleOf(world).map((actor) => pairs(actor, controls.subarray(controlsStart[actor], controlsStart[actor + 1]), kind.subarray(controlsStart[actor], controlsStart[actor + 1]))))
  }
  const slow = (world: OwnershipWorld) => naiveControl(world, sampleOf(world))

  it('agrees, forwards and in the closure of all', () => {
    expect(Math.max(...worlds.map(({ size }) => size))).toBeGreaterThan(180)
    expect(differences(controlled, slow, worlds)).toEqual([])
    expect(differences(inClosure, slow, worlds)).toEqual([])
  })

  it('has the same controllers from below', () => {
    for (const world of worlds) {
      const graph = graphOf(world)
      for (const target of sampleOf(world).slice(0, 2)) {
        const { nodes, kinds } = controllersOf(graph, target)
        const forwards = Array.from({ length: world.size }, (_, actor) => actor).filter((actor) => actor !== target).flatMap((actor) => { const { nodes: below, kinds: how } = controlledBy(graph, actor); const at = below.indexOf(target); return at < 0 ? [] : [[actor, how[at]]] })
        expect(Array.from(nodes, (node, at) => [node, kinds[at]]), `seed ${world.seed}, node ${target}`).toEqual(forwards)
      }
    }
  })

  it('is noticed when half is taken for a majority', () => {
    const generous = (world: OwnershipWorld) => controlled({ ...world, stakes: world.stakes.map((stake) => ({ ...stake, shareLowExclusive: true, votesLowExclusive: true })) })
    expect(differences(generous, slow, worlds.slice(0, 150)).length).toBeGreaterThan(20)
  })
})

/** A holder's stake goes through two shells it owns outright, half and half. */
function throughShells({ size, stakes }: OwnershipWorld): { readonly size: number; readonly stakes: Stake[] } {
  const [holder, shells] = [stakes[0]!.holder, [size, size + 1]]
  const split = stakes.flatMap((stake) => (stake.holder !== holder || stake.held === holder ? [stake]
    : shells.map((shell) => ({ ...stake, holder: shell, shareLow: stake.shareLow / 2, shareHigh: stake.shareHigh / 2 }))))
  return { size: size + 2, stakes: [...split, ...shells.map((shell) => ({ holder, held: shell, shareLow: 1, shareHigh: 1 }))] }
}

describe('what must not change the answers (220 networks up to 200 nodes)', () => {
  const worlds = randomWorlds('unchanged answers', 190_001, 220, { ranges: false, upTo: 200 }).filter(({ stakes }) => stakes.length > 0)
  const answers = (world: OwnershipWorld, sample = sampleOf(world)): Findings => {
    const graph = graphOf(world)
    return Object.assign({}, ...sample.flatMap((node) => [
      ...integratedHolders(graph, node).holders.map((one) => keep(one.low, one.high, `${one.node} in ${node}`)),
      ...Array.from(controlledBy(graph, node).nodes, (held) => ({ [`${node} controls ${held}`]: 1 })),
    ]))
  }

  it('another order of rows', () => {
    expect(differences((world) => answers({ ...world, stakes: shuffled(world.stakes.length, seededRandom(world.seed)).map((at) => world.stakes[at]!) }), answers, worlds, 0)).toEqual([])
  })

  it('other numbers of the nodes', () => {
    const renumbered = (world: OwnershipWorld): Findings => {
      const to = shuffled(world.size, seededRandom(world.seed + 1))
      const from = new Int32Array(world.size)
      to.forEach((now, node) => { from[now] = node })
      const moved = { ...world, stakes: world.stakes.map((stake) => ({ ...stake, holder: to[stake.holder]!, held: to[stake.held]! })) }
      return Object.fromEntries(Object.entries(answers(moved, sampleOf(world).map((node) => to[node]!))).map(([name, value]) => [name.replace(/\d+/g, (node) => String(from[Number(node)]!)), value]))
    }
    expect(differences(renumbered, answers, worlds, 1e-10)).toEqual([])
  })

  it('another network beside it', () => {
    const beside = (world: OwnershipWorld): Findings => {
      const other = worlds[(world.seed + 7) % worlds.length]!
      const moved = other.stakes.map((stake) => ({ ...stake, holder: stake.holder + world.size, held: stake.held + world.size }))
      return answers({ ...world, size: world.size + other.size, stakes: [...moved, ...world.stakes] }, sampleOf(world))
    }
    expect(differences(beside, answers, worlds, 1e-12)).toEqual([])
  })

  // kinds of control may change: a direct majority becomes one of the group
  it('a stake held through two shells that the holder owns: shares and control stay', () => {
    const shelled = (world: OwnershipWorld): Findings => {
      const { size, stakes } = throughShells(world)
      const isShell = (name: string) => (name.match(/\d+/g) ?? []).some((node) => Number(node) >= world.size)
      return Object.fromEntries(Object.entries(answers({ ...world, size, stakes }, sampleOf(world))).filter(([name]) => !isShell(name)))
    }
    expect(differences(shelled, answers, worlds, 1e-9)).toEqual([])
  })

  it('and a stake that is doubled does change them, so that all this would be noticed', () => {
    expect(differences((world) => answers({ ...world, stakes: [...world.stakes, world.stakes[0]!] }), answers, worlds).length).toBeGreaterThan(10)
  })
})
