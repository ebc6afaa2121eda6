import { GraphQLError } from 'graphql'

/** An argument outside its range, where the field has no union of results: a top-level error that names the argument. */
export const badInput = (field: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_INPUT', field, http: { status: 400 } } })

export const MAX_FIRST = 100
export const MAX_IDS = 100
export const MAX_TEXT = 200

/** `first` of a list, or its default when null. @throws GraphQLError BAD_INPUT outside 1–100 */
export function pageSize(given: number | null | undefined, standard = 50): number {
  const first = given ?? standard
  if (first < 1 || first > MAX_FIRST) throw badInput('first', `first must be from 1 to ${MAX_FIRST}; ask for the next part with after.`)
  return first
}
