import type { Cancellation } from '../parts/cancellation.ts'
import { pooledInts } from '../parts/pooled-arrays.ts'

/** Sparse rows by held node, as in {@link StakeGraph}: all that component search needs to know. */
export interface HolderRows {
  readonly size: number
  /** Length size + 1. */
  readonly heldStart: Int32Array
  readonly holder: Int32Array
}

/** Groups of nodes that hold each other in circles; a node outside every circle is a group of one. */
export interface Components {
  readonly count: number
  /** Owners first: componentOf[holder] ≤ componentOf[held] for every stake that counts. */
  readonly componentOf: Int32Array
  /** Length count + 1; members[memberStart[c] … memberStart[c + 1] − 1] are the nodes of component c. */
  readonly memberStart: Int32Array
  readonly members: Int32Array
}

/**
 * Strongly connected components in topological order, owners before what they hold.
 *
 * Follows stakes from the held node to its holders, so the first component completed has no holder outside itself.
 *
 * @param weight one number per stake; stakes whose weight is not positive are left out. Omitted: every stake counts
 * @throws Cancelled
 * @see Tarjan (1972), with an explicit stack: a chain of any length fits. Time O(size + stakes), space O(size).
 */
export function stronglyConnectedComponents({ size, heldStart, holder }: HolderRows, weight?: Float64Array, cancellation?: Cancellation): Components {
  const visit = pooledInts(size) // order of first visit from 1; 0: not visited
  const lowest = pooledInts(size)
  const cursor = pooledInts(size)
  cursor.set(heldStart.subarray(0, size))
  const path = pooledInts(size)
  const open = pooledInts(size)
  const componentOf = pooledInts(size).fill(-1)
  const members = pooledInts(size)
  const memberStart = pooledInts(size + 1)
  let count = 0
  let visits = 0
  let opened = 0
  let placed = 0
  const enter = (node: number) => {
    visit[node] = lowest[node] = ++visits
    cancellation?.lookAt(visits)
    open[opened++] = node
  }
  const close = (root: number) => {
    for (let node = -1; node !== root; ) {
      node = open[--opened]!
      componentOf[node] = count
      members[placed++] = node
    }
    memberStart[++count] = placed
  }
  for (let root = 0; root < size; root++) {
    if (visit[root] !== 0) continue
    let depth = 0
    path[0] = root
    enter(root)
    while (depth >= 0) {
      const node = path[depth]!
      if (cursor[node]! < heldStart[node + 1]!) {
        const entry = cursor[node]!++
        if (weight !== undefined && !(weight[entry]! > 0)) continue
        const above = holder[entry]!
        if (visit[above] === 0) {
          enter(above)
          path[++depth] = above
        } else if (componentOf[above]! < 0 && visit[above]! < lowest[node]!) lowest[node] = visit[above]!
      } else {
        if (lowest[node] === visit[node]) close(node)
        depth--
        if (depth >= 0 && lowest[node]! < lowest[path[depth]!]!) lowest[path[depth]!] = lowest[node]!
      }
    }
  }
  return { count, componentOf, memberStart: memberStart.subarray(0, count + 1), members }
}

/** Components that contain a circle: two nodes or more, or one node that holds its own shares. Nodes in ascending order. */
export function cyclesOf(rows: HolderRows, components: Components): number[][] {
  const cycles: number[][] = []
  for (let component = 0; component < components.count; component++) {
    const [start, end] = [components.memberStart[component]!, components.memberStart[component + 1]!]
    if (end - start > 1 || holdsItself(rows, components.members[start]!)) cycles.push([...components.members.subarray(start, end)].sort((a, b) => a - b))
  }
  return cycles
}

/** Whether a node holds its own shares directly. Time O(holders of the node). */
export function holdsItself({ heldStart, holder }: HolderRows, node: number): boolean {
  for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) if (holder[entry] === node) return true
  return false
}
