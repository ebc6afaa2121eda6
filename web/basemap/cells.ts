/** Side of a cell of the detailed base map, degrees. A harbour needs one or two of them. */
export const CELL_DEGREES = 15

export type Position = readonly [lon: number, lat: number]

/** Name of the cell a point lies in: column from the west, row from the south. */
export function cellOf([lon, lat]: Position): string {
  const column = Math.min(Math.floor((lon + 180) / CELL_DEGREES), 360 / CELL_DEGREES - 1)
  const row = Math.min(Math.floor((lat + 90) / CELL_DEGREES), 180 / CELL_DEGREES - 1)
  return `${Math.max(column, 0)}-${Math.max(row, 0)}`
}

/** Every cell a box touches. */
export function cellsOfBox([west, south, east, north]: readonly [number, number, number, number]): string[] {
  const names = new Set<string>()
  const step = (from: number, to: number): number[] => {
    const stops: number[] = []
    for (let at = from; at < to; at += CELL_DEGREES) stops.push(at)
    return [...stops, to]
  }
  for (const lon of step(Math.max(west, -180), Math.min(east, 180))) for (const lat of step(Math.max(south, -90), Math.min(north, 90))) names.add(cellOf([lon, lat]))
  return [...names]
}

/** West, south, east and north of a cell. */
export function boundsOfCell(name: string): [number, number, number, number] {
  const [column, row] = name.split('-').map(Number) as [number, number] // written by cellOf
  const west = column * CELL_DEGREES - 180
  const south = row * CELL_DEGREES - 90
  return [west, south, west + CELL_DEGREES, south + CELL_DEGREES]
}
