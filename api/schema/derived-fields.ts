import type { FieldRef } from '@pothos/core'
import type { FieldDescriptor } from '#derive/graphql-types.ts'
import type { SchemaTypes } from './builder.ts'
import type { Api } from './refs.ts'

type FieldBuilder<Parent> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Parent>

/** Fields of a type as the model declares them. */
export function derivedFields<Parent extends object>(api: Api, t: FieldBuilder<Parent>, fields: readonly FieldDescriptor[]): Record<string, FieldRef<SchemaTypes>> {
  return Object.fromEntries(fields.map(({ name, type, list, nullable, doc, read }) => {
    // The type is known only when the schema is built; descriptor and value come from the same declaration.
    const known = typeOf(api, type) as 'String'
    const resolve = (record: Parent) => read(record) as string
    const options = { description: doc, nullable, resolve }
    return [name, list ? t.field({ ...options, type: [known], resolve: resolve as unknown as (record: Parent) => string[] }) : t.field({ ...options, type: known })]
  }))
}

const SCALARS = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'Date'])
function typeOf({ enums, refs }: Api, type: string): unknown {
  const found = SCALARS.has(type) ? type : type === 'Interval' ? refs.interval : enums.coded.get(type) ?? refs.values.get(type) ?? type
  return found
}
