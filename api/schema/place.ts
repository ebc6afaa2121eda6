import { DOMAINS } from '#model/code-lists.ts'
import { nameKey } from '#ingest/resolve/name-key.ts'
import { ask } from './ask.ts'
import { badInput, MAX_TEXT } from './bad-input.ts'
import type { DefineConnection } from './connection.ts'
import { pageOf } from './connection.ts'
import type { ComputedFields } from './node.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'

/** What lies in a place and what is known about it. */
export const placeFields = (api: Api): ComputedFields => ({
  Place: (t) => ({
    parents: t.field({
      type: [kindRef(api, 'Place')],
      description: 'Larger places it is directly part of.',
      resolve: ({ id }, _args, { atlas, load }) => load.nodes(atlas.places.parentsOf(id)),
    }),
    children: t.field({
      type: [kindRef(api, 'Place')],
      description: 'Places directly inside it, those with most sites first.',
      args: { first: t.arg.int({ defaultValue: 50 }) },
      resolve: async ({ id }, args, { atlas, load }) => (await pageOf(atlas.places.childrenOf(id), args, load.nodes)).edges.map(({ node }) => node),
    }),
    lawfulMeans: t.field({
      type: api.refs.lawfulMeans,
      description: 'What is noted on the law of the country it lies in.',
      resolve: ({ id }, _args, { atlas }) => atlas.lawfulMeans(atlas.places.countryOf(id)),
    }),
    siteCount: t.int({
      description: 'Sites in it or in a place inside it, each once.',
      resolve: ({ id }, _args, { atlas }) => atlas.places.sitesIn(id).length,
    }),
    sites: t.field({
      type: [kindRef(api, 'Site')],
      description: 'Sites in it or in a place inside it, by id.',
      args: { first: t.arg.int({ defaultValue: 50 }), after: t.arg.string() },
      resolve: async ({ id }, args, { atlas, load }) => (await pageOf(atlas.places.sitesIn(id), args, load.nodes)).edges.map(({ node }) => node),
    }),
    domains: t.field({
      type: [api.enums.of(DOMAINS)],
      description: 'Domains with a site or brand on record.',
      resolve: ({ id }, _args, { atlas }) => [...atlas.places.domainsIn(id)],
    }),
    publishedFigures: t.field({
      type: [api.refs.statement],
      description: 'Figures sources publish about it: totals by domain, jobs, power, funds and costs, each with its definition.',
      resolve: ({ id }, _args, { load }) => load.statementsOf(id, ['STATES_FIGURE']) as never,
    }),
    coverage: t.field({
      type: api.refs.coverage,
      nullable: true,
      description: 'How many of its sites have an operator and an owner on record.',
      args: { domain: t.arg({ type: api.enums.of(DOMAINS) }) },
      resolve: ({ id }, { domain }, context) => {
        const answer = ask(context, context.atlas.questions.coverage, { place: id, domain: domain ?? undefined })
        return 'kind' in answer ? undefined : answer
      },
    }),
  }),
})

/** Choosing a place: by id, by name, inside another, with data of a domain. */
export function definePlaces(api: Api, connection: DefineConnection): void {
  const { builder, enums } = api
  const place = kindRef(api, 'Place')
  const places = connection('Place', place, 'Places, those with most sites on record first.')
  builder.queryField('place', (t) => t.field({
    type: place, nullable: true, description: 'A place by its id; null when there is none.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { load }) => { const node = await load.node(id); return node?.label === 'Place' ? node : undefined },
  }))
  builder.queryField('places', (t) => t.field({
    type: places, description: 'Places by name, by the place they are in, and by what is on record.',
    args: { search: t.arg.string(), withinId: t.arg.id(), withData: t.arg({ type: enums.of(DOMAINS) }), first: t.arg.int({ defaultValue: 50 }), after: t.arg.string() },
    resolve: async (_root, { search, withinId: within, withData, first, after }, { atlas, load }) => {
      const withinId = within?.normalize('NFC')
      if (search != null && search.length > MAX_TEXT) throw badInput('search', `search may have at most ${MAX_TEXT} characters.`)
      if (withinId != null && (await load.node(withinId))?.label !== 'Place')
        throw badInput('withinId', 'withinId is not the id of a place on record; ids look like iso3166:NL, search(text: "…") finds them by name.')
      const ids = atlas.places.find({
        ...(search == null ? {} : { nameKey: nameKey(search).key }),
        ...(withinId == null ? {} : { withinId }),
        ...(withData == null ? {} : { withData }),
      })
      return pageOf(ids, { first, after }, load.nodes)
    },
  }))
}
