/** Strongly connected components by definition: nodes that reach each other. Element i is the smallest node of i's group. */
export function mutualReach(size: number, arcs: readonly { readonly holder: number; readonly held: number }[]): number[] {
  const reach = Array.from({ length: size }, (_, start) => {
    const seen = new Set([start])
    for (const node of seen) for (const arc of arcs) if (arc.holder === node) seen.add(arc.held)
    return seen
  })
  return reach.map((reached, node) => Math.min(...[...reached].filter((other) => reach[other]!.has(node))))
}
