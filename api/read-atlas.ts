import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { LawfulNote } from '#model/lawful-note.ts'
import type { ImportNode, NodeLabel, NodeValue } from '#model/model.ts'
import { builtInLawfulNotes } from '#datasets/lawful-notes.ts'
import { ALL_PRESETS } from '#ingest/registry.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { Atlas } from './atlas.ts'
import { bindChecks, bindQuestions } from './bind-questions.ts'
import { lawfulMeansOf } from './lawful-means.ts'
import { placeIndexes } from './jobs/place-indexes.ts'
import { moneyOfImports } from './money-of-imports.ts'
import { readPlaces } from './place-directory.ts'
import { publicImport } from './public-import.ts'
import { askedAt } from './questions/asked.ts'
import type { QuestionData } from './questions/asked.ts'
import { answering } from './questions/refused.ts'
import { readSnapshot } from './read-snapshot.ts'
import { statementAddresses } from './statement-addresses.ts'

/**
 * Reads one version of the data. Later writes to the store are not seen until it is read again.
 * Time and space O(nodes + statements).
 *
 * @param notes on the law of countries; the built-in ones unless given
 * @throws KnownError FILE_UNREADABLE when the built-in notes cannot be used, and what the store throws
 */
export async function readAtlas(store: GraphStore, today: () => string, notes?: readonly LawfulNote[]): Promise<Atlas> {
  const { snapshot, isEssential, isProtected, roughestKind, withheldImports } = await readSnapshot(store)
  const places = await readPlaces(store)
  const sources = await all(store, 'Source')
  const imports = importsByPublicId(await all(store, 'Import'), withheldImports)
  const money = await moneyOfImports(store)
  const data = { snapshot, today, moneyOfImport: (id: string) => { const found = imports.get(id); return found && (money.get(found.storedId) ?? new Set<string>()) } }
  const indexes = placeIndexes()
  return {
    store, places, today,
    questions: bindQuestions(data), checks: bindChecks(data),
    prepareIndex: async (when) => {
      const asked = answering(() => askedAt(data, when))
      return asked.kind === 'Answer' ? indexes.prepare(asked.value.view) : true
    },
    stopJobs: indexes.stop,
    sources: sources.flatMap((node) => (node.label === 'Source' ? [node] : [])).sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
    imports: [...imports.values()].map(({ shown }) => shown).sort((a, b) => compare(b.importedAt, a.importedAt) || compare(a.id, b.id)),
    importOf: (id) => imports.get(id)?.shown,
    presets: ALL_PRESETS,
    addressOf: statementAddresses(snapshot),
    representatives: () => representativesOf(data),
    isEssential, isProtected, roughestKind,
    withholdsFigures: withheldImports.size > 0,
    lawfulMeans: lawfulMeansOf(notes ?? await builtInLawfulNotes(), today),
    counts: await store.counts(),
    version: version(),
    dataVersion: snapshot.version,
  }
}

interface FoundImport { readonly storedId: string; readonly shown: ImportNode }

/** Imports by the id readers see; of two that would get one, the second is numbered. */
function importsByPublicId(nodes: readonly NodeValue[], withheld: ReadonlySet<string>): ReadonlyMap<string, FoundImport> {
  const found = new Map<string, FoundImport>()
  for (const node of nodes) {
    if (node.label !== 'Import') continue
    const shown = publicImport(node, (id) => withheld.has(id))
    let id = shown.id
    for (let nth = 2; found.has(id); nth++) id = `${shown.id}-${nth}`
    found.set(id, { storedId: node.id, shown: { ...shown, id } })
  }
  return found
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
