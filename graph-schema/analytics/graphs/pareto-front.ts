/** One option: what is gained, and what it costs on several scales; undefined where a cost is not known. */
export interface Option { readonly gain: number; readonly costs: readonly (number | undefined)[] }

/**
 * The options no other one beats: at least as much gained, at most the same cost on every scale, better in one of them.
 * A cost that is not known is neither low nor high: options are compared only where both know the same scales.
 * Time O(n · shown · scales).
 *
 * @param shown how many of the options, from the first, are asked about; omitted: all
 */
export function paretoFront(options: readonly Option[], shown = options.length): boolean[] {
  return options.slice(0, shown).map((one) => !options.some((other) => beats(other, one)))
}

function beats(a: Option, b: Option): boolean {
  if (a.gain < b.gain) return false
  let better = a.gain > b.gain
  for (let scale = 0; scale < a.costs.length; scale++) {
    const [x, y] = [a.costs[scale], b.costs[scale]]
    if ((x === undefined) !== (y === undefined) || (x !== undefined && x > y!)) return false
    if (x !== undefined && x < y!) better = true
  }
  return better
}
