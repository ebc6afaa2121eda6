import { GRADES } from '#model/code-lists.ts'
import type { Paths } from '../questions/answers.ts'
import { ask } from './ask.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import type { DefineResult } from './results.ts'

/** A chain of statements from holder to held, each with its source. */
export function definePaths({ builder, refs, enums }: Api, result: DefineResult): void {
  const grade = enums.of(GRADES)
  refs.path.implement({
    description: 'A chain of statements, holder first. It is as good as its weakest statement.',
    fields: (t) => ({
      nodes: t.field({ type: [refs.node], resolve: ({ nodes }, _args, { load }) => load.nodes(nodes) }),
      statements: t.field({
        type: [refs.statement],
        description: 'One per step; a step over a judgement that two records are one has none of its own.',
        resolve: ({ statements }, _args, { load }) => load.statements(statements),
      }),
      figures: t.field({
        type: [refs.statement],
        description: 'What states the share of a step whose own statement is about votes or control; part of the product and of the grade.',
        resolve: ({ figures }, _args, { load }) => load.statements(figures),
      }),
      judgements: t.field({
        type: [refs.statement],
        description: 'Judgements that two records are one, which the path passes through.',
        resolve: ({ judgements }, _args, { load }) => load.statements(judgements),
      }),
      product: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Shares multiplied along the path; none over relations without a share.',
        resolve: ({ product }) => product,
      }),
      grade: t.expose('grade', { type: grade, description: 'Grade of the weakest statement.' }),
    }),
  })
  const paths = builder.objectRef<Paths>('Paths').implement({
    description: 'Every way from one to the other, strongest first.',
    fields: (t) => ({
      items: t.field({ type: [refs.path], resolve: ({ items }) => [...items] }),
      totalCount: t.exposeInt('totalCount'),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('paths', (t) =>
    t.field({
      type: result(paths),
      description: 'How one organisation reaches another organisation or a site.',
      args: {
        from: t.arg.id({ required: true }),
        to: t.arg.id({ required: true }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [grade] }),
        first: t.arg.int({ defaultValue: 25 }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { from, to, asOf, grades, first, reading }, context) =>
        ask(context, context.atlas.questions.paths, {
          from,
          to,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          first: first ?? 25,
          reading: reading ?? undefined,
        }),
    }),
  )
}
