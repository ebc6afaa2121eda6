import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql'
import { getNamedType, isAbstractType, isLeafType, isObjectType, isRequiredArgument } from 'graphql'

/**
 * A selection of every field of a type that needs no argument, to a depth, no type twice on one way down: what a reader
 * who wants everything would ask.
 */
export function everyField(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, above: readonly string[] = []): string {
  if (isAbstractType(type)) {
    return `{ __typename ${schema.getPossibleTypes(type).map((one) => { const inner = everyField(schema, one, depth, above); return inner === '' ? '' : `... on ${one.name} ${renamed(one.name, inner)}` }).join(' ')} }`
  }
  if (!isObjectType(type) || above.includes(type.name)) return ''
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument)).map((field) => fieldText(schema, field, depth, [...above, type.name])).filter((text) => text !== '')
  return fields.length === 0 ? '' : `{ __typename ${fields.join(' ')} }`
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number, above: readonly string[]): string {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return field.name
  if (depth === 0) return ''
  const inner = everyField(schema, type, depth - 1, above)
  return inner === '' ? '' : `${field.name} ${inner}`
}

/** Fields of different kinds under one name of their own: "kind" is another enum for a site than for a place. */
function renamed(kind: string, selection: string): string {
  let level = 0
  return selection.replaceAll(/[{}]|[A-Za-z_]\w*/g, (token, at: number) => {
    if (token === '{') level++
    else if (token === '}') level--
    else if (level === 1 && token !== '__typename' && !/\.\.\.\s*(?:on\s*)?$/.test(selection.slice(0, at)) && token !== 'on') return `${kind}_${token}: ${token}`
    return token
  })
}
