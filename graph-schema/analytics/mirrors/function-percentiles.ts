import { countWhile } from '../parts/count-while.ts'
import type { Footing } from '../record/footings.ts'
import type { OwnershipView } from '../record/ownership-view.ts'
import { functionCode } from '../record/site-function.ts'

/** Function code of a site; undefined where nothing says what it is for. */
export const codeOfSite = ({ snapshot: { texts, nodes } }: OwnershipView, site: number): string | undefined =>
  functionCode(texts[nodes.kind[site]!]!, texts[nodes.industryCode[site]!]!)

/** A site with its function code. */
export interface SiteOfFunction { readonly footing: Footing; readonly code: string | undefined }

/**
 * Where a figure of a site stands among those of some sites of its function, 0–1: the part below plus half of the equal ones.
 *
 * @param figure a name for the figure, the same for the same `amountOf`
 * @returns undefined where the site has no such figure
 */
export type Percentile = (site: SiteOfFunction, figure: string, amountOf: (footing: Footing) => number | undefined) => number | undefined

/** Percentiles among sites, which are listed and whose figures are sorted when a figure is first asked for. Time O(sites · log sites) for each function and figure, then O(log sites). */
export function functionPercentiles(view: OwnershipView, sitesOf: () => readonly Footing[]): Percentile {
  const known = new Map<string, Float64Array>()
  return ({ footing, code }, figure, amountOf) => {
    const own = amountOf(footing)
    if (own === undefined) return undefined
    const name = `${code} ${figure}`
    const amounts = known.get(name) ?? Float64Array.from(sitesOf().filter(({ site }) => codeOfSite(view, site) === code).flatMap((other) => amountOf(other) ?? [])).sort()
    known.set(name, amounts)
    return (countWhile(amounts, (amount) => amount < own) + countWhile(amounts, (amount) => amount <= own)) / 2 / amounts.length
  }
}
