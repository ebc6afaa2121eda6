import { describe, expect, it } from 'vitest'
import type { IntegratedHolders } from '#analytics/ownership/integrated-ownership.ts'
import { eachHolding } from '#analytics/many-owners/holdings-block.ts'
import { integratedHoldingsOfMany } from '#analytics/many-owners/integrated-holdings-of-many.ts'
import { integratedHolders, integratedHoldings } from '#analytics/ownership/integrated-ownership.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag, stakeGraph } from '#analytics/ownership/stake-graph.ts'
import { seededRandom } from '../seeded-random.ts'
import type { NamedStake } from './ownership-examples.ts'
import { C1, C2, namedGraph, O1, O2, O3, O4, O5, O6, P1 } from './ownership-examples.ts'

/** Looks up the holders of one node by name. */
function holdersOf(stakes: readonly NamedStake[], target: string) {
  const { graph, names, node } = namedGraph(stakes)
  const result = integratedHolders(graph, node(target))
  const named = (holder: string) => result.holders.find((each) => names[each.node] === holder)
  return { ...result, share: (holder: string) => named(holder)?.low, named }
}

const totalOf = ({ holders, remainder, inClosedLoops }: IntegratedHolders) => holders.filter((holder) => holder.ultimate).reduce((sum, holder) => sum + holder.low, 0) + (remainder?.high ?? 0) + inClosedLoops

describe('integrated ownership, worked examples', () => {
  //   A ──60 %──▶ B ──50 %──▶ C
  //   └──────────10 %─────────▲       A in C = .10 + .60 × .50
  it('O1 adds the direct stake and the stake held through a subsidiary', () => {
    const { share, remainder, status } = holdersOf(O1, 'C')
    expect(share('A')).toBeCloseTo(0.4, 12)
    expect(status).toBe('SOLVED')
    expect(remainder).toMatchObject({ low: expect.closeTo(0.6, 12), high: expect.closeTo(0.6, 12) })
  })

  it('O2 solves two firms that hold each other', () => {
    const k = holdersOf(O2, 'K')
    expect([k.share('P'), k.share('Q'), k.share('R')].map((share) => share?.toFixed(6))).toEqual(['0.760870', '0.130435', '0.108696'])
    expect(1 / (1 - k.selfHolding!)).toBeCloseTo(1.086957, 6)
    const l = holdersOf(O2, 'L')
    expect([l.share('P'), l.share('Q'), l.share('R')].map((share) => share?.toFixed(6))).toEqual(['0.304348', '0.652174', '0.043478'])
    expect(l.named('K')).toMatchObject({ allWalksLow: expect.closeTo(0.434783, 6), low: expect.closeTo(0.4, 12), selfHolding: expect.closeTo(1 - 1 / 1.0869565217, 9), ultimate: false })
    expect(k.cycles).toEqual([[namedGraph(O2).node('K'), namedGraph(O2).node('L')].sort()])
    expect(totalOf(k)).toBeCloseTo(1, 12)
    expect(k.remainder).toMatchObject({ low: 0, high: 0 })
  })

  it('O3 a ring of 90 % stakes: outsiders own it, and no firm owns 332 % of another', () => {
    const inB = holdersOf(O3, 'B')
    expect([holdersOf(O3, 'A'), inB, holdersOf(O3, 'C')].map(({ share }) => share('a')?.toFixed(6))).toEqual(['0.369004', '0.332103', '0.298893'])
    expect(inB.named('A')).toMatchObject({ allWalksLow: expect.closeTo(3.321033, 6), low: expect.closeTo(0.9, 12) })
  })

  it('O4 a ring that owns itself outright has no number, and says so', () => {
    const { graph } = namedGraph(O4)
    expect(integratedHolders(graph, 0)).toMatchObject({ status: 'CLOSED_LOOP', closedLoops: [[0, 1]], holders: [], remainder: undefined, selfHolding: undefined, inClosedLoops: 1 })
    expect(integratedHoldings(graph, 1)).toMatchObject({ status: 'CLOSED_LOOP', closedLoops: [[0, 1]], holdings: [] })
  })

  it('O4 with a third firm: what runs into the closed ring is separated from what is known', () => {
    const { status, share, inClosedLoops, closedLoops, remainder } = holdersOf([...O4, ['A', 'T', 0.7], ['X', 'T', 0.2]], 'T')
    expect(status).toBe('CLOSED_LOOP')
    expect([share('X'), share('A'), share('B')]).toEqual([0.2, undefined, undefined])
    expect(closedLoops).toEqual([[0, 1]])
    expect(inClosedLoops).toBeCloseTo(0.7, 12)
    expect(remainder?.high).toBeCloseTo(0.1, 12)
  })

  it('O5 ranges: the minima prove .15, the most possible is .70', () => {
    expect(holdersOf(O5, 'C').named('A')).toMatchObject({ low: expect.closeTo(0.15, 12), high: expect.closeTo(0.7, 12) })
  })

  it('O6 two bands "more than 50 up to 75" make more than 25 up to 56.25 %', () => {
    const { named, remainder } = holdersOf(O6, 'C')
    expect(named('A')).toMatchObject({ low: 0.25, high: 0.5625, lowExclusive: true, highExclusive: false })
    expect(remainder).toMatchObject({ low: 0.4375, high: 0.75, lowExclusive: false, highExclusive: true })
  })

  it('C1 and C2: share beside control', () => {
    expect(holdersOf(C1, 'C').share('A')).toBeCloseTo(0.2601, 12)
    expect(holdersOf(C2, 'C').share('A')).toBeCloseTo(0.4275, 12)
  })

  it('P1 splits the value of two companies between P and Q', () => {
    const value = (owner: string) => 100 * (holdersOf(P1, 'O1').share(owner)! + holdersOf(P1, 'O2').share(owner)!)
    expect(value('P')).toBeCloseTo(70.9, 10)
    expect(value('Q')).toBeCloseTo(129.1, 10)
  })
})

