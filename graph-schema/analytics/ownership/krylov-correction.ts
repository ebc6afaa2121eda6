import type { Cancellation } from '../parts/cancellation.ts'
import type { ComponentRows } from './component-rows.ts'

/** Directions searched before a restart. */
const STEPS = 40

/**
 * The correction c, within a Krylov space of 40 directions, that makes ‖difference − (I − W) c‖₂ least.
 *
 * Each direction is smoothed by one forward substitution (the lower triangle of I − W) before it is used.
 *
 * @throws Cancelled
 * @see Saad & Schultz (1986), GMRES with a right preconditioner and Givens rotations. Time O(40 · stakes + 40² · size).
 */
export function krylovCorrection(rows: ComponentRows, difference: Float64Array, cancellation?: Cancellation): Float64Array {
  const start = norm(difference)
  const correction = new Float64Array(rows.size)
  if (!(start > 0)) return correction
  const basis = [scaled(difference, 1 / start)]
  const smooth: Float64Array[] = []
  const triangle: number[][] = [] // column k: rotated coefficients 0 … k
  const rotations: { cosine: number; sine: number }[] = []
  const target = [start]
  for (let k = 0; k < STEPS; k++) {
    cancellation?.spend(2 * rows.column.length + (2 * k + 4) * rows.size)
    smooth.push(forwardSubstitution(rows, basis[k]!))
    const direction = image(rows, smooth[k]!)
    const column = basis.map((vector) => {
      const along = dot(vector, direction)
      for (let i = 0; i < rows.size; i++) direction[i]! -= along * vector[i]!
      return along
    })
    const rest = norm(direction)
    rotations.forEach(({ cosine, sine }, at) => {
      const [upper, lower] = [column[at]!, column[at + 1]!]
      column[at] = cosine * upper + sine * lower
      column[at + 1] = cosine * lower - sine * upper
    })
    const length = Math.hypot(column[k]!, rest)
    if (!(length > 0)) {
      smooth.pop()
      break
    }
    rotations.push({ cosine: column[k]! / length, sine: rest / length })
    column[k] = length
    triangle.push(column)
    target.push((-target[k]! * rest) / length)
    target[k]! *= rotations[k]!.cosine
    if (Math.abs(target[k + 1]!) <= 1e-15 * start) break
    basis.push(scaled(direction, 1 / rest))
  }
  const factors = target.slice(0, smooth.length)
  for (let k = smooth.length - 1; k >= 0; k--) {
    for (let j = k + 1; j < smooth.length; j++) factors[k]! -= triangle[j]![k]! * factors[j]!
    factors[k]! /= triangle[k]![k]!
  }
  smooth.forEach((vector, k) => { for (let i = 0; i < rows.size; i++) correction[i]! += factors[k]! * vector[i]! })
  return correction
}

const dot = (one: Float64Array, other: Float64Array) => {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}
const norm = (vector: Float64Array) => Math.sqrt(dot(vector, vector))
const scaled = (vector: Float64Array, factor: number) => vector.map((value) => value * factor)

/** (I − W) x. */
function image({ size, start, column, weight, own }: ComponentRows, value: Float64Array): Float64Array {
  const result = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = (1 - own[i]!) * value[i]!
    for (let at = start[i]!; at < start[i + 1]!; at++) sum -= weight[at]! * value[column[at]!]!
    result[i] = sum
  }
  return result
}

/** Solves the lower triangle of (I − W) x = right side. */
function forwardSubstitution({ size, start, column, weight, own }: ComponentRows, right: Float64Array): Float64Array {
  const value = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = right[i]!
    for (let at = start[i]!; at < start[i + 1]!; at++) if (column[at]! < i) sum += weight[at]! * value[column[at]!]!
    value[i] = sum / (1 - own[i]!)
  }
  return value
}
