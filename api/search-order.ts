import { nameKey } from '#ingest/resolve/name-key.ts'
import type { SearchHit } from '#store/graph-store.ts'

/** What the order of hits depends on besides their names. */
export interface SearchRanking {
  /** The record that stands for several judged to be one. */
  readonly representative: (id: string) => string
  /** Sites in a place; 0 for anything else. */
  readonly siteCount: (id: string) => number
}

/**
 * Hits as a reader expects them: one per thing, the name itself before longer ones, places with sites before those without.
 * Records judged to be the same count as their representative, with the best of their names.
 */
export function searchOrder(hits: readonly SearchHit[], key: string, { representative, siteCount }: SearchRanking): string[] {
  const fit = ({ name }: SearchHit): number => {
    const own = nameKey(name).key
    return own === key ? 0 : own.startsWith(key) ? 1 : 2
  }
  const ranked = hits.map((hit) => ({ id: representative(hit.id), fit: fit(hit), sites: siteCount(hit.id), name: hit.name.toLowerCase() }))
  ranked.sort((a, b) => a.fit - b.fit || b.sites - a.sites || byText(a.name, b.name) || byText(a.id, b.id))
  return [...new Set(ranked.map(({ id }) => id))]
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
