import { describe, expect, it } from 'vitest'
import type { Outcome, Path } from '../../api/questions/answers.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import { GRADES } from '#model/code-lists.ts'
import type { Grade } from '#model/code-lists.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { statementKey } from '#model/statement-key.ts'
import { TODAY, aWorld, locatedIn, operates, owns, place, sameAs, site, source } from '../worlds/snapshot-world.ts'
import { seededRandom } from '../seeded-random.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const ALL: readonly Grade[] = GRADES.codes.map(({ code }) => code)
const weakest = (grades: readonly Grade[]): Grade => ALL[Math.max(...grades.map((grade) => ALL.indexOf(grade)))]!

/** Companies in six places of a chain with two records of some, sites at the end; every statement of a random grade and source. */
function randomWorld(seed: number): { readonly nodes: readonly NodeValue[]; readonly statements: readonly Statement[] } {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const support = () => ({ grade: pick(ALL), sourceId: `src:${Math.floor(random() * 6)}` })
  const companies = Array.from({ length: 12 }, (_, at) => `c${at}`)
  const stakes = companies.flatMap((held, at) => companies.slice(0, at).filter(() => random() < 0.35).map((holder) => owns(holder, random() < 0.2 ? `${held}-list` : held, Math.round(random() * 20) / 100 + 0.01, support())))
  const joined = companies.filter(() => random() < 0.7).map((company) => sameAs(`${company}-list`, company, support()))
  const sites = ['s0', 's1', 's2', 's3']
  return {
    nodes: [place('p'), place('q'), ...sites.map((id) => site(id, 'port terminal')), ...Array.from({ length: 6 }, (_, at) => source(`src:${at}`))],
    statements: [...stakes, ...joined, ...sites.flatMap((id, at) => [locatedIn(id, at % 2 === 0 ? 'p' : 'q', support()), operates(pick(companies), id, support()), ...(random() < 0.5 ? [operates(pick(companies), id, support())] : [])])],
  }
}

describe('a path', () => {
  it('is as good as its weakest statement, over 1,000 random paths', async () => {
    let compared = 0
    const seen = new Set<Grade>()
    for (let seed = 1; compared < 1_000; seed++) {
      const { nodes, statements } = randomWorld(seed)
      const gradeOf = new Map(statements.map((one) => [statementKey(one), one.grade]))
      const questions = bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY })
      const holders = ['c10', 'c11', 's0', 's1'].flatMap((of) => value(questions.ownership({ of, direction: 'UP', minShare: undefined, threshold: 0.25, grades: ALL })).holders)
      const ways = ['s0', 's1', 's2', 's3'].flatMap((to) => value(questions.paths({ from: 'c0', to, first: 100, grades: ALL })).items)
      for (const path of [...holders.flatMap(({ paths }) => paths()), ...ways]) {
        const grade = weakest([...path.statements, ...path.judgements].map((key) => gradeOf.get(key)!))
        expect(path.grade).toBe(grade)
        seen.add(grade)
        compared++
      }
    }
    expect(compared).toBeGreaterThanOrEqual(1_000)
    expect(seen.size).toBeGreaterThanOrEqual(4)
  })

  it('of a default answer rests on register, document and reported alone', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { nodes, statements } = randomWorld(seed)
      const gradeOf = new Map(statements.map((one) => [statementKey(one), one.grade]))
      const questions = bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY })
      const paths = ['c9', 'c10', 'c11'].flatMap((of) => value(questions.ownership({ of, direction: 'UP', minShare: undefined, threshold: 0.25 })).holders.flatMap((row): readonly Path[] => row.paths()))
      for (const key of paths.flatMap((path) => [...path.statements, ...path.judgements])) expect(['register', 'document', 'reported']).toContain(gradeOf.get(key))
    }
  })
})

