import { describe, expect, it } from 'vitest'
import { fileOf } from '#ingest/formats/input-file.ts'
import { NOTE_COLUMNS, readLawfulNotes } from '#ingest/lawful-notes.ts'

const CELLS: Readonly<Record<(typeof NOTE_COLUMNS)[number], string>> = {
  country: 'NL', kind: 'notice', text: 'No length of notice is fixed.', language: 'en', as_of: '2015-06-19', source_title: 'Amsta', source_publisher: 'Hoge Raad',
  source_url: 'https://example.org/amsta', source_kind: 'court', retrieved_on: '2026-11-25',
}
type Cells = Partial<Record<string, string>>
const table = (...rows: readonly Cells[]) => {
  const columns = [...new Set(rows.flatMap((row) => [...NOTE_COLUMNS, ...Object.keys(row)]))]
  const lines = rows.map((row) => columns.map((name) => `"${row[name] ?? CELLS[name as keyof typeof CELLS] ?? ''}"`).join(','))
  return fileOf('notes.csv', `${columns.join(',')}\n${lines.join('\n')}\n`)
}
const read = (...rows: readonly Cells[]) => readLawfulNotes(table(...rows))
const problems = async (cells: Cells) => (await read({}, cells)).problems.map(({ row, column, code }) => [row, column, code])

describe('a table of notes on the law', () => {
  it('gives one note per row, with the grade of its kind of source', async () => {
    expect(await read({}, { country: 'Germany', kind: 'Strike law', language: 'EN', as_of: '2007', source_kind: 'authority page' })).toEqual({
      problems: [],
      notes: [
        {
          country: 'NL', kind: 'notice', text: 'No length of notice is fixed.', language: 'en', asOf: { text: '2015-06-19', precision: 'day' }, grade: 'register',
          source: { title: 'Amsta', publisher: 'Hoge Raad', url: 'https://example.org/amsta', kind: 'court', retrievedOn: '2026-11-25' },
        },
        expect.objectContaining({ country: 'DE', kind: 'strike law', language: 'en', grade: 'document', asOf: { text: '2007', precision: 'year' } }),
      ],
    })
  })

  it.each([
    ['an unknown country', { country: 'Atlantis' }, 'country', 'NOT_A_COUNTRY'],
    ['a kind that is not in the list', { kind: 'trespass' }, 'kind', 'NOT_A_CODE'],
    ['no text', { text: ' ' }, 'text', 'REQUIRED'],
    ['more than a note', { text: 'x'.repeat(501) }, 'text', 'TEXT_TOO_LONG'],
    ['somebody’s address', { text: 'Write to anna@example.org.' }, 'text', 'CONTACT_DATA'],
    ['a language that is none', { language: 'legalese' }, 'language', 'NOT_A_CODE'],
    ['a tag that is none', { language: 'e_n!' }, 'language', 'NOT_A_CODE'],
    ['a date that can be read in two ways', { as_of: '06/07/2015' }, 'as_of', 'NOT_A_DATE'],
    ['a day that is not there', { retrieved_on: '2026-02-30' }, 'retrieved_on', 'NOT_A_DATE'],
    ['a law younger than the day it was read', { as_of: '2027' }, 'retrieved_on', 'DATES_SWAPPED'],
    ['no address', { source_url: 'javascript:alert(1)' }, 'source_url', 'NOT_AN_ADDRESS'],
    ['a source of a kind that does not count', { source_kind: 'rumour' }, 'source_kind', 'NOT_A_CODE'],
  ])('with %s names row, column and reason, and keeps the other rows', async (_what, cells, column, code) => {
    expect(await problems(cells)).toEqual([[3, column, code]])
    const { notes, problems: [first] } = await read({}, cells)
    expect(notes).toHaveLength(1)
    expect(first!.hint).not.toBe('')
  })

  it('tells every wrong cell of a row at once, and rows that are cut off', async () => {
    expect(await problems({ country: '', source_url: 'x' })).toEqual([[3, 'country', 'REQUIRED'], [3, 'source_url', 'NOT_AN_ADDRESS']])
    const cut = await readLawfulNotes(fileOf('notes.csv', `${NOTE_COLUMNS.join(',')}\nNL,notice\n`))
    expect(cut.problems.map(({ row, code }) => [row, code])).toEqual([[2, 'TOO_FEW_CELLS']])
  })

  it('with a column notes do not have is refused as a whole', async () => {
    await expect(read({ tactic: 'x' })).rejects.toMatchObject({ code: 'FILE_UNREADABLE', message: expect.stringContaining('no column tactic') as string })
  })
})
