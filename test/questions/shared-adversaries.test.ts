import { describe, expect, it } from 'vitest'
import type { Outcome, SharedAdversaries } from '../../api/questions/answers.ts'
import type { SharedAdversariesArgs } from '../../api/questions/shared-adversaries.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { TODAY, aWorld, brand, brandOf, locatedIn, manages, operates, organisation, owns, partOf, place, site, soldIn, supplies } from '../worlds/snapshot-world.ts'

const ASKED = { list: 'CONTROLLERS', domain: undefined, weights: undefined, beta: undefined, collapse: true, first: 20 } as const
const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
async function shared(nodes: readonly NodeValue[], statements: readonly Statement[], args: Partial<SharedAdversariesArgs> = {}): Promise<SharedAdversaries> {
  const questions = bindQuestions({ snapshot: await aWorld(nodes, statements), today: () => TODAY })
  return value(questions.sharedAdversaries({ ...ASKED, here: 'here', there: 'there', ...args }))
}
const terminal = (id: string, where: string, operator?: string): { readonly nodes: NodeValue[]; readonly statements: Statement[] } =>
  ({ nodes: [site(id, 'port terminal')], statements: [locatedIn(id, where), ...(operator === undefined ? [] : [operates(operator, id)])] })
const together = (...parts: readonly { readonly nodes: readonly NodeValue[]; readonly statements: readonly Statement[] }[]) =>
  ({ nodes: parts.flatMap(({ nodes }) => nodes), statements: parts.flatMap(({ statements }) => statements) })

/**
 * Four places with 100 homes-sites each: exposures LANDCO (.20, .10, 0, 0), MEGA (.12 everywhere), LOCAL (.30, 0, 0, 0);
 * FUND holds 8 % of LANDCO and MEGA. Vectors of the method's own page.
 */
function fourPlaces() {
  const places = ['here', 'there', 'third', 'fourth']
  const counts: Readonly<Record<string, readonly number[]>> = { LANDCO: [20, 10, 0, 0], MEGA: [12, 12, 12, 12], LOCAL: [30, 0, 0, 0] }
  const parts = places.flatMap((where, at) => {
    const owners = Object.entries(counts).flatMap(([owner, perPlace]) => Array.from({ length: perPlace[at]! }, () => owner))
    return Array.from({ length: 100 }, (_, i) => {
      const id = `home:${where}/${i}`
      const owner = owners[i]
      return { nodes: [site(id, 'residential building')], statements: [locatedIn(id, where), ...(owner === undefined ? [] : [owns(owner, id, 1)])] }
    })
  })
  return together({ nodes: places.map((id) => place(id)), statements: [owns('FUND', 'LANDCO', 0.08), owns('FUND', 'MEGA', 0.08)] }, ...parts)
}

describe('the toy of four places', () => {
  const { nodes, statements } = fourPlaces()

  it('ranks controllers: LANDCO .1234, MEGA .0900, nobody else', async () => {
    const { items } = await shared(nodes, statements)
    expect(items.map(({ organisation: id, score }) => [id, score.toFixed(4)])).toEqual([['LANDCO', '0.1234'], ['MEGA', '0.0900']])
    expect(items[0]).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 1 })
    expect(items[0]!.bothPlaces).toBeCloseTo(0.1333, 4)
    expect(items[0]!.ubiquity).toBeCloseTo(0.2966, 4)
    expect(items[1]!.ubiquity).toBeCloseTo(1, 12)
  })

  it('with β .5: .1136 and .0600', async () => {
    const { items } = await shared(nodes, statements, { beta: 0.5 })
    expect(items.map(({ score }) => score.toFixed(4))).toEqual(['0.1136', '0.0600'])
  })

  it('ranks financiers: LANDCO .0938, FUND .0023 (U .8879), MEGA 0', async () => {
    const { items } = await shared(nodes, statements, { list: 'FINANCIERS' })
    expect(items.map(({ organisation: id, score }) => [id, score.toFixed(4)])).toEqual([['LANDCO', '0.0938'], ['FUND', '0.0023'], ['MEGA', '0.0000']])
    expect(items[1]!.ubiquity).toBeCloseTo(0.8879, 4)
    expect(items[1]!.here.byDomain[0]!.sentence).toBe('Shares in 32, together 2.56 %, of 100 residential buildings on record in here, 2026')
  })

  it('says of what, where and when', async () => {
    const { items, coverageHere } = await shared(nodes, statements)
    expect(items[0]!.here.byDomain).toEqual([{
      domain: 'housing', low: 0.2, high: 0.2, measure: 'sites', unit: 'residential buildings', amount: 20, total: 100, mapped: 100, totalIsMapped: true, totalStatement: undefined,
      sentence: '20 of 100 residential buildings on record in here, 2026',
    }])
    expect(coverageHere.sentence).toBe('62 of 100 sites in here have an owner on record, 0 an operator.')
  })
})

