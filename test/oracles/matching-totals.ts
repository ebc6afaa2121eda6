interface WeightedEdge { readonly a: number; readonly b: number; readonly weight: number }

/** Largest total of a matching in a forest: from the leaves up, each node alone or with one of its children. */
export function bestMatchingOfForest(size: number, edges: readonly WeightedEdge[]): number {
  const seen = new Set<number>()
  /** Best totals below a node, without and with a partner for it among its children allowed. */
  const below = (node: number): { readonly alone: number; readonly any: number } => {
    seen.add(node)
    let alone = 0
    let gain = 0
    for (const { a, b, weight } of edges) {
      const child: number = a === node ? b : b === node ? a : node
      if (seen.has(child)) continue
      const part = below(child)
      alone += part.any
      gain = Math.max(gain, weight + part.alone - part.any)
    }
    return { alone, any: alone + gain }
  }
  let total = 0
  for (let node = 0; node < size; node++) if (!seen.has(node)) total += below(node).any
  return total
}

/** Largest total of a matching of up to 16 nodes: for every set of nodes, its first one alone or with any other of the set. */
export function bestMatchingBySubsets(size: number, edges: readonly WeightedEdge[]): number {
  const weights = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const { a, b, weight } of edges) if (a !== b) weights[a]![b] = weights[b]![a] = Math.max(weights[a]![b]!, weight)
  const best = new Float64Array(2 ** size)
  for (let set = 1; set < best.length; set++) {
    const first = Math.log2(set & -set)
    const rest = set - 2 ** first
    let most = best[rest]!
    for (let other = first + 1; other < size; other++) {
      if (((rest >> other) & 1) === 1) most = Math.max(most, weights[first]![other]! + best[rest - 2 ** other]!)
    }
    best[set] = most
  }
  return best[best.length - 1]!
}
