import { describe, expect, it } from 'vitest'
import { actorReach } from '#analytics/record/actor-reach.ts'
import { ControlKind } from '#analytics/control/control-kind.ts'
import { deFactoControl } from '#analytics/record/de-facto-control.ts'
import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag, stakeGraph } from '#analytics/ownership/stake-graph.ts'

const stake = (holder: number, held: number, share: number, more: Partial<Stake> = {}): Stake => ({ holder, held, shareLow: share, shareHigh: share, ...more })
/** Node 0 is held by 1, 2, 3 … with the shares given. */
const heldBy = (...shares: readonly number[]) => stakeGraph(shares.length + 1, shares.map((share, at) => stake(at + 1, 0, share)))

describe('de facto control is suggested', () => {
  it.each([
    ['a block of 45 % where 40 % is unrecorded', [0.45, 0.15], 1],
    ['a half whose other half is not on record', [0.5], undefined],
    ['a third that could meet a larger unrecorded block', [0.34], undefined],
    ['less than half of the power', [0.3, 0.25, 0.2, 0.2], undefined],
    ['two blocks of the same size', [0.4, 0.4], undefined],
    ['a majority, which is control and no suggestion', [0.6, 0.1], undefined],
    ['the largest of four blocks with all votes', [0.45, 0.2, 0.2, 0.15], 1],
  ] as const)('%s', (_what, shares, holder) => expect(deFactoControl(heldBy(...shares), 0)?.holder).toBe(holder))

  it('never beside joint control, nor where a block is uncertain', () => {
    expect(deFactoControl(stakeGraph(3, [stake(1, 0, 0.45, { flags: StakeFlag.JOINT }), stake(2, 0, 0.1, { flags: StakeFlag.JOINT })]), 0)).toBeUndefined()
    expect(deFactoControl(stakeGraph(3, [stake(1, 0, 0.45), { holder: 2, held: 0, shareLow: 0, shareHigh: 0.55, votesLow: Number.NaN, votesHigh: Number.NaN }]), 0)).toBeUndefined()
  })
})

/** φ of 45 % beside 15 % and dispersed 40 %: decisive before the other block with ∫₁⸝₈¹ (1 − t) dt, after it with ∫₀⁷⸝₈ t dt. */
const PHI = 0.875 ** 2

describe('what a largest block may decide', () => {
  it('is worth the value beside an ocean of small holders', () => expect(deFactoControl(heldBy(0.45, 0.15), 0)!.power).toBeCloseTo(PHI, 12))

  //   A ──45──▶ C ──60──▶ D ──45──▶ E ──joint──▶ V ◀──joint── B       B 15 in C and in E, the rest on no record
  const [A, B, C, D, E, V] = [0, 1, 2, 3, 4, 5] as const
  const chain = [stake(A, C, 0.45), stake(B, C, 0.15), stake(C, D, 0.6), stake(D, E, 0.45), stake(B, E, 0.15), stake(E, V, 0.5, { flags: StakeFlag.JOINT }), stake(B, V, 0.5, { flags: StakeFlag.JOINT })]
  it('counts at most and never for certain, multiplies along a chain, and passes on what the company controls', () => {
    const reach = actorReach(stakeGraph(6, chain), A)
    expect([...reach.keys()].sort()).toEqual([A, C, D, E, V])
    for (const [node, part] of [[C, PHI], [D, PHI], [E, PHI ** 2], [V, PHI ** 2 / 2]] as const) {
      expect(reach.get(node)).toMatchObject({ low: 0, kind: ControlKind.NONE, deFacto: true })
      expect(reach.get(node)!.high).toBeCloseTo(part, 12)
    }
    expect(reach.get(A)).toEqual({ low: 1, high: 1, kind: ControlKind.NONE, deFacto: false })
    expect(actorReach(stakeGraph(6, chain), C).get(D)).toEqual({ low: 1, high: 1, kind: ControlKind.MAJORITY, deFacto: false })
  })

  it('lowers nothing that is certain', () => {
    const both = actorReach(stakeGraph(6, [...chain, stake(A, D, 0.4), stake(A, E, 0.1)]), A) // D is C’s alone with 60 %
    expect(both.get(D)!.high).toBeCloseTo(PHI, 12)
    const controlled = actorReach(stakeGraph(6, [...chain.filter(({ held }) => held !== C), stake(A, C, 0.6)]), A)
    expect(controlled.get(D)).toMatchObject({ low: 1, high: 1, deFacto: false })
    expect(controlled.get(E)!.high).toBeCloseTo(PHI, 12)
  })

  it('is nobody’s where others have a larger block in one hand', () => {
    //   A 40 and nine with 5 each in T, 15 dispersed; O has eight of the nine, which is 40
    const [T, A, O] = [0, 1, 11] as const
    const small = Array.from({ length: 9 }, (_, at) => at + 2)
    const blocks = [stake(A, T, 0.4), ...small.map((one) => stake(one, T, 0.05))]
    const together = small.slice(0, 8).map((one) => stake(O, one, 0.9))
    expect(deFactoControl(stakeGraph(12, blocks), T)?.holder).toBe(A)
    expect(deFactoControl(stakeGraph(12, [...blocks, ...together.slice(1)]), T)?.holder).toBe(A)
    expect(deFactoControl(stakeGraph(12, [...blocks, ...together]), T)).toBeUndefined()
    expect(deFactoControl(stakeGraph(12, [...blocks, ...together, stake(O, A, 0.9)]), T)).toBeUndefined() // 80 in one hand is control
    expect(deFactoControl(stakeGraph(12, [...blocks, ...together.slice(6), stake(O, A, 0.9)]), T)?.holder).toBe(A) // in the hand of the first block they are no rivals
  })

  it('comes to an end in a ring, where nothing gains by going round', () => {
    const ring = stakeGraph(4, [stake(0, 1, 0.45), stake(3, 1, 0.15), stake(1, 2, 0.45), stake(3, 2, 0.15), stake(2, 0, 0.45), stake(3, 0, 0.15)])
    expect(actorReach(ring, 0).get(2)!.high).toBeCloseTo(PHI ** 2, 12)
    expect(actorReach(ring, 0).get(0)!.high).toBe(1)
  })
})
