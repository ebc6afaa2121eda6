import { roundedFor } from '#model/values/coordinates.ts'
import type { KnownPlace } from '../resolve/place-resolver.ts'
import type { PlaceMention } from '../resolve/place-resolver.ts'
import { placeOfId } from '../resolve/place-id.ts'
import { GRADE_OF_SOURCE } from '#model/code-lists.ts'
import type { Claim } from './claim.ts'
import { sourceOfScheme } from './claim.ts'
import type { Loading } from './loading.ts'
import type { Made } from './made.ts'
import { hasLabel } from './party.ts'

/** The place a row names; makes the node and its larger places where the store lacks them. */
export function place(mention: PlaceMention, column: string, loading: Loading, made: Made): KnownPlace | undefined {
  const resolved = loading.places.resolve(mention, column)
  if (!resolved.ok) return made.problem(resolved.problem)
  if (!hasLabel(resolved.place.id, 'Place', column, loading, made)) return undefined
  made.notes.push(...resolved.notes)
  makePlace(resolved.place, loading, made)
  return resolved.place
}

/** Node of a place known by its id or from the gazetteer, with what it is part of. Places of the store stay as they are. */
export function makePlace(known: KnownPlace, loading: Loading, made: Made): void {
  if (known.from === 'store') return
  const { id, name, kind, country, population, lat, lon } = known
  const coordinates = lat === undefined || lon === undefined ? undefined : roundedFor('place', { lat, lon })
  const facts = { kind, country, population, coordinates }
  // A name of a row is one vote among those of other rows; what an id says by itself only fills blanks.
  made.node(known.from === 'row' ? { label: 'Place', id, values: { name }, defaults: facts } : { label: 'Place', id, values: {}, defaults: { name, ...facts } })
  // What a row says about the larger place is stated by that row; the scheme speaks only where no row says otherwise.
  const byScheme = placeOfId(id)?.partOf
  const parent = known.from === 'row' ? (known.partOf === undefined || known.partOf === byScheme ? byScheme : undefined) : known.partOf
  if (parent !== undefined) partOfByScheme(id, parent, loading, made)
}

/** "part of" as an id or the gazetteer says it, with the standard as its source. */
export function partOfByScheme(id: string, parentId: string, loading: Loading, made: Made): void {
  const read = placeOfId(parentId)
  const parent = loading.places.get(parentId) ?? (read && { ...read, name: read.name ?? parentId.slice(parentId.indexOf(':') + 1), from: 'scheme' as const })
  if (!parent) return
  makePlace(parent, loading, made)
  const source = sourceOfScheme(id)
  const claim: Claim = { sourceId: source.id, grade: GRADE_OF_SOURCE[source.kind], status: 'in force', retrievedOn: source.retrievedOn }
  made.whole(source)
  made.state('PART_OF', id, parent.id, claim)
}
