import { describe, expect, it } from 'vitest'
import { clustersOf } from '#snapshot/clusters.ts'
import { dayNumber } from '#snapshot/day-number.ts'
import type { Shortcuts } from '#snapshot/effective-stakes.ts'
import { effectiveStakes } from '#snapshot/effective-stakes.ts'
import { countedStatements } from '#snapshot/in-force.ts'
import { randomStakes } from '../random-stakes.ts'
import { TODAY, aWorld } from '../worlds/snapshot-world.ts'

const WORLDS = 800
const GRADES = new Set([0, 1, 2, 3])

/** Stakes of a random world by the short way and by the long one, which reads every pair and every node by all rules. */
async function bothWays(seed: number, shortcuts?: Shortcuts) {
  const { nodes, statements } = randomStakes(seed)
  const snapshot = await aWorld(nodes, statements)
  const { counts } = countedStatements(snapshot, dayNumber(TODAY), GRADES, dayNumber(TODAY))
  const { canonical } = clustersOf(snapshot, counts)
  const long = effectiveStakes(snapshot, canonical, counts, { singly: false, together: () => true })
  return { short: effectiveStakes(snapshot, canonical, counts, shortcuts), long }
}

const isSame = (one: unknown, other: unknown): boolean => {
  try {
    expect(one).toEqual(other)
    return true
  } catch {
    return false
  }
}

describe('stakes by the short way', () => {
  it(`are those of the long way, statements and contradictions included, in ${WORLDS} random worlds`, async () => {
    let [stakes, disagreements, flagged] = [0, 0, 0]
    for (let seed = 1; seed <= WORLDS; seed++) {
      const { short, long } = await bothWays(seed)
      expect({ seed, ...short }).toEqual({ seed, ...long })
      stakes += short.stakes.holder.length
      disagreements += short.disagreements.length
      flagged += short.stakes.flags.filter((flags) => flags !== 0).length
    }
    expect([stakes > 10 * WORLDS, disagreements > WORLDS / 4, flagged > 2 * WORLDS]).toEqual([true, true, true])
  }, 60_000)

  it('would differ if holders named together were never read together', async () => {
    let differing = 0
    for (let seed = 1; seed <= 100; seed++) {
      const { short, long } = await bothWays(seed, { singly: true, together: () => false })
      if (!isSame(short, long)) differing++
    }
    expect(differing).toBeGreaterThan(20)
  })
})
