import { beforeAll, describe, expect, it } from 'vitest'
import { bindQuestions } from '../../api/bind-questions.ts'
import { TODAY, aWorld, brand, brandOf, locatedIn, operates, owns, partOf, place, sameAs, site } from '../worlds/snapshot-world.ts'

//   Top ──▶ Left ──▶ Low ──operates──▶ terminal        Top ──▶ Right ──▶ Low        brand Sign of Low
let questions: ReturnType<typeof bindQuestions>
beforeAll(async () => {
  const nodes = [place('port'), place('country', { kind: 'country' }), site('terminal', 'port terminal'), site('second', 'port terminal'), site('homes', 'residential portfolio'), brand('Sign')]
  const snapshot = await aWorld(nodes, [
    owns('Top', 'Left', 0.6, { grade: 'register' }), owns('Top', 'Right', 0.5, { grade: 'register' }), owns('Left', 'Low', 0.5), owns('Right', 'Low-register', 0.5, { grade: 'document' }), sameAs('Low', 'Low-register', { grade: 'document' }),
    operates('Low', 'terminal'), operates('Alone', 'second', { retrievedOn: '2025-03-01' }), brandOf('Sign', 'Low'), owns('Landlord', 'homes'),
    locatedIn('terminal', 'port'), locatedIn('second', 'port'), locatedIn('homes', 'country'), partOf('port', 'country'),
  ])
  questions = bindQuestions({ snapshot, today: () => TODAY })
})

describe('paths', () => {
  it('run from the holder down, shortest first, each as good as its weakest statement', () => {
    expect(questions.paths({ from: 'Top', to: 'terminal', first: 10 })).toMatchObject({ value: { totalCount: 2, items: [
      { nodes: ['Top', 'Left', 'Low', 'terminal'], product: undefined, grade: 'reported', judgements: [] },
      { nodes: ['Top', 'Right', 'Low', 'terminal'], grade: 'reported', judgements: [expect.any(String)] },
    ] } })
  })
  it('have a product where every step is a stake', () => {
    expect(questions.paths({ from: 'Top', to: 'Low', first: 1 })).toMatchObject({ value: { totalCount: 2, items: [{ nodes: ['Top', 'Left', 'Low'], product: { low: 0.3, high: 0.3, lowExclusive: false } }] } })
  })
  it('lead to brands', () => {
    expect(questions.paths({ from: 'Left', to: 'Sign', first: 5 })).toMatchObject({ value: { items: [{ nodes: ['Left', 'Low', 'Sign'] }] } })
  })
  it('are turned where only the other direction leads somewhere, and say so', () => {
    const outcome = questions.paths({ from: 'terminal', to: 'Top', first: 5 })
    expect(outcome).toMatchObject({ value: { totalCount: 2, items: [{ nodes: ['Top', 'Left', 'Low', 'terminal'] }, {}] } })
    if (outcome.kind === 'Answer') expect(outcome.value.basis.notes).toContain('Top stands above terminal: the paths run from there.')
  })
  it('are none between strangers, and refused from a thing to itself', () => {
    expect(questions.paths({ from: 'Landlord', to: 'Low', first: 5 })).toMatchObject({ value: { totalCount: 0, items: [] } })
    expect(questions.paths({ from: 'Low', to: 'Low-register', first: 5 })).toMatchObject({ kind: 'InvalidInput', field: 'to' })
  })
})

describe('coverage', () => {
  it('counts a place with all inside it', () => {
    expect(questions.coverage({ place: 'country', domain: undefined })).toMatchObject({ value: {
      sites: 3, withOperator: 2, withOwner: 1, oldestSource: '2025-03-01', sentence: '1 of 3 sites in country has an owner on record, 2 an operator.',
      byDomain: [{ domain: 'port', sites: 2, withOperator: 2, withOwner: 0 }, { domain: 'housing', sites: 1, withOperator: 0, withOwner: 1 }],
    } })
  })
  it('names the operators that lead to no group, and what to look for next', () => {
    expect(questions.coverage({ place: 'port', domain: 'port' })).toMatchObject({ value: { unconnectedOperators: [{ organisation: 'Alone', sites: 1 }], nextRecord: 'Which group Alone belongs to (1 site of the domain port in port).' } })
  })
  it('is everything without a place, and nothing said plainly', () => {
    expect(questions.coverage({ place: undefined, domain: undefined })).toMatchObject({ value: { sites: 3 } })
    expect(questions.coverage({ place: 'port', domain: 'energy' })).toMatchObject({ value: { sites: 0, sentence: 'No sites of the domain energy in port are on record.', nextRecord: undefined } })
  })
})
