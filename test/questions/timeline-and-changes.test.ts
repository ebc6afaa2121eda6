import { describe, expect, it } from 'vitest'
import type { Change, Outcome } from '../../api/questions/answers.ts'
import type { ChangesArgs } from '../../api/questions/changes.ts'
import type { TimelineArgs } from '../../api/questions/timeline.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { isoDay, dayNumber } from '#snapshot/day-number.ts'
import { TODAY, aWorld, brand, brandOf, locatedIn, operates, owns, partOf, place, sameAs, site, soldIn } from '../worlds/snapshot-world.ts'
import { seededRandom } from '../seeded-random.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const questionsOf = async (statements: readonly Statement[], nodes: readonly NodeValue[] = []) => bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY })
const timeline = async (statements: readonly Statement[], more: Partial<TimelineArgs> = {}, nodes: readonly NodeValue[] = []) => (await questionsOf(statements, nodes)).timeline({ organisation: 'A', target: 'C', ...more })
const changesOf = async (statements: readonly Statement[], more: Partial<ChangesArgs> = {}, nodes: readonly NodeValue[] = []) =>
  (await questionsOf(statements, nodes)).changes({ from: '2010-01-01', to: '2026-01-01', place: undefined, organisation: undefined, first: 50, after: undefined, ...more })

