import type { ComponentRows } from './component-rows.ts'
import type { ComponentFactors } from './exact-component.ts'
import { factorComponent, solveDown, solveUp } from './exact-component.ts'
import { SHARE_ROUNDING } from './stake-bounds.ts'

/** Shares passed on before a component counts as too entangled to be reduced. */
const REDUCTION_WORK = 2_000_000

/** One node taken out: what it passes on from those it holds to those that hold it. */
interface Eliminated {
  readonly node: number
  /** 1 − own share, added up from what leaves the node. */
  readonly pivot: number
  /** Holders of the node, and their share of it divided by the pivot. */
  readonly holders: readonly number[]
  readonly multipliers: readonly number[]
  /** What the node holds, and how much of it. */
  readonly held: readonly number[]
  readonly shares: readonly number[]
}

/** A component taken apart node by node down to a core, which is factored densely. */
export interface ReducedComponent {
  readonly size: number
  readonly steps: readonly Eliminated[]
  readonly core: Int32Array
  readonly factors: ComponentFactors
}

/**
 * Factors I − W of a sparse component by taking out, one after the other, the node through which the fewest pairs of
 * neighbours are joined; without subtraction, as in {@link factorComponent}. Ownership rings are long and thin, so
 * that a component of thousands of nodes usually shrinks to a core of a few.
 *
 * @param byHeld each row lists the holders of one member
 * @param leaving per member, share held outside the component; is overwritten
 * @param coreUpTo elimination is dense from here on
 * @returns 'ENDLESS' if the sum over walks is not finite, 'ENTANGLED' if reducing takes too many steps
 * @see Markowitz (1957) for the order; Grassmann, Taksar & Heyman (1985) for the arithmetic. Time O(Σ holders · held of each node taken out + core³).
 */
export function reduceComponent(byHeld: ComponentRows, leaving: Float64Array, coreUpTo: number): ReducedComponent | 'ENDLESS' | 'ENTANGLED' {
  const { size } = byHeld
  const above = Array.from({ length: size }, () => new Map<number, number>()) // holders of each node with their shares
  const below = Array.from({ length: size }, () => new Set<number>()) // what each node holds
  for (let node = 0; node < size; node++) {
    for (let at = byHeld.start[node]!; at < byHeld.start[node + 1]!; at++) {
      above[node]!.set(byHeld.column[at]!, byHeld.weight[at]!)
      below[byHeld.column[at]!]!.add(node)
    }
  }
  const floor = leaving.some((share) => share < 0) ? SHARE_ROUNDING : 0
  const steps: Eliminated[] = []
  const queue = new CheapestFirst(size, (node) => above[node]!.size * below[node]!.size)
  let work = 0
  for (let left = size; left > coreUpTo; left--) {
    const node = queue.next()
    work += above[node]!.size * below[node]!.size + 1
if (work > REDUCTION_WORK) return 'ENTANGLED'
    const step = takeOut(node, above, below, leaving)
    if (!(step.pivot > floor)) return 'ENDLESS'
    steps.push(step)
    for (const touched of step.holders) queue.add(touched)
    for (const touched of step.held) queue.add(touched)
  }
  const core = Int32Array.from(queue.rest())
  const position = new Map([...core].map((node, at) => [node, at]))
  const matrix = new Float64Array(core.length * core.length)
  core.forEach((node, k) => { for (const [holder, share] of above[node]!) matrix[position.get(holder)! * core.length + k] = share })
  const factors = factorComponent(matrix, Float64Array.from(core, (node) => leaving[node]!))
  return factors === undefined ? 'ENDLESS' : { size, steps, core, factors }
}

function takeOut(node: number, above: Map<number, number>[], below: Set<number>[], leaving: Float64Array): Eliminated {
  const holders = [...above[node]!.keys()]
  const held = [...below[node]!]
  const shares = held.map((each) => above[each]!.get(node)!)
  const pivot = holders.reduce((sum, holder) => sum + above[node]!.get(holder)!, leaving[node]!)
  const multipliers = holders.map((holder) => above[node]!.get(holder)! / pivot)
  for (const holder of holders) below[holder]!.delete(node)
  held.forEach((each, at) => {
    above[each]!.delete(node)
    leaving[each]! += (leaving[node]! / pivot) * shares[at]!
    holders.forEach((holder, which) => {
      if (holder === each) return // an own share; what leaves the node says the same
      above[each]!.set(holder, (above[each]!.get(holder) ?? 0) + multipliers[which]! * shares[at]!)
      below[holder]!.add(each)
    })
  })
  return { node, pivot, holders, multipliers, held, shares }
}

