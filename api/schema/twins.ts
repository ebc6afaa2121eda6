import { DOMAINS, GRADES } from '#model/code-lists.ts'
import type { NodeValue } from '#model/model.ts'
import type { Context } from '../context.ts'
import type { PlaceMatching, TwinMatch, TwinMatching } from '../questions/twin-matching.ts'
import { MOST_PLACES } from '../questions/twin-matching.ts'
import type { TwinReason } from '../questions/twin-words.ts'
import type { Twin, TwinAdversary, TwinHistory, Twins } from '../questions/twins.ts'
import { ask, open } from './ask.ts'
import { described } from './glossary-text.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult } from './results.ts'
import { withIndex } from './with-index.ts'

const one = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when it is missing

/** Which places are natural partners, for one place and for many at once. */
export function defineTwins(api: Api, result: DefineResult): void {
  const { builder, refs, enums } = api
  const place = kindRef(api, 'Place')
  const twin = defineTwin(api)
  const fit = defineFit(api)
  const twins = builder.objectRef<Twins>('Twins').implement({
    description: described('twin'),
    fields: (t) => ({
      place: t.field({ type: place, resolve: (answer, _args, context) => one(context, answer.place) }),
      items: t.field({ type: [twin], resolve: ({ items }) => [...items] }),
      totalCount: t.exposeInt('totalCount', { description: 'Places of the same kind that share an organisation that controls, or may control, something in both.' }),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
  builder.queryField('twins', (t) =>
    t.field({
      type: result(twins),
      description: 'Places of the same kind that face the same organisations, best first. The four parts of the score stand apart.',
      args: {
        place: t.arg.id({ required: true }),
        domain: t.arg({ type: enums.of(DOMAINS) }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
        fit: t.arg({ type: fit }),
        first: t.arg.int({ defaultValue: 20 }),
      },
      resolve: (_root, { place: id, domain, asOf, grades: asked, reading, fit: wanted, first }, context) => {
        const when = { asOf: asOf ?? undefined, grades: gradesArg(asked), reading: reading ?? undefined }
        const args = { place: id, domain: domain ?? undefined, fit: wanted ?? undefined, first: first ?? 20, ...when }
        const { checks, questions } = context.atlas
        return withIndex(
          context,
          when,
          () => ask(context, checks.twins, args),
          () => ask(context, questions.twins, args),
        )
      },
    }),
  )
  const matching = defineMatching(api, twin)
  builder.queryField('twinMatching', (t) =>
    t.field({
      type: result(matching),
      description: 'One twin each for many places: the pairs whose scores add up to most, beside what choosing the best pair first would give.',
      args: {
        places: t.arg.idList({ required: true, description: `2 to ${MOST_PLACES} places of one kind.` }),
        domain: t.arg({ type: enums.of(DOMAINS) }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
        fit: t.arg({ type: fit }),
      },
      resolve: (_root, { places, domain, asOf, grades: asked, reading, fit: wanted }, context) => {
        const when = { asOf: asOf ?? undefined, grades: gradesArg(asked), reading: reading ?? undefined }
        const args = { places, domain: domain ?? undefined, fit: wanted ?? undefined, ...when }
        const { checks, questions } = context.atlas
        return withIndex(
          context,
          when,
          () => ask(context, checks.twinMatching, args),
          () => ask(context, questions.twinMatching, args),
        )
      },
    }),
  )
}

function defineFit({ builder }: Api) {
  const timeZones = builder.enumType('TimeZoneFit', {
    description: 'What the clocks of two places should do.',
    values: {
      OVERLAP: { value: 'OVERLAP', description: 'Working days that overlap, for joint meetings.' },
      RELAY: { value: 'RELAY', description: 'Working days that follow each other, for relays around the clock.' },
    } as const,
  })
  return builder.inputType('TwinFit', {
    description: 'What the places should have in common beside the organisations they face. Without data a part counts one half.',
    fields: (t) => ({ languages: t.boolean({ description: 'A shared working language.' }), timeZones: t.field({ type: timeZones }) }),
  })
}

function defineTwin(api: Api) {
  const { builder, refs, enums } = api
  const organisation = kindRef(api, 'Organisation')
  const part = builder.enumType('TwinPart', {
    description: 'Parts of the score of a twin.',
    values: {
      SHARED_MASS: { value: 'SHARED_MASS', description: 'T = 1 − Π (1 − S) over the best shared controllers.' },
      BALANCE: { value: 'BALANCE', description: 'B: smaller exposure to them divided by the larger one.' },
      MIRROR_COVERAGE: {
        value: 'MIRROR_COVERAGE',
        description: 'M: exposure-weighted share of their sites with a counterpart, the smaller of both directions.',
      },
      FIT: { value: 'FIT', description: 'K: language and time zones, as asked for.' },
    } as const,
  })
  const reason = builder.objectRef<TwinReason>('TwinReason').implement({
    description: 'One part of the score in words.',
    fields: (t) => ({ part: t.expose('part', { type: part }), value: t.exposeFloat('value'), sentence: t.exposeString('sentence') }),
  })
  const adversary = builder.objectRef<TwinAdversary>('TwinAdversary').implement({
    description: 'A shared controller that counts for the score.',
    fields: (t) => ({
      organisation: t.field({ type: organisation, resolve: (row, _args, context) => one(context, row.organisation) }),
      controllers: t.field({
        type: [organisation],
        description: 'Above it with the same presence, nearest first.',
        resolve: ({ controllers }, _args, { load }) => load.nodes(controllers),
      }),
      score: t.exposeFloat('score'),
      here: t.exposeFloat('here', { description: 'Exposure here, at least.' }),
      there: t.exposeFloat('there', { description: 'Exposure there, at least.' }),
      statements: t.field({
        type: [refs.statement],
        description: 'The way down to each of the five largest things it has in either place, and what places them.',
        resolve: ({ statements }, _args, context) => context.load.statements(open(context, statements)),
      }),
    }),
  })
  const history = builder.objectRef<TwinHistory>('TwinHistory').implement({
    description: 'That the two call each other sister, twin or partner already. Gives no points.',
    fields: (t) => ({
      since: t.expose('since', { type: 'Date', nullable: true }),
      sincePrecision: t.field({ type: enums.coded.get('DatePrecision')!, nullable: true, resolve: ({ sincePrecision }) => sincePrecision }),
      sentence: t.exposeString('sentence'),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  return builder.objectRef<Twin>('Twin').implement({
    description: described('twin'),
    fields: (t) => ({
      place: t.field({ type: kindRef(api, 'Place'), resolve: (row, _args, context) => one(context, row.place) }),
      rank: t.exposeInt('rank'),
      score: t.exposeFloat('score', { description: 'T · B^½ · M^½ · (½ + K/2).' }),
      sharedMass: t.exposeFloat('sharedMass'), balance: t.exposeFloat('balance'), mirrorCoverage: t.exposeFloat('mirrorCoverage'), fit: t.exposeFloat('fit'),
      sharedCount: t.exposeInt('sharedCount', { description: 'Rows of the shared list; the ten best count.' }),
      certainCount: t.exposeInt('certainCount', { description: 'Rows in which control of something in both places is certain; the others score 0.' }),
      adversaries: t.field({ type: [adversary], resolve: ({ adversaries }) => [...adversaries] }),
      reasons: t.field({ type: [reason], resolve: ({ reasons }) => [...reasons] }),
      history: t.field({ type: history, nullable: true, resolve: (row) => row.history }),
    }),
  })
}

function defineMatching(api: Api, twin: ReturnType<typeof defineTwin>) {
  const { builder, refs } = api
  const place = kindRef(api, 'Place')
  const match = builder.objectRef<TwinMatch>('TwinMatch').implement({
    description: 'Two places that are each other’s twin.',
    fields: (t) => ({ here: t.field({ type: place, resolve: ({ here }, _args, context) => one(context, here) }), twin: t.field({ type: twin, resolve: (row) => row.twin }) }),
  })
  const pairs = builder.objectRef<PlaceMatching>('PlaceMatching').implement({
    description: 'One way to give each place at most one twin.',
    fields: (t) => ({
      pairs: t.field({ type: [match], resolve: (answer) => [...answer.pairs] }),
      unmatched: t.field({ type: [place], resolve: ({ unmatched }, _args, { load }) => load.nodes(unmatched) }),
      total: t.exposeFloat('total', { description: 'Sum of the scores.' }),
    }),
  })
  return builder.objectRef<TwinMatching>('TwinMatching').implement({
    description: 'One twin each for many places.',
    fields: (t) => ({
      best: t.field({ type: pairs, description: 'Largest sum of scores (Edmonds 1965).', resolve: ({ best }) => best }),
      bestFirst: t.field({ type: pairs, description: 'The best pair first, then the best of those left.', resolve: ({ bestFirst }) => bestFirst }),
      sentence: t.exposeString('sentence'),
      basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }),
    }),
  })
}
