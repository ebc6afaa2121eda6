import type { Cancellation } from '../parts/cancellation.ts'
import type { Components, HolderRows } from '../graphs/strongly-connected-components.ts'

/** Bits per node: whether a walk to node 0 exists at all, and whether one exists that contains an excluded bound. */
const REACHES = 1
const EXCLUDES = 2

/** Components up to this size are searched node by node; in larger ones a bound is worded the weaker way, inclusive. */
const SEARCHED_UP_TO = 500

/**
 * Whether a bound on an integrated share excludes itself, when some of the bounds on single stakes do.
 *
 * A share is a sum over walks of products of stakes, and grows with every stake that is part of a walk of positive
 * product. So the bound itself is out of reach exactly if such a walk contains an excluded bound. For lower bounds a
 * stake is positive if its minimum is above 0 or is an excluded 0; for upper bounds if its maximum is above 0. The
 * walks that count are those of the corrected share: they do not come back to where they start.
 */
export interface ExclusiveWalks {
  readonly rows: HolderRows
  /** Per stake: positive in the sense above. */
  readonly positive: Uint8Array
  /** Per stake: its bound is excluded. */
  readonly excluded: Uint8Array
}

/**
 * Per node 1 if its bound on the share of node 0 is excluded; looking up from node 0.
 *
 * @param components of the rows, or of any supergraph of the positive stakes
 * @throws Cancelled
 * Time O(stakes) plus O(size · stakes) inside components that contain an excluded bound.
 */
export function excludedAbove(walks: ExclusiveWalks, components: Components, cancellation?: Cancellation): Uint8Array {
  const { rows: { size, heldStart, holder }, positive, excluded } = walks
  if (!excluded.includes(1)) return new Uint8Array(size)
  const bits = spread(walks)
  const answer = Uint8Array.from(bits, (bit) => (bit & EXCLUDES ? 1 : 0))
  const exits = new Uint8Array(size) // what a node has from walks that leave its component at once, or that are empty
  exits[0] = REACHES
  const searched = new Set<number>() // components with an excluded bound inside
  for (let node = 0; node < size; node++) {
    for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
      const above = holder[entry]!
      if (positive[entry] !== 1) continue
      if (components.componentOf[above] === components.componentOf[node]) {
        if (excluded[entry] === 1) searched.add(components.componentOf[node]!)
      } else if (bits[node] !== 0) exits[above]! |= bits[node]! | (excluded[entry] === 1 ? EXCLUDES : 0)
    }
  }
  const local = new Uint8Array(size)
  for (const component of searched) {
    const members = components.members.subarray(components.memberStart[component]!, components.memberStart[component + 1]!)
    if (members.length <= SEARCHED_UP_TO) {
      let cost = members.length
      for (const node of members) cost += heldStart[node + 1]! - heldStart[node]!
      for (const start of members) {
        cancellation?.spend(cost)
        answer[start] = spreadInside(walks, components.componentOf, members, exits, local, start)[start]! & EXCLUDES ? 1 : 0
      }
    } else {
      spreadInside(walks, components.componentOf, members, exits, local)
      for (const node of members) answer[node] = local[node]! & EXCLUDES ? 1 : 0
    }
  }
  answer[0] = 0
  return answer
}

/** Breadth-first: what node 0 reaches, from each held node to its holders. */
function spread({ rows: { size, heldStart, holder }, positive, excluded }: ExclusiveWalks): Uint8Array {
  const bits = new Uint8Array(size)
  const queue = [0]
  bits[0] = REACHES
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
      const above = holder[entry]!
      if (positive[entry] !== 1) continue
      const passed = bits[node]! | (excluded[entry] === 1 ? EXCLUDES : 0)
      if ((bits[above]! | passed) === bits[above]) continue
      bits[above]! |= passed
      queue.push(above)
    }
  }
  return bits
}

/**
 * The same inside one component, from the members' exits, never passing through `start`.
 *
 * Without a `start` excluded bounds inside the component are not counted: they may lie on a way back.
 */
function spreadInside(
  { rows: { heldStart, holder }, positive, excluded }: ExclusiveWalks,
  componentOf: Int32Array,
  members: Int32Array,
  exits: Uint8Array,
  local: Uint8Array,
  start?: number,
): Uint8Array {
  for (const node of members) local[node] = exits[node]!
  const queue = [...members].filter((node) => node !== start && local[node] !== 0)
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
      const above = holder[entry]!
      if (componentOf[above] !== componentOf[node] || positive[entry] !== 1) continue
      const passed = local[node]! | (start !== undefined && excluded[entry] === 1 ? EXCLUDES : 0)
      if ((local[above]! | passed) === local[above]) continue
      local[above]! |= passed
      if (above !== start) queue.push(above)
    }
  }
  return local
}

/** The same stakes listed by holder: `rows.holder` then names what is held. Time O(stakes). */
export function turnedWalks({ rows, positive, excluded }: ExclusiveWalks): ExclusiveWalks {
  const { size, heldStart, holder } = rows
  const start = new Int32Array(size + 1)
  for (const node of holder) start[node + 1]!++
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!
  const next = start.slice(0, size)
  const held = new Int32Array(holder.length)
  const from = new Int32Array(holder.length)
  for (let node = 0; node < size; node++) {
    for (let entry = heldStart[node]!; entry < heldStart[node + 1]!; entry++) {
      const to = next[holder[entry]!]!++
      held[to] = node
      from[to] = entry
    }
  }
  return {
    rows: { size, heldStart: start, holder: held },
    positive: Uint8Array.from(from, (entry) => positive[entry]!),
    excluded: Uint8Array.from(from, (entry) => excluded[entry]!),
  }
}
