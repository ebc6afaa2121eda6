import { describe, expect, it } from 'vitest'
import type { NodeValue, Statement } from '#model/model.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import type { Outcome } from '../../api/questions/answers.ts'
import type { OwnMoney, OwnMoneyArgs } from '../../api/questions/own-money.ts'
import { TODAY, aWorld, bodyOf, locatedIn, operates, organisation, owns, partOf, pays, place, site } from '../worlds/snapshot-world.ts'

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'Answer') throw new Error(outcome.message)
  return outcome.value
}
const LIST = { sourceId: 'src:payments' } as const
//   Group ──▶ Terminal Ltd ─operates▶ pier (in Town)      Group ──▶ Cleaning Ltd      Council pays Cleaning Ltd, Group, Bakery
const NODES = [place('Town'), place('Quarter'), place('Village'), site('pier', 'port terminal'), site('barn', 'warehouse')]
const FACTS = [
  locatedIn('pier', 'Quarter'), partOf('Quarter', 'Town'), operates('Terminal Ltd', 'pier'), owns('Group', 'Terminal Ltd', 1), owns('Group', 'Cleaning Ltd', 0.8), locatedIn('barn', 'Village'), bodyOf('Council', 'Town', LIST),
]
const MONEY = [
  pays('Council', 'Cleaning Ltd', 1_000.1, { ...LIST, period: '2026-03' }), pays('Council', 'Cleaning Ltd', 0.2, { ...LIST, period: '2026-04' }), pays('Council', 'Group', 700, LIST), pays('Council', 'Bakery', 90, LIST),
]
async function questions(money: readonly Statement[] = MONEY, nodes: readonly NodeValue[] = [], imports?: (id: string) => ReadonlySet<string> | undefined) {
  return bindQuestions({ snapshot: await aWorld([...NODES, ...nodes], [...FACTS, ...money]), today: () => TODAY, ...(imports ? { moneyOfImport: imports } : {}) })
}
const ask = async (money: readonly Statement[] = MONEY, args: Partial<OwnMoneyArgs> = {}): Promise<OwnMoney> => value((await questions(money)).ownMoney({ place: 'Town', source: 'src:payments', first: 50, ...args }))
const rows = ({ items }: OwnMoney) => items.map(({ payee, amounts, links }) => [payee, amounts.map(({ currency, amount, kind }) => `${kind} ${currency} ${amount}`).join(', '), links.map(({ relation, adversary }) => `${relation} ${adversary}`).join(', ')])

