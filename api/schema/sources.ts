import type { DefineConnection } from './connection.ts'
import { pageOf } from './connection.ts'
import type { ComputedFields } from './node.ts'
import type { Api } from './refs.ts'
import { kindRef } from './refs.ts'

export const sourceFields: ComputedFields = {
  Source: (t) => ({ title: t.string({ description: 'Title of the page, register or file.', resolve: ({ name }) => name }) }),
}

/** What the statements rest on, and the files that brought them. */
export function defineSources(api: Api, connection: DefineConnection): void {
  const { builder } = api
  const sources = connection('Source', kindRef(api, 'Source'), 'Sources by title.')
  const imports = connection('Import', kindRef(api, 'Import'), 'Imports, latest first.')
  builder.queryField('sources', (t) => t.field({
    type: sources, description: 'Every source a statement rests on.',
    args: { first: t.arg.int({ defaultValue: 50 }), after: t.arg.string() },
    resolve: (_root, args, { atlas, load }) => pageOf(atlas.sources.map(({ id }) => id), args, load.nodes),
  }))
  builder.queryField('imports', (t) => t.field({
    type: imports, description: 'Files that were accepted, with counts that add up.',
    args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
    resolve: (_root, { first, after }, { atlas, load }) => pageOf(atlas.imports.map(({ id }) => id), { first: first ?? 20, after }, load.nodes),
  }))
}
