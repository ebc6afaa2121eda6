import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TemplateRow } from '#ingest/preset.ts'
import { CuratedCollection } from './curated-collection.ts'
import { makeBrands } from './brands/mapping.ts'
import { makeDataCentres } from './data-centres/mapping.ts'
import { makeLandlords } from './landlords/mapping.ts'
import { makePlaces } from './places/mapping.ts'
import { makePorts } from './ports/mapping.ts'
import { writeRows } from './row-file.ts'
import { SourceFiles } from './source-files.ts'

type Files = Readonly<Record<string, readonly TemplateRow[]>>
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Makes every rows file of the built-in data sets from the publishers' files. Running it twice gives no difference:
 * nothing depends on the clock, the order of a map or the machine.
 */
export function makeRows(folder: string): void {
  const files = new SourceFiles(folder)
  const curated = new CuratedCollection(files)
  const ports = makePorts(files, curated)
  const terminals = ports['terminals']!.map(({ cells }) => ({ locode: cells['place_id']!.slice('unlocode:'.length), lat: Number(cells['lat']), lon: Number(cells['lon']) }))
  const placeIds = curated.rows('sites').flatMap(({ cells }) => cells['place_id'] ?? [])
  const places = makePlaces(files, { terminals, placeIds, names: curated.placeNames })
  writeFileSync(here('../ingest/presets/us-counties.json'), `${JSON.stringify(places.countyTable, null, 1)}\n`)
  const datasets: Readonly<Record<string, Files>> = {
    places: places.files, ports, 'data-centres': makeDataCentres(files, curated), landlords: makeLandlords(files, curated), brands: makeBrands(curated),
  }
  for (const [dataset, lists] of Object.entries(datasets)) {
    for (const [name, rows] of Object.entries(lists)) if (rows.length > 0) writeRows(here(`${dataset}/${name}.csv`), rows[0]!.template, rows)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.env['MIRRORPOINT_SOURCES']
  if (folder === undefined) {
    console.error('Set MIRRORPOINT_SOURCES to the folder with the publishers’ files; datasets/README.md lists them.')
    process.exitCode = 1
  } else makeRows(folder)
}
