import { describe, expect, it } from 'vitest'
import type { Outcome, Ownership } from '../../api/questions/answers.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Statement } from '#model/model.ts'
import type { NodeValue } from '#model/model.ts'
import { TODAY, aWorld, locatedIn, operates, owns, place, sameAs, site } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const ownership = async (statements: readonly Statement[], of: string, direction: 'UP' | 'DOWN' = 'UP', nodes: readonly NodeValue[] = [], minShare?: number): Promise<Ownership> =>
  value(bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY }).ownership({ of, direction, minShare, threshold: 0.25 }))
const holder = (answer: Ownership, id: string) => answer.holders.find(({ node }) => node === id)

describe('ownership of a company', () => {
  //   A ──60%──▶ B ──50%──▶ C
  //   └─────────10%─────────▲
  it('adds the direct stake and the stake held through a subsidiary', async () => {
    const answer = await ownership([owns('A', 'B', 0.6), owns('B', 'C', 0.5), owns('A', 'C', 0.1)], 'C')
    expect(holder(answer, 'A')!.integrated!.low).toBeCloseTo(0.4, 12)
    expect(holder(answer, 'A')).toMatchObject({ ultimate: true, control: 'GROUP', directMajority: false, significant: true, direct: { low: 0.1, high: 0.1, statedOnly: true } })
    expect(answer.remainder!.high).toBeCloseTo(0.6, 12)
    expect(holder(answer, 'A')!.paths().map(({ nodes }) => nodes)).toEqual([['A', 'C'], ['A', 'B', 'C']])
    expect(holder(answer, 'A')!.paths()[1]!.product!.low).toBeCloseTo(0.3, 12)
  })

  //   A ──(50, 75]──▶ B ──(50, 75]──▶ C          share more than 25 %, at most 56.25 %; control certain
  it('of two bands in a chain is more than a quarter, and controlled all the same', async () => {
    const band = { share: { min: 0.5, minExclusive: true, max: 0.75 } }
    const answer = await ownership([owns('A', 'B', undefined, band), owns('B', 'C', undefined, band)], 'C')
    expect(holder(answer, 'A')!.integrated).toEqual({ low: 0.25, high: 0.5625, lowExclusive: true, highExclusive: false, statedOnly: false })
    expect(holder(answer, 'A')).toMatchObject({ control: 'GROUP', groupControl: true, directMajority: false, direct: undefined })
    expect(holder(answer, 'B')).toMatchObject({ control: 'MAJORITY', directMajority: true })
  })

  it('that owns itself outright has no number, and says so', async () => {
    const answer = await ownership([owns('A', 'B', 1), owns('B', 'A', 1)], 'A')
    expect(answer.status).toBe('CLOSED_LOOP')
    expect(answer.cycles).toEqual([['A', 'B']])
    expect(answer.basis.notes).toContain('Some of these organisations own each other outright; there is no number for them.')
  })

  //   P ──50%──▶ S ◀──12.5%── S          what S holds in itself reaches P as well: 0.5 / (1 − 0.125)
  it('that holds some of its own shares leaves more of it to the others', async () => {
    const answer = await ownership([owns('P', 'S', 0.5), owns('S', 'S', 0.125)], 'S')
    expect(holder(answer, 'P')!.integrated!.low).toBeCloseTo(4 / 7, 12)
    expect(holder(answer, 'P')).toMatchObject({ control: 'DE_FACTO', directMajority: false, direct: { low: 0.5, high: 0.5 }, oceanicPower: 1 }) // 50 of the 87.5 that vote
    expect(answer.remainder!.low).toBeCloseTo(3 / 7, 12)
    expect(holder(answer, 'S')).toBeUndefined()
    expect((await ownership([owns('S', 'S', 1)], 'S')).status).toBe('CLOSED_LOOP')
    expect((await ownership([owns('S', 'S', 0.125), owns('S', 'T', 0.5)], 'S', 'DOWN')).holders.map(({ node }) => node)).toEqual(['T'])
  })

  //   A ──48%──▶ S ◀──47%── B,  S holds 5 % of itself, which do not vote: 48 of 95 decide, and no vote is unrecorded
  it('that holds some of its own shares has them neither voting nor unrecorded', async () => {
    const answer = await ownership([owns('A', 'S', 0.48), owns('B', 'S', 0.47), owns('S', 'S', 0.05)], 'S')
    expect([holder(answer, 'A')!.votingPower, holder(answer, 'B')!.votingPower, holder(answer, 'A')!.oceanicPower]).toEqual([1, 0, undefined])
    expect(answer.basis.notes.join(' ')).toContain('What it holds in itself, 5 %, does not vote')
  })

  it('under two names that hold each other stays one company', async () => {
    const answer = await ownership([owns('P', 'S', 0.5), owns('S2', 'S', 1), sameAs('S2', 'S')], 'S')
    expect(answer.status).toBe('SOLVED')
    expect(holder(answer, 'P')!.integrated!.low).toBe(0.5)
  })

  it('names votes, membership and joint control in columns of their own', async () => {
    const answer = await ownership([owns('V', 'C', 0.6, { interest: 'voting' }), owns('G', 'C', undefined, { interest: 'operator group' }), owns('J', 'C', 0.5, { interest: 'joint control' })], 'C')
    expect(holder(answer, 'V')).toMatchObject({ control: 'MAJORITY', votes: { low: 0.6, high: 0.6 }, direct: { low: 0, statedOnly: false } })
    expect(holder(answer, 'G')).toMatchObject({ control: 'MEMBERSHIP', groupControl: false })
    expect(holder(answer, 'J')).toMatchObject({ control: 'JOINT', jointControl: true, groupControl: false })
  })

  //   Top ──▶ Party ──joint──▶ Venture ◀──joint── Partner      Venture ──▶ Terminal Ltd ──operates──▶ pier
  it('finds joint control through whoever controls a party, and in whatever a venture controls, as an exposure does', async () => {
    const facts = [
      owns('Top', 'Party', 1), owns('Party', 'Venture', 0.5, { interest: 'joint control' }), owns('Partner', 'Venture', 0.5, { interest: 'joint control' }), owns('Venture', 'Terminal Ltd', 1),
      ...['here', 'there'].flatMap((where) => [locatedIn(`pier ${where}`, where), operates('Terminal Ltd', `pier ${where}`)]),
    ]
    const nodes = ['here', 'there'].flatMap((where) => [place(where), site(`pier ${where}`, 'port terminal')])
    const control = ({ node, control: kind, jointControl, groupControl }: Ownership['holders'][number]) => [node, kind, jointControl, groupControl]
    const above = await ownership(facts, 'Terminal Ltd', 'UP', nodes)
    expect(above.holders.map(control).sort()).toEqual([['Partner', 'JOINT', true, false], ['Party', 'JOINT', true, false], ['Top', 'JOINT', true, false], ['Venture', 'MAJORITY', false, true]])
    expect((await ownership(facts, 'Top', 'DOWN', nodes)).holders.map(control).sort()).toEqual([['Party', 'MAJORITY', false, true], ['Terminal Ltd', 'JOINT', true, false], ['Venture', 'JOINT', true, false]])
    const ranking = value(bindQuestions({ snapshot: await aWorld(nodes, facts), today: () => TODAY })
      .sharedAdversaries({ here: 'here', there: 'there', list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: false, first: 20 }))
    expect(ranking.items.map(({ organisation, here: { low, sites } }) => [organisation, low, sites[0]!.controlledBy]).sort()).toEqual([['Partner', 0.5, 'JOINT'], ['Party', 0.5, 'JOINT'], ['Terminal Ltd', 1, 'NONE'], ['Top', 0.5, 'JOINT'], ['Venture', 1, 'MAJORITY']])
  })

  it('shows joint control beside a majority, in its own column', async () => {
    const answer = await ownership([owns('A', 'B', 1), owns('B', 'C', 0.2, { interest: 'joint control' }), owns('P', 'C', 0.2, { interest: 'joint control' }), owns('A', 'C', 0.6)], 'C')
    expect(holder(answer, 'A')).toMatchObject({ control: 'MAJORITY', jointControl: true, groupControl: true })
    expect(holder(answer, 'B')).toMatchObject({ control: 'JOINT', jointControl: true, groupControl: false })
  })

  //   A ──more than 50──▶ C ◀──5 or more── F: F cannot have more than what is left
  it('bounds votes by what the others surely have', async () => {
    const answer = await ownership([owns('A', 'C', undefined, { share: { min: 0.5, minExclusive: true, max: 0.75 } }), owns('F', 'C', undefined, { share: { min: 0.05, max: 1 } })], 'C')
    expect(holder(answer, 'F')!.votes).toMatchObject({ low: 0.05, high: 0.5, highExclusive: true })
    expect(holder(answer, 'A')!.votes).toMatchObject({ low: 0.5, lowExclusive: true, high: 0.75 })
  })
  it('shows the votes of a party to joint control, which make an interest significant and no control', async () => {
    const answer = await ownership([owns('J', 'C', 0.1, { interest: 'joint control', votes: { min: 0.5, max: 0.5 } }), owns('K', 'C', 0.9, { interest: 'joint control', votes: { min: 0.5, max: 0.5 } })], 'C')
    expect(holder(answer, 'J')).toMatchObject({ votes: { low: 0.5, high: 0.5 }, significant: true, control: 'JOINT', groupControl: false })
  })

  it('gives voting power where all blocks are known', async () => {
    const answer = await ownership([owns('a', 'C', 0.45), owns('b', 'C', 0.2), owns('c', 'C', 0.2), owns('d', 'C', 0.15)], 'C')
    expect(answer.holders.map(({ node, votingPower }) => [node, votingPower!.toFixed(4)])).toEqual([['a', '0.5000'], ['b', '0.1667'], ['c', '0.1667'], ['d', '0.1667']])
    const open = await ownership([owns('a', 'C', 0.45), owns('b', 'C', 0.2)], 'C')
    expect(holder(open, 'a')!.votingPower).toBeUndefined()
  })

  it('names what cannot all be true', async () => {
    const answer = await ownership([owns('A', 'C', 0.38, { asOf: '2023', sourceId: 'src:1' }), owns('A', 'C', 0.394, { asOf: '2023', sourceId: 'src:2' })], 'C')
    expect(answer.conflicts).toMatchObject([{ target: 'C', kind: 'different figures', sentence: 'Sources of the same time give different figures for what A holds in C; the range from the lowest to the highest is used.' }])
    expect(holder(answer, 'A')!.direct).toMatchObject({ low: 0.38, high: 0.394 })
  })

  it('can leave out small holders', async () => {
    expect((await ownership([owns('A', 'C', 0.6), owns('B', 'C', 0.02)], 'C', 'UP', [], 0.05)).holders.map(({ node }) => node)).toEqual(['A'])
  })
})

