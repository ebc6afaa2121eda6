import { KnownError } from '#model/known-error.ts'
import type { Asked } from '../commands/ask-arguments.ts'
import { OPTION_NAMES, QUESTIONS, askArguments, subjectOf, takesRows } from '../commands/ask-arguments.ts'

/** Answers that say on what they rest; records and lists of sources are not exported. */
const NOT_EXPORTED: ReadonlySet<string> = new Set(['coverage', 'search', 'place', 'sources', 'about'])
export const EXPORTED: readonly string[] = Object.keys(QUESTIONS).filter((name) => !NOT_EXPORTED.has(name))
/** As many members as one answer may have. */
const ROWS = '100'
const OPTION_OF: Readonly<Record<string, string>> = { asOf: 'as-of', minShare: 'min-share', timeZones: 'time-zones' }
/** A question about an organisation or a place may name it as either. */
const SUBJECT = ['subject', 'organisation', 'place'] as const

export interface ExportRequest { readonly asked: Asked; readonly format: 'csv' | 'json'; readonly open: boolean }

/**
 * Reads /export/<question>.csv?here=…&asOf=… ; names are those of the API.
 * @returns undefined for a path that names no export
 * @throws KnownError BAD_SETTING for parameters that cannot be used, its message for people who write addresses
 */
export function exportRequest(path: string, query: string): ExportRequest | undefined {
  const [, question, format] = /^\/export\/([a-z-]{1,40})\.(csv|json)$/.exec(path) ?? []
  if (question === undefined || !EXPORTED.includes(question)) return undefined
  const given = parametersOf(query)
  const open = flag('open', given)
  const languages = flag('languages', given)
  const places = argumentsOf(question, given)
  const options = [...given].map(([name, value]) => `--${optionNamed(name)}=${value}`)
  const asked = inWordsOfAddresses(() =>
    askArguments([
      question,
      ...(given.has('first') || !takesRows(question) ? [] : [`--first=${ROWS}`]),
      ...(languages ? ['--languages'] : []),
      ...options,
      '--',
      ...places,
    ]),
  )
  refuseInferred(asked)
  return { asked, format: format === 'csv' ? 'csv' : 'json', open }
}

/** Parameters by name, each once. */
function parametersOf(query: string): Map<string, string> {
  if (!isWellEncoded(query)) throw unusable('The parameters cannot be read: what is escaped with % has to be UTF-8.')
  const given = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    if (given.has(name)) throw unusable(`${name.slice(0, 40)} is given twice.`)
    given.set(name, value)
  }
  return given
}

function isWellEncoded(query: string): boolean {
  try {
    decodeURIComponent(query)
    return true
  } catch {
    return false // a broken escape, or bytes that are no text
  }
}

/** Takes a parameter that is true or false out of the others. */
function flag(name: string, given: Map<string, string>): boolean {
  const value = given.get(name) ?? 'false'
  given.delete(name)
  if (value !== 'true' && value !== 'false') throw unusable(`${name} is true or false; not “${value.slice(0, 40)}”.`)
  return value === 'true'
}

/** Takes the arguments of a question, in its order, out of the options; a list stands in one parameter, with commas. */
function argumentsOf(question: string, given: Map<string, string>): string[] {
  const { positional, needed, isList = false } = QUESTIONS[question]! // among EXPORTED
  const named = positional.map((name) => (name === 'subject' ? subjectIn(given) : name))
  const missing = named.find((name, at) => at < needed && !given.get(name))
  if (missing !== undefined) throw unusable(`${missing} is missing.`)
  const values = named.map((name) => given.get(name))
  for (const name of named) given.delete(name)
  const stated = values.filter((value) => value !== undefined)
  return isList ? stated.flatMap((list) => list.split(',')) : stated
}

/** Under which name an organisation or a place is given; an id of the other kind is refused. */
function subjectIn(given: ReadonlyMap<string, string>): string {
  const [name = 'subject', second] = SUBJECT.filter((one) => given.has(one))
  if (second !== undefined) throw unusable(`Give ${name} or ${second}, not both.`)
  if (name !== 'subject' && !(name in subjectOf(given.get(name) ?? ''))) throw unusable(`${name} is not of that kind: “${given.get(name)?.slice(0, 200)}”.`)
  return name
}

/** The option of a terminal that a parameter means. */
function optionNamed(name: string): string {
  const option = Object.hasOwn(OPTION_OF, name) ? OPTION_OF[name]! : name
  if (!OPTION_NAMES.includes(option)) throw unusable(`“${name.slice(0, 40)}” is no parameter of an export.`)
  return option
}

/** The first line of what a terminal would be told, without its dashes; the rest is how to ask there. */
function inWordsOfAddresses<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof KnownError ? unusable(error.message.split('\n', 1)[0]!.replaceAll(/(^|\s)--(?=[a-z])/g, '$1')) : error
  }
}

/** What our own matcher made up from names is never handed out among what sources state. */
export function refuseInferred({ variables }: Pick<Asked, 'variables'>): void {
  const { grades } = variables
  if (Array.isArray(grades) && grades.includes('INFERRED')) throw unusable('Exports hold what sources state; leave out the grade inferred.')
}

const unusable = (message: string): KnownError => new KnownError('BAD_SETTING', message)
