import { describe, expect, it } from 'vitest'
import { hoursBetween } from '#analytics/twins/twin-fit.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { dayNumber } from '#snapshot/day-number.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Outcome } from '../../api/questions/answers.ts'
import type { TwinMatching } from '../../api/questions/twin-matching.ts'
import type { TwinsArgs } from '../../api/questions/twins.ts'
import { TODAY, aWorld, brand, brandOf, locatedIn, operates, owns, partOf, place, site, soldIn, twinnedWith } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const asked = async (nodes: readonly NodeValue[], statements: readonly Statement[]) => bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY })
const ARGS = { place: 'Home', domain: undefined, fit: undefined, first: 20 } as const
type World = { readonly nodes: NodeValue[]; readonly statements: Statement[] }

/** `counts` terminals of each operator in a place of 100. */
function harbour(where: string, counts: Readonly<Record<string, number>>, extra: Readonly<Record<string, unknown>> = {}): World {
  const operators = Object.entries(counts).flatMap(([operator, count]) => Array.from({ length: count }, () => operator))
  const ids = Array.from({ length: 100 }, (_, at) => `${where}/${String(at).padStart(3, '0')}`)
  return {
    nodes: [place(where, extra), ...ids.map((id) => site(id, 'port terminal'))],
    statements: [...ids.map((id) => locatedIn(id, where)), ...operators.map((operator, at) => operates(operator, ids[at]!))],
  }
}
const together = (...worlds: readonly World[]): World => ({ nodes: worlds.flatMap(({ nodes }) => nodes), statements: worlds.flatMap(({ statements }) => statements) })

