import { beforeAll, describe, expect, it } from 'vitest'
import { bindQuestions } from '../../api/bind-questions.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, partOf, place, sameAs, site } from '../worlds/snapshot-world.ts'

const SHARED = { here: 'here', there: 'there', list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20 } as const
let questions: ReturnType<typeof bindQuestions>
beforeAll(async () => {
  const nodes = [place('here'), place('there'), place('quarter'), place('here again'), organisation('Group'), site('s:1', 'data centre'), site('s:2', 'data centre')]
  questions = bindQuestions({ snapshot: await aWorld(nodes, [partOf('quarter', 'here'), sameAs('here', 'here again'), locatedIn('s:1', 'quarter'), locatedIn('s:2', 'there'), operates('Group', 's:1'), operates('Group', 's:2'), owns('Top', 'Group', 1)]), today: () => TODAY })
})
const invalid = (field: string) => ({ kind: 'InvalidInput', field })

describe('arguments that cannot be used', () => {
  it.each(['S:1', ' s:1', 's:1 ', 's: 1', 's:1\n'])('an id written otherwise is not guessed, but named: %j', (of) => {
    expect(questions.ownership({ of, direction: 'UP', minShare: undefined, threshold: 0.25 })).toMatchObject({ kind: 'NotFound', message: expect.stringMatching(/Did you mean s:1\?$/) as string })
  })

  it('unknown ids are named, with how to search', () => {
    expect(questions.sharedAdversaries({ ...SHARED, there: 'unlocode:XXXXX' })).toEqual({ kind: 'NotFound', message: 'there: no place with the id unlocode:XXXXX is on record. Ids look like unlocode:NLRTM or iso3166:NL; search(text: "…") finds them by name.' })
    expect(questions.mirrorPoints({ organisation: 'nobody', here: 'here', there: 'there', threshold: undefined }).kind).toBe('NotFound')
    expect(questions.ownership({ of: 'nobody', direction: 'UP', minShare: undefined, threshold: 0.25 }).kind).toBe('NotFound')
    expect(questions.paths({ from: 'Group', to: 'nobody', first: 5 }).kind).toBe('NotFound')
    expect(questions.coverage({ place: 'nowhere', domain: undefined }).kind).toBe('NotFound')
  })
  it('ids of something else are refused, not answered empty', () => {
    expect(questions.sharedAdversaries({ ...SHARED, there: 'Group' })).toMatchObject({ ...invalid('there'), reason: 'Group is an organisation', hint: 'Give the id of a place.' })
    expect(questions.ownership({ of: 'here', direction: 'UP', minShare: undefined, threshold: 0.25 })).toMatchObject(invalid('of'))
    expect(questions.paths({ from: 'Group', to: 'here', first: 5 })).toMatchObject(invalid('to'))
  })
  it('a place beside itself, or beside one it lies in', () => {
    expect(questions.sharedAdversaries({ ...SHARED, there: 'here' })).toMatchObject({ ...invalid('there'), reason: 'here is both here and there' })
    expect(questions.sharedAdversaries({ ...SHARED, there: 'here again' })).toMatchObject(invalid('there'))
    expect(questions.sharedAdversaries({ ...SHARED, there: 'quarter' })).toMatchObject({ ...invalid('there'), reason: 'quarter lies in here' })
    expect(questions.mirrorPoints({ organisation: 'Group', here: 'quarter', there: 'here', threshold: undefined })).toMatchObject({ ...invalid('there'), reason: 'quarter lies in here' })
  })
  it('dates that are no days, or absurd', () => {
    for (const asOf of ['2021-02-30', '2021', 'yesterday', '1850-01-01', '2037-01-01']) expect(questions.sharedAdversaries({ ...SHARED, asOf })).toMatchObject(invalid('asOf'))
    for (const asOf of ['1900-01-01', '2036-12-31']) expect(questions.sharedAdversaries({ ...SHARED, asOf }).kind).toBe('Answer')
  })
  it('numbers out of range', () => {
    for (const beta of [-0.1, 1.1, Number.NaN]) expect(questions.sharedAdversaries({ ...SHARED, beta })).toMatchObject(invalid('beta'))
    for (const first of [0, 101, 1.5]) expect(questions.sharedAdversaries({ ...SHARED, first })).toMatchObject(invalid('first'))
    expect(questions.mirrorPoints({ organisation: 'Group', here: 'here', there: 'there', threshold: 2 })).toMatchObject(invalid('threshold'))
    expect(questions.ownership({ of: 'Group', direction: 'UP', minShare: -1, threshold: 0.25 })).toMatchObject(invalid('minShare'))
    expect(questions.sharedAdversaries({ ...SHARED, grades: [] })).toMatchObject(invalid('grades'))
  })
  it('weights below 0, twice, or of nothing', () => {
    const weighted = (...weights: readonly { domain: 'port' | 'data centre'; weight: number }[]) => questions.sharedAdversaries({ ...SHARED, weights })
    expect(weighted({ domain: 'port', weight: -1 })).toMatchObject(invalid('weights'))
    expect(weighted({ domain: 'port', weight: 0 })).toMatchObject(invalid('weights'))
    expect(weighted({ domain: 'port', weight: 1 }, { domain: 'port', weight: 1 })).toMatchObject(invalid('weights'))
    expect(weighted({ domain: 'port', weight: 3 }, { domain: 'data centre', weight: 1 }).kind).toBe('Answer')
    const parametersOf = (outcome: ReturnType<typeof weighted>) => (outcome.kind === 'Answer' ? [outcome.value.basis.parameters, outcome.value.items.map(({ score }) => score)] : outcome)
    expect(parametersOf(weighted())).toEqual(parametersOf(questions.sharedAdversaries(SHARED)))
    expect(questions.sharedAdversaries({ ...SHARED, domain: 'port', weights: [{ domain: 'data centre', weight: 1 }] })).toMatchObject(invalid('weights'))
  })
})

describe('what an answer rests on', () => {
  it('names method, date, grades, version, parameters and readings', () => {
    const outcome = questions.sharedAdversaries({ ...SHARED, asOf: '2020-05-01', grades: ['register', 'reported'], beta: 0.5 })
    expect(outcome).toMatchObject({ value: { basis: { asOf: '2020-05-01', grades: ['register', 'reported'], method: 'Exposure by group control; harmonic mean of both places × (1 − β · ubiquity)' } } })
    if (outcome.kind !== 'Answer') throw new Error(outcome.message)
    expect(outcome.value.basis.parameters).toContainEqual({ name: 'beta', value: '0.5' })
    expect(outcome.value.basis.dataVersion.length).toBeGreaterThan(8)
    expect(outcome.value.basis.notes.join(' ')).toContain('data centre: sites counted')
  })
  it('is today by the clock where no date is given', () => {
    expect(questions.ownership({ of: 'Group', direction: 'UP', minShare: undefined, threshold: 0.25 })).toMatchObject({ value: { basis: { asOf: TODAY, grades: ['register', 'document', 'reported'] } } })
  })
})
