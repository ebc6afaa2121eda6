import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute, parse } from 'graphql'
import { createContext } from '#api/create-context.ts'
import type { Atlas } from '#api/atlas.ts'
import { readAtlas } from '#api/read-atlas.ts'
import { buildSchema } from '#api/schema/build-schema.ts'
import { fileOf } from '#ingest/formats/input-file.ts'
import { ingestFiles } from '#ingest/ingest.ts'
import { presetOf } from '#ingest/registry.ts'
import { MODEL } from '#model/model.ts'
import type { Statement } from '#model/model.ts'
import { openStore } from '#store/open-store.ts'

const CLOCK = () => new Date('2026-11-24T10:00:00Z')
const SOURCE = { title: 'Trade statistics', publisher: 'Statistics office', kind: 'dataset', url: 'https://statistics.example/', retrievedOn: '2026-11-01' } as const

export interface FlowWorld {
  readonly atlas: Atlas
  /** Asks the API as a reader would and gives the data. */
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Record<string, never>>
  readonly close: () => Promise<void>
}
export type Tables = readonly (readonly [preset: string, ...lines: string[]])[]

const schema = buildSchema(MODEL)

/** A store of its own, filled from tables as people would load them (and judgements, which no table makes), and asked through the API. */
export async function flowWorld(tables: Tables, judgements: readonly Statement[] = []): Promise<FlowWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mirrorpoint-flows-'))
  const store = await openStore({ dataDir })
  let known = ''
  for (const [preset, ...lines] of tables) {
    const report = await ingestFiles({ store, preset: presetOf(preset), files: [fileOf(`${preset}.csv`, `${lines.join('\n')}\n`)], source: SOURCE, clock: CLOCK })
    if (report.rejected > 0) throw new Error(`${preset}: ${JSON.stringify(report.problems)}`)
  }
  for await (const slice of store.allNodes('Source')) known = slice[0]?.id ?? known
  if (judgements.length > 0) await store.write({ nodes: [], statements: judgements.map((one) => ({ ...one, sourceId: known })) }, 'imp:judgements')
  const atlas = await readAtlas(store, () => '2026-11-24')
  return {
    atlas,
    ask: async (query, variables = {}) => {
      const { data, errors } = await execute({ schema, document: parse(query), variableValues: variables, contextValue: createContext(atlas, 'test', 30_000) })
      if (errors?.[0]) throw errors[0].originalError ?? errors[0]
      return data as Record<string, never> // the shape is what the query asks for
    },
    close: async () => {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * One good on its way from two mills to three cities; capacity on the arrows, what flows now behind the stroke.
 *
 *            ┌─60/55─▶ MillN ─60/55─▶ PortA ─80/80─▶ DC1 ─50/50─▶ City1 (gets 50)
 *   Fields ──┤                  ▲             ▲       └──40/35─▶ City2 (gets 50)
 *            │           40/25  │       20/5  │                    ▲
 *            └─60/55─▶ MillS ───┴─30/30─▶ PortB ─30/25─▶ DC2 ─25/15┘
 *                                                         └─10/10─▶ City3 (gets 10)
 */
export const HARBOUR_FLOWS: readonly string[] = [
  'from,to,commodity,volume,unit,period,capacity,as_of',
  ...[
    ['Fields Cooperative', 'site:x/mill-n', 55, 60], ['Fields Cooperative', 'site:x/mill-s', 55, 60], ['site:x/mill-n', 'site:x/port-a', 55, 60], ['site:x/mill-s', 'site:x/port-a', 25, 40],
    ['site:x/mill-s', 'site:x/port-b', 30, 30], ['site:x/port-a', 'site:x/dc-1', 80, 80], ['site:x/port-b', 'site:x/dc-1', 5, 20], ['site:x/port-b', 'site:x/dc-2', 25, 30],
    ['site:x/dc-1', 'geonames:2747891', 50, 50], ['site:x/dc-1', 'geonames:2759794', 35, 40], ['site:x/dc-2', 'geonames:2759794', 15, 25], ['site:x/dc-2', 'geonames:2745912', 10, 10],
  ].map(([from, to, volume, capacity]) => `${from},${to},grain,${volume},t,year,${capacity},2025`),
]
/** Rotterdam, Amsterdam and Utrecht stand for City1, City2 and City3; one group runs everything between the fields and them. */
export const HARBOUR_TABLES: Tables = [
  ['sites', 'id,name,kind,place_id,operator,capacity,capacity_unit', ...[
    ['mill-n', 'MillN', 'mill', 120, 'jobs'], ['mill-s', 'MillS', 'mill', '', ''], ['port-a', 'PortA', 'port terminal', 400, 'jobs'], ['port-b', 'PortB', 'port terminal', '', ''], ['dc-1', 'DC1', 'warehouse', 250, 'jobs'], ['dc-2', 'DC2', 'warehouse', '', ''],
  ].map(([id, name, kind, jobs, unit]) => `site:x/${id},${name},${kind},geonames:2747891,Grain Group NV,${jobs},${unit}`)],
  ['flows', ...HARBOUR_FLOWS],
]
export const GROUP = 'org:zz/grain-group-nv'
export const [CITY1, CITY2, CITY3] = ['geonames:2747891', 'geonames:2759794', 'geonames:2745912'] as const
