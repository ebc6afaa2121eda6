/** Every simple path from `from` to `to` by plain recursion, shortest first, then by the nodes on the way. */
export function allSimplePaths(stakes: readonly { readonly holder: number; readonly held: number }[], from: number, to: number): number[][] {
  const paths: number[][] = []
  const extend = (path: number[]) => {
    for (const { holder, held } of stakes) {
      if (holder !== path[path.length - 1] || path.includes(held)) continue
      if (held === to) paths.push([...path, held])
      else extend([...path, held])
    }
  }
  if (from !== to) extend([from])
  const order = (a: number[], b: number[]) => a.length - b.length || a.map((node, at) => node - b[at]!).find((step) => step !== 0) || 0
  return paths.sort(order)
}
