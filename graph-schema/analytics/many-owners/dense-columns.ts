import type { ComponentFactors } from '../ownership/exact-component.ts'
import { solveDown } from '../ownership/exact-component.ts'
import { columnOf, setColumn, WIDTH } from '../parts/interleaved-columns.ts'

/** Solves y = inflow + Wᵀ y in place from row `first` on, in every column something flows into. Time O(8 · size²). */
export function solveDensely(factors: ComponentFactors, value: Float64Array, first = 0): void {
  for (let column = 0; column < WIDTH; column++) {
    const inflow = columnOf(value, first, factors.size, column)
    if (inflow.some((part) => part > 0)) setColumn(value, first, column, solveDown(factors, inflow))
  }
}
