import type { RawRecord, Reading } from '../../preset.ts'
import { cell, read, rejected, row, skipped } from '../cells.ts'
import { jointNames } from '../joint-operators.ts'
import { organisationId } from '../../resolve/organisation-id.ts'
import type { Directory } from './directory.ts'

const website = (domain: string): string | undefined => (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? `https://${domain}` : undefined)
const words = (text: string): readonly string[] => organisationId(text).slice('org:zz/'.length).split('-')

/** A row of organisations.csv: the canonical name with its other names. Placeholders are no organisations. */
export function organisationRow(record: RawRecord, directory: Directory): Reading {
  const entry = directory.get(cell(record, 'name'))
  if (entry === undefined) return rejected('name', 'REQUIRED', 'Give the name.')
  if (entry.isPlaceholder) return skipped('placeholder: one opaque owner per owned thing')
  if (entry.kind === 'brand') return skipped('consumer brand: the rows that name its owner bring it')
  // "X (ex Y)" and "X (later Y)" describe; the names in them stand on their own in the same cell.
  const aliases = entry.otherNames.filter((other) => !/\((ex|formerly|later) /.test(other))
  return read([row('organisations', {
    id: organisationId(entry.name, entry.country || undefined), name: entry.name, kind: entry.kind, country: entry.country,
    aliases: aliases.join('|'), website: website(cell(record, 'website_domain_if_in_sources')),
  })])
}

/** How well a part of a joint cell fits a group: the share of its words that the names of the group contain. */
function fit(part: string, group: ReadonlySet<string>): number {
  const own = words(part)
  return own.filter((word) => group.has(word)).length / Math.max(1, own.length)
}

/** Aliases of the whole run, so that a joint cell is not linked to a group its part already is. */
export class Aliases {
  private readonly same = new Set<string>()
  add(record: RawRecord): void {
    if (cell(record, 'basis') === 'same name') this.same.add(JSON.stringify([organisationId(cell(record, 'alias')), cell(record, 'group')]))
  }
  isSame = (name: string, group: string): boolean => this.same.has(JSON.stringify([organisationId(name), group]))
}

/** The part of a joint cell that names the group; the cell itself when it is one name. */
export function partFor(alias: string, groupNames: readonly string[], basis: string): string {
  const parts = jointNames(alias)
  if (parts.length === 1) return alias
  const group = new Set([...groupNames, ...(basis.startsWith('names ') ? [basis] : [])].flatMap(words))
  const best = parts.map((part) => fit(part, group))
  return parts[best.indexOf(Math.max(...best))]!
}

/** A row of an alias list: how another list writes the name of an organisation or of its group. */
export function aliasRow(record: RawRecord, directory: Directory, aliases: Aliases): Reading {
  const [written, group, basis] = [cell(record, 'alias'), cell(record, 'group'), cell(record, 'basis')]
  for (const [column, text] of [['alias', written], ['group', group], ['basis', basis]] as const) if (text === '') return rejected(column, 'REQUIRED', `Fill ${column}.`)
  const organisation = directory.named(group)
  const names = [group, ...(directory.get(group)?.otherNames ?? [])]
  const alias = partFor(written, names, basis)
  const id = organisationId(alias)
  if (id === organisation.id) return skipped('the name is the canonical name already')
  const isPart = alias !== written
  if (isPart && aliases.isSame(alias, group)) return skipped('this part of the joint cell is listed as the same name')
  const sameName = isPart && names.some((name) => organisationId(name) === id)
  return read([row('aliases', {
    alias, alias_id: id, organisation: group, organisation_id: organisation.id, country: organisation.country,
    basis: sameName ? 'same name' : basis, note: isPart ? `Part of “${written}”; ${basis}.` : undefined,
  })])
}

/** A row of doubtful-pairs.csv: kept for review, never applied. */
export function doubtfulRow(record: RawRecord, directory: Directory): Reading {
  const [a, b] = [directory.named(cell(record, 'a')), directory.named(cell(record, 'b'))]
  if (a.id.startsWith('brand:') || b.id.startsWith('brand:')) return skipped('a consumer brand and its group are two kinds of thing')
  return read([row('aliases', {
    alias: a.name, alias_id: a.id, organisation: b.name, organisation_id: b.id, country: b.country,
    basis: `unsure: ${cell(record, 'why_same')}`, note: `Against: ${cell(record, 'why_not')}.`,
  })])
}
