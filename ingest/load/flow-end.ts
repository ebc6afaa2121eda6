import { parseIdentifier } from '#model/values/identifier.ts'
import { bad } from '../parse/cell.ts'
import type { ReferenceCells } from '../parse/template-reader.ts'
import { placeOfId } from '../resolve/place-id.ts'
import type { Loading } from './loading.ts'
import { isSiteScheme } from './loading.ts'
import type { Made } from './made.ts'
import { operator } from './party.ts'
import { place } from './places.ts'

/**
 * One end of a flow: id or name of an organisation, a site or a place. A name that only one kind of thing on record has
 * is that thing; a name nobody has is a new organisation, unless it may be a person's.
 *
 * @returns the node's id; undefined, with a problem, when the cell cannot be used
 */
export function flowEnd({ name = '' }: ReferenceCells, column: string, loading: Loading, made: Made): string | undefined {
  const id = parseIdentifier(name)
  return id ? byId(name, column, loading, made) : byName(name, column, loading, made)
}

function byId(written: string, column: string, loading: Loading, made: Made): string | undefined {
  const { scheme, value } = parseIdentifier(written)! // the caller has parsed it
  const id = placeOfId(written)?.id ?? `${scheme}:${value}`
  const label = loading.labelOf(id)
  if (label === 'Organisation' || label === 'Site') return id
  if (label === 'Place' || placeOfId(id) || loading.places.get(id)) return place({ id }, column, loading, made)?.id
  if (label !== undefined)
    return made.problem(
      bad(column, 'ID_OF_ANOTHER_KIND', `${id} is a ${label.toLowerCase()}; a flow leads between organisations, sites and places.`, id).problem,
    )
  if (loading.sites.isDeclared(id)) return id
  if (isSiteScheme(scheme)) return made.problem(bad(column, 'UNKNOWN_SITE', 'Load the site first with the template of sites.', id).problem)
  if (loading.organisations.isDeclared(id)) return operator({ id }, column, loading, made)?.id
  return made.problem(bad(column, 'UNKNOWN_ORGANISATION', 'Nothing has this id yet: load it first with the template of organisations or sites, or write its name.', id).problem)
}

function byName(name: string, column: string, loading: Loading, made: Made): string | undefined {
  const places = loading.places.named(name)
  const site = loading.sites.has(name) ? loading.sites.resolve({ name }, column) : undefined
  if (site && !site.ok) return made.problem({ ...site.problem, hint: site.problem.hint.replace(`${column}_id`, column) })
  const organisation = loading.organisations.has(name) ? loading.organisations.resolve({ name }, column) : undefined
  const found = [...(site ? [site.id] : []), ...places, ...(organisation?.ok ? [organisation.id] : [])]
  if (found.length > 1)
    return made.problem(
      bad(column, 'AMBIGUOUS_NAME', `Several things have this name: ${found.slice(0, 5).join(', ')}. Write one of these ids instead.`).problem,
    )
  if (site) return site.id
  return places.length === 1 ? place({ id: places[0]! }, column, loading, made)?.id : organisationNamed(name, column, loading, made)
}

function organisationNamed(name: string, column: string, loading: Loading, made: Made): string | undefined {
  const before = made.problems.length
  const party = operator({ name }, column, loading, made)
  if (!party && made.problems.length === before)
    made.problem(
      bad(column, 'NATURAL_PERSON', 'Natural persons and unnamed parties have no flows here: name the organisation, site or place.').problem,
    )
  return party?.id
}
