import { describe, expect, it } from 'vitest'
import type { Basis, Outcome } from '../../api/questions/answers.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { TODAY, aWorld, locatedIn, operates, owns, place, sameAs, site } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const WHERE = ['here', 'there'] as const
const NODES: readonly NodeValue[] = WHERE.flatMap((where) => [place(where), site(`pier ${where}`, 'port terminal')])
const dated = (when: { validFrom?: string; validTo?: string; status?: 'ended' }) => WHERE.flatMap((where) => [locatedIn(`pier ${where}`, where, when), operates('Group', `pier ${where}`, when)])
const asked = async (statements: readonly Statement[]) => bindQuestions({ snapshot: await aWorld(NODES, statements), today: () => TODAY })
const shared = async (statements: readonly Statement[], asOf: string) =>
  value((await asked(statements)).sharedAdversaries({ here: 'here', there: 'there', list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20, asOf }))
/** What a basis says of the date, ahead of everything else. */
const ofTheDate = ({ notes }: Basis) => notes.filter((note) => /in force on|first date on record/.test(note))

describe('a date before all data', () => {
  const world = [...dated({ validFrom: '2014-08' }), owns('Top', 'Group', 1, { validFrom: '2016-05-02' }), sameAs('GROUP', 'Group')]

  it('is answered with nothing, with the reason, and with the day from which the record speaks', async () => {
    const { totalCount, basis, coverageHere } = await shared(world, '2000-01-01')
    expect(totalCount).toBe(0)
    expect(basis.notes[0]).toBe('No statement of the grades asked for is in force on 2000-01-01; the record speaks from 2014-08-01 on.')
    expect(coverageHere.sentence).toBe('No sites in here are on record for 2000-01-01; the first on record is from 2014-08 on.')
  })

  it('says so in every answer with a basis, and nothing of it on a day with data', async () => {
    const questions = await asked(world)
    const early = { asOf: '2000-01-01' }
    for (const { basis } of [
      value(questions.ownership({ of: 'Group', direction: 'UP', minShare: undefined, threshold: 0.25, ...early })), value(questions.coverage({ place: 'here', domain: undefined, ...early })),
      value(questions.mirrorPoints({ organisation: 'Group', here: 'here', there: 'there', threshold: undefined, ...early })), value(questions.paths({ from: 'Top', to: 'Group', first: 5, ...early })),
    ]) expect(ofTheDate(basis)).toHaveLength(1)
    expect(ofTheDate((await shared(world, '2014-08-01')).basis)).toEqual([])
    expect(ofTheDate((await shared(world, TODAY)).basis)).toEqual([])
  })

  it('leaves what has no date, and says that only that counts', async () => {
    const { totalCount, basis } = await shared([...dated({}), owns('Top', 'Group', 1, { validFrom: '2016-05-02' })], '2000-01-01')
    expect(totalCount).toBe(1)
    expect(ofTheDate(basis)).toEqual(['2000-01-01 is before the first date on record, 2016-05-02: only what has no date counts.'])
  })

  it('reads imprecise dates as it is asked to', async () => {
    const { basis, sentence } = value((await asked(world)).coverage({ place: 'here', domain: undefined, asOf: '2014-08-15', reading: 'LATEST' }))
    expect(ofTheDate(basis)).toEqual(['No statement of the grades asked for is in force on 2014-08-15; the record speaks from 2014-08-31 on.'])
    expect(sentence).toBe('No sites in here are on record for 2014-08-15; the first on record is from 2014-08 on.')
  })

  it('does not count what is too old to count on any day, or of another grade', async () => {
    const old = dated({ validFrom: '1990' }).map((one) => ({ ...one, retrievedOn: '2001-01-01' }))
    const claimed = dated({ validFrom: '1991' }).map((one): Statement => ({ ...one, grade: 'claimed' }))
    expect(ofTheDate((await shared([...old, ...claimed, owns('Top', 'Group', 1, { validFrom: '2016' })], '1995-01-01')).basis)).toEqual(['No statement of the grades asked for is in force on 1995-01-01; the record speaks from 2016-01-01 on.'])
  })
})

describe('a date after all data', () => {
  it('says that nothing is in force any more', async () => {
    const { basis, coverageHere } = await shared(dated({ validFrom: '2010', validTo: '2015', status: 'ended' }), '2020-01-01')
    expect(ofTheDate(basis)).toEqual(['No statement of the grades asked for is in force on 2020-01-01.'])
    expect(coverageHere.sentence).toBe('No sites in here are on record for 2020-01-01; those on record had ended by then, or begin later.')
  })

  it('says of a domain without sites only that there are none', async () => {
    expect(value((await asked(dated({ validFrom: '2010' }))).coverage({ place: 'here', domain: 'energy' })).sentence).toBe('No sites of the domain energy in here are on record.')
  })
})
