import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fileOf } from '#ingest/formats/input-file.ts'
import { plain, readAll } from './read-records.ts'

const CONTENT = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
const RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const BOOK = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`
const BOOK_RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`
// Style 1: date (14), style 2: percent (9), style 3: own format 0.0%.
const STYLES = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const number = (at: string, value: string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`
const sheet = (rows: readonly (readonly string[])[]) => `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells.join('')}</row>`).join('')}</sheetData></worksheet>`
const book = (rows: readonly (readonly string[])[], more: Record<string, Uint8Array> = {}) => zipSync({
  '[Content_Types].xml': strToU8(CONTENT), '_rels/.rels': strToU8(RELS), 'xl/workbook.xml': strToU8(BOOK), 'xl/_rels/workbook.xml.rels': strToU8(BOOK_RELS), 'xl/styles.xml': strToU8(STYLES), 'xl/worksheets/sheet1.xml': strToU8(sheet(rows)), ...more,
})
const HEADER = [text('A1', 'owner'), text('B1', ' share '), text('C1', 'as_of')]

describe('workbooks', () => {
  it('reads numbers as people typed them, dates as ISO days, percent cells as percents', async () => {
    const file = book([HEADER,
      [text('A2', '007 Holding'), number('B2', '0.51', 2), number('C2', '45658', 1)],
      [number('A3', '12345678901234567890'), number('B3', '0.56999999999999995', 3), number('C3', '2016')],
      [text('A4', 'X'), number('B4', '0.1'), text('C4', '=1+1')],
    ])
    const { header, records } = await readAll(fileOf('x.xlsx', file))
    expect(header).toEqual(['owner', 'share', 'as_of'])
    expect(plain(records)).toEqual([
      { owner: '007 Holding', share: '51 %', as_of: '2025-01-01' }, { owner: '12345678901234567890', share: '57 %', as_of: '2016' }, { owner: 'X', share: '0.1', as_of: '=1+1' },
    ])
  })
  it('skips empty rows and rejects cells beyond the header', async () => {
    const { records, problems } = await readAll(fileOf('x.xlsx', book([HEADER, [text('A2', ' ')], [text('A3', 'A'), text('E3', 'stray')], [text('A4', 'B')]])))
    expect([records.length, problems]).toEqual([1, [{ row: 3, code: 'TOO_MANY_CELLS' }]])
  })
  it('ignores macros with a note and never unpacks other parts', async () => {
    const { notes } = await readAll(fileOf('x.xlsm', book([HEADER, [text('A2', 'A')]], { 'xl/vbaProject.bin': new Uint8Array(10), '../../etc/passwd': strToU8('x') })))
    expect(notes).toEqual(['the workbook holds macros; they were ignored'])
  })
  it('resolves no entities', async () => {
    const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheet([HEADER, [text('A2', '&b;')]]).slice('<?xml version="1.0"?>'.length)}`
    const read = await readAll(fileOf('x.xlsx', book([HEADER], { 'xl/worksheets/sheet1.xml': strToU8(entities) }))).then(({ records }) => JSON.stringify(records), (error: Error) => error.message)
    expect(read).not.toContain('aaaaaaaaaa')
  })
  it('refuses bombs, too many entries, other archives and damaged ones', async () => {
    const bomb = book([HEADER], { 'xl/sharedStrings.xml': new Uint8Array(50_000_000) })
    await expect(readAll(fileOf('x.xlsx', bomb))).rejects.toThrow('more than 100 times its size')
    const many = book([HEADER], Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`x${i}`, new Uint8Array(1)])))
    await expect(readAll(fileOf('x.xlsx', many))).rejects.toThrow('more than 1000 entries')
    await expect(readAll(fileOf('x.xlsx', zipSync({ 'a.txt': strToU8('x') })))).rejects.toThrow('no .xlsx workbook')
    await expect(readAll(fileOf('x.xlsx', book([HEADER]).subarray(0, 300)))).rejects.toThrow('damaged')
  })
  it.each([
    ['the last cell there can be', '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>', 'reaches to row 1048576 and column 16384'], ['a table of one column too many for its rows', '<row r="1048576"><c r="Q1048576" t="inlineStr"><is><t>x</t></is></c></row>', 'reaches to row 1048576 and column 17'],
    ['a row beyond the last', '<row r="2000000"/>', 'at an address there is not'], ['a row like 2e9', '<row r="2e9"/>', 'at an address there is not'], ['a row below the first', '<row r="-5"/>', 'at an address there is not'], ['a column beyond the last', "<row r='2'><c r='ZZZZZZ2' t='inlineStr'><is><t>x</t></is></c></row>", 'at an address there is not'],
    ['a written-out letter', '<row r="2"><c r="&#90;&#90;&#90;&#90;&#90;&#90;2" t="inlineStr"><is><t>x</t></is></c></row>', 'at an address there is not'], ['an address with a prefix', '<row x:r="900000000"></row>', 'at an address there is not'], ['an address after another attribute', '<row spans="1:1"r="900000000"></row>', 'at an address there is not'], ['another sheet that reaches far', '', 'reaches to row 1048576 and column 16384'],
  ])('refuses %s before its cells fill the memory', async (_name, row, message) => {
    const far = sheet([HEADER]).replace('</sheetData>', `${row}</sheetData>`)
    const second = row === '' ? { 'xl/worksheets/sheet2.xml': strToU8(sheet([HEADER]).replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')) } : {}
    await expect(readAll(fileOf('far.xlsx', book([HEADER], { 'xl/worksheets/sheet1.xml': strToU8(far), ...second })))).rejects.toThrow(message)
  })
  it('counts every row up to the last one a spreadsheet has, and refuses more cells than fit into memory', async () => {
    const last = sheet([HEADER, [text('A2', 'X')]]).replace('</sheetData>', '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Y</t></is></c></row></sheetData>')
    const { records, empty } = await readAll(fileOf('long.xlsx', book([HEADER], { 'xl/worksheets/sheet1.xml': strToU8(last) })))
    expect([records.map(({ owner }) => owner), empty]).toEqual([['X', 'Y'], 1_048_576 - 3])
    const large = `${sheet([HEADER])}<!--${Array.from({ length: 3_500_000 }, (_, at) => (at * 2_654_435_761) % 1e9).join(' ')}-->`
    await expect(readAll(fileOf('large.xlsx', book([HEADER], { 'xl/worksheets/sheet1.xml': strToU8(large), 'xl/worksheets/sheet2.xml': strToU8(large) })))).rejects.toThrow('its sheets unpack to more than 48 MB; save the sheet as CSV')
  }, 60_000)
})
