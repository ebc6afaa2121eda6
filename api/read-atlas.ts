import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { NodeLabel, NodeValue } from '#model/model.ts'
import { ALL_PRESETS } from '#ingest/registry.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { Atlas } from './atlas.ts'
import { bindQuestions } from './bind-questions.ts'
import { readPlaces } from './place-directory.ts'
import { statementAddresses } from './statement-addresses.ts'

/**
 * Reads one version of the data. Later writes to the store are not seen until it is read again.
 * Time and space O(nodes + statements).
 */
export async function readAtlas(store: GraphStore, today: () => string): Promise<Atlas> {
  const snapshot = await buildSnapshot(store)
  const essential = essentialServices(snapshot)
  const places = await readPlaces(store)
  const sources = await all(store, 'Source')
  const imports = await all(store, 'Import')
  return {
    store, places, today,
    questions: bindQuestions({ snapshot, today }),
    sources: sources.flatMap((node) => (node.label === 'Source' ? [node] : [])).sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    imports: imports.flatMap((node) => (node.label === 'Import' ? [node] : [])).sort((a, b) => compare(b.importedAt, a.importedAt) || compare(a.id, b.id)),
    presets: ALL_PRESETS,
    addressOf: statementAddresses(snapshot),
    isEssential: (id) => essential[snapshot.indexOf(id) ?? -1] === 1,
    counts: await store.counts(),
    version: version(),
    dataVersion: snapshot.version,
  }
}

async function all(store: GraphStore, label: NodeLabel): Promise<NodeValue[]> {
  const nodes: NodeValue[] = []
  for await (const slice of store.allNodes(label)) nodes.push(...slice)
  return nodes
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const version = (): string => z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version