/** Nodes by how many pairs of neighbours they join; buckets, with outdated places skipped when they come up. */
class CheapestFirst {
  private readonly buckets: number[][] = []
  private readonly gone: Uint8Array
  private readonly cost: (node: number) => number
  private from = 0

  constructor(size: number, cost: (node: number) => number) {
    this.cost = cost
    this.gone = new Uint8Array(size)
    for (let node = size - 1; node >= 0; node--) this.add(node)
  }

  add(node: number): void {
    const place = Math.min(this.cost(node), 10_000)
    ;(this.buckets[place] ??= []).push(node)
    this.from = Math.min(this.from, place)
  }

  next(): number {
    for (;;) {
      const node = this.buckets[this.from]?.pop()
      if (node === undefined) this.from++
      else if (this.gone[node] === 0 && Math.min(this.cost(node), 10_000) === this.from) {
        this.gone[node] = 1
        return node
      }
    }
  }

  rest(): number[] {
    return [...this.gone.keys()].filter((node) => this.gone[node] === 0)
  }
}

/** Solves x = inflow + W x in place. Time O(shares passed on + core²). */
export function solveReducedUp({ steps, core, factors }: ReducedComponent, inflow: Float64Array): Float64Array {
  for (const { node, holders, multipliers } of steps) holders.forEach((holder, at) => { inflow[holder]! += multipliers[at]! * inflow[node]! })
  const solved = solveUp(factors, Float64Array.from(core, (node) => inflow[node]!))
  core.forEach((node, at) => { inflow[node] = solved[at]! })
  for (let step = steps.length - 1; step >= 0; step--) {
    const { node, pivot, held, shares } = steps[step]!
    inflow[node] = held.reduce((sum, each, at) => sum + shares[at]! * inflow[each]!, inflow[node]!) / pivot
  }
  return inflow
}

/** Solves y = inflow + Wᵀ y in place. Time O(shares passed on + core²). */
export function solveReducedDown({ steps, core, factors }: ReducedComponent, inflow: Float64Array): Float64Array {
  for (const { node, pivot, held, shares } of steps) held.forEach((each, at) => { inflow[each]! += (shares[at]! / pivot) * inflow[node]! })
  const solved = solveDown(factors, Float64Array.from(core, (node) => inflow[node]!))
  core.forEach((node, at) => { inflow[node] = solved[at]! })
  for (let step = steps.length - 1; step >= 0; step--) {
    const { node, pivot, holders, multipliers } = steps[step]!
    inflow[node] = holders.reduce((sum, holder, at) => sum + multipliers[at]! * inflow[holder]!, inflow[node]! / pivot)
  }
  return inflow
}

/**
 * Diagonal of (I − W)⁻¹: only those elements of the inverse are computed that the diagonal depends on.
 *
 * @see Takahashi, Fagan & Chin (1973). Time O(shares passed on + core³), space O(shares passed on + core²).
 */
export function returnsOfReduced({ size, steps, core, factors }: ReducedComponent): Float64Array {
  const returns = new Float64Array(size)
  const inverse = Array.from({ length: size }, () => new Map<number, number>()) // row → column → element
  core.forEach((node, column) => {
    const unit = new Float64Array(core.length)
    unit[column] = 1
    solveUp(factors, unit).forEach((value, row) => inverse[core[row]!]!.set(node, value))
    returns[node] = unit[column]!
  })
  for (let step = steps.length - 1; step >= 0; step--) {
    const { node, pivot, holders, multipliers, held, shares } = steps[step]!
    const fromHeld = held.map((each) => holders.reduce((sum, holder, at) => sum + inverse[each]!.get(holder)! * multipliers[at]!, 0))
    holders.forEach((holder) => { inverse[node]!.set(holder, held.reduce((sum, each, at) => sum + shares[at]! * inverse[each]!.get(holder)!, 0) / pivot) })
    held.forEach((each, at) => { inverse[each]!.set(node, fromHeld[at]!) })
    returns[node] = held.reduce((sum, _, at) => sum + shares[at]! * fromHeld[at]!, 1) / pivot
    inverse[node]!.set(node, returns[node]!)
  }
  return returns
}
