import { GRADES } from '#model/code-lists.ts'
import type { ChokePair, ChokePointAnswer, ChokePoints, ConcentrationAnswer, FactorsAnswer, FlowMarket, MarketLoss } from '../questions/flow-answers.ts'
import { ask, open } from './ask.ts'
import { pageSize } from './bad-input.ts'
import type { FlowParts } from './flow-subject.ts'
import { defineFlowParts, oneNode, subjectFields } from './flow-subject.ts'
import { described } from './glossary-text.ts'
import { gradesArg } from './grades-arg.ts'
import { readingArg } from './reading-arg.ts'
import type { Api } from './refs.ts'
import type { DefineResult } from './results.ts'

/** Which site a business, or a place, depends on most, and who else is hurt. */
export function defineChokePoints(api: Api, result: DefineResult): FlowParts {
  const { builder, refs, enums } = api
  const parts = defineFlowParts(api)
  const concentration = defineConcentration(api)
  const point = definePoint(api, parts)
  const market = builder.objectRef<FlowMarket>('FlowMarket').implement({
    description: 'Where the goods are wanted.',
    fields: (t) => ({
      market: t.field({ type: refs.node, resolve: (one, _args, context) => oneNode(context, one.market) }),
      flow: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Most that could reach it if nobody else were served.',
        resolve: ({ flow }) => flow,
      }),
      suppliers: t.field({
        type: concentration,
        nullable: true,
        description: 'How few supply it directly; null where volumes and shares are incomplete.',
        resolve: ({ suppliers }) => suppliers,
      }),
    }),
  })
  const pair = builder.objectRef<ChokePair>('ChokePair').implement({
    description: 'Two sites that together hold back more than either alone.',
    fields: (t) => ({
      first: t.field({ type: refs.node, resolve: ({ first }, _args, context) => oneNode(context, first) }),
      second: t.field({ type: refs.node, resolve: ({ second }, _args, context) => oneNode(context, second) }),
      loss: t.exposeFloat('loss', { description: 'Share that is lost when both stand still, 0–1, on the lower bounds of the figures.' }),
      aloneAtMost: t.exposeFloat('aloneAtMost', { description: 'The larger of the two losses alone.' }),
    }),
  })
  const answer = builder.objectRef<ChokePoints>('ChokePoints').implement({
    description: described('choke point'),
    fields: (t) => ({
      ...subjectFields(api, parts, t, ({ items }) => items.map(({ site }) => site)),
      flow: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Most that can reach all markets together, in the unit and time of the answer.',
        resolve: ({ flow }) => flow,
      }),
      items: t.field({
        type: [point],
        description: 'Largest loss first.',
        args: { first: t.arg.int({ defaultValue: 20 }) },
        resolve: ({ items }, { first }) => items.slice(0, pageSize(first, 20)),
      }),
      totalCount: t.exposeInt('totalCount'),
      origins: t.field({
        type: [refs.node],
        description: 'Where the flows begin on record.',
        resolve: ({ origins }, _args, { load }) => load.nodes(origins),
      }),
      markets: t.field({ type: [market], resolve: ({ markets }, _args, context) => [...open(context, markets)] }),
      pairs: t.field({
        type: [pair],
        description: 'Best two sites, largest loss first; pairs that add nothing to one of them are left out.',
        resolve: ({ pairs }, _args, context) => [...open(context, pairs)],
      }),
      concentration: t.field({
        type: [concentration],
        description: 'How few operators handle what sites of one function handle.',
        resolve: (one) => [...one.concentration],
      }),
    }),
  })
  builder.queryField('chokePoints', (t) =>
    t.field({
      type: result(answer, ['NotFound', 'InvalidInput', 'TooLarge', 'Unavailable', 'Withheld']),
      description:
        'Sites by what their standstill would cost an organisation’s markets, or a place, after re-routing. Give exactly one of organisation and place.',
      args: {
        organisation: t.arg.id(),
        place: t.arg.id(),
        commodity: t.arg.string({ description: 'May be left out where only one flows.' }),
        asOf: t.arg({ type: 'Date' }),
        grades: t.arg({ type: [enums.of(GRADES)] }),
        reading: readingArg(t.arg, enums),
      },
      resolve: (_root, { organisation, place, commodity, asOf, grades, reading }, context) =>
        ask(context, context.atlas.questions.chokePoints, {
          organisation: organisation ?? undefined,
          place: place ?? undefined,
          commodity: commodity ?? undefined,
          asOf: asOf ?? undefined,
          grades: gradesArg(grades),
          reading: reading ?? undefined,
        }),
    }),
  )
  return parts
}

const defineConcentration = ({ builder }: Api) =>
  builder.objectRef<ConcentrationAnswer>('FlowConcentration').implement({
    description: 'How few operators handle most of something.',
    fields: (t) => ({
      name: t.exposeString('name'),
      sites: t.exposeInt('sites'),
      measuredBy: t.exposeString('measuredBy', { description: 'volume, capacity or share, as stated; never taken from a solver.' }),
      index: t.exposeFloat('index', { description: 'Herfindahl–Hirschman index, 0–1.' }),
      effectiveNumber: t.exposeFloat('effectiveNumber', { description: '1 / index.' }),
      operatorsForThreeQuarters: t.exposeInt('operatorsForThreeQuarters', { description: 'Fewest operators that make 75 %.' }),
      sentence: t.exposeString('sentence'),
    }),
  })

