import type { TemplateRow } from '#ingest/preset.ts'
import { ncLandlords } from '#ingest/presets/nc-landlords.ts'
import type { CuratedCollection } from '../curated-collection.ts'
import { runPreset } from '../run-preset.ts'
import type { SourceFiles } from '../source-files.ts'

/** Day in the name of the file: the groups are the compilers' word of that day. */
const EDITION = '2022-04-30'

/** Corporate landlords: homes by place, owners, the companies of North Carolina with their groups, reviewed names. */
export function makeLandlords(files: SourceFiles, curated: CuratedCollection): Readonly<Record<string, readonly TemplateRow[]>> {
  const [carolina] = runPreset(ncLandlords, [{ name: 'north-carolina', records: files.table('nc-corporate-landlords/corporate_landlord_lookup202204301254.csv') }])
  const of = (template: string): readonly TemplateRow[] => carolina!.rows.filter((row) => row.template === template)
  return {
    portfolios: curated.sites('residential portfolio'),
    organisations: curated.organisations('landlords'),
    ownership: curated.rows('landlords'),
    aliases: curated.rows('landlords-aliases'),
    'doubtful-pairs': curated.doubtful('landlords'),
    'north-carolina-companies': of('organisations'),
    'north-carolina-groups': of('ownership').map((row) => ({ ...row, cells: { ...row.cells, as_of: EDITION } })),
    'north-carolina-spellings': of('aliases'),
  }
}
