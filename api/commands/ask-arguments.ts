import { parseArgs } from 'node:util'
import { DOMAINS, GRADES, codeOf, enumName } from '#model/code-lists.ts'
import type { CodeList } from '#model/code-lists.ts'
import { KnownError } from '#model/known-error.ts'
import { parseImpreciseDate } from '#model/values/imprecise-date.ts'
import { nearest } from '../nearest.ts'
import { MAX_FIRST } from '../schema/bad-input.ts'
import { loadDocument } from './load-document.ts'

/** A question of the command line as a stored document and its variables. */
export interface Asked {
  /** Name of the document. */
  readonly question: string
  /** Field of the API that answers. */
  readonly field: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly json: boolean
  /** The answer as a table: its items and the statements behind them. */
  readonly csv?: boolean
}

interface Question {
  readonly field: string
  readonly positional: readonly string[]
  readonly needed: number
  /** There is one argument, a list: it is given as often as one likes, at least `needed` times. */
  readonly isList?: boolean
  readonly doc: string
}
export const QUESTIONS: Readonly<Record<string, Question>> = {
  shared: { field: 'sharedAdversaries', positional: ['here', 'there'], needed: 2, doc: 'who holds something in both places' },
  mirror: { field: 'mirrorPoints', positional: ['organisation', 'here', 'there'], needed: 3, doc: 'which site there is the counterpart of which one here' },
  ownership: { field: 'ownership', positional: ['of', 'direction'], needed: 1, doc: 'who holds it (up), or what it holds (down)' },
  paths: { field: 'paths', positional: ['from', 'to'], needed: 2, doc: 'how one reaches the other, step by step with sources' },
  choke: { field: 'chokePoints', positional: ['subject', 'commodity'], needed: 1, doc: 'which site an organisation or a place depends on most' },
  whatif: { field: 'whatIf', positional: ['subject', 'commodity'], needed: 1, doc: 'what still arrives when sites stand still: --remove id,id' },
  coverage: { field: 'coverage', positional: ['place'], needed: 0, doc: 'how much is on record' },
  timeline: { field: 'timeline', positional: ['organisation', 'target'], needed: 2, doc: 'what one has had in the other over time' },
  changes: { field: 'changes', positional: ['from', 'to'], needed: 2, doc: 'what began, ended or changed between two days' },
  twins: { field: 'twins', positional: ['place'], needed: 1, doc: 'which places are natural partners, and why' },
  matching: { field: 'twinMatching', positional: ['places'], needed: 2, isList: true, doc: 'one twin each for many places' },
  whynot: { field: 'whyNot', positional: ['organisation', 'here', 'there'], needed: 3, doc: 'why it is, or is not, in the shared list' },
  ownmoney: { field: 'ownMoney', positional: ['place', 'source'], needed: 2, doc: 'which payments or holdings reach an organisation on the ground' },
  search: { field: 'search', positional: ['text'], needed: 1, doc: 'names and ids' },
  place: { field: 'place', positional: ['id'], needed: 1, doc: 'what is known of a place' },
  sources: { field: 'sources', positional: [], needed: 0, doc: 'what the statements rest on' },
  about: { field: 'about', positional: [], needed: 0, doc: 'version, data, limits' },
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  grades: { type: 'string' },
  domain: { type: 'string' },
  list: { type: 'string' },
  first: { type: 'string' },
  collapse: { type: 'string' },
  beta: { type: 'string' },
  threshold: { type: 'string' },
  'min-share': { type: 'string' },
  remove: { type: 'string' },
  reading: { type: 'string' },
  source: { type: 'string' },
  place: { type: 'string' },
  organisation: { type: 'string' },
  after: { type: 'string' },
  languages: { type: 'boolean' },
  'time-zones': { type: 'string' },
  weights: { type: 'string' },
  method: { type: 'string' },
  csv: { type: 'boolean', default: false },
} as const

/** Options that have a value in an address; how an answer is written is said by its extension. */
export const OPTION_NAMES: readonly string[] = Object.entries(OPTIONS).flatMap(([name, { type }]) => (type === 'string' ? [name] : []))

/** HERE THERE, SUBJECT [COMMODITY], or PLACE PLACE … for a list of places. */
function argumentsInWords({ positional, needed, isList = false }: Question): string {
  if (isList) return `${Array<string>(needed).fill(positional[0]!.replace(/s$/, '').toUpperCase()).join(' ')} …`
  return positional.map((one, i) => (i < needed ? one.toUpperCase() : `[${one.toUpperCase()}]`)).join(' ')
}

