import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { MODEL } from '#model/model.ts'
import type { Model } from '#model/model.ts'
import { buildSchema } from './schema/build-schema.ts'

/** The API as text, sorted, so that a change of it is a change of this text alone. */
export const printedSchema = (model: Model = MODEL): string => `${printSchema(lexicographicSortSchema(buildSchema(model)))}\n`

const FILE = new URL('./schema.graphql', import.meta.url)
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(FILE, printedSchema())
