import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql'
import { NoSchemaIntrospectionCustomRule, specifiedRules, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { createYoga, useExecutionCancellation } from 'graphql-yoga'
import type { Atlas } from '../atlas.ts'
import type { Context } from '../context.ts'
import { createContext } from '../create-context.ts'
import type { ReportBug } from '../errors.ts'
import { shownError } from '../errors.ts'
import { MAX } from '../limits/limits.ts'
import { boundedParse, refusalOf } from '../limits/refuse.ts'
import { requestScope } from '../request-scope.ts'
import { performance } from 'node:perf_hooks'
import type { Answer } from './answer.ts'
import { JSON_TYPE, apiRefusal } from './answer.ts'
import { sharedWork } from './shared-work.ts'
import { turnstile } from './turnstile.ts'

export interface EndpointOptions {
  readonly schema: GraphQLSchema
  /** Undefined while the data are being read. */
  readonly atlas: () => Atlas | undefined
  readonly dev: boolean
  readonly answerMs: number
  readonly report: ReportBug
}
/** How much was let through, for tests and the log. */
export interface Counters { executed: number; asked: number }
export interface Endpoint {
  readonly answer: (body: string, requestId: string, signal: AbortSignal) => Promise<Answer>
  /** Whether more ask than can be answered; known before a question is read. */
  readonly isBusy: () => boolean
  readonly counters: Counters
}

/** `until` on the clock of `performance.now()`. */
interface Given { readonly atlas: Atlas; readonly requestId: string; readonly until: number }
export const OVERLOADED = apiRefusal(503, 'OVERLOADED', 'More is asked than can be answered now. Try again in a few seconds.', { 'retry-after': '2' })

/** Questions over HTTP: bounded before they run, timed while they run, measured before they leave. */
export function graphqlEndpoint({ schema, atlas, dev, answerMs, report }: EndpointOptions): Endpoint {
  const counters: Counters = { executed: 0, asked: 0 }
  const yoga = createYoga<Given, Context>({
    schema, graphqlEndpoint: '/graphql', graphiql: false, landingPage: false, cors: false, multipart: false, batching: false, logging: false,
    parserAndValidationCache: false,
    maskedErrors: { errorMessage: '', maskError: (error) => shownError(error, report, { suggestions: dev }) },
    context: ({ atlas: current, requestId, until }) => createContext(current, requestId, until - performance.now(), counters),
    plugins: [useExecutionCancellation(), boundedQueries(dev), statusOfErrors(), { onExecute: () => { counters.executed++ } }],
  })
  const turns = turnstile({ atOnce: MAX.atOnce, waiting: MAX.waiting, waitMs: answerMs / 2 })
  const shared = sharedWork<Answer>()
  return {
    counters,
    isBusy: turns.isFull,
    answer(body, requestId, signal) {
      const current = atlas()
      if (!current) return Promise.resolve(apiRefusal(503, 'STARTING', 'The data are still being read. Try again in a moment.', { 'retry-after': '5' }))
      if (/^\s*\[/.test(body)) return Promise.resolve(apiRefusal(400, 'TOO_COMPLEX', 'One question at a time: a list of queries is not answered.'))
      return shared(`${current.dataVersion} ${body}`, signal, (unwanted) => inTurn({ atlas: current, requestId, until: performance.now() + answerMs }, body, unwanted))
    },
  }

  /** The time of a question runs from when it was read: what waited long has little left to compute. */
  async function inTurn(given: Given, body: string, signal: AbortSignal): Promise<Answer> {
    const leave = await turns.enter()
    if (leave === undefined) return OVERLOADED
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), given.until + answerMs - performance.now()) // what waits for a database cannot look at the clock itself
    try {
      if (signal.aborted) return OVERLOADED // nobody reads it
      return await requestScope.run({ requestId: given.requestId }, () => Promise.race([ask(given, body, AbortSignal.any([signal, late.signal])), whenAborted(late.signal)]))
    } finally {
      clearTimeout(timer)
      leave()
    }
  }

  async function ask(given: Given, body: string, signal: AbortSignal): Promise<Answer> {
    const response = await yoga.fetch('http://atlas/graphql', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body, signal }, given)
    const text = await response.text()
    if (Buffer.byteLength(text) > MAX.answerBytes) return apiRefusal(400, 'TOO_LARGE', `The answer is larger than ${MAX.answerBytes / 1e6} MB. Ask for fewer rows or fields.`)
    return { status: response.status === 200 && isNothingAsked(text) ? 400 : response.status, type: JSON_TYPE, body: text }
  }
}

/** Whether the answer is errors alone: nothing that could be asked was read. Part of an answer comes with its `data`. */
const isNothingAsked = (text: string): boolean => text.startsWith('{"errors":') && !('data' in (JSON.parse(text) as object))

const whenAborted = (signal: AbortSignal): Promise<Answer> => new Promise((resolve) => {
  signal.addEventListener(
    'abort',
    () => resolve(apiRefusal(503, 'OUT_OF_TIME', 'This took too long. Narrow it: a smaller place, one domain, fewer rows.', { 'retry-after': '5' })),
    { once: true },
  )
})

/** Parses within the limit, weighs before validating, validates each query once, hides the schema outside development. */
function boundedQueries(dev: boolean): Plugin<Given & Context> {
  const rules = dev ? [...specifiedRules] : [...specifiedRules, NoSchemaIntrospectionCustomRule]
  const documents = recent<DocumentNode>(200)
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>()
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string) => documents.get(source, () => boundedParse(source)))
    },
    onValidate({ context, setValidationFn }) {
      const { operationName, variables } = (context as { params?: { operationName?: unknown; variables?: Record<string, unknown> } }).params ?? {} // set by the server for every request
      setValidationFn((schema: GraphQLSchema, document: DocumentNode) => {
        const refused = refusalOf(schema, document, operationName, variables ?? {})
        if (refused) return [refused]
        const known = validated.get(document) ?? validate(schema, document, rules, { maxErrors: 5, hideSuggestions: !dev })
        validated.set(document, known)
        return known
      })
    },
  }
}

/** Without an answer the status says why: 400 the request, 503 time or database, 500 a bug. Part of an answer is 200. */
function statusOfErrors(): Plugin {
  return {
    onExecutionResult({ result, setResult }) {
      if (!result || Array.isArray(result) || !('errors' in result) || !result.errors?.length) return
      if (result.data !== undefined && result.data !== null) return
      const codes = result.errors.map(({ extensions }) => extensions?.['code'])
      const status = codes.includes('DATABASE_UNAVAILABLE') ? 503 : codes.includes('INTERNAL') ? 500 : codes.includes('OUT_OF_TIME') ? 503 : 400
      setResult({ ...result, extensions: { ...result.extensions, http: { status } } })
    },
  }
}

/** The last `size` values by key. */
function recent<T>(size: number) {
  const values = new Map<string, T>()
  return {
    get(key: string, make: () => T): T {
      const value = values.get(key) ?? make()
      values.delete(key)
      values.set(key, value)
      if (values.size > size) values.delete(values.keys().next().value!) // not empty: one was just set
      return value
    },
  }
}
