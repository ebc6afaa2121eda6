import { Buffer } from 'node:buffer'
import { unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { LIMITS } from './csv-guard.ts'
import { MAX_RATIO } from './gunzip.ts'
import { checkedHeader, recordOf } from './header.ts'
import type { InputFile } from './input-file.ts'
import { unreadable } from './input-file.ts'
import type { FileRow, OpenedFile } from './opened-file.ts'
import { checkExtent } from './xlsx-extent.ts'
import { percentCells } from './xlsx-percent.ts'

export const isZip = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b && (start[2] === 0x03 || start[2] === 0x05)

const MAX_PACKED = 64 << 20
const MAX_UNPACKED = 512 << 20
/** Of parts with cells: read whole, they take about twenty times as much memory. */
const MAX_CELLS = 48 << 20
const MAX_ENTRIES = 1_000
/** Parts that hold cells. Macros, drawings, links and everything else of a workbook is never unpacked. */
const WANTED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i
const SHEET = /^xl\/worksheets\//i

/**
 * Reads the first sheet of an .xlsx workbook; its first row is the header. The directory of the archive is checked
 * before anything is unpacked, and only the parts with cells are, each bounded by its stated size; how far a sheet reaches
 * is checked before its cells are made.
 * Numbers become the text a person would type, dates ISO 8601, percent cells text with "%".
 * @throws KnownError FILE_UNREADABLE for a bomb, another kind of archive, a damaged workbook, a bad header
 */
export async function readXlsx(file: InputFile): Promise<OpenedFile> {
  const archive = await wholeFile(file)
  const { parts, hasMacros } = unpack(file.name, archive)
  const rows = await sheetRows(file.name, parts)
  const percents = percentCells(parts)
  const at = rows.findIndex((cells) => cells.some((cell) => cell !== null && textOf(cell) !== ''))
  if (at < 0) throw unreadable(file.name, 'its first sheet is empty')
  const width = lastFilled(rows[at]!)
  const header = checkedHeader(file.name, rows[at]!.slice(0, width).map((cell) => textOf(cell)))
  const notes = hasMacros ? ['the workbook holds macros; they were ignored'] : []
  return { header, rows: records(rows, at + 1, header, percents), notes: () => notes }
}

async function wholeFile(file: InputFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.bytes()) {
    size += chunk.length
    if (size > MAX_PACKED) throw unreadable(file.name, `a workbook of more than ${MAX_PACKED >> 20} MB is not read; save the sheet as CSV`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The wanted parts, packed anew without the rest. */
function unpack(file: string, archive: Uint8Array): { parts: Record<string, Uint8Array>; hasMacros: boolean } {
  let entries = 0
  let total = 0
  let cells = 0
  let hasMacros = false
  try {
    const parts = unzipSync(archive, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > MAX_ENTRIES) throw unreadable(file, `the archive has more than ${MAX_ENTRIES} entries`)
        if (/vbaProject\.bin$/i.test(name)) hasMacros = true
        total += originalSize
        if (total > MAX_UNPACKED || (originalSize > 1 << 20 && originalSize > MAX_RATIO * size))
          throw unreadable(file, `the archive unpacks to more than ${MAX_RATIO} times its size or ${MAX_UNPACKED >> 20} MB`)
        if (!WANTED.test(name)) return false
        cells += originalSize
        if (cells > MAX_CELLS) throw unreadable(file, `its sheets unpack to more than ${MAX_CELLS >> 20} MB; save the sheet as CSV`)
        return true
      },
    })
    if (!Object.keys(parts).some((name) => /^xl\/workbook\.xml$/i.test(name))) throw unreadable(file, 'it is no .xlsx workbook')
    for (const [name, part] of Object.entries(parts)) if (SHEET.test(name)) checkExtent(file, new TextDecoder().decode(part))
    return { parts, hasMacros }
  } catch (error) {
    if (error instanceof Error && error.name === 'KnownError') throw error
    throw unreadable(file, 'the archive is damaged or encrypted')
  }
}

type Cell = string | number | boolean | Date | NumberText | null
/** A number as the file writes it. */
class NumberText {
  readonly digits: string
  constructor(digits: string) { this.digits = digits }
}

async function sheetRows(file: string, parts: Record<string, Uint8Array>): Promise<readonly (readonly Cell[])[]> {
  try {
    const clean = Buffer.from(zipSync(parts, { level: 0 }))
    return (await readSheet(clean, 1, { trim: false, parseNumber: (digits: string) => new NumberText(digits) })) as unknown as Cell[][] // the library types dates as their constructor
  } catch {
    throw unreadable(file, 'it is no .xlsx workbook that can be read; save the sheet as CSV')
  }
}

/** Doubles as people typed them: 0.56999999999999995 → 0.57, 1.2E+3 → 1200; longer whole numbers keep their digits. */
function numberText(digits: string): string {
  if (/^-?\d{1,40}$/.test(digits)) return digits
  const value = Number(digits)
  if (!Number.isFinite(value)) return digits
  const short = Number(value.toPrecision(15))
  return Math.abs(short) >= 1e21 || (short !== 0 && Math.abs(short) < 1e-6) ? digits : String(short)
}

function textOf(cell: Cell | undefined, isPercent = false): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().replace('T00:00:00.000Z', '')
  if (cell instanceof NumberText) return isPercent ? `${numberText(String(Number((Number(cell.digits) * 100).toPrecision(12))))} %` : numberText(cell.digits)
  return String(cell).trim()
}

const lastFilled = (cells: readonly Cell[]): number => cells.findLastIndex((cell) => textOf(cell) !== '') + 1

async function* records(rows: readonly (readonly Cell[])[], start: number, header: readonly string[], percents: ReadonlySet<string>): AsyncGenerator<FileRow> {
  for (let index = start; index < rows.length; index++) {
    const cells = rows[index]!
    const row = index + 1
    const width = lastFilled(cells)
    if (width === 0) yield { row, empty: true }
    else if (width > header.length) yield { row, problem: { column: undefined, code: 'TOO_MANY_CELLS', hint: `A cell stands to the right of the ${header.length} named columns.` } }
    else {
      const texts = header.map((_name, column) => textOf(cells[column], percents.has(`${index}:${column}`)))
      const long = texts.findIndex((text) => text.length > LIMITS.cellCharacters)
      yield long < 0 ? { row, record: recordOf(header, texts) } : { row, problem: { column: header[long], code: 'TEXT_TOO_LONG', hint: 'A cell is longer than 64 kB.' } }
    }
  }
}
