import type { ParsedRow, ReferenceCells } from '../../parse/template-reader.ts'
import type { SourceDefaults } from '../../preset.ts'
import type { Claim } from '../claim.ts'
import { claimOfRow } from '../claim.ts'
import type { Loading } from '../loading.ts'
import type { Made } from '../made.ts'

/** One row on its way into the graph. */
export interface RowContext { readonly row: ParsedRow; readonly loading: Loading; readonly made: Made; readonly defaults: SourceDefaults | undefined }

export const reference = ({ row }: RowContext, column: string): ReferenceCells => row.references[column] ?? {}
export const isNamed = ({ name, id }: ReferenceCells): boolean => name !== undefined || id !== undefined
/** Values of the row's columns for one node label or statement type. */
export const valuesOf = ({ row }: RowContext, owner: string): Readonly<Record<string, unknown>> => row.values[owner] ?? {}

const CLAIM = new Set(['grade', 'status', 'validFrom', 'validTo', 'asOf', 'note'])
/** Properties of the statement itself, without those every claim has. */
export const propertiesOf = (context: RowContext, type: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(valuesOf(context, type)).filter(([name]) => !CLAIM.has(name)))

/** The claim of the row, its source made; undefined, with a problem, when it has none. */
export function claim({ row, loading, made, defaults }: RowContext, claimOf: string): Claim | undefined {
  const result = claimOfRow(row, claimOf, loading.sources, defaults)
  if ('problem' in result) return made.problem(result.problem)
  made.whole(result.source)
  return result.claim
}
