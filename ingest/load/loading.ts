import { BRAND_KINDS, ORGANISATION_KINDS, SITE_KINDS, codeOf } from '#model/code-lists.ts'
import { NODE_KINDS } from '#model/model.ts'
import type { NodeLabel, NodeValue } from '#model/model.ts'
import { protectedClassOf } from '#model/protected-classes.ts'
import { parseIdentifier } from '#model/values/identifier.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { ParsedRow, ReferenceCells } from '../parse/template-reader.ts'
import { judgeParty } from '../people.ts'
import { cachedNameKey } from '../resolve/name-key.ts'
import { NameResolver } from '../resolve/name-resolver.ts'
import { brandId, organisationId } from '../resolve/organisation-id.ts'
import { placeOfId } from '../resolve/place-id.ts'
import { PlaceResolver } from '../resolve/place-resolver.ts'
import { Sources } from './claim.ts'

/** Schemes whose ids are sites wherever they stand. */
const SITE_SCHEMES = new Set(['smdg', 'site', 'portfolio', 'dc', 'im3', 'wpi', 'osid', 'uml', 'pdb-fac'])
/** Schemes of our own making: an id in them says nothing about what the thing is. */
const OWN_SCHEMES = new Set(['org', 'opaque', 'brand', 'site'])

export const isSiteScheme = (scheme: string): boolean => SITE_SCHEMES.has(scheme)

/** What the owned end of a row is. */
export type OwnedLabel = 'Organisation' | 'Brand' | 'Site'

/**
 * All that is known while rows are turned into nodes and statements: what the store holds and what the first pass over
 * all rows has collected. Nothing in it depends on the order of rows.
 */
export class Loading {
  readonly organisations = new NameResolver(organisationId)
  readonly brands = new NameResolver(brandId)
  readonly sites = new NameResolver((name, country) => `site:${(country ?? 'zz').toLowerCase()}/${cachedNameKey(name).formKey}`)
  readonly places = new PlaceResolver()
  readonly sources: Sources
  private readonly labels = new Map<string, NodeLabel>()
  private readonly protectedSites = new Set<string>()
  /** Names in cells that may name an organisation, a site or a place. */
  private readonly ends = new Set<string>()
  /** Name keys that some row or the store shows to be organisations. */
  private readonly organisationKeys = new Set<string>()

  /** After the first pass: what no site and no place is called is the name of an organisation. */
  collected(): void {
    for (const name of this.ends) {
      if (!parseIdentifier(name) && !this.sites.has(name) && this.places.named(name).length === 0) this.organisations.mention({ name })
    }
  }

  /** How often each line that carries no number of its own was seen in this pass. */
  private readonly equalLines = new Map<string, number>()

  private constructor(today: string) {
    this.sources = new Sources(today)
  }

  /** Reads what the store knows by name. Time and memory linear in its nodes. */
  static async over(store: GraphStore, today: string): Promise<Loading> {
    const loading = new Loading(today)
    for (const { name: label } of NODE_KINDS) for await (const slice of store.allNodes(label)) for (const node of slice) loading.addKnown(node)
    for await (const slice of store.allStatements('PART_OF')) for (const { from, to } of slice) loading.places.setPartOf(from, to)
    return loading
  }

  private addKnown(node: NodeValue): void {
    this.labels.set(node.id, node.label)
    if (node.label === 'Organisation' && node.kind !== 'opaque owner') {
      this.organisations.addKnown(node)
      this.organisationKeys.add(cachedNameKey(node.name).key)
    }
    if (node.label === 'Brand') this.brands.addKnown(node)
    if (node.label === 'Site') this.sites.addKnown(node)
    if (node.label === 'Site' && protectedClassOf(node) !== undefined) this.protectedSites.add(node.id)
    if (node.label === 'Source') this.sources.addKnown(node)
    if (node.label !== 'Place') return
    const { id, name, kind, country, population, coordinates } = node
    this.places.add({ id, name, kind, country, population, lat: coordinates?.lat, lon: coordinates?.lon, from: 'store' })
  }

  /** Rows are interpreted once to be checked and, in a large import, once more to be written: counting begins anew. */
  beginPass(): void {
    this.equalLines.clear()
  }

  /** 1 for the first of several equal lines, 2 for the second: which of them it is does not matter. */
  nthOf(line: string): number {
    const nth = (this.equalLines.get(line) ?? 0) + 1
    this.equalLines.set(line, nth)
    return nth
  }

  labelOf = (id: string): NodeLabel | undefined => this.labels.get(id)
  /** Whether a site on record is of a class that is listed as owned only: water, hospitals, … */
  isProtected = (id: string): boolean => this.protectedSites.has(id)
  isOrganisation = (name: string): boolean => this.organisationKeys.has(cachedNameKey(name).key)

