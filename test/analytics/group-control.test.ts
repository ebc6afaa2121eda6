import { describe, expect, it } from 'vitest'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import { isDirectMajority } from '#analytics/control/direct-majority.ts'
import { controlClosure, controlledBy, controllersOf } from '#analytics/control/group-control.ts'
import { groupVotes } from '#analytics/control/group-votes.ts'
import { jointControllers } from '#analytics/control/joint-controllers.ts'
import { isSignificantInterest } from '#analytics/control/significant-interest.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag, stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { topControllers } from '#analytics/control/top-controllers.ts'
import { naiveControl } from '../oracles/naive-control.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { Findings } from './differences.ts'
import { differences } from './differences.ts'
import type { NamedStake } from './ownership-examples.ts'
import { C1, C2, C3, namedGraph, O6, P1 } from './ownership-examples.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

const { MEMBERSHIP, GROUP, MAJORITY } = ControlKind

/** What a named actor controls, as name → kind. */
function controls(stakes: readonly NamedStake[], actor: string): Record<string, number> {
  const { graph, names, node } = namedGraph(stakes)
  const { nodes, kinds } = controlledBy(graph, node(actor))
  return Object.fromEntries([...nodes].map((each, at) => [names[each], kinds[at]!]))
}

const share = (holder: number, held: number, amount: number, rest: Partial<Stake> = {}): Stake => ({ holder, held, shareLow: amount, shareHigh: amount, ...rest })
const kindsOf = (size: number, stakes: Stake[], actor = 0): Record<string, number> => {
  const { nodes, kinds } = controlledBy(stakeGraph(size, stakes), actor)
  return Object.fromEntries([...nodes].map((node, at) => [node, kinds[at]!]))
}

describe('group control, worked examples', () => {
  it('C1 follows a chain of majorities', () => expect(controls(C1, 'A')).toEqual({ B: MAJORITY, C: GROUP }))

  it('C2 adds what a controlled firm holds: 30 % + 25 %', () => {
    expect(controls(C2, 'A')).toEqual({ B: MAJORITY, C: GROUP })
    expect(controls(C2, 'X')).toEqual({})
  })

  it('C3 does not let two firms that hold each other lift an outsider into control', () => expect(controls(C3, 'A')).toEqual({}))

  it('O6 two bands of more than 50 % leave the share open and control certain', () => expect(controls(O6, 'A')).toEqual({ B: MAJORITY, C: GROUP }))

  it('P1 gives P the whole value of both companies', () => {
    const { H, O1, O2 } = controls(P1, 'P')
    expect([H, O1, O2]).toEqual([MAJORITY, GROUP, GROUP])
    expect(100 * Number(O1 !== undefined) + 100 * Number(O2 !== undefined)).toBe(200)
    expect(controls(P1, 'Q')).toEqual({})
  })
})

