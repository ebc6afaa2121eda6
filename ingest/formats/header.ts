import { LIMITS } from './csv-guard.ts'
import { unreadable } from './input-file.ts'

/** Names every object already has: as keys of a record they would mean something else. */
const isReserved = (name: string): boolean => name === 'prototype' || name in Object.prototype

/**
 * Column names, trimmed. Empty, repeated and reserved ones are refused with their names: a cell has to have one meaning.
 * @throws KnownError FILE_UNREADABLE
 */
export function checkedHeader(file: string, cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.replaceAll(/[\ufeff\u0000]/g, '').trim())
  if (names.length > LIMITS.columns) throw unreadable(file, `it has more than ${LIMITS.columns} columns`)
  const empty = names.flatMap((name, index) => (name === '' ? [index + 1] : []))
  if (empty.length > 0) throw unreadable(file, `column ${empty.slice(0, 10).join(', ')} of the header has no name; name it or delete it`, { columns: empty })
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  if (twice.length > 0) throw unreadable(file, `the header has ${twice.slice(0, 10).join(', ')} more than once`, { columns: twice })
  const reserved = names.filter(isReserved)
  if (reserved.length > 0) throw unreadable(file, `the header has the reserved name ${reserved.join(', ')}; choose another`, { columns: reserved })
  return names
}

/** A record without a prototype: header → cell. */
export function recordOf(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const record = Object.create(null) as Record<string, string>
  header.forEach((name, index) => { record[name] = cells[index] ?? '' })
  return record
}
