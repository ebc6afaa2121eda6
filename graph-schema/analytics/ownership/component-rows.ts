import type { Components, HolderRows } from '../graphs/strongly-connected-components.ts'

/** One equation per node of a component: x_i = inflow_i + Σ weight · x_column over the row, own shares kept apart. */
export interface ComponentRows {
  readonly size: number
  readonly start: Int32Array
  readonly column: Int32Array
  readonly weight: Float64Array
  /** Share of each node in itself, below 1. */
  readonly own: Float64Array
}

/** The same stakes listed the other way round: from holders per held node to held nodes per holder, or back. Time O(stakes). */
export function transposed({ size, start, column, weight, own }: ComponentRows): ComponentRows {
  const turnedStart = new Int32Array(size + 1)
  for (const at of column) turnedStart[at + 1]!++
  for (let i = 0; i < size; i++) turnedStart[i + 1]! += turnedStart[i]!
  const next = turnedStart.slice(0, size)
  const turnedColumn = new Int32Array(column.length)
  const turnedWeight = new Float64Array(column.length)
  for (let row = 0; row < size; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const to = next[column[at]!]!++
      turnedColumn[to] = row
      turnedWeight[to] = weight[at]!
    }
  }
  return { size, start: turnedStart, column: turnedColumn, weight: turnedWeight, own }
}

/** A graph to take components from: who holds what, with which weight, in which component. */
export interface ComponentStakes {
  readonly stakes: HolderRows
  /** One number per stake; stakes whose weight is not positive are as if absent. */
  readonly weight: Float64Array
  readonly components: Components
}

/**
 * The stakes inside one component, each row listing the holders of one member; several stakes of one holder stay apart.
 *
 * @param position scratch of one number per node
 * Time O(stakes in the members).
 */
export function componentRows({ stakes: { heldStart, holder }, weight, components: { componentOf } }: ComponentStakes, members: Int32Array, position: Int32Array): ComponentRows {
  const component = componentOf[members[0]!]
  const start = new Int32Array(members.length + 1)
  const own = new Float64Array(members.length)
  const column: number[] = []
  const weights: number[] = []
  members.forEach((node, at) => { position[node] = at })
  members.forEach((node, at) => {
    for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
      const above = holder[entry]!
      if (componentOf[above] !== component || !(weight[entry]! > 0)) continue
      if (above === node) own[at]! += weight[entry]!
      else {
        column.push(position[above]!)
        weights.push(weight[entry]!)
      }
    }
    start[at + 1] = column.length
  })
  return { size: members.length, start, column: Int32Array.from(column), weight: Float64Array.from(weights), own }
}

/**
 * Per member, the share that members of the component do not hold.
 *
 * @param leaving per node, what holders outside the graph hold and what nobody on record holds
 */
export function leavingShares({ stakes: { heldStart, holder }, weight, components: { componentOf } }: ComponentStakes, members: Int32Array, leaving: Float64Array): Float64Array {
  const component = componentOf[members[0]!]
  return Float64Array.from(members, (node) => {
    let share = leaving[node]!
    for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
      if (componentOf[holder[entry]!] !== component) share += weight[entry]!
    }
    return share
  })
}