describe('group control, rules', () => {
  it('half is not a majority, "more than half" is', () => {
    expect(kindsOf(2, [share(0, 1, 0.5)])).toEqual({})
    expect(kindsOf(2, [share(0, 1, 0.5, { shareLowExclusive: true, shareHigh: 0.75 })])).toEqual({ 1: MAJORITY })
  })

  it('parts that add up to half by rounding above it are still half', () => {
    const parts = [0.1, 0.2, 0.2 + 1e-16]
    const stakes = parts.flatMap((part, at) => [share(0, at + 1, 1), share(at + 1, 4, part)])
    expect(kindsOf(5, stakes)).toEqual({ 1: MAJORITY, 2: MAJORITY, 3: MAJORITY })
  })

  it('unknown votes, nominees and joint parties cast no vote', () => {
    expect(kindsOf(2, [share(0, 1, 0.9, { votesLow: Number.NaN, votesHigh: Number.NaN })])).toEqual({})
    expect(kindsOf(2, [share(0, 1, 0.9, { flags: StakeFlag.NOMINEE })])).toEqual({})
    expect(kindsOf(2, [share(0, 1, 0.9, { flags: StakeFlag.JOINT })])).toEqual({})
    expect(kindsOf(2, [share(0, 1, 0.9, { flags: StakeFlag.NOMINEE | StakeFlag.CONSOLIDATES })])).toEqual({})
  })

  it('votes count where they differ from shares', () => {
    expect(kindsOf(2, [share(0, 1, 0.1, { votesLow: 0.6, votesHigh: 0.6 })])).toEqual({ 1: MAJORITY })
    expect(kindsOf(2, [share(0, 1, 0.9, { votesLow: 0.2, votesHigh: 0.2 })])).toEqual({})
  })

  it('some unknown part beside exactly one half is no majority', () => {
    expect(kindsOf(3, [share(0, 1, 1), share(0, 2, 0.5), { holder: 1, held: 2, shareLow: 0, shareHigh: 0.5, shareLowExclusive: true }])).toEqual({ 1: MAJORITY })
  })

  it('consolidation controls whatever the share, directly as a majority, further down as a group', () => {
    const link = { flags: StakeFlag.CONSOLIDATES }
    expect(kindsOf(3, [share(0, 1, 0, link), share(1, 2, 0, link)])).toEqual({ 1: MAJORITY, 2: GROUP })
  })

  it('membership labels everything that rests on it, and nothing that does not need it', () => {
    const link = { flags: StakeFlag.MEMBERSHIP }
    //   0 ─member─▶ 1 ──60 %──▶ 2 ◀──60 %── 3 ◀──60 %── 0    and 2 is reached without the membership
    expect(kindsOf(4, [share(0, 1, 0, link), share(1, 2, 0.4), share(3, 2, 0.6), share(0, 3, 0.6)])).toEqual({ 1: MEMBERSHIP, 2: GROUP, 3: MAJORITY })
    expect(kindsOf(3, [share(0, 1, 0, link), share(1, 2, 0.6)])).toEqual({ 1: MEMBERSHIP, 2: MEMBERSHIP })
    expect(kindsOf(3, [share(0, 1, 0, link), share(0, 2, 0.3), share(1, 2, 0.3)])).toEqual({ 1: MEMBERSHIP, 2: MEMBERSHIP })
  })

  it('joint control is split over the named parties and controls nobody', () => {
    const graph = stakeGraph(4, [share(0, 3, 0.5, { flags: StakeFlag.JOINT }), share(2, 3, 0.5, { flags: StakeFlag.JOINT }), share(1, 3, 0)])
    expect(jointControllers(graph, 3)).toEqual({ parties: Int32Array.of(0, 2), kappa: 0.5 })
    expect(jointControllers(graph, 0)).toEqual({ parties: new Int32Array(0), kappa: 0 })
    expect(controllersOf(graph, 3).nodes).toHaveLength(0)
  })

  it('direct majority, votes of a group and significant interest', () => {
    const { graph, node } = namedGraph(C2)
    const byMajority = Array.from(graph.held.keys()).filter((entry) => isDirectMajority(graph, entry)).map((entry) => [graph.holder[entry], graph.held[entry]])
    expect(byMajority).toEqual([[node('A'), node('B')]])
    const votes = groupVotes(graph, new Set([node('A'), node('B')]), node('C'))
    expect(votes).toMatchObject({ low: expect.closeTo(0.55, 12), high: expect.closeTo(0.55, 12) })
    expect(groupVotes(graph, new Set([node('X')]), node('B'))).toBeUndefined()
    expect(isSignificantInterest(undefined, votes)).toBe(true)
    const quarter = { low: 0.5 * 0.5 - 1e-17, high: 0.3, lowExclusive: false, highExclusive: false, statedOnly: false }
    expect([isSignificantInterest(quarter, undefined), isSignificantInterest(quarter, undefined, 0.3), isSignificantInterest(undefined, undefined)]).toEqual([true, false, false])
  })

  it('refuses a node that does not exist', () => {
    expect(() => controlledBy(stakeGraph(1, []), 1)).toThrow(RangeError)
    expect(() => controllersOf(stakeGraph(1, []), 1)).toThrow(RangeError)
  })
})

