import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { LawfulNote } from '#model/lawful-note.ts'
import type { NodeLabel, NodeValue } from '#model/model.ts'
import { builtInLawfulNotes } from '#datasets/lawful-notes.ts'
import { ALL_PRESETS } from '#ingest/registry.ts'
import { buildSnapshot } from '#snapshot/build-snapshot.ts'
import { essentialServices } from '#snapshot/essential-services.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { Atlas } from './atlas.ts'
import { bindQuestions } from './bind-questions.ts'
import { lawfulMeansOf } from './lawful-means.ts'
import { placeIndexes } from './jobs/place-indexes.ts'
import { moneyOfImports } from './money-of-imports.ts'
import { readPlaces } from './place-directory.ts'
import { askedAt } from './questions/asked.ts'
import type { QuestionData } from './questions/asked.ts'
import { answering } from './questions/refused.ts'
import { statementAddresses } from './statement-addresses.ts'

/**
 * Reads one version of the data. Later writes to the store are not seen until it is read again.
 * Time and space O(nodes + statements).
 *
 * @param notes on the law of countries; the built-in ones unless given
 * @throws KnownError FILE_UNREADABLE when the built-in notes cannot be used, and what the store throws
 */
export async function readAtlas(store: GraphStore, today: () => string, notes?: readonly LawfulNote[]): Promise<Atlas> {
  const snapshot = await buildSnapshot(store)
  const essential = essentialServices(snapshot)
  const places = await readPlaces(store)
  const sources = await all(store, 'Source')
  const imports = await all(store, 'Import')
  const money = await moneyOfImports(store)
  const data = { snapshot, today, moneyOfImport: (id: string) => money.get(id) ?? (imports.some((one) => one.id === id) ? new Set<string>() : undefined) }
  const indexes = placeIndexes()
  return {
    store, places, today,
    questions: bindQuestions(data),
    prepareIndex: async (when) => {
      const asked = answering(() => askedAt(data, when))
      return asked.kind === 'Answer' ? indexes.prepare(asked.value.view) : true
    },
    stopJobs: indexes.stop,
    sources: sources.flatMap((node) => (node.label === 'Source' ? [node] : [])).sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    imports: imports.flatMap((node) => (node.label === 'Import' ? [node] : [])).sort((a, b) => compare(b.importedAt, a.importedAt) || compare(a.id, b.id)),
    presets: ALL_PRESETS,
    addressOf: statementAddresses(snapshot),
    representatives: () => representativesOf(data),
    isEssential: (id) => essential[snapshot.indexOf(id) ?? -1] === 1,
    isProtected: (id) => (snapshot.nodes.protectedClass[snapshot.indexOf(id) ?? -1] ?? 0) !== 0,
    lawfulMeans: lawfulMeansOf(notes ?? await builtInLawfulNotes(), today),
    counts: await store.counts(),
    version: version(),
    dataVersion: snapshot.version,
  }
}

/** Today’s view says which record stands for several judged to be the same. */
function representativesOf(data: QuestionData): (id: string) => string {
  const { snapshot } = data
  const asked = answering(() => askedAt(data, {}))
  if (asked.kind !== 'Answer') return (id) => id
  const { canonical } = asked.value.view
  return (id) => {
    const at = snapshot.indexOf(id)
    return at === undefined ? id : snapshot.nodes.ids[canonical[at]!]!
  }
}

async function all(store: GraphStore, label: NodeLabel): Promise<NodeValue[]> {
  const nodes: NodeValue[] = []
  for await (const slice of store.allNodes(label)) nodes.push(...slice)
  return nodes
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const version = (): string => z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version
