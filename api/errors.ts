import { GraphQLError } from 'graphql'
import { KnownError } from '#model/known-error.ts'
import { requestScope } from './request-scope.ts'

export type ReportBug = (error: unknown, requestId: string | undefined) => void

const SUGGESTION = /\s*Did you mean [^?]*\?/g

/**
 * What a reader sees of an error. Errors we raise for readers stay; a database out of reach is named as that;
 * anything else is a bug: reported with the original, shown as a sentence and the id of the request.
 */
export function shownError(error: unknown, report: ReportBug, { suggestions }: { readonly suggestions: boolean }): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError ?? undefined : error
  if (error instanceof GraphQLError && (original === undefined || original instanceof GraphQLError)) return forReaders(error, suggestions)
  const requestId = requestScope.getStore()?.requestId
  if (original instanceof KnownError && (original.code === 'SERVER_UNREACHABLE' || original.code === 'TIMED_OUT')) {
    report(original, requestId)
    return placed(error, 'The database does not answer now. Try again in a minute.', { code: 'DATABASE_UNAVAILABLE', requestId })
  }
  report(original, requestId)
  return placed(
    error,
    `Something failed here, and it is not your question. If it stays, report it with the number ${requestId ?? 'of the request'}.`,
    { code: 'INTERNAL', requestId },
  )
}

function placed(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  const path = error instanceof GraphQLError ? error.path : undefined
  return new GraphQLError(message, { extensions, ...(path ? { path } : {}) })
}

/** Without names of the schema nobody asked for, and without what a parser below said: it quotes the request and names itself. */
function forReaders(error: GraphQLError, suggestions: boolean): GraphQLError {
  const message = suggestions ? error.message : error.message.replaceAll(SUGGESTION, '')
  const { originalError, ...extensions } = error.extensions
  if (message === error.message && originalError === undefined) return error
  return new GraphQLError(message, { extensions, ...(error.nodes ? { nodes: error.nodes } : {}), ...(error.path ? { path: error.path } : {}) })
}