function definePoint({ builder, refs }: Api, { link, cost, sting }: FlowParts) {
  const byMarket = builder.objectRef<MarketLoss>('MarketLoss').implement({
    description: 'What one market alone would miss.',
    fields: (t) => ({
      market: t.field({ type: refs.node, resolve: ({ market }, _args, context) => oneNode(context, market) }),
      loss: t.field({ type: refs.interval, nullable: true, resolve: ({ loss }) => loss }),
      alternatives: t.exposeInt('alternatives', { description: 'Ways to it that are left and share no site.' }),
    }),
  })
  const confidence = builder.enumType('Confidence', {
    description: 'How many of loss, sting and local dependence are known.',
    values: { HIGH: { description: 'All three.' }, MEDIUM: { description: 'Two.' }, LOW: { description: 'One.' }, NONE: { description: 'None.' } },
  })
  const factors = builder.objectRef<FactorsAnswer>('ChokeFactors').implement({
    description: 'C = D · R · (1 − L): loss, sting and local dependence together.',
    fields: (t) => ({
      score: t.field({ type: refs.interval, nullable: true, description: 'Null unless all three are known: what is missing is unknown, not 0.', resolve: ({ score }) => score }),
      confidence: t.field({ type: confidence, resolve: (one) => one.confidence }),
      missing: t.field({ type: ['String'], description: 'Which of the three are not on record.', resolve: ({ missing }) => [...missing] }),
    }),
  })
  return builder.objectRef<ChokePointAnswer>('ChokePoint').implement({
    description: described('choke point'),
    fields: (t) => {
      const interval = (name: 'lossAfterRerouting' | 'throughputShare' | 'substitutability', description: string) =>
        t.field({ type: refs.interval, nullable: true, description, resolve: (one: ChokePointAnswer) => one[name] })
      return {
        site: t.field({
          type: refs.node,
          description: 'A site, or an organisation where flows are stated for it as a whole.',
          resolve: ({ site }, _args, context) => oneNode(context, site),
        }),
        rank: t.exposeInt('rank', { description: 'Sites with the same loss share a rank.' }),
        relationship: t.exposeString('relationship', { description: 'Which relationship carries the dependence.' }),
        lossAfterRerouting: interval('lossAfterRerouting', 'D = 1 − F(without it) / F: share of the maximum flow that is lost after re-routing.'),
        throughputShare: interval('throughputShare', 'T: share of the stated flow that passes it; null where a volume is missing.'),
        substitutability: interval('substitutability', '1 − D / T, cut to 0–1.'),
        alternatives: t.exposeInt('alternatives', { description: 'Ways to all markets together that avoid it and share no site.' }),
        dominatedMarkets: t.field({
          type: [refs.node],
          description: 'Markets every way to which leads over it.',
          resolve: ({ dominatedMarkets }, _args, { load }) => load.nodes(dominatedMarkets),
        }),
        byMarket: t.field({ type: [byMarket], resolve: (one, _args, context) => [...open(context, one.byMarket)] }),
        dependents: t.field({
          type: [refs.node],
          description: 'Who else is hurt: everything on record that would get nothing, at most 100.',
          resolve: (one, _args, context) => context.load.nodes(open(context, one.dependents)),
        }),
        timeToSurviveDays: t.exposeFloat('timeToSurviveDays', {
          nullable: true,
          description: 'Days its markets can be served without it, where a source states them.',
        }),
        timeToRestoreDays: t.exposeFloat('timeToRestoreDays', {
          nullable: true,
          description: 'Days until it is replaced, where a source states them.',
        }),
        biteWindowDays: t.exposeFloat('biteWindowDays', {
          nullable: true,
          description: 'max(0, days until it is replaced − days its markets are served without it).',
        }),
        timeSentence: t.exposeString('timeSentence', { nullable: true }),
        timeStatements: t.field({
          type: [refs.statement],
          description: 'Statements of the days.',
          resolve: ({ timeStatements }, _args, { load }) => load.statements(timeStatements),
        }),
        sting: t.field({
          type: sting,
          nullable: true,
          description: 'R of the organisation asked about; for a place, the largest that is stated. Null is unknown, not 0.',
          resolve: (one) => one.sting,
        }),
        stings: t.field({ type: [sting], description: 'All that state what they earn through it.', resolve: (one) => [...one.stings] }),
        factors: t.field({ type: factors, resolve: (one, _args, context) => open(context, one.factors) }),
        costToUs: t.field({ type: cost, resolve: (one, _args, context) => open(context, one.costToUs) }),
        onParetoFront: t.boolean({
          nullable: true,
          description:
            'No other site loses the markets as much (times the sting, where all are known) at no higher known cost here; null without a loss.',
          resolve: (one, _args, context) => open(context, one.onParetoFront),
        }),
        flows: t.field({ type: [link], description: 'Flows to and from it with the statements behind them.', resolve: ({ flows }) => [...flows] }),
        paths: t.field({
          type: [refs.path],
          description: 'Shortest ways over it, one per market, each with its statements.',
          resolve: (one, _args, context) => [...open(context, one.paths)],
        }),
        notes: t.field({ type: ['String'], resolve: ({ notes }) => [...notes] }),
      }
    },
  })
}
