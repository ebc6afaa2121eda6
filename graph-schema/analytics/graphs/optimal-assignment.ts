import type { Cancellation } from '../parts/cancellation.ts'

/** Two totals this close are the same; ties are then broken by the order given. */
const TIE = 1e-9

export interface Assignment {
  /** Per row the column it is paired with, or −1. */
  readonly columnOf: Int32Array
  /** Per column the row it is paired with, or −1. */
  readonly rowOf: Int32Array
  /** Sum of the weights of the pairs. */
  readonly total: number
}

/** Costs of a problem in which every row may also stay alone, at cost 0, in a column of its own. */
interface Problem {
  readonly rows: number
  readonly columns: number
  /** Infinity: not allowed. */
  readonly cost: (row: number, column: number) => number
  readonly cancellation: Cancellation | undefined
}

/** An optimal pairing of the problem above with the prices that prove it: cost − rowPrice − columnPrice ≥ 0, 0 on pairs. */
interface Priced {
  readonly columnOf: Int32Array
  readonly rowOf: Int32Array
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
}

/**
 * Pairs rows with columns so that the sum of the weights is largest; nobody is forced into a pair.
 *
 * Only pairs with a weight above 0 and of at least `threshold` are made. Of several best answers the one is given in
 * which the first row has the first possible column, then the second row, and so on: the answer does not depend on the
 * course of the search, nor on the order of rows and columns where there are no ties.
 *
 * @param weights one array per row, all of the same length; not a number means "not comparable"
 * @returns columnOf per row, rowOf per column, −1 for those alone; total in the unit of the weights
 * @throws RangeError when rows differ in length
 * @throws Cancelled
 * @see Kuhn (1955); Jonker & Volgenant (1987) for shortest augmenting paths. Time O(rows² · (rows + columns)); where many weights are equal O(rows · columns · (rows + columns)) more to find the first of the best answers. Space O(rows + columns).
 */
export function optimalAssignment(
  weights: readonly ArrayLike<number>[],
  { threshold = 0, cancellation }: { readonly threshold?: number; readonly cancellation?: Cancellation | undefined } = {},
): Assignment {
  const rows = weights.length
  const columns = weights[0]?.length ?? 0
  if (weights.some((row) => row.length !== columns)) throw new RangeError('All rows need the same number of weights.')
  const cost = (row: number, column: number) => {
    if (column >= columns) return column - columns === row ? 0 : Infinity
    const weight = weights[row]![column]!
    return weight > 0 && weight >= threshold ? -weight : Infinity
  }
  const problem: Problem = { rows, columns: columns + rows, cost, cancellation }
  const priced = shortestAugmentingPaths(problem)
  for (let row = 0; row < rows; row++) preferFirstColumn(problem, priced, row)
  const columnOf = priced.columnOf.map((column) => (column < columns ? column : -1))
  const rowOf = priced.rowOf.slice(0, columns)
  return { columnOf, rowOf, total: columnOf.reduce((sum, column, row) => (column < 0 ? sum : sum + weights[row]![column]!), 0) }
}

function shortestAugmentingPaths(problem: Problem): Priced {
  const { rows, columns } = problem
  const priced: Priced = {
    columnOf: new Int32Array(rows).fill(-1), rowOf: new Int32Array(columns).fill(-1),
    rowPrice: new Float64Array(rows), columnPrice: new Float64Array(columns),
  }
  for (let row = 0; row < rows; row++) augmentFrom(problem, priced, row)
  return priced
}

/** Adds one row by the cheapest chain of re-pairings (Dijkstra over reduced costs) and updates the prices. */
function augmentFrom({ columns, cost, cancellation }: Problem, { columnOf, rowOf, rowPrice, columnPrice }: Priced, first: number): void {
  const distance = new Float64Array(columns).fill(Infinity)
  const from = new Int32Array(columns).fill(-1)
  const done = new Uint8Array(columns)
  let row = first
  let reached = 0
  let free = -1
  while (free < 0) {
    cancellation?.spend(2 * columns)
    let nearest = -1
    for (let column = 0; column < columns; column++) {
      if (done[column] === 1) continue
      const through = reached + cost(row, column) - rowPrice[row]! - columnPrice[column]!
      if (through < distance[column]!) {
        distance[column] = through
        from[column] = row
      }
      if (nearest < 0 || distance[column]! < distance[nearest]!) nearest = column
    }
    done[nearest] = 1
    reached = distance[nearest]!
    if (rowOf[nearest]! < 0) free = nearest
    else row = rowOf[nearest]!
  }
  rowPrice[first]! += reached
  for (let column = 0; column < columns; column++) {
    if (done[column] === 0 || column === free) continue
    rowPrice[rowOf[column]!]! += reached - distance[column]!
    columnPrice[column]! -= reached - distance[column]!
  }
  for (let column = free; ; ) {
    const owner = from[column]!
    const left = columnOf[owner]!
    columnOf[owner] = column
    rowOf[column] = owner
    if (owner === first) return
    column = left
  }
}

/**
 * Gives a row the first column it can have in any best answer that leaves earlier rows alone.
 *
 * Pairs of a best answer have reduced cost 0, and columns with a price are always taken. So the row may change to a
 * column if a chain of such changes leads back to the column it gives up, where all free columns count as one place.
 */
function preferFirstColumn(problem: Problem, priced: Priced, row: number): void {
  const { columnOf, rowOf, rowPrice, columnPrice } = priced
  const isTight = (one: number, column: number) => Math.abs(problem.cost(one, column) - rowPrice[one]! - columnPrice[column]!) <= TIE
  for (let wanted = 0; wanted < columnOf[row]!; wanted++) {
    problem.cancellation?.spend()
    const owner = rowOf[wanted]!
    if (!isTight(row, wanted) || (owner >= 0 && owner < row)) continue
    const given = columnOf[row]!
    const chain = chainTo(problem, priced, row, wanted, given, isTight)
    if (chain === undefined) continue
    rowOf[given] = -1
    for (const [mover] of chain) rowOf[columnOf[mover]!] = -1
    for (const [mover, column] of [...chain, [row, wanted] as const]) {
      columnOf[mover] = column
      rowOf[column] = mover
    }
    return
  }
}

/** The moves (row, new column) that free `wanted` and fill `given`, or leave it free if it has no price. */
function chainTo(
  { columns, cancellation }: Problem,
  { rowOf, columnPrice }: Priced,
  fixed: number,
  wanted: number,
  given: number,
  isTight: (row: number, column: number) => boolean,
): [number, number][] | undefined {
  const cameFrom = new Map<number, number>() // column → column whose owner moves to it
  const queue = [wanted]
  const seen = new Set(queue)
  let freeSeen = false
  for (const column of queue) {
    const owner = rowOf[column]!
    if (column === given) break
    cancellation?.spend(2 * columns)
    const reach = (next: number) => {
      if (seen.has(next)) return
      seen.add(next)
      cameFrom.set(next, column)
      queue.push(next)
    }
    if (owner >= 0 && owner < fixed) continue
    if (owner >= 0) {
      for (let next = 0; next < columns; next++) if (isTight(owner, next)) reach(next)
    } else if (!freeSeen) {
      freeSeen = true
      for (let next = 0; next < columns; next++) if (Math.abs(columnPrice[next]!) <= TIE && rowOf[next] !== -1) reach(next)
    }
  }
  if (!seen.has(given)) return undefined
  const moves: [number, number][] = []
  for (let column = given; column !== wanted;) {
    const before = cameFrom.get(column)!
    if (rowOf[before]! >= 0) moves.push([rowOf[before]!, column])
    column = before
  }
  return moves
}
