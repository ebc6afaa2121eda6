import SchemaBuilder from '@pothos/core'
import type { Context } from '../context.ts'

/** Scalars as text, fields required unless they say otherwise: absent is a decision, not an accident. */
interface ApiTypes {
  Scalars: { ID: { Input: string; Output: string }; Date: { Input: string; Output: string } }
  Context: Context
  DefaultFieldNullability: false
}

export const createBuilder = () => new SchemaBuilder<ApiTypes>({ defaultFieldNullability: false })
export type Builder = ReturnType<typeof createBuilder>
export type SchemaTypes = Builder['$inferSchemaTypes']
