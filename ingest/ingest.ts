import { createHash } from 'node:crypto'
import type { SourceKind } from '#model/code-lists.ts'
import type { GraphStore } from '#store/graph-store.ts'
import { forbiddenReason } from './forbidden-columns.ts'
import type { InputFile } from './formats/input-file.ts'
import { unreadable } from './formats/input-file.ts'
import type { FileRow, OpenedFile } from './formats/opened-file.ts'
import type { ScannedFile } from './formats/read-file.ts'
import { openFile, scanFile } from './formats/read-file.ts'
import type { Progress, RowSource, SourceRecord } from './load/load.ts'
import { load } from './load/load.ts'
import type { Preset, PresetRun, RawRecord, SourceDefaults, TemplateRow } from './preset.ts'
import type { ImportReport } from './report.ts'
import { ReportBuilder } from './report.ts'
import { TEMPLATE_PRESETS } from './templates.ts'

interface Options {
  readonly store: GraphStore
  readonly dryRun?: boolean
  readonly clock: () => Date
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Reads files with a preset into the store, offline. Every row is accounted for; the same files again, their rows in
 * another order or spread over several files of one call leave the same graph. All of it is loaded or nothing, whatever
 * ends it (an embedded store; a server keeps what was committed).
 *
 * @param source what is said of the files as a whole; overrides the source of the preset field by field
 * @throws KnownError FILE_UNREADABLE before anything is written, and what the store throws
 */
export async function ingestFiles({
  preset,
  files,
  source,
  ...options
}: Options & { readonly preset: Preset; readonly files: readonly InputFile[]; readonly source?: Partial<SourceDefaults> }): Promise<ImportReport> {
  const report = new ReportBuilder()
  const scanned: ScannedFile[] = []
  for (const file of distinctNames(files)) scanned.push(await scanFile(file))
  const run = preset.begin()
  const columns = new Map<ScannedFile, readonly string[]>()
  const about = new Map<ScannedFile, { encoding?: string; delimiter?: string }>()
  for (const file of scanned) {
    const opened = await openFile(
      file,
      preset.format,
      preset.columns.map(({ name }) => name),
    )
    checkColumns(file.file.name, opened, preset)
    about.set(file, { ...(file.encoding ? { encoding: file.encoding } : {}), ...(opened.delimiter ? { delimiter: opened.delimiter } : {}) })
    columns.set(file, await firstLook(file, opened, run, preset, report))
  }
  const defaults = mergedSource(preset.source, source)
  const sources = scanned.map((file): RowSource => ({
    name: file.file.name,
    sha256: file.sha256,
    source: defaults,
    about: about.get(file)!,
    records: () => recordsOf(file, preset, run, columns.get(file)!),
  }))
  return load({ ...options, preset: preset.id, sources, report, isWhole: true })
}

/** A table of template rows that is already in memory or made row by row. */
export interface RowTable {
  readonly name: string
  readonly source?: SourceDefaults
  /** Gone through three times. Cells by column of the template; row 2 is the first. */
  readonly rows: () => Iterable<TemplateRow> | AsyncIterable<TemplateRow>
}

/** Loads rows of several templates as one import with one resolution of names: how the built-in datasets get in. */
export async function ingestRows({ label, tables, ...options }: Options & { readonly label: string; readonly tables: readonly RowTable[] }): Promise<ImportReport> {
  const sources: RowSource[] = []
  for (const { name, source, rows } of tables) {
    const hash = createHash('sha256')
    for await (const row of rows()) hash.update(JSON.stringify(row))
    sources.push({ name, sha256: hash.digest('hex'), source, records: () => numbered(rows()) })
  }
  return load({ ...options, preset: label, sources })
}

async function* numbered(rows: Iterable<TemplateRow> | AsyncIterable<TemplateRow>): AsyncGenerator<SourceRecord> {
  let row = 1
  for await (const each of rows) yield { row: ++row, reading: { outcome: 'rows', rows: [each] } }
}

/** Two files of one name in a command are told apart in the report. */
function distinctNames(files: readonly InputFile[]): readonly InputFile[] {
  const seen = new Map<string, number>()
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1
    seen.set(file.name, count)
    return count === 1 ? file : { ...file, name: `${file.name} (${count})` }
  })
}

