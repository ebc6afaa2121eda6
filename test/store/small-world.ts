import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { NodeValue, OrganisationNode, OwnsStatement, PlaceNode, SiteNode, Statement } from '#model/model.ts'
import { KnownError } from '#model/known-error.ts'
import type { GraphStore } from '#store/graph-store.ts'

/** Builders with the fewest words: what a test does not name is the same everywhere. */
export const organisation = (id: string, more: Partial<OrganisationNode> = {}): OrganisationNode =>
  ({ label: 'Organisation', id, name: id, nameKey: id.toLowerCase(), kind: 'company', ...more })
export const site = (id: string, more: Partial<SiteNode> = {}): SiteNode =>
  ({ label: 'Site', id, name: id, nameKey: id.toLowerCase(), kind: 'port terminal', precision: 'exact', ...more })
export const place = (id: string, more: Partial<PlaceNode> = {}): PlaceNode =>
  ({ label: 'Place', id, name: id, nameKey: id.toLowerCase(), kind: 'city', ...more })

const said = { sourceId: 'src:register', grade: 'register', status: 'in force', retrievedOn: '2026-11-23' } as const
export const owns = (from: string, to: string, more: Partial<OwnsStatement> = {}): OwnsStatement =>
  ({ type: 'OWNS', from, to, interest: 'shareholding', ...said, ...more })
export const operates = (from: string, to: string): Statement => ({ type: 'OPERATES', from, to, ...said })
export const locatedIn = (from: string, to: string): Statement => ({ type: 'LOCATED_IN', from, to, ...said })

//   holding ──60%──▶ operator ──50%──▶ terminal ──in──▶ harbour
//      └───────────10%──────────────────▲
export const HARBOUR: { readonly nodes: readonly NodeValue[]; readonly statements: readonly Statement[] } = {
  nodes: [organisation('org:holding', { name: 'Holding' }), organisation('org:operator', { name: 'Operator' }), site('site:terminal'), place('place:harbour')],
  statements: [
    owns('org:holding', 'org:operator', { share: { min: 0.6, max: 0.6 } }),
    owns('org:operator', 'site:terminal', { share: { min: 0.5, max: 0.5 } }),
    owns('org:holding', 'site:terminal', { share: { min: 0.1, max: 0.1 } }),
    operates('org:operator', 'site:terminal'),
    locatedIn('site:terminal', 'place:harbour'),
  ],
}

/** Two imports, a conflict, every kind of value, and text that line-based formats trip over. */
export async function fill(store: GraphStore): Promise<GraphStore> {
  await store.write(HARBOUR, 'imp:1')
  await store.write({
    nodes: [...HARBOUR.nodes, organisation('org:é', { name: 'Line\u2028separator\nand "quotes" 🚢', aliases: ['b', 'a'], country: 'NL' }),
      place('place:h', { coordinates: { lat: -33.9, lon: 18 }, population: 0, languages: ['xh', 'af'] })],
    statements: [owns('org:é', 'org:holding', { share: { min: 0.25, max: 1, minExclusive: true }, votes: { max: 0 }, note: 'x' })],
  }, 'imp:2')
  return store
}

/** Lines of a backup, compressed or not, in order of text. */
export function sortedLines(path: string): string[] {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n').sort()
}

export async function collect<T>(slices: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const slice of slices) all.push(...slice)
  return all
}

/** The error a promise is rejected with; fails when it is not. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string; details: Readonly<Record<string, unknown>> }> {
  try {
    await work
  } catch (error) {
    if (error instanceof KnownError) return { code: error.code, message: error.message, details: error.details }
    throw error
  }
  throw new Error('It was not refused.')
}
