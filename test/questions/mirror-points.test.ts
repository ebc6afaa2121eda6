import { describe, expect, it } from 'vitest'
import type { MirrorPoints, Outcome } from '../../api/questions/answers.ts'
import type { MirrorPointsArgs } from '../../api/questions/mirror-points.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { TODAY, aWorld, locatedIn, manages, operates, owns, place, site, supplies } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
async function compared(nodes: readonly NodeValue[], statements: readonly Statement[], args: Partial<MirrorPointsArgs> = {}): Promise<Outcome<MirrorPoints>> {
  const questions = bindQuestions({ snapshot: await aWorld([place('here'), place('there'), ...nodes], statements), today: () => TODAY })
  return questions.mirrorPoints({ organisation: 'Group', here: 'here', there: 'there', threshold: undefined, ...args })
}
const mirrors = async (nodes: readonly NodeValue[], statements: readonly Statement[], threshold?: number): Promise<MirrorPoints> => value(await compared(nodes, statements, { threshold }))
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
      'Function: class 5222 in both places.', 'Size among the actor’s sites of its kind, as a percentile: 83 here, 50 there.',
      'Share of what is on record in its place: 75 % here, 100 % there.',
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

/**
 *   here:  mill ─▶ port ─▶ dc ─┬─▶ shop 1       there:  mill ─▶ port ─▶ dc ─┬─▶ shop 1
 *                              └─▶ shop 2                                   ├─▶ shop 2
 *                                                                           └─▶ shop 3
 */
const CHAINS = ['here', 'there'] as const
const shopsIn = (where: (typeof CHAINS)[number]) => ['shop 1', 'shop 2', ...(where === 'there' ? ['shop 3'] : [])]
const KINDS: Readonly<Record<string, string>> = { mill: 'mill', port: 'port', dc: 'warehouse', 'shop 1': 'store', 'shop 2': 'store', 'shop 3': 'store' }
function twoChains(nameOf: (where: string, role: string) => string = (where, role) => `${role} ${where}`): { readonly nodes: NodeValue[]; readonly statements: Statement[] } {
  const all = CHAINS.flatMap((where) => ['mill', 'port', 'dc', ...shopsIn(where)].map((role) => ({ where, role, id: nameOf(where, role) })))
  return {
    nodes: all.map(({ role, id }) => site(id, KINDS[role]!)),
    statements: [
      ...all.flatMap(({ where, id }) => [locatedIn(id, where), operates('Group', id)]),
      ...CHAINS.flatMap((where) => [['mill', 'port'], ['port', 'dc'], ...shopsIn(where).map((shop) => ['dc', shop])].map(([from, to]) => supplies(nameOf(where, from!), nameOf(where, to!)))),
    ],
  }
}
const STRUCTURE = ['depthFromSource', 'depthToMarket', 'suppliers', 'receivers'].map((feature) => ({ feature, weight: 1 }))
const alike = ({ pairs }: MirrorPoints) => pairs.map(({ here, there, similarity }) => [here, there, Math.round(similarity * 1_000) / 1_000])

