import { fileURLToPath } from 'node:url'
import { fileAt } from '#ingest/formats/input-file.ts'
import { readLawfulNotes } from '#ingest/lawful-notes.ts'
import { KnownError } from '#model/known-error.ts'
import type { LawfulNote } from '#model/lawful-note.ts'

/** The table of notes on the law of countries. */
export const LAWFUL_NOTES_FILE = fileURLToPath(new URL('lawful-means/notes.csv', import.meta.url))

/**
 * The notes every installation has, in the order of their table.
 *
 * @param path of another table of the same columns
 * @throws KnownError FILE_UNREADABLE when a row cannot be used: part of the notes of a country would look like all of them
 */
export async function builtInLawfulNotes(path: string = LAWFUL_NOTES_FILE): Promise<readonly LawfulNote[]> {
  const file = fileAt(path)
  const { notes, problems } = await readLawfulNotes(file)
  if (problems.length === 0) return notes
  const lines = problems.map(({ row, column, hint }) => `row ${row}${column === undefined ? '' : `, ${column}`}: ${hint}`)
  throw new KnownError('FILE_UNREADABLE', `${file.name}: ${lines.slice(0, 5).join(' ')}`, { file: file.name, problems })
}
