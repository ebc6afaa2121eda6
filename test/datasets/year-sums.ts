import type { TemplateRow } from '#ingest/preset.ts'

const LAST_YEAR = 2026
/** A sum of exact shares of one thing in one year, percent. */
export interface YearSum { readonly owned: string; readonly year: string; readonly sum: number }

/** Years a row holds on 31 December: from valid_from (else as_of) until valid_to, exclusive; an ended row without one to the year of its as_of. */
function yearsOf(cells: Readonly<Record<string, string>>): readonly string[] {
  const start = cells['valid_from'] ?? cells['as_of']
  if (start === undefined) return cells['status'] === 'in force' && cells['valid_to'] === undefined ? ['undated'] : []
  const first = Number(start.slice(0, 4))
  const open = cells['status'] === 'in force' ? LAST_YEAR : Number((cells['as_of'] ?? start).slice(0, 4))
  const last = cells['valid_to'] === undefined ? open : Number(cells['valid_to'].slice(0, 4)) - 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => String(first + i))
}

/**
 * Sums over `limit` percent of the exact capital shares (shareholding, joint control) that hold on 31 December; of several
 * rows of one owner the latest counts.
 */
export function yearSums(rows: readonly TemplateRow[], limit: number): readonly YearSum[] {
  const latest = new Map<string, { readonly rank: string; readonly share: number; readonly owned: string; readonly year: string }>()
  for (const { cells } of rows) {
    const share = Number(cells['share'] ?? 0)
    if (!(share > 0) || !['shareholding', 'joint control'].includes(cells['interest']!) || !['in force', 'ended'].includes(cells['status']!)) continue
    const rank = `${cells['valid_from'] ?? cells['as_of'] ?? ''}|${cells['as_of'] ?? ''}`
    for (const year of yearsOf(cells)) {
      const key = JSON.stringify([cells['owned'], year, cells['owner']])
      const known = latest.get(key)
      if (known === undefined || rank >= known.rank) latest.set(key, { rank, share, owned: cells['owned']!, year })
    }
  }
  const sums = new Map<string, YearSum>()
  for (const { owned, year, share } of latest.values()) {
    const key = JSON.stringify([owned, year])
    sums.set(key, { owned, year, sum: (sums.get(key)?.sum ?? 0) + share })
  }
  return [...sums.values()].filter(({ sum }) => sum > limit).sort((a, b) => (a.owned === b.owned ? (a.year < b.year ? -1 : 1) : a.owned < b.owned ? -1 : 1))
}
