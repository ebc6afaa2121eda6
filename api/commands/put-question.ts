import type { GraphQLSchema } from 'graphql'
import { GraphQLError, execute, parse } from 'graphql'
import { KnownError } from '#model/known-error.ts'
import type { Atlas } from '../atlas.ts'
import { createContext } from '../create-context.ts'
import type { Asked } from './ask-arguments.ts'
import { loadDocument } from './load-document.ts'

/** The value of the one field asked for. */
export type FieldValue = Readonly<Record<string, unknown>> | null

/** Somebody waits at a terminal, nobody else is kept waiting. */
const PATIENCE_MS = 60_000

/** Asks within this process. @throws Error when a resolver failed: a bug */
export async function askHere(schema: GraphQLSchema, atlas: Atlas, { question, field, variables }: Asked): Promise<FieldValue> {
  const result = await execute({ schema, document: parse(loadDocument(question)), variableValues: variables, contextValue: createContext(atlas, 'ask', PATIENCE_MS) })
  const [failed] = result.errors ?? []
  if (failed) throw isForReaders(failed) ? new KnownError('BAD_SETTING', failed.message) : failed.originalError
  return valueOf(result.data, field)
}

/** What was raised for the one who asks: an argument out of its range, or not of its type. Anything else is a bug. */
const isForReaders = ({ originalError }: GraphQLError): boolean => originalError === undefined || originalError instanceof GraphQLError

/** Asks the server that holds the store. @throws KnownError STORE_LOCKED when it does not answer */
export async function askServer(url: string, { question, field, variables }: Asked): Promise<FieldValue> {
  let answer: unknown
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: loadDocument(question), variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    answer = await response.json()
  } catch (error) {
    throw new KnownError('STORE_LOCKED', `The store is held by the server at ${url}, which does not answer. Stop it, or use another data folder.`, { url }, { cause: error })
  }
  if (!isRecord(answer)) throw new KnownError('STORE_LOCKED', `What answers at ${url} is not an atlas.`, { url })
  const errors = answer['errors']
  if (Array.isArray(errors) && isRecord(errors[0])) throw new KnownError('BAD_SETTING', String(errors[0]['message']), { url })
  return valueOf(answer['data'], field)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
function valueOf(data: unknown, field: string): FieldValue {
  const value = isRecord(data) ? data[field] : undefined
  return isRecord(value) ? value : null
}
