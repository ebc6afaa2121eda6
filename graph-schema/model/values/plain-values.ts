import type { CodeList, CodeOf } from '../code-lists.ts'
import type { ValueType } from './value-type.ts'
import { plainType } from './value-type.ts'

export const text = plainType<string>({ name: 'text', doc: 'Plain text.', stored: 'string', api: 'String' })
export const url = plainType<string>({ name: 'url', doc: 'Address with http or https.', stored: 'string', api: 'String' })
export const texts = plainType<readonly string[]>({ name: 'texts', doc: 'Several texts, separated by a bar in CSV.', stored: 'strings', api: '[String!]' })
export const wholeNumber = plainType<number>({ name: 'whole number', doc: 'Whole number, 0 or more.', stored: 'integer', api: 'Int' })
export const decimal = plainType<number>({ name: 'number', doc: 'Decimal number with a point.', stored: 'float', api: 'Float' })
export const flag = plainType<boolean>({ name: 'flag', doc: 'true or false.', stored: 'boolean', api: 'Boolean' })
export const day = plainType<string>({ name: 'day', doc: 'A day, ISO 8601 (2026-11-23).', stored: 'string', api: 'Date' })
export const instant = plainType<string>({ name: 'instant', doc: 'A point in time, ISO 8601 in UTC.', stored: 'string', api: 'String' })
export const countryCode = plainType<string>({ name: 'country code', doc: 'ISO 3166-1 alpha-2, upper case.', stored: 'string', api: 'String' })
/** A fraction on its own (0–1), percent in CSV. */
export const fraction = plainType<number>({ name: 'fraction', doc: 'Fraction 0–1; percent 0–100 in CSV.', stored: 'float', api: 'Float', unit: 'percent' })
/** `scheme:value`, the scheme in lower case; the value keeps its case. */
export const identifiers = plainType<readonly string[]>({ name: 'identifiers', doc: 'scheme:value, several separated by a bar in CSV.', stored: 'strings', api: '[String!]' })

/** One of the codes of a list; an enum in the API. */
export const codeFrom = <const L extends CodeList>(codes: L): ValueType<CodeOf<L>> & { readonly codes: L } => ({
  ...plainType<CodeOf<L>>({ name: codes.name, doc: codes.doc, stored: 'string', api: codes.name }),
  codes,
})
