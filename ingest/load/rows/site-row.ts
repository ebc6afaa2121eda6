import type { SiteKind } from '#model/code-lists.ts'
import { protectedClassOf } from '#model/protected-classes.ts'
import type { Coordinates } from '#model/values/coordinates.ts'
import { roundedFor } from '#model/values/coordinates.ts'
import { bad } from '../../parse/cell.ts'
import { placeholderReason } from '../../people.ts'
import { distanceKm } from '../../resolve/gazetteer.ts'
import { siteId } from '../../resolve/organisation-id.ts'
import type { KnownPlace } from '../../resolve/place-resolver.ts'
import { hasLabel, operator } from '../party.ts'
import { place } from '../places.ts'
import { own } from './ownership-row.ts'
import type { RowContext } from './row-context.ts'
import { claim as claimOf, isNamed, propertiesOf, reference, valuesOf } from './row-context.ts'

const FAR_KM = 150

interface SiteValues {
  readonly id?: string
  readonly name: string
  readonly kind: SiteKind
  readonly country?: string
  readonly coordinates?: Coordinates
  readonly precision?: string
  readonly industryCode?: string
}

/** A row of the template "sites": the site, where it lies with its figure, who operates and who owns it. */
export function siteRow(context: RowContext): void {
  const { loading, made, row } = context
  const values = valuesOf(context, 'Site') as unknown as SiteValues // read by the types of the model
  const claim = claimOf(context, 'LOCATED_IN')
  const where = reference(context, 'place')
  const located = place({ name: where.name, id: where.id, country: values.country, region: row.extra['region'] }, 'place', loading, made)
  if (placeholderReason(values.name)) made.problem(bad('name', 'PLACEHOLDER', 'Name the site.').problem)
  if (!claim || !located) return
  const id = values.id ?? siteId(values.name, located.name, values.country ?? located.country)
  if (!hasLabel(id, 'Site', 'id', loading, made)) return
  made.node({ label: 'Site', id, ...siteFacts(values, located, made.notes) })
  made.state('LOCATED_IN', id, located.id, claim, propertiesOf(context, 'LOCATED_IN'))
  const runs = isNamed(reference(context, 'operator')) ? operator(reference(context, 'operator'), 'operator', loading, made) : undefined
  if (runs) made.state('OPERATES', runs.id, id, claim, propertiesOf(context, 'OPERATES'))
  if (isNamed(reference(context, 'owner'))) own(id, claim, context)
}

/** Coordinates are rounded for the kind before anything else sees them. */
function siteFacts(values: SiteValues, located: KnownPlace, notes: string[]): { values: Record<string, unknown>; defaults: Record<string, unknown> } {
  const { coordinates: exact, precision } = values
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'id' && name !== 'coordinates' && name !== 'precision'))
  const shown = exact === undefined || protectedClassOf(values) !== undefined ? undefined : roundedFor(values.kind, exact)
  if (exact && !shown) notes.push('coordinates of a protected kind of site were left out')
  if (shown) notes.push(...distanceNotes(shown, located))
  return {
    values: { ...others, country: values.country ?? located.country, coordinates: shown, precision: shown ? (precision ?? undefined) : undefined },
    defaults: { precision: shown ? 'exact' : 'place only' },
  }
}

/** A point far from its place is often one with its two numbers swapped: said, never corrected. */
function distanceNotes(point: Coordinates, { lat, lon, kind }: KnownPlace): string[] {
  if (lat === undefined || lon === undefined || kind !== 'city') return []
  const km = distanceKm(point, { lat, lon })
  if (km <= FAR_KM) return []
  const swapped = Math.abs(point.lon) <= 90 ? distanceKm({ lat: point.lon, lon: point.lat }, { lat, lon }) : Number.POSITIVE_INFINITY
  return [swapped < km / 4 ? 'a point lies far from its place; lat and lon may be swapped' : `a point lies more than ${FAR_KM} km from its place`]
}