describe('ownership looking down, and of sites', () => {
  it('gives the same numbers from the other end', async () => {
    const answer = await ownership([owns('A', 'B', 0.6), owns('B', 'C', 0.5), owns('A', 'C', 0.1)], 'A', 'DOWN')
    expect(answer.holders.map(({ node, integrated, control }) => [node, integrated!.low.toFixed(2), control])).toEqual([['B', '0.60', 'MAJORITY'], ['C', '0.40', 'GROUP']])
    expect(answer.remainder).toBeUndefined()
    expect(holder(answer, 'C')!.paths()[0]!.nodes).toEqual(['A', 'C'])
  })

  it('shows who holds a site', async () => {
    const answer = await ownership([owns('A', 'B', 1), owns('B', 'homes')], 'homes', 'UP', [site('homes', 'residential portfolio')])
    expect(answer.holders.map(({ node, integrated, control }) => [node, integrated!.low, control])).toEqual([['B', 1, 'MAJORITY'], ['A', 1, 'GROUP']])
  })

  it('passes through records judged to be the same and names the judgement', async () => {
    const judgement = sameAs('B-list', 'B', { grade: 'document' })
    const answer = await ownership([owns('A', 'B', 1, { grade: 'register' }), owns('B-list', 'C', 0.5, { grade: 'register' }), judgement], 'C')
    const [path] = holder(answer, 'A')!.paths()
    expect(path).toMatchObject({ nodes: ['A', 'B', 'C'], grade: 'document' })
    expect(path!.statements).toHaveLength(2)
    expect(path!.judgements).toHaveLength(1)
  })
})
