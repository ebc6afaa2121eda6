import Papa from 'papaparse'
import type { GuardedRow } from './csv-guard.ts'
import { CsvGuard } from './csv-guard.ts'
import { checkedHeader, recordOf } from './header.ts'
import { unreadable } from './input-file.ts'
import type { FileRow, OpenedFile } from './opened-file.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/**
 * Finds the delimiter from the first rows: the one whose header has the most columns the preset knows, then the one
 * that splits the header most often with the next rows agreeing. Comma when there is a single column.
 */
export function detectDelimiter(sample: string, known: readonly string[]): Delimiter {
  const names = new Set(known)
  const scored = DELIMITERS.map((delimiter) => {
    const rows = parsed(firstRows(sample, delimiter), delimiter)
    const [header = [], ...others] = rows // rows with broken quotes are left out: they tell nothing
    const agreeing = others.filter((row) => row.length === header.length).length
    return { delimiter, hits: header.filter((name) => names.has(name.trim())).length, width: header.length, agreement: others.length === 0 ? 1 : agreeing / others.length }
  })
  const best = scored.sort((a, b) => b.hits - a.hits || b.width * b.agreement - a.width * a.agreement || b.width - a.width)[0]!
  return best.width > 1 ? best.delimiter : ','
}

function firstRows(sample: string, delimiter: string): string[] {
  const guard = new CsvGuard('sample', delimiter)
  const rows: string[] = []
  try {
    for (let at = 0; at < sample.length && rows.length < 20; at += 4_096)
      rows.push(
        ...guard
          .push(sample.slice(at, at + 4_096))
          .filter(({ badQuotes }) => !badQuotes)
          .map(({ text }) => text),
      )
    if (rows.length < 2) rows.push(...guard.end().filter(({ badQuotes }) => !badQuotes).map(({ text }) => text))
  } catch { /* a wrong delimiter can break every limit; the right one is checked when the file is read */ }
  return rows.filter((text) => text.trim() !== '').slice(0, 20)
}

/** Cells of complete rows. @throws Error when the parser sees other rows than the guard: a bug of one of the two */
function parsed(rows: readonly string[], delimiter: string): string[][] {
  if (rows.length === 0) return []
  const { data } = Papa.parse<string[]>(rows.join('\n'), { delimiter, newline: '\n', header: false, skipEmptyLines: false })
  if (data.length !== rows.length) throw new Error(`The parser made ${data.length} rows of ${rows.length}.`)
  return data
}

const SAMPLE = 1 << 16

/**
 * Reads a table from text. Every row has exactly the cells of the header or is a problem of its own; no two rows run
 * into each other. Memory stays at one chunk.
 * @throws KnownError FILE_UNREADABLE for an empty file, a bad header, an open quote or a broken limit
 */
export async function readCsv(
  file: string,
  chunks: AsyncIterable<string>,
  known: readonly string[],
): Promise<OpenedFile & { readonly header: readonly string[]; readonly delimiter: Delimiter }> {
  const iterator = chunks[Symbol.asyncIterator]()
  let sample = ''
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    sample += next.value
    if (sample.length >= SAMPLE) break
  }
  const start = sample.trimStart()
  const delimiter = detectDelimiter(start.slice(0, SAMPLE), known)
  const guard = new CsvGuard(file, delimiter)
  const state = { number: 0 }
  async function* guarded(): AsyncGenerator<readonly GuardedRow[]> {
    yield guard.push(sample)
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield guard.push(next.value)
    yield guard.end()
  }
  const blocks = guarded()
  const { header, rest } = await readHeader(file, blocks, delimiter, state)
  async function* rows(): AsyncGenerator<FileRow> {
    yield* recordsOf(rest, header, delimiter, state)
    for await (const block of blocks) yield* recordsOf(block, header, delimiter, state)
  }
  return {
    header,
    delimiter,
    rows: rows(),
    notes: () => (guard.mixesLineEnds ? ['the file mixes kinds of line ends; each of them ended a row'] : []),
  }
}

async function readHeader(
  file: string,
  blocks: AsyncGenerator<readonly GuardedRow[]>,
  delimiter: string,
  state: { number: number },
): Promise<{ header: readonly string[]; rest: readonly GuardedRow[] }> {
  for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
    const at = next.value.findIndex(({ text }) => text.trim() !== '')
    if (at < 0) {
      state.number += next.value.length
      continue
    }
    const row = next.value[at]!
    if (row.badQuotes) throw unreadable(file, 'text follows a closing quote in the header')
    state.number += at + 1
    return { header: checkedHeader(file, parsed([row.text], delimiter)[0] ?? []), rest: next.value.slice(at + 1) }
  }
  throw unreadable(file, 'it is empty')
}

function* recordsOf(block: readonly GuardedRow[], header: readonly string[], delimiter: string, state: { number: number }): Generator<FileRow> {
  const cells = parsed(block.filter(({ badQuotes, text }) => !badQuotes && text !== '').map(({ text }) => text), delimiter)
  let at = 0
  for (const { text, badQuotes } of block) {
    const row = ++state.number
    if (text === '') continue
    if (badQuotes) yield { row, problem: { column: undefined, code: 'BAD_QUOTES', hint: 'Text follows a closing quote: write a quote inside a quoted cell twice.' } }
    else yield rowOf(row, cells[at++]!, header)
  }
}

function rowOf(row: number, cells: readonly string[], header: readonly string[]): FileRow {
  if (cells.every((cell) => cell.trim() === '')) return { row, empty: true }
  if (cells.length < header.length)
    return {
      row,
      problem: { column: header[cells.length], code: 'TOO_FEW_CELLS', hint: `The row has ${cells.length} cells, the header ${header.length}.` },
    }
  if (cells.length > header.length) {
    return {
      row,
      problem: {
        column: undefined,
        code: 'TOO_MANY_CELLS',
        hint: `The row has ${cells.length} cells, the header ${header.length}; put a cell that contains the delimiter in quotes.`,
      },
    }
  }
  return { row, record: recordOf(header, cells) }
}
