import { GRADE_OF_SOURCE, LAWFUL_NOTE_KINDS, SOURCE_KINDS, codeOf } from '#model/code-lists.ts'
import type { LawfulNote } from '#model/lawful-note.ts'
import { earliestDay } from '#model/values/imprecise-date.ts'
import type { InputFile } from './formats/input-file.ts'
import { unreadable } from './formats/input-file.ts'
import { openFile, scanFile } from './formats/read-file.ts'
import type { Cell, CellProblem } from './parse/cell.ts'
import { bad, good } from './parse/cell.ts'
import { countryCell } from './parse/country.ts'
import { dateCell, dayCell } from './parse/dates.ts'
import { codeCell } from './parse/property-parser.ts'
import { plainText, textCell, urlCell } from './parse/text.ts'
import type { Problem, RawRecord } from './preset.ts'

/** Columns of a table of notes; each is required. Those of the source are named as in every template. */
export const NOTE_COLUMNS = ['country', 'kind', 'text', 'language', 'as_of', 'source_title', 'source_publisher', 'source_url', 'source_kind', 'retrieved_on'] as const
type NoteColumn = (typeof NOTE_COLUMNS)[number]

export interface LawfulNotesRead { readonly notes: readonly LawfulNote[]; readonly problems: readonly Problem[] }

/**
 * Notes on the law of countries, one per row of a table. A row with anything wrong in it gives no note, and a problem
 * per cell with row, column and hint: a note nobody can check is worse than none.
 *
 * @throws KnownError FILE_UNREADABLE for a file that is no table, or has a column notes do not have
 */
export async function readLawfulNotes(file: InputFile): Promise<LawfulNotesRead> {
  const opened = await openFile(await scanFile(file), 'table', NOTE_COLUMNS)
  const stray = opened.header?.filter((name) => !NOTE_COLUMNS.some((known) => known === name)) ?? []
  if (stray.length > 0) throw unreadable(file.name, `notes have no column ${stray.join(', ')}; they have ${NOTE_COLUMNS.join(', ')}`, { columns: stray })
  const notes: LawfulNote[] = []
  const problems: Problem[] = []
  for await (const row of opened.rows) {
    if ('empty' in row) continue
    const read = 'problem' in row ? { problems: [row.problem] } : readNote(row.record)
    if ('note' in read) notes.push(read.note)
    else problems.push(...read.problems.map((problem) => ({ ...problem, row: row.row })))
  }
  return { notes, problems }
}

function readNote(record: RawRecord): { readonly note: LawfulNote } | { readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = []
  const take = <V>(column: NoteColumn, read: (written: string, column: string) => Cell<V>): V | undefined => {
    const { text } = plainText(String(record[column] ?? ''))
    const cell = text === '' ? bad(column, 'REQUIRED', `Fill in ${column}.`) : read(text, column)
    if (!cell.ok) problems.push(cell.problem)
    return cell.ok ? cell.value : undefined
  }
  const words = (column: NoteColumn) => take(column, (written) => textCell(written, column, false))
  const country = take('country', countryCell)
  const kind = codeOf(LAWFUL_NOTE_KINDS, take('kind', (written, column) => codeCell(LAWFUL_NOTE_KINDS, written, column)) ?? '')
  const text = words('text')
  const language = take('language', languageCell)
  const asOf = take('as_of', dateCell)
  const title = words('source_title')
  const publisher = words('source_publisher')
  const url = take('source_url', urlCell)
  const sourceKind = codeOf(SOURCE_KINDS, take('source_kind', (written, column) => codeCell(SOURCE_KINDS, written, column)) ?? '')
  const retrievedOn = take('retrieved_on', dayCell)
  if (asOf && retrievedOn && retrievedOn < earliestDay(asOf))
    problems.push(bad('retrieved_on', 'DATES_SWAPPED', `It was read before ${asOf.text}; the note cannot know of it.`, retrievedOn).problem)
  if (problems.length > 0 || !country || !kind || !text || !language || !asOf || !title || !publisher || !url || !sourceKind || !retrievedOn) return { problems }
  return { note: { country, kind, text, language, asOf, grade: GRADE_OF_SOURCE[sourceKind], source: { title, publisher, url, kind: sourceKind, retrievedOn } } }
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
/** A language tag such as `en` or `pt-BR` (BCP 47), in its usual spelling. */
function languageCell(written: string, column: string): Cell<string> {
  const problem = bad(column, 'NOT_A_CODE', 'Write a language tag such as en or pt-BR.', written)
  try {
    const [tag] = Intl.getCanonicalLocales(written)
    return languages.of(tag!) === undefined ? problem : good(tag)
  } catch {
    return problem // a RangeError: no tag at all
  }
}
