import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TemplateRow } from '#ingest/preset.ts'
import { rowsFromCsv } from '#datasets/row-file.ts'
import { DATASET_NAMES, datasetOf } from '#datasets/source-list.ts'

const folder = (path: string): string => fileURLToPath(new URL(`../../datasets/${path}`, import.meta.url))
export { DATASET_NAMES } from '#datasets/source-list.ts'

/** Names of the rows files of a data set. */
export const rowFiles = (dataset: string): readonly string[] => readdirSync(folder(dataset)).filter((name) => name.endsWith('.csv')).sort()
export const fileText = (path: string): string => readFileSync(folder(path), 'utf8')

/** All built-in rows with the file they stand in. */
export const BUILT_IN: readonly { readonly path: string; readonly template: string; readonly rows: readonly TemplateRow[] }[] =
  DATASET_NAMES.flatMap((dataset) => datasetOf(dataset).files.map(({ file, template }) => ({ path: `${dataset}/${file}`, template, rows: rowsFromCsv(template, fileText(`${dataset}/${file}`)) })))

export const rowsOf = (path: string): readonly TemplateRow[] => BUILT_IN.find((file) => file.path === path)!.rows
export const rowsOfTemplate = (template: string): readonly TemplateRow[] => BUILT_IN.filter((file) => file.template === template).flatMap(({ rows }) => rows)
