import type { ASTNode, DocumentNode, GraphQLSchema } from 'graphql'
import { GraphQLError, Kind, parse, visit } from 'graphql'
import { MAX } from './limits.ts'
import { weighQuery } from './weigh-query.ts'

/** One code for every shape that is refused: the message names the limit, `about { limits }` lists them all. */
export const tooComplex = (what: string): GraphQLError =>
  new GraphQLError(`This query asks for too much: ${what}. The limits are listed by about { limits { name value doc } }.`, {
    extensions: { code: 'TOO_COMPLEX', http: { status: 400 } },
  })

/** As graphql's `parse`, and no longer than allowed. @throws GraphQLError TOO_COMPLEX, or a syntax error */
export function boundedParse(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX.tokens, noLocation: false })
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens')) throw tooComplex(`more than ${MAX.tokens} tokens`)
    if (error instanceof RangeError) throw tooComplex('nesting without end')
    throw error
  }
}

/**
 * Why a query may not run, or undefined when it may. Called before validation, whose own rules can be made to work long.
 * Time linear in the length of the query.
 */
export function refusalOf(schema: GraphQLSchema, document: DocumentNode, operationName: unknown, variables: Readonly<Record<string, unknown>>): GraphQLError | undefined {
  const over = written(document) ?? deepest(variables)
  if (over !== undefined) return tooComplex(over)
  const weight = weighQuery(schema, document, operationName, variables)
  if (weight === undefined) return tooComplex('fragments that contain one another')
  const what =
    beyond('questions at once', weight.rootFields, MAX.rootFields) ??
    beyond('levels', weight.depth, MAX.depth) ??
    beyond('fields', weight.fields, MAX.fields) ??
    beyond('values', weight.cost, MAX.cost)
  return what === undefined ? undefined : tooComplex(what)
}

const beyond = (unit: string, count: number, most: number): string | undefined =>
  count > most ? `${count < 1e9 ? Math.round(count) : 'billions of'} ${unit}, at most ${most}` : undefined

/** Limits on what is written, fragments counted once. */
function written(document: DocumentNode): string | undefined {
  let [aliases, directives, items, depth, deepestInput] = [0, 0, 0, 0, 0]
  const isInput = (node: ASTNode) => node.kind === Kind.LIST || node.kind === Kind.OBJECT
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) aliases++
      else if (node.kind === Kind.DIRECTIVE) directives++
      else if (node.kind === Kind.LIST) items = Math.max(items, node.values.length)
      if (isInput(node)) deepestInput = Math.max(deepestInput, ++depth)
    },
    leave(node) { if (isInput(node)) depth-- },
  })
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length
  return beyond('aliases', aliases, MAX.aliases) ?? beyond('directives', directives, MAX.directives) ?? beyond('fragments', fragments, MAX.fragments)
    ?? beyond('items in a list', items, MAX.listItems) ?? beyond('levels of input', deepestInput, MAX.inputDepth)
}

/** Limits on variables, read level by level: a value can be nested deeper than a call stack. */
function deepest(variables: Readonly<Record<string, unknown>>): string | undefined {
  let level: unknown[] = [variables]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX.inputDepth) return beyond('levels of input', depth, MAX.inputDepth)
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
      if (inner.length > MAX.listItems) return beyond('items in a list', inner.length, MAX.listItems)
      for (const one of inner) next.push(one)
    }
    level = next
  }
  return undefined
}