describe('integrated ownership, bounds', () => {
  it('an unknown share beside 30 % is an owner of more than nothing and at most 70 %', () => {
    expect(holdersOf([['A', 'T', [0, 1], '(]'], ['B', 'T', 0.3]], 'T').named('A')).toMatchObject({ low: 0, high: 0.7, lowExclusive: true, highExclusive: false })
  })

  it('a share that is not a number is unknown', () => {
    const graph = stakeGraph(2, [{ holder: 0, held: 1, shareLow: Number.NaN, shareHigh: Number.NaN }])
    expect(integratedHolders(graph, 1).holders).toMatchObject([{ low: 0, high: 1 }])
  })

  it('the upper bound leaves out the bound itself where another holder has "more than"', () => {
    expect(holdersOf([['A', 'T', [0.1, 0.9]], ['B', 'T', [0.5, 0.75], '(]']], 'T').named('A')).toMatchObject({ low: 0.1, high: 0.5, highExclusive: true })
  })

  it('an excluded bound counts once it lies on a path of positive shares, and not on a way back to the holder', () => {
    const behindZero = holdersOf([['A', 'B', [0, 0.5]], ['B', 'T', [0.5, 0.75], '(]']], 'T')
    expect(behindZero.named('A')).toMatchObject({ low: 0, lowExclusive: false })
    //   A ⇄ B: what B holds of A is "more than", but A in B is exactly .4
    const wayBack = holdersOf([['A', 'B', 0.4], ['B', 'A', [0.1, 0.3], '(]'], ['X', 'B', 0.6]], 'B')
    expect(wayBack.named('A')).toMatchObject({ low: expect.closeTo(0.4, 12), high: expect.closeTo(0.4, 12), lowExclusive: false })
  })

  it('a ring that could own itself at the most is bounded by 1', () => {
    const { named, status } = holdersOf([['A', 'B', [0.8, 1]], ['B', 'A', [0.8, 1]], ['T', 'A', [0, 0.1]], ['A', 'T', 0.5]], 'T')
    expect(status).toBe('SOLVED')
    expect(named('B')).toMatchObject({ low: expect.closeTo(0.4, 12), high: 1, highExclusive: false })
  })

  it('does not follow nominees, and counts their shares as unrecorded', () => {
    const graph = stakeGraph(3, [{ holder: 0, held: 2, shareLow: 0.4, shareHigh: 0.4, flags: StakeFlag.NOMINEE }, { holder: 1, held: 2, shareLow: 0.5, shareHigh: 0.5 }])
    const { holders, remainder } = integratedHolders(graph, 2)
    expect(holders.map((holder) => [holder.node, holder.low])).toEqual([[1, 0.5]])
    expect(remainder?.high).toBe(0.5)
  })

  it('own shares count for the other holders', () => {
    const { named, selfHolding } = holdersOf([['A', 'T', 0.75], ['T', 'T', 0.25]], 'T')
    expect(named('A')).toMatchObject({ low: 1, high: 1, ultimate: true })
    expect(selfHolding).toBeCloseTo(0.25, 12)
  })

  it('an owner with own shares and no other holder is still an ultimate owner', () => {
    const result = holdersOf([['A', 'A', 0.2], ['A', 'T', 0.6]], 'T')
    expect(result.named('A')).toMatchObject({ low: expect.closeTo(0.6, 12), ultimate: true, selfHolding: expect.closeTo(0.2, 12) })
    expect(totalOf(result)).toBeCloseTo(1, 12)
  })

  it('nobody on record: all of it is unrecorded', () => {
    expect(integratedHolders(stakeGraph(1, []), 0)).toMatchObject({ status: 'SOLVED', holders: [], remainder: { low: 1, high: 1 }, selfHolding: 0, overstated: [] })
  })

  it('minima above 100 % are cut in proportion, the stated figure stays as the upper bound, the node is named', () => {
    const result = holdersOf([['A', 'T', 0.9], ['B', 'T', 0.6], ['C', 'A', 1]], 'T')
    expect(result.overstated).toEqual([1])
    expect(result.named('A')).toMatchObject({ low: expect.closeTo(0.6, 12), high: 0.9 })
    expect(result.named('C')).toMatchObject({ low: expect.closeTo(0.6, 12), high: 0.9, ultimate: true })
    expect(totalOf(result)).toBeCloseTo(1, 12)
  })

  it('refuses a node that does not exist', () => {
    expect(() => integratedHolders(stakeGraph(1, []), 1)).toThrow(RangeError)
    expect(() => integratedHoldings(stakeGraph(1, []), -1)).toThrow(RangeError)
  })
})

