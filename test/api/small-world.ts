import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeValue, Statement } from '#model/model.ts'
import { readAtlas } from '#api/read-atlas.ts'
import type { RunningServer } from '#api/server.ts'
import { startServer } from '#api/server.ts'
import { createLog } from '#api/log.ts'
import { readSettings } from '#api/settings.ts'
import { openStore } from '#store/open-store.ts'
import { nameKey } from '#ingest/resolve/name-key.ts'

const organisation = (id: string, name: string, more: Partial<Extract<NodeValue, { label: 'Organisation' }>> = {}): NodeValue => ({ label: 'Organisation', id, name, nameKey: nameKey(name).key, kind: 'company', ...more })
const place = (id: string, name: string, kind: 'city' | 'country'): NodeValue => ({ label: 'Place', id, name, nameKey: nameKey(name).key, kind })
const site = (id: string, name: string, more: Partial<Extract<NodeValue, { label: 'Site' }>> = {}): NodeValue => ({ label: 'Site', id, name, nameKey: nameKey(name).key, kind: 'port terminal', precision: 'exact', ...more })

export const REGISTER = 'src:register'
export const NEWS = 'src:news'
const registered = { sourceId: REGISTER, grade: 'register', status: 'in force', retrievedOn: '2026-06-01', asOf: { text: '2024-03-01', precision: 'day' } } as const
const reported = { sourceId: NEWS, grade: 'reported', status: 'in force', retrievedOn: '2026-06-01', asOf: { text: '2025', precision: 'year' } } as const

/** Names that would do harm if anything ever read them as code. */
export const HOSTILE_NAME = '<img src=x onerror=alert(1)> "\'); MATCH (n) DETACH DELETE n //'

/**
 *   holding ──100%──▶ harbour group ──60%──▶ terminal NL ──operates──▶ Quay West     (Rotterdam ⊂ Netherlands)
 *                         └──────────80%──▶ terminal US ──operates──▶ Pier 1         (Los Angeles ⊂ United States)
 */
