import type { MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { boundsOfCell, cellOf, cellsOfBox } from './cells.ts'
import type { Position } from './cells.ts'
import { clipRing } from './clip-ring.ts'

const round = (degrees: number): number => Math.round(degrees * 1000) / 1000
export const rounded = (points: readonly Position[]): Position[] => points.map(([lon, lat]) => [round(lon), round(lat)])

function boxOf(ring: readonly Position[]): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of ring) {
    west = Math.min(west, lon); east = Math.max(east, lon)
    south = Math.min(south, lat); north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/** A sliver wound the wrong way comes back from the cut as the whole globe with a hole; it is no land. */
const isGlobe = (ring: readonly Position[]): boolean => { const [west, south, east, north] = boxOf(ring); return east - west > 359 && north - south > 179 }

/** Land of each cell as polygons, holes kept. Time O(points · cells touched). */
export function landByCell(shapes: readonly (Polygon | MultiPolygon)[]): Map<string, Position[][][]> {
  const cells = new Map<string, Position[][][]>()
  for (const shape of shapes) {
    const polygons = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as unknown as Position[][][]
    for (const polygon of polygons) {
      if (isGlobe(polygon[0]!)) continue
      for (const name of cellsOfBox(boxOf(polygon[0]!))) {
        const box = boundsOfCell(name)
        const [outer, ...holes] = polygon.map((ring) => rounded(clipRing(ring, box)))
        if (!outer || outer.length < 4) continue
        cells.set(name, [...(cells.get(name) ?? []), [outer, ...holes.filter((hole) => hole.length >= 4)]])
      }
    }
  }
  return cells
}

/** Lines of each cell; a segment belongs to the cell of its midpoint, so none is drawn twice. */
export function linesByCell({ coordinates }: MultiLineString): Map<string, Position[][]> {
  const cells = new Map<string, Position[][]>()
  for (const line of coordinates as unknown as Position[][]) {
    let open: { name: string; points: Position[] } | undefined
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!]
      const name = cellOf([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
      if (open?.name === name) { open.points.push(b); continue }
      open = { name, points: [a, b] }
      cells.set(name, [...(cells.get(name) ?? []), open.points])
    }
  }
  return cells
}
