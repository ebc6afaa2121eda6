import type { OwnershipView, PublishedFigure } from '../record/ownership-view.ts'
import { isInside } from '../record/place-tree.ts'
import { publishedFigure } from '../record/published-figure.ts'
import { row } from '../parts/rows.ts'

/** What people of a place can lose, and the total of the place it is a part of. */
const TOTAL_OF = { jobs: 'total jobs', homes: 'total homes', powerMw: 'total power' } as const
export type Touched = keyof typeof TOTAL_OF
const KINDS = Object.keys(TOTAL_OF) as readonly Touched[]

/** L: the largest known part of a place's jobs, homes or power that is touched. */
export interface LocalDependence { readonly share: number; readonly of: Touched; readonly place: number; readonly statements: readonly number[] }

/** What is set aside or pledged for the planned days, against what they are expected to cost. */
export interface SolidarityCover {
  readonly place: number
  readonly funds: number
  readonly cost: number
  /** Index into texts: ISO 4217. */
  readonly currency: number
  /** funds / cost; more than 1 where more is pledged than needed. */
  readonly fraction: number
  readonly statements: readonly number[]
}

/** What a standstill touches here, as far as sources give figures; undefined: nobody says, which is not 0. */
export interface LocalCost {
  readonly jobs: number | undefined
  readonly homes: number | undefined
  readonly powerMw: number | undefined
  readonly dependence: LocalDependence | undefined
  readonly cover: SolidarityCover | undefined
  /** Sites the figures are of, and sites that stand still or get nothing as well but lie elsewhere, or nobody says where. */
  readonly sitesHere: number
  readonly sitesElsewhere: number
  /** Statements jobs, homes and power rest on. */
  readonly statements: readonly number[]
}

/**
 * Jobs, homes and power of sites that stand still, what part of their places that is, and how far these are covered.
 *
 * @param touched nodes that stand still or get nothing, each once; those in none of the places are counted and left out
 * @param places whose dependence and cover is asked for: figures stated for exactly these
 * Time O(figures + sites · places above).
 */
export function localCost(view: OwnershipView, touched: readonly number[], places: readonly number[]): LocalCost {
  const sites = touched.filter((node) => places.some((place) => liesIn(view, node, place)))
  const isSite = (node: number) => view.snapshot.labels[view.snapshot.nodes.label[node]!] === 'Site'
  const [sitesHere, all] = [sites, touched].map((nodes) => nodes.filter(isSite).length) as [number, number]
  const { sums, statements } = touchedBy(view, sites)
  return {
    jobs: sums.jobs,
    homes: sums.homes,
    powerMw: sums.powerMw,
    sitesHere,
    sitesElsewhere: all - sitesHere,
    statements,
    dependence: dependenceOf(view, sites, places),
    cover: coverOf(view, places),
  }
}

const liesIn = (view: OwnershipView, node: number, place: number): boolean =>
  Array.from(row(view.locations.byFrom, node)).some((link) => isInside(view, view.locations.to[link]!, place))

interface Sums { readonly sums: Partial<Record<Touched, number>>; readonly statements: readonly number[] }

function touchedBy(view: OwnershipView, sites: readonly number[]): Sums {
  const sums: Partial<Record<Touched, number>> = {}
  const statements: number[] = []
  for (const site of sites) {
    for (const kind of KINDS) {
      const figure = figureOf(view, site, kind)
      if (figure === undefined) continue
      sums[kind] = (sums[kind] ?? 0) + figure.amount
      statements.push(figure.statement)
    }
  }
  return { sums, statements }
}

const PUBLISHED = { jobs: 'jobs', homes: 'homes served', powerMw: 'power' } as const
const MEGAWATTS: Readonly<Record<string, number>> = { kw: 0.001, mw: 1, gw: 1_000 }
const JOBS = /^(?:jobs?|employees|workers|fte)$/i

/** One figure a site, never two added: what is published about it, else the latest figure stated with where it is. */
function figureOf(view: OwnershipView, site: number, kind: Touched): Pick<PublishedFigure, 'amount' | 'statement'> | undefined {
  const { figures, snapshot: { texts } } = view
  const published = publishedFigure(view, site, PUBLISHED[kind])
  if (published !== undefined) return published
  const found = (figures.get(site) ?? []).flatMap(({ measure, unit, amount, year, statement }) => {
    const [what, of] = [texts[measure]!, texts[unit]!.trim()]
    const factor = kind === 'powerMw' ? (what === 'capacity' ? MEGAWATTS[of.toLowerCase()] : undefined) : (kind === 'homes' ? what === 'homes' : JOBS.test(of)) ? 1 : undefined
    return factor === undefined ? [] : [{ amount: amount * factor, year, statement }]
  })
  return found.sort((a, b) => b.year - a.year)[0]
}

/** Jobs a site gives, published or stated with where it is; undefined: nobody says. Time O(figures of the site). */
export const jobsOf = (view: OwnershipView, site: number): number | undefined => figureOf(view, site, 'jobs')?.amount

function dependenceOf(view: OwnershipView, sites: readonly number[], places: readonly number[]): LocalDependence | undefined {
  const found: LocalDependence[] = places.flatMap((place) => {
    const here = touchedBy(view, sites.filter((site) => liesIn(view, site, place))).sums
    return KINDS.flatMap((kind) => {
      const total = publishedFigure(view, place, TOTAL_OF[kind])
      const touched = here[kind]
      return total === undefined || touched === undefined ? [] : [{ share: Math.min(1, touched / total.amount), of: kind, place, statements: [total.statement] }]
    })
  })
  return found.sort((a, b) => b.share - a.share)[0]
}

/** Of the first of the places that states both in one currency; the latest funds. */
function coverOf({ published, snapshot: { texts } }: OwnershipView, places: readonly number[]): SolidarityCover | undefined {
  for (const place of places) {
    const of = (measure: string) => (published.get(place) ?? []).filter((figure) => texts[figure.measure] === measure)
    const costs = of('expected cost')
    const [latest] = of('funds and pledges')
      .flatMap((funds) => costs.filter(({ unit }) => unit === funds.unit).map((cost) => ({ funds, cost })))
      .sort((a, b) => b.funds.year - a.funds.year)
    if (latest === undefined) continue
    const { funds, cost } = latest
    return { place, funds: funds.amount, cost: cost.amount, currency: funds.unit, fraction: funds.amount / cost.amount, statements: [funds.statement, cost.statement] }
  }
  return undefined
}
