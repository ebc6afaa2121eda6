import { DOMAINS, GRADES } from '#model/code-lists.ts'
import type { SharedAdversaries, SharedAdversary } from '../questions/answers.ts'
import { ask, open } from './ask.ts'
import { defineExposure } from './exposure.ts'
import { gradesArg } from './grades-arg.ts'
import { described } from './glossary-text.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'

/** Who holds something in both places. */
export function defineSharedAdversaries(api: Api, result: DefineResult): ReturnType<typeof defineExposure> {
  const { builder, refs, enums } = api
  const organisation = kindRef(api, 'Organisation')
  const exposure = defineExposure(api)
  const row = builder.objectRef<SharedAdversary>('SharedAdversary').implement({
    description: described('shared adversary'),
    fields: (t) => ({
      organisation: t.field({
        type: organisation,
        description: 'Head of the row: the lowest actor that accounts for the presence in both places.',
        resolve: async (one, _args, { load }) => (await load.nodes([one.organisation]))[0]!,
      }), // nodes() throws when it is missing
      controllers: t.field({
        type: [organisation],
        description: 'Above it, nearest first.',
        resolve: ({ controllers }, _args, { load }) => load.nodes(controllers),
      }),
      members: t.field({ type: [organisation], description: 'Seen on the ground.', resolve: ({ members }, _args, { load }) => load.nodes(members) }),
      rank: t.exposeInt('rank'),
      rankLow: t.exposeInt('rankLow', { description: 'Best rank the unknown shares allow.' }),
      rankHigh: t.exposeInt('rankHigh', { description: 'Worst rank the unknown shares allow.' }),
      score: t.exposeFloat('score', { description: 'S = H · (1 − β·U).' }),
      ubiquity: t.exposeFloat('ubiquity', { description: described('ubiquity') }),
      bothPlaces: t.exposeFloat('bothPlaces', { description: 'H: harmonic mean of the two exposures.' }),
      here: t.field({ type: exposure, resolve: ({ here }) => here }),
      there: t.field({ type: exposure, resolve: ({ there }) => there }),
      mirrorPairs: t.field({
        type: [refs.mirrorPair],
        description: described('mirror point'),
        resolve: ({ mirrorPairs }, _args, context) => [...open(context, mirrorPairs)],
      }),
    }),
  })
  const answer = builder.objectRef<SharedAdversaries>('SharedAdversaries').implement({
    description: 'Actors present in both places, best first.',
    fields: (t) => ({
      items: t.field({ type: [row], resolve: ({ items }) => [...items] }),
      totalCount: t.exposeInt('totalCount'),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
      coverageHere: t.field({ type: refs.coverage, resolve: ({ coverageHere }) => coverageHere }),
      coverageThere: t.field({ type: refs.coverage, resolve: ({ coverageThere }) => coverageThere }),
      lawfulMeansHere: t.field({
        type: refs.lawfulMeans,
        description: 'What is noted on the law of the country `here` lies in.',
        resolve: ({ here }, _args, { atlas }) => atlas.lawfulMeans(atlas.places.countryOf(here)),
      }),
      lawfulMeansThere: t.field({
        type: refs.lawfulMeans,
        resolve: ({ there }, _args, { atlas }) => atlas.lawfulMeans(atlas.places.countryOf(there)),
      }),
    }),
  })
  const weight = builder.inputType('DomainWeight', {
    description: 'How much a domain counts in a ranking: what hurts here.',
    fields: (t) => ({ domain: t.field({ type: enums.of(DOMAINS), required: true }), weight: t.float({ required: true }) }),
  })
  builder.queryField('sharedAdversaries', (t) =>
    t.field({
      type: result(answer),
      description: 'Actors present in both places, best first. `here` and `there` may be any Place, a country included.',
      args: {
        here: t.arg.id({ required: true }),
        there: t.arg.id({ required: true }),
        list: t.arg({ type: enums.adversaryList, defaultValue: 'CONTROLLERS' }),
        domain: t.arg({ type: enums.of(DOMAINS) }),
        weights: t.arg({
          type: [weight],
          description:
            'What each domain counts; 0 for those left out. Without weights all domains with data count the same; an empty list is none given.',
        }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        beta: t.arg.float({ description: 'How much ubiquity lowers the score, 0–1.' }),
        collapse: t.arg.boolean({ defaultValue: true, description: 'One row per control chain; false lists every actor.' }),
        first: t.arg.int({ defaultValue: 20 }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { here, there, list, domain, weights, asOf, grades, beta, collapse, first, reading }, context) =>
        ask(context, context.atlas.questions.sharedAdversaries, {
          here,
          there,
          list: list ?? 'CONTROLLERS',
          domain: domain ?? undefined,
          weights: weights ?? undefined,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          beta: beta ?? undefined,
          collapse: collapse ?? true,
          first: first ?? 20,
          reading: reading ?? undefined,
        }),
    }),
  )
  return exposure
}
