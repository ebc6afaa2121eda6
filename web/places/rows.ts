import type { ResultOf } from '../queries/graphql.ts'
import type { SharedAdversaries } from '../queries/shared-adversaries.ts'
import type { MapPoint } from '../map/site-features.ts'
import { located } from '../map/site-features.ts'

type Result = ResultOf<typeof SharedAdversaries>['sharedAdversaries']
export type Ranking = Extract<Result, { __typename: 'SharedAdversaries' }>
export type RankedItem = Ranking['items'][number]
export type ExposureOf = RankedItem['here']
export type SiteOf = NonNullable<ExposureOf['sites'][number]['site']>
export type DomainExposureOf = ExposureOf['byDomain'][number]

/** The part of an exposure a row shows: its strongest domain, because a sentence can be said about that. */
export function leading({ byDomain, strongestDomain }: Pick<ExposureOf, 'byDomain' | 'strongestDomain'>): DomainExposureOf | undefined {
  return byDomain.find(({ domain }) => domain === strongestDomain) ?? byDomain[0]
}

export const sitesOf = ({ sites }: ExposureOf): SiteOf[] => {
  const byId = new Map(sites.flatMap(({ site }) => (site ? [[site.id, site] as const] : [])))
  return [...byId.values()]
}
export const siteIds = (exposure: ExposureOf): string[] => sitesOf(exposure).map(({ id }) => id)

/** "2–4" when the uncertainty of the shares could move the rank, else "2". */
export const rankWords = ({ rank, rankLow, rankHigh }: Pick<RankedItem, 'rank' | 'rankLow' | 'rankHigh'>): string =>
  rankLow === rankHigh ? String(rank) : `${rankLow}–${rankHigh}`

type Point = { readonly lat: number; readonly lon: number }

/** Everything on record in the place; sites of no row are faint, a site of a row without a point is a wide ring around the place. */
export function sidePoints(onRecord: readonly SiteOf[], items: readonly RankedItem[], side: 'here' | 'there', place?: Point | null): MapPoint[] {
  const named = new Map(items.flatMap((item) => sitesOf(item[side])).map((site) => [site.id, site]))
  const point = ({ id, name, lon, lat }: SiteOf & Point): MapPoint => ({ id, name, lon, lat })
  const somewhere = place ? [...named.values()].filter(({ coordinates }) => !coordinates).map((site) => ({ ...point({ ...site, ...place }), wide: true })) : []
  const faint = located(onRecord.filter(({ id }) => !named.has(id))).map((site) => ({ ...point(site), faint: true }))
  return [...somewhere, ...faint, ...located([...named.values()]).map(point)]
}

/** Rows that hold a site. */
export const rowsWith = (items: readonly RankedItem[], siteId: string): string[] =>
  items.filter(({ here, there }) => siteIds(here).includes(siteId) || siteIds(there).includes(siteId)).map(({ organisation }) => organisation.id)

/** Domains seen on both sides of an item, in the order of the API. */
export function domainsOf({ here, there }: Pick<RankedItem, 'here' | 'there'>): { domain: string; here: DomainExposureOf | undefined; there: DomainExposureOf | undefined }[] {
  const all = [...new Set([...here.byDomain, ...there.byDomain].map(({ domain }) => domain))]
  return all.map((domain) => ({ domain, here: here.byDomain.find((one) => one.domain === domain), there: there.byDomain.find((one) => one.domain === domain) }))
}
