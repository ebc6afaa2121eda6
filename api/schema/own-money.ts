import type { ObjectRef } from '@pothos/core'
import { MONEY_KINDS } from '#model/code-lists.ts'
import type { NodeValue } from '#model/model.ts'
import type { Context } from '../context.ts'
import type { Exposure } from '../questions/answers.ts'
import type { MoneyAmount } from '../questions/money-words.ts'
import type { MoneyLink, OwnMoney, OwnMoneyRow } from '../questions/own-money.ts'
import { ask, open } from './ask.ts'
import type { SchemaTypes } from './builder.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

const one = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when it is missing
const STATEMENTS_SHOWN = 50

/** Which lines of a public body's money lead to an organisation on the ground. */
export function defineOwnMoney(api: Api, result: DefineResult, exposure: ObjectRef<SchemaTypes, Exposure>): void {
  const { builder, refs, enums } = api
  const organisation = kindRef(api, 'Organisation')
  const amount = builder.objectRef<MoneyAmount>('MoneyAmount').implement({
    description: 'A sum of one kind in one currency.',
    fields: (t) => ({
      kind: t.expose('kind', { type: enums.of(MONEY_KINDS) }),
      currency: t.exposeString('currency', { description: 'ISO 4217.' }),
      amount: t.exposeFloat('amount'),
      lines: t.exposeInt('lines', { description: 'Lines that were added.' }),
      statements: t.field({
        type: [refs.statement],
        description: `The first ${STATEMENTS_SHOWN} of them.`,
        resolve: ({ statements }, _args, { load }) => load.statements(statements.slice(0, STATEMENTS_SHOWN)),
      }),
    }),
  })
  const relation = builder.enumType('MoneyRelation', {
    description: 'How a payee belongs to an organisation on the ground.',
    values: {
      IS: { value: 'IS', description: 'It is the one.' },
      CONTROLLED_BY: { value: 'CONTROLLED_BY', description: 'It is controlled by it or by those above it.' },
      CONTROLS: { value: 'CONTROLS', description: 'It stands above it.' },
    } as const,
  })
  const link = builder.objectRef<MoneyLink>('MoneyLink').implement({
    description: 'A control chain on the ground to which a payee belongs.',
    fields: (t) => ({
      adversary: t.field({
        type: organisation,
        description: 'Head of the chain: the lowest that accounts for its presence in the place.',
        resolve: ({ adversary }, _args, context) => one(context, adversary),
      }),
      controllers: t.field({ type: [organisation], resolve: ({ controllers }, _args, { load }) => load.nodes(controllers) }),
      relation: t.expose('relation', { type: relation }),
      controlledBy: t.field({
        type: organisation,
        nullable: true,
        description: 'Who stands above the payee: the adversary, or one of its controllers, so that the payee is its sister. Only for CONTROLLED_BY.',
        resolve: ({ controlledBy }, _args, context) => (controlledBy === undefined ? null : one(context, controlledBy)),
      }),
      control: t.expose('control', { type: enums.controlKind }),
      part: t.exposeFloat('part', { description: '1; equal parts under joint control; 0 where control is possible only.' }),
      exposure: t.field({ type: exposure, description: 'What the chain has in the place.', resolve: (row) => row.exposure }),
      paths: t.field({
        type: [refs.path],
        description: 'Between payee and chain.',
        resolve: ({ paths }, _args, context) => [...open(context, paths)],
      }),
    }),
  })
  const row = builder.objectRef<OwnMoneyRow>('OwnMoneyRow').implement({
    description: 'A payee that belongs to an organisation on the ground.',
    fields: (t) => ({
      payee: t.field({ type: organisation, resolve: ({ payee }, _args, context) => one(context, payee) }),
      rank: t.exposeInt('rank'),
      amounts: t.field({ type: [amount], resolve: ({ amounts }) => [...amounts] }),
      links: t.field({ type: [link], resolve: ({ links }) => [...links] }),
      sentence: t.exposeString('sentence'),
    }),
  })
  const answer = builder.objectRef<OwnMoney>('OwnMoney').implement({
    description: 'Supplier payments or pension holdings of a public body that lead to organisations on the ground in its place.',
    fields: (t) => ({
      place: t.field({ type: kindRef(api, 'Place'), resolve: ({ place }, _args, context) => one(context, place) }),
      source: t.exposeID('source', { description: 'Source or import that was asked for.' }),
      items: t.field({ type: [row], description: 'The largest sum first, in the currency of most lines.', resolve: ({ items }) => [...items] }),
      totalCount: t.exposeInt('totalCount', { description: 'Payees that lead to one.' }),
      payeeCount: t.exposeInt('payeeCount', { description: 'All payees of the list.' }),
      linked: t.field({ type: [amount], description: 'What goes to them.', resolve: ({ linked }) => [...linked] }),
      all: t.field({ type: [amount], description: 'What the whole list adds up to.', resolve: ({ all }) => [...all] }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('ownMoney', (t) =>
    t.field({
      type: result(answer),
      description:
        'Which lines of a public body’s supplier payments or pension holdings lead to an organisation that controls something in its place.',
      args: {
        place: t.arg.id({ required: true }),
        source: t.arg.id({ required: true, description: 'Id of the source or import of the list.' }),
        asOf: t.arg({ type: 'Date' }),
        reading: readingArg(t.arg, enums),
        first: t.arg.int({ defaultValue: 50 }),
      },
      resolve: (_root, { place, source, asOf, reading, first }, context) =>
        ask(context, context.atlas.questions.ownMoney, { place, source, asOf: asOf ?? undefined, reading: reading ?? undefined, first: first ?? 50 }),
    }),
  )
}
