import { quietName } from '../i18n/quiet-name.ts'
import type { Feature, FeatureCollection, Point } from 'geojson'

/** A point of a map: a site, or a place on record. */
export interface MapPoint {
  readonly id: string
  readonly name: string
  readonly lon: number
  readonly lat: number
  /** How strongly it stands out: sites on record for a place, 1 for a site. */
  readonly weight?: number
  /** A faint mark: on record, but not of the row in question. */
  readonly faint?: boolean
  /** Known only to lie somewhere in its place: drawn as a wide ring around the place, never as a point. */
  readonly wide?: boolean
}
type Located = { readonly id: string; readonly name: string; readonly coordinates: { readonly lat: number; readonly lon: number } | null }

/** Those with a point; the others are counted beside the map, never drawn somewhere. */
export const located = <T extends Located>(items: readonly T[]): (T & { lon: number; lat: number })[] =>
  items.flatMap((item) => (item.coordinates ? [{ ...item, lon: item.coordinates.lon, lat: item.coordinates.lat }] : []))

/** Points as a MapLibre source, coordinates WGS 84 [lon, lat]. */
export const pointFeatures = (points: readonly MapPoint[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: points.map(({ id, name, lon, lat, weight = 1, faint = false, wide = false }): Feature<Point> => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { id, name: quietName(name), weight, faint, wide },
  })),
})

/** A box around points with a margin, degrees: at least `least` wide, so that one site is not shown from a metre above. */
export function boundsAround(points: readonly { lon: number; lat: number }[], least = 0.16): [number, number, number, number] | undefined {
  if (points.length === 0) return undefined
  const lons = points.map(({ lon }) => lon)
  const lats = points.map(({ lat }) => lat)
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const widen = (from: number, to: number): [number, number] => { const missing = Math.max(least - (to - from), 0) / 2; return [from - missing, to + missing] }
  const [w, e] = widen(west, east)
  const [s, n] = widen(south, north)
  return [w, s, e, n]
}
