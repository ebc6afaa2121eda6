interface Box { readonly id: string; readonly x: number; readonly y: number }
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
const TURN: Readonly<Record<Arrow, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

/** The box an arrow key leads to: the nearest in that direction, what lies aside counting double. Undefined at the edge. */
export function nearestBox(boxes: readonly Box[], from: Box, arrow: Arrow): Box | undefined {
  const [right, down] = TURN[arrow]
  const cost = ({ x, y }: Box): number => {
    const ahead = (x - from.x) * right + (y - from.y) * down
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right)
    return ahead <= 1 ? Infinity : ahead + 2 * aside
  }
  const best = boxes.filter(({ id }) => id !== from.id).map((box) => ({ box, cost: cost(box) })).sort((a, b) => a.cost - b.cost)[0]
  return best && best.cost < Infinity ? best.box : undefined
}
