import { describe, expect, it } from 'vitest'
import type { IntegratedHolders } from '#analytics/integrated-ownership.ts'
import { integratedHolders, integratedHoldings } from '#analytics/integrated-ownership.ts'
import type { Stake } from '#analytics/stake-graph.ts'
import { stakeGraph } from '#analytics/stake-graph.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'

const exact = (holder: number, held: number, share: number): Stake => ({ holder, held, shareLow: share, shareHigh: share })

/** A ring of `size` firms, each holding `share(i)` of the next, an outsider of its own holding the rest; firms in random order. */
function ringWithOutsiders(size: number, share: (firm: number) => number): { stakes: Stake[]; firm: number[] } {
  const firm = shuffled(size, seededRandom(7))
  const stakes = firm.flatMap((node, at) => [exact(firm[(at + size - 1) % size]!, node, share(at)), ...(share(at) < 1 ? [exact(size + at, node, 1 - share(at))] : [])])
  return { stakes, firm }
}

/** A random component: a ring through all firms, two more stakes per firm, and 10 % left to outsiders nobody recorded. */
function randomComponent(size: number, seed: number): Stake[] {
  const random = seededRandom(seed)
  const stakes: Stake[] = []
  for (let held = 0; held < size; held++) {
    const holders = new Set([(held + 1) % size, Math.floor(random() * size), Math.floor(random() * size)])
    holders.delete(held)
    const parts = [...holders].map((holder) => ({ holder, part: random() }))
    const total = parts.reduce((sum, { part }) => sum + part, 0)
    for (const { holder, part } of parts) stakes.push(exact(holder, held, (0.9 * part) / total))
  }
  return stakes
}

/** ‖e + W x − x‖₁ / ‖e‖₁ of the sums over all walks, computed from the stakes alone. */
function relativeResidual({ holders, selfHolding }: IntegratedHolders, stakes: readonly Stake[], size: number, target: number): number {
  const walks = new Array<number>(size).fill(0)
  for (const { node, allWalksLow } of holders) walks[node] = allWalksLow
  walks[target] = 1 / (1 - selfHolding!)
  const difference = walks.map((value, node) => (node === target ? 1 : 0) - value)
  for (const { holder, held, shareLow } of stakes) difference[holder]! += shareLow * walks[held]!
  return difference.reduce((sum, value) => sum + Math.abs(value), 0)
}