describe('one row per control chain', () => {
  //   Holding ──51%──▶ Line ──consolidates──▶ Terminals ──operates──▶ one terminal here, one there
  const chain = together(
    { nodes: [place('here'), place('there')], statements: [owns('Holding', 'Line', 0.51), owns('Line', 'Terminals', undefined, { interest: 'consolidation' })] },
    terminal('t:1', 'here', 'Terminals'), terminal('t:2', 'here'), terminal('t:3', 'there', 'Terminals'),
  )

  it('is headed by the lowest actor that accounts for all of it, controllers nearest first', async () => {
    const { items, totalCount } = await shared(chain.nodes, chain.statements)
    expect(totalCount).toBe(1)
    expect(items[0]).toMatchObject({ organisation: 'Terminals', controllers: ['Line', 'Holding'], members: [] })
    expect(items[0]!.here.byDomain[0]!.sentence).toBe('1 of 2 port terminals on record in here, 2026')
  })

  it('lists every actor when not collapsed', async () => {
    const { items } = await shared(chain.nodes, chain.statements, { collapse: false })
    expect(items.map(({ organisation: id }) => id).sort()).toEqual(['Holding', 'Line', 'Terminals'])
  })

  it('gives paths on both sides, down to the site', async () => {
    const { items } = await shared(chain.nodes, chain.statements, { collapse: false })
    const holding = items.find(({ organisation: id }) => id === 'Holding')!
    expect(holding.there.sites[0]!.paths()[0]).toMatchObject({ nodes: ['Holding', 'Line', 'Terminals', 't:3'], product: undefined, grade: 'reported' })
    expect(holding.there.sites[0]).toMatchObject({ site: 't:3', relation: 'OPERATES', controlledBy: 'GROUP', low: 1, high: 1 })
  })

  //   Fund ──100%──▶ North ──operates──▶ here          BREIT and PARTNERS share control of North with Fund's vehicles
  //     └────100%──▶ South ──operates──▶ there
  it('is headed by the lowest common controller where different members are on the ground', async () => {
    const world = together(
      { nodes: [place('here'), place('there')], statements: [owns('Top', 'Fund', 1), owns('Fund', 'North', 1), owns('Fund', 'South', 1)] },
      terminal('t:1', 'here', 'North'), terminal('t:2', 'there', 'South'),
    )
    const { items } = await shared(world.nodes, world.statements)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ organisation: 'Fund', controllers: ['Top'], members: ['North', 'South'] })
  })

  it('nests a member that is in both places with less', async () => {
    const world = together(
      { nodes: [place('here'), place('there')], statements: [owns('Fund', 'North', 1), owns('Fund', 'South', 1)] },
      terminal('t:1', 'here', 'North'), terminal('t:2', 'there', 'North'), terminal('t:3', 'there', 'South'),
    )
    const { items } = await shared(world.nodes, world.statements)
    expect(items.map(({ organisation: id, members }) => [id, members])).toEqual([['Fund', ['North', 'South']]])
  })

  it('nests the group’s own fund that only shares control of the operator', async () => {
    //   Group ──consolidates──▶ Operator ◀──joint control── Vehicle, Partner      Group ──operator group──▶ Vehicle
    const world = together(
      {
        nodes: [place('here'), place('there')],
        statements: [owns('Group', 'Operator', undefined, { interest: 'consolidation' }), owns('Group', 'Vehicle', undefined, { interest: 'operator group' }),
          owns('Vehicle', 'Operator', undefined, { interest: 'joint control' }), owns('Partner', 'Operator', undefined, { interest: 'joint control' })],
      },
      terminal('t:1', 'here', 'Operator'), terminal('t:2', 'there', 'Operator'),
    )
    const { items } = await shared(world.nodes, world.statements)
    expect(items.map(({ organisation: id, controllers, here }) => [id, controllers, here.low])).toEqual([['Operator', ['Group'], 1], ['Partner', [], 0.5]])
    expect(items[1]!.here.byDomain[0]!.sentence).toBe('1 of 1 port terminals on record in here, 2026; counted as 0.5: joint control in equal parts')
  })
})

