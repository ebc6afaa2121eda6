import { describe, expect, it } from 'vitest'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { cyclesOf, stronglyConnectedComponents } from '#analytics/graphs/strongly-connected-components.ts'
import { mutualReach } from '../oracles/mutual-reach.ts'
import { differences } from './differences.ts'
import type { OwnershipWorld } from './random-ownership.ts'
import { randomWorlds } from './random-ownership.ts'

/** Names each component by its smallest node, as the oracle does. */
function groups({ size, stakes }: OwnershipWorld): Record<string, number> {
  const { componentOf } = stronglyConnectedComponents(stakeGraph(size, stakes))
  return Object.fromEntries([...componentOf].map((component, node) => [node, componentOf.indexOf(component)]))
}

describe('strongly connected components', () => {
  const worlds = randomWorlds('components', 1_000, 300)
  const oracle = ({ size, stakes }: OwnershipWorld) => Object.fromEntries(mutualReach(size, stakes).map((group, node) => [node, group]))

  it('groups the nodes that reach each other', () => {
    expect(differences(groups, oracle, worlds)).toEqual([])
    expect(worlds.filter((world) => world.cyclic).length).toBeGreaterThan(100)
  })

  it('is noticed when one stake is lost', () => {
    expect(differences(({ stakes, ...world }) => groups({ ...world, stakes: stakes.slice(1) }), oracle, worlds).length).toBeGreaterThan(0)
  })

  it('numbers owners before what they hold, and lists every node once', () => {
    for (const { size, stakes } of worlds) {
      const { componentOf, members, count, memberStart } = stronglyConnectedComponents(stakeGraph(size, stakes))
      for (const { holder, held } of stakes) expect(componentOf[holder]!).toBeLessThanOrEqual(componentOf[held]!)
      expect([...members].sort((a, b) => a - b)).toEqual([...Array(size).keys()])
      expect([memberStart.length, memberStart[count]]).toEqual([count + 1, size])
    }
  })

  it('follows a chain of 20,000 nodes and a ring of 20,000 without running out of stack', () => {
    const chain = Array.from({ length: 19_999 }, (_, holder) => ({ holder, held: holder + 1, shareLow: 1, shareHigh: 1 }))
    expect(stronglyConnectedComponents(stakeGraph(20_000, chain)).count).toBe(20_000)
    const ring = stakeGraph(20_000, [...chain, { holder: 19_999, held: 0, shareLow: 1, shareHigh: 1 }])
    expect(stronglyConnectedComponents(ring).count).toBe(1)
    expect(cyclesOf(ring, stronglyConnectedComponents(ring))[0]).toHaveLength(20_000)
  })
})
