import { describe, expect, it } from 'vitest'
import type { MirrorPoints, Outcome } from '../../api/questions/answers.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { TODAY, aWorld, locatedIn, manages, operates, owns, place, site } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
async function mirrors(nodes: readonly NodeValue[], statements: readonly Statement[], threshold?: number): Promise<MirrorPoints> {
  const questions = bindQuestions({ snapshot: await aWorld([place('here'), place('there'), ...nodes], statements), today: () => TODAY })
  return value(questions.mirrorPoints({ organisation: 'Group', here: 'here', there: 'there', threshold }))
}
const capacity = (amount: number) => ({ capacity: { amount, unit: 'TEU/year', measure: 'capacity', year: 2023 } } as const)

describe('mirror points', () => {
  //   Group ──operates──▶ big (2.7 M TEU) and small (0.9 M) here · big (2.6 M) there, and a warehouse there
  const nodes = [site('big here', 'port terminal'), site('small here', 'port terminal'), site('big there', 'port terminal'), site('store there', 'warehouse')]
  const statements = [
    locatedIn('big here', 'here', capacity(2_700_000)), locatedIn('small here', 'here', capacity(900_000)), locatedIn('big there', 'there', capacity(2_600_000)), locatedIn('store there', 'there'),
    ...nodes.map(({ id }) => operates('Group', id)),
  ]

  it('pair sites of one kind by what is known on both sides; nothing is forced', async () => {
    const { pairs, unmatchedHere, unmatchedThere, threshold } = await mirrors(nodes, statements)
    expect(pairs.map(({ here, there, ranked }) => [here, there, ranked])).toEqual([['big here', 'big there', true]])
    expect([unmatchedHere, unmatchedThere, threshold]).toEqual([['small here'], ['store there'], 0.6])
    // function 1 (.20), scale 5/6 and 1/2 of three terminals (.15), exposure .75 and 1 (.10), tenure 1 (.10): of .55 known
    expect(pairs[0]!.coverage).toBeCloseTo(0.55, 12)
    expect(pairs[0]!.similarity).toBeCloseTo((0.2 + 0.15 * (2 / 3) + 0.1 * 0.75 + 0.1) / 0.55, 12)
  })

  it('say why, and where they differ', async () => {
    const { pairs } = await mirrors(nodes, [...statements.filter(({ type, to }) => !(type === 'OPERATES' && to === 'big there')), manages('Group', 'big there')])
    expect(pairs[0]!.reasons.map(({ sentence }) => sentence)).toEqual([
      'Function: class 5222 in both places.', 'Size: larger than 83 % of the actor’s sites of this kind here, larger than 50 % of the actor’s sites of this kind there.',
      'Share of its place: 75 % of what is on record here, 100 % of what is on record there.',
    ])
    expect(pairs[0]!.differences.map(({ sentence }) => sentence)).toEqual(['How it is held: operated here, managed there.'])
  })

  it('are ranked from a coverage of exactly .40', async () => {
    const { pairs } = await mirrors([nodes[0]!, nodes[2]!], [locatedIn('big here', 'here'), locatedIn('big there', 'there'), operates('Group', 'big here'), operates('Group', 'big there')])
    expect(pairs[0]).toMatchObject({ here: 'big here', there: 'big there', ranked: true })
    expect(pairs[0]!.coverage).toBeCloseTo(0.4, 12)
    expect(pairs[0]!.similarity).toBeCloseTo(1, 12)
  })

  it('below .40 are listed last, not ranked, with the reason', async () => {
    const others = [site('x', 'other'), site('y', 'other')]
    const { pairs } = await mirrors([...nodes, ...others], [...statements, locatedIn('x', 'here'), locatedIn('y', 'there'), operates('Group', 'x'), operates('Group', 'y')])
    expect(pairs.map(({ here, ranked }) => [here, ranked])).toEqual([['big here', true], ['x', false]])
    expect(pairs[1]!.reasons[0]!.sentence).toBe('Only counterpart on record: 2 of 7 features known, 20 % of their weight; too little to rank it.')
  })

  it('need the same controller, and both in force', async () => {
    const ended = [...statements.filter(({ from }) => from !== 'big there'), locatedIn('big there', 'there', { status: 'ended', validTo: '2020', asOf: '2019' })]
    expect((await mirrors(nodes, ended)).pairs).toEqual([])
    const foreign = [...statements.filter(({ to }) => to !== 'big there'), operates('Other', 'big there')]
    expect((await mirrors(nodes, foreign)).pairs).toEqual([])
    expect((await mirrors(nodes, [...foreign, owns('Group', 'Other', 0.7)])).pairs).toHaveLength(1)
  })

  it('are never made of hospitals and water supply', async () => {
    const protectedSites = ['hospital', 'water works'].flatMap((kind) => [site(`${kind} a`, kind), site(`${kind} b`, kind)])
    const { pairs, unmatchedHere } = await mirrors(protectedSites, protectedSites.flatMap(({ id }) => [locatedIn(id, id.endsWith('a') ? 'here' : 'there'), operates('Group', id)]))
    expect([pairs, unmatchedHere]).toEqual([[], []])
  })

  it('are never made of what a code shows to be protected, under any kind', async () => {
    const offices = ['8610', '36.00', '84.22'].flatMap((industryCode) => [site(`${industryCode} a`, 'office', { industryCode }), site(`${industryCode} b`, 'office', { industryCode })])
    const { pairs, unmatchedHere } = await mirrors(offices, offices.flatMap(({ id }) => [locatedIn(id, id.endsWith('a') ? 'here' : 'there'), operates('Group', id)]))
    expect([pairs, unmatchedHere]).toEqual([[], []])
  })

  it('do not reach a threshold of 1 unless all that is known is alike', async () => {
    expect((await mirrors(nodes, statements, 1)).pairs).toEqual([])
  })
})
