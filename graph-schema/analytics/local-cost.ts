import type { OwnershipView } from './ownership-view.ts'

/** What a standstill touches here, as far as sources give figures; undefined: nobody says, which is not 0. */
export interface LocalCost {
  readonly jobs: number | undefined
  readonly homes: number | undefined
  readonly powerMw: number | undefined
  /** Statements the figures rest on. */
  readonly statements: readonly number[]
}

const MEGAWATTS: Readonly<Record<string, number>> = { kw: 0.001, mw: 1, gw: 1_000 }
const JOBS = /^(?:jobs?|employees|workers|fte)$/i

/** Sums of stated figures of sites: jobs, homes and power. Other figures say nothing about what people lose. Time O(figures). */
export function localCost({ figures, snapshot: { texts } }: OwnershipView, sites: readonly number[]): LocalCost {
  const sums: { jobs?: number; homes?: number; powerMw?: number } = {}
  const statements: number[] = []
  for (const site of sites) {
    for (const { measure, unit, amount, statement } of figures.get(site) ?? []) {
      const [what, of] = [texts[measure]!, texts[unit]!.trim()]
      const watts = MEGAWATTS[of.toLowerCase()]
      if (what === 'homes') sums.homes = (sums.homes ?? 0) + amount
      else if (JOBS.test(of)) sums.jobs = (sums.jobs ?? 0) + amount
      else if (watts !== undefined && what === 'capacity') sums.powerMw = (sums.powerMw ?? 0) + amount * watts
      else continue
      statements.push(statement)
    }
  }
  return { jobs: sums.jobs, homes: sums.homes, powerMw: sums.powerMw, statements }
}
