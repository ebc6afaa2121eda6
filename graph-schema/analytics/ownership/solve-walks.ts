import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'
import { componentRows, leavingShares, transposed } from './component-rows.ts'
import { factorRows, returnsOf, solveDown, solveUp } from './exact-component.ts'
import { iterateOrBound, residualOf } from './iterated-component.ts'
import { pooledFloats, pooledInts } from '../parts/pooled-arrays.ts'
import type { ReachableStakes } from './reachable-stakes.ts'
import type { ReducedComponent } from './reduced-component.ts'
import { reduceComponent, returnsOfReduced, solveReducedDown, solveReducedUp } from './reduced-component.ts'
import { returningShares } from './returning-share.ts'
import type { Components } from '../graphs/strongly-connected-components.ts'
import { holdsItself, stronglyConnectedComponents } from '../graphs/strongly-connected-components.ts'

/** How components are solved. */
export interface SolveOptions {
  /** Components up to this many nodes are solved by dense elimination; larger ones are reduced to a core of this size. */
  readonly exactUpTo?: number
  /** False: larger components are iterated at once, instead of only when they are too entangled to be reduced. */
  readonly reduceLarge?: boolean
  readonly cancellation?: Cancellation | undefined
}

/** Stakes followed for the returning shares of one large component, all nodes together. */
const RETURNING_WORK = 20_000_000

export interface WalkSums {
  /** Per local node: the sum over all walks between it and node 0, the empty walk included. Infinity: no finite sum. */
  readonly value: Float64Array
  /** Bracket of n_ii, the walks from a node back to itself; equal where solved exactly. UP: every node; DOWN: node 0. */
  readonly returnsAtLeast: Float64Array
  readonly returnsAtMost: Float64Array
  readonly components: Components
  /** Components that were reached and have no finite sum, as local nodes. */
  readonly endless: number[][]
  /** What flowed into those components. */
  readonly endlessInflow: number
  /** Largest relative residual among the components above the limit, recomputed from the values; 0 when there are none. */
  readonly residual: number
  /** What iteration had not traced to an end when it stopped; rounding unless a component did not converge. */
  readonly untraced: number
  /** True when some component did not converge: its values are lower bounds, not solutions. */
  readonly belowOnly: boolean
}

/** What one pass over the components carries along. */
interface Pass {
  readonly stakes: ReachableStakes
  readonly weight: Float64Array
  readonly leaving: Float64Array
  readonly direction: 'UP' | 'DOWN'
  readonly exactUpTo: number
  readonly reduceLarge: boolean
  readonly cancellation: Cancellation | undefined
  /** Local node → position in the component being solved. */
  readonly position: Int32Array
  readonly components: Components
  readonly value: Float64Array
  readonly returnsAtLeast: Float64Array
  readonly returnsAtMost: Float64Array
  residual: number
  untraced: number
  belowOnly: boolean
}

/**
 * Sums the products of shares over all walks between node 0 and every other node: column 0 of (I − W)⁻¹ when looking
 * up, row 0 when looking down. Walks between components are summed in topological order, walks inside one by solving.
 *
 * @param weight share per local stake (minima or upper bounds); stakes of weight 0 are as if absent
 * @param leaving per local node, 1 − Σ of all shares in it plus what nodes outside the part hold
 * @throws Cancelled
 * @see Brioschi, Buzzacchi & Colombo (1989); Romei, Ruggieri & Turini (2020) for the layers. Time O(stakes + Σ component³).
 */
export function solveWalks(
  stakes: ReachableStakes,
  weight: Float64Array,
  leaving: Float64Array,
  direction: 'UP' | 'DOWN',
  { exactUpTo = 500, reduceLarge = true, cancellation }: SolveOptions = {},
): WalkSums {
  const { size } = stakes
  const components = stronglyConnectedComponents(stakes, weight)
  const pass: Pass = {
    stakes,
    weight,
    leaving,
    direction,
    exactUpTo,
    reduceLarge,
    components,
    cancellation,
    position: pooledInts(size),
    value: pooledFloats(size),
    returnsAtLeast: pooledFloats(size).fill(1),
    returnsAtMost: pooledFloats(size).fill(1),
    residual: 0,
    untraced: 0,
    belowOnly: false,
  }
  cancellation?.look()
  pass.value[0] = 1
  const endless: number[][] = []
  let endlessInflow = 0
  for (let step = 0; step < components.count; step++) {
    const component = direction === 'UP' ? components.count - 1 - step : step
    const [start, end] = [components.memberStart[component]!, components.memberStart[component + 1]!]
    if (end - start === 1 && !holdsItself(stakes, components.members[start]!)) {
      passThrough(pass, components.members[start]!, component)
      continue
    }
    const members = components.members.subarray(start, end)
    cancellation?.spend(stakesIn(stakes, members))
    if (direction === 'DOWN') for (const node of members) pullFromHolders(pass, node, component)
    const inflow = inflowOf(pass, members)
    if (inflow > 0) {
      solveMembers(pass, members, inflow)
      if (pass.value[members[0]!] === Infinity && inflow < Infinity) {
        // what such a component holds has no number either, and is none itself
        endless.push([...members])
        endlessInflow += inflow
      }
    }
    if (direction === 'UP') for (const node of members) pushToHolders(pass, node, component)
  }
  const { value, returnsAtLeast, returnsAtMost, residual, untraced, belowOnly } = pass
  return { value, returnsAtLeast, returnsAtMost, components, endless, endlessInflow, residual, untraced, belowOnly }
}