describe('own money', () => {
  it('shows which payees belong to an organisation on the ground, the largest sum first', async () => {
    const answer = await ask()
    expect(rows(answer)).toEqual([
      ['Cleaning Ltd', 'payment EUR 1000.3', 'CONTROLLED_BY Terminal Ltd'], // of the group whose terminal is here
      ['Group', 'payment EUR 700', 'CONTROLS Terminal Ltd'],
    ])
    expect([answer.totalCount, answer.payeeCount]).toEqual([2, 3])
    expect([answer.linked.map(({ amount }) => amount), answer.all.map(({ amount }) => amount)]).toEqual([[1_700.3], [1_790.3]])
    const [first] = answer.items
    expect(first!.sentence).toBe('EUR 1,000.30 in 2 payments to Cleaning Ltd, which is controlled by Group, as is Terminal Ltd, on the ground in Town.' /* a sister controls nothing */)
    expect(first!.amounts[0]!.statements).toHaveLength(2)
    expect(first!.links[0]).toMatchObject({ controllers: ['Group'], controlledBy: 'Group', control: 'MAJORITY', part: 1, exposure: { low: 1, siteCount: 1 } })
    expect(first!.links[0]!.paths().map(({ nodes }) => nodes)).toEqual([['Group', 'Cleaning Ltd']])
    expect(answer.items[1]!.links[0]!.paths().map(({ nodes }) => nodes)).toEqual([['Group', 'Terminal Ltd']])
  })

  it('adds payments, takes the latest day of a holding, and mixes neither currencies nor kinds', async () => {
    const holding = (amount: number, asOf: string, payer = 'Pension Fund') => pays(payer, 'Group', amount, { ...LIST, kind: 'holding', asOf })
    const answer = await ask([...MONEY, holding(5_000, '2024-12-31'), holding(6_000, '2025-12-31'), holding(100, '2024-12-31', 'Second Fund'), pays('Council', 'Group', 10, { ...LIST, currency: 'USD' }), pays('Council', 'Group', -50, { ...LIST, reference: 'credit' })])
    expect(rows(answer)[0]).toEqual(['Group', 'holding EUR 6100, payment EUR 650, payment USD 10', 'CONTROLS Terminal Ltd'])
    expect(answer.basis.parameters).toContainEqual({ name: 'currency', value: 'EUR' })
  })

  it('counts what was paid by the date asked for', async () => {
    const dated = MONEY.map((line, at) => ({ ...line, asOf: { text: `2026-0${at + 1}-01`, precision: 'day' as const } })) as Statement[]
    expect((await ask(dated, { asOf: '2026-02-15' })).all.map(({ amount }) => amount)).toEqual([1_000.3])
  })

  it('takes payers of the place and those of no stated place; bodies of other places are left out', async () => {
    expect((await ask([...MONEY, bodyOf('Other Council', 'Village', LIST), pays('Other Council', 'Group', 9_999, LIST)])).all[0]!.amount).toBe(1_790.3)
    expect((await ask([...MONEY, pays('Somebody', 'Group', 1, LIST)])).all[0]!.amount).toBe(1_791.3)
    expect((await ask([...MONEY, bodyOf('Quarter Office', 'Quarter', LIST), pays('Quarter Office', 'Group', 2, LIST)])).all[0]!.amount).toBe(1_792.3)
  })

  it('is nothing to hide: no payee that leads anywhere is an answer, too', async () => {
    const answer = await ask([pays('Council', 'Bakery', 90, LIST)])
    expect([answer.items, answer.totalCount, answer.payeeCount]).toEqual([[], 0, 1])
  })

  it('splits joint control and says so where control is only possible', async () => {
    const ventures = [owns('Group', 'Venture', 0.5, { interest: 'joint control' }), owns('Partner', 'Venture', 0.5, { interest: 'joint control' }), owns('Group', 'Maybe', [0.4, 0.6])]
    const answer = value((await questions([...MONEY, ...ventures, pays('Council', 'Venture', 2_000, LIST), pays('Council', 'Maybe', 1_500, LIST)])).ownMoney({ place: 'Town', source: 'src:payments', first: 2 }))
    expect(answer.items.map(({ payee, links }) => [payee, links[0]!.control, links[0]!.part])).toEqual([['Venture', 'JOINT', 0.5], ['Maybe', 'MAJORITY', 0]])
    expect(answer.items[1]!.sentence).toContain('may be connected by control to')
    expect(answer.items[0]!.sentence).toBe('EUR 2,000 in 1 payment to Venture, which is jointly controlled by Group, as is Terminal Ltd, on the ground in Town.')
    expect(answer.totalCount).toBe(4)
  })

  it('can be asked by import', async () => {
    const asked = await questions(MONEY, [], (id) => (id === 'imp:1' ? new Set<string>() : undefined))
    expect(asked.ownMoney({ place: 'Town', source: 'imp:1', first: 50 })).toMatchObject({ kind: 'InvalidInput', field: 'source' })
    expect(asked.ownMoney({ place: 'Town', source: 'imp:2', first: 50 }).kind).toBe('NotFound')
  })

  it('says what is wrong with what was asked', async () => {
    const asked = await questions(MONEY, [place('Empty'), organisation('Nobody')])
    const args = { place: 'Town', source: 'src:payments', first: 50 } as const
    expect(asked.ownMoney({ ...args, place: 'nowhere' }).kind).toBe('NotFound')
    expect(asked.ownMoney({ ...args, source: 'src:none' }).kind).toBe('NotFound')
    expect(asked.ownMoney({ ...args, source: 'Group' })).toMatchObject({ kind: 'InvalidInput', field: 'source', reason: 'Group is no source' })
    expect(asked.ownMoney({ ...args, source: 'src:one' })).toMatchObject({ kind: 'InvalidInput', field: 'source', reason: 'it holds no payment or holding of a body of Town in force at this date' })
    expect(asked.ownMoney({ ...args, place: 'Empty' })).toMatchObject({ kind: 'InvalidInput', field: 'place' })
    expect(asked.ownMoney({ ...args, first: 101 })).toMatchObject({ kind: 'InvalidInput', field: 'first' })
  })
})
