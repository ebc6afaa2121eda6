import type { TemplateRow } from '#ingest/preset.ts'
import { AREAS } from '#ingest/presets/curated/areas.ts'
import { worldPortIndex } from '#ingest/presets/world-port-index.ts'
import { runPreset } from '../run-preset.ts'
import type { SourceFiles } from '../source-files.ts'
import { countries, subdivisions } from './countries.ts'
import type { PlaceEntry } from './place-row.ts'
import { placeRow } from './place-row.ts'
import type { TerminalPoint } from './ports.ts'
import { ports } from './ports.ts'
import { towns } from './towns.ts'
import { countyTable, usCounties } from './us-counties.ts'

/** What other data sets need from the gazetteer: their terminals and the ids of places their rows name. */
export interface PlaceNeeds {
  readonly terminals: readonly TerminalPoint[]
  readonly placeIds: readonly string[]
  /** Better names of some towns, by id. */
  readonly names: ReadonlyMap<string, string>
}
export interface PlaceFiles {
  readonly files: Readonly<Record<string, readonly TemplateRow[]>>
  readonly countyTable: ReturnType<typeof countyTable>
}

/** The gazetteer. The newer edition of the World Port Index comes first, so its names stand. */
export function makePlaces(files: SourceFiles, { terminals, placeIds, names }: PlaceNeeds): PlaceFiles {
  const wpi = runPreset(worldPortIndex, ['2024', '2023'].map((year) => ({ name: year, records: files.table(`wpi/UpdatedPub150_${year}.csv.gz`) })))
  const counties = usCounties()
  const needed = [...placeIds, ...AREAS.map(({ partOf }) => partOf)].flatMap((id) => /^geonames:(\d+)$/.exec(id)?.[1] ?? []).map(Number)
  const lists: Readonly<Record<string, readonly PlaceEntry[]>> = {
    countries: countries(), subdivisions: subdivisions(), 'us-counties': counties,
    ports: ports(wpi.flatMap(({ rows }) => rows), terminals, names), towns: [...towns(needed), ...AREAS],
  }
  return { files: Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(placeRow)])), countyTable: countyTable(counties) }
}
