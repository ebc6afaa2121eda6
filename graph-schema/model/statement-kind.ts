import { GRADES, STATUSES } from './code-lists.ts'
import type { Properties, ValuesOf } from './property.ts'
import { optional, required } from './property.ts'
import { impreciseDate } from './values/imprecise-date.ts'
import { codeFrom, day, text, texts } from './values/plain-values.ts'

/** A kind of statement: a relationship type between node labels, with properties of its own beside the provenance. */
export interface StatementKind<N extends string = string, P extends Properties = Properties> {
  readonly name: N
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Verb for a reader: "owns". */
  readonly label: string
  readonly doc: string
  readonly properties: P
}

export const statementKind = <const N extends string, const P extends Properties>(spec: StatementKind<N, P>): StatementKind<N, P> => spec

/** What every statement carries: whose word it is, how good, and for when. Required by type, not by convention. */
export const provenance = {
  key: required(text, 'Hash of what is stated and by whom; writing the same statement twice changes nothing.', { internal: true, indexed: true }),
  sourceId: required(text, 'Source the statement rests on.', { internal: true }),
  importIds: required(texts, 'Imports that brought it; undoing the last one removes it.', { internal: true, hidden: true }),
  grade: required(codeFrom(GRADES), 'How well it is supported.'),
  status: required(codeFrom(STATUSES), 'Whether it holds; only in force counts in default answers.'),
  validFrom: optional(impreciseDate, 'First day it holds; absent: from asOf, or undated.', { sameAs: 'BODS interests.startDate' }),
  validTo: optional(impreciseDate, 'Day or period it ended; it holds until then, not through it.', { sameAs: 'BODS interests.endDate' }),
  asOf: optional(impreciseDate, 'Date the source states the claim for.', { sameAs: 'BODS statementDate' }),
  retrievedOn: required(day, 'Day the source was last read.', { internal: true }),
  note: optional(text, 'Remark of the source or compiler.'),
} as const

/** A statement as a plain value. Without source and grade it does not type-check. */
export type StatementOf<K extends StatementKind> =
  { readonly type: K['name']; readonly from: string; readonly to: string } & Omit<ValuesOf<typeof provenance>, 'key' | 'importIds'> & ValuesOf<K['properties']>
