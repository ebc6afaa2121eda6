/** Sets of nodes that grow together (union–find); at first each node is alone. */
export interface JoinedNodes {
  /** One node of its set, the same for all of the set until it is joined with another. Halves the way for the next caller. */
  readonly leaderOf: (node: number) => number
  /** Puts the set of `other` into that of `leader`, which leads both. Both are leaders. */
  readonly join: (leader: number, other: number) => void
}

/** @param count nodes are 0 … count − 1. Space 4 bytes per node. */
export function joinedNodes(count: number): JoinedNodes {
  const above = eachItself(count)
  return {
    leaderOf: (node) => {
      while (above[node] !== node) node = above[node] = above[above[node]!]!
      return node
    },
    join: (leader, other) => { above[other] = leader },
  }
}

/** 0, 1, 2 … count − 1 */
export function eachItself(count: number): Int32Array {
  const nodes = new Int32Array(count)
  for (let node = 0; node < count; node++) nodes[node] = node
  return nodes
}
