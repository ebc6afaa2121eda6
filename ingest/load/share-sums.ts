import type { Statement } from '#model/model.ts'

const TOLERANCE = 0.005
const SUMMED = new Set(['shareholding', 'joint control'])

/**
 * Finds things whose exact direct shares add up to more than 100 % (with half a percent for rounding): conflicting
 * claims, kept as they are and named in the report. Of several rows of one owner the latest counts.
 */
export class ShareSums {
  private readonly owned = new Map<string, Map<string, { readonly date: string; readonly share: number }>>()

  add(statement: Statement): void {
    if (statement.type !== 'OWNS' || statement.status !== 'in force' || statement.validTo || statement.direct === 'indirect' || !SUMMED.has(statement.interest)) return
    const { min, max } = statement.share ?? {}
    if (min === undefined || min !== max) return
    const date = statement.validFrom?.text ?? statement.asOf?.text ?? ''
    const owners = this.owned.get(statement.to) ?? new Map<string, { date: string; share: number }>()
    this.owned.set(statement.to, owners)
    const before = owners.get(statement.from)
    if (!before || date > before.date || (date === before.date && min > before.share)) owners.set(statement.from, { date, share: min })
  }

  /** In order of id: what is owned and the sum, a fraction above 1. */
  above(): readonly { readonly id: string; readonly sum: number }[] {
    return [...this.owned].map(([id, owners]) => ({ id, sum: [...owners.values()].reduce((sum, { share }) => sum + share, 0) }))
      .filter(({ sum }) => sum > 1 + TOLERANCE).sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
