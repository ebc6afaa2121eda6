import { describe, expect, it } from 'vitest'
import type { NodeValue, Statement } from '#model/model.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Outcome } from '../../api/questions/answers.ts'
import type { WhyNot, WhyNotArgs } from '../../api/questions/why-not.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, partOf, place, sameAs, site, supplies } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const NODES = [place('here'), place('there'), site('pier here', 'port terminal'), site('pier there', 'port terminal')]
const PLACED = [locatedIn('pier here', 'here'), locatedIn('pier there', 'there')]
async function ask(statements: readonly Statement[], args: Partial<WhyNotArgs> = {}, nodes: readonly NodeValue[] = []): Promise<WhyNot> {
  const questions = bindQuestions({ snapshot: await aWorld([...NODES, ...nodes, organisation('Group')], [...PLACED, ...statements]), today: () => TODAY })
  return value(questions.whyNot({ organisation: 'Group', here: 'here', there: 'there', list: 'CONTROLLERS', ...args }))
}
const codes = ({ reasons }: WhyNot) => reasons.map(({ side, code }) => [side, code])
const HERE = operates('Group', 'pier here')
const sentence = (answer: WhyNot, code: string) => answer.reasons.find((one) => one.code === code)!.sentence

describe('why an organisation is in the shared list', () => {
  it('it heads a row, or stands above one', async () => {
    const both = [HERE, operates('Group', 'pier there'), owns('Top', 'Group', 1)]
    expect(await ask(both)).toMatchObject({ present: true, row: 'Group', rank: 1, reasons: [{ side: 'BOTH', code: 'LISTED', sentence: 'Group heads a row of the list, rank 1 of 1.' }] })
    expect(await ask(both, { organisation: 'Top' })).toMatchObject({ present: true, row: 'Group', reasons: [{ code: 'STANDS_ABOVE', organisations: ['Group'] }] })
  })
  it('with control that is possible and not certain', async () => {
    expect(codes(await ask([HERE, owns('Group', 'Other', [0.4, 0.6]), operates('Other', 'pier there')]))).toEqual([['BOTH', 'LISTED'], ['BOTH', 'POSSIBLE_ONLY']])
  })
})

