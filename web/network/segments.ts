import type { Point } from './layered-layout.ts'

/** Corners as Cytoscape wants them: along the straight line between the ends (0–1) and to its left (px). */
export interface Segments { readonly weights: readonly number[]; readonly distances: readonly number[] }

/** Corners between two ends of a line; ends on one point have none. */
export function segmentsOf(corners: readonly Point[]): Segments {
  const [start, end] = [corners[0], corners.at(-1)]
  if (!start || !end || corners.length < 3) return { weights: [], distances: [] }
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const squared = dx * dx + dy * dy
  if (squared === 0) return { weights: [], distances: [] }
  const length = Math.sqrt(squared)
  const between = corners.slice(1, -1).map(({ x, y }) => ({ x: x - start.x, y: y - start.y }))
  return {
    weights: between.map(({ x, y }) => round((x * dx + y * dy) / squared)),
    distances: between.map(({ x, y }) => round((y * dx - x * dy) / length)),
  }
}
const round = (value: number): number => Math.round(value * 1e4) / 1e4
