import type { Network } from './network.ts'
import { spanningTree } from './spanning-tree.ts'

/** Size of a drawn box, in the units of the drawing (pixels at 100 %). */
export const BOX = { width: 164, height: 50 } as const
/** Room beside a stacked box for its line and the words on it; gaps between boxes. */
const INDENT = 114
const GAP = { row: 10, column: 16 } as const
/** Most boxes one above the other: more in a tall drawing than in a wide one. */
export const ROWS = { tall: 8, wide: 4 } as const
export type Shape = keyof typeof ROWS
/** A row of so many is read at a glance; more become a stack. */
const ROW = { up: 4, down: 3 } as const

/** Neighbours of one node through which nothing else is reached: drawn one above the other, with a spine at their left. */
export interface Stack {
  readonly id: string
  readonly side: 'up' | 'down'
  readonly parent: string
  readonly members: readonly string[]
  readonly width: number
  readonly height: number
  /** Per member, from the upper left corner of the stack: centre of its box and its spine. */
  readonly places: readonly { readonly x: number; readonly y: number; readonly spine: number }[]
}

/** Stacks of a network: every node is in at most one. */
export function stacksOf(network: Network, shape: Shape = 'tall'): readonly Stack[] {
  return (['up', 'down'] as const).flatMap((side) => {
    const { far } = spanningTree(network, side)
    return [...far].flatMap(([parent, all]) => {
      const members = all.filter((id) => !far.has(id))
      return members.length > ROW[side] ? [stackOf(side, parent, members, ROWS[shape])] : []
    })
  })
}

function stackOf(side: 'up' | 'down', parent: string, members: readonly string[], most: number): Stack {
  const columns = Math.ceil(members.length / most)
  const rows = Math.ceil(members.length / columns)
  const [columnWidth, rowHeight] = [INDENT + BOX.width, BOX.height + GAP.row]
  const places = members.map((_member, at) => {
    const left = Math.floor(at / rows) * (columnWidth + GAP.column)
    return { x: left + INDENT + BOX.width / 2, y: (at % rows) * rowHeight + BOX.height / 2, spine: left + 8 }
  })
  return { id: `stack:${side}:${parent}`, side, parent, members, places, width: columns * columnWidth + (columns - 1) * GAP.column, height: rows * rowHeight - GAP.row }
}
