import type { NodeKind } from './node-kind.ts'
import type { Properties } from './property.ts'
import type { StatementKind } from './statement-kind.ts'
import { provenance } from './statement-kind.ts'
import type { NodeLabel, NodeValue, Statement, StatementType } from './model.ts'
import { nodeKindOf, statementKindOf } from './model.ts'
import type { Scalar, StoredType } from './values/value-type.ts'

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

function flatten(properties: Properties, values: Readonly<Record<string, unknown>>): Stored {
  const stored: Record<string, Scalar> = {}
  for (const [property, { type }] of Object.entries(properties)) {
    const value = values[property]
    if (value === undefined || value === null) continue
    for (const [suffix, scalar] of Object.entries(type.encode(value))) stored[storedName(property, suffix)] = scalar
  }
  return stored
}

function unflatten(properties: Properties, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [property, { type }] of Object.entries(properties)) {
    const parts = Object.fromEntries(Object.keys(type.stored).map((suffix) => [suffix, (stored[storedName(property, suffix)] ?? undefined) as Scalar | undefined]))
    const value: unknown = type.decode(parts)
    if (value !== undefined) values[property] = value
  }
  return values
}

/** Every property of a statement kind, provenance first. */
export const allProperties = (kind: StatementKind): Properties => ({ ...provenance, ...kind.properties })

export const nodeToStored = (node: NodeValue, kind: NodeKind = nodeKindOf(node.label)): Stored => flatten(kind.properties, node)
export const nodeFromStored = (label: NodeLabel, stored: Readonly<Record<string, unknown>>): NodeValue =>
  ({ label, ...unflatten(nodeKindOf(label).properties, stored) }) as NodeValue // the inverse of nodeToStored

/** A statement read back from a store: with its key and the imports that brought it. */
export type StoredStatement = Statement & { readonly key: string; readonly importIds: readonly string[] }
export const statementToStored = (statement: Statement | StoredStatement): Stored => flatten(allProperties(statementKindOf(statement.type)), statement)
export const statementFromStored = (type: StatementType, from: string, to: string, stored: Readonly<Record<string, unknown>>): StoredStatement =>
  ({ type, from, to, ...unflatten(allProperties(statementKindOf(type)), stored) }) as StoredStatement // the inverse of statementToStored
