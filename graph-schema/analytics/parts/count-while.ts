/** How many values at the beginning of a sorted list fulfil a condition that no value after them fulfils. Time O(log n). */
export function countWhile(sorted: Float64Array | Int32Array, fulfils: (value: number) => boolean): number {
  let [first, end] = [0, sorted.length]
  while (first < end) {
    const middle = (first + end) >> 1
    if (fulfils(sorted[middle]!)) first = middle + 1
    else end = middle
  }
  return first
}
