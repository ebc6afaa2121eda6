import { MEASURES, codeOf } from '#model/code-lists.ts'
import type { CodeList } from '#model/code-lists.ts'
import { coordinates } from '#model/values/coordinates.ts'
import { flowPeriod } from '#model/values/flow-period.ts'
import { identifierText, parseIdentifier } from '#model/values/identifier.ts'
import { impreciseDate } from '#model/values/imprecise-date.ts'
import { countryCode, day, decimal, flag, fraction, identifiers, instant, text, texts, url, wholeNumber } from '#model/values/plain-values.ts'
import type { Quantity } from '#model/values/quantity.ts'
import { isHomesUnit, measureOfUnit, quantity } from '#model/values/quantity.ts'
import { shareInterval } from '#model/values/share-interval.ts'
import type { ValueType } from '#model/values/value-type.ts'
import type { Cell } from './cell.ts'
import { bad, good } from './cell.ts'
import { countryCell } from './country.ts'
import { dateCell, dayCell } from './dates.ts'
import { decimalCell, wholeNumberCell } from './numbers.ts'
import { shareCell, shareOf } from './percent.ts'
import { periodCell } from './period.ts'
import { pointCell } from './point.ts'
import { textCell, urlCell } from './text.ts'

/** The cells of one property: suffix of the column → text, '' when empty. At least one is not empty. */
export type SuffixCells = (suffix: string) => string
export interface PropertyContext {
  /** Name of the column without a suffix. */
  readonly column: string
  readonly required: boolean
  /** The figures of this property show that they are percents. */
  readonly percentIsClear: boolean
}
type Parser = (cells: SuffixCells, context: PropertyContext) => Cell<unknown>

const one = (parse: (text: string, column: string) => Cell<unknown>): Parser => (cells, { column }) => parse(cells(''), column)

/** One parser per value type of the model. A property of a known type needs nothing here. */
const PARSERS = new Map<unknown, Parser>([
  [text, (cells, { column, required }) => textCell(cells(''), column, !required)],
  [url, one(urlCell)],
  [texts, (cells, { column }) => listCell(cells(''), column, (part) => textCell(part, column, false))],
  [identifiers, (cells, { column }) => listCell(cells(''), column, (part) => idCell(part, column))],
  [wholeNumber, one(wholeNumberCell)],
  [decimal, one(decimalCell)],
  [flag, one(flagCell)],
  [day, one(dayCell)],
  [instant, one(instantCell)],
  [countryCode, one(countryCell)],
  [impreciseDate, one(dateCell)],
  [flowPeriod, one(periodCell)],
  [fraction, (cells, { column, percentIsClear }) => exactShare(cells(''), column, percentIsClear)],
  [shareInterval, (cells, { column, percentIsClear }) => shareOf({ exact: cells(''), min: cells('_min'), max: cells('_max') }, column, percentIsClear)],
  [quantity, quantityCell],
  [coordinates, (cells) => pointCell(cells('lat'), cells('lon'))],
])

const isCodeList = (type: object): type is { readonly codes: CodeList } => 'codes' in type

/**
 * The parser of a value type.
 * @throws Error for a type without one: a new kind of value needs a parser, a new property of a known kind does not
 */
export function parserOf(type: ValueType<unknown>): Parser {
  if (isCodeList(type)) return one((written, column) => codeCell(type.codes, written, column))
  const parser = PARSERS.get(type)
  if (!parser) throw new Error(`No parser reads the value type ${type.name}.`)
  return parser
}

/** Value types whose cells are percents. */
export const isPercentType = (type: ValueType<unknown>): boolean => type === (fraction as ValueType<unknown>) || type === (shareInterval as ValueType<unknown>)

/** A word of a code list, in any accepted spelling; a wrong one is answered with the list. */
export function codeCell<L extends CodeList>(codes: L, written: string, column: string): Cell<string> {
  const code = codeOf(codes, written)
  return code === undefined ? bad(column, 'NOT_A_CODE', `One of: ${codes.codes.map((each) => each.code).join(', ')}.`, written) : good(code)
}

/** A stable id or external identifier, scheme:value. */
export function idCell(written: string, column: string): Cell<string> {
  const id = parseIdentifier(written)
  return id ? good(identifierText(id)) : bad(column, 'NOT_AN_ID', 'Write scheme:value, such as lei:5493001KJTIIGC8Y1R12.', written)
}

function listCell(written: string, column: string, parse: (part: string) => Cell<string>): Cell<readonly string[]> {
  const values: string[] = []
  for (const part of written.split('|').map((each) => each.trim()).filter((each) => each !== '')) {
    const cell = parse(part)
    if (!cell.ok) return cell
    if (cell.value !== undefined && !values.includes(cell.value)) values.push(cell.value)
  }
  return values.length > 200 ? bad(column, 'OUT_OF_RANGE', 'At most 200 entries.') : good<readonly string[]>(values.length > 0 ? values : undefined)
}

function exactShare(written: string, column: string, clear: boolean): Cell<number> {
  const cell = shareCell(written, column, clear)
  if (!cell.ok) return cell
  if (cell.value?.min === undefined || cell.value.min !== cell.value.max) return bad(column, 'NOT_A_PERCENT', 'Write one figure; this column has no bounds.', written)
  return good(cell.value.min, cell.warnings)
}

function flagCell(written: string, column: string): Cell<boolean> {
  if (/^(true|yes|1)$/i.test(written)) return good(true)
  return /^(false|no|0)$/i.test(written) ? good(false) : bad(column, 'NOT_A_CODE', 'Write true or false.', written)
}

function instantCell(written: string, column: string): Cell<string> {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(time) ? bad(column, 'NOT_A_DATE', 'Write an instant in UTC, such as 2026-11-23T10:00:00Z.', written) : good(new Date(time).toISOString())
}

function quantityCell(cells: SuffixCells, { column }: PropertyContext): Cell<Quantity> {
  if (cells('') === '') return bad(column, 'NOT_A_NUMBER', 'A unit, measure or year needs its figure.')
  const amount = decimalCell(cells(''), column)
  if (!amount.ok) return amount
  if (!(amount.value! > 0)) return bad(column, 'OUT_OF_RANGE', 'Write a figure above 0, or leave it empty.', cells(''))
  const unit = isHomesUnit(cells('_unit')) ? 'homes' : cells('_unit') // figures are compared by their unit
  if (unit === '') return bad(`${column}_unit`, 'UNIT_MISSING', 'Write the unit, such as homes, TEU/year or MW.')
  if (unit.length > 40) return bad(`${column}_unit`, 'TEXT_TOO_LONG', 'A unit is a short word.')
  const measure = cells('_measure') === '' ? good(measureOfUnit(unit)) : codeCell(MEASURES, cells('_measure'), `${column}_measure`)
  if (!measure.ok) return measure
  const year = cells('_year')
  if (year !== '' && !/^[12]\d{3}$/.test(year)) return bad(`${column}_year`, 'NOT_A_DATE', 'Write a year of four digits.', year)
  return good({ amount: amount.value!, unit, measure: codeOf(MEASURES, measure.value!)!, ...(year === '' ? {} : { year: Number(year) }) })
}
