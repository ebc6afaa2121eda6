import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'

const DECIMAL = /^[-−]?\d{1,15}(\.\d{1,15})?$/

/** A decimal number with a point and ASCII digits; no thousands, no exponent, no unit. */
export function decimalCell(text: string, column: string): Cell<number> {
  if (!DECIMAL.test(text)) return bad(column, 'NOT_A_NUMBER', 'Write digits with a decimal point and no thousands separator, such as 1250000 or 12.5.', text)
  return good(Number(text.replace('−', '-')))
}

/** 0 or more, at most what a database integer and a double both hold exactly. */
export function wholeNumberCell(text: string, column: string): Cell<number> {
  if (!/^\d{1,15}$/.test(text)) return bad(column, 'NOT_A_WHOLE_NUMBER', 'Write a whole number without separators, such as 1250000.', text)
  return good(Number(text))
}
