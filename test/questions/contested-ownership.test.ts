import { describe, expect, it } from 'vitest'
import type { Ownership, Outcome } from '../../api/questions/answers.ts'
import type { OwnershipArgs } from '../../api/questions/ownership.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Statement } from '#model/model.ts'
import { TODAY, aWorld, owns, sameAs, votes } from '../worlds/snapshot-world.ts'
import { seededRandom } from '../seeded-random.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const asked = async (statements: readonly Statement[], of: string, more: Partial<OwnershipArgs> = {}, today = TODAY): Promise<Outcome<Ownership>> =>
  bindQuestions({ snapshot: await aWorld([], statements), today: () => today }).ownership({ of, direction: 'UP', minShare: undefined, threshold: 0.25, ...more })
const ownership = async (...args: Parameters<typeof asked>): Promise<Ownership> => value(await asked(...args))
const holder = (answer: Ownership, id: string) => answer.holders.find(({ node }) => node === id)
const share = (answer: Ownership, id: string) => { const found = holder(answer, id)?.integrated; return found && [found.low, found.high] }

describe('sources that contradict each other', () => {
  //   src:1: A ──30%──▶ C       src:2: A ──40%──▶ C       (both of 2023)
  const disjoint = [owns('A', 'C', 0.3, { asOf: '2023', sourceId: 'src:1' }), owns('A', 'C', 0.4, { asOf: '2023', sourceId: 'src:2' })]
  it('give the envelope, and each source alone', async () => {
    expect(share(await ownership(disjoint, 'C'), 'A')).toEqual([0.3, 0.4])
    expect(share(await ownership(disjoint, 'C', { source: 'src:1' }), 'A')).toEqual([0.3, 0.3])
    const second = await ownership(disjoint, 'C', { source: 'src:2' })
    expect(share(second, 'A')).toEqual([0.4, 0.4])
    expect(second.conflicts).toEqual([])
    expect(second.basis.parameters).toContainEqual({ name: 'source', value: 'src:2' })
    expect(second.basis.notes).toContain('Where src:2 gives a figure, or is part of a contradiction, only its word counts; what it is silent about stands as others state it.')
  })
  //   register, January: A ──45%──▶ C       newspaper, February: A ──30%──▶ C
  const changed = [owns('A', 'C', 0.45, { asOf: '2026-01-15', sourceId: 'src:register' }), owns('A', 'C', 0.3, { asOf: '2026-02-15', sourceId: 'src:news' })]
  it('at different times are a change: the later word counts, the older one of another source is shown and can be asked for', async () => {
    const answer = await ownership(changed, 'C')
    expect([share(answer, 'A'), answer.conflicts]).toEqual([[0.3, 0.3], []])
    expect(answer.notCounted().map(({ why }) => why)).toEqual(['overtaken'])
    const alone = await ownership(changed, 'C', { source: 'src:register' })
    expect([share(alone, 'A'), alone.notCounted().map(({ why }) => why)]).toEqual([[0.45, 0.45], ['another source']])
    expect((await ownership([changed[0]!, { ...changed[1]!, sourceId: 'src:register' }], 'C')).notCounted()).toEqual([]) // a source that replaces its own word
  })
  it('a source that is silent about a share does not hide it when asked for alone', async () => {
    const world = [owns('A', 'C', undefined, { interest: 'consolidation', sourceId: 'src:1' }), owns('A', 'C', 0.6, { sourceId: 'src:2' })]
    expect(share(await ownership(world, 'C', { source: 'src:1' }), 'A')).toEqual([0.6, 0.6])
  })
  it('are listed with both, and with what each says', async () => {
    const { conflicts: [conflict] } = await ownership(disjoint, 'C')
    expect(conflict).toMatchObject({
      target: 'C', code: 'DISJOINT_FIGURES',
      bySource: [{ source: 'src:1', interval: { low: 0.3, high: 0.3 } }, { source: 'src:2', interval: { low: 0.4, high: 0.4 } }],
    })
    expect(conflict!.statements).toHaveLength(2)
  })
  it('with figures that overlap have a code of their own', async () => {
    const answer = await ownership([owns('A', 'C', [0.25, 0.5], { asOf: '2023', sourceId: 'src:1' }), owns('A', 'C', [0.4, 0.75], { asOf: '2023', sourceId: 'src:2' })], 'C')
    expect(answer.conflicts.map(({ code }) => code)).toEqual(['OVERLAPPING_FIGURES'])
    expect(share(answer, 'A')).toEqual([0.25, 0.75])
  })
  it('leave alone what is not contested, and what an older source said does not come back', async () => {
    const world = [...disjoint, owns('A', 'C', 0.9, { asOf: '2010', sourceId: 'src:2' }), owns('B', 'C', 0.2, { asOf: '2023', sourceId: 'src:3' })]
    const first = await ownership(world, 'C', { source: 'src:1' })
    expect([share(first, 'A'), share(first, 'B')]).toEqual([[0.3, 0.3], [0.2, 0.2]])
    expect(share(await ownership(world, 'C', { source: 'src:3' }), 'A')).toEqual([0.3, 0.4]) // it has no part in the contradiction
  })
  it('and together exceed 100 % are cut in proportion; each alone is not', async () => {
    const world = [owns('A', 'C', 0.7, { sourceId: 'src:1' }), owns('B', 'C', 0.6, { sourceId: 'src:2' })]
    const both = await ownership(world, 'C')
    expect(both.conflicts.map(({ code, bySource }) => [code, bySource.map(({ source, interval }) => [source, interval?.low])])).toEqual([
      ['MORE_THAN_ALL', [['src:1', 0.7], ['src:2', 0.6]]], ['DIFFERENT_PARENTS', [['src:1', 0.7], ['src:2', 0.6]]],
    ])
    expect(share(both, 'A')![0]).toBeCloseTo(0.7 / 1.3, 12)
    const first = await ownership(world, 'C', { source: 'src:1' })
    expect([share(first, 'A'), share(first, 'B'), first.conflicts]).toEqual([[0.7, 0.7], undefined, []])
  })
  it('name different parents at one date, and one parent each alone', async () => {
    const world = [owns('A', 'C', undefined, { interest: 'consolidation', asOf: '2023', sourceId: 'src:1' }), owns('B', 'C', undefined, { interest: 'consolidation', asOf: '2023', sourceId: 'src:2' })]
    expect((await ownership(world, 'C')).conflicts).toMatchObject([{ code: 'DIFFERENT_PARENTS', bySource: [{ source: 'src:1' }, { source: 'src:2' }] }])
    expect((await ownership(world, 'C', { source: 'src:2' })).holders.map(({ node, control }) => [node, control])).toEqual([['B', 'MAJORITY']])
  })
  it('an indirect stake without room is named beside the direct ones', async () => {
    const answer = await ownership([owns('M', 'C', 0.85, { sourceId: 'src:1' }), owns('N', 'C', 0.15, { sourceId: 'src:1' }), owns('T', 'C', 0.85, { direct: 'indirect', sourceId: 'src:2' })], 'C')
    const found = answer.conflicts.find(({ code }) => code === 'INDIRECT_BESIDE_DIRECT')
    expect([found?.statements.length, found?.bySource.map(({ source }) => source)]).toEqual([3, ['src:1', 'src:2']])
  })
  it('an unknown source, or an id of something else, is no answer', async () => {
    expect(await asked(disjoint, 'C', { source: 'src:9' })).toMatchObject({ kind: 'NotFound' })
    expect(await asked(disjoint, 'C', { source: 'A' })).toMatchObject({ kind: 'InvalidInput', field: 'source' })
  })
})

