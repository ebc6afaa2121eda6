/**
 * Slow, plain answers to graph questions, each from the definition and by another way than the methods they check:
 * adjacency matrices, reachability after removal, triples of nodes one by one.
 */
interface Edges { readonly size: number; readonly from: readonly number[]; readonly to: readonly number[] }

/** matrix[i][j]: an arc from i to j, other than a self-loop. */
function matrixOf({ size, from, to }: Edges, bothWays: boolean): boolean[][] {
  const matrix = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (let edge = 0; edge < from.length; edge++) {
    if (from[edge] === to[edge]) continue
    matrix[from[edge]!]![to[edge]!] = true
    if (bothWays) matrix[to[edge]!]![from[edge]!] = true
  }
  return matrix
}

/** Nodes reached from any of `starts` without entering `closed`. */
function reachedFrom(matrix: readonly (readonly boolean[])[], starts: readonly number[], closed: ReadonlySet<number> = new Set()): Set<number> {
  const reached = new Set(starts.filter((node) => !closed.has(node)))
  for (const node of reached) matrix[node]!.forEach((joined, other) => { if (joined && !closed.has(other)) reached.add(other) })
  return reached
}

function pieces(matrix: readonly (readonly boolean[])[], closed: ReadonlySet<number> = new Set()): number {
  const seen = new Set(closed)
  let count = 0
  for (let node = 0; node < matrix.length; node++) {
    if (seen.has(node)) continue
    count++
    for (const other of reachedFrom(matrix, [node], closed)) seen.add(other)
  }
  return count
}

/** Per node the smallest node it hangs together with. */
export function slowComponents(edges: Edges): number[] {
  const matrix = matrixOf(edges, true)
  return matrix.map((_, node) => Math.min(...reachedFrom(matrix, [node])))
}

/** Nodes whose removal makes more pieces: counted again without each. */
export function slowArticulationPoints(edges: Edges): number[] {
  const matrix = matrixOf(edges, true)
  const whole = pieces(matrix)
  return matrix.flatMap((row, node) => (pieces(matrix, new Set([node])) > whole - (row.some(Boolean) ? 0 : 1) ? [node] : []))
}

/** Edges stated once whose removal makes more pieces. */
export function slowBridges(edges: Edges): string[] {
  const whole = pieces(matrixOf(edges, true))
  const found: string[] = []
  for (let edge = 0; edge < edges.from.length; edge++) {
    const rest = { size: edges.size, from: edges.from.filter((_, other) => other !== edge), to: edges.to.filter((_, other) => other !== edge) }
    if (pieces(matrixOf(rest, true)) > whole) found.push([edges.from[edge]!, edges.to[edge]!].sort((a, b) => a - b).join('–'))
  }
  return found.sort()
}

/** Per node the smallest node that it reaches and that reaches it. */
export function slowStrongGroups(edges: Edges): number[] {
  const matrix = matrixOf(edges, false)
  const reached = matrix.map((_, node) => reachedFrom(matrix, [node]))
  return reached.map((others, node) => Math.min(...[...others].filter((other) => reached[other]!.has(node))))
}

/** Core numbers by taking away, for k = 1, 2, …, everybody with fewer than k neighbours until nobody is left to take. */
export function slowCores(edges: Edges): number[] {
  const matrix = matrixOf(edges, true)
  const core = new Array<number>(edges.size).fill(0)
  let left = new Set(matrix.keys())
  for (let k = 1; left.size > 0; k++) {
    for (let before = -1; before !== left.size;) {
      before = left.size
      left = new Set([...left].filter((node) => [...left].filter((other) => matrix[node]![other]).length >= k))
    }
    for (const node of left) core[node] = k
  }
  return core
}

/** Per node the set of other nodes without which no source reaches it; undefined: not reached at all. */
export function slowDominators(edges: Edges, sources: readonly number[]): (number[] | undefined)[] {
  const matrix = matrixOf(edges, false)
  const open = reachedFrom(matrix, sources)
  const without = matrix.map((_, closed) => reachedFrom(matrix, sources, new Set([closed])))
  return matrix.map((_, node) => (open.has(node) ? without.flatMap((reached, closed) => (closed !== node && !reached.has(node) ? [closed] : [])) : undefined))
}

/** Distances and numbers of shortest paths from one node, one round per step over all nodes at that distance. */
function slowPaths(matrix: readonly (readonly boolean[])[], source: number): { distance: Float64Array; paths: Float64Array } {
  const distance = Float64Array.from(matrix, (_, node) => (node === source ? 0 : Infinity))
  const paths = Float64Array.from(matrix, (_, node) => (node === source ? 1 : 0))
  for (let step = 0; distance.includes(step); step++) {
    for (let node = 0; node < matrix.length; node++) {
      if (distance[node] !== step) continue
      matrix[node]!.forEach((joined, other) => {
        if (!joined) return
        if (distance[other] === Infinity) distance[other] = step + 1
        if (distance[other] === step + 1) paths[other]! += paths[node]!
      })
    }
  }
  return { distance, paths }
}

/**
 * Betweenness from its definition: for all s, t, v the paths s → v times the paths v → t over the paths s → t. Counts
 * are float64, of which graphs of a few hundred nodes stay far below the largest.
 */
export function slowBetweenness(edges: Edges, bothWays: boolean): number[] {
  const matrix = matrixOf(edges, bothWays)
  const from = matrix.map((_, node) => slowPaths(matrix, node))
  return from.map((behind, via) => {
    let sum = 0
    for (const [s, before] of from.entries()) {
      if (s === via || before.distance[via] === Infinity) continue
      for (let t = 0; t < edges.size; t++) {
        if (t === s || t === via || before.distance[via]! + behind.distance[t]! !== before.distance[t] || before.distance[t] === Infinity) continue
        sum += (before.paths[via]! * behind.paths[t]!) / before.paths[t]!
      }
    }
    return sum
  })
}

/** PageRank as the solution of its linear equations, by Gaussian elimination with pivoting. */
export function slowPageRank({ size, from, to, weight }: Edges & { readonly weight: readonly number[] }, damping: number): number[] {
  const leaving = new Array<number>(size).fill(0)
  from.forEach((node, edge) => { leaving[node]! += weight[edge]! })
  const rows = Array.from({ length: size }, (_, row) => Array.from({ length: size + 1 }, (_, column) => (column === size ? (1 - damping) / size : (row === column ? 1 : 0) - (leaving[column] === 0 ? damping / size : 0))))
  from.forEach((node, edge) => { rows[to[edge]!]![node]! -= (damping * weight[edge]!) / leaving[node]! })
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / rows[column]![column]!
      if (factor !== 0) for (let k = column; k <= size; k++) rows[row]![k]! -= factor * rows[column]![k]!
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!)
}