export const USAGE = [
  'npm run ask -- <question> [arguments] [--json]',
  '',
  ...Object.entries(QUESTIONS).map(([name, question]) => `  ${`${name} ${argumentsInWords(question)}`.padEnd(36)} ${question.doc}`),
  '',
  '  --as-of 2024-06-30   --grades register,document,reported   --domain port   --first 20   --json   --csv',
  '  shared: --list controllers|financiers|suppliers   --collapse false   --beta 0.25   --weights housing=2,port=1',
  '  whatif: --remove smdg:NLRTM/NLMVII,org:nl/apm-terminals',
  '  ownership: --threshold 0.25   --min-share 0.05   --source src:…',
  '  mirror: --threshold 0.6   --method gower|role_sim   --weights position=1,scale=1',
  '  all but search, place, sources, about: --reading earliest|latest   changes: --place ID   --organisation ID   --after CURSOR',
  '  twins, matching: --languages   --time-zones overlap|relay',
  '',
].join('\n')

/** @throws KnownError UNKNOWN_QUESTION for a question there is not, BAD_SETTING for arguments it cannot use */
export function askArguments(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [question = '', ...given] = positionals
  const known = Object.hasOwn(QUESTIONS, question) ? QUESTIONS[question] : undefined
  if (!known)
    throw new KnownError(
      'UNKNOWN_QUESTION',
      `${question === '' ? 'No question.' : `“${question}” is no question.`}${suggestion(question)}\n\n${USAGE}`,
      { question },
    )
  const { field, positional, needed, isList = false } = known
  if (given.length < needed || (!isList && given.length > positional.length)) throw unusable(`${question} takes ${argumentsInWords(known)}.`)
  const inOrder: Readonly<Record<string, unknown>> = isList
    ? { [positional[0]!]: given }
    : Object.fromEntries(positional.slice(0, given.length).map((name, i) => [name, given[i]!])) // no more were given than there are names
  const named = SUBJECTS.has(question) ? { ...subjectOf(given[0] ?? ''), ...(given[1] === undefined ? {} : { commodity: given[1] }) } : inOrder
  const twice = (['source', 'place', 'organisation'] as const).find((name) => values[name] !== undefined && (name in named || SUBJECTS.has(question)))
  if (twice !== undefined) throw unusable(`${question} takes its ${twice} as an argument; leave --${twice} out.`)
  const variables = {
    source: values.source,
    place: values.place,
    organisation: values.organisation,
    after: values.after,
    reading: values.reading === undefined ? undefined : oneOf('reading', values.reading, ['EARLIEST', 'LATEST']),
    ...named,
    ...(question === 'changes' ? { from: day('FROM', given[0]), to: day('TO', given[1]) } : {}),
    ...(question === 'ownership' ? { direction: oneOf('direction', given[1] ?? 'up', ['UP', 'DOWN']) } : {}),
    fit:
      values.languages === undefined && values['time-zones'] === undefined
        ? undefined
        : {
            languages: values.languages ?? false,
            ...(values['time-zones'] === undefined ? {} : { timeZones: oneOf('time-zones', values['time-zones'], ['OVERLAP', 'RELAY']) }),
          },
    asOf: day('--as-of', values['as-of']),
    grades: values.grades?.split(',').map((text) => code('grades', GRADES, text)),
    domain: values.domain === undefined ? undefined : code('domain', DOMAINS, values.domain),
    list: values.list === undefined ? undefined : oneOf('list', values.list, ['CONTROLLERS', 'FINANCIERS', 'SUPPLIERS']),
    weights: values.weights === undefined ? undefined : weightsOf(question, values.weights),
    method: values.method === undefined ? undefined : oneOf('method', values.method.replaceAll('-', '_'), ['GOWER', 'ROLE_SIM']),
    collapse: values.collapse === undefined ? undefined : oneOf('collapse', values.collapse, ['TRUE', 'FALSE']) === 'TRUE',
    remove:
      question === 'whatif' || values.remove !== undefined
        ? (values.remove ?? '')
            .split(',')
            .map((id) => id.trim())
            .filter((id) => id !== '')
        : undefined,
    first: rows(values.first),
    beta: number('beta', values.beta),
    threshold: number('threshold', values.threshold),
    minShare: number('min-share', values['min-share']),
  }
  const stated = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
  refuseUntaken(question, Object.keys(stated))
  return { question, field, json: values.json, ...(values.csv ? { csv: true } : {}), variables: stated }
}

