import type { StoredStatement } from '#model/record.ts'

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])].sort()

/** Whether `b` is the later reading; of two on one day the longer remark, then the one later in the alphabet. */
function isLaterReading(a: StoredStatement, b: StoredStatement): boolean {
  if (a.retrievedOn !== b.retrievedOn) return a.retrievedOn < b.retrievedOn
  const [before, after] = [a.note ?? '', b.note ?? '']
  return before.length !== after.length ? before.length < after.length : before < after
}

/**
 * One statement read twice. The claim is the same by its key; the day it was last read and the remark are those of the
 * later reading, and both imports vouch for it. The order of the two does not matter.
 */
export function mergeStatement(existing: StoredStatement, incoming: StoredStatement): StoredStatement {
  const importIds = union(existing.importIds, incoming.importIds)
  if (!isLaterReading(existing, incoming)) return { ...existing, importIds }
  const note = incoming.note ?? existing.note
  return { ...existing, importIds, retrievedOn: incoming.retrievedOn, ...(note === undefined ? {} : { note }) }
}