describe('dates known to the year', () => {
  const world = [owns('A', 'C', 0.6, { validFrom: '2016', validTo: '2020', status: 'ended' })]
  const on = async (asOf: string, reading: 'EARLIEST' | 'LATEST') => share(await ownership(world, 'C', { asOf, reading }), 'A')
  it('are read at the first day or at the last', async () => {
    expect([await on('2016-06-01', 'EARLIEST'), await on('2016-06-01', 'LATEST')]).toEqual([[0.6, 0.6], undefined])
    expect([await on('2016-12-31', 'LATEST'), await on('2020-06-01', 'EARLIEST'), await on('2020-06-01', 'LATEST'), await on('2020-12-31', 'LATEST')]).toEqual([[0.6, 0.6], undefined, [0.6, 0.6], undefined])
  })
  it('the basis says which, and the same day of a day-exact date does not move', async () => {
    const late = await ownership([owns('A', 'C', 0.6, { validFrom: '2016-05-02' })], 'C', { asOf: '2016-05-02', reading: 'LATEST' })
    expect(share(late, 'A')).toEqual([0.6, 0.6])
    expect(late.basis.parameters).toContainEqual({ name: 'reading', value: 'LATEST' })
    expect(late.basis.notes.some((note) => note.includes('at the last day they can mean'))).toBe(true)
    expect((await ownership(world, 'C')).basis.parameters).toContainEqual({ name: 'reading', value: 'EARLIEST' })
  })
  it('sources of one year are of the same time whatever the reading', async () => {
    const same = [owns('A', 'C', 0.3, { asOf: '2023', sourceId: 'src:1' }), owns('A', 'C', 0.4, { asOf: '2023-05-01', sourceId: 'src:2' })]
    for (const reading of ['EARLIEST', 'LATEST'] as const) expect(share(await ownership(same, 'C', { reading }), 'A')).toEqual([0.3, 0.4])
  })
  it('a start that would come after its own end stays at its first day', async () => {
    const short = [owns('A', 'C', 0.6, { validFrom: '2016', validTo: '2016-07-01', status: 'ended' })]
    expect(share(await ownership(short, 'C', { asOf: '2016-03-01', reading: 'LATEST' }), 'A')).toEqual([0.6, 0.6])
  })
})

