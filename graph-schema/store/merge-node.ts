import type { NodeValue } from '#model/model.ts'
import { protectingValues } from '#model/protecting-values.ts'

const sorted = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].sort()
const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * What is known of a node after one more source named it: what is there stays, blanks are filled, another name
 * becomes an alias, identifiers and aliases are the union of both in order of text. What protects wins over what came first.
 * Merging the same value again changes nothing.
 */
export function mergeNode<N extends NodeValue>(existing: N, incoming: N): N {
  const merged: Record<string, unknown> = { ...existing }
  for (const [property, value] of Object.entries(incoming)) {
    if (isBlank(merged[property]) && !isBlank(value)) merged[property] = value
  }
  const said = (property: string): readonly unknown[] => [existing, incoming].map((node) => (node as Readonly<Record<string, unknown>>)[property]) // whatever the model declares
  return tidyLists({ ...merged, ...protectingValues(merged, said) }, incoming) as N
}

/** A node as it is stored the first time: lists without repetitions, in order; no blanks. */
export function firstNode<N extends NodeValue>(incoming: N): N {
  const filled = Object.fromEntries(Object.entries(incoming).filter(([, value]) => !isBlank(value)))
  return tidyLists(filled, incoming) as N
}

function tidyLists(node: Record<string, unknown>, incoming: NodeValue): Record<string, unknown> {
  if (!('nameKey' in incoming)) return node
  const { aliases = [], identifiers = [], name } = incoming
  const allAliases = sorted([...textsOf(node['aliases']), ...aliases, name]).filter((alias) => alias !== node['name'] && !isBlank(alias))
  const allIdentifiers = sorted([...textsOf(node['identifiers']), ...identifiers])
  return {
    ...node,
    ...(allAliases.length > 0 ? { aliases: allAliases } : {}),
    ...(allIdentifiers.length > 0 ? { identifiers: allIdentifiers } : {}),
  }
}
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : [])
