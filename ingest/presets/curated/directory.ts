import type { RawRecord } from '../../preset.ts'
import { cell } from '../cells.ts'
import { brandId, organisationId } from '../../resolve/organisation-id.ts'
import { placeholderReason } from '../../people.ts'

/** One row of organisations.csv, the list in which every name stands once. */
export interface Entry {
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly otherNames: readonly string[]
  readonly isPlaceholder: boolean
}
/** How a template row names an organisation. */
export interface Named { readonly name: string; readonly id: string; readonly kind: string; readonly country: string }

const OPAQUE_KINDS = new Set(['shareholders', 'employees', 'opaque owner'])

/**
 * Canonical names, collected from organisations.csv before any other row is read. The country there decides the id,
 * so that rows which sort an organisation under different countries do not split it.
 */
export class Directory {
  private readonly entries = new Map<string, Entry>()

  add(record: RawRecord): void {
    const name = cell(record, 'name')
    this.entries.set(name, {
      name, kind: cell(record, 'kind'), country: cell(record, 'country'),
      otherNames: cell(record, 'other_names').split('|').map((other) => other.trim()).filter((other) => other !== ''),
      isPlaceholder: placeholderReason(name) !== undefined || OPAQUE_KINDS.has(cell(record, 'kind')),
    })
  }

  get(name: string): Entry | undefined {
    return this.entries.get(name)
  }

  /** Name, id, kind and country of an organisation or consumer brand; what the row says counts only where the list is silent. */
  named(name: string, row: { readonly kind?: string; readonly country?: string } = {}): Named {
    const entry = this.entries.get(name)
    const country = entry === undefined ? (row.country ?? '') : entry.country
    const kind = entry?.kind || (row.kind ?? '')
    return { name, id: (kind === 'brand' ? brandId : organisationId)(name, country || undefined), kind, country }
  }

  /** A holder; a placeholder has no id, so that it becomes an opaque owner of this one thing and is joined to nothing. */
  holder(name: string, row: { readonly kind?: string; readonly country?: string }): Omit<Named, 'id'> & { readonly id: string | undefined } {
    const isOpaque = this.entries.get(name)?.isPlaceholder ?? (placeholderReason(name) !== undefined)
    return isOpaque ? { name, id: undefined, kind: 'opaque owner', country: '' } : this.named(name, row)
  }

  /** A chain or brand by its name: the brand, and the organisation of that name when the list has one. */
  brand(name: string): { readonly id: string; readonly organisation: Named | undefined } {
    const entry = this.entries.get(name)
    const organisation = entry === undefined || entry.kind === 'brand' ? undefined : this.named(name)
    return { id: brandId(name, entry?.country || undefined), organisation }
  }
}
