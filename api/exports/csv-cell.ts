/**
 * What a spreadsheet would take for the start of a formula or of a command: = + - @, their full-width forms, tab, carriage
 * return and NUL, also after blanks and marks that cannot be seen.
 */
const DANGEROUS = /^[\s\u0000\u200B-\u200F\u2060\uFEFF]*[=+\-@\t\r\u0000\uFF1D\uFF0B\uFF0D\uFF20]/
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

const startsFormula = (text: string): boolean => /^[\t\r\u0000]/.test(text) || DANGEROUS.test(text)

/**
 * A value as a cell no spreadsheet evaluates: text that looks like a formula gets an apostrophe in front, also where it
 * has some already, so that {@link cellText} can take it away again. Numbers stay numbers, negative ones included.
 */
export function csvCell(value: string | number | boolean | undefined): string | number {
  if (value === undefined) return ''
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return NUMBER.test(value) || !startsFormula(value.replace(/^'+/, '')) ? value : `'${value}`
}

/** The text a cell was made from. */
export const cellText = (cell: string): string => (cell.startsWith("'") && startsFormula(cell.replace(/^'+/, '')) && !NUMBER.test(cell) ? cell.slice(1) : cell)
