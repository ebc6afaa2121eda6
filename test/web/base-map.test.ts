import { describe, expect, it } from 'vitest'
import { boundsOfCell, cellOf, cellsOfBox } from '../../web/basemap/cells.ts'
import { clipRing } from '../../web/basemap/clip-ring.ts'
import { landByCell, linesByCell } from '../../web/basemap/detail.ts'

const area = (ring: readonly (readonly [number, number])[]) => Math.abs(ring.slice(0, -1).reduce((sum, [x, y], i) => sum + x * ring[i + 1]![1] - ring[i + 1]![0] * y, 0)) / 2

describe('the detailed base map', () => {
  it('finds Rotterdam and Los Angeles in cells that contain them', () => {
    for (const point of [[4.1, 51.95], [-118.25, 33.73], [180, 90], [-180, -90]] as const) {
      const [west, south, east, north] = boundsOfCell(cellOf(point))
      expect(point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north).toBe(true)
    }
  })
  it('names every cell a box touches, also when it is narrower than a cell', () => {
    expect(cellsOfBox([14, 44, 16, 46])).toEqual(['12-8', '12-9', '13-8', '13-9'])
    expect(cellsOfBox([4, 51, 5, 52])).toEqual(['12-9'])
  })
  it('cuts a ring at the edges of a box', () => {
    const square = [[-10, -10], [10, -10], [10, 10], [-10, 10], [-10, -10]] as const
    expect(area(clipRing(square, [0, 0, 15, 15]) as [number, number][])).toBe(100)
    expect(clipRing(square, [20, 20, 30, 30])).toEqual([])
    expect(area(clipRing(square, [-90, -90, 90, 90]) as [number, number][])).toBe(400)
  })
  it('keeps the area of land when it is divided into cells, and drops a ring that is the whole globe', () => {
    const land = { type: 'Polygon' as const, coordinates: [[[-20, -20], [20, -20], [20, 20], [-20, 20], [-20, -20]]] }
    const globe = { type: 'Polygon' as const, coordinates: [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]] }
    const cells = landByCell([land, globe])
    const total = [...cells.values()].flat().reduce((sum, polygon) => sum + area(polygon[0] as [number, number][]), 0)
    expect(total).toBe(1600)
  })
  it('draws each segment of a line in exactly one cell', () => {
    const cells = linesByCell({ type: 'MultiLineString', coordinates: [[[10, 50], [14, 50], [16, 50], [20, 50]]] })
    const segments = [...cells.values()].flat().reduce((sum, line) => sum + line.length - 1, 0)
    expect(segments).toBe(3)
  })
})
