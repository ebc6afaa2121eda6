import type { WriteCounts } from '#store/graph-store.ts'
import type { Problem } from './preset.ts'

/** A rejected cell of a file. A row with several of them counts once. */
export interface ReportedProblem extends Problem { readonly file: string }
export interface FileReport { readonly name: string; readonly sha256: string; readonly encoding?: string; readonly delimiter?: string; readonly read: number }
/** A column that was not read. */
export interface DroppedColumn { readonly file: string; readonly column: string; readonly because: string }
/** A remark, how often it applies, and where first. */
export interface Note { readonly text: string; readonly count: number; readonly file: string; readonly row: number | undefined }

/** What became of every row: read = loaded + rejected + skipped. Plain data, safe to print: no name of a person is in it. */
export interface ImportReport {
  readonly preset: string
  readonly importId: string
  readonly dryRun: boolean
  readonly files: readonly FileReport[]
  readonly read: number
  readonly loaded: number
  readonly rejected: number
  readonly skipped: number
  readonly skippedBecause: Readonly<Record<string, number>>
  /** The first 50,000; `rejected` counts all rows. */
  readonly problems: readonly ReportedProblem[]
  readonly droppedColumns: readonly DroppedColumn[]
  readonly notes: readonly Note[]
  /** Opaque owners that stand for natural persons or unknown holders. */
  readonly opaqueOwners: number
  readonly nodes: WriteCounts
  readonly statements: WriteCounts
}

/** About 1 kB each: a file of millions of wrong rows must not fill the memory with remarks about them. */
export const MOST_PROBLEMS = 50_000
const MORE_PROBLEMS = `more than ${MOST_PROBLEMS.toLocaleString('en')} problems: further rejected rows are counted and not listed`

const NONE: WriteCounts = { created: 0, updated: 0, unchanged: 0 }
export const addCounts = (a: WriteCounts, b: WriteCounts): WriteCounts => ({ created: a.created + b.created, updated: a.updated + b.updated, unchanged: a.unchanged + b.unchanged })

/** Collects a report while rows go by. */
export class ReportBuilder {
  private loaded = 0
  private rejected = 0
  private readonly skippedBecause = new Map<string, number>()
  private readonly problems: ReportedProblem[] = []
  private readonly dropped: DroppedColumn[] = []
  private readonly notes = new Map<string, { count: number; file: string; row: number | undefined }>()
  private readonly readOf = new Map<string, number>()
  private nodes = NONE
  private statements = NONE

  private count(file: string): void { this.readOf.set(file, (this.readOf.get(file) ?? 0) + 1) }
  load(file: string): void { this.count(file); this.loaded++ }
  skip(file: string, reason: string): void {
    this.count(file)
    this.skippedBecause.set(reason, (this.skippedBecause.get(reason) ?? 0) + 1)
  }
  reject(file: string, row: number, problems: readonly Omit<Problem, 'row'>[]): void {
    this.count(file)
    this.rejected++
    if (this.problems.length >= MOST_PROBLEMS) this.note(MORE_PROBLEMS, file, row)
    else for (const problem of problems) this.problems.push({ file, row, ...problem })
  }
  drop(column: DroppedColumn): void { this.dropped.push(column) }
  note(text: string, file: string, row?: number): void {
    const before = this.notes.get(text)
    if (before) before.count++
    else this.notes.set(text, { count: 1, file, row })
  }
  wrote({ nodes, statements }: { readonly nodes: WriteCounts; readonly statements: WriteCounts }): void {
    this.nodes = addCounts(this.nodes, nodes)
    this.statements = addCounts(this.statements, statements)
  }
  get counts(): { readonly read: number; readonly loaded: number; readonly rejected: number; readonly skipped: number } {
    const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)
    return { read: sum(this.readOf.values()), loaded: this.loaded, rejected: this.rejected, skipped: sum(this.skippedBecause.values()) }
  }

  /** @throws Error when the rows do not add up: a bug, never a property of a file */
  build(about: Pick<ImportReport, 'preset' | 'importId' | 'dryRun' | 'opaqueOwners'> & { readonly files: readonly Omit<FileReport, 'read'>[] }): ImportReport {
    const counts = this.counts
    if (counts.read !== counts.loaded + counts.rejected + counts.skipped) throw new Error(`Rows do not add up: ${JSON.stringify(counts)}`)
    return {
      ...about, ...counts,
      files: about.files.map((file) => ({ ...file, read: this.readOf.get(file.name) ?? 0 })),
      skippedBecause: Object.fromEntries([...this.skippedBecause].sort(([a], [b]) => (a < b ? -1 : 1))),
      problems: this.problems, droppedColumns: this.dropped,
      notes: [...this.notes].map(([text, where]) => ({ text, ...where })),
      nodes: this.nodes, statements: this.statements,
    }
  }
}
