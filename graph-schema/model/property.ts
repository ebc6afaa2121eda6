import type { ValueType } from './values/value-type.ts'

/** One property of a node or statement kind: its type and what it means. */
export interface PropertySpec<V = unknown, R extends boolean = boolean> {
  readonly type: ValueType<V>
  readonly required: R
  readonly doc: string
  /** Term of a standard that means the same. */
  readonly sameAs?: string
  /** Header in CSV templates, where it is not the name of the property in snake case. */
  readonly column?: string
  /** Looked up often: both engines get an index. */
  readonly indexed?: boolean
  /** Made by us (keys, hashes): not a column of a template. */
  readonly internal?: boolean
  /** Not shown in the API (keys for searching). */
  readonly hidden?: boolean
}
// `any` in a constraint only: ValueType is invariant in V, and a record of properties mixes many V.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Properties = Readonly<Record<string, PropertySpec<any, boolean>>>

type Details = Omit<PropertySpec, 'type' | 'required'>
export const optional = <V>(type: ValueType<V>, doc: string, details: Partial<Details> = {}): PropertySpec<V, false> => ({ type, required: false, doc, ...details })
export const required = <V>(type: ValueType<V>, doc: string, details: Partial<Details> = {}): PropertySpec<V, true> => ({ type, required: true, doc, ...details })

type ValueOf<P> = P extends PropertySpec<infer V, boolean> ? V : never
type RequiredKeys<P extends Properties> = { [K in keyof P]: P[K]['required'] extends true ? K : never }[keyof P]
/** The in-memory value of a set of properties: required ones present, optional ones may be left out. */
export type ValuesOf<P extends Properties> =
  { readonly [K in RequiredKeys<P>]: ValueOf<P[K]> } & { readonly [K in Exclude<keyof P, RequiredKeys<P>>]?: ValueOf<P[K]> }
