import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileOf } from '#ingest/formats/input-file.ts'
import { ingestFiles } from '#ingest/ingest.ts'
import { presetOf } from '#ingest/registry.ts'
import type { ImportReport } from '#ingest/report.ts'
import type { SourceDefaults } from '#ingest/preset.ts'
import { NODE_KINDS, STATEMENT_KINDS } from '#model/model.ts'
import type { NodeValue } from '#model/model.ts'
import type { StoredStatement } from '#model/record.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { openStore } from '#store/open-store.ts'

export const clock = (): Date => new Date('2026-11-24T10:00:00Z')
export const SOURCE: SourceDefaults = { title: 'Trade register', publisher: 'Chamber', kind: 'register', url: 'https://register.example/', retrievedOn: '2026-11-23' }

export interface Atlas {
  readonly store: GraphStore
  readonly folder: string
  /** Reads one or more tables with a preset; lines of a table are joined. */
  readonly take: (preset: string, tables: readonly (readonly string[])[], source?: Partial<SourceDefaults> | 'none') => Promise<ImportReport>
  /** Every node and statement but imports and import ids, in order, as text. */
  readonly facts: () => Promise<string>
  readonly nodes: () => Promise<ReadonlyMap<string, NodeValue>>
  readonly statements: () => Promise<readonly StoredStatement[]>
  readonly close: () => Promise<void>
}

/** A store of its own in a folder of its own. */
export async function anAtlas(): Promise<Atlas> {
  const folder = mkdtempSync(join(tmpdir(), 'mirrorpoint-ingest-'))
  const store = await openStore({ dataDir: folder })
  const nodes = async () => {
    const found = new Map<string, NodeValue>()
    for (const { name } of NODE_KINDS) for await (const slice of store.allNodes(name)) for (const node of slice) found.set(node.id, node)
    return found
  }
  const statements = async () => {
    const found: StoredStatement[] = []
    for (const { name } of STATEMENT_KINDS) for await (const slice of store.allStatements(name)) found.push(...slice)
    return found.sort((a, b) => (a.key < b.key ? -1 : 1))
  }
  return {
    store, folder, nodes, statements,
    take: (preset, tables, source = SOURCE) => ingestFiles({
      store, preset: presetOf(preset), files: tables.map((lines, index) => fileOf(`table-${index + 1}.csv`, `${lines.join('\n')}\n`)), clock, ...(source === 'none' ? {} : { source }),
    }),
    facts: async () => {
      const kept = [...(await nodes()).values()].filter(({ label }) => label !== 'Import').map((node) => JSON.stringify(sorted(node)))
      return [...kept.sort(), ...(await statements()).map((statement) => JSON.stringify(sorted({ ...statement, importIds: [] })))].join('\n')
    },
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
const sorted = (value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Whether any file under a folder holds these bytes, in UTF-8 or UTF-16. */
export function bytesFound(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).some((path) => {
    const bytes = readFileSync(path)
    return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'))
  })
}