/** A node outside every circle, as nearly all are: what flows in is its value. */
function passThrough(pass: Pass, node: number, component: number): void {
  pass.cancellation?.spend(1 + pass.stakes.heldStart[node + 1]! - pass.stakes.heldStart[node]!)
  if (pass.direction === 'DOWN') pullFromHolders(pass, node, component)
  else pushToHolders(pass, node, component)
}

function inflowOf({ value }: Pass, members: Int32Array): number {
  let sum = 0
  for (const node of members) sum += value[node]!
  return sum
}

function stakesIn({ heldStart }: ReachableStakes, members: Int32Array): number {
  let stakes = members.length
  for (const node of members) stakes += heldStart[node + 1]! - heldStart[node]!
  return stakes
}

function pushToHolders({ stakes: { heldStart, holder }, weight, components, value }: Pass, node: number, component: number): void {
  if (value[node] === 0) return
  for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
    const above = holder[entry]!
    if (weight[entry]! > 0 && components.componentOf[above] !== component) value[above]! += weight[entry]! * value[node]!
  }
}

function pullFromHolders({ stakes: { heldStart, holder }, weight, components, value }: Pass, node: number, component: number): void {
  for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
    const above = holder[entry]!
    if (weight[entry]! > 0 && components.componentOf[above] !== component && value[above]! > 0) value[node]! += weight[entry]! * value[above]!
  }
}

/** Replaces the inflow of every member by its sum over the walks inside the component. */
function solveMembers(pass: Pass, members: Int32Array, inflow: number): void {
  const { value } = pass
  const leaving = leavingShares(pass, members, pass.leaving)
  // An infinite inflow stays infinite; a component that nothing leaves keeps everything.
  const endless = inflow === Infinity || !leaving.some((share) => share > 0)
  const solved = !endless && (members.length <= pass.exactUpTo ? eliminate(pass, members, leaving) : solveLarge(pass, members, leaving))
  if (!solved) for (const node of members) value[node] = Infinity
}

function eliminate(pass: Pass, members: Int32Array, leaving: Float64Array): boolean {
  const { position, value } = pass
  const factors = factorRows(componentRows(pass, members, position), leaving, pass.cancellation)
  if (factors === undefined) return false
  const inflow = Float64Array.from(members, (node) => value[node]!)
  const solution = pass.direction === 'UP' ? solveUp(factors, inflow) : solveDown(factors, inflow)
  setValues(pass, members, solution, pass.direction === 'UP' ? returnsOf(factors, pass.cancellation) : undefined)
  return true
}

/** Reduces a large component to a core; iterates it where that takes too much work. False: no finite sum. */
function solveLarge(pass: Pass, members: Int32Array, leaving: Float64Array): boolean {
  const { value, position, direction } = pass
  const byHeld = componentRows(pass, members, position)
  const rows = direction === 'UP' ? transposed(byHeld) : byHeld
  const inflow = Float64Array.from(members, (node) => value[node]!)
  const reduced = pass.reduceLarge ? reduceComponent(byHeld, leaving, pass.exactUpTo, pass.cancellation) : 'ENTANGLED'
  if (reduced === 'ENDLESS' || rows.own.some((share) => share >= 1)) return false
  return reduced === 'ENTANGLED' ? iterate(pass, members, byHeld, rows, inflow) : solveReduced(pass, members, reduced, rows, inflow)
}

function solveReduced(pass: Pass, members: Int32Array, reduced: ReducedComponent, rows: ComponentRows, inflow: Float64Array): boolean {
  const solution = pass.direction === 'UP' ? solveReducedUp(reduced, inflow.slice()) : solveReducedDown(reduced, inflow.slice())
  pass.residual = Math.max(pass.residual, residualOf(rows, inflow, solution).residual)
  setValues(pass, members, solution, pass.direction === 'UP' ? returnsOfReduced(reduced, pass.cancellation) : undefined)
  return true
}

/** Stores the solution, and the returning shares where they are exact: all of them, or that of node 0 looking down. */
function setValues(pass: Pass, members: Int32Array, solution: Float64Array, returns: Float64Array | undefined): void {
  members.forEach((node, at) => {
    pass.value[node] = solution[at]!
    if (returns !== undefined || node === 0) pass.returnsAtLeast[node] = pass.returnsAtMost[node] = returns?.[at] ?? solution[at]!
  })
}

function iterate(pass: Pass, members: Int32Array, byHeld: ComponentRows, rows: ComponentRows, inflow: Float64Array): boolean {
  const { cancellation } = pass
  const solved = iterateOrBound(rows, inflow, { mustConverge: pass.weight === pass.stakes.high, cancellation }) // an upper bound must not be too low
  if (solved === undefined) return false
  pass.belowOnly ||= !solved.converged
  pass.residual = Math.max(pass.residual, solved.residual)
  pass.untraced += solved.untraced
  setValues(pass, members, solved.value, undefined)
  if (pass.direction === 'DOWN' && solved.converged) return true
  const bracket = returningShares(byHeld, { work: Math.max(1_000, Math.floor(RETURNING_WORK / members.length)), cancellation })
  members.forEach((node, at) => {
    if (pass.direction === 'DOWN' && node !== 0) return
    const { atLeast, atMost } = bracket(at)
    pass.returnsAtLeast[node] = atLeast
    pass.returnsAtMost[node] = atMost
  })
  return true
}
