/** With more blocks than this the smallest are counted as part of the ocean. */
export const OCEANIC_BLOCKS = 12

/**
 * Shapley value of blocks of votes beside an ocean of holders too small to matter alone, under simple majority.
 *
 * Everybody arrives at a random moment t between 0 and 1; by then a part t of the ocean has arrived. A block is decisive
 * if those before it have at most half of all votes and more than half with it. The values of blocks add up to less
 * than 1: the rest is the ocean's. One block w alone gives min(1, w / (1 − w)).
 *
 * Holds only while the ocean really is dispersed and votes: a block nobody has recorded changes every value.
 *
 * @param blocks votes per block, 0–1
 * @param ocean votes of everybody else, 0–1, above 0; in the same unit
 * @returns per block 0–1; blocks beyond the {@link OCEANIC_BLOCKS} largest have what their votes are as part of the ocean
 * @throws RangeError for votes that are negative or not numbers, and without an ocean
 * @see Shapiro & Shapley (1978); Milnor & Shapley (1978), oceanic games. Time O(2ⁿ · n²) for at most 12 blocks.
 */
export function oceanicPowers(blocks: ArrayLike<number>, ocean: number): Float64Array {
  const votes = Float64Array.from(blocks)
  if (!(ocean > 0 && ocean < Infinity) || !votes.every((vote) => vote >= 0 && vote < Infinity))
    throw new RangeError('Votes have to be numbers of at least 0, and the ocean more than 0.')
  const inOrder = Array.from(votes.keys()).sort((a, b) => votes[b]! - votes[a]! || a - b)
  const atoms = inOrder.slice(0, OCEANIC_BLOCKS)
  const small = inOrder.slice(OCEANIC_BLOCKS)
  const water = small.reduce((sum, block) => sum + votes[block]!, ocean)
  const sizes = atoms.map((block) => votes[block]!)
  const quota = (water + sizes.reduce((sum, vote) => sum + vote, 0)) / 2
  const powers = new Float64Array(votes.length)
  atoms.forEach((block, at) => { powers[block] = decisive(sizes, at, water, quota) })
  const left = 1 - powers.reduce((sum, power) => sum + power, 0)
  for (const block of small) powers[block] = left * (votes[block]! / water)
  return powers
}

/** Probability that block `at` is decisive: over all sets of others before it, the length of the moments in which it is, weighted by the chance of that set. */
function decisive(sizes: readonly number[], at: number, water: number, quota: number): number {
  const others = sizes.filter((_, position) => position !== at)
  const n = sizes.length
  const inRange = (t: number) => Math.min(1, Math.max(0, t))
  let power = 0
  for (let set = 0; set < 2 ** others.length; set++) {
    let before = 0
    let members = 0
    for (let other = 0; other < others.length; other++) {
      if (((set >> other) & 1) === 0) continue
      before += others[other]!
      members++
    }
    const from = inRange((quota - before - sizes[at]!) / water)
    const to = inRange((quota - before) / water)
    if (to > from) power += (atLeast(members + 1, n, to) - atLeast(members + 1, n, from)) / (n * choose(n - 1, members))
  }
  return power
}

/** P(X ≥ k) for X binomial with n trials: the regularised incomplete beta function I_p(k, n − k + 1). */
function atLeast(k: number, n: number, p: number): number {
  let sum = 0
  for (let x = k; x <= n; x++) sum += choose(n, x) * p ** x * (1 - p) ** (n - x)
  return sum
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let step = 1; step <= k; step++) ways = (ways * (n - k + step)) / step
  return ways
}
