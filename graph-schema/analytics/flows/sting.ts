import type { Bounds } from './flow-link.ts'
import type { OwnershipView } from '../record/ownership-view.ts'

/** R: part of an organisation's revenue that it earns through some sites, 0–1. */
export interface Sting {
  readonly organisation: number
  /** Shares of several sites may overlap: at least the largest, at most their sum. */
  readonly share: Bounds
  readonly statements: readonly number[]
}

/** Organisations that state what they earn through any of the nodes, each node once; the largest part first. Time O(k log k) in their statements. */
export function stingsOf({ revenueShares }: OwnershipView, nodes: readonly number[]): Sting[] {
  const byOrganisation = new Map<number, { readonly shares: number[]; readonly statements: number[] }>()
  for (const { organisation, share, statement } of nodes.flatMap((node) => revenueShares.get(node) ?? [])) {
    const entry = byOrganisation.get(organisation) ?? { shares: [], statements: [] }
    byOrganisation.set(organisation, entry)
    entry.shares.push(share)
    entry.statements.push(statement)
  }
  return [...byOrganisation]
    .map(([organisation, { shares, statements }]) => ({
      organisation,
      share: {
        low: Math.max(...shares),
        high: Math.min(
          1,
          shares.reduce((sum, one) => sum + one, 0),
        ),
      },
      statements,
    }))
    .sort((a, b) => b.share.low - a.share.low || b.share.high - a.share.high || a.organisation - b.organisation)
}

/** C = D · R · (1 − L); undefined unless loss, sting and local dependence are all known. */
export function combinedScore(loss: Bounds | undefined, sting: Bounds | undefined, dependence: number | undefined): Bounds | undefined {
  if (loss === undefined || sting === undefined || dependence === undefined) return undefined
  return { low: loss.low * sting.low * (1 - dependence), high: loss.high * sting.high * (1 - dependence) }
}
