import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvGuard } from '#ingest/formats/csv-guard.ts'
import { fileOf } from '#ingest/formats/input-file.ts'
import { corpusFile, inPieces, plain, readAll } from './read-records.ts'

const refusal = async (name: string): Promise<string> => readAll(corpusFile(name)).then(() => 'read', (error: Error) => error.message)

/** RFC 4180 once more, as rows of cells, one character at a time; line ends LF and CRLF. */
function oracle(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') { cell += '"'; i++ } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') { row.push(cell); cell = '' } else if (character === '\n' || (character === '\r' && text[i + 1] === '\n')) {
      if (character === '\r') i++
      rows.push([...row, cell]); row = []; cell = ''
    } else cell += character
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

describe('encodings', () => {
  it.each(['utf-8-bom.csv', 'utf-16le-bom.csv', 'utf-16be-bom.csv'])('reads %s without its mark', async (name) => {
    const { header, records } = await readAll(corpusFile(name))
    expect(header).toEqual(['name', 'place'])
    expect(plain(records)).toEqual([{ name: 'Müller Kai', place: 'Köln' }, { name: 'Øresund', place: 'Malmö' }, { name: 'Cádiz', place: 'Cádiz' }])
  })
  it('reads Windows-1252 when the bytes look like it', async () => {
    const { encoding, records } = await readAll(corpusFile('windows-1252.csv'))
    expect(encoding).toBe('windows-1252')
    expect(records.map(({ name }) => name)).toEqual(['Müller Kai', 'Øresund', 'Cádiz', 'Café “Nord”', '5 m² – £3'])
  })
  it.each([
    ['utf-16-no-bom.csv', 'UTF-16 without a byte order mark'], ['shift-jis.csv', 'save the file as UTF-8'], ['gb18030.csv', 'save the file as UTF-8'], ['windows-1250.csv', 'byte 15 is neither'], ['iso-8859-15.csv', 'byte 12 is neither'],
    ['broken-utf-8-with-bom.csv', 'byte 15 is no UTF-8'], ['surrogate-utf-8.csv', 'byte 22 is neither'], ['overlong-utf-8.csv', 'byte 17 is neither'],
  ])('asks for %s instead of guessing: %s', async (name, message) => {
    expect(await refusal(name)).toContain(message)
  })
  it('asks for UTF-8 with a damaged byte instead of reading all its letters wrong', async () => {
    const rows = (...lines: (string | number[])[]) => fileOf('damaged.csv', Buffer.concat(lines.map((line) => Buffer.from(line as string))))
    expect(await readAll(rows('name,place\nÜber AG,Ülzen\nGr', [0xfc], 'n AG,Ulm\n')).catch((error: Error) => error.message)).toBe('damaged.csv: byte 29 is no UTF-8, and most letters of the file are; save it as UTF-8 again.')
    expect(await readAll(rows('name,place\nGr', [0xc3, 0x28], ' AG,Ulm\nÜ AG,Ulm\n')).catch((error: Error) => error.message)).toContain('byte 14 is no UTF-8')
    const western = await readAll(rows('name,place\nGru', [0xdf, 0x93], ' AG,K', [0xf6], 'ln\n', [0xdc], 'ber AG,M', [0xfc], 'nchen\n')) // “ß“” happens to be UTF-8, the other letters are not
    expect([western.encoding, western.records.map(({ place }) => place)]).toEqual(['windows-1252', ['Köln', 'München']])
  })
  it('reads every size of pieces alike', async () => {
    const text = 'name,place\n"Zoë ""€"" 港",Łódź\r\nx,😀\n'
    const expected = [{ name: 'Zoë "€" 港', place: 'Łódź' }, { name: 'x', place: '😀' }]
    for (let size = 1; size <= 12; size++) expect(plain((await readAll(inPieces(text, size))).records)).toEqual(expected)
  })
})

