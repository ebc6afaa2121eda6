import type { Model } from '#model/model.ts'
import { allProperties } from '#model/record.ts'
import type { Properties } from '#model/property.ts'

/** What a database must keep unique or find fast. How it is written is the business of a dialect. */
export type Constraint =
  | { readonly kind: 'unique' | 'index'; readonly label: string; readonly property: string }
  | { readonly kind: 'relationshipIndex'; readonly type: string; readonly property: string }

const indexedNames = (properties: Properties): string[] =>
  Object.entries(properties).filter(([, { indexed }]) => indexed).map(([name]) => name)

/** One id per node of a label; an index for every property declared `indexed`. */
export function constraints(model: Model): Constraint[] {
  const nodes = model.nodes.flatMap(({ name: label, properties }): Constraint[] => [
    { kind: 'unique', label, property: 'id' },
    ...indexedNames(properties).map((property): Constraint => ({ kind: 'index', label, property })),
  ])
  const statements = model.statements.flatMap((kind) =>
    indexedNames(allProperties(kind)).map((property): Constraint => ({ kind: 'relationshipIndex', type: kind.name, property })))
  return [...nodes, ...statements]
}