describe('twins of a place', () => {
  // Home: A 20, B 10 of 100 · Near: A 20, B 10 · Far: A 5 · Elsewhere: nobody of them
  const home = harbour('Home', { A: 20, B: 10 }, { languages: ['en-GB'], timeZone: 'Europe/London' })
  const near = harbour('Near', { A: 20, B: 10 }, { languages: ['en', 'fr'], timeZone: 'America/New_York' })
  const far = harbour('Far', { A: 5 }, { languages: ['ja'], timeZone: 'Asia/Tokyo' })
  const world = together(home, near, far, harbour('Elsewhere', { C: 4 }))

  it('face the same organisations, equally, with counterparts; the four parts stand apart', async () => {
    const { items, totalCount, basis } = value((await asked(world.nodes, world.statements)).twins(ARGS))
    expect([items.map((twin) => twin.place), totalCount]).toEqual([['Near', 'Far'], 2])
    // A: H .2, in three of four places, 20 : 20 : 5 → effective number e^.9650 = 2.6247, U .5416, S .2 (1 − .25 · .5416) = .1729
    // B: H .1, in two of four places equally, U 1/3, S .1 (1 − .25/3) = .0917; T = 1 − .8271 · .9083
    const [first, second] = items
    expect(first!.adversaries.map(({ organisation, score }) => [organisation, score.toFixed(4)])).toEqual([['A', '0.1729'], ['B', '0.0917']])
    expect(first!.sharedMass).toBeCloseTo(1 - (1 - 0.17292) * (1 - 0.0916667), 4)
    expect([first!.balance, first!.mirrorCoverage, first!.fit, first!.rank]).toEqual([1, 1, 0.5, 1])
    expect(first!.score).toBeCloseTo(first!.sharedMass * 0.75, 12)
    // Far: 5 of 100 against 20; five of the twenty sites here have a counterpart
    expect(second!.balance).toBeCloseTo(0.25, 12)
    expect(second!.mirrorCoverage).toBeCloseTo(0.25, 12)
    expect(first!.reasons.map(({ part, sentence }) => `${part}: ${sentence}`)).toEqual([
      'SHARED_MASS: 2 shared controllers: A, B.', 'BALANCE: They weigh about the same on both places.',
      'MIRROR_COVERAGE: All of their presence in either place has a counterpart in the other.', 'FIT: Shared working language: English; 5 hours apart. Not counted unless asked for.',
    ])
    expect(second!.reasons[1]!.sentence).toBe('They weigh more on Home: 25 % as much on Far.')
    expect(basis.notes).toContain('No fit was asked for: K is 0.5 for all.')
  })

  it.each<[TwinsArgs['fit'], readonly [near: number, far: number]]>([
    [{ languages: true }, [1, 0]], [{ timeZones: 'OVERLAP' }, [3 / 8, 0]], [{ timeZones: 'RELAY' }, [5 / 8, 1]], [{ languages: true, timeZones: 'RELAY' }, [13 / 16, 0.5]],
  ])('fit as the reader wants it: %o', async (fit, expected) => {
    const { items } = value((await asked(world.nodes, world.statements)).twins({ ...ARGS, fit }))
    expect(['Near', 'Far'].map((name) => items.find((twin) => twin.place === name)!.fit)).toEqual(expected)
  })

  it('a part of the fit without data counts one half, and the answer says so', async () => {
    const plain = together(harbour('Home', { A: 20 }), harbour('Near', { A: 20 }))
    const { items, basis } = value((await asked(plain.nodes, plain.statements)).twins({ ...ARGS, fit: { languages: true, timeZones: 'OVERLAP' } }))
    expect(items[0]!.fit).toBe(0.5)
    expect(basis.notes).toContain('Where a language or time zone is not on record, that part of the fit counts 0.5.')
    expect(items[0]!.reasons[3]!.sentence).toBe('Languages not on record; time zones not on record.')
  })

  it('take their languages from the country where they state none', async () => {
    const { nodes, statements } = together(harbour('Home', { A: 20 }), harbour('Near', { A: 20 }, { languages: ['nl'] }))
    const questions = await asked([...nodes, place('Land', { kind: 'country', languages: ['nl'] })], [...statements, partOf('Home', 'Land')])
    expect(value(questions.twins({ ...ARGS, fit: { languages: true } })).items[0]!.fit).toBe(1)
  })

  it('existing ties are a badge, not points', async () => {
    const tied = twinnedWith('Far', 'Home', { validFrom: '1959-04-01' })
    const before = value((await asked(world.nodes, world.statements)).twins(ARGS))
    const { items } = value((await asked(world.nodes, [...world.statements, tied])).twins(ARGS))
    expect(items.map(({ place: name, score }) => [name, score])).toEqual(before.items.map(({ place: name, score }) => [name, score]))
    expect(items.map(({ history }) => history?.sentence)).toEqual([undefined, 'Home and Far call each other sister, twin or partner since 1959.'])
    expect(items[1]!.history).toMatchObject({ since: '1959-04-01', sincePrecision: 'day', statements: [expect.any(String)] })
  })

  it('the day a tie began is as exact as its source: the first of all, a year where it is a year', async () => {
    const ties = [twinnedWith('Far', 'Home', { validFrom: '1985' }), twinnedWith('Home', 'Far', { validFrom: '1990-05-01' }), twinnedWith('Near', 'Home')]
    const { items } = value((await asked(world.nodes, [...world.statements, ...ties])).twins(ARGS))
    expect(items.map(({ history }) => [history?.since, history?.sincePrecision, history?.statements.length])).toEqual([[undefined, undefined, 1], ['1985-01-01', 'year', 2]])
  })

  it('where control is possible only, no part says that it is there', async () => {
    // A runs 20 of 100 at Home; in Maybe its company may be controlled or not (25–75 %); B is certain in both.
    const maybe = (more: Readonly<Record<string, number>>) => together(home, harbour('Maybe', { Company: 20, ...more }))
    const reasons = async (worlds: World) => {
      const { items } = value((await asked(worlds.nodes, [...worlds.statements, owns('A', 'Company', [0.25, 0.75])])).twins(ARGS))
      return [items[0]!.sharedCount, items[0]!.certainCount, ...items[0]!.reasons.slice(0, 3).map(({ sentence }) => sentence)]
    }
    expect(await reasons(maybe({}))).toEqual([
      1, 0, 'None for certain: in at least one of the places the control of A is possible, not certain.',
      'For certain they weigh on Home alone; in Maybe their control is possible, not certain.', 'Where control is not certain, counterparts are not counted.',
    ])
    expect(await reasons(maybe({ B: 10 }))).toEqual([
      2, 1, '1 shared controller: B. 1 more may control something in both.', 'They weigh more on Home: 33 % as much on Maybe.', 'At least 33 % of their presence in either place has a counterpart in the other.',
    ])
  })

  it('“at least” is rounded down, and a little is not nothing', async () => {
    // two of three counterparts are 66.67 %; one of 300 is a third of a percent
    const thirds = together(harbour('Home', { A: 3 }), harbour('Near', { A: 2 }))
    const { items } = value((await asked(thirds.nodes, thirds.statements)).twins(ARGS))
    expect(items[0]!.reasons.slice(1, 3).map(({ sentence }) => sentence)).toEqual(['They weigh more on Home: 66 % as much on Near.', 'At least 66 % of their presence in either place has a counterpart in the other.'])
    const many = Array.from({ length: 200 }, (_, at) => `more/${at}`)
    const few = together(harbour('Home', { A: 100 }), harbour('Near', { A: 1 }), { nodes: many.map((id) => site(id, 'port terminal')), statements: many.map((id) => locatedIn(id, 'Near')) })
    const [least] = value((await asked(few.nodes, few.statements)).twins(ARGS)).items
    expect(least!.reasons[1]!.sentence).toBe('They weigh more on Home: less than 1 % as much on Near.')
  })

  it('every shared controller brings the statements behind what it has in both places', async () => {
    const questions = await asked(world.nodes, [...world.statements, owns('Holding', 'A', 1)])
    const { items } = value(questions.twins({ ...ARGS, first: 1 }))
    // five largest of A on either side: who operates each, and where it is
    expect(items[0]!.adversaries[0]!.statements()).toHaveLength(20)
  })

  it('one row per control chain counts, headed by its lowest actor', async () => {
    const { items } = value((await asked(world.nodes, [...world.statements, owns('Holding', 'A', 1), owns('Top', 'Holding', 0.9)])).twins({ ...ARGS, first: 1 }))
    expect(items[0]!.adversaries.map(({ organisation, controllers }) => [organisation, controllers])).toEqual([['A', ['Holding', 'Top']], ['B', []]])
  })

  it('a brand sold in both countries is its own counterpart', async () => {
    const nodes = [place('Home', { kind: 'country' }), place('Near', { kind: 'country' }), brand('Tea'), brand('Coffee')]
    const { items } = value((await asked(nodes, [brandOf('Tea', 'A'), brandOf('Coffee', 'A'), soldIn('Tea', 'Home'), soldIn('Tea', 'Near'), soldIn('Coffee', 'Near')])).twins(ARGS))
    expect(items[0]).toMatchObject({ place: 'Near', mirrorCoverage: 0.5 }) // Coffee is not sold at home
  })

  it('are places of the same kind, not those inside or around it', async () => {
    const parts: World = { nodes: [place('Quarter'), place('Land', { kind: 'country' }), site('q', 'port terminal')], statements: [partOf('Quarter', 'Home'), partOf('Home', 'Land'), locatedIn('q', 'Quarter'), operates('A', 'q')] }
    const all = together(world, parts)
    expect(value((await asked(all.nodes, all.statements)).twins(ARGS)).items.map((twin) => twin.place)).toEqual(['Near', 'Far'])
  })

  it('say what is wrong with what was asked', async () => {
    const questions = await asked([...world.nodes, place('Empty')], world.statements)
    expect(questions.twins({ ...ARGS, place: 'nowhere' }).kind).toBe('NotFound')
    expect(questions.twins({ ...ARGS, place: 'A' })).toMatchObject({ kind: 'InvalidInput', field: 'place' })
    expect(questions.twins({ ...ARGS, place: 'Empty' })).toMatchObject({ kind: 'InvalidInput', field: 'place', reason: 'no site or brand is on record in Empty at this date and these grades' })
    expect(questions.twins({ ...ARGS, domain: 'housing' })).toMatchObject({ kind: 'InvalidInput', field: 'domain', reason: 'nothing of the domain housing is on record in Home' })
    expect(questions.twins({ ...ARGS, first: 0 })).toMatchObject({ kind: 'InvalidInput', field: 'first' })
    expect(questions.twins({ ...ARGS, asOf: '2021-02-30' })).toMatchObject({ kind: 'InvalidInput', field: 'asOf' })
    const alone = value(questions.twins({ ...ARGS, place: 'Elsewhere' }))
    expect([alone.items, alone.totalCount]).toEqual([[], 0])
    expect(alone.basis.notes).toContain('No other city on record shares an organisation that controls something with Elsewhere.')
  })
})

