import type { SourceKind } from '#model/code-lists.ts'
import type { Template } from '#model/templates.ts'
import type { ProblemCode } from './problem-codes.ts'

/** One row of a generic template as a preset writes it: column → cell text. Empty cells are left out. */
export interface TemplateRow {
  readonly template: Template['name']
  readonly cells: Readonly<Record<string, string>>
}

/** Something wrong in people's data: a value, never an exception. `value` is left out where it could name a person. */
export interface Problem {
  readonly row: number
  readonly column: string | undefined
  readonly value?: string
  readonly code: ProblemCode
  readonly hint: string
}
export type { ProblemCode }

/** What a preset makes of one record; every record read ends in exactly one of the three. */
export type Reading =
  | { readonly outcome: 'rows'; readonly rows: readonly TemplateRow[]; readonly notes?: readonly string[] }
  | { readonly outcome: 'rejected'; readonly problems: readonly Omit<Problem, 'row'>[] }
  | { readonly outcome: 'skipped'; readonly reason: string }

/** A record of a file: header (or JSON key) → cell. JSON values that are not text stay as they are. */
export type RawRecord = Readonly<Record<string, unknown>>

/** What is said of a file as a whole; a row's own source columns override it. */
export interface SourceDefaults {
  readonly title: string
  readonly publisher: string
  readonly kind: SourceKind
  readonly url?: string
  readonly licence?: string
  readonly retrievedOn?: string
}

/** One run of a preset over all files of one command. Collecting first makes the result independent of the order of rows. */
export interface PresetRun {
  /** First pass over every record of every file. */
  readonly collect?: (record: RawRecord) => void
  /** Second pass: the record as rows of the generic templates. Pure apart from what was collected. */
  readonly read: (record: RawRecord) => Reading
}

/** How one public format is read: a mapping to the generic templates, nothing more. */
export interface Preset {
  readonly id: string
  readonly label: string
  readonly doc: string
  readonly format: 'table' | 'geojson' | 'json'
  /** Columns it reads; required ones must be in the header. */
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly doc: string }[]
  /** Undefined where rows or the caller name the source: most generic templates. */
  readonly source: SourceDefaults | undefined
  readonly begin: () => PresetRun
}
