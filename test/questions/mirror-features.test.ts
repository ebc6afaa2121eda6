import { describe, expect, it } from 'vitest'
import type { MirrorPoints, Outcome } from '../../api/questions/answers.ts'
import type { MirrorPointsArgs } from '../../api/questions/mirror-points.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import type { SiteKind } from '#model/code-lists.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, locatedIn, manages, operates, owns, place, publishes, site, supplies } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
async function mirrors(nodes: readonly NodeValue[], statements: readonly Statement[], args: Partial<MirrorPointsArgs> = {}): Promise<MirrorPoints> {
  const places = ['here', 'there', 'third'].map((id) => place(id))
  return value(bindQuestions({ snapshot: await aWorld([...places, ...nodes], statements), today: () => TODAY }).mirrorPoints({ organisation: 'Group', here: 'here', there: 'there', threshold: undefined, ...args }))
}
const paired = ({ pairs }: MirrorPoints) => pairs.map(({ here, there, similarity }) => [here, there, Number(similarity.toFixed(6))])
const sentences = ({ reasons, differences }: MirrorPoints['pairs'][number]) => ({ alike: reasons.map(({ sentence }) => sentence), differs: differences.map(({ sentence }) => sentence) })

/** Kind, place, who runs it how, tonnes or TEU a year it can handle, jobs. */
type Row = readonly [id: string, kind: SiteKind, where: string, who: string, how: 'operates' | 'manages' | 'owns', capacity: number | undefined, jobs: number | undefined]
/**
 *   farm ─▶ mill h ─▶ port h ─▶ dc h ─┬─▶ shop h1          farm ─▶ mill t ─┬─▶ port t ──▶ dc t1 ─▶ shop t1
 *     └──────────────▶┘         ▲     └─▶ city                             └─▶ port t2 ─▶ dc t2 ─▶ shop t2
 *   farm ─▶ mill 3 ─▶ city      └── farm                        Group ──60 %──▶ Sub, ──joint──▶ JV, ──40–60 %──▶ Maybe
 */
const SITES: readonly Row[] = [
  ['mill h', 'mill', 'here', 'Group', 'operates', 60, 120], ['port h', 'port terminal', 'here', 'Sub', 'operates', 500, 80], ['dc h', 'warehouse', 'here', 'Group', 'owns', undefined, undefined],
  ['shop h1', 'store', 'here', 'Group', 'operates', undefined, 7], ['mill t', 'mill', 'there', 'Sub', 'operates', 90, 200], ['port t', 'port terminal', 'there', 'Group', 'operates', 300, undefined],
  ['port t2', 'port terminal', 'there', 'JV', 'operates', undefined, 60], ['dc t1', 'warehouse', 'there', 'Group', 'owns', undefined, 30], ['dc t2', 'warehouse', 'there', 'Group', 'manages', undefined, undefined],
  ['shop t1', 'store', 'there', 'Group', 'operates', undefined, 9], ['shop t2', 'store', 'there', 'Sub', 'operates', undefined, 11], ['mill 3', 'mill', 'third', 'Group', 'operates', 30, 50],
  ['mill p', 'mill', 'third', 'Maybe', 'operates', 1_000, 5_000], ['alien h', 'port terminal', 'here', 'Alien', 'operates', 700, 10],
]
const FLOWS = [
  ['farm', 'mill h', 60], ['farm', 'mill t', 90], ['farm', 'mill 3', 20], ['farm', 'port h', 5], ['farm', 'dc h', 3], ['mill h', 'port h', 60], ['mill t', 'port t', 50], ['mill t', 'port t2', 40], ['mill 3', 'city', 20],
  ['port h', 'dc h', 65], ['port t', 'dc t1', 50], ['port t2', 'dc t2', 40], ['dc h', 'shop h1', 38], ['dc h', 'city', 30], ['dc t1', 'shop t1', 50], ['dc t2', 'shop t2', 40],
] as const
function harbours(named: (name: string) => string = (name) => name): { readonly nodes: NodeValue[]; readonly statements: Statement[] } {
  const run = { operates, manages, owns: (from: string, to: string) => owns(from, to, 1) }
  return {
    nodes: SITES.map(([id, kind]) => site(named(id), kind)),
    statements: [
      owns('Group', named('Sub'), 0.6), owns('Group', named('Maybe'), [0.4, 0.6]), ...['Group', named('Other')].map((party) => owns(party, named('JV'), 0.5, { interest: 'joint control' })),
      ...SITES.flatMap(([id, kind, where, who, how, capacity, jobs]) => [
        locatedIn(named(id), where, capacity === undefined ? {} : { capacity: { amount: capacity, unit: kind === 'mill' ? 't/year' : 'TEU/year', measure: 'capacity', year: 2023 } }),
        run[how](who === 'Group' ? who : named(who), named(id)), ...(jobs === undefined ? [] : [publishes('src:jobs', named(id), 'jobs', jobs, 'jobs', { asOf: '2024' } as never)]),
      ]),
      ...FLOWS.map(([from, to, volume]) => supplies(named(from), named(to), { commodity: 'grain', volume, unit: 't', period: '2025' })),
    ],
  }
}