describe('a timeline', () => {
  //   A ──60%──▶ B (2010 to 2020-03-01)      B ──50%──▶ C (from 2015-05)      A ──10%──▶ C (from 2018)
  const world = [
    owns('A', 'B', 0.6, { validFrom: '2010', validTo: '2020-03-01', status: 'ended' }), owns('B', 'C', 0.5, { validFrom: '2015-05' }), owns('A', 'C', 0.1, { validFrom: '2018' }),
  ]
  it('has a period for every span in which the share stays the same, each with its statements', async () => {
    const { periods } = value(await timeline(world))
    expect(periods.map(({ from, fromPrecision, to, toPrecision, share, control, statements }) => [from, fromPrecision, to, toPrecision, share!.low.toFixed(2), control, statements.length])).toEqual([
      ['2015-05-01', 'month', '2018-01-01', 'year', '0.30', 'NONE', 2],
      ['2018-01-01', 'year', '2020-03-01', 'day', '0.40', 'GROUP', 3], // 10 % and the 50 % of what it controls
      ['2020-03-01', 'day', undefined, undefined, '0.10', 'NONE', 1],
    ])
    expect(periods[1]!.sentence).toBe('From 2018 until 2020-03-01: by the statements on record, A holds 40 % of C over all chains; A controls it together with the companies it controls.')
  })
  it('reads dates known to the year at their last day when asked to', async () => {
    const { periods, basis } = value(await timeline(world, { reading: 'LATEST' }))
    expect(periods.map(({ from, to }) => [from, to])).toEqual([['2015-05-31', '2018-12-31'], ['2018-12-31', '2020-03-01'], ['2020-03-01', undefined]])
    expect(basis.parameters).toContainEqual({ name: 'reading', value: 'LATEST' })
  })
  it('is one undated period where nothing has a date, and none without a connection', async () => {
    expect(value(await timeline([owns('A', 'C', 0.6)])).periods).toMatchObject([{ from: undefined, to: undefined, control: 'MAJORITY', sentence: 'At any date: by the statements on record, A holds 60 % of C over all chains; A controls it by a direct majority.' }])
    expect(value(await timeline([owns('A', 'B', 0.6), owns('X', 'C', 0.6)])).periods).toEqual([])
  })
  it('follows who runs a site, through what it controls and through records that are the same', async () => {
    const { periods } = value(await timeline([
      owns('A', 'B', 1, { validFrom: '2012' }), operates('B-list', 'C', { validFrom: '2010', validTo: '2021', status: 'ended' }), sameAs('B-list', 'B'),
    ], {}, [site('C', 'port terminal')]))
    expect(periods).toMatchObject([{ from: '2012-01-01', to: '2021-01-01', share: undefined, control: 'MAJORITY', operates: true }])
    expect(periods[0]!.statements).toHaveLength(3)
  })
  //   A ──joint, 2012 to 2020──▶ V ◀──joint── P      V ──▶ C, or V operates C
  it.each([['a company', owns('V', 'C', 1), 0.5], ['a site it runs', operates('V', 'C'), undefined]] as const)('shares control of what a joint venture has: %s', async (_what, held, low) => {
    const nodes = held.type === 'OPERATES' ? [site('C', 'port terminal')] : []
    const { periods } = value(await timeline([
      owns('A', 'V', 0.5, { interest: 'joint control', validFrom: '2012', validTo: '2020', status: 'ended' }), owns('P', 'V', 0.5, { interest: 'joint control' }), owns('A', 'V', 0.3, { validFrom: '2020' }), held,
    ], {}, nodes))
    expect(periods.map(({ from, control, share, operates: runs }) => [from, control, share?.low, runs])).toEqual([['2012-01-01', 'JOINT', low, false], ['2020-01-01', 'NONE', low && 0.3, false]])
    expect(periods[0]!.sentence).toContain('; A shares control of it.')
  })
  it('has two partners in joint control at the dates at which both are stated, and a majority alone before', async () => {
    const { periods } = value(await timeline([
      owns('A', 'C', 1, { validFrom: '2010', validTo: '2016', status: 'ended' }), ...['A', 'P'].map((party) => owns(party, 'C', 0.5, { interest: 'joint control', validFrom: '2016' })),
    ]))
    expect(periods.map(({ from, control, sentence }) => [from, control, sentence])).toEqual([
      ['2010-01-01', 'MAJORITY', 'From 2010 until 2016: by the statements on record, A holds 100 % of C over all chains; A controls it by a direct majority.'],
      ['2016-01-01', 'JOINT', 'From 2016: by the statements on record, A holds 50 % of C over all chains; A shares control of it.'],
    ])
  })
  it('suggests de facto control by the largest block until somebody controls', async () => {
    const { periods } = value(await timeline([owns('A', 'C', 0.45), owns('B', 'C', 0.2, { validFrom: '2010' }), owns('B', 'C', 0.51, { validFrom: '2020' })]))
    expect(periods.map(({ from, control }) => [from, control])).toEqual([[undefined, 'NONE'], ['2010-01-01', 'DE_FACTO'], ['2020-01-01', 'NONE']]) // at first 55 % might be one block
    expect(periods[1]!.sentence).toContain('A may control it as the largest block.')
  })
  it('refuses one thing twice and unknown ids', async () => {
    expect(await timeline(world, { target: 'A' })).toMatchObject({ kind: 'InvalidInput', field: 'target' })
    expect(await timeline(world, { target: 'Z' })).toMatchObject({ kind: 'NotFound' })
  })
  it('refuses more changes than can be answered, and says so', async () => {
    const many = Array.from({ length: 301 }, (_, at) => owns('A', 'C', 0.001 * (at + 1), { validFrom: isoDay(dayNumber('2000-01-01') + at) }))
    expect(await timeline(many)).toMatchObject({ kind: 'TooLarge' })
  })

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('says at any day what ownership says as of that day (world %i)', async (seed) => {
    const random = seededRandom(seed)
    const names = ['A', 'B', 'C', 'D', 'E']
    const statements = Array.from({ length: 12 }, () => {
      const start = 2000 + Math.floor(random() * 20)
      const ends = random() < 0.5
      return owns(names[Math.floor(random() * 5)]!, names[Math.floor(random() * 5)]!, Math.round(random() * 70) / 100, {
        sourceId: `src:${Math.floor(random() * 3)}`, ...(random() < 0.15 ? {} : { validFrom: random() < 0.5 ? String(start) : `${start}-0${1 + Math.floor(random() * 9)}` }),
        ...(ends ? { validTo: String(start + 1 + Math.floor(random() * 8)), status: 'ended' as const } : {}), ...(random() < 0.4 ? { interest: random() < 0.5 ? 'operator group' as const : 'joint control' as const } : {}),
      })
    }).filter(({ from, to }) => from !== to)
    const questions = await questionsOf([...statements, owns('A', 'X', 0.1), owns('X', 'C', 0.1, { validFrom: '2024' })])
    const { periods } = value(questions.timeline({ organisation: 'A', target: 'C' }))
    for (let look = 0; look < 12; look++) {
      const asOf = isoDay(dayNumber('1999-06-01') + Math.floor(random() * 10_000))
      const now = value(questions.ownership({ of: 'C', direction: 'UP', minShare: undefined, threshold: 0.25, asOf })).holders.find(({ node }) => node === 'A')
      const period = periods.find(({ from, to }) => (from ?? '0') <= asOf && asOf < (to ?? '9'))
      expect([period?.share?.low, period?.share?.high]).toEqual([now?.integrated?.low, now?.integrated?.high])
      if (now !== undefined) expect(period!.control).toBe(now.control)
    }
  })
})

