import type { Cancellation } from './cancellation.ts'
import { WIDTH } from './interleaved-columns.ts'
import { rowsFrom } from './rows.ts'
import type { Reduction } from './sparse-reduction.ts'
import type { SweepMachine } from './sweep-machine.ts'
import { sweepMachine } from './sweep-machine.ts'
import { weightedRows } from './weighted-rows.ts'

/** A trial that has not settled after so many sweeps is left to a method that does not depend on how fast sweeps settle. */
const TRIAL_SWEEPS = 200
/** A trial has settled when a sweep changes the values by no more than this part of them. */
const SETTLED = 1e-13
/** Growth below this is rounding. */
const GROWTH = 1 + 1e-9

/** What is left of a component after reduction, in an order in which Gauss–Seidel sweeps settle quickly. */
export interface SweptCore {
  /** Nodes of the component in the order they are swept; position in here is the row. */
  readonly nodes: Int32Array
  readonly machine: SweepMachine
  /** Stakes in the core: what one sweep costs. */
  readonly entries: number
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
  const nodes = holdersFirst(reduction)
  const position = new Int32Array(reduction.size)
  nodes.forEach((node, at) => { position[node] = at })
  const [holders, held, shares, factor]: [number[], number[], number[], Float64Array] = [[], [], [], new Float64Array(nodes.length)]
  nodes.forEach((node, at) => {
    let leaves = reduction.leaving[node]!
    reduction.holdersOf(node).forEach((holder, entry) => {
      const share = reduction.sharesOf(node)[entry]!
      leaves += share
      holders.push(position[holder]!)
      held.push(at)
      shares.push(share)
    })
    factor[at] = 1 / leaves
  })
  if (factor.some((value) => !(value > 0 && value < Infinity))) return 'ENDLESS'
  const core = { nodes, entries: held.length, machine: sweepMachine({ rows: weightedRows(nodes.length, held, holders, shares), factor }) }
  const sweeps = trial(core, cancellation)
  return typeof sweeps === 'number' ? { ...core, sweeps } : sweeps
}

/** Reverse postorder of a depth-first search from holders to what they hold, the largest holders first: few stakes run back. */
function holdersFirst({ size, core, holdersOf }: Reduction): Int32Array {
  const [holder, held]: [number[], number[]] = [[], []]
  for (const node of core) {
    for (const one of holdersOf(node)) {
      holder.push(one)
      held.push(node)
    }
  }
  const holdings = rowsFrom(size, holder, held)
  const count = (node: number) => holdings.start[node + 1]! - holdings.start[node]!
  const next = holdings.start.slice(0, size)
  const seen = new Uint8Array(size)
  const order = new Int32Array(core.length)
  let place = core.length
  for (const root of [...core].sort((a, b) => count(b) - count(a))) {
    if (seen[root] === 1) continue
    seen[root] = 1
    const path = [root]
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const below = next[node]! < holdings.start[node + 1]! ? holdings.items[next[node]!++] : undefined
      if (below === undefined) order[--place] = path.pop()!
      else if (seen[below] === 0) {
        seen[below] = 1
        path.push(below)
      }
    }
  }
  return order
}

function trial({ nodes: { length: size }, entries, machine: { inflow, value, sweep: run } }: Omit<SweptCore, 'sweeps'>, cancellation?: Cancellation): number | 'ENDLESS' | 'SLOW' {
  for (let at = 0; at < size; at++) inflow[at * WIDTH] = 1
  const before = new Float64Array(size)
  const change = new Float64Array(size)
  for (let sweep = 1; sweep <= TRIAL_SWEEPS; sweep++) {
    cancellation?.spend(entries * WIDTH)
    run(1)
    let [sum, changed, leastGrowth] = [0, 0, Infinity]
    for (let at = 0; at < size; at++) {
      const now = value[at * WIDTH]!
      leastGrowth = Math.min(leastGrowth, (now - before[at]!) / change[at]!)
      change[at] = now - before[at]!
      before[at] = now
      changed += change[at]!
      sum += now
    }
    if (sweep > 1 && leastGrowth >= GROWTH) return 'ENDLESS'
    if (!(sum < 1e100)) return 'SLOW'
    if (changed <= SETTLED * sum) return sweep
  }
  return 'SLOW'
}

/** Solves for the inflow in place, in eight columns, beginning with what `value` holds. Time O(8 · entries · times). @throws Cancelled */
export function sweepCore({ machine, entries }: SweptCore, value: Float64Array, inflow: Float64Array, times: number, cancellation?: Cancellation): void {
  machine.inflow.set(inflow)
  machine.value.set(value)
  for (let done = 0; done < times; done++) {
    cancellation?.spend(entries * WIDTH)
    machine.sweep(1)
  }
  value.set(machine.value)
}
