import { GRADES } from '#model/code-lists.ts'
import type { NodeValue } from '#model/model.ts'
import type { Context } from '../context.ts'
import type { MirrorPoints, Reason } from '../questions/answers.ts'
import { MIRROR_FEATURE_NAMES } from '#analytics/mirrors/mirror-features.ts'
import type { MirrorMethod } from '../questions/mirror-points.ts'
import { ask, open } from './ask.ts'
import { described } from './glossary-text.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

/** Which site there is the counterpart of the one here. */
export function defineMirrorPoints(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const site = kindRef(api, 'Site')
  const one = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when it is missing
  const reason = builder.objectRef<Reason>('Reason').implement({
    description: 'One feature of two sites: how alike, and what each is.',
    fields: (t) => ({
      feature: t.exposeString('feature'),
      weight: t.exposeFloat('weight'),
      similarity: t.exposeFloat('similarity', { nullable: true, description: '0–1; none where one side is not known.' }),
      here: t.exposeString('here', { nullable: true }),
      there: t.exposeString('there', { nullable: true }),
      sentence: t.exposeString('sentence'),
    }),
  })
  refs.mirrorPair.implement({
    description: described('mirror point'),
    fields: (t) => ({
      here: t.field({ type: site, resolve: ({ here }, _args, context) => one(context, here) }),
      there: t.field({ type: site, resolve: ({ there }, _args, context) => one(context, there) }),
      similarity: t.exposeFloat('similarity', { description: '0–1 over the features known of both.' }),
      coverage: t.exposeFloat('coverage', { description: 'Weight of the features known of both, 0–1.' }),
      ranked: t.exposeBoolean('ranked', { description: 'False when too little is known of both to rank the pair.' }),
      reasons: t.field({
        type: [reason],
        description: 'What is alike: from the likeness of a counterpart, .6.',
        resolve: ({ reasons }) => [...reasons],
      }),
      differences: t.field({ type: [reason], description: 'What differs, or is not known.', resolve: ({ differences }) => [...differences] }),
      statements: t.field({
        type: [refs.statement],
        description: 'How the actor comes to control both, and where both are.',
        resolve: ({ statements }, _args, context) => context.load.statements(open(context, statements)),
      }),
    }),
  })
  const answer = builder.objectRef<MirrorPoints>('MirrorPoints').implement({
    description: 'One-to-one counterparts between the sites an actor controls here and there.',
    fields: (t) => ({
      organisation: t.field({ type: kindRef(api, 'Organisation'), resolve: ({ organisation }, _args, context) => one(context, organisation) }),
      pairs: t.field({ type: [refs.mirrorPair], resolve: ({ pairs }) => [...pairs] }),
      unmatchedHere: t.field({ type: [site], resolve: ({ unmatchedHere }, _args, { load }) => load.nodes(unmatchedHere) }),
      unmatchedThere: t.field({ type: [site], resolve: ({ unmatchedThere }, _args, { load }) => load.nodes(unmatchedThere) }),
      threshold: t.exposeFloat('threshold', { description: 'Similarity below which two sites are no pair.' }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  const method = builder.enumType('MirrorMethod', {
    description: 'How sites are compared.',
    values: {
      GOWER: { value: 'GOWER' as MirrorMethod, description: 'By features known on both sides: function, position in the flow, size, exposure, tenure, labour, dependence.' },
      ROLE_SIM: { value: 'ROLE_SIM' as MirrorMethod, description: 'By their roles in the actor’s flows: sites are alike where what they are linked with is alike.' },
    },
  })
  const weight = builder.inputType('FeatureWeight', {
    description: 'How much a feature counts when two sites are compared. What is not named does not count.',
    fields: (t) => ({
      feature: t.string({
        required: true,
        description: `One of ${MIRROR_FEATURE_NAMES.join(', ')}; position and labour as a whole, or their parts.`,
      }),
      weight: t.float({ required: true, description: '0 or more.' }),
    }),
  })
  builder.queryField('mirrorPoints', (t) =>
    t.field({
      type: result(answer, ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable', 'Withheld']),
      description: 'One-to-one counterparts between the sites an actor controls here and there.',
      args: {
        organisation: t.arg.id({ required: true }),
        here: t.arg.id({ required: true }),
        there: t.arg.id({ required: true }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        threshold: t.arg.float(),
        method: t.arg({ type: method, defaultValue: 'GOWER' }),
        weights: t.arg({ type: [weight], description: 'Other weights than the default ones, for GOWER. An empty list is none given.' }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { organisation, here, there, asOf, grades, threshold, method: by, weights, reading }, context) =>
        ask(context, context.atlas.questions.mirrorPoints, {
          organisation,
          here,
          there,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          threshold: threshold ?? undefined,
          method: by ?? undefined,
          weights: weights ?? undefined,
          reading: reading ?? undefined,
        }),
    }),
  )
}
