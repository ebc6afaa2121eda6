import type { Model, NodeValue } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { GraphqlTypes } from '#derive/graphql-types.ts'
import { graphqlTypes } from '#derive/graphql-types.ts'
import type { LawfulMeans } from '../lawful-means.ts'
import type * as answers from '../questions/answers.ts'
import type { Interval } from '#analytics/parts/interval.ts'
import type { Builder } from './builder.ts'
import { createBuilder } from './builder.ts'
import type { Enums } from './enums.ts'
import { defineEnums } from './enums.ts'

const declareRefs = (builder: Builder, types: GraphqlTypes) => ({
  node: builder.interfaceRef<NodeValue>('Node'),
  /** One object type per node kind of the model. */
  kinds: new Map(types.nodes.map(({ name }) => [name, builder.objectRef<NodeValue>(name)])),
  /** Values with named parts, by type name. */
  values: new Map(types.values.map(({ name }) => [name, builder.objectRef<object>(name)])),
  statement: builder.objectRef<StoredStatement>('Statement'),
  interval: builder.objectRef<Interval>('Interval'),
  basis: builder.objectRef<answers.Basis>('Basis'),
  path: builder.objectRef<answers.Path>('Path'),
  coverage: builder.objectRef<answers.Coverage>('Coverage'),
  mirrorPair: builder.objectRef<answers.MirrorPair>('MirrorPair'),
  lawfulMeans: builder.objectRef<LawfulMeans>('LawfulMeans'),
})

/** What every concept file works with: the builder and the types others define. */
export interface Api {
  readonly builder: Builder
  readonly types: GraphqlTypes
  readonly enums: Enums
  readonly refs: ReturnType<typeof declareRefs>
}

export function createApi(model: Model): Api {
  const builder = createBuilder()
  const types = graphqlTypes(model)
  return { builder, types, enums: defineEnums(builder, model), refs: declareRefs(builder, types) }
}

/** The object type of a node kind. @throws Error when the model has none of that name */
export function kindRef({ refs }: Api, label: string) {
  const ref = refs.kinds.get(label)
  if (!ref) throw new Error(`The model has no node kind ${label}.`)
  return ref
}
