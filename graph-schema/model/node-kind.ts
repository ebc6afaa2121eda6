import type { Properties, ValuesOf } from './property.ts'
import { optional, required } from './property.ts'
import { countryCode, identifiers, text, texts } from './values/plain-values.ts'

/** A kind of node: one label, one table of properties. */
export interface NodeKind<N extends string = string, P extends Properties = Properties> {
  readonly name: N
  readonly plural: string
  readonly doc: string
  readonly properties: P
}

export const nodeKind = <const N extends string, const P extends Properties>(spec: NodeKind<N, P>): NodeKind<N, P> => spec

/** A node as a plain value. `label` is its kind. */
export type NodeOf<K extends NodeKind> = { readonly label: K['name'] } & ValuesOf<K['properties']>

/** What every named node carries. */
export const identity = {
  id: required(text, 'Stable identifier scheme:value; the same in addresses, files and the API.'),
  name: required(text, 'Name as its best source writes it.'),
  nameKey: required(text, 'Name without case, accents, punctuation and legal form; for searching.', { internal: true, hidden: true, indexed: true }),
  aliases: optional(texts, 'Other names seen, not unique.'),
  identifiers: optional(identifiers, 'Identifiers in other schemes.'),
  country: optional(countryCode, 'Country, ISO 3166-1 alpha-2.'),
} as const
