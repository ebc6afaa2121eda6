import type { TemplateRow } from '#ingest/preset.ts'
import type { CuratedCollection } from '../curated-collection.ts'

/** Supermarket chains and household brands: who owns them, in which countries they are. */
export const makeBrands = (curated: CuratedCollection): Readonly<Record<string, readonly TemplateRow[]>> => ({
  organisations: curated.organisations('brands'),
  ownership: curated.rows('brands'),
  presence: curated.rows('brands-presence'),
  'doubtful-pairs': curated.doubtful('brands'),
})
