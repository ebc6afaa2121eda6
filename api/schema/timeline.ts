import { GRADES } from '#model/code-lists.ts'
import type { Period, Timeline } from '../questions/answers.ts'
import { ask } from './ask.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

/** What an organisation has had in a company or site over time, each span with its statements. */
export function defineTimeline(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const precision = enums.coded.get('DatePrecision')!
  const period = builder.objectRef<Period>('Period').implement({
    description: 'A span of days over which the part of one organisation in a target stays the same.',
    fields: (t) => ({
      from: t.field({ type: 'Date', nullable: true, description: 'First day; null: from any date.', resolve: ({ from }) => from }),
      fromPrecision: t.field({ type: precision, nullable: true, resolve: ({ fromPrecision }) => fromPrecision }),
      to: t.field({ type: 'Date', nullable: true, description: 'First day after it; null: until further notice.', resolve: ({ to }) => to }),
      toPrecision: t.field({ type: precision, nullable: true, resolve: ({ toPrecision }) => toPrecision }),
      share: t.field({ type: refs.interval, nullable: true, description: 'Integrated share.', resolve: ({ share }) => share }),
      votes: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Votes of the organisation together with what it controls.',
        resolve: ({ votes }) => votes,
      }),
      control: t.expose('control', { type: enums.controlKind, description: 'The strongest control of the target, or of who runs it.' }),
      operates: t.exposeBoolean('operates', { description: 'It runs the target, itself or through what it controls.' }),
      statements: t.field({
        type: [refs.statement],
        description: 'What connects the two in this span.',
        resolve: ({ statements }, _args, { load }) => load.statements(statements),
      }),
      sentence: t.exposeString('sentence'),
    }),
  })
  const one = async (id: string, load: (ids: readonly string[]) => Promise<readonly unknown[]>) => (await load([id]))[0] as never // nodes() throws when it is missing
  const answer = builder.objectRef<Timeline>('Timeline').implement({
    description: 'Periods in order of time; spans without a connection on record are left out.',
    fields: (t) => ({
      organisation: t.field({ type: kindRef(api, 'Organisation'), resolve: ({ organisation }, _args, { load }) => one(organisation, load.nodes) }),
      target: t.field({ type: refs.node, resolve: ({ target }, _args, { load }) => one(target, load.nodes) }),
      periods: t.field({ type: [period], resolve: ({ periods }) => [...periods] }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('timeline', (t) => t.field({
    type: result(answer), description: 'What an organisation has had in another or in a site, at every date on which something changes.',
    args: { organisation: t.arg.id({ required: true }), target: t.arg.id({ required: true }), grades: t.arg({ type: [enums.of(GRADES)] }), reading: readingArg(t.arg, enums) },
    resolve: (_root, { organisation, target, grades, reading }, context) =>
      ask(context, context.atlas.questions.timeline, { organisation, target, grades: gradesArg(grades), reading: reading ?? undefined }),
  }))
}
