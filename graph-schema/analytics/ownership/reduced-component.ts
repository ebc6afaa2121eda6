import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import type { ComponentFactors } from './exact-component.ts'
import { factorComponent, solveDown, solveUp } from './exact-component.ts'
import type { Reduction } from './sparse-reduction.ts'
import { reduceRows } from './sparse-reduction.ts'

/** Pairs of neighbours joined before a component counts as too entangled to be reduced. */
const REDUCTION_WORK = 2_000_000

/** A component taken apart node by node down to a core, which is factored densely. */
export interface ReducedComponent {
  readonly steps: Reduction
  readonly factors: ComponentFactors
}

/**
 * Factors I − W of a sparse component: nodes are taken out until a core is left that is eliminated densely.
 *
 * @param byHeld each row lists the holders of one member
 * @param leaving per member, share held outside the component; is overwritten
 * @param coreUpTo elimination is dense from here on
 * @returns 'ENDLESS' if the sum over walks is not finite, 'ENTANGLED' if reducing takes too many steps
 * @throws Cancelled
 * @see {@link reduceRows}, {@link factorComponent}. Time O(Σ holders · held of each node taken out + core³).
 */
export function reduceComponent(byHeld: ComponentRows, leaving: Float64Array, coreUpTo: number, cancellation?: Cancellation): ReducedComponent | 'ENDLESS' | 'ENTANGLED' {
  const steps = reduceRows(byHeld, leaving, { coreUpTo, work: REDUCTION_WORK, cancellation })
  return steps === 'ENDLESS' || steps === 'ENTANGLED' ? steps : factorCore(steps, cancellation)
}

/** Eliminates densely what a reduction left. Time O(core³), space O(core²). @throws Cancelled */
export function factorCore(steps: Reduction, cancellation?: Cancellation): ReducedComponent | 'ENDLESS' {
  const { core, leaving, left: { start, column, weight }, size } = steps
  const position = new Int32Array(size)
  core.forEach((node, at) => { position[node] = at })
  const matrix = new Float64Array(core.length * core.length)
  for (let k = 0; k < core.length; k++) for (let at = start[k]!; at < start[k + 1]!; at++) matrix[position[column[at]!]! * core.length + k] = weight[at]!
  const factors = factorComponent(matrix, Float64Array.from(core, (node) => leaving[node]!), cancellation)
  return factors === undefined ? 'ENDLESS' : { steps, factors }
}

/** Solves x = inflow + W x in place. Time O(shares passed on + core²). */
export function solveReducedUp({ steps, factors }: ReducedComponent, inflow: Float64Array): Float64Array {
  const { node, pivot, holderStart, holder, multiplier, heldStart, held, share } = steps
  for (let step = 0; step < node.length; step++) {
    for (let at = holderStart[step]!; at < holderStart[step + 1]!; at++) inflow[holder[at]!]! += multiplier[at]! * inflow[node[step]!]!
  }
  solveCore(steps, inflow, (core) => solveUp(factors, core))
  for (let step = node.length - 1; step >= 0; step--) {
    let sum = inflow[node[step]!]!
    for (let at = heldStart[step]!; at < heldStart[step + 1]!; at++) sum += share[at]! * inflow[held[at]!]!
    inflow[node[step]!] = sum / pivot[step]!
  }
  return inflow
}

/** Solves y = inflow + Wᵀ y in place. Time O(shares passed on + core²). */
export function solveReducedDown({ steps, factors }: ReducedComponent, inflow: Float64Array): Float64Array {
  const { node, pivot, holderStart, holder, multiplier, heldStart, held, share } = steps
  for (let step = 0; step < node.length; step++) {
    for (let at = heldStart[step]!; at < heldStart[step + 1]!; at++) inflow[held[at]!]! += (share[at]! / pivot[step]!) * inflow[node[step]!]!
  }
  solveCore(steps, inflow, (core) => solveDown(factors, core))
  for (let step = node.length - 1; step >= 0; step--) {
    let sum = inflow[node[step]!]! / pivot[step]!
    for (let at = holderStart[step]!; at < holderStart[step + 1]!; at++) sum += multiplier[at]! * inflow[holder[at]!]!
    inflow[node[step]!] = sum
  }
  return inflow
}

function solveCore({ core }: Reduction, inflow: Float64Array, solve: (core: Float64Array) => Float64Array): void {
  const solved = solve(Float64Array.from(core, (node) => inflow[node]!))
  core.forEach((node, at) => { inflow[node] = solved[at]! })
}

/**
 * Diagonal of (I − W)⁻¹: only those elements of the inverse are computed that the diagonal depends on.
 *
 * @throws Cancelled
 * @see Takahashi, Fagan & Chin (1973). Time O(shares passed on + core³), space O(shares passed on + core²).
 */
export function returnsOfReduced({ steps, factors }: ReducedComponent, cancellation?: Cancellation): Float64Array {
  const { size, core, node, pivot, holderStart, holder, multiplier, heldStart, held, share } = steps
  const returns = new Float64Array(size)
  const inverse = Array.from({ length: size }, () => new Map<number, number>()) // row → column → element
  core.forEach((column, at) => {
    const unit = new Float64Array(core.length)
    unit[at] = 1
    cancellation?.spend(core.length ** 2)
    solveUp(factors, unit).forEach((value, row) => inverse[core[row]!]!.set(column, value))
    returns[column] = unit[at]!
  })
  for (let step = node.length - 1; step >= 0; step--) {
    const own = inverse[node[step]!]!
    const holders = holder.subarray(holderStart[step], holderStart[step + 1])
    const multipliers = multiplier.subarray(holderStart[step], holderStart[step + 1])
    const below = held.subarray(heldStart[step], heldStart[step + 1])
    const shares = share.subarray(heldStart[step], heldStart[step + 1])
    cancellation?.spend(20 * (1 + holders.length * below.length)) // look-ups in maps
    const fromHeld = Array.from(below, (each) => holders.reduce((sum, one, at) => sum + inverse[each]!.get(one)! * multipliers[at]!, 0))
    holders.forEach((one) => { own.set(one, below.reduce((sum, each, at) => sum + shares[at]! * inverse[each]!.get(one)!, 0) / pivot[step]!) })
    below.forEach((each, at) => { inverse[each]!.set(node[step]!, fromHeld[at]!) })
    returns[node[step]!] = fromHeld.reduce((sum, value, at) => sum + shares[at]! * value, 1) / pivot[step]!
    own.set(node[step]!, returns[node[step]!]!)
  }
  return returns
}
