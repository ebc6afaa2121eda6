import { describe, expect, it } from 'vitest'
import { ControlKind } from '#analytics/control/control-kind.ts'
import { controllersOf } from '#analytics/control/controllers-of.ts'
import { jointControllersAbove, jointlyControlled } from '#analytics/control/joint-reach.ts'
import { controlBounds } from '#analytics/control/possible-control.ts'
import { StakeFlag, stakeGraph } from '#analytics/ownership/stake-graph.ts'
import type { StakeGraph } from '#analytics/ownership/stake-graph.ts'
import { row } from '#analytics/parts/rows.ts'
import { actorReach } from '#analytics/record/actor-reach.ts'
import { certainPresence, certainVotes, controlled } from '../oracles/slow-exposure.ts'
import { viewOf, wideWorld } from '../random-places.ts'

const joint = (holder: number, held: number, more = 0) => ({ holder, held, shareLow: 0.5, shareHigh: 0.5, flags: StakeFlag.JOINT | more })
const share = (holder: number, held: number, part: number) => ({ holder, held, shareLow: part, shareHigh: part })
const controlledIn = (graph: StakeGraph) => {
  const { controls, controlsStart } = controlBounds(graph).certain
  return (node: number) => controls.subarray(controlsStart[node], controlsStart[node + 1])
}
const below = (graph: StakeGraph, actor: number) => [...jointlyControlled(graph, actor, controlledIn(graph))].sort((a, b) => a - b)
const above = (graph: StakeGraph, target: number) => [...jointControllersAbove(graph, target, (node) => row(controllersOf(controlBounds(graph).certain), node))].sort((a, b) => a - b)

//   TOP ──100 %──▶ P ──joint──▶ V ◀──joint── Q        V ──100 %──▶ W ──joint──▶ X ◀──joint── R
const [TOP, P, Q, V, W, X, R] = [0, 1, 2, 3, 4, 5, 6] as const
const CHAIN = stakeGraph(7, [share(TOP, P, 1), joint(P, V), joint(Q, V), share(V, W, 1), joint(W, X), joint(R, X)])

describe('joint control over several steps', () => {
  it('goes up to who controls a party, and down to what a venture controls or shares', () => {
    expect(below(CHAIN, TOP)).toEqual([V, W, X])
    expect(below(CHAIN, Q)).toEqual([V, W, X])
    expect(below(CHAIN, V)).toEqual([X])
    expect(below(CHAIN, X)).toEqual([])
    expect(above(CHAIN, X)).toEqual([TOP, P, Q, V, W, R])
    expect(above(CHAIN, W)).toEqual([TOP, P, Q])
    expect(above(CHAIN, P)).toEqual([])
  })

  it('does not rest on what is held in the name of others, nor on a company’s part in itself', () => {
    expect(below(stakeGraph(3, [joint(0, 1, StakeFlag.NOMINEE), joint(2, 1)]), 0)).toEqual([])
    expect(below(stakeGraph(2, [joint(0, 0), share(0, 1, 1)]), 0)).toEqual([])
    expect(above(stakeGraph(2, [joint(0, 0), joint(1, 0)]), 0)).toEqual([1])
  })

  it('goes round a ring of ventures once', () => {
    const ring = stakeGraph(3, [joint(0, 1), joint(1, 2), joint(2, 0)])
    expect([below(ring, 0), above(ring, 0)]).toEqual([[1, 2], [1, 2]])
  })
})

const SEEDS = Array.from({ length: 60 }, (_, at) => 260_001 + at)
describe(`joint control in ${SEEDS.length} worlds of 60 to 200 things (seeds from ${SEEDS[0]})`, () => {
  it('is what an exposure counts in part, looked at from above and from below', async () => {
    let found = 0
    for (const seed of SEEDS) {
      const world = wideWorld(seed)
      const { stakes, snapshot } = await viewOf(world)
      const upwards = new Map<number, ReadonlySet<number>>()
      for (const name of world.organisations) {
        const actor = snapshot.indexOf(name)!
        const alone = controlled(world, name, certainVotes)
        const expected = [...certainPresence(world, name).keys()].filter((node) => !alone.has(node)).map((node) => snapshot.indexOf(node)!).sort((a, b) => a - b)
        const shared = below(stakes, actor)
        expect(shared.filter((node) => !alone.has(snapshot.nodes.ids[node]!)), `seed ${seed}, ${name}`).toEqual(expected)
        expect([...actorReach(stakes, actor)].filter(([, { low, kind }]) => low > 0 && kind === ControlKind.JOINT).map(([node]) => node).sort((a, b) => a - b)).toEqual(expected)
        for (const node of shared) {
          if (!upwards.has(node)) upwards.set(node, new Set(above(stakes, node)))
          expect(upwards.get(node)!.has(actor), `seed ${seed}, ${name} above ${snapshot.nodes.ids[node]!}`).toBe(true)
        }
        found += expected.length
      }
      for (const [node, all] of upwards) for (const actor of all) expect(below(stakes, actor)).toContain(node)
    }
    expect(found).toBeGreaterThan(20 * SEEDS.length)
  })
})