describe('nominees and trustees', () => {
  const nominee = owns('N', 'C', 0.6, { interest: 'nominee', sourceId: 'src:register' })
  it('a nominee holds and controls nothing', async () => {
    const answer = await ownership([nominee], 'C')
    expect(holder(answer, 'N')).toMatchObject({ integrated: undefined, control: 'NONE', interests: ['nominee'], sentence: 'N holds in C in name only, for others: none of it counts as its own.' })
    expect(answer.remainder).toMatchObject({ low: 1, high: 1 })
  })
  it('share and control pass to the nominator a source names, over the nominee', async () => {
    const answer = await ownership([nominee, owns('B', 'N', undefined, { interest: 'nominator', sourceId: 'src:filing' }), owns('P', 'B', 1)], 'C')
    expect(share(answer, 'B')).toEqual([0.6, 0.6])
    expect(holder(answer, 'B')).toMatchObject({ control: 'MAJORITY', interests: ['nominator'] })
    expect(answer.conflicts).toEqual([]) // 60 % in the name of one and for the other are not 120 %
    expect(holder(answer, 'P')).toMatchObject({ control: 'GROUP', ultimate: true })
    const [path] = holder(answer, 'P')!.paths()
    expect(path!.nodes).toEqual(['P', 'B', 'N', 'C'])
    expect(path!.statements).toHaveLength(3)
    expect(path!.product).toMatchObject({ low: 0.6, high: 0.6 })
  })
  it('two nominators share it in a way nobody has stated', async () => {
    const answer = await ownership([nominee, owns('B', 'N', undefined, { interest: 'nominator' }), owns('D', 'N', undefined, { interest: 'nominator' })], 'C')
    expect(holder(answer, 'B')).toMatchObject({ integrated: { low: 0, high: 0.6, lowExclusive: true }, control: 'NONE' })
  })
  it('what a nominator also holds itself may be the same shares: from the larger to the sum', async () => {
    const answer = await ownership([owns('N', 'C', 0.3, { interest: 'nominee' }), owns('B', 'N', undefined, { interest: 'nominator' }), owns('B', 'C', 0.2)], 'C')
    expect(share(answer, 'B')).toEqual([0.3, 0.5])
  })
  it('a trustee is seen as one', async () => {
    expect(holder(await ownership([owns('T', 'C', 0.6, { interest: 'trust' })], 'C'), 'T')).toMatchObject({ interests: ['trust'], control: 'MAJORITY' })
  })
})