describe('what counts as presence', () => {
  it('takes a possible majority as high, never as low', async () => {
    //   Perhaps ──40–60 %──▶ Operator
    const world = together({ nodes: [place('here'), place('there')], statements: [owns('Perhaps', 'Operator', [0.4, 0.6])] }, terminal('t:1', 'here', 'Operator'), terminal('t:2', 'there', 'Operator'))
    const { items } = await shared(world.nodes, world.statements)
    expect(items.map(({ organisation: id, score, here, rank, rankLow, rankHigh }) => [id, score, here.low, here.high, rank, rankLow, rankHigh])).toEqual([
      ['Operator', 0.75, 1, 1, 1, 1, 2], ['Perhaps', 0, 0, 1, 2, 1, 2],
    ])
    expect(items[1]!.here.byDomain[0]!.sentence).toBe('up to 1 of 1 port terminals on record in here, 2026')
  })

  it('never takes a holding without a figure as control', async () => {
    const world = together({ nodes: [place('here'), place('there')], statements: [owns('Holder', 'Operator')] }, terminal('t:1', 'here', 'Operator'), terminal('t:2', 'there', 'Operator'))
    expect((await shared(world.nodes, world.statements)).items.map(({ organisation: id }) => id)).toEqual(['Operator'])
  })

  it('never lists custodians and unnamed owners', async () => {
    const world = together(
      { nodes: [place('here'), place('there'), organisation('Nominees', { kind: 'custodian' }), organisation('Unnamed', { kind: 'opaque owner' })], statements: [owns('Nominees', 'Operator', 0.6), owns('Unnamed', 'Nominees', 0.9)] },
      terminal('t:1', 'here', 'Operator'), terminal('t:2', 'there', 'Operator'),
    )
    for (const list of ['CONTROLLERS', 'FINANCIERS'] as const) expect((await shared(world.nodes, world.statements, { list })).items.map(({ organisation: id, controllers }) => [id, controllers])).toEqual([['Operator', []]])
  })

  it('counts managers as presence and says so', async () => {
    const world = together({ nodes: [place('here'), place('there')], statements: [] }, terminal('t:1', 'here'), terminal('t:2', 'there'))
    const { items } = await shared(world.nodes, [...world.statements, manages('Manager', 't:1'), manages('Manager', 't:2')])
    expect(items[0]!.here.sites[0]).toMatchObject({ relation: 'MANAGES', low: 1 })
  })

  it('lists suppliers of the sites and of their operators', async () => {
    const world = together({ nodes: [place('here'), place('there')], statements: [supplies('Supplier', 'Operator'), supplies('Supplier', 't:2'), owns('Owner', 'Supplier', 0.7)] },
      terminal('t:1', 'here', 'Operator'), terminal('t:2', 'there'))
    const { items } = await shared(world.nodes, world.statements, { list: 'SUPPLIERS' })
    expect(items.map(({ organisation: id, controllers }) => [id, controllers])).toEqual([['Supplier', ['Owner']]])
    expect(items[0]!.here.byDomain[0]!.sentence).toBe('Supplies 1 of 1 port terminals on record in here, 2026')
    expect(items[0]!.here.sites[0]!.paths()[0]!.nodes).toEqual(['Supplier', 'Operator', 't:1'])
  })

  it('counts a brand only where it is stated', async () => {
    //   Chain's brand is sold in the country of `here`, not in `here`; in both countries it is shared
    const world = {
      nodes: [place('iso3166:AA', { kind: 'country' }), place('iso3166:BB', { kind: 'country' }), place('here', { country: 'AA' }), place('there', { country: 'BB' }), brand('Sign')],
      statements: [brandOf('Sign', 'Chain'), soldIn('Sign', 'iso3166:AA'), soldIn('Sign', 'iso3166:BB'), partOf('here', 'iso3166:AA')],
    }
    expect((await shared(world.nodes, world.statements)).totalCount).toBe(0)
    const countries = await shared(world.nodes, world.statements, { here: 'iso3166:AA', there: 'iso3166:BB' })
    expect(countries.items[0]).toMatchObject({ organisation: 'Chain', here: { low: 1, strongestDomain: 'brand', siteCount: 1 } })
    expect(countries.items[0]!.here.sites[0]).toMatchObject({ site: undefined, relation: 'BRAND_OF', low: 1 })
    expect(countries.items[0]!.here.sites[0]!.paths()[0]!.nodes).toEqual(['Chain', 'Sign'])
    expect(countries.items[0]!.here.byDomain[0]!.sentence).toBe('1 of 1 brands on record in iso3166:AA, 2026')
  })
})

