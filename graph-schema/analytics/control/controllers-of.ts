import type { ControlClosure } from './group-control.ts'
import type { Rows } from '../parts/rows.ts'
import { rowsFrom } from '../parts/rows.ts'

const known = new WeakMap<ControlClosure, Rows>()

/** Who controls each node: a closure read from the other side, ascending within a row; kept per closure. Time and space O(size + pairs of controller and controlled). */
export function controllersOf(closure: ControlClosure): Rows {
  const found = known.get(closure)
  if (found !== undefined) return found
  const { controls, controlsStart } = closure
  const size = controlsStart.length - 1
  const actor = new Int32Array(controls.length)
  for (let one = 0; one < size; one++) actor.fill(one, controlsStart[one], controlsStart[one + 1])
  const rows = rowsFrom(size, controls, actor)
  known.set(closure, rows)
  return rows
}
