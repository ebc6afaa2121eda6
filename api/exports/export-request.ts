import { KnownError } from '#model/known-error.ts'
import type { Asked } from '../commands/ask-arguments.ts'
import { QUESTIONS, askArguments } from '../commands/ask-arguments.ts'

/** Answers that say on what they rest; records and lists of sources are not exported. */
const NOT_EXPORTED: ReadonlySet<string> = new Set(['coverage', 'search', 'place', 'sources', 'about'])
export const EXPORTED: readonly string[] = Object.keys(QUESTIONS).filter((name) => !NOT_EXPORTED.has(name))
/** As many members as one answer may have. */
const ROWS = '100'
const OPTION_OF: Readonly<Record<string, string>> = { asOf: 'as-of', minShare: 'min-share' }

export interface ExportRequest { readonly asked: Asked; readonly format: 'csv' | 'json'; readonly open: boolean }

/**
 * Reads /export/<question>.csv?here=…&asOf=… ; names are those of the API.
 * @returns undefined for a path that names no export
 * @throws KnownError BAD_SETTING for parameters that cannot be used
 */
export function exportRequest(path: string, query: string): ExportRequest | undefined {
  const [, question, format] = /^\/export\/([a-z-]{1,40})\.(csv|json)$/.exec(path) ?? []
  if (question === undefined || !EXPORTED.includes(question)) return undefined
  const given = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    if (given.has(name)) throw unusable(`${name.slice(0, 40)} is given twice.`)
    given.set(name, value)
  }
  const open = given.get('open') === 'true'
  given.delete('open')
  const { positional, needed } = QUESTIONS[question]! // among EXPORTED
  const places = positional.map((name) => given.get(name) ?? (name === 'subject' ? given.get('organisation') ?? given.get('place') : undefined))
  const missing = positional.find((_, at) => at < needed && !places[at])
  if (missing !== undefined) throw unusable(`${missing} is missing.`)
  const isPlaced = (name: string) => positional.includes(name) || (positional.includes('subject') && (name === 'organisation' || name === 'place'))
  const options = [...given].filter(([name]) => !isPlaced(name)).map(([name, value]) => `--${OPTION_OF[name] ?? name}=${value}`)
  const asked = askArguments([question, ...(given.has('first') ? [] : [`--first=${ROWS}`]), ...options, '--', ...places.filter((value) => value !== undefined)])
  refuseInferred(asked)
  return { asked, format: format === 'csv' ? 'csv' : 'json', open }
}

/** What our own matcher made up from names is never handed out among what sources state. */
export function refuseInferred({ variables }: Pick<Asked, 'variables'>): void {
  const { grades } = variables
  if (Array.isArray(grades) && grades.includes('INFERRED')) throw unusable('Exports hold what sources state; leave out the grade inferred.')
}

const unusable = (message: string): KnownError => new KnownError('BAD_SETTING', message)