describe('the measure', () => {
  const homes = (amount: number, year: number) => ({ capacity: { amount, unit: 'homes', measure: 'homes', year } } as const)
  const world = (last: Statement) => together(
    { nodes: [place('here'), place('there')], statements: [owns('Landlord', 'p:1'), owns('Landlord', 'p:3')] },
    { nodes: [site('p:1', 'residential portfolio'), site('p:2', 'residential portfolio'), site('p:3', 'residential portfolio')], statements: [locatedIn('p:1', 'here', homes(12_594, 2024)), locatedIn('p:2', 'here', homes(25_406, 2024)), last] },
  )

  it('is a figure where all sites in both places have it', async () => {
    const { items } = await shared(...Object.values(world(locatedIn('p:3', 'there', homes(500, 2020)))) as [NodeValue[], Statement[]])
    expect(items[0]!.here.byDomain[0]).toMatchObject({ measure: 'homes', unit: 'homes', amount: 12_594, total: 38_000, sentence: '12,594 of 38,000 homes on record in here, 2024' })
    expect(items[0]!.here.low).toBeCloseTo(12_594 / 38_000, 12)
  })

  it('is the number of sites where one of them lacks it', async () => {
    const { items } = await shared(...Object.values(world(locatedIn('p:3', 'there'))) as [NodeValue[], Statement[]])
    expect(items[0]!.here.byDomain[0]).toMatchObject({ measure: 'sites', amount: 1, total: 2, sentence: '1 of 2 portfolios of homes on record in here, 2026' })
  })

  it('is the latest figure in force of each site', async () => {
    const { items } = await shared(...Object.values(together(world(locatedIn('p:3', 'there', homes(500, 2020))), { nodes: [], statements: [locatedIn('p:1', 'here', homes(9, 2020)), locatedIn('p:1', 'here', homes(99_999, 2031))] })) as [NodeValue[], Statement[]])
    expect(items[0]!.here.byDomain[0]!.amount).toBe(12_594)
  })

  it('prefers what is stated for exactly the place to the sum of its parts', async () => {
    const nested = together(world(locatedIn('p:3', 'there', homes(500, 2020))), {
      nodes: [place('district'), site('p:4', 'residential portfolio')], statements: [partOf('district', 'here'), owns('Landlord', 'p:4'), locatedIn('p:4', 'district', homes(7_861, 2024))],
    })
    const { items } = await shared(nested.nodes, nested.statements)
    expect(items[0]!.here.byDomain[0]).toMatchObject({ amount: 12_594, total: 38_000, sentence: '12,594 of 38,000 homes on record in here, 2024; 1 figure already included in a larger one not added' })
    const inDistrict = await shared(nested.nodes, nested.statements, { here: 'district' })
    expect(inDistrict.items[0]!.here.byDomain[0]).toMatchObject({ amount: 7_861, total: 7_861 })
  })

  it('does not add a group’s own figure and its member’s', async () => {
    const group = together(world(locatedIn('p:3', 'there', homes(500, 2020))), {
      nodes: [site('p:4', 'residential portfolio')], statements: [owns('Landlord', 'Vehicle', 1), owns('Vehicle', 'p:4'), locatedIn('p:4', 'here', homes(2_594, 2024))],
    })
    const { items } = await shared(group.nodes, group.statements)
    expect(items[0]!.here.byDomain[0]).toMatchObject({ amount: 12_594, total: 38_000 })
  })

  it('does not hide what is certain in a larger figure that is an estimate', async () => {
    //   Fund ──45%──▶ Landlord (15 % more with Rival, the rest dispersed) ──▶ p:1, which includes p:4, run by Fund
    const world_ = together(world(locatedIn('p:3', 'there', homes(500, 2020))), {
      nodes: [site('p:4', 'residential portfolio')],
      statements: [owns('Fund', 'Landlord', 0.45), owns('Rival', 'Landlord', 0.15), owns('Landlord', 'Vehicle', 1), owns('Vehicle', 'p:4'), operates('Fund', 'p:4'), locatedIn('p:4', 'here', homes(2_594, 2024))],
    })
    const { items, basis } = await shared(world_.nodes, world_.statements, { list: 'CONTROLLERS' })
    const fund = items.find(({ organisation: id }) => id === 'Fund')!
    expect(fund.here.low).toBeCloseTo(2_594 / 38_000, 12)
    expect(fund.here.high).toBeCloseTo((0.875 ** 2 * 12_594) / 38_000, 12) // φ of 45 % beside 15 % and small holders
    // At the other end nothing is certain: no score
    expect([fund.score, fund.there.low, fund.rank, fund.rankLow, fund.rankHigh]).toEqual([0, 0, 2, 2, 2])
    expect(fund.there.sites.map(({ site: id, controlledBy, low, assumption }) => [id, controlledBy, low, assumption === undefined])).toEqual([['p:3', 'DE_FACTO', 0, false]])
    expect(items[0]).toMatchObject({ organisation: 'Landlord', rank: 1 })
    expect(items[0]!.there.sites[0]!.assumption).toBeUndefined()
    expect(basis.notes.filter((note) => note.startsWith('De facto control.'))).toHaveLength(1)
  })
})

