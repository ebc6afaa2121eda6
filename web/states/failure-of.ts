import type { CombinedError } from 'urql'

export interface FailureFacts { readonly kind: 'unreachable' | 'starting' | 'failed'; readonly requestId: string | undefined; readonly message: string | undefined }

/** What can be said about a failed request: whether the server answered at all, its request id, and its words when it gave any. */
export function failureOf(error: Pick<CombinedError, 'networkError' | 'graphQLErrors' | 'response'>): FailureFacts {
  const first = error.graphQLErrors[0]
  const status = (error.response as Response | undefined)?.status
  const given = first?.extensions?.['requestId']
  const header = (error.response as Response | undefined)?.headers?.get('x-request-id') ?? undefined
  return {
    kind: status === 503 || first?.extensions?.['code'] === 'STARTING' ? 'starting' : error.networkError && first === undefined ? 'unreachable' : 'failed',
    requestId: typeof given === 'string' ? given : header,
    message: first?.message,
  }
}
