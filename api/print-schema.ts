import { lexicographicSortSchema, printSchema } from 'graphql'
import { MODEL } from '#model/model.ts'
import type { Model } from '#model/model.ts'
import { buildSchema } from './schema/build-schema.ts'

/** The API as text, sorted, so that a change of it is a change of this text alone; checked in as schema.graphql. */
export const printedSchema = (model: Model = MODEL): string => `${printSchema(lexicographicSortSchema(buildSchema(model)))}\n`
