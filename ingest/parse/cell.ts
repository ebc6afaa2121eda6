import type { Problem, ProblemCode } from '../preset.ts'

/** A problem of one cell; the row number is added by whoever knows it. */
export type CellProblem = Omit<Problem, 'row'>
/** What a cell came to: a value, a problem, or neither for an empty cell. Warnings do not stop a row. */
export type Cell<V> =
  | { readonly ok: true; readonly value: V | undefined; readonly warnings?: readonly string[] }
  | { readonly ok: false; readonly problem: CellProblem }

export const good = <V>(value: V | undefined, warnings: readonly string[] = []): Cell<V> => ({ ok: true, value, ...(warnings.length > 0 ? { warnings } : {}) })
const SHOWN = 80
/** `value` is shown, shortened, unless it could name a person. */
export const bad = (column: string, code: ProblemCode, hint: string, value?: string): { readonly ok: false; readonly problem: CellProblem } =>
  ({ ok: false, problem: { column, code, hint, ...(value === undefined ? {} : { value: value.slice(0, SHOWN) }) } })