describe('what an ownership answer says', () => {
  it('upper bounds in words are “at most”', async () => {
    const band = { share: { min: 0.5, minExclusive: true, max: 0.75 } }
    const answer = await ownership([owns('A', 'B', undefined, band), owns('B', 'C', undefined, band), owns('X', 'C')], 'C')
    expect(holder(answer, 'A')!.sentence).toBe('By the statements on record, A holds more than 25 % and at most 56.25 % of C over all chains.')
    expect(holder(answer, 'X')!.sentence).toBe('By the statements on record, X has an interest in C over all chains, the size of which is not on record: less than 50 %.')
  })
  it('says that a ring of owners has no number, where the holder has a direct stake in the target', async () => {
    const answer = await ownership([owns('A', 'B', 1), owns('B', 'A', 1), owns('A', 'C', 0.5)], 'C')
    expect(holder(answer, 'A')).toMatchObject({ integrated: undefined, direct: { low: 0.5, high: 0.5 }, sentence: 'A stands in a closed ring of owners: what it holds of C over all chains cannot be computed.' })
  })
  it('behind a share beside a majority of votes shows what states the share, and what makes the majority', async () => {
    const [capital, votes] = [owns('A', 'C', 0.4, { sourceId: 'src:1' }), owns('A', 'C', 0.6, { interest: 'voting', sourceId: 'src:2', grade: 'reported' })]
    const [path] = holder(await ownership([capital, votes], 'C'), 'A')!.paths()
    expect([path!.statements.length, path!.figures.length, path!.product!.low, path!.grade]).toEqual([1, 1, 0.4, 'reported'])
  })
  //   A ──[20–30%]──▶ B ──50%──▶ A: what comes back is 10 to 15 %
  it('says what target and holders hold in themselves, and the sum over all walks', async () => {
    const answer = await ownership([owns('A', 'B', [0.2, 0.3]), owns('B', 'A', 0.5), owns('X', 'A', 0.1)], 'B')
    for (const own of [answer.selfHolding, holder(answer, 'A')!.selfHolding]) expect([own!.low.toFixed(12), own!.high.toFixed(12)]).toEqual(['0.100000000000', '0.150000000000'])
    expect(holder(answer, 'A')!.integrated!.low).toBeCloseTo(0.2, 12) // ŵ = t / n
    expect(holder(answer, 'A')!.allWalks).toBeCloseTo(0.2 / 0.9, 12) // t
    expect(holder(answer, 'X')!.selfHolding).toBeUndefined()
  })
  it('names what nobody on record holds, per company', async () => {
    const answer = await ownership([owns('A', 'B', 0.6), owns('B', 'C', [0.25, 0.5])], 'C')
    expect(answer.unrecorded()).toMatchObject([{ node: 'C', share: { low: 0.5, high: 0.75 } }, { node: 'B', share: { low: 0.4, high: 0.4 } }])
  })
  it('lists every statement behind the numbers, judgements between records included', async () => {
    const answer = await ownership([owns('A', 'B', 0.6), owns('B-list', 'C', 0.5), sameAs('B-list', 'B'), owns('Z', 'Y', 1)], 'C')
    expect(answer.statements()).toHaveLength(3)
    expect(answer.statementCount()).toBe(3)
  })
  it('suggests de facto control with its assumption, and only then', async () => {
    const answer = await ownership([owns('A', 'C', 0.45), owns('B', 'C', 0.15)], 'C')
    expect(holder(answer, 'A')).toMatchObject({ control: 'DE_FACTO', groupControl: false, votingPower: undefined })
    expect(holder(answer, 'A')!.oceanicPower).toBeGreaterThan(0.5)
    expect(answer.basis.notes.some((note) => note.startsWith('Oceanic power with 40 % of the votes unrecorded: All votes outside'))).toBe(true)
    expect(answer.basis.notes.some((note) => note.startsWith('DE_FACTO is a suggestion'))).toBe(true)
    expect(holder(await ownership([owns('A', 'C', 0.34)], 'C'), 'A')!.control).toBe('NONE')
    expect(holder(await ownership([owns('A', 'C', 0.45), votes('B', 'C', 0.55)], 'C'), 'A')!.control).toBe('NONE')
  })
  it('reports seed and standard error of a sampled voting power', async () => {
    const answer = await ownership(Array.from({ length: 20 }, (_, at) => owns(`H${at}`, 'C', 0.05)), 'C')
    expect(answer.basis.notes.find((note) => note.startsWith('Voting power of 20 blocks is sampled: seed 1, 20000 samples, standard error at most 0.00'))).toBeDefined()
    expect(answer.holders[0]!.votingPowerError).toBeGreaterThan(0)
    expect(answer.holders[0]!.networkControl).toBeCloseTo(0.05, 12)
  })
})