const told = ({ items }: { readonly items: readonly Change[] }) => items.map(({ kind, on, onPrecision, before }) => `${kind} ${on} ${onPrecision}${before === undefined ? '' : ' before'}`)

describe('changes between two days', () => {
  it('are what began, ended and got another figure, newest first', async () => {
    const answer = value(await changesOf([
      owns('A', 'B', 0.3, { validFrom: '2012' }), owns('A', 'B', 0.4, { validFrom: '2015-06-30', sourceId: 'src:2' }), owns('X', 'B', 0.1, { validFrom: '2011', validTo: '2019-07', status: 'ended' }), owns('U', 'B', 0.1),
    ]))
    expect(told(answer)).toEqual(['ENDED 2019-07-01 month', 'CHANGED 2015-06-30 day before', 'BEGAN 2012-01-01 year', 'BEGAN 2011-01-01 year'])
    expect(answer.totalCount).toBe(4)
  })
  it('are not what only says the same again, gives no figure, or is told by two sources', async () => {
    const answer = value(await changesOf([
      owns('A', 'B', 0.3, { asOf: '2012' }), owns('A', 'B', 0.3, { asOf: '2014', sourceId: 'src:2' }), owns('A', 'B', 0.3, { asOf: '2014', sourceId: 'src:3' }), owns('A', 'B', undefined, { asOf: '2016' }),
      operates('A', 's', { asOf: '2012' }), operates('A', 's', { asOf: '2012', sourceId: 'src:2' }),
    ], {}, [site('s', 'port terminal')]))
    expect(told(answer)).toEqual(['BEGAN 2012-01-01 year', 'BEGAN 2012-01-01 year'])
  })
  it('an exact 0 ends what was held; an end with a successor is a change of the figure alone', async () => {
    expect(told(value(await changesOf([owns('A', 'B', 0.3, { validFrom: '2012' }), owns('A', 'B', 0, { validFrom: '2018-03-01' })])))).toEqual(['ENDED 2018-03-01 day before', 'BEGAN 2012-01-01 year'])
    expect(told(value(await changesOf([owns('A', 'B', 0.3, { validFrom: '2012', validTo: '2016', status: 'ended' }), owns('A', 'B', 0.5, { validFrom: '2014' })])))).toEqual(['CHANGED 2014-01-01 year before', 'BEGAN 2012-01-01 year'])
  })
  it('leave out what does not count: announced, disputed, stale, of a grade not asked for', async () => {
    const answer = value(await changesOf([
      owns('A', 'B', 0.1, { validFrom: '2012', status: 'announced' }), owns('A', 'B', 0.2, { validFrom: '2013', status: 'disputed' }), owns('A', 'B', 0.3, { validFrom: '2014', retrievedOn: '2020-01-01' }),
      owns('A', 'B', 0.4, { validFrom: '2015', grade: 'inferred' }), owns('A', 'B', 0.5, { validFrom: '2016' }),
    ]))
    expect(told(answer)).toEqual(['BEGAN 2016-01-01 year'])
  })
  it('around an organisation are its own and those of what it controls', async () => {
    const world = [owns('A', 'B', 0.6, { validFrom: '2012' }), owns('B', 'C', 0.2, { validFrom: '2013' }), owns('X', 'Y', 0.2, { validFrom: '2014' }), operates('B', 's', { validFrom: '2016' })]
    expect(told(value(await changesOf(world, { organisation: 'A' }, [site('s', 'port terminal')])))).toEqual(['BEGAN 2016-01-01 year', 'BEGAN 2013-01-01 year', 'BEGAN 2012-01-01 year'])
    expect(told(value(await changesOf(world, { organisation: 'C' }, [site('s', 'port terminal')])))).toEqual(['BEGAN 2013-01-01 year'])
  })
  it('around a place are those of its sites and brands, of who runs or holds them, and of everybody above', async () => {
    const nodes = [place('p'), place('q'), place('land'), site('s', 'port terminal'), site('t', 'port terminal'), brand('tea')]
    const world = [
      partOf('p', 'land'), locatedIn('s', 'p', { validFrom: '2011' }), locatedIn('t', 'q', { validFrom: '2012' }), operates('B', 's', { validFrom: '2013' }), operates('D', 't', { validFrom: '2014' }),
      owns('A', 'B', 0.6, { validFrom: '2015' }), soldIn('tea', 'p', { validFrom: '2016' }), brandOf('tea', 'T', { validFrom: '2017' }), owns('A', 'elsewhere', 0.5, { validFrom: '2018' }),
    ]
    const years = async (id: string) => value(await changesOf(world, { place: id }, nodes)).items.map(({ on }) => on.slice(0, 4))
    expect(await years('p')).toEqual(['2017', '2016', '2015', '2013', '2011'])
    expect(await years('land')).toEqual(['2017', '2016', '2015', '2013', '2011']) // all that lies in it
    expect(await years('q')).toEqual(['2014', '2012'])
  })
  it('come page by page', async () => {
    const world = Array.from({ length: 7 }, (_, at) => owns(`H${at}`, 'B', 0.1, { validFrom: `201${at}-05-01` }))
    const first = value(await changesOf(world, { first: 3 }))
    const second = value(await changesOf(world, { first: 3, after: first.items.at(-1)!.id }))
    const third = value(await changesOf(world, { first: 3, after: second.items.at(-1)!.id }))
    expect([first, second, third].map(({ items, hasNextPage, hasPreviousPage }) => [items.length, hasNextPage, hasPreviousPage])).toEqual([[3, true, false], [3, true, true], [1, false, true]])
    expect(new Set([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(7)
  })
  const world = [owns('A', 'B', 0.3, { validFrom: '2012' })]
  it.each([
    ['dates in the wrong order', { from: '2020-01-01', to: '2019-01-01' }, 'to'], ['a span before everything on record', { from: '1950-01-01', to: '1960-01-01' }, 'to'], ['a span after everything on record', { from: '2025-01-01', to: '2026-01-01' }, 'from'],
    ['a day before 1900', { from: '1200-01-01' }, 'from'], ['a day far ahead', { to: '2150-01-01' }, 'to'], ['a cursor of another list', { after: 'nothing:began' }, 'after'], ['no rows', { first: 0 }, 'first'], ['a place for an organisation', { organisation: 'src:one' }, 'organisation'],
  ])('%s is refused, with the field', async (_what, more, field) => {
    const outcome = await changesOf(world, more)
    expect(outcome).toMatchObject({ kind: 'InvalidInput', field })
  })
  it('the hint of a span outside the record says what is on record', async () => {
    expect(await changesOf(world, { from: '1950-01-01', to: '1960-01-01' })).toMatchObject({ hint: 'Dates on record run from 2012-01-01 to 2012-01-01.' })
    expect(await changesOf(world, { organisation: 'nobody' })).toMatchObject({ kind: 'NotFound' })
  })
})
