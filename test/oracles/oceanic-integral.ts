/** Five-point Gauss–Legendre on [−1, 1]: exact for polynomials up to degree 9. */
const POINTS: readonly (readonly [number, number])[] = [[0, 128 / 225], ...[1, -1].flatMap((sign) => [
  [(sign / 3) * Math.sqrt(5 - 2 * Math.sqrt(10 / 7)), (322 + 13 * Math.sqrt(70)) / 900] as const,
  [(sign / 3) * Math.sqrt(5 + 2 * Math.sqrt(10 / 7)), (322 - 13 * Math.sqrt(70)) / 900] as const,
])]

/** The sums of all sets of blocks, each block in or out. */
const sumsOf = (blocks: readonly number[]): number[] => blocks.reduce<number[]>((sums, block) => [...sums, ...sums.map((sum) => sum + block)], [0])

/**
 * Power of the first of `blocks` beside an ocean by integrating over the moment t at which it arrives: every other block
 * was there before with chance t on its own, and a part t of the ocean. The chance of being decisive is a polynomial
 * between the moments at which some set of blocks with the ocean that has arrived reaches half of all votes, with and
 * without the first one; so it is integrated piece by piece. For up to eight blocks.
 */
export function oceanicPowerByIntegration([block, ...others]: readonly [number, ...number[]], ocean: number): number {
  const half = (block + ocean + others.reduce((sum, other) => sum + other, 0)) / 2
  const chance = (t: number) => {
    const before = (left: readonly number[], votes: number): number => {
      const [first, ...rest] = left
      if (first === undefined) return votes <= half && votes + block > half ? 1 : 0
      return t * before(rest, votes + first) + (1 - t) * before(rest, votes)
    }
    return before(others, t * ocean)
  }
  const moments = [...new Set([0, 1, ...sumsOf([block, ...others]).map((sum) => (half - sum) / ocean).filter((t) => t > 0 && t < 1)])].sort((a, b) => a - b)
  return moments.slice(1).reduce((total, to, at) => {
    const from = moments[at]!
    return total + POINTS.reduce((sum, [point, weight]) => sum + weight * chance((from + to + point * (to - from)) / 2), 0) * (to - from) / 2
  }, 0)
}

/** Six-point Gauss–Legendre on [−1, 1]: exact for polynomials up to degree 11. */
const SIX_POINTS = [[0.238619186083196908, 0.467913934572691047], [0.661209386466264514, 0.360761573048138607], [0.932469514203152028, 0.171324492379170345]]
  .flatMap(([point, weight]) => [[point!, weight!], [-point!, weight!]] as const)

/**
 * The same for blocks of whole numbers of votes, up to twelve of them: what the others have brought by moment t is a
 * distribution over sums, made block by block, in place of every set of blocks.
 */
export function oceanicPowerByDistribution([block, ...others]: readonly [number, ...number[]], ocean: number): number {
  const most = others.reduce((sum, other) => sum + other, 0)
  const half = (block + ocean + most) / 2
  const chance = (t: number) => {
    const before = new Float64Array(most + 1)
    before[0] = 1
    for (const other of others) for (let sum = most; sum >= 0; sum--) before[sum] = before[sum]! * (1 - t) + (sum >= other ? before[sum - other]! * t : 0)
    return before.reduce((total, part, sum) => (sum + t * ocean <= half && sum + t * ocean + block > half ? total + part : total), 0)
  }
  const moments = [...new Set([0, 1, ...Array.from({ length: most + block + 1 }, (_, sum) => (half - sum) / ocean).filter((t) => t > 0 && t < 1)])].sort((a, b) => a - b)
  return moments.slice(1).reduce((total, to, at) => {
    const from = moments[at]!
    return total + SIX_POINTS.reduce((sum, [point, weight]) => sum + weight * chance((from + to + point * (to - from)) / 2), 0) * (to - from) / 2
  }, 0)
}