  /** What "owned" is: by its id, else by its kind. */
  ownedLabel({ id, kind }: ReferenceCells): OwnedLabel {
    const scheme = id === undefined ? undefined : parseIdentifier(id)?.scheme
    const stored = id === undefined ? undefined : this.labels.get(id)
    if (stored === 'Site' || stored === 'Brand' || stored === 'Organisation') return stored
    if (scheme !== undefined && SITE_SCHEMES.has(scheme)) return 'Site'
    if (scheme === 'brand') return 'Brand'
    if (kind === undefined || scheme === 'org') return 'Organisation'
    if (kind.trim().toLowerCase() !== 'retail chain' && codeOf(BRAND_KINDS, kind)) return 'Brand'
    return !codeOf(ORGANISATION_KINDS, kind) && codeOf(SITE_KINDS, kind) ? 'Site' : 'Organisation'
  }

  /** First pass: what a row says about names, before any of them is resolved. */
  collect(row: ParsedRow): void {
    const { template, references } = row
    for (const { column, node, also } of template.references) {
      const cells = references[column]
      if (!cells) continue
      if (template.name === 'figures') { this.collectFigure(column, row, cells); continue }
      if (also) { if (cells.name !== undefined) this.ends.add(cells.name); continue }
      if (node === 'Place') this.collectPlace(column, row, cells)
      else if (node === 'Brand') this.mention(this.brands, cells)
      else this.collectParty(column, row, cells)
    }
    if (!('node' in template.subject)) return
    const { node } = template.subject
    const { id, name, country, kind } = (row.values[node] ?? {}) as { id?: string; name?: string; country?: string; kind?: string } // read by the types of the model
    if (name === undefined) return
    if (node === 'Organisation') this.collectOrganisation({ ...(id ? { id } : {}), name, ...(country ? { country } : {}), ...(kind ? { kind } : {}) })
    if (node === 'Site' && id !== undefined) this.sites.mention({ id, name, country })
    if (node === 'Place' && id !== undefined) this.collectPlaceRow(row, id)
  }

  /** Only a revenue share names organisations; places and sites are known, or the row is refused. */
  private collectFigure(column: string, { values }: ParsedRow, cells: ReferenceCells): void {
    if (values['STATES_FIGURE']?.['measure'] !== 'revenue share') return
    if (column === 'subject') this.collectOrganisation(cells)
    else if (cells.id === undefined && cells.name !== undefined) this.ends.add(cells.name)
  }

  private mention(resolver: NameResolver, { id, name, country }: ReferenceCells): void {
    if (name !== undefined) resolver.mention({ id, name, country })
  }

  private collectParty(column: string, row: ParsedRow, cells: ReferenceCells): void {
    const owned = column === 'owned' ? this.ownedLabel(cells) : 'Organisation'
    if (owned === 'Site') return // a row of sites says what and where it is; one of ownership does not
    if (owned === 'Brand') { this.mention(this.brands, cells); return }
    const country = row.template.name === 'aliases' && column === 'organisation' ? row.extra['country'] : cells.country
    this.collectOrganisation({ ...cells, ...(country === undefined ? {} : { country }) }, column === 'owned' || column === 'organisation')
  }

  private collectOrganisation(cells: ReferenceCells, isHeld = false): void {
    if (cells.name === undefined) return
    this.mention(this.organisations, cells)
    const kind = cells.kind === undefined ? undefined : codeOf(ORGANISATION_KINDS, cells.kind)
    if (kind === 'retail chain') this.mention(this.brands, { name: cells.name, ...(cells.country ? { country: cells.country } : {}) })
    const heldCompany = isHeld && judgeParty(cells.name, { role: 'operator', evidence: false }).is !== 'person'
    if (heldCompany || (kind !== undefined && kind !== 'opaque owner') || isRegistered(cells.id)) this.organisationKeys.add(cachedNameKey(cells.name).key)
  }

  private collectPlace(column: string, row: ParsedRow, { id, name }: ReferenceCells): void {
    const read = id === undefined ? undefined : placeOfId(id)
    if (read && name !== undefined && (column === 'place' || column === 'partner')) this.places.add({ ...read, name, from: 'row', country: read.country ?? row.extra['country'] })
  }

  private collectPlaceRow(row: ParsedRow, written: string): void {
    const place = (row.values['Place'] ?? {}) as {
      name: string
      kind: 'city'
      country?: string
      population?: number
      coordinates?: { lat: number; lon: number }
    } // read by the types of the model
    const read = placeOfId(written)
    const partOf = row.references['part_of']?.name ?? read?.partOf
    this.places.add({
      ...read,
      id: read?.id ?? written,
      name: place.name,
      kind: place.kind,
      country: place.country ?? read?.country,
      population: place.population ?? read?.population,
      lat: place.coordinates?.lat ?? read?.lat,
      lon: place.coordinates?.lon ?? read?.lon,
      partOf: partOf === undefined ? undefined : (placeOfId(partOf)?.id ?? partOf),
      from: 'row',
    })
  }
}

/** An id of a register or list that holds organisations only, such as lei: or gb-coh:. */
export function isRegistered(id: string | undefined): boolean {
  const scheme = id === undefined ? undefined : parseIdentifier(id)?.scheme
  return scheme !== undefined && !OWN_SCHEMES.has(scheme)
}