describe('sites compared by all features that are on record', () => {
  const { nodes, statements } = harbours()

  // mill h and mill t: function .25 (section C alone is known, weight .20), both first and three steps from a market, both alone on some way to a market,
  // one supplier each (4 × .25/6), 60 and 90 of 178 t (.8315), 1 and 2 receivers of at most 2 (1 − (ln 3 − ln 2) / ln 3 = .6309), sizes at 1/2 and 5/6 of three mills (.6667, .15),
  // 1 of 2 and 1 of 3 sites of industry (.8333, .10), operated (.10), jobs at 1/2 and 5/6 (.6667, .10/3), lost without them 60 and 90 of 178 (.8315, .10): .6247 of .9333
  it('have the similarity and the coverage worked out from the formulas', async () => {
    const answer = await mirrors(nodes, statements)
    expect(paired(answer)).toEqual([['shop h1', 'shop t1', 0.874333], ['dc h', 'dc t1', 0.84558], ['port h', 'port t2', 0.829209], ['mill h', 'mill t', 0.669251]])
    expect(answer.pairs.map(({ coverage }) => coverage.toFixed(6))).toEqual(['0.783333', '0.750000', '0.783333', '0.933333'])
    expect([answer.unmatchedHere, answer.unmatchedThere]).toEqual([[], ['dc t2', 'port t', 'shop t2']])
  })

  it('play the roles that an own iteration over all pairs gives them', async () => {
    expect(paired(await mirrors(nodes, statements, { method: 'ROLE_SIM', threshold: 0.3 }))).toEqual([['mill h', 'mill t', 0.558823], ['shop h1', 'shop t1', 0.475709], ['port h', 'port t', 0.442904], ['dc h', 'dc t1', 0.383187]])
  })

  it('are measured by the range among the sites of the actor, not among whoever supplies it', async () => {
    // the farm supplies five; of its own sites none passes on to more than two
    const [mill] = (await mirrors(nodes, statements, { weights: [{ feature: 'receivers', weight: 1 }], threshold: 0.6 })).pairs.filter(({ here }) => here === 'mill h')
    expect(mill!.similarity).toBeCloseTo(1 - Math.log(3 / 2) / Math.log(3), 12)
  })

  it.each(['GOWER', 'ROLE_SIM'] as const)('%s: have the same numbers under other names and in another order', async (method) => {
    const random = seededRandom(11)
    const role = (name: string) => name.replace(/ t\d/, ' t') // both branches there play the same roles
    const summary = (answer: MirrorPoints, of: (id: string) => string) => paired(answer).map(([here, there, similarity]) => [of(String(here)), method === 'GOWER' ? of(String(there)) : role(of(String(there))), similarity]).sort()
    const given = summary(await mirrors(nodes, statements, { method, threshold: 0.3 }), (id) => id)
    for (let round = 0; round < 8; round++) {
      const numbers = shuffled(40, random)
      const names = new Map<string, string>()
      const other = harbours((name) => { names.set(name, names.get(name) ?? `thing ${numbers[names.size]!}`); return names.get(name)! })
      const back = new Map([...names].map(([name, id]) => [id, name]))
      const inOrder = <T>(list: readonly T[]) => shuffled(list.length, random).map((at) => list[at]!)
      const found = await mirrors(inOrder(other.nodes), inOrder(other.statements), { method, threshold: 0.3 })
      expect(summary(found, (id) => back.get(id)!)).toEqual(given)
    }
  })
})

const capacity = (amount: number) => ({ capacity: { amount, unit: 'MW', measure: 'capacity', year: 2023 } } as const)
const jobs = (id: string, amount: number, fields: object = {}) => publishes('src:jobs', id, 'jobs', amount, 'jobs', { asOf: '2024', ...fields } as never)
const halls = (names: readonly string[], more: (id: string) => Parameters<typeof locatedIn>[2] = () => ({})) => ({
  nodes: names.map((id) => site(id, 'data centre')),
  statements: names.flatMap((id) => [locatedIn(id, id.startsWith('a') ? 'here' : id.startsWith('b') ? 'there' : 'third', more(id)), operates('Group', id)]),
})