/** Variables that the stored question declares. */
function takenBy(question: string): ReadonlySet<string> {
  const [, declared = ''] = /^query \w+\(([^)]*)\)/.exec(loadDocument(question)) ?? []
  return new Set([...declared.matchAll(/\$(\w+):/g)].map(([, name]) => name!)) // the one group
}

/** Whether a question has so many rows that one says how many. */
export const takesRows = (question: string): boolean => takenBy(question).has('first')

/** GraphQL passes over variables a document does not declare; an answer that passes over an option would mislead. */
function refuseUntaken(question: string, names: readonly string[]): void {
  const taken = takenBy(question)
  const untaken = names.find((name) => !taken.has(name))
  if (untaken !== undefined)
    throw unusable(
      `${question} takes no --${untaken === 'fit' ? 'languages or --time-zones' : untaken.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.`,
    )
}

/** Questions about an organisation or a place; the id says which. */
const SUBJECTS: ReadonlySet<string> = new Set(['choke', 'whatif'])
const PLACE_SCHEMES: ReadonlySet<string> = new Set(['unlocode', 'geonames', 'iso3166', 'fips', 'market', 'place'])
/** The id of an organisation or of a place; its scheme says which. */
export const subjectOf = (id: string): Record<string, string> => (PLACE_SCHEMES.has(id.slice(0, Math.max(0, id.indexOf(':'))).toLowerCase()) ? { place: id } : { organisation: id })

function parsed(args: readonly string[]) {
  try {
    const { values, positionals, tokens } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true, tokens: true })
    const names = tokens.flatMap((token) => (token.kind === 'option' ? token.name : []))
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice === undefined) return { values, positionals }
    throw unusable(`--${twice} is given twice.`)
  } catch (error) {
    if (error instanceof KnownError) throw error
    throw unusable(error instanceof Error ? error.message : 'These arguments cannot be read.')
  }
}

const unusable = (message: string): KnownError => new KnownError('BAD_SETTING', `${message}\n\n${USAGE}`)
function suggestion(question: string): string {
  const near = nearest(question, Object.keys(QUESTIONS))
  return near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
}
function code(option: string, list: CodeList, text: string): string {
  const found = codeOf(list, text)
  if (found === undefined) throw unusable(`--${option} knows ${list.codes.map((one) => one.code).join(', ')}; not “${text}”.`)
  return enumName(found)
}
function oneOf(option: string, text: string, allowed: readonly string[]): string {
  const upper = text.toUpperCase()
  if (!allowed.includes(upper)) throw unusable(`${option} is ${allowed.join(' or ').toLowerCase()}; not “${text}”.`)
  return upper
}
/** "housing=2,port=1": what is weighed with a number each; whether the numbers can be used, the question says. */
function weightsOf(question: string, text: string): Readonly<Record<string, unknown>>[] {
  return text.split(',').map((part) => {
    const [, name, weight] = /^\s*([^=]+?)\s*=\s*(-?\d+(?:\.\d+)?)\s*$/.exec(part) ?? []
    if (name === undefined || weight === undefined) throw unusable(`--weights is written as name=number,name=number; not “${part.trim()}”.`)
    return question === 'mirror' ? { feature: name, weight: Number(weight) } : { domain: code('weights', DOMAINS, name), weight: Number(weight) }
  })
}
/** A day of the calendar; which days there are data for, the question says. */
function day(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (parseImpreciseDate(text)?.precision !== 'day') throw unusable(`${option} is a day such as 2026-11-23; not “${text}”.`)
  return text
}
function rows(text: string | undefined): number | undefined {
  const first = number('first', text)
  if (first === undefined || (Number.isInteger(first) && first >= 1 && first <= MAX_FIRST)) return first
  throw unusable(`--first is a number of rows from 1 to ${MAX_FIRST}; not “${text}”.`)
}
function number(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+(\.\d+)?$/.test(text)) throw unusable(`--${option} is a number such as 0.25; not “${text}”.`)
  return Number(text)
}