describe('rows', () => {
  it('names the line of a quote that is never closed', async () => {
    expect(await refusal('unclosed-quote.csv')).toContain('quote opened in line 3 is never closed')
  })
  it('rejects the row with text after a quote and keeps the next one', async () => {
    const { records, problems } = await readAll(corpusFile('text-after-quote.csv'))
    expect(problems).toEqual([{ row: 3, code: 'BAD_QUOTES' }])
    expect(plain(records)).toEqual([{ name: 'A', place: 'B' }, { name: 'E', place: 'F' }])
  })
  it('ends a row at each kind of line end, says so, and merges nothing', async () => {
    const { records, notes } = await readAll(corpusFile('mixed-line-ends.csv'))
    expect(plain(records)).toEqual([{ name: 'A', place: '1' }, { name: 'B', place: '2' }, { name: 'C', place: '3' }, { name: 'D\r\nE', place: '4' }])
    expect(notes).toHaveLength(1)
  })
  it('rejects ragged rows one by one', async () => {
    const { records, problems, empty } = await readAll(corpusFile('ragged.csv'))
    expect(problems).toEqual([{ row: 2, code: 'TOO_FEW_CELLS' }, { row: 3, code: 'TOO_MANY_CELLS' }])
    expect([plain(records), empty]).toEqual([[{ name: 'C', place: '3' }], 1])
  })
  it('keeps quotes inside cells', async () => {
    expect(plain((await readAll(corpusFile('quotes-inside.csv'))).records)).toEqual([{ name: '25°25\'18" N', place: 'x' }, { name: 'A "quoted" name', place: 'y' }])
  })
  it.each([['semicolon-decimal-comma.csv', ';'], ['tabs.csv', '\t'], ['bars.csv', '|'], ['ragged.csv', ',']])('finds the delimiter of %s', async (name, delimiter) => {
    expect((await readAll(corpusFile(name))).delimiter).toBe(delimiter)
  })
  it('prefers the delimiter under which the header is known', async () => {
    expect((await readAll(fileOf('x.csv', 'owner;owned, in full, as stated\nA;B\n'), 'table', ['owner', 'owned'])).delimiter).toBe(';')
  })
  it('keeps text as it is written: zeros, exponents, long numbers, dates', async () => {
    expect(plain((await readAll(corpusFile('leading-zeros.csv'))).records)).toEqual([{ name: '007', place: '00123' }, { name: '1E5', place: '1-2' }, { name: '12345678901234567890', place: '03/04/05' }])
  })
  it('has the rows of an independent reader, or an error', async () => {
    const piece = fc.constantFrom('a', 'b c', ',', '"', '""', '\n', '\r\n', '1', 'é', '"x"', '"y,z"', '"p\nq"')
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 24 }), async (pieces) => {
      const text = `h1,h2\n${pieces.join('')}`
      const read = await readAll(fileOf('x.csv', text)).catch((error: Error) => error.message)
      if (typeof read === 'string') { expect(read).toMatch(/never closed/); return }
      if (read.problems.some(({ code }) => code === 'BAD_QUOTES')) return
      // A blank line is no row; a row of blank cells is one that is skipped.
      const rows = oracle(text).slice(1).filter((row) => !(row.length === 1 && row[0] === '') || text.includes('""'))
      if (text.includes('""')) expect(read.records.length + read.problems.length + read.empty).toBeGreaterThanOrEqual(rows.filter((row) => row.join('') !== '').length)
      else expect(read.records.length + read.problems.length + read.empty).toBe(rows.length)
      expect(read.records.map(({ h1, h2 }) => [h1, h2])).toEqual(rows.filter((row) => row.length === 2 && row.join('').trim() !== ''))
    }), { seed: 4180, numRuns: 1_500 })
  })
})

describe('headers', () => {
  it.each([['duplicate-header.csv', 'has name more than once'], ['empty-header.csv', 'column 2 of the header has no name'], ['reserved-header.csv', '__proto__, constructor']])('refuses %s by name', async (name, message) => {
    expect(await refusal(name)).toContain(message)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  it('refuses an empty file', async () => {
    await expect(readAll(fileOf('x.csv', ''))).rejects.toThrow('it is empty')
    await expect(readAll(fileOf('x.csv', '\n\n \n'))).rejects.toThrow('it is empty')
  })
})

describe('limits', () => {
  /** The refusal, and how many characters had been looked at by then. */
  const refused = (text: string): { message: string; seen: number } => {
    const guard = new CsvGuard('x.csv', ',')
    for (let at = 0; at < text.length; at += 4_096) {
      try { guard.push(text.slice(at, at + 4_096)) } catch (error) { return { message: (error as Error).message, seen: at + 4_096 } }
    }
    return { message: 'read', seen: text.length }
  }
  it('stop within one row: they refuse 100,000 columns, a cell of 5 MB, a row of 2 MB, a million quotes, an open quote before 20 MB', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['x,'.repeat(100_000), 'more than 512 columns'],
      [`a,b\n${'x'.repeat(5_000_000)},1\n`, 'longer than 64 kB'],
      [`a,b\n${`"${'x'.repeat(60_000)}",`.repeat(40)}\n`, 'of 1 MB'],
      [`a,b\n${'"'.repeat(1_000_001)},1\n`, 'not closed within a cell of 64 kB'],
      [`a,b\n"${'x,y\n'.repeat(5_000_000)}`, 'quote opened in line 2 is not closed'],
    ]
    for (const [text, message] of cases) {
      const result = refused(text)
      expect(result.message).toContain(message)
      expect(result.seen).toBeLessThan(1_100_000)
    }
  })
  it('unpacks gzip, and refuses a bomb, a nested and a broken archive', async () => {
    const good = gzipSync('name,place\nA,B\n')
    expect(plain((await readAll(fileOf('x.csv.gz', good))).records)).toEqual([{ name: 'A', place: 'B' }])
    const bomb = gzipSync(Buffer.alloc(20_000_000, 'a,b\n'))
    await expect(readAll(fileOf('x.csv.gz', bomb))).rejects.toThrow('more than 100 times its size')
    await expect(readAll(fileOf('x.csv.gz', gzipSync(good)))).rejects.toThrow('archive inside an archive')
    await expect(readAll(fileOf('x.csv.gz', good.subarray(0, 20)))).rejects.toThrow('damaged or incomplete')
  })
})
