import { useQuery } from 'urql'
import type { AnyVariables, CombinedError, TypedDocumentNode } from 'urql'

/** An expected failure as the API words it. */
export interface Refusal {
  readonly __typename: string
  readonly message: string
  readonly hint?: string
  readonly field?: string
  readonly rule?: string
  readonly reason?: string
}

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly value: T; readonly refreshing: boolean }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'failed'; readonly error: CombinedError; readonly again: () => void }

type Named = { readonly __typename: string }

/**
 * Asks a question and sorts its answer: the answer, an expected refusal, or a failure with a way to try again.
 * An answer to earlier arguments is not shown for new ones.
 */
export function useAnswer<Data, Variables extends AnyVariables, Union extends Named, Name extends Union['__typename']>(
  query: TypedDocumentNode<Data, Variables>, variables: Variables, pick: (data: Data) => Union, name: Name, pause = false,
): Answer<Extract<Union, { __typename: Name }>> {
  const [result, execute] = useQuery({ query, variables, pause } as never) as unknown as [
    { data?: Data; error?: CombinedError; fetching: boolean; stale: boolean },
    (o?: object) => void,
  ] // urql's overloads need variables to be known
  const again = () => execute({ requestPolicy: 'network-only' })
  if (result.error) return { state: 'failed', error: result.error, again }
  if (result.fetching || result.data === undefined) return { state: 'waiting' }
  const picked = pick(result.data)
  if (picked.__typename === name) return { state: 'answered', value: picked as Extract<Union, { __typename: Name }>, refreshing: result.stale }
  return { state: 'refused', refusal: picked as unknown as Refusal } // every other member of the union has a message
}
