interface Box { readonly id: string; readonly x: number; readonly y: number }
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
const TURN: Readonly<Record<Arrow, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

/** A step aside costs more sideways, where boxes of one layer lie in a row, than between layers. */
const ASIDE = { sideways: 5, layers: 0.6 } as const

/** The box an arrow key leads to: the nearest in that direction. Undefined at the edge. */
export function nearestBox(boxes: readonly Box[], from: Box, arrow: Arrow): Box | undefined {
  const [right, down] = TURN[arrow]
  const cost = ({ x, y }: Box): number => {
    const ahead = (x - from.x) * right + (y - from.y) * down
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right)
    return ahead <= 1 ? Infinity : ahead + aside * (down === 0 ? ASIDE.sideways : ASIDE.layers)
  }
  const best = boxes.filter(({ id }) => id !== from.id).map((box) => ({ box, cost: cost(box) })).sort((a, b) => a.cost - b.cost)[0]
  return best && best.cost < Infinity ? best.box : undefined
}
