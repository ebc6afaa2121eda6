/** What a database property can hold: the part of both engines' types that behaves the same. */
export type Scalar = string | number | boolean | readonly string[]
export type StoredType = 'string' | 'float' | 'integer' | 'boolean' | 'strings'

/** One column of a CSV template that a property is read from. */
export interface Column {
  /** Header after the name of the property in snake case: '' or '_min'. */
  readonly suffix: string
  readonly doc: string
  readonly unit?: string
}

/**
 * A type of value a property can have: how it is stored flat, which CSV columns carry it and how the API shows it.
 * Databases and files hold scalars and lists of text only, so a value with parts is stored under several names.
 */
export interface ValueType<V> {
  readonly name: string
  readonly doc: string
  /** Suffix of the stored property → its type; suffix '' is the property itself. */
  readonly stored: Readonly<Record<string, StoredType>>
  readonly columns: readonly Column[]
  /** GraphQL fields: suffix → type, for example { '': 'Date', Precision: 'DatePrecision' }. */
  readonly api: Readonly<Record<string, string>>
  /** Suffix → stored scalar. Absent parts are left out. */
  readonly encode: (value: V) => Readonly<Record<string, Scalar>>
  readonly decode: (parts: Readonly<Record<string, Scalar | undefined>>) => V | undefined
}

/** A type stored as itself in one property and one column. */
export function plainType<V extends Scalar>(spec: { name: string; doc: string; stored: StoredType; api: string; unit?: string }): ValueType<V> {
  const { name, doc, stored, api, unit } = spec
  return {
    name, doc,
    stored: { '': stored },
    columns: [{ suffix: '', doc, ...(unit === undefined ? {} : { unit }) }],
    api: { '': api },
    encode: (value) => ({ '': value }),
    decode: (parts) => parts[''] as V | undefined, // what encode wrote
  }
}
