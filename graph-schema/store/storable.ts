import { KnownError } from '#model/known-error.ts'
import type { Stored } from '#model/record.ts'
import type { Scalar, StoredType } from '#model/values/value-type.ts'
import type { PropertyShape } from './registry/registered-statement.ts'

/** Neo4j refuses to index text above about 8 kB; ids and search keys stay well below. */
export const LONGEST_ID = 1_000
export const LONGEST_TEXT = 100_000
const SURROGATE_OR_CONTROL = /\p{Surrogate}|(?![\t\n\r])\p{Cc}/u

function textProblem(text: string, longest: number): string | undefined {
  if (text.length > longest) return `has ${text.length} characters, more than ${longest}`
  const match = SURROGATE_OR_CONTROL.exec(text)
  if (match === null) return undefined
  return `contains the character U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}, which is no text`
}

/** Why an id cannot be stored, or undefined. */
export function idProblem(id: unknown): string | undefined {
  if (typeof id !== 'string') return `is ${id === null ? 'null' : typeof id}, not a text`
  return id.trim() === '' ? 'is empty' : textProblem(id, LONGEST_ID)
}

function valueProblem(value: unknown, type: StoredType): string | undefined {
  if (type === 'string') return typeof value === 'string' ? textProblem(value, LONGEST_TEXT) : `is ${describe(value)}, not a text`
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : `is ${describe(value)}, not true or false`
  if (type === 'strings') {
    if (!Array.isArray(value)) return `is ${describe(value)}, not a list of texts`
    return value.map((part) => valueProblem(part, 'string')).find((problem) => problem !== undefined)
  }
  if (typeof value !== 'number') return `is ${describe(value)}, not a number`
  if (!Number.isFinite(value)) return `is ${value}, not a finite number`
  return type === 'integer' && !Number.isSafeInteger(value) ? `is ${value}, not a whole number below 2^53` : undefined
}
const describe = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : value instanceof Date ? 'a Date' : typeof value === 'object' ? 'an object' : `a ${typeof value}`

/**
 * Properties both engines store and return alike. One of them would take nested lists, NaN or a null id without a word
 * and treats −0 as not below 0, so everything is checked here, before either sees it.
 * @param what names the record for a reader: "Organisation lei:…"
 * @throws KnownError NOT_STORABLE
 */
export function storable(properties: Readonly<Record<string, unknown>>, shape: PropertyShape, what: string): Stored {
  const checked: Record<string, Scalar> = {}
  for (const [name, value] of Object.entries(properties)) {
    const type = shape[name]
    if (type === undefined) throw notStorable(what, name, 'is not declared in the model')
    const problem = valueProblem(value, type)
    if (problem !== undefined) throw notStorable(what, name, problem)
    checked[name] = (value === 0 ? 0 : value) as Scalar // −0 becomes 0
  }
  return checked
}

export const notStorable = (what: string, property: string, problem: string): KnownError =>
  new KnownError('NOT_STORABLE', `${what}: ${property} ${problem}. Correct the row and try again.`, { record: what, property, problem })
