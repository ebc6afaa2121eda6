import { badInput, pageSize } from './bad-input.ts'
import type { Builder } from './builder.ts'
import type { SchemaTypes } from './builder.ts'
import type { FieldRef, ObjectRef, InterfaceRef } from '@pothos/core'

/** One slice of a list. Cursors are ids, readable as they are. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[]
  readonly totalCount: number
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}
export interface PageArgs { readonly first?: number | null | undefined; readonly after?: string | null | undefined }

/**
 * Cuts a list of ids after a cursor and loads what is left.
 * @throws GraphQLError BAD_INPUT when `first` is outside 1–100 or `after` is not in the list
 */
export async function pageOf<T>(ids: readonly string[], { first, after }: PageArgs, load: (ids: readonly string[]) => Promise<readonly T[]> | readonly T[]): Promise<Page<T>> {
  const size = pageSize(first)
  const start = after === undefined || after === null ? 0 : ids.indexOf(after) + 1
  if (start === 0 && after !== undefined && after !== null) throw badInput('after', 'after is not in this list; use a cursor of the same question.')
  const slice = ids.slice(start, start + size)
  const nodes = await load(slice)
  return {
    edges: slice.map((cursor, i) => ({ cursor, node: nodes[i]! })), // one node per id
    totalCount: ids.length,
    hasNextPage: start + size < ids.length,
    hasPreviousPage: start > 0,
  }
}

const pageInfoOf = (builder: Builder) => builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a slice of a list lies.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage'),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
    startCursor: t.string({ nullable: true, resolve: ({ edges }) => edges[0]?.cursor }),
    endCursor: t.string({ nullable: true, resolve: ({ edges }) => edges.at(-1)?.cursor }),
  }),
})

type NodeRef<T> = ObjectRef<SchemaTypes, T> | InterfaceRef<SchemaTypes, T>

/** A connection that is the answer to a question: its own name and more fields. */
interface Shape<P> { readonly typeName?: string; readonly fields?: (t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, P>) => Record<string, FieldRef<SchemaTypes>> }

/** Relay connection types over readable cursors. */
export function defineConnections(builder: Builder) {
  const pageInfo = pageInfoOf(builder)
  return <T extends object, P extends Page<T> = Page<T>>(name: string, node: NodeRef<T>, description: string, { typeName = `${name}Connection`, fields }: Shape<P> = {}) => {
    const edge = builder.objectRef<Page<T>['edges'][number]>(`${name}Edge`).implement({
      fields: (t) => ({
        node: t.field({ type: node, resolve: (one) => one.node as never }), // the parent shape of `node` is T
        cursor: t.exposeString('cursor', { description: 'Pass as after to go on from here.' }),
      }),
    })
    return builder.objectRef<P>(typeName).implement({
      description,
      fields: (t) => ({
        edges: t.field({ type: [edge], resolve: (page) => [...page.edges] }),
        nodes: t.field({ type: [node], resolve: (page) => page.edges.map((one) => one.node) as never }), // as above
        totalCount: t.int({ description: 'Length of the whole list.', resolve: (page) => page.totalCount }),
        pageInfo: t.field({ type: pageInfo, resolve: (page) => page }),
        ...fields?.(t),
      }),
    })
  }
}
export type DefineConnection = ReturnType<typeof defineConnections>
