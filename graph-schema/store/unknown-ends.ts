import { KnownError } from '#model/known-error.ts'

/** The ids statements name without a node of a fitting label. */
export function unknownEnds(ids: readonly string[]): KnownError {
  const shown = ids.slice(0, 5).join(', ') + (ids.length > 5 ? `, … (${ids.length} in all)` : '')
  return new KnownError('UNKNOWN_ENDS', `Statements name nodes that are not in the store, or not of a label they may join: ${shown}. Add these nodes to the batch.`, { ids })
}
