import { readFileSync } from 'node:fs'
import type { InputFile } from '#ingest/formats/input-file.ts'
import { fileOf } from '#ingest/formats/input-file.ts'
import { openFile, scanFile } from '#ingest/formats/read-file.ts'
import type { Preset, RawRecord } from '#ingest/preset.ts'

export interface Read { readonly header: readonly string[] | undefined; readonly records: readonly RawRecord[]; readonly problems: readonly { readonly row: number; readonly code: string }[]; readonly empty: number; readonly notes: readonly string[]; readonly encoding: string | undefined; readonly delimiter: string | undefined }

/** Everything a file holds, as the engine reads it. */
export async function readAll(file: InputFile, format: Preset['format'] = 'table', known: readonly string[] = []): Promise<Read> {
  const scanned = await scanFile(file)
  const opened = await openFile(scanned, format, known)
  const records: RawRecord[] = []
  const problems: { row: number; code: string }[] = []
  let empty = 0
  for await (const row of opened.rows) {
    if ('record' in row) records.push(row.record)
    else if ('problem' in row) problems.push({ row: row.row, code: row.problem.code })
    else empty++
  }
  return { header: opened.header, records, problems, empty, notes: opened.notes(), encoding: scanned.encoding, delimiter: opened.delimiter }
}

export const corpusFile = (name: string): InputFile => fileOf(name, readFileSync(new URL(`../corpus/csv/${name}`, import.meta.url)))
/** A file of text, given in pieces of a size so that every boundary is tried. */
export const inPieces = (text: string, size: number): InputFile => {
  const bytes = new TextEncoder().encode(text)
  return { name: 'pieces.csv', async *bytes() { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) } }
}
export const plain = (records: readonly RawRecord[]): unknown[] => records.map((record) => ({ ...record }))
