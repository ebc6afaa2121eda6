import { nameKey } from '#ingest/resolve/name-key.ts'
import type { NodeLabel } from '#model/model.ts'
import type { Context } from '../context.ts'
import { searchOrder } from '../search-order.ts'
import { badInput, MAX_TEXT } from './bad-input.ts'
import type { DefineConnection } from './connection.ts'
import { pageOf } from './connection.ts'
import type { Api } from './refs.ts'

/** Hits beyond this many are not counted: a reader narrows the words instead of turning pages. */
export const MAX_HITS = 500

/** One field for every name and id on record. */
export function defineSearch({ builder, refs, enums }: Api, connection: DefineConnection): void {
  const hits = connection('Search', refs.node, `Hits, best first; at most ${MAX_HITS} are counted.`)
  builder.queryField('search', (t) => t.field({
    type: hits, description: 'Names that begin with or contain the text, whatever its case and accents; or the node of that id.',
    args: { text: t.arg.string({ required: true }), kinds: t.arg({ type: [enums.nodeKind] }), first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
    resolve: async (_root, { text, kinds, first, after }, context) => pageOf(await idsFor(context, text, kinds ?? undefined), { first: first ?? 20, after }, context.load.nodes),
  }))
}

async function idsFor({ atlas, load, work }: Context, text: string, labels: readonly NodeLabel[] | undefined): Promise<string[]> {
  if (text.length > MAX_TEXT) throw badInput('text', `text may have at most ${MAX_TEXT} characters.`)
  if (labels?.length === 0) throw badInput('kinds', 'kinds is an empty list; leave it out for all kinds, or name at least one.')
  if (text.trim() === '') throw badInput('text', 'text is empty; give at least one letter of a name, or an id.')
  const { key } = nameKey(text)
  const exact = text.includes(':') ? await load.node(text.trim()) : undefined
  const named = exact && exact.label !== 'Import' && (labels === undefined || labels.includes(exact.label)) ? [exact.id] : []
  if (key === '') return named
  work.asked++
  const found = await atlas.store.search(key, { limit: MAX_HITS, ...(labels === undefined ? {} : { labels }) })
  const siteCount = (id: string) => atlas.places.sitesIn(id).length
  return [...new Set([...named, ...searchOrder(found, key, { representative: atlas.representatives(), siteCount })])]
}
