import type { CombinedError } from 'urql'

export interface FailureFacts { readonly kind: 'unreachable' | 'starting' | 'failed'; readonly requestId: string | undefined; readonly message: string | undefined }

/** What can be said about a failed request: whether the server answered at all, its request id, and its words when it gave any. */
export function failureOf(error: Pick<CombinedError, 'networkError' | 'graphQLErrors' | 'response'>): FailureFacts {
  const first = error.graphQLErrors[0]
  const status = (error.response as Response | undefined)?.status
  const code = first?.extensions?.['code'] // a 503 with a code of its own is about the question, not about the data: asked again by itself it would keep the server busy
  const given = first?.extensions?.['requestId']
  const header = (error.response as Response | undefined)?.headers?.get('x-request-id') ?? undefined
  return {
    kind: code === 'STARTING' || (status === 503 && code === undefined) ? 'starting' : error.networkError && first === undefined ? 'unreachable' : 'failed',
    requestId: typeof given === 'string' ? given : header,
    message: first?.message,
  }
}