describe('why it is not', () => {
  it('a custodian that is present in both places is missing in neither: its role keeps it out', async () => {
    const answer = await ask([operates('Bank', 'pier here'), operates('Bank', 'pier there')], { organisation: 'Bank' }, [organisation('Bank', { kind: 'custodian' })])
    expect(codes(answer)).toEqual([['BOTH', 'ROLE_EXCLUDED'], ['HERE', 'PRESENT'], ['THERE', 'PRESENT']])
    expect(answer.reasons[1]!.sentence).toBe('Bank controls 1 site or brand on record in here.')
  })
  it('what it only shares control of is not said to be controlled by it', async () => {
    const answer = await ask([owns('Group', 'Venture', 0.5, { interest: 'joint control' }), owns('Other', 'Venture', 0.5, { interest: 'joint control' }), operates('Venture', 'pier here')])
    expect(sentence(answer, 'PRESENT')).toBe('Group shares control of 1 site or brand on record in here. It is missing on the other side.')
  })
  it('it is nested in the row of its group, which is named', async () => {
    //   Group ─▶ Member ─ operates ─▶ one of two piers there, and pier here
    const answer = await ask([operates('Member', 'pier here'), operates('Member', 'pier there'), operates('Group', 'second there'), locatedIn('second there', 'there'), owns('Group', 'Member', 1)], { organisation: 'Member' }, [site('second there', 'port terminal')])
    expect(answer).toMatchObject({ present: false, row: 'Group', rank: 1, reasons: [{ side: 'BOTH', code: 'NESTED', organisations: ['Group'] }] })
  })

  it('nothing of it is on record on one side; the other side is named too', async () => {
    const answer = await ask([HERE])
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', 'NO_SITE_ON_RECORD']])
    expect(sentence(answer, 'PRESENT')).toBe('Group controls 1 site or brand on record in here. It is missing on the other side.')
    expect(answer.reasons[0]!.statements).toHaveLength(1)
    expect(answer).toMatchObject({ present: false, row: undefined, rank: undefined })
  })

  it('it holds a share and does not control: who does, and how large the share is', async () => {
    //   Group ─30%▶ Half ─50%▶ Operator ─▶ pier there        Boss ─70%▶ Half, 50 % of the Operator
    const answer = await ask([HERE, owns('Group', 'Half', 0.3), owns('Boss', 'Half', 0.7), owns('Half', 'Operator', 0.5), owns('Boss', 'Operator', 0.5), operates('Operator', 'pier there')])
    const [, there] = answer.reasons
    expect(there).toMatchObject({ side: 'THERE', code: 'NOT_CONTROLLED', organisations: ['Boss'], share: { low: expect.closeTo(0.15, 12), high: expect.closeTo(0.15, 12) } })
    expect(there!.sentence).toBe('Group holds 15 % over all chains in Operator in there, which is no control: Boss controls it. Holders without control stand in the list of financiers.')
    expect(there!.statements).toHaveLength(3)
    expect(codes(await ask([HERE, owns('Group', 'Operator', 0.1), operates('Operator', 'pier there')], { list: 'FINANCIERS' }))).toEqual([['BOTH', 'LISTED']])
  })

  it.each<[string, Parameters<typeof operates>[2] & object, string]>([
    ['BELOW_GRADES', { grade: 'claimed' }, 'Group would count in there, but the link of Group to pier there rests on the grade “claimed” alone; asked for were register, document, reported.'],
    ['STALE', { retrievedOn: '2024-01-01' }, 'Group would count in there, but the link of Group to pier there rests on a source last read on 2024-01-01, more than 24 months ago.'],
    ['AGREED', { status: 'agreed' }, 'Group would count in there, but the link of Group to pier there is agreed and its completion not seen.'],
    ['ANNOUNCED', { status: 'announced' }, 'Group would count in there, but the link of Group to pier there is announced only.'],
    ['DISPUTED', { status: 'disputed' }, 'Group would count in there, but the link of Group to pier there is disputed between sources.'],
    ['ENDED', { status: 'ended', validTo: '2020-05-01' }, 'Group would count in there, but the link of Group to pier there had ended by 2020-05-01.'],
    ['NOT_YET', { validFrom: '2030-01-01' }, 'Group would count in there, but the link of Group to pier there begins later, on 2030-01-01.'],
  ])('%s', async (code, fields, expected) => {
    const answer = await ask([HERE, operates('Group', 'pier there', fields)])
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', code]])
    expect(sentence(answer, code)).toBe(expected)
    expect(answer.reasons[1]!.statements).toHaveLength(1)
  })

  it('several links of one chain are missing, each for its own reason', async () => {
    const answer = await ask([HERE, owns('Group', 'Member', 1, { status: 'announced' }), operates('Member', 'pier there', { grade: 'inferred' })])
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', 'ANNOUNCED'], ['THERE', 'BELOW_GRADES']])
  })

  it('grades that are asked for count', async () => {
    expect(codes(await ask([HERE, operates('Group', 'pier there', { grade: 'claimed' })], { grades: ['reported', 'claimed'] }))).toEqual([['BOTH', 'LISTED']])
  })

  it('the site itself is gone, or only a doubtful judgement joins the two records', async () => {
    const gone = await ask([HERE, operates('Group', 'old pier'), locatedIn('old pier', 'there', { status: 'ended', validTo: '2019' })], {}, [site('old pier', 'port terminal')])
    expect(codes(gone)).toEqual([['HERE', 'PRESENT'], ['THERE', 'ENDED']])
    const joined = await ask([HERE, operates('Grupo', 'pier there'), sameAs('Group', 'Grupo', { grade: 'inferred' })])
    expect(codes(joined)).toEqual([['HERE', 'PRESENT'], ['THERE', 'BELOW_GRADES']])
  })

  it('a later word has taken the place of the one that put it there', async () => {
    const answer = await ask([HERE, operates('Member', 'pier there'), owns('Group', 'Member', 0.8, { validFrom: '2010' }), owns('Group', 'Member', 0, { validFrom: '2020' })])
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', 'OVERTAKEN']])
  })

  it('a share that does not count is told, not denied', async () => {
    const answer = await ask([HERE, operates('Member', 'pier there'), owns('Group', 'Member', 0.3, { grade: 'claimed' })])
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', 'BELOW_GRADES']])
    expect(answer.reasons[1]!.sentence).toBe('Group would at most hold a share in something in there, which is no control; and the link of Group to Member rests on the grade “claimed” alone; asked for were register, document, reported.')
  })

  it('an announced purchase of what others hold in full is told, though no share is left for it', async () => {
    const answer = await ask([HERE, operates('Member', 'pier there'), owns('Seller', 'Member', 1), owns('Group', 'Member', undefined, { status: 'announced' })])
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', 'ANNOUNCED']])
    expect(answer.reasons[1]!.sentence).toBe('What is on record links Group with something in there, but the link of Group to Member is announced only.')
  })

  it('its role keeps it out: custodians, owners whom nobody names, people', async () => {
    const both = (name: string) => [operates(name, 'pier here'), operates(name, 'pier there')]
    const role = async (extra: Readonly<Record<string, unknown>>) => (await ask(both('Keeper'), { organisation: 'Keeper' }, [organisation('Keeper', extra)])).reasons[0]
    expect(await role({ kind: 'custodian' })).toMatchObject({ side: 'BOTH', code: 'ROLE_EXCLUDED', sentence: 'Keeper is a custodian: it holds for others and is never listed.' })
    expect(await role({ kind: 'opaque owner' })).toMatchObject({ code: 'ROLE_EXCLUDED' })
    expect(await role({ kind: 'opaque owner', name: 'natural persons (not named)' })).toMatchObject({ code: 'WITHHELD', sentence: 'natural persons (not named) stands for people. No names of people are kept, and nobody is followed from place to place.' })
  })

  it('it supplies nothing there', async () => {
    const answer = await ask([HERE, supplies('Group', 'pier here')], { list: 'SUPPLIERS' })
    expect(codes(answer)).toEqual([['HERE', 'PRESENT'], ['THERE', 'NO_SITE_ON_RECORD']])
    expect(answer.reasons[0]!.sentence).toContain('Group supplies 1 site')
  })

  it('says what is wrong with what was asked', async () => {
    const questions = bindQuestions({ snapshot: await aWorld([...NODES, place('quarter'), organisation('Group')], [...PLACED, partOf('quarter', 'here')]), today: () => TODAY })
    const asked = { organisation: 'Group', here: 'here', there: 'there', list: 'CONTROLLERS' } as const
    expect(questions.whyNot({ ...asked, organisation: 'nobody' }).kind).toBe('NotFound')
    expect(questions.whyNot({ ...asked, there: 'nowhere' }).kind).toBe('NotFound')
    expect(questions.whyNot({ ...asked, organisation: 'here' })).toMatchObject({ kind: 'InvalidInput', field: 'organisation' })
    expect(questions.whyNot({ ...asked, there: 'quarter' })).toMatchObject({ kind: 'InvalidInput', field: 'there' })
    expect(codes(value(questions.whyNot(asked)))).toEqual([['HERE', 'NO_SITE_ON_RECORD'], ['THERE', 'NO_SITE_ON_RECORD']])
  })
})