function mergedSource(preset: SourceDefaults | undefined, given: Partial<SourceDefaults> | undefined): SourceDefaults | undefined {
  const title = given?.title ?? given?.url ?? preset?.title
  if (title === undefined) return undefined
  const kind: SourceKind = given?.kind ?? preset?.kind ?? 'dataset'
  return { ...preset, ...given, title, kind, publisher: given?.publisher ?? preset?.publisher ?? '' }
}

function checkColumns(file: string, { header }: OpenedFile, { columns, id }: Preset): void {
  if (!header) return
  const missing = columns.filter(({ name, required }) => required && !header.includes(name)).map(({ name }) => name)
  if (missing.length === 0) return
  // The first row of a file without a header may be anything, people's names too: it is shown only if it is a header.
  const isHeader = columns.some(({ name }) => header.includes(name))
  throw unreadable(
    file,
    `the preset ${id} needs the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; ${isHeader ? `the header has ${header.slice(0, 40).join(', ')}` : 'its first row is no header of this preset'}`,
    { missing },
  )
}

const isTemplate = (preset: Preset): boolean => TEMPLATE_PRESETS.includes(preset)

/** Names of columns and fields in one file. Each is looked up among the forbidden ones, which takes about a tenth of a millisecond. */
const MOST_NAMES = 4_096

/**
 * First pass over a file: tells the preset of its records and the report of its columns; the columns never read.
 * @throws KnownError FILE_UNREADABLE for a list whose records have thousands of fields between them
 */
async function firstLook({ file }: ScannedFile, opened: OpenedFile, run: PresetRun, preset: Preset, report: ReportBuilder): Promise<readonly string[]> {
  const forbidden = new Set<string>()
  const judged = new Set<string>()
  const judge = (column: string): void => {
    if (judged.has(column)) return
    if (judged.size >= MOST_NAMES) throw unreadable(file.name, `its records have more than ${MOST_NAMES.toLocaleString('en')} different fields`)
    judged.add(column)
    const reason = forbiddenReason(column)
    if (reason) {
      forbidden.add(column)
      report.drop({ file: file.name, column: column.slice(0, 100), because: `${reason}: not kept` })
    } else if (isTemplate(preset) && !preset.columns.some(({ name }) => name === column)) {
      report.drop({ file: file.name, column: column.slice(0, 100), because: 'not a column of the template' })
    }
  }
  for (const column of opened.header ?? []) judge(column)
  for await (const row of opened.rows) {
    if (!('record' in row)) continue
    if (!opened.header) for (const key of keysOf(row.record)) judge(key)
    run.collect?.(without(row.record, [...forbidden]))
  }
  for (const note of opened.notes()) report.note(note, file.name)
  return [...forbidden]
}

const propertiesOf = (record: RawRecord): RawRecord | undefined => {
  const { properties } = record
  return typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? (properties as RawRecord) : undefined
}
const keysOf = (record: RawRecord): readonly string[] => [...Object.keys(record), ...Object.keys(propertiesOf(record) ?? {})]

/** The record without forbidden columns, those of GeoJSON properties included. */
function without(record: RawRecord, forbidden: readonly string[]): RawRecord {
  if (forbidden.length === 0) return record
  const drop = (from: RawRecord): RawRecord => Object.fromEntries(Object.entries(from).filter(([key]) => !forbidden.includes(key)))
  const properties = propertiesOf(record)
  return { ...drop(record), ...(properties ? { properties: drop(properties) } : {}) }
}

async function* recordsOf(file: ScannedFile, preset: Preset, run: PresetRun, forbidden: readonly string[]): AsyncGenerator<SourceRecord> {
  const { rows } = await openFile(file, preset.format, preset.columns.map(({ name }) => name))
  for await (const row of rows) yield { row: row.row, reading: readingOf(row, run, forbidden) }
}

function readingOf(row: FileRow, run: PresetRun, forbidden: readonly string[]): SourceRecord['reading'] {
  if ('empty' in row) return { outcome: 'skipped', reason: 'empty row' }
  return 'problem' in row ? { outcome: 'rejected', problems: [row.problem] } : run.read(without(row.record, forbidden))
}