describe('integrated ownership, large networks', () => {
  it('multiplies along a chain of 10,000 companies in both directions', () => {
    const share = 0.9999
    const graph = stakeGraph(10_000, Array.from({ length: 9_999 }, (_, holder) => exact(holder, holder + 1, share)))
    const up = integratedHolders(graph, 9_999)
    expect(up.holders).toHaveLength(9_999)
    expect(up.holders[0]).toMatchObject({ node: 0, low: expect.closeTo(share ** 9_999, 12), ultimate: true })
    expect(up.remainder?.high).toBeCloseTo(1 - share ** 9_999, 10)
    expect(integratedHoldings(graph, 0).holdings.at(-1)).toMatchObject({ node: 9_999, low: expect.closeTo(share ** 9_999, 12) })
  })

  //   ring of 600, 90 % each: outsider k steps away owns .1 × .9^k / (1 − .9^600)
  it('iterates a ring of 600 firms to a certified residual', () => {
    const { stakes, firm } = ringWithOutsiders(600, () => 0.9)
    const graph = stakeGraph(1_200, stakes)
    const target = firm[0]!
    const result = integratedHolders(graph, target)
    expect(result.residual).toBeGreaterThan(0)
    expect(result.residual).toBeLessThanOrEqual(1e-12)
    expect(relativeResidual(result, stakes, 1_200, target)).toBeLessThanOrEqual(1e-12)
    const share = (node: number) => result.holders.find((holder) => holder.node === node)?.low
    for (const steps of [0, 1, 5, 50]) expect(share(600 + ((600 - steps) % 600))).toBeCloseTo((0.1 * 0.9 ** steps) / (1 - 0.9 ** 600), 12)
    expect(share(firm[599]!)).toBeCloseTo(0.9, 12)
    expect(result.cycles[0]).toHaveLength(600)
    console.info(`ring of 600: relative residual ${result.residual.toExponential(2)}`)
  })

  it('gives the same numbers by iteration and by elimination, looking up and down, for 700 firms that hold each other', () => {
    const stakes = randomComponent(700, 11)
    const graph = stakeGraph(700, stakes)
    const iterated = integratedHolders(graph, 3)
    const eliminated = integratedHolders(graph, 3, { exactUpTo: 700 })
    expect(relativeResidual(iterated, stakes, 700, 3)).toBeLessThanOrEqual(1e-12)
    expect(eliminated.residual).toBe(0)
    const gap = Math.max(...iterated.holders.map((holder, at) => Math.max(Math.abs(holder.low - eliminated.holders[at]!.low), Math.abs(holder.high - eliminated.holders[at]!.high))))
    expect(iterated.holders).toHaveLength(699)
    expect(gap).toBeLessThan(1e-9)
    const down = integratedHoldings(graph, 0)
    expect(down.holdings.find((held) => held.node === 3)?.low).toBeCloseTo(iterated.holders.find((holder) => holder.node === 0)!.low, 9)
  })

  it('converges where 600 firms own themselves but for a millionth', () => {
    const { stakes, firm } = ringWithOutsiders(600, (at) => (at === 17 ? 1 - 1e-6 : 1))
    const { holders, residual, remainder } = integratedHolders(stakeGraph(1_200, stakes), firm[0]!)
    expect(residual).toBeLessThanOrEqual(1e-12)
    expect(holders.find((holder) => holder.ultimate)).toMatchObject({ node: 617, low: expect.closeTo(1, 7) })
    expect(remainder?.high).toBeLessThan(1e-6)
  })

  it('stays below the solution, and still adds up to 1, for two rings that each own themselves but for a billionth', () => {
    const stakes: Stake[] = []
    for (let ring = 0; ring < 2; ring++) {
      for (let at = 0; at < 300; at++) stakes.push(exact(300 * ring + ((at + 299) % 300), 300 * ring + at, at === 0 ? 1 - 2e-9 : 1))
      stakes.push(exact(300 * (1 - ring) + 150, 300 * ring, 1e-9), exact(600 + ring, 300 * ring, 1e-9))
    }
    const result = integratedHolders(stakeGraph(602, stakes), 10)
    const total = result.holders.filter((holder) => holder.ultimate).reduce((sum, holder) => sum + holder.low, 0) + result.remainder!.high
    expect(total).toBeCloseTo(1, 9)
    for (const { low, high } of result.holders) expect(low >= 0 && low <= high && high <= 1).toBe(true)
    // By symmetry the near outsider owns 2/3 and the far one 1/3 (each ring leaks as much to the other as outside).
    const [near, far] = [600, 601].map((node) => result.holders.find((holder) => holder.node === node)!)
    expect(near!.low).toBeLessThanOrEqual(2 / 3 + 1e-6)
    expect(near!.high).toBeGreaterThanOrEqual(2 / 3 - 1e-6)
    expect(far!.high).toBeGreaterThanOrEqual(1 / 3 - 1e-6)
  })

  it('finds a closed ring of 600 firms', () => {
    const { stakes, firm } = ringWithOutsiders(600, () => 1)
    expect(integratedHolders(stakeGraph(1_200, stakes), firm[5]!)).toMatchObject({ status: 'CLOSED_LOOP', holders: [], inClosedLoops: 1 })
  })

  it('bounds ranges in a ring of 600 firms, also where the upper bounds own themselves', () => {
    const ring = (high: number) => Array.from({ length: 600 }, (_, held): Stake => ({ holder: (held + 1) % 600, held, shareLow: 0.5, shareHigh: high, shareLowExclusive: true }))
    const open = integratedHolders(stakeGraph(600, ring(0.8)), 0).holders.find((holder) => holder.node === 1)
    expect(open).toMatchObject({ low: expect.closeTo(0.5, 12), high: expect.closeTo(0.8, 12) })
    expect(integratedHolders(stakeGraph(600, ring(1)), 0).holders.find((holder) => holder.node === 1)).toMatchObject({ low: expect.closeTo(0.5, 12), high: 1 })
  })
})
