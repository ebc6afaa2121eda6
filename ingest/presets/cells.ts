import type { ProblemCode, RawRecord, Reading, TemplateRow } from '../preset.ts'

/** Text of one cell, trimmed, inner blanks single; '' when absent or empty. Numbers of JSON files keep their digits. */
export function cell(record: RawRecord, column: string): string {
  const value = record[column]
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : ''
}

/** A row of a generic template; empty cells are left out, as the contract of a preset says. */
export const row = (template: string, cells: Readonly<Record<string, string | undefined>>): TemplateRow => ({
  template,
  cells: Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')),
})

export const skipped = (reason: string): Reading => ({ outcome: 'skipped', reason })
export const read = (rows: readonly TemplateRow[], notes: readonly string[] = []): Reading => ({ outcome: 'rows', rows, ...(notes.length > 0 ? { notes } : {}) })
/** One problem of one column. `value` is left out where it could name a person. */
export const rejected = (column: string | undefined, code: ProblemCode, hint: string, value?: string): Reading => ({
  outcome: 'rejected',
  problems: [{ column, code, hint, ...(value === undefined ? {} : { value }) }],
})

/** A plain decimal number as files write it: no thousands, no comma. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