describe('labour', () => {
  //   jobs: a 10, b 10, c 30 of the same function; a third of the weight of labour is the workforce
  it('is compared by the numbers of jobs that are published for both sites', async () => {
    const { nodes, statements } = halls(['a', 'b', 'c'])
    const alone = await mirrors(nodes, statements, { weights: [{ feature: 'workforce', weight: 1 }] })
    expect([alone.pairs, alone.unmatchedHere]).toEqual([[], ['a']])
    const { pairs, basis } = await mirrors(nodes, [...statements, jobs('a', 10), jobs('b', 20), jobs('c', 30)])
    expect(pairs[0]!.coverage).toBeCloseTo(0.2 + 0.1 + 0.1 + 0.1 / 3, 12) // function, exposure, tenure, workforce
    expect(pairs[0]!.similarity).toBeCloseTo((0.4 + (0.1 / 3) * (1 - (1 / 2 - 1 / 6))) / (0.4 + 0.1 / 3), 12) // the lowest and the middle one of three
    expect(basis.notes.find((note) => note.startsWith('Of labour'))).toBe('Of labour, numbers of jobs are compared where both sites have one and no essential service depends on them; whether a union is recognised and when agreements end is on no record and lowers the coverage.')
    const [only] = (await mirrors(nodes, [...statements, jobs('a', 10), jobs('b', 20), jobs('c', 30)], { weights: [{ feature: 'workforce', weight: 1 }] })).pairs
    expect(sentences(only!).alike).toEqual(['Jobs among the actor’s sites of its kind, as a percentile: 17 here, 50 there.'])
  })

  it('is one of seven features, and as a whole never known well enough to rank by it alone', async () => {
    const { nodes, statements } = halls(['a', 'b'])
    const { pairs } = await mirrors(nodes, [...statements, jobs('a', 10), jobs('b', 10)], { weights: [{ feature: 'labour', weight: 1 }] })
    expect(pairs[0]).toMatchObject({ ranked: false, similarity: 1 })
    expect(pairs[0]!.coverage).toBeCloseTo(1 / 3, 12)
    expect(pairs[0]!.reasons[0]!.sentence).toBe('Only counterpart on record: 1 of 1 features known, 33 % of their weight; too little to rank it.')
  })

  //   a ─▶ clinic: the jobs of a are withheld, and nothing of them is told by where the others stand
  it('does not use the figures of a site on which an essential service depends, nor compare others with it', async () => {
    const { nodes, statements } = halls(['a', 'a2', 'b', 'b2'])
    const toClinic = [...statements, supplies('a', 'clinic', { commodity: 'heat' }), locatedIn('clinic', 'third'), jobs('a2', 20), jobs('b', 30), jobs('b2', 40)]
    const told = await Promise.all([10, 35, 50].map((amount) => mirrors([...nodes, site('clinic', 'hospital')], [...toClinic, jobs('a', amount)])))
    const plain = told.map(({ pairs }) => pairs.map(({ statements: _, ...pair }) => pair))
    expect(plain[1]).toEqual(plain[0])
    expect(plain[2]).toEqual(plain[0])
    expect(plain[0]!.map(({ coverage }) => coverage.toFixed(4)).sort()).toEqual(['0.4000', '0.4333'])
  })

  it('takes 0 jobs for a figure', async () => {
    const { nodes, statements } = halls(['a', 'b'])
    expect((await mirrors(nodes, [...statements, jobs('a', 0), jobs('b', 10)], { weights: [{ feature: 'workforce', weight: 1 }], threshold: 0.5 })).pairs[0]!.similarity).toBeCloseTo(0.5, 12) // 1/4 and 3/4
  })

  it('refuses a whole beside its part', async () => {
    const { nodes, statements } = halls(['a', 'b'])
    await expect(mirrors(nodes, statements, { weights: [{ feature: 'labour', weight: 1 }, { feature: 'workforce', weight: 1 }] })).rejects.toThrow('both labour and workforce, a part of it, are given')
  })
})