/** Pairs found by each of the three forms. */
const forms: Record<string, (world: OwnershipWorld) => Findings> = {
  controlledBy: ({ size, stakes }) => {
    const graph = stakeGraph(size, stakes)
    return Object.fromEntries([...Array(size).keys()].flatMap((actor) => {
      const { nodes, kinds } = controlledBy(graph, actor)
      return [...nodes].map((node, at) => [`${actor} controls ${node}`, kinds[at]!])
    }))
  },
  controllersOf: ({ size, stakes }) => {
    const graph = stakeGraph(size, stakes)
    return Object.fromEntries([...Array(size).keys()].flatMap((node) => {
      const { nodes, kinds } = controllersOf(graph, node)
      return [...nodes].map((actor, at) => [`${actor} controls ${node}`, kinds[at]!])
    }))
  },
  controlClosure: ({ size, stakes }) => {
    const { controlsStart, controls, kind } = controlClosure(stakeGraph(size, stakes))
    const findings: Findings = {}
    for (let actor = 0; actor < size; actor++) for (let at = controlsStart[actor]!; at < controlsStart[actor + 1]!; at++) findings[`${actor} controls ${controls[at]}`] = kind[at]!
    return findings
  },
}

describe.each(Object.entries(forms))('group control against a naive fixed point: %s', (name, method) => {
  const worlds = randomWorlds(`control, ${name}`, 30_001, 600, { control: true })
  const sparse = worlds.map(({ stakes, ...world }) => ({ ...world, stakes: stakes.filter((_, at) => at % 3 !== 2) }))

  it('agrees', () => {
    expect(differences(method, naiveControl, worlds)).toEqual([])
    expect(differences(method, naiveControl, sparse)).toEqual([])
  })

  it('occurs in every kind in these networks', () => {
    const kinds = worlds.flatMap((world) => Object.values(method(world)))
    for (const kind of [MEMBERSHIP, GROUP, MAJORITY]) expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(50)
  })

  it('is noticed when a stake is lost or a kind is wrong', () => {
    expect(differences(({ stakes, ...world }) => method({ ...world, stakes: stakes.slice(1) }), naiveControl, worlds).length).toBeGreaterThan(0)
    const relabelled = (world: OwnershipWorld) => Object.fromEntries(Object.entries(method(world)).map(([pair, kind]) => [pair, kind === GROUP ? MAJORITY : kind]))
    expect(differences(relabelled, naiveControl, worlds).length).toBeGreaterThan(0)
  })

  it('does not depend on how nodes are numbered', () => {
    const renumbered = (world: OwnershipWorld): Findings => {
      const to = shuffled(world.size, seededRandom(world.seed))
      const stakes = world.stakes.map((stake) => ({ ...stake, holder: to[stake.holder]!, held: to[stake.held]! }))
      return Object.fromEntries(Object.entries(method({ ...world, stakes })).map(([pair, kind]) => [pair.replace(/\d+/g, (node) => String(to.indexOf(Number(node)))), kind]))
    }
    expect(differences(renumbered, method, worlds)).toEqual([])
  })
})

describe('who decides over a company in the end', () => {
  const worlds = randomWorlds('deciders up to 60 nodes', 281_001, 500, { control: true, upTo: 60 })
  const asked = ({ seed, size }: OwnershipWorld) => shuffled(size, seededRandom(seed)).slice(0, 6)
  const named = (target: number, nodes: readonly number[]) => Object.fromEntries(nodes.map((node) => [`${node} over ${target}`, 1]))
  const found = (world: OwnershipWorld): Findings => Object.assign({}, ...asked(world).map((target) => { const { nodes, jointly } = topControllers(stakeGraph(world.size, world.stakes), target); return jointly ? {} : named(target, nodes) }))
  const slow = (world: OwnershipWorld): Findings => {
    const pairs = naiveControl(world)
    const controlsOther = (one: number, other: number) => `${one} controls ${other}` in pairs
    return Object.assign({}, ...asked(world).map((target) => {
      const controllers = Array.from({ length: world.size }, (_, node) => node).filter((node) => node !== target && controlsOther(node, target))
      return named(target, controllers.filter((one) => !controllers.some((other) => other !== one && controlsOther(other, one) && !(controlsOther(one, other) && one < other))))
    }))
  }

  it('are the controllers that no other one controls, a circle by its smallest number', () => {
    expect(differences(found, slow, worlds)).toEqual([])
    expect(differences((world) => found({ ...world, stakes: world.stakes.slice(0, -1) }), slow, worlds).length).toBeGreaterThan(20)
    expect(worlds.filter((world) => Object.keys(slow(world)).length > 1).length).toBeGreaterThan(250)
  })

  it('is one question for a chain, not one for each of its firms (3,000 firms)', () => {
    const size = 3_000
    for (const order of [(at: number) => at, (at: number) => size - 1 - at]) {
      const graph = stakeGraph(size, Array.from({ length: size - 1 }, (_, at) => share(order(at), order(at + 1), 0.51)))
      expect(topControllers(graph, order(size - 1))).toEqual({ nodes: [order(0)], jointly: false })
    }
  })

  it('stops when it is asked to', () => {
    const graph = stakeGraph(3_000, Array.from({ length: 2_999 }, (_, at) => share(at, at + 1, 0.51)))
    expect(() => topControllers(graph, 2_999, new Cancellation({ signal: { aborted: true } }))).toThrow(Cancelled)
  })
})

