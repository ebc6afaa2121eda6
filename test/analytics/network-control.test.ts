import { describe, expect, it } from 'vitest'
import { directedGraph } from '#analytics/graphs/directed-graph.ts'
import { networkControl } from '#analytics/control/network-control.ts'
import { slowNetworkControl } from '../oracles/slow-choices.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { differences } from './differences.ts'

/** Shares in sixteenths of every company, up to eight companies, rings included. */
function randomShares(seed: number) {
  const random = seededRandom(seed)
  const size = 2 + Math.floor(random() * 7)
  const share = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (let held = 0; held < size; held++) {
    let left = 16
    for (const holder of shuffled(size, random)) {
      if (random() < 0.6 || left === 0 || holder === held || (seed % 3 === 0 && holder > held)) continue
      const part = 1 + Math.floor(random() * left)
      left -= part
      share[holder]![held] = part / 16
    }
  }
  return { seed, size, share, value: Array.from({ length: size }, () => Math.floor(random() * 50)) }
}
type Shares = ReturnType<typeof randomShares>

function holdings({ size, share }: Pick<Shares, 'size' | 'share'>) {
  const arcs = share.flatMap((row, holder) => row.flatMap((held, target) => (held > 0 ? [[holder, target, held] as const] : [])))
  return directedGraph(size, arcs.map(([holder]) => holder), arcs.map(([, target]) => target), arcs.map(([, , held]) => held))
}
const named = (values: ArrayLike<number>) => Object.fromEntries(Array.from(values, (value, node) => [`control of ${node}`, value]))

/** Holdings as a list, for networks too large to write down as a table. */
interface SparseHoldings { readonly seed: number; readonly size: number; readonly arcs: readonly (readonly [number, number, number])[]; readonly value: readonly number[] }

/** 2 to 200 companies, small networks as often as large ones: two of three without rings; shares in sixteenths, now and then in two parts, own shares too. */
function sparseHoldings(seed: number): SparseHoldings {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const size = Math.round(2 * 100 ** random())
  const order = shuffled(size, random)
  const arcs: [number, number, number][] = []
  for (let held = 0; held < size; held++) {
    let left = 16
    for (let holders = below(4); holders > 0 && left > 0; holders--) {
      const holder = seed % 3 === 0 ? held - 6 + below(11) : held - 1 - below(12) // every third with ways back
      if (holder < 0 || holder >= size) continue
      const part = random() < 0.2 ? Math.min(left, 10) : 1 + below(Math.min(left, 7))
      left -= part
      for (const share of part > 1 && random() < 0.2 ? [1, part - 1] : [part]) arcs.push([order[holder]!, order[held]!, share / 16])
    }
  }
  return { seed, size, arcs, value: Array.from({ length: size }, () => below(50)) }
}
const graphOf = ({ size, arcs }: Pick<SparseHoldings, 'size' | 'arcs'>) => directedGraph(size, arcs.map(([holder]) => holder), arcs.map(([, target]) => target), arcs.map(([, , held]) => held))

