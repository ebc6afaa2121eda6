import type { Stored } from '#model/record.ts'
import type { StoredType } from '#model/values/value-type.ts'

/** Stored name → type of the properties of a node or relationship. */
export type PropertyShape = Readonly<Record<string, StoredType>>
/** Type of a column: a scalar, or the properties of a node or relationship as one map (absent ones are left out). */
export type Field = StoredType | { readonly map: PropertyShape }
export type Shape = Readonly<Record<string, Field>>
/** Type of a parameter: a scalar, a list of texts, or rows to unwind. */
export type Parameter = StoredType | { readonly rows: Shape }
export type Parameters = Readonly<Record<string, Parameter>>

interface Scalars { string: string; float: number; integer: number; boolean: boolean; strings: readonly string[] }
type ValueOf<F> = F extends StoredType ? Scalars[F] : F extends { readonly map: PropertyShape } ? Stored : never
export type RowOf<S> = { readonly [K in keyof S]: ValueOf<S[K]> }
export type ParametersOf<P> = { readonly [K in keyof P]: P[K] extends { readonly rows: infer S } ? readonly RowOf<S>[] : ValueOf<P[K]> }

/**
 * One question or change a database can be asked for. There is no other way to it: the text is fixed when the module
 * loads (labels and types come from the model), values travel as parameters, and both sides are typed.
 * The text is valid as Cypher 5, as Cypher 25 and on Grafeo; see graph-schema/decisions/0001-two-engines-one-text.md.
 */
export interface RegisteredStatement<P extends Parameters = Parameters, R extends Shape = Shape> {
  readonly id: string
  readonly text: string
  readonly parameters: P
  readonly row: R
}

export const registered = <const P extends Parameters, const R extends Shape>(statement: RegisteredStatement<P, R>): RegisteredStatement<P, R> => statement

/** Several shapes as one, for a statement that returns several labels or types; a name must mean one type everywhere. */
export function unionOf(shapes: readonly PropertyShape[]): PropertyShape {
  const union: Record<string, StoredType> = {}
  for (const shape of shapes) {
    for (const [name, type] of Object.entries(shape)) {
      if ((union[name] ??= type) !== type) throw new Error(`The stored property ${name} has two types in the model.`)
    }
  }
  return union
}
