import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ingestRows } from '#ingest/ingest.ts'
import type { ImportReport } from '#ingest/report.ts'
import type { ImportNode } from '#model/model.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { rowsFromCsv } from './row-file.ts'
import type { Dataset, DatasetName } from './source-list.ts'
import { DATASET_NAMES, datasetOf, datasetPath } from './source-list.ts'

/** How far the loading is: what is read or written now, and the text to show for it. */
export interface BuiltInProgress { readonly dataset: DatasetName; readonly number: number; readonly of: number; readonly rows: number; readonly text: string }
export interface BuiltInOptions {
  readonly clock: () => Date
  /** Names of data sets; all by default. Places come first whenever they are among them. */
  readonly only?: readonly string[]
  readonly onProgress?: (progress: BuiltInProgress) => void
}

/** Name of the preset under which an edition of a data set is imported: the data set and a hash of its files. */
function labelOf(dataset: Dataset): string {
  const hash = createHash('sha256')
  for (const name of ['source.yaml', ...dataset.files.map(({ file }) => file)]) hash.update(`${name}\n`).update(readFileSync(datasetPath(dataset.name, name)))
  return `${prefixOf(dataset.name)}${hash.digest('hex').slice(0, 12)}`
}
const prefixOf = (name: DatasetName): string => `built-in ${name} `

async function importsOf(store: GraphStore): Promise<readonly ImportNode[]> {
  const imports: ImportNode[] = []
  for await (const slice of store.allNodes('Import')) for (const node of slice) if (node.label === 'Import') imports.push(node)
  return imports
}

/**
 * Loads the built-in data sets whose present edition is not in the store, places first, one import each. An older
 * edition is taken back before the new one comes; what people imported themselves stays.
 *
 * @returns a report per data set loaded now; none when everything was there already
 * @throws KnownError what the store throws
 */
export async function loadBuiltIn(store: GraphStore, { clock, only, onProgress }: BuiltInOptions): Promise<readonly ImportReport[]> {
  const present = await importsOf(store)
  const wanted = DATASET_NAMES.filter((name) => only === undefined || only.includes(name)).map((name) => datasetOf(name)).map((dataset) => ({ dataset, label: labelOf(dataset) }))
  const missing = wanted.filter(({ label }) => !present.some(({ preset }) => preset === label))
  const reports: ImportReport[] = []
  for (const [i, { dataset, label }] of missing.entries()) {
    for (const { id, preset } of present) if (preset.startsWith(prefixOf(dataset.name))) await store.undo(id)
    const say = (phase: string, rows: number): void =>
      onProgress?.({
        dataset: dataset.name,
        number: i + 1,
        of: missing.length,
        rows,
        text: `Loading built-in data ${i + 1} of ${missing.length}, ${dataset.title.toLowerCase()}: ${phase}, ${rows} rows`,
      })
    say('reading', 0)
    const tables = dataset.files.map(({ file, template, source }) => {
      const rows = rowsFromCsv(template, readFileSync(datasetPath(dataset.name, file), 'utf8'))
      return { name: `${dataset.name}/${file}`, source, rows: () => rows }
    })
    reports.push(await ingestRows({ store, label, tables, clock, onProgress: ({ phase, rows }) => say(phase, rows) }))
  }
  return reports
}
