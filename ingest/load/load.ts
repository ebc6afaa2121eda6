import { createHash } from 'node:crypto'
import type { ImportNode, NodeValue, Statement } from '#model/model.ts'
import { MODEL } from '#model/model.ts'
import { TEMPLATES } from '#model/templates.ts'
import type { GraphStore } from '#store/graph-store.ts'
import type { TemplateReader } from '../parse/template-reader.ts'
import { templateReader } from '../parse/template-reader.ts'
import type { Reading, SourceDefaults } from '../preset.ts'
import type { FileReport, ImportReport } from '../report.ts'
import { ReportBuilder } from '../report.ts'
import { interpret, parseRow } from './interpret.ts'
import { Loading } from './loading.ts'
import type { Made } from './made.ts'
import { NodeDrafts } from './node-drafts.ts'
import { PersonalStakes } from './personal-stakes.ts'
import { ShareSums } from './share-sums.ts'

/** One record of a file or table, already read by its preset. */
export interface SourceRecord { readonly row: number; readonly reading: Reading }
/** Something whose rows can be gone through more than once. `name` is for people, `sha256` makes the import's id. */
export interface RowSource {
  readonly name: string
  readonly sha256: string
  readonly source: SourceDefaults | undefined
  readonly records: () => AsyncIterable<SourceRecord>
  /** Told to the report: encoding, delimiter. */
  readonly about?: Pick<FileReport, 'encoding' | 'delimiter'>
}
export interface Progress { readonly phase: 'reading' | 'checking' | 'writing'; readonly rows: number }
export interface LoadOptions {
  readonly store: GraphStore
  readonly preset: string
  readonly sources: readonly RowSource[]
  readonly dryRun?: boolean
  /** All of it or nothing, whatever ends it; else an import that is cut is completed by doing it again. */
  readonly isWhole?: boolean
  readonly clock: () => Date
  readonly onProgress?: (progress: Progress) => void
  readonly report?: ReportBuilder
}

const BATCH = 5_000
/** Statements held in memory; a larger import reads its rows once more instead. */
const HELD = 250_000
const EVERY = 1_000

/**
 * The one way into the graph. Three passes over all rows: collect names and units, turn rows into nodes and statements
 * and account for each, write. Nodes are written first and in order of id, the import last but one, then everything is
 * made durable. Time linear in rows; memory linear in distinct nodes and bounded in statements.
 *
 * @throws KnownError what the store and the files throw; nothing is written when it happens before the third pass
 */
export async function load(options: LoadOptions): Promise<ImportReport> {
  const { store, preset, sources, dryRun = false, isWhole = false, clock, report = new ReportBuilder() } = options
  const readers = new Map(TEMPLATES.map((template) => [template.name, templateReader(MODEL, template)]))
  const loading = await Loading.over(store, clock().toISOString().slice(0, 10))
  await collect(options, readers, loading)
  const checked = await check(options, readers, loading, report)
  const importId = importIdOf(preset, sources)
  const writeAll = () => write(options, readers, loading, checked, importNode(importId, options, report), report)
  if (!dryRun) await (isWhole ? store.whole(writeAll) : writeAll())
  return report.build({ preset, importId, dryRun, opaqueOwners: checked.opaque.size, files: sources.map(({ name, sha256, about }) => ({ name, sha256, ...about })) })
}

async function collect({ sources, onProgress }: LoadOptions, readers: ReadonlyMap<string, TemplateReader>, loading: Loading): Promise<void> {
  let rows = 0
  for (const source of sources) {
    for await (const { reading } of source.records()) {
      if (++rows % EVERY === 0) onProgress?.({ phase: 'reading', rows })
      if (reading.outcome !== 'rows') continue
      for (const { template, cells } of reading.rows) {
        const reader = readers.get(template)
        if (!reader) throw new Error(`The preset writes rows of an unknown template ${template}.`)
        reader.observe(cells)
        const parsed = parseRow(reader, cells, true)
        if ('row' in parsed) loading.collect(parsed.row)
      }
    }
  }
  loading.collected()
}

interface Checked { readonly drafts: NodeDrafts; readonly held: readonly Statement[] | undefined; readonly stakes: readonly Statement[]; readonly opaque: ReadonlySet<string> }

