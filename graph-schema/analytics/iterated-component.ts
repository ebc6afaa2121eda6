/** One equation per node of a component: x_i = inflow_i + Σ weight · x_column over the row, own shares kept apart. */
export interface ComponentRows {
  readonly size: number
  readonly start: Int32Array
  readonly column: Int32Array
  readonly weight: Float64Array
  /** Share of each node in itself. */
  readonly own: Float64Array
}

export interface Iterated {
  readonly value: Float64Array
  /** ‖inflow + W x − x‖₁ / (‖inflow‖₁ + max x), recomputed from the values returned. */
  readonly residual: number
  /** Σ (inflow + W x − x): what the values do not account for yet. */
  readonly untraced: number
  readonly converged: boolean
}

/**
 * Solves x = inflow + W x for a component too large for elimination, by sweeps in alternating direction.
 *
 * The answer is accepted only on its own residual. A component that almost owns itself converges slowly in one
 * direction; there the values are rescaled to the least residual. With `rescale: false` every sweep stays below
 * the solution, so values that did not converge are still lower bounds.
 *
 * @see Gauss–Seidel iteration, e.g. Golub & Van Loan, Matrix Computations, ch. 11. Time O(sweeps · stakes), space O(size).
 */
export function iterateComponent(rows: ComponentRows, inflow: Float64Array, { tolerance = 1e-12, maxSweeps = 2_000, rescale = true } = {}): Iterated {
  const { size, own } = rows
  const value = new Float64Array(size)
  const residual = new Float64Array(size)
  const inflowNorm = inflow.reduce((sum, part) => sum + part, 0)
  let certified = Infinity
  let untraced = inflowNorm
  if (own.some((share) => share >= 1)) return { value, residual: certified, untraced, converged: false }
  for (let sweep = 0; sweep < maxSweeps; sweep += 2) {
    for (let i = 0; i < size; i++) value[i] = (inflow[i]! + rowSum(rows, value, i)) / (1 - own[i]!)
    for (let i = size - 1; i >= 0; i--) value[i] = (inflow[i]! + rowSum(rows, value, i)) / (1 - own[i]!)
    const { norm, sum, largest } = measure(rows, inflow, value, residual)
    certified = norm / (inflowNorm + largest)
    untraced = sum
    if (certified <= tolerance) return { value, residual: certified, untraced, converged: true }
    if (!(largest < 1e15 * inflowNorm)) break
    if (rescale) scaleToLeastResidual(inflow, value, residual, norm)
  }
  return { value, residual: certified, untraced, converged: false }
}

function rowSum({ start, column, weight }: ComponentRows, value: Float64Array, i: number): number {
  let sum = 0
  for (let at = start[i]!; at < start[i + 1]!; at++) sum += weight[at]! * value[column[at]!]!
  return sum
}

function measure(rows: ComponentRows, inflow: Float64Array, value: Float64Array, residual: Float64Array) {
  let norm = 0
  let sum = 0
  let largest = 0
  for (let i = 0; i < rows.size; i++) {
    residual[i] = inflow[i]! + rowSum(rows, value, i) - (1 - rows.own[i]!) * value[i]!
    norm += Math.abs(residual[i]!)
    sum += residual[i]!
    if (!(value[i]! <= largest)) largest = value[i]!
  }
  return { norm, sum, largest }
}

/** Multiplies the values by the factor that minimises ‖inflow − factor · (x − W x)‖₂, if that at least halves the residual. */
function scaleToLeastResidual(inflow: Float64Array, value: Float64Array, residual: Float64Array, norm: number): void {
  let product = 0
  let square = 0
  for (let i = 0; i < value.length; i++) {
    const image = inflow[i]! - residual[i]!
    product += inflow[i]! * image
    square += image * image
  }
  const factor = product / square
  if (!(factor > 0 && factor < Infinity)) return
  let scaled = 0
  for (let i = 0; i < value.length; i++) scaled += Math.abs(inflow[i]! - factor * (inflow[i]! - residual[i]!))
  if (scaled < norm / 2) for (let i = 0; i < value.length; i++) value[i]! *= factor
}
