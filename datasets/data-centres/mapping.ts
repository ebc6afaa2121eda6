import type { TemplateRow } from '#ingest/preset.ts'
import { im3DataCentres } from '#ingest/presets/im3-data-centres.ts'
import type { CuratedCollection } from '../curated-collection.ts'
import { runPreset } from '../run-preset.ts'
import type { SourceFiles } from '../source-files.ts'

/** Day of the edition the rows come from: it says what stood then. */
const EDITION = '2025-06-11'

/** Data centres of the United States, campuses with a figure, who owns their operators, reviewed names. */
export function makeDataCentres(files: SourceFiles, curated: CuratedCollection): Readonly<Record<string, readonly TemplateRow[]>> {
  const [atlas] = runPreset(im3DataCentres, [{ name: 'data-centres', records: files.features('im3-datacenters/im3_datacenter_centroids.geojson') }])
  return {
    'data-centres': atlas!.rows.map((row) => ({ ...row, cells: { ...row.cells, as_of: EDITION } })),
    organisations: curated.organisations('datacentres'),
    ownership: curated.rows('datacentres'),
    campuses: curated.sites('data centre'),
    aliases: curated.rows('datacentres-aliases'),
    'doubtful-pairs': curated.doubtful('datacentres'),
  }
}