describe('every edge of an answer', () => {
  it('has a source on record, in 60 random worlds and all questions over two places', async () => {
    let edges = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { nodes, statements } = randomWorld(seed)
      const snapshot = await aWorld(nodes, statements)
      const sourceOf = new Map(Array.from({ length: snapshot.statements.count }, (_, at) => [snapshot.keyOf(at), snapshot.nodes.ids[snapshot.statements.source[at]!]]))
      const questions = bindQuestions({ snapshot, today: () => TODAY })
      const lists = (['CONTROLLERS', 'FINANCIERS'] as const).flatMap((list) => value(questions.sharedAdversaries({ here: 'p', there: 'q', list, domain: undefined, weights: undefined, beta: undefined, collapse: false, first: 100, grades: ALL })).items)
      const paths = lists.flatMap(({ here, there }) => [...here.sites, ...there.sites].flatMap((held) => held.paths()))
      const timelines = ['c0', 'c1'].flatMap((organisation) => value(questions.timeline({ organisation, target: 's0', grades: ALL })).periods)
      for (const key of [...paths.flatMap((path) => [...path.statements, ...path.judgements]), ...timelines.flatMap((period) => period.statements)]) {
        expect(sourceOf.get(key)).toMatch(/^src:\d$/)
        edges++
      }
    }
    expect(edges).toBeGreaterThan(1_000)
  })
})

describe('a source nobody has read again', () => {
  const nodes = [place('p'), place('q'), site('s', 'port terminal'), site('t', 'port terminal')]
  const world = (retrievedOn: string) => [
    locatedIn('s', 'p'), locatedIn('t', 'q'), operates('A', 's'), operates('A', 't', { retrievedOn }), owns('H', 'A', 0.6, { retrievedOn, asOf: '2015' }),
  ]
  const at = async (today: string, retrievedOn: string) => {
    const questions = bindQuestions({ snapshot: await aWorld(nodes, world(retrievedOn).map((one) => ({ ...one, retrievedOn: one.retrievedOn === retrievedOn ? retrievedOn : today }))), today: () => today })
    const owners = value(questions.ownership({ of: 'A', direction: 'UP', minShare: undefined, threshold: 0.25 }))
    const shared = value(questions.sharedAdversaries({ here: 'p', there: 'q', list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20 }))
    return { holders: owners.holders.map(({ node }) => node), notCounted: owners.notCounted().length, shared: shared.items.length, notes: owners.basis.notes }
  }
  it('counts for 24 months to the day, whatever the date it speaks of', async () => {
    expect(await at('2026-11-24', '2024-11-24')).toMatchObject({ holders: ['H'], notCounted: 0, shared: 1 })
  })
  it('drops out of scores the day after, and is shown as not counted', async () => {
    const stale = await at('2026-11-25', '2024-11-24')
    expect(stale).toMatchObject({ holders: [], notCounted: 2, shared: 0 })
    expect(stale.notes).toContain('In the whole atlas 2 statements do not count: the source was last read more than 24 months ago.')
  })
  it('is back once it was read again', async () => {
    expect(await at('2026-11-25', '2026-11-20')).toMatchObject({ holders: ['H'], notCounted: 0, shared: 1 })
  })
})

describe('what is disputed', () => {
  it('is in no number and no path, and is shown with its holder', async () => {
    const disputed = owns('X', 'C', 0.6, { status: 'disputed' })
    const announced = owns('Y', 'C', 0.3, { status: 'announced' })
    const answer = value(bindQuestions({ snapshot: await aWorld([], [owns('A', 'C', 0.4), announced, disputed]), today: () => TODAY }).ownership({ of: 'C', direction: 'UP', minShare: undefined, threshold: 0.25 }))
    expect(answer.holders.map(({ node, integrated }) => [node, integrated!.high])).toEqual([['A', 0.4]])
    expect(answer.remainder).toMatchObject({ low: 0.6, high: 0.6 })
    expect(answer.notCounted()).toEqual([{ key: statementKey(disputed), why: 'disputed' }, { key: statementKey(announced), why: 'announced' }])
    expect(answer.statements()).toHaveLength(1)
    expect(answer.basis.notes).toContain('In the whole atlas 2 statements do not count: agreed, announced or disputed.')
  })
})
