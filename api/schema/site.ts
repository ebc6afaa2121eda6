import { DOMAINS, DOMAIN_OF_SITE, GRADES } from '#model/code-lists.ts'
import type { SiteNode } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import { pageSize } from './bad-input.ts'
import type { ComputedFields } from './node.ts'
import { neighbours } from './organisation.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'

type Located = Extract<StoredStatement, { type: 'LOCATED_IN' }>

/** Where a site is, who is stated to run and own it, and its figures as each source gives them. */
export const siteFields = (api: Api): ComputedFields => {
  const figure = api.builder.objectRef<Located>('Figure').implement({
    description: 'A figure of a site as one source states it. Several years or sources stand side by side, never added.',
    fields: (t) => ({
      quantity: t.field({ type: 'Quantity' as never, resolve: ({ capacity }) => capacity as never }), // only statements with a figure are given
      grade: t.expose('grade', { type: api.enums.of(GRADES) }),
      statement: t.field({ type: api.refs.statement, resolve: (statement) => statement }),
    }),
  })
  const organisations = kindRef(api, 'Organisation')
  return {
    Site: (t) => ({
      domain: t.field({
        type: api.enums.of(DOMAINS),
        description: 'Field of life it belongs to.',
        resolve: (site) => DOMAIN_OF_SITE[(site as SiteNode).kind],
      }), // nodes of this type are sites
      place: t.field({
        type: kindRef(api, 'Place'),
        nullable: true,
        description: 'Place it is in.',
        resolve: ({ id }, _args, { atlas, load }) => {
          const place = atlas.places.placeOf(id)
          return place === undefined ? undefined : load.node(place)
        },
      }),
      lawfulMeans: t.field({
        type: api.refs.lawfulMeans,
        description: 'What is noted on the law of the country it lies in.',
        resolve: ({ id }, _args, { atlas }) => atlas.lawfulMeans(atlas.places.countryOf(id)),
      }),
      operators: t.field({
        type: [organisations],
        description: 'Who is stated to operate or manage it.',
        resolve: async ({ id }, _args, context) => context.load.nodes(await neighbours(context, id, ['OPERATES', 'MANAGES'], 'from')),
      }),
      owners: t.field({
        type: [organisations],
        description: 'Who is stated to own a part of it.',
        resolve: async ({ id }, _args, context) => context.load.nodes(await neighbours(context, id, ['OWNS'], 'from')),
      }),
      figures: t.field({
        type: [figure],
        description: 'Capacity, throughput, homes or area, by source.',
        resolve: async ({ id }, _args, { load }) =>
          (await load.statementsOf(id, ['LOCATED_IN'])).filter(
            (statement): statement is Located => statement.type === 'LOCATED_IN' && statement.capacity !== undefined,
          ),
      }),
      statements: t.field({
        type: [api.refs.statement],
        description: 'Statements with it at either end, by key.',
        args: { first: t.arg.int({ defaultValue: 50 }) },
        resolve: async ({ id }, { first }, { load }) => (await load.statementsOf(id)).slice(0, pageSize(first)),
      }),
    }),
  }
}
