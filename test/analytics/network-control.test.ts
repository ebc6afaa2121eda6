import { describe, expect, it } from 'vitest'
import { directedGraph } from '#analytics/directed-graph.ts'
import { networkControl } from '#analytics/network-control.ts'
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
