import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { SourceDefaults } from '#ingest/preset.ts'
import { SOURCE_KINDS } from '#model/code-lists.ts'
import type { SourceKind } from '#model/code-lists.ts'

/** In the order in which they are loaded: places first, so that sites find theirs. */
export const DATASET_NAMES = ['places', 'ports', 'data-centres', 'landlords', 'brands'] as const
export type DatasetName = (typeof DATASET_NAMES)[number]

/** One rows file: the template its columns are of and the source its rows rest on unless they name their own. */
export interface DatasetFile { readonly file: string; readonly template: string; readonly source: SourceDefaults }
export interface Dataset { readonly name: DatasetName; readonly title: string; readonly files: readonly DatasetFile[] }

const kinds = SOURCE_KINDS.codes.map(({ code }) => code) as readonly SourceKind[] // the list is the source of the union
const SOURCE_LIST = z.strictObject({
  title: z.string().min(1),
  files: z.array(z.strictObject({
    file: z.string().regex(/^[a-z-]+\.csv$/),
    template: z.string(),
    source: z.strictObject({
      title: z.string(), publisher: z.string(), kind: z.enum(kinds), licence: z.string(), retrievedOn: z.iso.date(), url: z.url().optional(),
    }),
  })).min(1),
})

/** Path of a file of a data set. */
export const datasetPath = (name: DatasetName, file: string): string => fileURLToPath(new URL(`${name}/${file}`, import.meta.url))

/** The data set as its source.yaml describes it, files in the order in which they are loaded. */
export function datasetOf(name: DatasetName): Dataset {
  const { title, files } = SOURCE_LIST.parse(parse(readFileSync(datasetPath(name, 'source.yaml'), 'utf8')))
  return {
    name, title,
    files: files.map(({ file, template, source: { url, ...source } }) => ({ file, template, source: { ...source, ...(url === undefined ? {} : { url }) } })),
  }
}