describe('ownership of random worlds', () => {
  const worlds = Array.from({ length: 60 }, (_, seed) => seed + 1)
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  function randomStatements(seed: number): Statement[] {
    const random = seededRandom(seed)
    return Array.from({ length: 4 + Math.floor(random() * 14) }, (_, at) => {
      const [from, to] = [names[Math.floor(random() * 8)]!, names[Math.floor(random() * 8)]!]
      const low = Math.round(random() * 60) / 100
      const kind = random()
      const more = { sourceId: `src:${at % 4}`, ...(random() < 0.3 ? { asOf: `${2015 + Math.floor(random() * 8)}` } : {}) }
      return kind < 0.4 ? owns(from, to, low, more) : kind < 0.7 ? owns(from, to, [low, Math.min(1, low + 0.3)], more) : kind < 0.8 ? owns(from, to, undefined, more)
        : kind < 0.9 ? owns(from, to, low, { ...more, interest: 'nominee' }) : owns(from, to, undefined, { ...more, interest: 'nominator' })
    }).filter(({ from, to }) => from !== to)
  }

  it.each(worlds)('%i: known holders and the unrecorded part add up to all; nothing is without a source', async (seed) => {
    const statements = randomStatements(seed)
    const snapshot = await aWorld([], statements)
    const sourceOf = new Map(Array.from({ length: snapshot.statements.count }, (_, at) => [snapshot.keyOf(at), snapshot.statements.source[at]!]))
    const questions = bindQuestions({ snapshot, today: () => TODAY })
    for (const of of names.filter((name) => snapshot.indexOf(name) !== undefined)) {
      const answer = value(questions.ownership({ of, direction: 'UP', minShare: undefined, threshold: 0.25 }))
      if (answer.status === 'SOLVED') {
        const ultimate = answer.holders.filter((row) => row.ultimate).reduce((sum, { integrated }) => sum + (integrated?.low ?? 0), 0)
        expect(Math.abs(ultimate + answer.remainder!.high - 1)).toBeLessThan(1e-9)
      }
      const edges = [...answer.statements(), ...answer.notCounted().map(({ key }) => key), ...answer.conflicts.flatMap(({ statements: named }) => named)]
      for (const row of answer.holders) {
        const paths = row.paths()
        expect(paths.length).toBeGreaterThan(0)
        for (const path of paths) {
          expect(path.statements).toHaveLength(path.nodes.length - 1)
          edges.push(...path.statements, ...path.figures, ...path.judgements)
        }
      }
      for (const key of edges) expect(sourceOf.get(key)).toBeGreaterThanOrEqual(0)
      for (const { bySource, statements: named } of answer.conflicts) expect(bySource.flatMap((side) => side.statements).sort()).toEqual([...named].sort())
    }
  })
})
