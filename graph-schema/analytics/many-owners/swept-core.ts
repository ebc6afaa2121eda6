import type { Cancellation } from '../parts/cancellation.ts'
import { rowsFrom } from '../parts/rows.ts'
import type { Reduction } from '../ownership/sparse-reduction.ts'
import type { WeightedRows } from '../parts/weighted-rows.ts'
import { weightedRows } from '../parts/weighted-rows.ts'

/** A trial that has not settled after so many sweeps is left to a method that does not depend on how fast sweeps settle. */
const TRIAL_SWEEPS = 200
/** A trial has settled when a sweep changes the values by no more than this part of them. */
const SETTLED = 1e-13
/** Growth below this is rounding. */
const GROWTH = 1 + 1e-9

/** What is left of a component after reduction, in an order in which Gauss–Seidel sweeps settle quickly: value = factor · (inflow + Σ weight · value). */
export interface SweptCore {
  /** Nodes of the component in the order they are swept; position in here is the row. */
  readonly nodes: Int32Array
  /** Stakes in the core: what one sweep costs. Each row names the rows of its holders. */
  readonly rows: WeightedRows
  /** Per row, 1 / (1 − own share). */
  readonly factor: Float64Array
  /** Sweeps until a trial with inflow in every row settled. */
  readonly sweeps: number
}

/**
 * Orders a core and finds out by a trial how many sweeps it needs.
 *
 * The changes of one sweep from nothing follow from those of the sweep before by a matrix without negative elements.
 * Where every one of them grows, the sum over walks is not finite (Collatz–Wielandt).
 *
 * @returns 'ENDLESS' where that happens, 'SLOW' where the trial neither settles nor grows everywhere
 * @throws Cancelled
 * @see Collatz (1942), Wielandt (1950). Time O(core + entries · sweeps).
 */
export function sweptCore(reduction: Reduction, cancellation?: Cancellation): SweptCore | 'ENDLESS' | 'SLOW' {
  const { size, core, left, leaving } = reduction
  const order = holdersFirst(reduction)
  const position = new Int32Array(size)
  const row = new Int32Array(core.length)
  order.forEach((place, at) => { position[core[place]!] = row[place] = at })
  const factor = new Float64Array(core.length)
  const held = new Int32Array(left.column.length)
  for (let place = 0; place < core.length; place++) {
    let leaves = leaving[core[place]!]!
    for (let entry = left.start[place]!; entry < left.start[place + 1]!; entry++) {
      leaves += left.weight[entry]!
      held[entry] = row[place]!
    }
    factor[row[place]!] = 1 / leaves
  }
  if (factor.some((value) => !(value > 0 && value < Infinity))) return 'ENDLESS'
  const swept = { nodes: order.map((place) => core[place]!), rows: weightedRows(core.length, held, left.column.map((holder) => position[holder]!), left.weight), factor }
  const sweeps = trial(swept, cancellation)
  return typeof sweeps === 'number' ? { ...swept, sweeps } : sweeps
}

/** Places in the core in reverse postorder of a depth-first search from holders to what they hold, the largest holders first: few stakes run back. */
function holdersFirst({ size, core, left }: Reduction): Int32Array {
  const placeOf = new Int32Array(size)
  const held = new Int32Array(left.column.length)
  core.forEach((node, place) => { placeOf[node] = place; held.fill(place, left.start[place], left.start[place + 1]) })
  const { start, items } = rowsFrom(core.length, left.column.map((holder) => placeOf[holder]!), held)
  const next = start.slice(0, core.length)
  const seen = new Uint8Array(core.length)
  const order = new Int32Array(core.length)
  const path = new Int32Array(core.length)
  let place = core.length
  const byHoldings = Int32Array.from(core.keys()).sort((a, b) => start[b + 1]! - start[b]! - (start[a + 1]! - start[a]!))
  for (const root of byHoldings) {
    if (seen[root] === 1) continue
    seen[root] = 1
    path[0] = root
    for (let depth = 0; depth >= 0; ) {
      const node = path[depth]!
      if (next[node] === start[node + 1]) {
        order[--place] = node
        depth--
        continue
      }
      const below = items[next[node]!++]!
      if (seen[below] === 1) continue
      seen[below] = 1
      path[++depth] = below
    }
  }
  return order
}

function trial({ rows: { start, column, weight }, factor }: Omit<SweptCore, 'sweeps'>, cancellation?: Cancellation): number | 'ENDLESS' | 'SLOW' {
  const size = factor.length
  const value = new Float64Array(size)
  const change = new Float64Array(size)
  for (let sweep = 1; sweep <= TRIAL_SWEEPS; sweep++) {
    cancellation?.spend(column.length)
    let [sum, changed, leastGrowth] = [0, 0, Infinity]
    for (let at = 0; at < size; at++) {
      let flow = 1
      for (let entry = start[at]!; entry < start[at + 1]!; entry++) flow += weight[entry]! * value[column[entry]!]!
      const now = factor[at]! * flow
      leastGrowth = Math.min(leastGrowth, (now - value[at]!) / change[at]!)
      change[at] = now - value[at]!
      value[at] = now
      changed += change[at]!
      sum += now
    }
    if (sweep > 1 && leastGrowth >= GROWTH) return 'ENDLESS'
    if (!(sum < 1e100)) return 'SLOW'
    if (changed <= SETTLED * sum) return sweep
  }
  return 'SLOW'
}