export const SMALL_WORLD: { readonly nodes: readonly NodeValue[]; readonly statements: readonly Statement[] } = {
  nodes: [
    { label: 'Source', id: REGISTER, name: 'Register of companies', kind: 'register', publisher: 'Companies House', url: 'https://example.org/register', licence: 'CC0-1.0', retrievedOn: '2026-06-01' },
    { label: 'Source', id: NEWS, name: 'Harbour news', kind: 'news', publisher: 'Harbour News', retrievedOn: '2026-06-01' },
    { label: 'Import', id: 'imp:small-world', name: 'small-world.csv', preset: 'ownership', importedAt: '2026-06-02T10:00:00Z', fileSha256: '0'.repeat(64), read: 5, loaded: 4, rejected: 1, skipped: 0 },
    place('iso3166:NL', 'Netherlands', 'country'), place('unlocode:NLRTM', 'Rotterdam', 'city'),
    place('iso3166:US', 'United States', 'country'), place('unlocode:USLAX', 'Los Angeles', 'city'),
    organisation('org:dk/holding', 'A.P. Møller Holding A/S', { country: 'DK' }), organisation('org:dk/harbour-group', 'Harbour Group'),
    organisation('org:nl/terminal', 'Terminal NL B.V.'), organisation('org:us/terminal', 'Terminal US LLC'),
    organisation('org:zz/hostile', HOSTILE_NAME),
    site('smdg:NLRTM/QW', 'Quay West', { coordinates: { lat: 51.9512345, lon: 4.0598765 } }),
    site('smdg:USLAX/P1', 'Pier 1', { coordinates: { lat: 33.7398765, lon: -118.2601234 } }),
    site('org-site:hospital', 'Harbour Hospital', { kind: 'hospital', coordinates: { lat: 51.9, lon: 4.4 } }),
    site('org-site:spoofed', 'Office at the water', { kind: 'office', industryCode: '36.00', coordinates: { lat: 51.9, lon: 4.4 } }),
    site('org-site:homes', 'Homes', { kind: 'residential building', coordinates: { lat: 51.9187654, lon: 4.4812345 } }),
    { label: 'Brand', id: 'brand:harbour-tea', name: 'Harbour Tea', nameKey: 'harbour tea', kind: 'brand' },
  ],
  statements: [
    { type: 'PART_OF', from: 'unlocode:NLRTM', to: 'iso3166:NL', ...registered }, { type: 'PART_OF', from: 'unlocode:USLAX', to: 'iso3166:US', ...registered },
    { type: 'LOCATED_IN', from: 'smdg:NLRTM/QW', to: 'unlocode:NLRTM', capacity: { amount: 2_700_000, unit: 'TEU/year', measure: 'capacity', year: 2024 }, ...reported },
    { type: 'LOCATED_IN', from: 'smdg:USLAX/P1', to: 'unlocode:USLAX', ...reported },
    { type: 'LOCATED_IN', from: 'org-site:hospital', to: 'unlocode:NLRTM', ...reported }, { type: 'LOCATED_IN', from: 'org-site:spoofed', to: 'unlocode:NLRTM', ...reported },
    { type: 'LOCATED_IN', from: 'org-site:homes', to: 'unlocode:NLRTM', ...reported },
    { type: 'OWNS', from: 'org:dk/holding', to: 'org:dk/harbour-group', interest: 'shareholding', share: { min: 1, max: 1 }, ...registered },
    { type: 'OWNS', from: 'org:dk/harbour-group', to: 'org:nl/terminal', interest: 'shareholding', share: { min: 0.6, max: 0.6 }, ...registered },
    { type: 'OWNS', from: 'org:dk/harbour-group', to: 'org:us/terminal', interest: 'shareholding', share: { min: 0.5, max: 0.75, minExclusive: true, maxExclusive: true }, ...reported },
    { type: 'OPERATES', from: 'org:nl/terminal', to: 'smdg:NLRTM/QW', ...reported }, { type: 'OPERATES', from: 'org:us/terminal', to: 'smdg:USLAX/P1', ...reported },
    { type: 'BRAND_OF', from: 'brand:harbour-tea', to: 'org:dk/harbour-group', ...reported },
    { type: 'SOLD_IN', from: 'brand:harbour-tea', to: 'unlocode:NLRTM', shelfShare: 0.12, ...reported },
  ],
}

export interface TestServer extends RunningServer {
  /** Posts a question as our own pages do. */
  readonly ask: (query: string, variables?: object) => Promise<{ readonly status: number; readonly body: { readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[] } }>
  /** Lines of the log so far. */
  readonly log: readonly string[]
  /** Takes everything out of the store behind the server's back. */
  readonly emptyStore: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A server on a free port over the small world, in a folder of its own. */
export async function startSmallWorld(options: { readonly environment?: Readonly<Record<string, string>>; readonly webFolder?: string; readonly world?: typeof SMALL_WORLD } = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-'))
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, MIRRORPOINT_DATASETS: 'none', MIRRORPOINT_TODAY: '2026-11-23', MIRRORPOINT_ANSWER_MS: '5000', ...options.environment })
  const store = await openStore({ dataDir })
  const { nodes, statements } = options.world ?? SMALL_WORLD
  await store.write({ nodes, statements }, 'imp:small-world')
  const atlas = await readAtlas(store, () => '2026-11-23')
  const lines: string[] = []
  const server = await startServer({ settings, atlas: () => atlas, log: createLog('info', (line) => lines.push(line)), webFolder: options.webFolder ?? join(dataDir, 'no-web') })
  return {
    ...server,
    log: lines,
    async ask(query, variables) {
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, ...(variables ? { variables } : {}) }) })
      return { status: response.status, body: (await response.json()) as Awaited<ReturnType<TestServer['ask']>>['body'] } // what the API promises
    },
    emptyStore: async () => { await store.undo('imp:small-world') },
    async stop() {
      await server.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