describe('hours between two clocks', () => {
  it('follow summer time by the day, go round the clock, and are unknown for a zone that is none', () => {
    const [winter, april] = [dayNumber('2026-01-15'), dayNumber('2026-04-01')]
    expect(hoursBetween('Europe/Berlin', 'America/New_York', winter)).toBe(6)
    expect(hoursBetween('America/Sao_Paulo', 'Europe/Berlin', april)).toBe(5)
    expect(hoursBetween('America/Sao_Paulo', 'Europe/Berlin', winter)).toBe(4)
    expect(hoursBetween('Asia/Kolkata', 'Europe/London', winter)).toBe(5.5)
    expect(hoursBetween('Pacific/Auckland', 'America/Los_Angeles', winter)).toBe(3) // 21 hours apart are 3
    expect(hoursBetween('Nowhere/None', 'Europe/London', winter)).toBeUndefined()
    expect(hoursBetween(undefined, 'Europe/London', winter)).toBeUndefined()
  })
})

describe('one twin each for many places', () => {
  // One actor per pair, with as many of 100 terminals in both places as the pair weighs: AB 9, AC 8, BC 8, BD 3, CD 1, AD 2.
  const WEIGHTS = { AB: 9, AC: 8, BC: 8, BD: 3, CD: 1, AD: 2 }
  const places = ['A', 'B', 'C', 'D'].map((name) => harbour(`Port ${name}`, Object.fromEntries(Object.entries(WEIGHTS).filter(([pair]) => pair.includes(name)).map(([pair, weight]) => [`Actor ${pair}`, weight]))))
  const { nodes, statements } = together(...places)
  const ids = ['Port A', 'Port B', 'Port C', 'Port D']
  const pairsOf = ({ pairs }: TwinMatching['best']) => pairs.map(({ here, twin }) => `${here} – ${twin.place}`)

  it('is the matching of largest weight, 11, beside best-first pairing, 10', async () => {
    const { best, bestFirst, sentence } = value((await asked(nodes, statements)).twinMatching({ places: ids, domain: undefined, fit: undefined }))
    expect([pairsOf(best), pairsOf(bestFirst)]).toEqual([['Port A – Port C', 'Port B – Port D'], ['Port A – Port B', 'Port C – Port D']])
    expect(best.total / bestFirst.total).toBeCloseTo(11 / 10, 12)
    expect([best.unmatched, bestFirst.unmatched]).toEqual([[], []])
    expect(sentence).toMatch(/^Together the pairs score 0\.\d{3}; choosing the best pair first would reach 0\.\d{3}\.$/)
  })

  it('leaves over whom nobody shares anything with', async () => {
    const all = together({ nodes, statements } as World, harbour('Port E', { Stranger: 3 }))
    const { best } = value((await asked(all.nodes, all.statements)).twinMatching({ places: [...ids, 'Port E'], domain: undefined, fit: undefined }))
    expect(best.unmatched).toEqual(['Port E'])
  })

  it('is the same in whatever order the places are given, ties included', async () => {
    // one actor everywhere: all pairs weigh the same
    const same = together(...ids.map((name) => harbour(name, { Everywhere: 5 })))
    const questions = await asked(same.nodes, same.statements)
    const answers = [ids, [...ids].reverse(), [ids[2]!, ids[0]!, ids[3]!, ids[1]!]].map((places) => value(questions.twinMatching({ places, domain: undefined, fit: undefined })))
    for (const { best, bestFirst } of answers) expect([pairsOf(best), pairsOf(bestFirst)]).toEqual([pairsOf(answers[0]!.best), pairsOf(answers[0]!.bestFirst)])
  })

  it('says why nobody is matched: nothing is shared, or nothing of it has a counterpart', async () => {
    const sentence = async (worlds: World) => value((await asked(worlds.nodes, worlds.statements)).twinMatching({ places: ['Port A', 'Port B'], domain: undefined, fit: undefined })).sentence
    expect(await sentence(together(harbour('Port A', { One: 3 }), harbour('Port B', { Two: 3 })))).toBe('No two of these places share an organisation that for certain controls something in both.')
    const shop: World = { nodes: [place('Port B'), site('shop', 'store')], statements: [locatedIn('shop', 'Port B'), operates('One', 'shop')] }
    expect(await sentence(together(harbour('Port A', { One: 3 }), shop))).toBe('1 pair of these places shares an organisation that controls something in both, but nothing of it has a counterpart on the other side: none scores above 0.')
  })

  it('refuses one place, one twice, and places of different kinds', async () => {
    const questions = await asked([...nodes, place('Land', { kind: 'country' })], [...statements, partOf('Port A', 'Land')])
    const reason = (list: readonly string[]) => { const outcome = questions.twinMatching({ places: list, domain: undefined, fit: undefined }); return outcome.kind === 'InvalidInput' ? outcome.reason : outcome.kind }
    expect([reason(['Port A']), reason(['Port A', 'Port A']), reason(['Port B', 'Land']), reason(['Port A', 'nowhere'])]).toEqual(['1 place is given', 'Port A is given twice', 'Land and Port B are places of different kinds', 'NotFound'])
    expect(reason(Array.from({ length: 31 }, (_, at) => `p${at}`))).toBe('31 places are given')
  })
})