describe('group control, large networks', () => {
  const chain = (size: number) => stakeGraph(size, Array.from({ length: size - 1 }, (_, holder) => share(holder, holder + 1, 0.51)))

  it('follows a chain of 10,000 majorities from either end', () => {
    const graph = chain(10_000)
    expect(controlledBy(graph, 0).nodes).toHaveLength(9_999)
    expect(controllersOf(graph, 20).nodes).toHaveLength(20)
  })

  it('lists every pair of a chain of 1,000', () => {
    const { controlsStart, controls, kind } = controlClosure(chain(1_000))
    expect(controls).toHaveLength((1_000 * 999) / 2)
    expect([controlsStart[0], controlsStart[1], controlsStart[1_000]]).toEqual([0, 999, controls.length])
    expect([controls[0], kind[0], kind[1]]).toEqual([1, MAJORITY, GROUP])
  })

  //   Each of 30,000 firms is held by the one before it and by two others, in twentieths: one circle of all, much of it controlled.
  it('in a circle of 30,000 firms is what sweeping over all of them finds (seed 280001), under other numbers, too', () => {
    const size = 30_000
    const random = seededRandom(280_001)
    const stakes = Array.from({ length: size }, (_, held) => [
      share((held + size - 1) % size, held, (9 + Math.floor(random() * 12)) / 20), ...Array.from({ length: 2 }, () => share((held + size - 1 - Math.floor(random() * 40)) % size, held, (1 + Math.floor(random() * 4)) / 20)),
    ]).flat().filter(({ holder, held }, at, all) => holder !== held && all.findIndex((other, before) => before >= at - 2 && other.held === held && other.holder === holder) === at)
    const swept = (actor: number): number[] => {
      const group = new Set([actor])
      for (let before = 0; before !== group.size;) {
        before = group.size
        const votes = new Map<number, number>()
        for (const { holder, held, shareLow } of stakes) if (group.has(holder)) votes.set(held, (votes.get(held) ?? 0) + Math.round(20 * shareLow))
        for (const [held, twentieths] of votes) if (twentieths > 10) group.add(held)
      }
      return [...group].filter((node) => node !== actor).sort((a, b) => a - b)
    }
    const order = shuffled(size, random)
    const [graph, renumbered] = [stakeGraph(size, stakes), stakeGraph(size, stakes.map((stake) => ({ ...stake, holder: order[stake.holder]!, held: order[stake.held]! })))]
    const sizes = Array.from({ length: 8 }, () => Math.floor(random() * size)).map((actor) => {
      const expected = swept(actor)
      expect([...controlledBy(graph, actor).nodes].sort((a, b) => a - b)).toEqual(expected)
      expect([...controlledBy(renumbered, order[actor]!).nodes].sort((a, b) => a - b)).toEqual(expected.map((node) => order[node]!).sort((a, b) => a - b))
      return expected.length
    })
    expect(Math.max(...sizes)).toBeGreaterThan(10)
  })

  it('round a circle of 30,000 majorities is everything, from anywhere', () => {
    const size = 30_000
    const graph = stakeGraph(size, Array.from({ length: size }, (_, holder) => share(holder, (holder + 1) % size, 0.51)))
    for (const actor of [0, 15_000, 29_999]) expect(controlledBy(graph, actor).nodes).toHaveLength(size - 1)
  })
})
