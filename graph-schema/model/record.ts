import type { NodeKind } from './node-kind.ts'
import type { Properties } from './property.ts'
import type { StatementKind } from './statement-kind.ts'
import { provenance } from './statement-kind.ts'
import type { NodeLabel, NodeValue, Statement, StatementType } from './model.ts'
import { nodeKindOf, statementKindOf } from './model.ts'
import type { Scalar, StoredType, ValueType } from './values/value-type.ts'

/** Flat properties as a database holds them. */
export type Stored = Readonly<Record<string, Scalar>>

/** Name under which a part of a property is stored; coordinates bring their own names. */
export const storedName = (property: string, suffix: string): string => (suffix !== '' && suffix === suffix.toLowerCase() ? suffix : property + suffix)

/** Stored name → type for a set of properties; the shape a query may return. */
export function storedShape(properties: Properties): Record<string, StoredType> {
  const shape: Record<string, StoredType> = {}
  for (const [property, { type }] of Object.entries(properties)) {
    for (const [suffix, stored] of Object.entries(type.stored)) shape[storedName(property, suffix)] = stored
  }
  return shape
}

/** A property with the stored name of each of its parts, worked out once: a graph has millions of them. */
interface Layout { readonly property: string; readonly type: ValueType<unknown>; readonly parts: readonly (readonly [suffix: string, stored: string])[] }
const layouts = new WeakMap<Properties, readonly Layout[]>()

function layoutOf(properties: Properties): readonly Layout[] {
  const known = layouts.get(properties)
  if (known !== undefined) return known
  const layout = Object.entries(properties).map(([property, { type }]): Layout =>
    ({ property, type, parts: Object.keys(type.stored).map((suffix) => [suffix, storedName(property, suffix)] as const) }))
  layouts.set(properties, layout)
  return layout
}

function flatten(properties: Properties, values: Readonly<Record<string, unknown>>): Stored {
  const stored: Record<string, Scalar> = {}
  for (const { property, type, parts } of layoutOf(properties)) {
    const value = values[property]
    if (value === undefined || value === null) continue
    const encoded = type.encode(value)
    for (const [suffix, name] of parts) {
      const scalar = encoded[suffix]
      if (scalar !== undefined) stored[name] = scalar
    }
  }
  return stored
}

function unflatten(properties: Properties, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { property, type, parts } of layoutOf(properties)) {
    const encoded: Record<string, Scalar | undefined> = {}
    let isStated = false
    for (const [suffix, name] of parts) {
      const scalar = (stored[name] ?? undefined) as Scalar | undefined
      encoded[suffix] = scalar
      isStated ||= scalar !== undefined
    }
    const value: unknown = isStated ? type.decode(encoded) : undefined
    if (value !== undefined) values[property] = value
  }
  return values
}

const propertiesOfKind = new WeakMap<StatementKind, Properties>()
/** Every property of a statement kind, provenance first. */
export function allProperties(kind: StatementKind): Properties {
  const properties = propertiesOfKind.get(kind) ?? { ...provenance, ...kind.properties }
  propertiesOfKind.set(kind, properties)
  return properties
}

export const nodeToStored = (node: NodeValue, kind: NodeKind = nodeKindOf(node.label)): Stored => flatten(kind.properties, node)
export const nodeFromStored = (label: NodeLabel, stored: Readonly<Record<string, unknown>>): NodeValue =>
  ({ label, ...unflatten(nodeKindOf(label).properties, stored) }) as NodeValue // the inverse of nodeToStored

/** A statement read back from a store: with its key and the imports that brought it. */
export type StoredStatement = Statement & { readonly key: string; readonly importIds: readonly string[] }
export const statementToStored = (statement: Statement | StoredStatement): Stored => flatten(allProperties(statementKindOf(statement.type)), statement)
export const statementFromStored = (type: StatementType, from: string, to: string, stored: Readonly<Record<string, unknown>>): StoredStatement =>
  ({ type, from, to, ...unflatten(allProperties(statementKindOf(type)), stored) }) as StoredStatement // the inverse of statementToStored
