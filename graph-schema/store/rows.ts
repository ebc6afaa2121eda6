import { KnownError } from '#model/known-error.ts'
import type { StoredType } from '#model/values/value-type.ts'
import type { Field, Parameter, PropertyShape, RowOf, Shape } from './registry/registered-statement.ts'

type Encode = (value: unknown, type: StoredType) => unknown

function encodeField(value: unknown, field: Field, encode: Encode): unknown {
  if (typeof field === 'string') return encode(value, field)
  return Object.fromEntries(Object.entries(value as object).map(([name, part]) => [name, encode(part, field.map[name]!)])) // storable.ts refuses other names
}

/** Parameters as a driver wants them; `encode` is the one place where engines differ. */
export function encodeParameters(declared: Readonly<Record<string, Parameter>>, values: Readonly<Record<string, unknown>>, encode: Encode): Record<string, unknown> {
  return Object.fromEntries(Object.entries(declared).map(([name, parameter]) => {
    const value = values[name]
    if (typeof parameter === 'string') return [name, encode(value, parameter)]
    if (!('rows' in parameter)) return [name, value]
    const rows = value as readonly Readonly<Record<string, unknown>>[]
    const columns = Object.entries(parameter.rows)
    return [name, rows.map((row) => Object.fromEntries(columns.map(([column, field]) => [column, encodeField(row[column], field, encode)])))]
  }))
}

const isOfType: Readonly<Record<StoredType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  float: (value) => typeof value === 'number',
  integer: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  strings: (value) => Array.isArray(value) && value.every((text) => typeof text === 'string'),
}

function decodeProperties(raw: unknown, shape: PropertyShape, statementId: string): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw as object)) {
    const type = shape[name]
    if (type === undefined || value === null) continue // someone else's property on a shared server
    if (!isOfType[type](value)) throw mismatch(statementId, name, type, value)
    properties[name] = value
  }
  return properties
}

function mismatch(statementId: string, column: string, type: string, value: unknown): KnownError {
  return new KnownError('STORE_UNREADABLE',
    `The store holds ${JSON.stringify(String(value))} (${typeof value}) as ${column}, which should be of type ${type}. Was it changed by another program? Restore a backup.`,
    { statement: statementId, column, expected: type })
}

/** A row as declared. @throws KnownError STORE_UNREADABLE where the database answers with another type */
export function decodeRow<R extends Shape>({ id, row }: { readonly id: string; readonly row: R }, raw: Readonly<Record<string, unknown>>): RowOf<R> {
  const decoded: Record<string, unknown> = {}
  for (const [column, field] of Object.entries<Field>(row)) {
    const value = raw[column]
    if (typeof field !== 'string') decoded[column] = decodeProperties(value, field.map, id)
    else if (isOfType[field](value)) decoded[column] = value
    else throw mismatch(id, column, field, value)
  }
  return decoded as RowOf<R> // checked column by column
}
