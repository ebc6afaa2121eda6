import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLNamedType, GraphQLSchema, OperationDefinitionNode, SelectionNode, SelectionSetNode, ValueNode } from 'graphql'
import { Kind, getNamedType, isListType, isNonNullType, isInterfaceType, isObjectType, valueFromASTUntyped } from 'graphql'
import type { GraphQLField, GraphQLOutputType } from 'graphql'
import { MAX } from './limits.ts'
import { COUNTED_ABOVE, LIST_SIZES, LOOK_UPS, OTHER_LISTS, USUALLY_FILLED } from './list-sizes.ts'

type Variables = Readonly<Record<string, unknown>>
/** What a selection asks for. Counts are floating-point: past 2^53 they only need to stay large. */
interface Weight { readonly depth: number; readonly fields: number; readonly cost: number }
const NOTHING: Weight = { depth: 0, fields: 0, cost: 0 }
/** `rootFields`: questions asked at once. */
type QueryWeight = Weight & { readonly rootFields: number }

/** Fragments in a ring, found while weighing. */
class Ring extends Error {}

/**
 * Weight of the operation that would run, before it is validated: fragments are weighed once each, so that the work
 * is linear in the query however often they are spread; once for each operation where none is named. Unknown fields and types weigh 1; validation names them.
 *
 * @param operationName as it was sent: where it names no operation, `null` and the empty text included, the most any of them
 *   asks for counts, so that no way of choosing one goes round the limits
 * @returns undefined when fragments run in a ring
 */
export function weighQuery(schema: GraphQLSchema, document: DocumentNode, operationName: unknown, variables: Variables): QueryWeight | undefined {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])))
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const named = operations.filter(({ name }) => name !== undefined && name.value === operationName)
  try {
    return most((named.length > 0 ? named : operations).map((operation) => weightOf(operation, schema, fragments, variables)))
  } catch (error) {
    if (error instanceof Ring) return undefined
    throw error
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

function weightOf({ operation, selectionSet, variableDefinitions = [] }: OperationDefinitionNode, schema: GraphQLSchema, fragments: Fragments, given: Variables): QueryWeight {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  )
  const scale = new Scale(schema, fragments, { ...Object.fromEntries(defaults), ...given })
  return { ...scale.selection(selectionSet, schema.getRootType(operation) ?? undefined), rootFields: scale.fieldsAt(selectionSet) }
}

/** Of each measure the largest: what no operation goes beyond. */
const most = (weights: readonly QueryWeight[]): QueryWeight => weights.reduce((a, b) => ({
  depth: Math.max(a.depth, b.depth), fields: Math.max(a.fields, b.fields), cost: Math.max(a.cost, b.cost), rootFields: Math.max(a.rootFields, b.rootFields),
}), { ...NOTHING, rootFields: 0 })

class Scale {
  readonly #schema: GraphQLSchema
  readonly #fragments: Fragments
  readonly #variables: Variables
  readonly #weighed = new Map<string, Weight | 'open'>()
  readonly #counted = new Map<string, number | 'open'>()

  constructor(schema: GraphQLSchema, fragments: Fragments, variables: Variables) {
    this.#schema = schema
    this.#fragments = fragments
    this.#variables = variables
  }

  selection(set: SelectionSetNode, type: GraphQLNamedType | undefined): Weight {
    let [depth, fields, cost] = [0, 0, 0]
    const alternatives = new Map<string, number>() // a record is of one kind: of the parts for several kinds, the costliest counts
    for (const one of set.selections) {
      const [part, kind] = this.#part(one, type)
      depth = Math.max(depth, part.depth)
      fields += part.fields
      if (kind !== undefined && kind !== type && isObjectType(kind)) alternatives.set(kind.name, (alternatives.get(kind.name) ?? 0) + part.cost)
      else cost += part.cost
    }
    return { depth, fields, cost: cost + Math.max(0, ...alternatives.values()) }
  }

  /** Weight of one selection, and the kind of record it is for. */
  #part(one: SelectionNode, type: GraphQLNamedType | undefined): [Weight, GraphQLNamedType | undefined] {
    if (one.kind === Kind.FIELD) return [this.#field(one, type), type]
    if (one.kind === Kind.INLINE_FRAGMENT) {
      const kind = one.typeCondition ? this.#schema.getType(one.typeCondition.name.value) ?? type : type
      return [this.selection(one.selectionSet, kind), kind]
    }
    const condition = this.#fragments.get(one.name.value)?.typeCondition.name.value
    return [this.#fragment(one.name.value), condition === undefined ? type : this.#schema.getType(condition)]
  }

  /** Fields of a selection on one level, through fragments: the questions a query asks at once. */
  fieldsAt(set: SelectionSetNode): number {
    let count = 0
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) count++
      else if (one.kind === Kind.INLINE_FRAGMENT) count += this.fieldsAt(one.selectionSet)
      else count += this.#once(this.#counted, one.name.value, 0, (fragment) => this.fieldsAt(fragment.selectionSet))
    }
    return count
  }

  #fragment(name: string): Weight {
    return this.#once(this.#weighed, name, NOTHING, (fragment) => this.selection(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value)))
  }

  #once<T>(known: Map<string, T | 'open'>, name: string, unknown: T, weigh: (fragment: FragmentDefinitionNode) => T): T {
    const before = known.get(name)
    if (before === 'open') throw new Ring()
    if (before !== undefined) return before
    const fragment = this.#fragments.get(name)
    if (!fragment) return unknown
    known.set(name, 'open')
    const weight = weigh(fragment)
    known.set(name, weight)
    return weight
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined): Weight {
    const field = fieldOf(parent, node.name.value)
    const inner = node.selectionSet ? this.selection(node.selectionSet, field ? getNamedType(field.type) : undefined) : NOTHING
    const coordinate = parent === undefined ? '' : `${parent.name}.${node.name.value}`
    const items = field ? this.#items(node, field, coordinate) : 1
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost: (LOOK_UPS[coordinate] ?? 0) + items * (1 + inner.cost) }
  }

  #items(node: FieldNode, field: GraphQLField<unknown, unknown>, coordinate: string): number {
    const first = field.args.find(({ name }) => name === 'first')
    if (first) {
      const given = this.#number(node.arguments?.find(({ name }) => name.value === 'first')?.value) ?? Number(first.defaultValue ?? MAX.listItems)
      return Math.ceil(Math.min(Math.max(given, 1), MAX.listItems) * (USUALLY_FILLED[coordinate] ?? 1))
    }
    if (!isList(field.type)) return 1
    const ids = node.arguments?.find(({ name }) => name.value === 'ids')?.value
    if (ids) return this.#length(ids)
    return COUNTED_ABOVE.has(field.name) ? 1 : LIST_SIZES[coordinate] ?? OTHER_LISTS
  }

  #length(value: ValueNode): number {
    if (value.kind === Kind.LIST) return value.values.length
    const given = value.kind === Kind.VARIABLE ? this.#variables[value.name.value] : undefined
    return Array.isArray(given) ? given.length : 1
  }

  #number(value: ValueNode | undefined): number | undefined {
    const given = value?.kind === Kind.VARIABLE ? this.#variables[value.name.value] : value?.kind === Kind.INT ? Number(value.value) : undefined
    return typeof given === 'number' && Number.isFinite(given) ? given : undefined
  }
}

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isListType(type.ofType) : isListType(type))
const fieldOf = (parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined =>
  (parent !== undefined && (isObjectType(parent) || isInterfaceType(parent)) ? parent.getFields()[name] : undefined)
