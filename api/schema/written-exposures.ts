import { performance } from 'node:perf_hooks'
import { DOMAINS } from '#model/code-lists.ts'
import type { Exposure } from '#model/derived/exposed-in.ts'
import { ExposedIn } from '#model/derived/exposed-in.ts'
import type { Context } from '../context.ts'
import { OUT_OF_TIME } from '../questions/refused.ts'
import type { WrittenExposures } from '../written-exposures.ts'
import { cursorOf, writtenExposures } from '../written-exposures.ts'
import type { DefineConnection, Page, PageArgs } from './connection.ts'
import { pageOf } from './connection.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'
import type { DefineResult, Failure } from './results.ts'

type ExposurePage = Page<Exposure> & Pick<WrittenExposures, 'basis'>

/** What `npm run index:write` left in the graph, by place and by organisation. */
export function defineWrittenExposures(api: Api, connection: DefineConnection, result: DefineResult): void {
  const { builder, refs, enums } = api
  const { properties } = ExposedIn
  const one = async ({ load }: Context, id: string) => (await load.nodes([id]))[0]! // nodes() throws when it is missing
  const row = builder.objectRef<Exposure>('WrittenExposure').implement({
    description: ExposedIn.doc,
    fields: (t) => ({
      organisation: t.field({ type: kindRef(api, 'Organisation'), resolve: ({ from }, _args, context) => one(context, from) }),
      place: t.field({ type: kindRef(api, 'Place'), resolve: ({ to }, _args, context) => one(context, to) }),
      domain: t.expose('domain', { type: enums.of(DOMAINS) }),
      measure: t.exposeString('measure', { description: properties.measure.doc }), unit: t.exposeString('unit', { description: properties.unit.doc }),
      low: t.exposeFloat('low', { description: properties.low.doc }), high: t.exposeFloat('high', { description: properties.high.doc }),
      sites: t.exposeInt('sites', { description: properties.sites.doc }), leaf: t.exposeBoolean('leaf', { description: properties.leaf.doc }),
    }),
  })
  const answer = result(connection<Exposure, ExposurePage>('WrittenExposure', row, 'Exposures written back, largest first.', {
    typeName: 'WrittenExposures', fields: (t) => ({ basis: t.field({ type: refs.basis, resolve: ({ basis }) => basis }) }),
  }), ['TooLarge', 'Unavailable'])
  for (const [kind, end, description] of [
    ['Place', 'place', 'Exposure of the place to each organisation, as computed and written back; of a complete run for this version of the data only.'],
    ['Organisation', 'organisation', 'Places exposed to it, as computed and written back; of a complete run for this version of the data only.'],
  ] as const) {
    builder.objectField(kindRef(api, kind), 'writtenExposures', (t) => t.field({
      type: answer, description, args: { first: t.arg.int({ defaultValue: 50 }), after: t.arg.string() },
      resolve: ({ id }, args, context) => pageFor(context, end, id, args),
    }))
  }
}

async function pageFor({ atlas, work, deadline }: Context, end: 'place' | 'organisation', id: string, args: PageArgs): Promise<ExposurePage | Failure> {
  if (performance.now() > deadline) return OUT_OF_TIME
  work.asked++
  const found = await writtenExposures(atlas, end, id)
  if (performance.now() > deadline) return OUT_OF_TIME
  if (found.kind !== 'Answer') return found
  const { items, basis } = found.value
  const byCursor = new Map(items.map((item) => [cursorOf(item), item]))
  return { ...await pageOf([...byCursor.keys()], args, (cursors) => cursors.map((cursor) => byCursor.get(cursor)!)), basis } // keys of the map
}