async function check({ sources, onProgress }: LoadOptions, readers: ReadonlyMap<string, TemplateReader>, loading: Loading, report: ReportBuilder): Promise<Checked> {
  const drafts = new NodeDrafts()
  const stakes = new PersonalStakes()
  const sums = new ShareSums()
  const opaque = new Set<string>()
  let held: Statement[] | undefined = []
  for (const { name, source, records } of sources) {
    for await (const { row, reading } of records()) {
      if (report.counts.read % EVERY === 0) onProgress?.({ phase: 'checking', rows: report.counts.read })
      const made = account(reading, name, row, readers, loading, source, report)
      if (!made) continue
      for (const facts of made.nodes) drafts.add(facts)
      for (const stake of made.stakes) stakes.add(stake)
      for (const statement of made.statements) sums.add(statement)
      for (const id of made.opaque) opaque.add(id)
      held = held && held.length + made.statements.length <= HELD ? append(held, made.statements) : undefined
    }
  }
  const personal = stakes.statements()
  for (const statement of personal) sums.add(statement)
  for (const { id, sum } of sums.above()) report.note(`the shares of ${id} add up to ${(sum * 100).toFixed(1)} %`, sources[0]?.name ?? '')
  return { drafts, held, stakes: personal, opaque }
}

const append = (list: Statement[], more: readonly Statement[]): Statement[] => { list.push(...more); return list }

/** Puts a record into the report; what it comes to when it is loaded. */
function account(
  reading: Reading,
  file: string,
  row: number,
  readers: ReadonlyMap<string, TemplateReader>,
  loading: Loading,
  source: SourceDefaults | undefined,
  report: ReportBuilder,
): Made | undefined {
  if (reading.outcome === 'skipped') {
    report.skip(file, reading.reason)
    return undefined
  }
  if (reading.outcome === 'rejected') {
    report.reject(file, row, reading.problems)
    return undefined
  }
  const made = interpret(reading.rows, readers, loading, source)
  if (made.problems.length > 0) {
    report.reject(file, row, made.problems)
    return undefined
  }
  for (const note of [...(reading.notes ?? []), ...made.notes]) report.note(note, file, row)
  report.load(file)
  return made
}

async function write(
  { store, sources, onProgress }: LoadOptions,
  readers: ReadonlyMap<string, TemplateReader>,
  loading: Loading,
  checked: Checked,
  importNode: ImportNode,
  report: ReportBuilder,
): Promise<void> {
  let rows = 0
  const send = async (nodes: readonly NodeValue[], statements: readonly Statement[]): Promise<void> => {
    report.wrote(await store.write({ nodes, statements }, importNode.id))
    rows += statements.length
    onProgress?.({ phase: 'writing', rows })
  }
  await send([importNode], [])
  for (const nodes of inBatches(checked.drafts.nodes())) await send(nodes, [])
  const writer = new StatementWriter((statements) => send([], statements))
  if (checked.held) await writer.add(checked.held)
  else {
    loading.beginPass()
    for (const { source, records } of sources) {
      for await (const { reading } of records()) {
        if (reading.outcome !== 'rows') continue
        const made = interpret(reading.rows, readers, loading, source)
        if (made.problems.length === 0) await writer.add(made.statements)
      }
    }
  }
  await writer.add(checked.stakes)
  await writer.flush()
  await store.durable()
}

function* inBatches<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length === BATCH) { yield batch; batch = [] }
  }
  if (batch.length > 0) yield batch
}

/** Sends statements in batches. What a place is part of is said by every row that names it, and sent once. */
class StatementWriter {
  private batch: Statement[] = []
  private readonly partOf = new Set<string>()
  private readonly send: (statements: readonly Statement[]) => Promise<void>

  constructor(send: (statements: readonly Statement[]) => Promise<void>) {
    this.send = send
  }
  async add(statements: readonly Statement[]): Promise<void> {
    for (const statement of statements) {
      if (statement.type === 'PART_OF') {
        const key = JSON.stringify([statement.from, statement.to, statement.sourceId, statement.note])
        if (this.partOf.has(key)) continue
        this.partOf.add(key)
      }
      this.batch.push(statement)
      if (this.batch.length >= BATCH) await this.flush()
    }
  }
  async flush(): Promise<void> {
    const { batch } = this
    this.batch = []
    if (batch.length > 0) await this.send(batch)
  }
}

/** The same files read by the same preset for the same source are the same import. */
function importIdOf(preset: string, sources: readonly RowSource[]): string {
  const about = sources.map(({ sha256, source }) => [sha256, source ?? null]).map((each) => JSON.stringify(each)).sort()
  return `imp:${createHash('sha256').update(JSON.stringify([preset, about])).digest('hex').slice(0, 16)}`
}

function importNode(id: string, { preset, sources, clock }: LoadOptions, report: ReportBuilder): ImportNode {
  const hashes = sources.map(({ sha256 }) => sha256).sort()
  return {
    label: 'Import', id, name: sources.map(({ name }) => name).join(', ').slice(0, 300), preset, importedAt: clock().toISOString(),
    fileSha256: hashes.length === 1 ? hashes[0]! : createHash('sha256').update(hashes.join(' ')).digest('hex'), ...report.counts,
  }
}
