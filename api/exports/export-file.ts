import papaparse from 'papaparse' // CommonJS: no named exports
import type { Json, JsonRecord } from './answer-parts.ts'
import { isList, isRecord } from './answer-parts.ts'
import { csvCell } from './csv-cell.ts'
import { counted, exportRows } from './export-rows.ts'
import type { ExportRows } from './export-rows.ts'

/** What was asked, for the head of a file. */
export interface ExportOf { readonly question: string; readonly variables: Readonly<Record<string, unknown>>; readonly open?: boolean }

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * An answer as a table (RFC 4180, UTF-8 with a mark for spreadsheets): lines that begin with # say what it is and under
 * which licences, then a header, the answer as a whole, its members, their parts, and the statements behind them. Shares are percent.
 */
export function csvFile(answer: JsonRecord, { question, variables, open = false }: ExportOf): string {
  const rows = exportRows(answer, { unit: 'percent', open })
  const comments = headLines(answer, question, variables, rows).map((line) => rows.columns.map((_, column) => (column === 0 ? `# ${line}` : ''))) // as wide as the table: every line of a file has as many fields
  const table = [...rows.answer, ...rows.items, ...rows.parts, ...rows.statements].map((row) => rows.columns.map((name) => csvCell(row[name])))
  return `${BYTE_ORDER_MARK}${papaparse.unparse([...comments, [...rows.columns], ...table], { newline: '\r\n' })}\r\n`
}

/** The same as JSON: rows as records, shares as fractions, the notice in a field of its own. */
export function jsonFile(answer: JsonRecord, { question, variables, open = false }: ExportOf): string {
  const { answer: [whole = null], items, parts, statements, notice } = exportRows(answer, { unit: 'fraction', open })
  return `${JSON.stringify({ question, parameters: variables, basis: answer['basis'] ?? null, totalCount: totalOf(answer), notice, answer: whole, items, parts, statements }, undefined, 1)}\n`
}

/** A parameter as it was asked: lists in order, records (weights, what has to fit) as name and value. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(' and ')
  return typeof value === 'object' && value !== null ? Object.values(value).map(inWords).join(' ') : String(value)
}

const totalOf = (answer: JsonRecord): Json => answer['totalCount'] ?? null

function headLines(answer: JsonRecord, question: string, variables: ExportOf['variables'], { items, statements, notice }: ExportRows): string[] {
  const basis = isRecord(answer['basis']) ? answer['basis'] : {}
  const total = totalOf(answer)
  const list = (value: Json | undefined) => (isList(value) ? value.map(String) : [])
  return [
    `Mirrorpoint, ${question}: ${Object.entries(variables)
      .map(([name, value]) => `${name} ${inWords(value)}`)
      .join(', ')}`,
    `As of ${String(basis['asOf'])}, grades ${list(basis['grades']).join(', ').toLowerCase()}, data version ${String(basis['dataVersion'])}`,
    `${typeof total === 'number' && total > items.length ? `${items.length} of ${counted(total, 'item')}` : counted(items.length, 'item')}, ${counted(statements.length, 'statement')}. Method: ${String(basis['method'])}`,
    ...notice,
    ...list(basis['notes']),
  ].map((line) => line.replaceAll(/[\r\n]+/g, ' '))
}

/** Content-Disposition of a file that is saved (RFC 6266): a plain name for old readers; it is ASCII, so both are the same. */
export function asAttachment({ question, variables }: ExportOf, extension: string): string {
  const words = [question, ...Object.values(variables).filter((value) => typeof value === 'string')].map((value) =>
    String(value)
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
  )
  const name = `mirrorpoint-${words.filter((word) => word !== '').join('-').slice(0, 100)}.${extension}`
  return `attachment; filename="${name}"; filename*=UTF-8''${name}`
}
