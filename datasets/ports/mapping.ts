import type { TemplateRow } from '#ingest/preset.ts'
import { smdgLinerCodes } from '#ingest/presets/smdg-liner-codes.ts'
import { smdgTerminals } from '#ingest/presets/smdg-terminals.ts'
import type { CuratedCollection } from '../curated-collection.ts'
import { runPreset } from '../run-preset.ts'
import type { SourceFiles } from '../source-files.ts'

/** Container terminals, carriers, who owns their operators, yearly figures of terminals, reviewed names. */
export function makePorts(files: SourceFiles, curated: CuratedCollection): Readonly<Record<string, readonly TemplateRow[]>> {
  const [terminals] = runPreset(smdgTerminals, [{ name: 'terminals', records: files.table('smdg/SMDG_Terminal_Code_List.csv') }])
  const [liners] = runPreset(smdgLinerCodes, [{ name: 'liners', records: files.list('smdg/liner-codes_combined.json') }])
  const nameOf = new Map(terminals!.rows.map(({ cells }) => [cells['id'], cells['name']!]))
  const named = (row: TemplateRow): TemplateRow => ({ ...row, cells: { ...row.cells, name: nameOf.get(row.cells['id']) ?? row.cells['name']! } })
  return {
    terminals: terminals!.rows,
    liners: liners!.rows.filter(({ template }) => template === 'organisations'),
    'liner-parents': liners!.rows.filter(({ template }) => template === 'ownership'),
    organisations: curated.organisations('ports'),
    ownership: curated.rows('ports'),
    'terminal-figures': curated.sites('port terminal').map(named),
    'facility-operators': curated.rows('facility-aliases').map(named),
    aliases: curated.rows('ports-aliases'),
    'doubtful-pairs': curated.doubtful('ports'),
  }
}
