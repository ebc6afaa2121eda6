import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'

/** Bounds of n_ii = 1 + what of node i comes back to it through others. */
export interface ReturningShare { readonly atLeast: number; readonly atMost: number }

/**
 * Follows one share of a node upwards until what is still under way no longer matters, or until the work allowed is
 * spent; the answer is a bracket either way, wider when stopped early, never wrong.
 *
 * With r the mass still under way and p what has come by so far, p ≤ n_ii ≤ p / (1 − r): each of the r can return
 * to i at most n_ii times in total. The upper end needs columns that add up to at most 1.
 *
 * @param rows by held node: each row lists the holders of one node inside the component
 * @param work largest number of stakes followed
 * @throws Cancelled, from the function returned
 * @see Andersen, Chung & Lang (2006) for the residual push. Time O(work), space O(size) kept between calls.
 */
export function returningShares(
  rows: ComponentRows,
  {
    tolerance = 1e-12,
    work = 100_000,
    cancellation,
  }: { readonly tolerance?: number; readonly work?: number; readonly cancellation?: Cancellation | undefined } = {},
): (node: number) => ReturningShare {
  const waiting = new Float64Array(rows.size)
  const queue = new Int32Array(rows.size + 1)
  const queued = new Uint8Array(rows.size)
  return (node) => {
    let head = 0
    let tail = 0
    let underWay = 1
    let passed = 0
    let followed = 0
    const add = (at: number, amount: number) => {
      waiting[at]! += amount
      if (queued[at] === 1) return
      queued[at] = 1
      queue[tail] = at
      tail = (tail + 1) % queue.length
    }
    add(node, 1)
    while (head !== tail && underWay > tolerance && followed < work) {
      const at = queue[head]!
      head = (head + 1) % queue.length
      queued[at] = 0
      const amount = waiting[at]!
      waiting[at] = 0
      if (at === node) passed += amount
      underWay -= amount
      for (let entry = rows.start[at]!; entry < rows.start[at + 1]!; entry++) {
        add(rows.column[entry]!, rows.weight[entry]! * amount)
        underWay += rows.weight[entry]! * amount
      }
      if (rows.own[at]! > 0) {
        add(at, rows.own[at]! * amount)
        underWay += rows.own[at]! * amount
      }
      cancellation?.spend(rows.start[at + 1]! - rows.start[at]! + 1)
      followed += rows.start[at + 1]! - rows.start[at]! + 1
    }
    for (; head !== tail; head = (head + 1) % queue.length) {
      waiting[queue[head]!] = 0
      queued[queue[head]!] = 0
    }
    const left = Math.max(0, underWay)
    return { atLeast: passed, atMost: left < 1 ? passed / (1 - left) : Infinity }
  }
}
