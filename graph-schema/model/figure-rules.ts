import type { Domain, FigureMeasure } from './code-lists.ts'

/** What a published figure of one measure must look like. */
export interface FigureRule {
  /** Kind of thing it is about. */
  readonly subject: 'Place' | 'Site' | 'Organisation'
  /** Unit it is kept in, units that are converted to it with their factor; absent: as the sites of the place state theirs. */
  readonly unit?: { readonly name: string; readonly also?: Readonly<Record<string, number>> } | 'currency'
  readonly whole?: boolean
  /** Largest amount that makes sense; absent: none. */
  readonly most?: number
  /** 0 says something: nothing is left, no day can be survived. */
  readonly zero?: boolean
  /** Of totals of one domain: the domain, or that the row has to name it. Analytics find the total of a measure by its name: "total " + measure. */
  readonly domain?: Domain | 'stated'
}

const WATTS = { name: 'MW', also: { kW: 0.001, GW: 1_000 } }
/** Ten years: beyond that nobody waits for a site. */
const DAYS = { subject: 'Site', unit: { name: 'days' }, most: 3_650, zero: true } as const

export const FIGURE_RULES: Readonly<Record<FigureMeasure, FigureRule>> = {
  'total homes': { subject: 'Place', unit: { name: 'homes' }, whole: true, domain: 'housing' },
  'total shops': { subject: 'Place', unit: { name: 'shops' }, whole: true, domain: 'brand' },
  'total sites': { subject: 'Place', unit: { name: 'sites' }, whole: true, domain: 'stated' },
  'total capacity': { subject: 'Place', domain: 'stated' },
  'total throughput': { subject: 'Place', domain: 'stated' },
  'total area': { subject: 'Place', domain: 'stated' },
  'total jobs': { subject: 'Place', unit: { name: 'jobs' }, whole: true },
  'total power': { subject: 'Place', unit: WATTS },
  'funds and pledges': { subject: 'Place', unit: 'currency', zero: true },
  'expected cost': { subject: 'Place', unit: 'currency' },
  jobs: { subject: 'Site', unit: { name: 'jobs' }, whole: true, zero: true },
  'homes served': { subject: 'Site', unit: { name: 'homes' }, whole: true, zero: true },
  power: { subject: 'Site', unit: WATTS, zero: true },
  'time to survive': DAYS,
  'time to restore': DAYS,
  'revenue share': { subject: 'Organisation', unit: { name: 'percent', also: { '%': 1 } }, most: 100, zero: true },
}
