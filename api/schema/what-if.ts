import { GRADES } from '#model/code-lists.ts'
import type { MarketChange, OrganisationStake, WhatIf } from '../questions/flow-answers.ts'
import { ask } from './ask.ts'
import type { FlowParts } from './flow-subject.ts'
import { oneNode, subjectFields } from './flow-subject.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import type { DefineResult } from './results.ts'

/** What still arrives when some sites stand still together. */
export function defineWhatIf(api: Api, result: DefineResult, parts: FlowParts): void {
  const { builder, refs, enums } = api
  const change = builder.objectRef<MarketChange>('MarketChange').implement({
    description: 'What one market could get before and after, if nobody else were served.',
    fields: (t) => ({
      market: t.field({ type: refs.node, resolve: ({ market }, _args, context) => oneNode(context, market) }),
      before: t.field({ type: refs.interval, nullable: true, resolve: ({ before }) => before }),
      after: t.field({ type: refs.interval, nullable: true, resolve: ({ after }) => after }),
      loss: t.field({ type: refs.interval, nullable: true, description: 'Share it would miss, 0–1.', resolve: ({ loss }) => loss }),
      alternatives: t.exposeInt('alternatives', { description: 'Ways to it that are left and share no site.' }),
    }),
  })
  const stake = builder.objectRef<OrganisationStake>('OrganisationStake').implement({
    description: 'What one organisation would lose, beside what that costs here.',
    fields: (t) => ({
      organisation: t.field({ type: refs.node, resolve: ({ organisation }, _args, context) => oneNode(context, organisation) }),
      sting: t.field({ type: parts.sting, nullable: true, description: 'Null where it states no part of its revenue: unknown, not 0.', resolve: ({ sting }) => sting }),
      costToUs: t.field({ type: parts.cost, description: 'Of the sites it runs or earns through.', resolve: ({ costToUs }) => costToUs }),
    }),
  })
  const answer = builder.objectRef<WhatIf>('WhatIf').implement({
    description: 'What still arrives when some sites stand still together and the rest looks for other ways.',
    fields: (t) => ({
      ...subjectFields(api, parts, t, ({ removed }) => removed),
      removed: t.field({ type: [refs.node], resolve: ({ removed }, _args, { load }) => load.nodes(removed) }),
      before: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Most that can reach all markets together now.',
        resolve: ({ before }) => before,
      }),
      after: t.field({ type: refs.interval, nullable: true, description: 'The same without the sites.', resolve: ({ after }) => after }),
      lossAfterRerouting: t.field({
        type: refs.interval,
        nullable: true,
        description: '1 − after / before.',
        resolve: ({ lossAfterRerouting }) => lossAfterRerouting,
      }),
      rerouted: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Of what is stated to pass the sites, the amount that would find other ways; null where volumes are missing.',
        resolve: ({ rerouted }) => rerouted,
      }),
      byMarket: t.field({ type: [change], resolve: ({ byMarket }) => [...byMarket] }),
      cutOffMarkets: t.field({
        type: [refs.node],
        description: 'Markets no way on record leads to any more.',
        resolve: ({ cutOffMarkets }, _args, { load }) => load.nodes(cutOffMarkets),
      }),
      costToUs: t.field({ type: parts.cost, resolve: ({ costToUs }) => costToUs }),
      byOrganisation: t.field({
        type: [stake],
        description: 'Who is asked about, runs the sites or earns through them.',
        resolve: ({ byOrganisation }) => [...byOrganisation],
      }),
      flows: t.field({
        type: [parts.link],
        description: 'Flows that would stop, with the statements behind them.',
        resolve: ({ flows }) => [...flows],
      }),
    }),
  })
  builder.queryField('whatIf', (t) =>
    t.field({
      type: result(answer, ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable', 'Withheld']),
      description: 'What still arrives when some sites stand still together. Give exactly one of organisation and place.',
      args: {
        organisation: t.arg.id(),
        place: t.arg.id(),
        commodity: t.arg.string({ description: 'May be left out where only one flows.' }),
        remove: t.arg.idList({ required: true, description: 'Sites, or organisations that flows are stated for.' }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { organisation, place, commodity, remove, asOf, grades, reading }, context) =>
        ask(context, context.atlas.questions.whatIf, {
          organisation: organisation ?? undefined,
          place: place ?? undefined,
          commodity: commodity ?? undefined,
          remove,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          reading: reading ?? undefined,
        }),
    }),
  )
}
