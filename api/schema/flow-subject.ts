import type { FlowTime } from '#analytics/flows/flow-link.ts'
import type { NodeValue } from '#model/model.ts'
import type { Context } from '../context.ts'
import type { CoverAnswer, DependenceAnswer, FlowLinkAnswer, FlowStatus, FlowSubject, LocalCostAnswer, StingAnswer } from '../questions/flow-answers.ts'
import type { SchemaTypes } from './builder.ts'
import type { Enum } from './enums.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'

export const oneNode = async ({ load }: Context, id: string): Promise<NodeValue> => (await load.nodes([id]))[0]! // nodes() throws when it is missing

/** Types that both questions about flows answer with. */
export function defineFlowParts({ builder, refs }: Api) {
  const enumOf = <T extends string>(name: string, description: string, docs: Readonly<Record<T, string>>): Enum<T> =>
    builder.enumType(name, {
      description,
      values: Object.fromEntries(Object.entries<string>(docs).map(([value, doc]) => [value.toUpperCase(), { value, description: doc }])),
    }) as Enum<T> // the keys of docs are T
  const status = enumOf<FlowStatus>('FlowStatus', 'Whether there is enough on record to answer.', {
    ANSWERED: 'Ways and figures are on record.',
    NO_FIGURES: 'Ways are on record, without figures: no loss can be given.',
    NO_FLOW_ON_RECORD: 'No such flow is on record. That is unknown, not zero.',
  })
  const time = enumOf<FlowTime>('FlowTime', 'Time the figures of a flow are for.', { month: 'A month.', quarter: 'A quarter.', year: 'A year.' })
  const link = builder.objectRef<FlowLinkAnswer>('FlowLink').implement({
    description: 'What one thing supplies to another, as its latest statements give it together.',
    fields: (t) => ({
      from: t.field({ type: refs.node, resolve: ({ from }, _args, context) => oneNode(context, from) }),
      to: t.field({ type: refs.node, resolve: ({ to }, _args, context) => oneNode(context, to) }),
      volume: t.field({
        type: refs.interval,
        nullable: true,
        description: 'What is stated to flow, in the unit and time of the answer.',
        resolve: ({ volume }) => volume,
      }),
      capacity: t.field({ type: refs.interval, nullable: true, description: 'Most that can flow.', resolve: ({ capacity }) => capacity }),
      supplyShare: t.field({
        type: refs.interval,
        nullable: true,
        description: 'Share of the receiver’s supply, 0–1.',
        resolve: ({ supplyShare }) => supplyShare,
      }),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  const dependence = builder.objectRef<DependenceAnswer>('LocalDependence').implement({
    description: 'L: the largest known part of a place’s jobs, homes or power that is touched.',
    fields: (t) => ({
      share: t.exposeFloat('share', { description: '0–1.' }),
      place: t.field({ type: refs.node, resolve: ({ place }, _args, context) => oneNode(context, place) }),
      sentence: t.exposeString('sentence'),
      statements: t.field({
        type: [refs.statement],
        description: 'Statement of the total.',
        resolve: ({ statements }, _args, { load }) => load.statements(statements),
      }),
    }),
  })
  const cover = builder.objectRef<CoverAnswer>('SolidarityCover').implement({
    description: 'What is set aside or pledged in a place for the planned days, against what they are expected to cost.',
    fields: (t) => ({
      place: t.field({ type: refs.node, resolve: ({ place }, _args, context) => oneNode(context, place) }),
      funds: t.exposeFloat('funds'),
      cost: t.exposeFloat('cost'),
      currency: t.exposeString('currency', { description: 'ISO 4217.' }),
      fraction: t.exposeFloat('fraction', { description: 'funds / cost; more than 1 where more is pledged than needed.' }),
      sentence: t.exposeString('sentence'),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  const sting = builder.objectRef<StingAnswer>('Sting').implement({
    description: 'R: part of its revenue an organisation states to earn through some sites.',
    fields: (t) => ({
      organisation: t.field({ type: refs.node, resolve: ({ organisation }, _args, context) => oneNode(context, organisation) }),
      share: t.field({
        type: refs.interval,
        description: '0–1; of several sites at least the largest and at most the sum.',
        resolve: ({ share }) => share,
      }),
      sentence: t.exposeString('sentence'),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  const cost = builder.objectRef<LocalCostAnswer>('LocalCost').implement({
    description: 'What a standstill touches here as far as a source gives a figure. Null is unknown, not none.',
    fields: (t) => ({
      jobs: t.exposeFloat('jobs', { nullable: true }),
      homes: t.exposeFloat('homes', { nullable: true }),
      powerMw: t.exposeFloat('powerMw', { nullable: true, description: 'Megawatts.' }),
      dependence: t.field({
        type: dependence,
        nullable: true,
        description: 'Null unless a figure here and the total of the place are known.',
        resolve: (one) => one.dependence,
      }),
      cover: t.field({
        type: cover,
        nullable: true,
        description: 'Null unless both are stated for the place in one currency.',
        resolve: (one) => one.cover,
      }),
      sentence: t.exposeString('sentence'),
      statements: t.field({ type: [refs.statement], resolve: ({ statements }, _args, { load }) => load.statements(statements) }),
    }),
  })
  return { status, time, link, cost, sting }
}
export type FlowParts = ReturnType<typeof defineFlowParts>

/** Countries of sites and of the place asked about, each once; one unknown country where none is on record. */
function countriesOf({ atlas: { places } }: Context, sites: readonly string[], place: string | undefined): (string | undefined)[] {
  const known = [...sites, place].flatMap((id) => (id === undefined ? [] : places.countryOf(id) ?? []))
  return known.length === 0 ? [undefined] : [...new Set(known)].sort()
}

type Fields<T extends object> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, T>
/**
 * What both answers say about the flows they are about.
 *
 * @param sitesOf ids of the sites an answer is about; their countries are where somebody might act
 */
export function subjectFields<T extends FlowSubject>(api: Api, { status, time }: FlowParts, t: Fields<T>, sitesOf: (answer: T) => readonly string[]) {
  const one = (id: string | undefined, context: Context) => (id === undefined ? undefined : oneNode(context, id))
  return {
    organisation: t.field({ type: kindRef(api, 'Organisation'), nullable: true, resolve: ({ organisation }: T, _args, context) => one(organisation, context) }),
    place: t.field({ type: kindRef(api, 'Place'), nullable: true, resolve: ({ place }: T, _args, context) => one(place, context) }),
    status: t.field({ type: status, resolve: (answer: T) => answer.status }),
    commodity: t.string({ nullable: true, resolve: (answer: T) => answer.commodity }),
    unit: t.string({ nullable: true, description: 'Unit of the figures; null where none is stated.', resolve: (answer: T) => answer.unit }),
    per: t.field({ type: time, nullable: true, description: 'Time the figures are for; null where none is stated.', resolve: (answer: T) => answer.per }),
    sentence: t.string({ resolve: (answer: T) => answer.sentence }),
    dependence: t.string({ description: 'What the numbers are, and what they are not.', resolve: (answer: T) => answer.dependence }),
    lawfulMeans: t.string({ description: 'What to know before acting.', resolve: (answer: T) => answer.lawfulMeans }),
    jurisdictions: t.field({
      type: [api.refs.lawfulMeans], description: 'What is noted on the law of each country its sites, or the place asked about, lie in. Never empty.',
      resolve: (answer: T, _args, context) => countriesOf(context, sitesOf(answer), answer.place).map(context.atlas.lawfulMeans),
    }),
    basis: t.field({ type: api.refs.basis, resolve: (answer: T) => answer.basis }),
  }
}
