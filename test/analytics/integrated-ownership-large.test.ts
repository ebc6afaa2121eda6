import { describe, expect, it } from 'vitest'
import type { IntegratedHolders } from '#analytics/ownership/integrated-ownership.ts'
import { integratedHolders, integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { stakeGraph } from '#analytics/ownership/stake-graph.ts'
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

  //   ring of 600, 90 % each: the outsider k steps away owns .1 × .9^k / (1 − .9^600)
  it.each([['reduced', {}], ['iterated', { reduceLarge: false }]])('solves a ring of 600 firms, %s, with a certified residual', (how, options) => {
    const { stakes, firm } = ringWithOutsiders(600, () => 0.9)
    const target = firm[0]!
    const result = integratedHolders(stakeGraph(1_200, stakes), target, options)
    expect(result.residual).toBeGreaterThan(0)
    expect(result.residual).toBeLessThanOrEqual(1e-12)
    expect(relativeResidual(result, stakes, 1_200, target)).toBeLessThanOrEqual(1e-12)
    const share = (node: number) => result.holders.find((holder) => holder.node === node)?.low
    for (const steps of [0, 1, 5, 50]) expect(share(600 + ((600 - steps) % 600))).toBeCloseTo((0.1 * 0.9 ** steps) / (1 - 0.9 ** 600), 12)
    expect(share(firm[599]!)).toBeCloseTo(0.9, 11)
    expect(result.cycles[0]).toHaveLength(600)
    console.info(`ring of 600, ${how}: relative residual ${result.residual.toExponential(2)}`)
  })

  it('gives the same numbers reduced and by dense elimination, looking up and down, for 700 firms that hold each other', () => {
    const stakes = randomComponent(700, 11)
    const graph = stakeGraph(700, stakes)
    const reduced = integratedHolders(graph, 3)
    const dense = integratedHolders(graph, 3, { exactUpTo: 700 })
    expect(relativeResidual(reduced, stakes, 700, 3)).toBeLessThanOrEqual(1e-12)
    expect([dense.residual, reduced.holders.length]).toEqual([0, 699])
    const gap = Math.max(...reduced.holders.map((holder, at) => Math.max(Math.abs(holder.low - dense.holders[at]!.low), Math.abs(holder.high - dense.holders[at]!.high))))
    expect(gap).toBeLessThan(1e-12)
    const down = integratedHoldings(graph, 0)
    expect(down.holdings.find((held) => held.node === 3)?.low).toBeCloseTo(reduced.holders.find((holder) => holder.node === 0)!.low, 12)
  })

  it('solves 30,000 firms that hold each other, and its sums satisfy the equations of the stakes to 1e-12', () => {
    const stakes = randomComponent(30_000, 21)
    const result = integratedHolders(stakeGraph(30_000, stakes), 3)
    expect(result.cycles[0]).toHaveLength(30_000)
    const residual = relativeResidual(result, stakes, 30_000, 3)
    console.info(`component of 30,000, seed 21: relative residual ${residual.toExponential(2)}`)
    expect(residual).toBeLessThanOrEqual(1e-12)
    expect(result.remainder!.high).toBeCloseTo(1, 9) // nobody outside is on record
    const wrong = { ...result, holders: result.holders.map((holder) => (holder.node === 17 ? { ...holder, allWalksLow: holder.allWalksLow + 1e-11 } : holder)) }
    expect(relativeResidual(wrong, stakes, 30_000, 3)).toBeGreaterThan(1e-12)
  })

  it('iterates 700 firms that hold each other to the same sums, and brackets shares that would take too long to correct', () => {
    const stakes = randomComponent(700, 11)
    const iterated = integratedHolders(stakeGraph(700, stakes), 3, { reduceLarge: false })
    const dense = integratedHolders(stakeGraph(700, stakes), 3, { exactUpTo: 700 })
    expect(relativeResidual(iterated, stakes, 700, 3)).toBeLessThanOrEqual(1e-12)
    iterated.holders.forEach(({ low, high, allWalksLow }, at) => {
      const { low: exactShare, allWalksLow: exactWalks } = dense.holders[at]!
      expect(allWalksLow).toBeCloseTo(exactWalks, 9)
      expect(low - 1e-9 <= exactShare && exactShare <= high + 1e-9).toBe(true)
    })
  })

  it('loses no digits where 600 firms own themselves but for a millionth', () => {
    const { stakes, firm } = ringWithOutsiders(600, (at) => (at === 17 ? 1 - 1e-6 : 1))
    const { holders, residual, remainder } = integratedHolders(stakeGraph(1_200, stakes), firm[0]!)
    expect(residual).toBeLessThanOrEqual(1e-12)
    expect(holders.find((holder) => holder.ultimate)).toMatchObject({ node: 617, low: expect.closeTo(1, 9) })
    expect(remainder?.high).toBeLessThan(1e-9)
    expect(holders.filter((holder) => !holder.ultimate && holder.node !== firm[16]).every((holder) => holder.low > 0.99)).toBe(true)
  })

  //   two rings that leak a billionth to each other and a billionth to an outsider: 2/3 to the near one, 1/3 to the far one
  it.each([['reduced', {}], ['iterated', { reduceLarge: false }]])('two rings that each own themselves but for a billionth, %s: bounds hold and add up to 1', (how, options) => {
    const stakes: Stake[] = []
    for (let ring = 0; ring < 2; ring++) {
      for (let at = 0; at < 300; at++) stakes.push(exact(300 * ring + ((at + 299) % 300), 300 * ring + at, at === 0 ? 1 - 2e-9 : 1))
      stakes.push(exact(300 * (1 - ring) + 150, 300 * ring, 1e-9), exact(600 + ring, 300 * ring, 1e-9))
    }
    const result = integratedHolders(stakeGraph(602, stakes), 10, options)
    const total = result.holders.filter((holder) => holder.ultimate).reduce((sum, holder) => sum + holder.low, 0) + result.remainder!.high
    expect(total).toBeCloseTo(1, 9)
    for (const { low, high } of result.holders) expect(low >= 0 && low <= high && high <= 1).toBe(true)
    const [near, far] = [600, 601].map((node) => result.holders.find((holder) => holder.node === node)!)
    if (how === 'reduced') {
      expect([near!.low, far!.low]).toEqual([expect.closeTo(2 / 3, 6), expect.closeTo(1 / 3, 6)])
    } else {
      for (const [outsider, share] of [[near!, 2 / 3], [far!, 1 / 3]] as const) expect(outsider.low <= share + 1e-6 && share - 1e-6 <= outsider.high, `${outsider.low} … ${outsider.high}`).toBe(true)
    }
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
