import { describe, expect, it } from 'vitest'
import type { GowerFeature } from '#analytics/graphs/gower-similarity.ts'
import { gowerSimilarity, isCovered } from '#analytics/graphs/gower-similarity.ts'
import { optimalAssignment } from '#analytics/graphs/optimal-assignment.ts'
import { seededRandom } from '../seeded-random.ts'

/** Two chains mill → port → dc → shops; the second has a third shop. Depths count steps, degrees count links. */
interface Role { readonly name: string; readonly fromSource: number; readonly toMarket: number; readonly linksIn: number; readonly linksOut: number }
const chain = (shops: number): Role[] => [
  { name: 'mill', fromSource: 0, toMarket: 3, linksIn: 0, linksOut: 1 },
  { name: 'port', fromSource: 1, toMarket: 2, linksIn: 1, linksOut: 1 },
  { name: 'dc', fromSource: 2, toMarket: 1, linksIn: 1, linksOut: shops },
  ...Array.from({ length: shops }, (_, shop) => ({ name: `shop${shop + 1}`, fromSource: 3, toMarket: 0, linksIn: 1, linksOut: 0 })),
]

describe('Gower similarity', () => {
  const [here, there] = [chain(2), chain(3)]
  const features = [(role: Role) => role.fromSource, (role: Role) => role.toMarket, (role: Role) => Math.log1p(role.linksIn), (role: Role) => Math.log1p(role.linksOut)]
  const ranges = features.map((read) => Math.max(...[...here, ...there].map(read)) - Math.min(...[...here, ...there].map(read)))
  const similarity = (one: Role, other: Role) => gowerSimilarity(features.map((read, at) => ({ kind: 'range', weight: 1, here: read(one), there: read(other), range: ranges[at]! }))).similarity!
  const between = (name: string, other = name) => similarity(here.find((role) => role.name === name)!, there.find((role) => role.name === other)!)

  // dc–dc: out-degrees 2 and 3, range log 4: 1 − log(4/3)/log(4)/4 = .9481
  it('finds the same role in two chains: mill 1, port 1, dc .948, shops 1', () => {
    expect([between('mill'), between('port'), between('shop1'), between('shop2', 'shop3')]).toEqual([1, 1, 1, 1])
    expect(between('dc').toFixed(3)).toBe('0.948')
  })

  it('recovers all roles by assignment, and leaves the third shop alone', () => {
    const { columnOf, rowOf, total } = optimalAssignment(here.map((one) => there.map((other) => similarity(one, other))), { threshold: 0.6 })
    expect([...columnOf].map((column) => there[column]!.name)).toEqual(['mill', 'port', 'dc', 'shop1', 'shop2'])
    expect([...rowOf]).toEqual([0, 1, 2, 3, 4, -1])
    expect(total).toBeCloseTo(4.948, 3)
  })

  it('leaves out what one side does not know, and says how much that was', () => {
    const answer = gowerSimilarity([
      { kind: 'same', weight: 0.2, here: 'owned', there: 'leased' },
      { kind: 'range', weight: 0.1, here: 2, there: 3, range: 4 },
      { kind: 'given', weight: 0.1, similarity: 0.5 },
      { kind: 'range', weight: 0.5, here: undefined, there: 3, range: 4 },
      { kind: 'range', weight: 0.1, here: Number.NaN, there: 3, range: 4 },
    ])
    expect(answer.similarity).toBeCloseTo((0.1 * 0.75 + 0.1 * 0.5) / 0.4, 12)
    expect(answer.coverage).toBeCloseTo(0.4, 12)
    expect(answer.features.map((feature) => feature.similarity)).toEqual([0, 0.75, 0.5, undefined, undefined])
    expect(isCovered(answer.coverage)).toBe(true)
    expect(isCovered(0.39)).toBe(false)
  })

  it('with nothing known has no similarity and no coverage', () => {
    expect(gowerSimilarity([{ kind: 'given', weight: 1, similarity: undefined }])).toEqual({ similarity: undefined, coverage: 0, features: [{ weight: 1, similarity: undefined }] })
    expect(gowerSimilarity([])).toEqual({ similarity: undefined, coverage: 0, features: [] })
  })

  it('0 is a value, a range of 0 means all are alike', () => {
    expect(gowerSimilarity([{ kind: 'range', weight: 1, here: 0, there: 0, range: 0 }]).similarity).toBe(1)
    expect(gowerSimilarity([{ kind: 'same', weight: 1, here: 0, there: 0 }]).similarity).toBe(1)
    expect(() => gowerSimilarity([{ kind: 'given', weight: -1, similarity: 1 }])).toThrow(RangeError)
  })

  it('is the same from both sides, between 0 and 1, and 1 for a thing and itself', () => {
    const random = seededRandom(5)
    for (let round = 0; round < 200; round++) {
      const pick = () => (random() < 0.3 ? undefined : Math.floor(random() * 5))
      const pairs = Array.from({ length: 5 }, () => ({ weight: random(), here: pick(), there: pick() }))
      const of = (read: (pair: (typeof pairs)[number]) => [number | undefined, number | undefined]) =>
        gowerSimilarity(pairs.map((pair, at): GowerFeature => ({ kind: at % 2 === 0 ? 'same' : 'range', weight: pair.weight, here: read(pair)[0], there: read(pair)[1], range: 4 })))
      const forth = of(({ here, there }) => [here, there])
      expect(forth).toEqual(of(({ here, there }) => [there, here]))
      if (forth.similarity !== undefined) expect(forth.similarity >= 0 && forth.similarity <= 1).toBe(true)
      expect(of(({ here }) => [here, here]).similarity ?? 1).toBeCloseTo(1, 12)
    }
  })
})
