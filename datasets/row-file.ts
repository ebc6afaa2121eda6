import Papa from 'papaparse'
import type { TemplateRow } from '#ingest/preset.ts'
import { TEMPLATE_PRESETS } from '#ingest/templates.ts'

/** Rows of one template as CSV: columns in the order of the template, empty ones left out, LF, one line per row. */
export function rowsToCsv(template: string, rows: readonly TemplateRow[]): string {
  const known = TEMPLATE_PRESETS.find(({ id }) => id === template)?.columns.map(({ name }) => name)
  if (!known) throw new Error(`There is no template ${template}.`)
  const used = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  const stray = [...used].filter((column) => !known.includes(column))
  if (stray.length > 0) throw new Error(`The template ${template} has no column ${stray.join(', ')}.`)
  const columns = known.filter((column) => used.has(column))
  const lines = rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))
  return `${Papa.unparse([columns, ...lines], { newline: '\n' })}\n`
}

/** The same rows again: a repeated row states nothing new. */
export function distinct(rows: readonly TemplateRow[]): readonly TemplateRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify(Object.entries(row.cells).sort()), row])).values()]
}

/** The rows of a file made by `rowsToCsv`. */
export const rowsFromCsv = (template: string, text: string): readonly TemplateRow[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' }).data
    .map((cells) => ({ template, cells: Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')) }))
