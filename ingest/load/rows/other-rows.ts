import { ORGANISATION_KINDS, codeOf } from '#model/code-lists.ts'
import type { PlaceNode } from '#model/model.ts'
import { roundedFor } from '#model/values/coordinates.ts'
import { bad } from '../../parse/cell.ts'
import { placeOfId } from '../../resolve/place-id.ts'
import { hasLabel, organisation } from '../party.ts'
import { makePlace, partOfByScheme, place } from '../places.ts'
import { brand, brandOf, chain } from './brand.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, isNamed, propertiesOf, reference, valuesOf } from './row-context.ts'

/** A row of "brand-presence": a brand in a place, and perhaps whose brand it is. */
export function presenceRow(context: RowContext): void {
  const { loading, made, row } = context
  const claim = claimOf(context, 'SOLD_IN')
  const where = reference(context, 'place')
  const located = place({ name: where.name, id: where.id, country: row.extra['country'] }, 'place', loading, made)
  const brandId = brand(reference(context, 'brand'), 'brand', context, 'brand', located?.country)
  if (!claim || !located || brandId === undefined) return
  made.state('SOLD_IN', brandId, located.id, claim, propertiesOf(context, 'SOLD_IN'))
  if (isNamed(reference(context, 'owner'))) brandOf(brandId, reference(context, 'owner'), 'owner', claim, context)
}

/** A row of "places": a place and what it is part of. */
export function placeRow(context: RowContext): void {
  const { loading, made } = context
  const { id: written, ...values } = valuesOf(context, 'Place') as unknown as PlaceNode // read by the types of the model
  const read = placeOfId(written)
  const id = read?.id ?? written
  if (!hasLabel(id, 'Place', 'id', loading, made)) return
  const coordinates = values.coordinates && roundedFor('place', values.coordinates)
  made.node({ label: 'Place', id, values: { ...values, coordinates, country: values.country ?? read?.country } })
  const partOf = reference(context, 'part_of').name
  if (partOf === undefined) {
    if (read?.partOf !== undefined) partOfByScheme(id, read.partOf, loading, made)
    return
  }
  const parentId = placeOfId(partOf)?.id ?? partOf
  if (parentId === id) return void made.problem(bad('part_of', 'SELF_REFERENCE', 'A place is no part of itself.', partOf).problem)
  const parent = loading.places.resolve({ id: parentId }, 'part_of')
  if (!parent.ok) return void made.problem({ ...parent.problem, column: 'part_of' })
  const claim = claimOf(context, 'PART_OF')
  if (!claim) return
  makePlace(parent.place, loading, made)
  made.state('PART_OF', id, parent.place.id, claim)
}

/** Set where the organisation is resolved; a reason belongs to opaque owners only. */
const BY_PARTY = new Set(['name', 'country', 'kind', 'opaqueReason'])

/** A row of "organisations": what an organisation is called and what it is. */
export function organisationRow(context: RowContext): void {
  const { loading, made, defaults } = context
  const { id, ...values } = valuesOf(context, 'Organisation') as { id?: string; name: string; country?: string; kind?: string; opaqueReason?: string } // read by the types of the model
  const cells = {
    name: values.name,
    ...(id ? { id } : {}),
    ...(values.country ? { country: values.country } : {}),
    ...(values.kind ? { kind: values.kind } : {}),
  }
  if (values.kind === 'opaque owner')
    return void made.problem(bad('kind', 'PLACEHOLDER', 'An opaque owner belongs to one owned thing: state it in a row of ownership.').problem)
  const party = organisation(cells, 'name', loading, made)
  if (!party) return
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !BY_PARTY.has(name)))
  made.node({ label: 'Organisation', id: party.id, values: others })
  const { kind } = values
  if (kind !== undefined && codeOf(ORGANISATION_KINDS, kind) === 'retail chain' && defaults) {
    const claim = claimOf(context, '')
    if (claim) chain(party.id, cells, 'name', claim, context)
  }
}

const JOINS = new Set(['same name', 'label of the dataset'])

/**
 * A row of "aliases": a reviewed name. "same name" and "label of the dataset" say that both are one; "unsure" and
 * "different" keep a doubtful pair for review or apart; any other basis makes the organisation the operator group of
 * the name. A name without an id is resolved like an operator of that name in a list, so that both meet.
 */
export function aliasRow(context: RowContext): void {
  const { loading, made, row } = context
  const claim = claimOf(context, 'SAME_AS')
  const basis = row.extra['basis'] ?? ''
  const country = row.extra['country']
  const alias = reference(context, 'alias')
  const other = reference(context, 'organisation')
  const named = organisation({ ...other, ...(country ? { country } : {}) }, 'organisation', loading, made)
  const written = organisation(alias, 'alias', loading, made)
  if (!claim || !named || !written) return
  if (named.id === written.id) return void made.notes.push('a name leads to the organisation of that name already')
  const plain = basis.trim().toLowerCase()
  const judgement = JOINS.has(plain) ? 'same' : /^unsure\b/.test(plain) ? 'unsure' : /^different\b/.test(plain) ? 'different' : undefined
  if (judgement) return made.state('SAME_AS', written.id, named.id, claim, { judgement, basis })
  const note = [basis, claim.note ?? ''].filter((part) => part !== '').join('; ').slice(0, 500)
  made.state('OWNS', named.id, written.id, { ...claim, note }, { interest: 'operator group' })
}