describe('network control', () => {
  //   P ──51%──▶ H ──60%──▶ O1 (100)        Q: 49 % of H, 40 % of O1, 45 % of O2
  //   └──25%──▶ O2 (100) ◀──30%── H
  it('of P is all of O1 and the 55 % of O2 that P and H hold: 155', () => {
    const [P, Q, H, O1, O2] = [0, 1, 2, 3, 4] as const
    const graph = directedGraph(5, [P, Q, H, Q, H, P, Q], [H, H, O1, O1, O2, O2, O2], [0.51, 0.49, 0.6, 0.4, 0.3, 0.25, 0.45])
    const control = networkControl(graph, [0, 0, 0, 100, 100])
    expect([control[P], control[H], control[Q]].map((value) => Number(value!.toFixed(9)))).toEqual([155, 130, 45])
  })

  //   A ⇄ B (each 60 % of the other), A also 30 % of C: from A, B does not lead back to A
  it('does not count what comes back on a ring', () => {
    const control = networkControl(directedGraph(3, [0, 1, 0], [1, 0, 2], [0.6, 0.6, 0.3]), [10, 20, 100])
    expect([...control]).toEqual([50, 40, 0]) // A: B 20 + 30 of C; B: A 10 + A's 30 of C
  })

  it('adds parallel shares before asking for a majority, and leaves own shares out', () => {
    expect([...networkControl(directedGraph(3, [0, 0, 1, 2], [2, 2, 2, 2], [0.3, 0.3, 0.3, 0.1]), [0, 0, 50])]).toEqual([50, 0, 0])
    expect([...networkControl(directedGraph(2, [0, 1], [1, 1], [0.5, 0.5]), [0, 50])]).toEqual([25, 0]) // exactly one half is no majority
  })

  const worlds = Array.from({ length: 600 }, (_, index) => randomShares(80_001 + index))
  const slow = ({ size, share, value }: Shares) => named(Array.from({ length: size }, (_, actor) => slowNetworkControl(share, value, actor)))

  it('is what following every path gives (600 networks with and without rings, seeds from 80001)', () => {
    expect(differences((world) => named(networkControl(holdings(world), world.value)), slow, worlds)).toEqual([])
    expect(differences((world) => named(networkControl(holdings({ ...world, share: world.share.map((row) => row.map((held) => held * 0.999)) }), world.value)), slow, worlds).length).toBeGreaterThan(0)
  })

  const large = Array.from({ length: 520 }, (_, index) => sparseHoldings(82_001 + index))
  const actorsOf = ({ seed, size }: SparseHoldings) => shuffled(size, seededRandom(seed)).slice(0, 6)
  const someOf = (world: SparseHoldings, control: ArrayLike<number>) => Object.fromEntries(actorsOf(world).map((actor) => [`control of ${actor}`, control[actor]!]))
  const slowly = (world: SparseHoldings) => {
    const share = Array.from({ length: world.size }, () => new Array<number>(world.size).fill(0))
    for (const [holder, held, part] of world.arcs) if (holder !== held) share[holder]![held]! += part
    return Object.fromEntries(actorsOf(world).map((actor) => [`control of ${actor}`, slowNetworkControl(share, world.value, actor)]))
  }

  it('also in 520 sparse networks of up to 200 companies, two of three without rings (six actors each, seeds 82001 to 82520)', () => {
    const expected = new Map(large.map((world) => [world.seed, slowly(world)]))
    const from = (world: SparseHoldings) => expected.get(world.seed)!
    console.info(`network control: ${large.filter(({ size }) => size > 100).length} networks above 100 companies, ${[...expected.values()].flatMap((found) => Object.values(found)).filter((control) => control > 0).length} actors that control something`)
    expect(differences((world) => someOf(world, networkControl(graphOf(world), world.value)), from, large)).toEqual([])
    expect(differences((world) => someOf(world, networkControl(graphOf({ ...world, arcs: world.arcs.slice(1) }), world.value)), from, large).length).toBeGreaterThan(20)
  })

  it('stays when rows are mixed, adds up over networks beside each other, and passes through a company put in between', () => {
    large.slice(0, 100).forEach((world, at) => {
      const { size, arcs, value, seed } = world
      const before = networkControl(graphOf(world), value)
      const farthest = (after: ArrayLike<number>, shift = 0) => before.reduce((most, control, node) => Math.max(most, Math.abs(control - after[node + shift]!)), 0)
      expect(farthest(networkControl(graphOf({ size, arcs: shuffled(arcs.length, seededRandom(seed)).map((arc) => arcs[arc]!) }), value)), `seed ${seed}`).toBeLessThan(1e-9)
      const other = large[at + 100]!
      const both = { size: other.size + size, arcs: [...other.arcs, ...arcs.map(([holder, held, part]) => [holder + other.size, held + other.size, part] as const)] }
      expect(farthest(networkControl(graphOf(both), [...other.value, ...value]), other.size), `seed ${seed}`).toBeLessThan(1e-9)
      if (seed % 3 === 0 || arcs.length === 0) return // in a ring the company in between would change what is nearer
      const [holder, held] = arcs[0]!
      const moved = arcs.map((arc) => (arc[0] === holder && arc[1] === held ? [size, held, arc[2]] as const : arc))
      expect(farthest(networkControl(graphOf({ size: size + 1, arcs: [...moved, [holder, size, 1] as const] }), [...value, 0])), `seed ${seed}`).toBeLessThan(1e-9)
    })
  })

  it('of the head of a chain of 10,000 is everything below it; where each has half, what halves from step to step', () => {
    const size = 10_000
    const chain = (share: number) => networkControl(directedGraph(size, Array.from({ length: size - 1 }, (_, at) => at), Array.from({ length: size - 1 }, (_, at) => at + 1), new Array<number>(size - 1).fill(share)), new Float64Array(size).fill(1))
    expect(chain(0.51).every((control, at) => control === size - 1 - at)).toBe(true)
    chain(0.5).forEach((control, at) => { if (control !== 1 - 0.5 ** (size - 1 - at)) throw new Error(`${at} controls ${control}`) }) // 1/2 + 1/4 + …
  })

  it('moves with the names of the actors', () => {
    for (const world of worlds.slice(0, 100)) {
      const order = shuffled(world.size, seededRandom(world.seed))
      const share = world.share.map((row) => row.slice())
      world.share.forEach((row, holder) => row.forEach((held, target) => { share[order[holder]!]![order[target]!] = held }))
      const value = world.value.slice()
      world.value.forEach((amount, node) => { value[order[node]!] = amount })
      const [before, after] = [networkControl(holdings(world), world.value), networkControl(holdings({ ...world, share }), value)]
      order.forEach((now, node) => expect(after[now]).toBeCloseTo(before[node]!, 9))
    }
  })

  it('refuses a value that is not a number', () => {
    expect(() => networkControl(directedGraph(1, [], [], []), [NaN])).toThrow('has to be a number')
  })
})
