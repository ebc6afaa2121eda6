import type { Geometry, Position } from 'geojson'

const ringsOf = (shape: Geometry): readonly (readonly Position[][])[] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : []

/** Twice the signed area of a ring and its centroid, in the plane of degrees: good enough for a label. */
function ringCentre(ring: readonly Position[]): { readonly area: number; readonly lon: number; readonly lat: number } {
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = [ring[i] as [number, number], ring[i + 1] as [number, number]] // positions have two numbers
    const cross = x0 * y1 - x1 * y0
    area += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  }
  const [lon, lat] = ring[0] as [number, number]
  return area === 0 ? { area: 0, lon, lat } : { area: Math.abs(area), lon: x / (3 * area), lat: y / (3 * area) }
}

/** The middle of the largest part of a shape, [lon, lat]; undefined for a shape without area. */
export function middleOf(shape: Geometry): readonly [number, number] | undefined {
  const parts = ringsOf(shape).map(([outer]) => ringCentre(outer ?? [])).sort((a, b) => b.area - a.area)
  return parts[0] === undefined ? undefined : [parts[0].lon, parts[0].lat]
}

/** Ray casting: a point is inside when a ray to the east crosses the ring an odd number of times. */
function inRing(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[x0, y0], [x1, y1]] = [ring[i] as [number, number], ring[j] as [number, number]]
    if (y0 > lat !== y1 > lat && lon < ((x1 - x0) * (lat - y0)) / (y1 - y0) + x0) inside = !inside
  }
  return inside
}

/** Whether a point lies in a shape: in the outer ring of a part and in none of its holes. */
export const contains = (shape: Geometry, lon: number, lat: number): boolean =>
  ringsOf(shape).some(([outer, ...holes]) => outer !== undefined && inRing(outer, lon, lat) && !holes.some((hole) => inRing(hole, lon, lat)))
