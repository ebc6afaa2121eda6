import { GRADES } from '#model/code-lists.ts'
import type { WhyNot } from '../questions/why-not.ts'
import type { Side, WhyNotCode, WhyNotReason } from '../questions/why-not-reason.ts'
import { ask } from './ask.ts'
import type { Enum } from './enums.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

const CODES: Readonly<Record<WhyNotCode, string>> = {
  LISTED: 'It heads a row of the list.',
  STANDS_ABOVE: 'It stands above the head of a row, with the same presence.',
  NESTED: 'It is part of the row of another one.',
  POSSIBLE_ONLY: 'Control is possible and not certain: its score is 0.',
  PRESENT: 'It counts on this side; the other one is missing.',
  ROLE_EXCLUDED: 'It holds for others, or stands for nobody in particular.',
  WITHHELD: 'It stands for people, who are not followed.',
  NO_SITE_ON_RECORD: 'No source says that anything of it is there.',
  NOT_CONTROLLED: 'It holds shares there and controls nothing.',
  BELOW_GRADES: 'What would count has a grade that was not asked for.',
  STALE: 'The source was last read too long ago.',
  AGREED: 'Agreed, completion not seen.',
  ANNOUNCED: 'Announced only.',
  DISPUTED: 'Sources disagree.',
  ENDED: 'It had ended.',
  NOT_YET: 'It begins later.',
  OVERTAKEN: 'A later or better word counts instead.',
}
const SIDES: Readonly<Record<Side, string>> = { HERE: 'About the first place.', THERE: 'About the second place.', BOTH: 'About both.' }

/** Why an organisation is, or is not, in a shared list. */
export function defineWhyNot(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const organisation = kindRef(api, 'Organisation')
  const named = <T extends string>(name: string, description: string, docs: Readonly<Record<T, string>>): Enum<T> =>
    builder.enumType(name, {
      description,
      values: Object.fromEntries(Object.entries<string>(docs).map(([value, doc]) => [value, { value, description: doc }])),
    }) as Enum<T> // the keys of docs are T
  const side = named('WhyNotSide', 'Which place a reason is about.', SIDES)
  const code = named('WhyNotCode', 'Why an organisation is, or is not, in a list.', CODES)
  const reason = builder.objectRef<WhyNotReason>('WhyNotReason').implement({
    description: 'One reason, with the statements behind it.',
    fields: (t) => ({
      side: t.expose('side', { type: side }),
      code: t.expose('code', { type: code }),
      sentence: t.exposeString('sentence'),
      organisations: t.field({
        type: [organisation],
        description: 'Who controls instead, or heads the row.',
        resolve: ({ organisations }, _args, { load }) => load.nodes(organisations),
      }),
      share: t.field({ type: refs.interval, nullable: true, description: 'Integrated share, for NOT_CONTROLLED.', resolve: ({ share }) => share }),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  const answer = builder.objectRef<WhyNot>('WhyNot').implement({
    description: 'Whether an organisation is in the shared list of two places, and why or why not.',
    fields: (t) => ({
      organisation: t.field({ type: organisation, resolve: async (one, _args, { load }) => (await load.nodes([one.organisation]))[0]! }), // nodes() throws when it is missing
      present: t.exposeBoolean('present', { description: 'It can be read in the list: as head of a row or above one.' }),
      row: t.field({
        type: organisation,
        nullable: true,
        description: 'Head of the row it belongs to.',
        resolve: ({ row }, _args, { load }) => (row === undefined ? undefined : load.node(row)),
      }),
      rank: t.exposeInt('rank', { nullable: true, description: 'Rank of that row.' }),
      reasons: t.field({ type: [reason], resolve: ({ reasons }) => [...reasons] }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('whyNot', (t) =>
    t.field({
      type: result(answer),
      description:
        'Why an organisation is, or is not, in the shared list of two places: what is missing on which side, and what is on record all the same.',
      args: {
        organisation: t.arg.id({ required: true }),
        here: t.arg.id({ required: true }),
        there: t.arg.id({ required: true }),
        list: t.arg({ type: enums.adversaryList, description: 'The list of controllers unless said otherwise.' }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { organisation: id, here, there, list, asOf, grades, reading }, context) =>
        ask(context, context.atlas.questions.whyNot, {
          organisation: id,
          here,
          there,
          list: list ?? 'CONTROLLERS',
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          reading: reading ?? undefined,
        }),
    }),
  )
}