describe('two chains of one company that do not touch', () => {
  const { nodes, statements } = twoChains()

  it('are paired role by role by where their sites stand: all alike but the centre with one more shop', async () => {
    const answer = value(await compared(nodes, statements, { weights: STRUCTURE }))
    // dc: receivers 2 and 3, 1 − (ln 4 − ln 3) / ln 4 = .7925 in one of four features: .948
    expect(alike(answer)).toEqual([['mill here', 'mill there', 1], ['port here', 'port there', 1], ['shop 1 here', 'shop 1 there', 1], ['shop 2 here', 'shop 2 there', 1], ['dc here', 'dc there', 0.948]])
    expect(answer.unmatchedThere).toEqual(['shop 3 there'])
    expect(answer.pairs.every(({ coverage, ranked }) => coverage === 1 && ranked)).toBe(true)
    expect(answer.basis.parameters).toContainEqual({ name: 'weights', value: 'depthFromSource 1, depthToMarket 1, suppliers 1, receivers 1' })
    const [centre] = value(await compared(nodes, statements, { weights: [{ feature: 'receivers', weight: 1 }] })).pairs.filter(({ here }) => here === 'dc here')
    expect(centre!.reasons.map(({ sentence }) => sentence)).toEqual(['Things it supplies: 2 here, 3 there.'])
  })

  it('are paired the same way by the roles their neighbours play', async () => {
    const answer = value(await compared(nodes, statements, { method: 'ROLE_SIM', threshold: 0.5 }))
    expect(alike(answer)).toEqual([
      ['mill here', 'mill there', 0.758], ['port here', 'port there', 0.716], ['shop 1 here', 'shop 1 there', 0.637], ['shop 2 here', 'shop 2 there', 0.637], ['dc here', 'dc there', 0.573],
    ])
    expect(answer.pairs[0]!.reasons.map(({ sentence }) => sentence)).toEqual(['Role in the flow: 76 % alike by what they are linked with, and by what that is linked with.'])
    expect(answer.basis.parameters).toContainEqual({ name: 'method', value: 'ROLE_SIM' })
  })

  it.each(['GOWER', 'ROLE_SIM'] as const)('%s: under other names and in another order the same sites are paired with the same numbers', async (method) => {
    const args = { method, threshold: 0.5 }
    const random = seededRandom(7)
    for (let round = 0; round < 10; round++) {
      const numbers = shuffled(20, random)
      const renamed = new Map<string, string>()
      const other = twoChains((where, role) => {
        const name = `${role} ${where}`
        renamed.set(name, renamed.get(name) ?? `site ${numbers[renamed.size]!}`)
        return renamed.get(name)!
      })
      const inOrder = <T>(list: readonly T[]) => shuffled(list.length, random).map((at) => list[at]!)
      const [given, found] = [value(await compared(nodes, statements, args)), value(await compared(inOrder(other.nodes), inOrder(other.statements), args))]
      const roles = new Map([...renamed].map(([name, id]) => [id, name.replace(/ \d/, '')])) // shops of one place can be exchanged
      const summary = (answer: MirrorPoints, of: (id: string) => string) => answer.pairs.map(({ here, there, similarity, coverage }) => [of(here), of(there), similarity.toFixed(9), coverage.toFixed(9)]).sort()
      expect(summary(found, (id) => roles.get(id)!)).toEqual(summary(given, (id) => id.replace(/ \d/, '')))
    }
  })

  it('have a share and a loss where volumes are stated, of one commodity each', async () => {
    const stated = statements.map((one) => (one.type === 'SUPPLIES' ? { ...one, volume: one.to.startsWith('shop') ? 10 : one.from.endsWith(' here') ? 20 : 30, unit: 't', period: '2025' } as Statement : one))
    const { pairs } = value(await compared(nodes, stated, { weights: [{ feature: 'flowShare', weight: 1 }, { feature: 'dependence', weight: 1 }, { feature: 'dominatesMarket', weight: 1 }] }))
    const mill = pairs.find(({ here }) => here === 'mill here')!
    // 20 of 50 t here, 30 of 50 t there: shares .4 and .6, and as much is lost without it
    expect(mill.similarity).toBeCloseTo((0.8 + 0.8 + 1) / 3, 9)
    expect(mill.reasons.map(({ sentence }) => sentence)).toEqual([
      'Whether every way to some market leads over it: yes in both places.', 'Share of the actor’s flow: 40 % here, 60 % there.', 'Lost without it after re-routing: 40 % here, 60 % there.',
    ])
  })
})

describe('weights and methods that cannot be used are refused by name', () => {
  const { nodes, statements } = twoChains()
  it.each([
    ['an unknown feature', [{ feature: 'beauty', weight: 1 }], '“beauty” is no feature'],
    ['a negative weight', [{ feature: 'scale', weight: -1 }], 'the weight of scale is -1'],
    ['no number', [{ feature: 'scale', weight: Number.NaN }], 'the weight of scale is NaN'],
    ['nothing but 0', [{ feature: 'scale', weight: 0 }], 'they add up to 0'],
    ['a feature twice', [{ feature: 'scale', weight: 1 }, { feature: 'scale', weight: 1 }], 'scale is given twice'],
    ['a whole and its part', [{ feature: 'position', weight: 1 }, { feature: 'suppliers', weight: 1 }], 'both position and suppliers, a part of it, are given'],
  ])('%s', async (_what, weights, reason) => expect(await compared(nodes, statements, { weights })).toMatchObject({ kind: 'InvalidInput', field: 'weights', reason }))

  it('an empty list of weights is none given, as in a ranking', async () => {
    const written = async (asked: object) => JSON.stringify(await compared(nodes, statements, asked))
    expect(await written({ weights: [] })).toBe(await written({}))
    expect(await written({ method: 'ROLE_SIM', weights: [] })).toBe(await written({ method: 'ROLE_SIM' }))
  })

  it('weights beside roles, and roles where no flow is on record', async () => {
    expect(await compared(nodes, statements, { method: 'ROLE_SIM', weights: STRUCTURE })).toMatchObject({ kind: 'InvalidInput', field: 'weights' })
    const without = statements.filter(({ type }) => type !== 'SUPPLIES')
    expect(await compared(nodes, without, { method: 'ROLE_SIM' })).toMatchObject({ kind: 'InvalidInput', field: 'method', reason: 'no flow of Group is on record, and roles are read from flows' })
  })

  it('roles and positions are kept back where an essential service depends on the flows', async () => {
    const toHospital = [...nodes, site('clinic', 'hospital')]
    const facts = [...statements, supplies('dc here', 'clinic')]
    expect(await compared(toHospital, facts, { method: 'ROLE_SIM' })).toMatchObject({ kind: 'Withheld', rule: 'RU-12' })
    const answer = value(await compared(toHospital, facts))
    expect(answer.pairs.flatMap(({ reasons, differences }) => [...reasons, ...differences]).map(({ feature }) => feature)).not.toContain('suppliers')
    expect(answer.basis.notes.some((note) => note.startsWith('Position and dependence are not shown'))).toBe(true)
  })
})
