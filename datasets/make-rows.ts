import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TemplateRow } from '#ingest/preset.ts'
import { CuratedCollection } from './curated-collection.ts'
import { makeBrands } from './brands/mapping.ts'
import { makeDataCentres } from './data-centres/mapping.ts'
import { makeLandlords } from './landlords/mapping.ts'
import { makePlaces } from './places/mapping.ts'
import { makePorts } from './ports/mapping.ts'
import { distinct, rowsToCsv } from './row-file.ts'
import { SourceFiles } from './source-files.ts'

type Files = Readonly<Record<string, readonly TemplateRow[]>>

/**
 * Every rows file of the built-in data sets, made from the publishers' files: path from this folder → content.
 * Making them twice gives no difference: nothing depends on the clock, the order of a map or the machine.
 * @param folder the publishers' files, see README.md
 */
export function madeFiles(folder: string): ReadonlyMap<string, string> {
  const files = new SourceFiles(folder)
  const curated = new CuratedCollection(files)
  const ports = makePorts(files, curated)
  const terminals = ports['terminals']!.map(({ cells }) => ({ locode: cells['place_id']!.slice('unlocode:'.length), lat: Number(cells['lat']), lon: Number(cells['lon']) }))
  const placeIds = curated.rows('sites').flatMap(({ cells }) => cells['place_id'] ?? [])
  const places = makePlaces(files, { terminals, placeIds, names: curated.placeNames })
  const datasets: Readonly<Record<string, Files>> = {
    places: places.files, ports, 'data-centres': makeDataCentres(files, curated), landlords: makeLandlords(files, curated), brands: makeBrands(curated),
  }
  const made = new Map([['../ingest/presets/us-counties.json', `${JSON.stringify(places.countyTable, null, 1)}\n`]])
  for (const [dataset, lists] of Object.entries(datasets)) {
    for (const [name, rows] of Object.entries(lists)) if (rows.length > 0) made.set(`${dataset}/${name}.csv`, rowsToCsv(rows[0]!.template, distinct(rows)))
  }
  return made
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.env['MIRRORPOINT_SOURCES']
  if (folder === undefined) {
    console.error('Set MIRRORPOINT_SOURCES to the folder with the publishers’ files; datasets/README.md lists them.')
    process.exitCode = 1
  } else {
    for (const [name, content] of madeFiles(folder)) {
      const path = fileURLToPath(new URL(name, import.meta.url))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
    }
  }
}
