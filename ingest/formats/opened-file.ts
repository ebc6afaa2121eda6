import type { Problem, RawRecord } from '../preset.ts'

/** A row of a file: a record, or why it is none. In a table row 1 is the header, in a list the first element. */
export type FileRow =
  | { readonly row: number; readonly record: RawRecord }
  | { readonly row: number; readonly problem: Omit<Problem, 'row'> }
  | { readonly row: number; readonly empty: true }

/** A file being read, for one pass: its header (none for JSON) and its rows. Notes are complete when the rows are through. */
export interface OpenedFile {
  readonly header: readonly string[] | undefined
  readonly delimiter?: string
  readonly rows: AsyncIterable<FileRow>
  readonly notes: () => readonly string[]
}
