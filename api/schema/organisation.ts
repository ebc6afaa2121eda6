import type { NodeValue, StatementType } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { Context } from '../context.ts'
import { pageSize } from './bad-input.ts'
import type { ComputedFields } from './node.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'

/** Ids at the other end of statements of these types, each once, in the order of the keys. */
export async function neighbours({ load }: Context, id: string, types: readonly StatementType[], end: 'from' | 'to'): Promise<string[]> {
  const other = end === 'from' ? 'to' : 'from'
  const statements = await load.statementsOf(id, types)
  return [...new Set(statements.filter((statement) => statement[other] === id).map((statement) => statement[end]))]
}

/** What stands between an organisation and sites or brands, as stated; what follows from it is asked with `ownership`. */
export const organisationFields = (api: Api): ComputedFields => ({
  Organisation: (t) => ({
    statements: t.field({
      type: [api.refs.statement],
      description: 'Statements with it at either end, by key.',
      args: { first: t.arg.int({ defaultValue: 50 }) },
      resolve: async ({ id }, { first }, { load }) => (await load.statementsOf(id)).slice(0, pageSize(first)),
    }),
    statementCount: t.int({
      description: 'How many statements name it; at most 500 are counted.',
      resolve: async ({ id }, _args, { load }) => (await load.statementsOf(id)).length,
    }),
    sites: t.field({
      type: [kindRef(api, 'Site')],
      description: 'Sites it is stated to own, operate or manage itself.',
      args: { first: t.arg.int({ defaultValue: 50 }) },
      resolve: async ({ id }, { first }, context) => {
        const ids = await neighbours(context, id, ['OWNS', 'OPERATES', 'MANAGES'], 'to')
        return sitesOf(context, ids, pageSize(first))
      },
    }),
    brands: t.field({
      type: [kindRef(api, 'Brand')],
      description: 'Brands stated to be its own.',
      resolve: async ({ id }, _args, context) => context.load.nodes(await neighbours(context, id, ['BRAND_OF'], 'from')),
    }),
  }),
  Brand: (t) => ({
    organisations: t.field({
      type: [kindRef(api, 'Organisation')],
      description: 'Organisations it is stated to belong to.',
      resolve: async ({ id }, _args, context) => context.load.nodes(await neighbours(context, id, ['BRAND_OF'], 'to')),
    }),
    statements: t.field({
      type: [api.refs.statement],
      description: 'Statements with it at either end, by key.',
      args: { first: t.arg.int({ defaultValue: 50 }) },
      resolve: async ({ id }, { first }, { load }): Promise<StoredStatement[]> => (await load.statementsOf(id)).slice(0, pageSize(first)),
    }),
  }),
})

async function sitesOf({ load }: Context, ids: readonly string[], first: number): Promise<NodeValue[]> {
  const nodes = await load.nodes(ids)
  return nodes.filter(({ label }) => label === 'Site').slice(0, first)
}
