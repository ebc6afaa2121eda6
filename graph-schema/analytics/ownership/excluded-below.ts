import type { Cancellation } from '../parts/cancellation.ts'
import type { ExclusiveWalks } from './exclusive-walks.ts'
import { turnedWalks } from './exclusive-walks.ts'

/** Bits that say a walk with an excluded bound exists stand this much higher than those that say a walk exists. */
export const EXCLUDES_SHIFT = 16

/** Bits of a search from some starts, and what one of its nodes passes on. */
export class SpreadBelow {
  readonly bits: Uint32Array
  readonly isQueued: Uint8Array
  private readonly turned: ExclusiveWalks
  private readonly isStart: Uint8Array
  private readonly returning: ReadonlyMap<number, number>
  private readonly cancellation: Cancellation | undefined

  constructor(turned: ExclusiveWalks, starts: readonly number[], cancellation: Cancellation | undefined) {
    const { size } = turned.rows
    this.turned = turned
    this.cancellation = cancellation
    this.bits = new Uint32Array(size)
    this.isQueued = new Uint8Array(size)
    this.isStart = new Uint8Array(size)
    this.returning = new Map(starts.map((node, column) => [node, ~((1 << column) | (1 << (column + EXCLUDES_SHIFT)))])) // a walk that comes back is not followed
    starts.forEach((node, column) => { this.bits[node] = 1 << column; this.isStart[node] = this.isQueued[node] = 1 })
  }

  /** Takes a node from the queue; visits what has to be put there. */
  passOn(node: number, queue: (below: number) => void): void {
    const { bits, isQueued, isStart, turned: { rows: { heldStart: start, holder: held }, positive, excluded } } = this
    isQueued[node] = 0
    this.cancellation?.spend(1 + start[node + 1]! - start[node]!)
    const here = bits[node]!
    for (let entry = start[node]!, end = start[node + 1]!; entry < end; entry++) {
      if (positive[entry] !== 1) continue
      const below = held[entry]!
      let passed = excluded[entry] === 1 ? here | (here << EXCLUDES_SHIFT) : here
      if (isStart[below] === 1) passed &= this.returning.get(below)!
      if (((bits[below]! | passed) >>> 0) === bits[below]) continue
      bits[below]! |= passed
      if (isQueued[below] === 1) continue
      isQueued[below] = 1
      queue(below)
    }
  }
}

/** Per node 1 if the bound on what node 0 holds of it is excluded; looking down from node 0. Time O(stakes). */
export function excludedBelow(walks: ExclusiveWalks): Uint8Array {
  const search = new SpreadBelow(turnedWalks(walks), [0], undefined)
  const queue = [0]
  for (let next = 0; next < queue.length; next++) search.passOn(queue[next]!, (below) => queue.push(below))
  return Uint8Array.from(search.bits, (bits) => (bits >>> EXCLUDES_SHIFT) & 1)
}
