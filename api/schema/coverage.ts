import { DOMAINS, GRADES } from '#model/code-lists.ts'
import type { Coverage, DomainCoverage } from '../questions/answers.ts'
import { ask } from './ask.ts'
import { pageSize } from './bad-input.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

/** How much is on record, and what to ask for next. */
export function defineCoverage(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const domain = builder.objectRef<DomainCoverage>('DomainCoverage').implement({
    description: 'Coverage of one domain.',
    fields: (t) => ({
      domain: t.expose('domain', { type: enums.of(DOMAINS) }),
      sites: t.exposeInt('sites'), withOperator: t.exposeInt('withOperator'), withOwner: t.exposeInt('withOwner'),
    }),
  })
  const unconnected = builder.objectRef<Coverage['unconnectedOperators'][number]>('UnconnectedOperator').implement({
    description: 'An operator on record that leads to no group.',
    fields: (t) => ({
      organisation: t.field({
        type: kindRef(api, 'Organisation'),
        resolve: async ({ organisation }, _args, { load }) => (await load.nodes([organisation]))[0]!,
      }), // nodes() throws when it is missing
      sites: t.exposeInt('sites', { description: 'Sites it operates.' }),
    }),
  })
  refs.coverage.implement({
    description: 'How many sites have an operator and an owner on record. What is not covered is unknown, not absent.',
    fields: (t) => ({
      sites: t.exposeInt('sites'),
      withOperator: t.exposeInt('withOperator'),
      withOwner: t.exposeInt('withOwner'),
      byDomain: t.field({ type: [domain], resolve: ({ byDomain }) => [...byDomain] }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
      oldestSource: t.expose('oldestSource', { type: 'Date', nullable: true, description: 'Day the oldest source was last read.' }),
      sentence: t.exposeString('sentence'),
      nextRecord: t.exposeString('nextRecord', { nullable: true, description: 'The next record worth asking for.' }),
      unconnectedOperators: t.field({
        type: [unconnected], description: 'Operators on record that lead to no group, most sites first.',
        args: { first: t.arg.int({ defaultValue: 20 }) },
        resolve: ({ unconnectedOperators }, { first }) => unconnectedOperators.slice(0, pageSize(first, 20)),
      }),
    }),
  })
  builder.queryField('coverage', (t) =>
    t.field({
      type: result(refs.coverage),
      description: 'How much is on record for a place, or for everything.',
      args: {
        place: t.arg.id(),
        domain: t.arg({ type: enums.of(DOMAINS) }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { place, domain: only, asOf, grades, reading }, context) =>
        ask(context, context.atlas.questions.coverage, {
          place: place ?? undefined,
          domain: only ?? undefined,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          reading: reading ?? undefined,
        }),
    }),
  )
}
