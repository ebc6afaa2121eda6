import type { Geometry, Position } from 'geojson'

const ringsOf = (shape: Geometry): readonly (readonly Position[][])[] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : []

/** A ring without jumps: where it crosses the 180th meridian its longitudes go on beyond it. */
function unwrapped(ring: readonly Position[]): readonly (readonly [number, number])[] {
  let turn = 0
  return ring.map((position, i) => {
    const [lon, lat] = position as [number, number] // positions have two numbers
    const step = i === 0 ? 0 : lon - ring[i - 1]![0]!
    turn += step > 180 ? -360 : step < -180 ? 360 : 0
    return [lon + turn, lat] as const
  })
}

/** Twice the area of a ring and its centroid, in the plane of degrees: good enough for a label. */
function ringCentre(jumping: readonly Position[]): { readonly area: number; readonly lon: number; readonly lat: number } {
  const ring = unwrapped(jumping)
  const [lon0, lat0] = ring[0] ?? [0, 0]
  let [area, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i++) {
    // Taken from the first corner, so that small shapes far from 0, 0 lose no digits.
    const [x0, y0, x1, y1] = [ring[i]![0] - lon0, ring[i]![1] - lat0, ring[i + 1]![0] - lon0, ring[i + 1]![1] - lat0]
    const cross = x0 * y1 - x1 * y0
    area += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  }
  return area === 0 ? { area: 0, lon: lon0, lat: lat0 } : { area: Math.abs(area), lon: lon0 + x / (3 * area), lat: lat0 + y / (3 * area) }
}

/** The middle of the largest part of a shape, [lon, lat]; undefined for a shape without area. */
export function middleOf(shape: Geometry): readonly [number, number] | undefined {
  const parts = ringsOf(shape).map(([outer]) => ringCentre(outer ?? [])).sort((a, b) => b.area - a.area)
  return parts[0] === undefined ? undefined : [((parts[0].lon + 540) % 360) - 180, parts[0].lat]
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
