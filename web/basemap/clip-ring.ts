import type { Position } from './cells.ts'

type Edge = { readonly inside: (p: Position) => boolean; readonly cut: (a: Position, b: Position) => Position }

const vertical = (lon: number, keepEast: boolean): Edge => ({
  inside: ([x]) => (keepEast ? x >= lon : x <= lon),
  cut: ([ax, ay], [bx, by]) => [lon, ay + ((by - ay) * (lon - ax)) / (bx - ax)],
})
const horizontal = (lat: number, keepNorth: boolean): Edge => ({
  inside: ([, y]) => (keepNorth ? y >= lat : y <= lat),
  cut: ([ax, ay], [bx, by]) => [ax + ((bx - ax) * (lat - ay)) / (by - ay), lat],
})

/**
 * The part of a closed ring inside a box, in plane degrees (Sutherland & Hodgman 1974).
 * A concave ring may come back with edges along the box; they fill correctly and are never stroked.
 */
export function clipRing(ring: readonly Position[], [west, south, east, north]: readonly [number, number, number, number]): Position[] {
  const edges = [vertical(west, true), vertical(east, false), horizontal(south, true), horizontal(north, false)]
  let points: readonly Position[] = ring.slice(0, -1)
  for (const edge of edges) {
    const kept: Position[] = []
    for (const [i, point] of points.entries()) {
      const before = points[(i + points.length - 1) % points.length]!
      if (edge.inside(point) !== edge.inside(before)) kept.push(edge.cut(before, point))
      if (edge.inside(point)) kept.push(point)
    }
    points = kept
  }
  return points.length < 3 ? [] : [...points, points[0]!]
}