describe('what may be paired', () => {
  it('needs functions with something in common: a mill is no counterpart of an office or a warehouse', async () => {
    const kinds = [['a mill', 'mill'], ['b office', 'office'], ['b warehouse', 'warehouse'], ['b factory', 'factory']] as const
    const facts = kinds.flatMap(([id]) => [locatedIn(id, id.startsWith('a') ? 'here' : 'there'), operates('Group', id)])
    const answer = await mirrors(kinds.map(([id, kind]) => site(id, kind)), facts, { threshold: 0 })
    expect(answer.pairs.map(({ here, there }) => [here, there])).toEqual([['a mill', 'b factory']])
    expect(answer.unmatchedThere).toEqual(['b office', 'b warehouse'])
    expect(sentences(answer.pairs[0]!).differs).toContain('Function: class C in both places; a closer one is not on record.')
  })

  //   sizes 1 2 | 3 4 of five: pairing the most alike first (a2–b1 of 1/5 apart) leaves a1–b2, three fifths apart
  it('is paired so that all pairs together are most alike, where the best pair first would leave another too far apart', async () => {
    const size: Readonly<Record<string, number>> = { a1: 1, a2: 2, b1: 3, b2: 4, c: 5 }
    const { nodes, statements } = halls(Object.keys(size), (id) => capacity(size[id]!))
    const answer = await mirrors(nodes, statements, { weights: [{ feature: 'scale', weight: 1 }], threshold: 0.5 })
    expect(paired(answer).sort()).toEqual([['a1', 'b1', 0.6], ['a2', 'b2', 0.6]]) // 1.2 in sum; a2–b1 alone is .8, a1–b2 of .4 is below the threshold
  })

  it('leaves all but one of many counterparts alone, and names them', async () => {
    const size: Readonly<Record<string, number>> = { a: 3, b1: 1, b2: 3, b3: 9 }
    const { nodes, statements } = halls(Object.keys(size), (id) => capacity(size[id]!))
    const answer = await mirrors(nodes, statements)
    expect(answer.pairs.map(({ here, there }) => [here, there])).toEqual([['a', 'b2']])
    expect([answer.unmatchedHere, answer.unmatchedThere]).toEqual([[], ['b1', 'b3']])
  })

  it('is nothing where the actor has no site in one of the places, and says so', async () => {
    const { nodes, statements } = halls(['a'])
    const answer = await mirrors(nodes, statements)
    expect([answer.pairs, answer.unmatchedHere, answer.unmatchedThere]).toEqual([[], ['a'], []])
    expect(answer.basis.notes).toContain('Group controls no site in there on record at the date that could be compared.')
    expect(answer.basis.notes).not.toContain('Group controls no site in here on record at the date that could be compared.')
  })

  it('is compared in size with the sites that are certainly the actor’s, not with those that may be', async () => {
    const size: Readonly<Record<string, number>> = { a: 10, b: 20, c: 5 }
    const { nodes, statements } = halls(Object.keys(size), (id) => capacity(size[id]!))
    const maybe = [site('d', 'data centre'), site('e', 'data centre')]
    const more = [owns('Group', 'Maybe', [0.4, 0.6]), ...maybe.flatMap(({ id }) => [locatedIn(id, 'third', capacity(15)), operates('Maybe', id)])]
    const weights = [{ feature: 'scale', weight: 1 }]
    expect(paired(await mirrors([...nodes, ...maybe], [...statements, ...more], { weights }))).toEqual(paired(await mirrors(nodes, statements, { weights })))
  })
})

describe('what is called alike', () => {
  //   a is the smaller of two, b the larger: sizes at 25 and 75 of 100, a likeness of one half
  it('reaches the likeness of a counterpart; one half is a difference', async () => {
    const { nodes, statements } = halls(['a', 'b'], (id) => capacity(id === 'a' ? 1 : 2))
    const [pair] = (await mirrors(nodes, statements)).pairs
    expect(sentences(pair!).differs).toEqual(['Size among the actor’s sites of its kind, as a percentile: 25 here, 75 there.'])
    expect(sentences(pair!).alike).toEqual(['Function: class 6311 in both places.', 'Share of what is on record in its place: 100 % in both places.', 'How it is held: operated in both places.'])
  })

  it('is no only counterpart where there are others', async () => {
    const nodes = ['a1', 'a2', 'b1', 'b2'].map((id) => site(id, 'other'))
    const facts = nodes.flatMap(({ id }) => [locatedIn(id, id.startsWith('a') ? 'here' : 'there'), operates('Group', id)])
    const firsts = async (ids: readonly string[]) => (await mirrors(nodes.filter(({ id }) => ids.includes(id)), facts.filter(({ from, to }) => ids.some((id) => id === from || id === to)))).pairs.map(({ reasons }) => reasons[0]!.sentence.split(':')[0])
    expect(await firsts(['a1', 'b1'])).toEqual(['Only counterpart on record'])
    expect(await firsts(['a1', 'a2', 'b1', 'b2'])).toEqual(['Best counterpart on record', 'Best counterpart on record'])
    expect(await firsts(['a1', 'b1', 'b2'])).toEqual(['Best counterpart on record'])
  })
})