describe('the list of financiers', () => {
  it('puts holders that control into the row of what they hold, others in rows of their own', async () => {
    //   Parent ──60%──▶ Landlord ◀──38%── Pension fund
    const world = together(
      { nodes: [place('here'), place('there'), site('p:1', 'residential portfolio'), site('p:2', 'residential portfolio')], statements: [owns('Parent', 'Landlord', 0.6), owns('Pension fund', 'Landlord', 0.38)] },
      { nodes: [], statements: [locatedIn('p:1', 'here'), locatedIn('p:2', 'there'), owns('Landlord', 'p:1'), owns('Landlord', 'p:2')] },
    )
    const { items } = await shared(world.nodes, world.statements, { list: 'FINANCIERS' })
    expect(items.map(({ organisation: id, controllers, here }) => [id, controllers, here.low])).toEqual([['Landlord', ['Parent'], 1], ['Pension fund', [], 0.38]])
  })
})

describe('rows in another order', () => {
  it('change nothing', async () => {
    const { nodes, statements } = fourPlaces()
    const [forward, backward] = [await shared(nodes, statements), await shared([...nodes].reverse(), [...statements].reverse())]
    const plain = (answer: SharedAdversaries) => JSON.stringify(answer) // functions are left out
    expect(plain(backward)).toBe(plain(forward))
  })
})

describe('places over which spread is taken', () => {
  const world = together(
    {
      nodes: [place('iso3166:AA', { kind: 'country' }), place('iso3166:BB', { kind: 'country' }), place('here', { country: 'AA' }), place('other', { country: 'AA' }), place('there', { kind: 'county', country: 'BB' }), place('far', { kind: 'county', country: 'BB' })],
      statements: [],
    },
    terminal('t:1', 'here', 'Operator'), terminal('t:2', 'other', 'Operator'), terminal('t:3', 'there', 'Operator'), terminal('t:4', 'far', 'Somebody'),
  )
  const places = ({ basis }: SharedAdversaries) => basis.notes.find((note) => note.startsWith('Ubiquity'))

  it('are those of the same kind with data', async () => {
    const answer = await shared(world.nodes, world.statements, { there: 'other' })
    expect(places(answer)).toBe('Ubiquity over 2 places with data.')
    expect(answer.items[0]!.ubiquity).toBeCloseTo(1, 12)
  })
  it('are countries where the kinds differ', async () => {
    const answer = await shared(world.nodes, world.statements)
    expect(places(answer)).toBe('Ubiquity over 2 places with data.')
    // all of AA, half of BB: π = 2/3, 1/3, effective number of places exp(.6365) = 1.8899
    expect(answer.items[0]!.ubiquity).toBeCloseTo(0.8899, 4)
  })
  it('leave out a place that contains another of its kind', async () => {
    const nested = together(world, terminal('t:5', 'quarter', 'Operator'), { nodes: [place('quarter')], statements: [partOf('quarter', 'other')] })
    expect(places(await shared(nested.nodes, nested.statements, { there: 'quarter' }))).toBe('Ubiquity over 2 places with data.')
  })
})
