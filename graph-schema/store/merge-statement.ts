import type { Stored } from '#model/record.ts'

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether `b` is the later reading; of two on one day the longer remark, then the one later in the alphabet. */
function isLaterReading(a: Stored, b: Stored): boolean {
  const [dayOfA, dayOfB] = [textOf(a['retrievedOn']), textOf(b['retrievedOn'])]
  if (dayOfA !== dayOfB) return dayOfA < dayOfB
  const [noteOfA, noteOfB] = [textOf(a['note']), textOf(b['note'])]
  return noteOfA.length !== noteOfB.length ? noteOfA.length < noteOfB.length : noteOfA < noteOfB
}

/**
 * One statement read twice, as stored. The claim is the same by its key; the day it was last read and the remark are
 * those of the later reading, and both imports vouch for it. The order of the two does not matter.
 */
export function mergeStatement(existing: Stored, incoming: Stored): Stored {
  const importIds = [...new Set([...textsOf(existing['importIds']), ...textsOf(incoming['importIds'])])].sort()
  const later = isLaterReading(existing, incoming) ? incoming : existing
  const note = later['note'] ?? existing['note'] ?? incoming['note']
  return { ...existing, importIds, retrievedOn: textOf(later['retrievedOn']), ...(note === undefined ? {} : { note }) }
}
