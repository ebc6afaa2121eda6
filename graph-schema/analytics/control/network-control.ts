import type { Cancellation } from '../parts/cancellation.ts'
import type { DirectedGraph } from '../graphs/directed-graph.ts'
import { arcTails, directedGraph } from '../graphs/directed-graph.ts'
import { stronglyConnectedComponents } from '../graphs/strongly-connected-components.ts'

/** Votes this little above one half are one half. */
const ROUNDING = 1e-9

/**
 * Network control: the value of everything an actor controls, directly and through what it controls. A research figure;
 * what the atlas calls control is the closure of majorities (group control).
 *
 * Threshold model: who holds more than half of j's votes controls all of j, the others nothing of it; where nobody does,
 * everybody controls the share it holds. With C_ij from this rule and v_j the value of j,
 * c_i = Σ_j C_ij · (v_j + c_j), on what lies below i *cleared of circles*: seen from i, an arc inside a circle counts
 * only if it leads to a farther breadth-first layer, so nothing is counted on its way back. Without circles nothing is cleared.
 *
 * @param holdings arcs holder → held, weights are shares of the votes (0–1), parallel arcs add up; an actor's shares in itself are left out
 * @param value per node; for example operating revenue
 * @returns per node, in the unit of `value`
 * @throws RangeError without weights or with a value that is not a number
 * @throws Cancelled
 * @see Vitali, Glattfelder & Battiston (2011), supporting information, section 3. Time O(size + arcs) without circles, else O(size + arcs) for each node above or in one; space O(size + arcs).
 */
export function networkControl(holdings: DirectedGraph, value: ArrayLike<number>, { cancellation }: { readonly cancellation?: Cancellation | undefined } = {}): Float64Array {
  for (let node = 0; node < holdings.size; node++) if (!Number.isFinite(value[node])) throw new RangeError(`The value of ${node} is ${value[node]}; it has to be a number.`)
  const control = controlShares(holdings, cancellation)
  cancellation?.look()
  const { size, start, target, weight } = control
  const components = stronglyConnectedComponents({ size, heldStart: start, holder: target }) // followed downwards: what is held comes first
  cancellation?.look()
  const { componentOf, members, memberStart } = components
  const result = new Float64Array(size)
  const isAboveCircle = new Uint8Array(size)
  const search = circleSearch(control, { componentOf, value, known: result, isAboveCircle, cancellation })
  for (const node of members) {
    const component = componentOf[node]!
    if (memberStart[component + 1]! - memberStart[component]! > 1) isAboveCircle[node] = 1
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) if (isAboveCircle[target[arc]!] === 1) isAboveCircle[node] = 1
  }
  for (const node of members) {
    cancellation?.spend(start[node + 1]! - start[node]! + 1)
    if (isAboveCircle[node] === 1) result[node] = search(node)
    else for (let arc = start[node]!; arc < start[node + 1]!; arc++) result[node]! += weight[arc]! * (value[target[arc]!]! + result[target[arc]!]!)
  }
  return result
}

type WeightedGraph = DirectedGraph & { readonly weight: Float64Array }

/** C_ij: all of a company to its majority holder, else to each holder what it holds; arcs that carry nothing are left out. */
function controlShares({ size, start, target, weight }: DirectedGraph, cancellation: Cancellation | undefined): WeightedGraph {
  if (weight === undefined) throw new RangeError('Every holding needs a share of the votes.')
  const tail = arcTails({ size, start, target })
  const from: number[] = []
  const to: number[] = []
  const share: number[] = []
  for (let arc = 0; arc < target.length; arc++) {
    cancellation?.spend(5)
    if (tail[arc] === target[arc] || !(weight[arc]! > 0)) continue
    if (from.at(-1) === tail[arc] && to.at(-1) === target[arc]) share[share.length - 1]! += weight[arc]!
    else {
      from.push(tail[arc]!)
      to.push(target[arc]!)
      share.push(weight[arc]!)
    }
  }
  const majority = new Int32Array(size).fill(-1)
  const largest = new Float64Array(size).fill(0.5 + ROUNDING) // where sources overstate, the larger majority counts
  for (let arc = 0; arc < to.length; arc++) {
    if (!(share[arc]! > largest[to[arc]!]!)) continue
    largest[to[arc]!] = share[arc]!
    majority[to[arc]!] = from[arc]!
  }
  const counts = from.map((holder, arc) => majority[to[arc]!] === -1 || majority[to[arc]!] === holder)
  const kept = <T>(list: readonly T[]) => list.filter((_, arc) => counts[arc])
  const whole = share.map((held, arc) => (majority[to[arc]!] === from[arc] ? 1 : held))
  cancellation?.look()
  const graph = directedGraph(size, kept(from), kept(to), kept(whole))
  return { ...graph, weight: graph.weight! }
}

interface CircleSearch {
  readonly componentOf: Int32Array
  readonly value: ArrayLike<number>
  /** Results of the nodes without circles below them. */
  readonly known: Float64Array
  readonly isAboveCircle: Uint8Array
  readonly cancellation: Cancellation | undefined
}

/**
 * Network control of one node with circles below it. Nodes that have none below them enter with the result they already
 * have; the others are visited breadth-first from the node, and their sums are made from the farthest back: component by
 * component, and inside a component layer by layer, which is the order of the arcs that are left.
 */
function circleSearch({ size, start, target, weight }: WeightedGraph, { componentOf, value, known, isAboveCircle, cancellation }: CircleSearch): (root: number) => number {
  const layer = new Int32Array(size) // from 1; 0: not visited
  const sum = new Float64Array(size)
  return (root) => {
    const visited = [root]
    layer[root] = 1
    for (const node of visited) {
      cancellation?.spend(2 * (start[node + 1]! - start[node]!) + 20) // it is sorted, too
      for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
        const held = target[arc]!
        if (layer[held] !== 0 || isAboveCircle[held] === 0) continue
        layer[held] = layer[node]! + 1
        visited.push(held)
      }
    }
    const inOrder = visited.slice().sort((a, b) => componentOf[a]! - componentOf[b]! || layer[b]! - layer[a]!)
    for (const node of inOrder) {
      sum[node] = 0
      for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
        const held = target[arc]!
        const isBelow = isAboveCircle[held] === 0
        if (!isBelow && componentOf[held] === componentOf[node] && layer[held]! <= layer[node]!) continue
        sum[node]! += weight[arc]! * (value[held]! + (isBelow ? known[held]! : sum[held]!))
      }
    }
    for (const node of visited) layer[node] = 0
    return sum[root]!
  }
}
