import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../generated/graphql-env.d.ts'

/** Documents typed against the printed schema. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; ID: string } }>()
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
export { readFragment } from 'gql.tada'