describe('integrated ownership of some owners at once', () => {
  //   A ──some share──▶ B ──100 %──▶ C: nobody holds B for certain, and B is not asked about
  it('accounts for what somebody holds who is held by nobody for certain', () => {
    const graph = stakeGraph(3, [{ holder: 0, held: 1, shareLow: 0, shareHigh: 1, shareLowExclusive: true }, { holder: 1, held: 2, shareLow: 1, shareHigh: 1 }])
    const found: number[][] = []
    integratedHoldingsOfMany(graph, [0], (block) => eachHolding(block, 0, (node, low, high) => found.push([node, low, high])))
    expect(found).toEqual(integratedHoldings(graph, 0).holdings.map(({ node, low, high }) => [node, low, high]))
  })
})

describe('integrated ownership, hostile figures', () => {
  const values = [0, 1, 2, -1, 1e300, Number.NaN, Infinity, -Infinity, 0.5, 1e-300]
  const stakes: Stake[] = []
  for (let held = 0; held < 10; held++) {
    for (let holder = 0; holder < 10; holder++) {
      const flag = (holder * 7 + held) % 3 === 0
      if ((holder + held) % 4 !== 3) stakes.push({ holder, held, shareLow: values[(holder + held) % 10]!, shareHigh: values[(holder * 3 + held) % 10]!, shareLowExclusive: flag, shareHighExclusive: !flag })
    }
  }

  it('never answer with NaN, infinity, below 0 or above 1', () => {
    const graph = stakeGraph(10, stakes)
    for (let node = 0; node < 10; node++) {
      const { holders, remainder } = integratedHolders(graph, node)
      const { holdings } = integratedHoldings(graph, node)
      for (const { low, high } of [...holders, ...holdings, ...(remainder ? [remainder] : [])]) {
        expect(low >= 0 && low <= high && high <= 1, `${low} … ${high}`).toBe(true)
      }
      for (const { allWalksLow } of [...holders, ...holdings]) expect(Number.isFinite(allWalksLow)).toBe(true)
    }
  })

  // 1 of itself and 5e-324 of somebody else: what leaves the ring is too small to be divided by
  it('nor do 3,000 random networks with shares from 5e-324 to 1e300 (seeds from 150001)', () => {
    const shares = [...values, 1.5, 25, 100, 0.51, 0.3, 0.1, -0.5, Number.MIN_VALUE]
    for (let seed = 150_001; seed <= 153_000; seed++) {
      const random = seededRandom(seed)
      const pick = () => shares[Math.floor(random() * shares.length)]!
      const size = 2 + Math.floor(random() * 6)
      const pairs = new Map<string, Stake>()
      for (let at = Math.floor(random() * 3 * size); at > 0; at--) {
        const [holder, held, low] = [Math.floor(random() * size), Math.floor(random() * size), pick()]
        pairs.set(`${holder} ${held}`, { holder, held, shareLow: low, shareHigh: random() < 0.6 ? low : pick(), shareLowExclusive: random() < 0.2 })
      }
      const graph = stakeGraph(size, [...pairs.values()])
      const found: (readonly [number, number])[] = []
      for (let node = 0; node < size; node++) {
        const { holders, remainder, inClosedLoops } = integratedHolders(graph, node) // which also checks that the parts add up to 1
        for (const { low, high } of [...holders, ...integratedHoldings(graph, node).holdings, ...(remainder ? [remainder] : [])]) found.push([low, high])
        expect(inClosedLoops >= 0 && inClosedLoops <= 1 + 1e-9, `seed ${seed}`).toBe(true)
      }
      integratedHoldingsOfMany(graph, Array.from({ length: size }, (_, node) => node).filter(() => random() < 0.6), (block) => block.owners.forEach((_, column) => eachHolding(block, column, (__, low, high) => found.push([low, high]))))
      expect(found.filter(([low, high]) => !(low >= 0 && low <= high && high <= 1)), `seed ${seed}`).toEqual([])
    }
  })
})
