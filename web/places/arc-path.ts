export interface ScreenPoint { readonly x: number; readonly y: number }

/** A curve between two points of the screen, bowed upwards (or sideways when one lies above the other), in SVG path syntax. */
export function arcPath(a: ScreenPoint, b: ScreenPoint): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const upright = Math.abs(dy) > Math.abs(dx)
  const bow = Math.min(Math.hypot(dx, dy) * 0.22, 160)
  const middle = { x: (a.x + b.x) / 2 + (upright ? bow : 0), y: (a.y + b.y) / 2 - (upright ? 0 : bow) }
  const at = ({ x, y }: ScreenPoint) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return `M${at(a)}Q${at(middle)} ${at(b)}`
}
