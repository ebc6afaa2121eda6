import { bad } from '../../parse/cell.ts'
import type { ReferenceCells } from '../../parse/template-reader.ts'
import { placeholderReason } from '../../people.ts'
import type { Claim } from '../claim.ts'
import { hasLabel, holder } from '../party.ts'
import type { RowContext } from './row-context.ts'

/** The brand a row names. @param prefer country whose brand is taken where several share the name */
export function brand(cells: ReferenceCells, column: string, { loading, made }: RowContext, kind: 'brand' | 'retail chain', prefer?: string): string | undefined {
  const { name, id, country } = cells
  if (name === undefined || placeholderReason(name)) return made.problem(bad(column, name === undefined ? 'REQUIRED' : 'PLACEHOLDER', 'Name the brand.').problem)
  const resolved = loading.brands.resolve({ name, id, country }, column, prefer)
  if (!resolved.ok) return made.problem(resolved.problem)
  if (!hasLabel(resolved.id, 'Brand', column, loading, made)) return undefined
  const values = { name, country: country ?? resolved.country }
  // "brand" is what anything is until a row says that it is a chain.
  made.node({ label: 'Brand', id: resolved.id, values: kind === 'retail chain' ? { ...values, kind } : values, defaults: { kind: 'brand' } })
  return resolved.id
}

/** Brand → owner. A natural person becomes the opaque owner of this brand. */
export function brandOf(brandId: string, owner: ReferenceCells, column: string, claim: Claim, context: RowContext): void {
  const party = holder(owner, column, brandId, context.loading, context.made)
  if (party) context.made.state('BRAND_OF', brandId, party.id, claim)
}

/** A retail chain is an organisation and a brand of that name, joined. */
export function chain(organisationId: string, cells: ReferenceCells, column: string, claim: Claim, context: RowContext): string | undefined {
  const { name, country } = cells
  const brandId = brand({ ...(name ? { name } : {}), ...(country ? { country } : {}) }, column, context, 'retail chain')
  if (brandId !== undefined) context.made.state('BRAND_OF', brandId, organisationId, claim)
  return brandId
}
