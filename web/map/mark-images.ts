import type { Map as MapLibre } from 'maplibre-gl'

const SIZE = 24
const RATIO = 2

/** Distance of a point to the edge of a shape centred on 0, 0: negative inside. */
export const shapeDistance = {
  circle: (x: number, y: number, r: number) => Math.hypot(x, y) - r,
  diamond: (x: number, y: number, r: number) => (Math.abs(x) + Math.abs(y) - r * 1.25) / Math.SQRT2,
}

/** A mark with a thin rim of the ground colour, so that marks that overlap stay apart. Pixels, RGBA. */
export function markPixels(shape: keyof typeof shapeDistance, fill: string, rim: string): { width: number; height: number; data: Uint8ClampedArray } {
  const width = SIZE * RATIO
  const data = new Uint8ClampedArray(width * width * 4)
  const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const [inner, outer] = [rgb(fill), rgb(rim)]
  const cover = (distance: number) => Math.min(Math.max(0.5 - distance, 0), 1)
  for (let row = 0; row < width; row++) for (let column = 0; column < width; column++) {
    const [x, y] = [column - width / 2 + 0.5, row - width / 2 + 0.5]
    const distance = shapeDistance[shape](x, y, SIZE * RATIO * 0.34)
    const [core, whole] = [cover(distance), cover(distance - 2.5)]
    const at = (row * width + column) * 4
    for (let band = 0; band < 3; band++) data[at + band] = inner[band]! * core + outer[band]! * (1 - core)
    data[at + 3] = whole * 255
  }
  return { width, height: width, data }
}

export function addMarks(map: MapLibre, colours: { here: string; there: string; ink: string; paper: string }): void {
  const add = (name: string, shape: 'circle' | 'diamond', fill: string) => {
    if (!map.hasImage(name)) map.addImage(name, markPixels(shape, fill, colours.paper), { pixelRatio: RATIO })
  }
  add('here', 'circle', colours.here)
  add('there', 'diamond', colours.there)
}
