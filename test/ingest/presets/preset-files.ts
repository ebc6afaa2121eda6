import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import type { Preset, RawRecord } from '#ingest/preset.ts'
import { curatedOwnership } from '#ingest/presets/curated-ownership.ts'
import { im3DataCentres } from '#ingest/presets/im3-data-centres.ts'
import { ncLandlords } from '#ingest/presets/nc-landlords.ts'
import { smdgLinerCodes } from '#ingest/presets/smdg-liner-codes.ts'
import { smdgTerminals } from '#ingest/presets/smdg-terminals.ts'
import { worldPortIndex } from '#ingest/presets/world-port-index.ts'
import type { PresetOutput } from '#datasets/run-preset.ts'
import { runPreset } from '#datasets/run-preset.ts'
import { sourceFile } from '../../source-files.ts'

const CURATED = [
  'organisations', 'ports', 'datacentres', 'landlords', 'brands', 'brands-presence', 'sites', 'facility-aliases',
  'ports-aliases', 'datacentres-aliases', 'landlords-aliases', 'doubtful-pairs', 'conflicts',
]
/** Every preset with its files: name in the folder of sources → name of the extract. */
export const PRESET_FILES: readonly { readonly preset: Preset; readonly files: readonly (readonly [source: string, extract: string])[] }[] = [
  { preset: smdgTerminals, files: [['smdg/SMDG_Terminal_Code_List.csv', 'smdg-terminals.csv']] },
  { preset: smdgLinerCodes, files: [['smdg/liner-codes_combined.json', 'smdg-liner-codes.json']] },
  { preset: worldPortIndex, files: [['wpi/UpdatedPub150_2023.csv.gz', 'world-port-index-2023.csv'], ['wpi/UpdatedPub150_2024.csv.gz', 'world-port-index-2024.csv']] },
  { preset: ncLandlords, files: [['nc-corporate-landlords/corporate_landlord_lookup202204301254.csv', 'nc-landlords.csv']] },
  { preset: im3DataCentres, files: [['im3-datacenters/im3_datacenter_centroids.geojson', 'im3-data-centres.geojson']] },
  { preset: curatedOwnership, files: CURATED.map((name) => [`curated-ownership/${name}.csv`, `curated-${name}.csv`] as const) },
]

export const extractFile = (name: string): string => fileURLToPath(new URL(`../../extracts/${name}`, import.meta.url))

/** Records of a file as the readers of formats hand them to a preset. */
export function recordsOf(path: string): readonly RawRecord[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  if (path.endsWith('.json')) return JSON.parse(text) as readonly RawRecord[] // lists by their format
  if (path.endsWith('.geojson')) return (JSON.parse(text) as { readonly features: readonly RawRecord[] }).features
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' }).data
}

/** Runs a preset over the publishers' files, or over the extracts where `from` says so; undefined when a file is not there. */
export function outputsOf({ preset, files }: (typeof PRESET_FILES)[number], from: 'sources' | 'extracts'): readonly PresetOutput[] | undefined {
  const paths = files.map(([source, extract]) => (from === 'sources' ? sourceFile(source) : extractFile(extract)))
  if (paths.some((path) => path === undefined)) return undefined
  return runPreset(preset, files.map(([, extract], i) => ({ name: extract, records: recordsOf(paths[i]!) })))
}
