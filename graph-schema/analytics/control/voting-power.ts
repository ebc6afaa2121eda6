import type { Cancellation } from '../parts/cancellation.ts'

/** Up to this many blocks every coalition is looked at; above, coalitions are sampled. */
export const EXACT_BLOCKS = 16

export interface VotingGame {
  /** Votes per block, none negative: numbers or shares, in one unit. */
  readonly votes: ArrayLike<number>
  /** Votes a coalition needs, in the same unit; absent: half of all given votes. */
  readonly quota?: number
  /** 'more than' the quota (strict majority) or 'at least' the quota. */
  readonly wins?: 'more than' | 'at least'
}

export interface VotingPowerOptions {
  /** Used only when sampling, and reported. */
  readonly seed?: number
  /** Random orders (Shapley–Shubik) or coalitions (Banzhaf). */
  readonly samples?: number
  readonly cancellation?: Cancellation | undefined
}

export interface VotingPower {
  /** Per block 0–1; adds up to 1 unless no coalition can win, then all are 0. */
  readonly index: Float64Array
  /**
   * Per block; all 0 when exact. Of a sample 0 only for blocks without votes: a power too rare to be seen is not surely 0,
   * and where no coalition in the sample hung on any block, which a quota near none or all of the votes makes likely,
   * nothing is known and the error is 1.
   */
  readonly standardError: Float64Array
  /** Present when coalitions were sampled. */
  readonly sampled?: { readonly seed: number; readonly samples: number }
}

/** Sums of votes this close to the quota, as a share of all votes, are equal to it. */
const ROUNDING = 1e-12
/** Samples are taken in this many groups; the spread between groups gives the standard error of Banzhaf shares. */
const GROUPS = 32

/**
 * Shapley–Shubik index: how often a block is the one that turns a growing coalition into a winning one, over all orders.
 *
 * @throws RangeError for votes that are negative or not numbers
 * @see Shapley & Shubik (1954); Castro, Gómez & Tejada (2009) for sampling orders. Time O(2^n · n) up to 16 blocks, else O(samples · n).
 */
export function shapleyShubik(game: VotingGame, { seed = 1, samples = 100_000, cancellation }: VotingPowerOptions = {}): VotingPower {
  const rule = ruleOf(game)
  const n = rule.votes.length
  if (n > EXACT_BLOCKS) return sampleOrders(rule, seed, samples, cancellation)
  // In which share of all orders exactly the given s members come before a block: s! (n − 1 − s)! / n!
  const orders = new Float64Array(n)
  for (let s = 0; s < n; s++) orders[s] = s === 0 ? 1 / n : (orders[s - 1]! * s) / (n - s)
  const index = new Float64Array(n)
  eachSwing(rule, cancellation, (block, members) => { index[block]! += orders[members - 1]! })
  return { index, standardError: new Float64Array(n) }
}

/**
 * Banzhaf index, normalised: of all the times any block can turn a winning coalition into a losing one by leaving, the share that is this block's.
 *
 * @throws RangeError for votes that are negative or not numbers
 * @see Penrose (1946); Banzhaf (1965). Time O(2^n · n) up to 16 blocks, else O(samples · n).
 */
export function banzhaf(game: VotingGame, { seed = 1, samples = 100_000, cancellation }: VotingPowerOptions = {}): VotingPower {
  const rule = ruleOf(game)
  const n = rule.votes.length
  if (n > EXACT_BLOCKS) return sampleCoalitions(rule, seed, samples, cancellation)
  const swings = new Float64Array(n)
  eachSwing(rule, cancellation, (block) => { swings[block]!++ })
  return { index: asShares(swings), standardError: new Float64Array(n) }
}

/** What {@link oceanicPower} takes for granted; to be printed with the number. */
export const OCEANIC_ASSUMPTION = 'All votes outside this block are spread over so many small holders that none of them matters alone, and all of them vote.'

/**
 * Shapley value of one block of votes against an ocean of small holders under simple majority: min(1, w / (1 − w)).
 *
 * Holds only while {@link OCEANIC_ASSUMPTION} does; a second block, known or unknown, makes it wrong.
 *
 * @param share votes of the block, 0–1
 * @throws RangeError outside 0 … 1
 * @see Milnor & Shapley (1978), oceanic games.
 */
export function oceanicPower(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`The block holds ${share} of the votes, outside 0 … 1.`)
  return share >= 0.5 ? 1 : share / (1 - share)
}

interface Rule { readonly votes: Float64Array; readonly isWinning: (votes: number) => boolean }

function ruleOf({ votes, quota, wins = 'more than' }: VotingGame): Rule {
  const list = Float64Array.from(votes)
  if (!list.every((vote) => vote >= 0 && vote < Infinity)) throw new RangeError('The votes of every block have to be a number of at least 0.')
  const total = list.reduce((sum, vote) => sum + vote, 0)
  const needed = quota ?? total / 2
  const slack = total * ROUNDING
  if (wins === 'at least') return { votes: list, isWinning: (sum) => sum >= needed - slack }
  return { votes: list, isWinning: (sum) => sum > needed + slack }
}

/** Calls `swing` for every winning coalition and every member it cannot do without, with the number of its members. */
function eachSwing({ votes, isWinning }: Rule, cancellation: Cancellation | undefined, swing: (block: number, members: number) => void): void {
  const n = votes.length
  const sum = new Float64Array(2 ** n) // votes per coalition; bit b of the number stands for block b
  const members = new Uint8Array(2 ** n)
  for (let coalition = 1; coalition < sum.length; coalition++) {
    const without = coalition & (coalition - 1)
    sum[coalition] = sum[without]! + votes[31 - Math.clz32(coalition ^ without)]!
    members[coalition] = members[without]! + 1
    if (!isWinning(sum[coalition]!)) continue
    for (let block = 0; block < n; block++) {
      if ((coalition >> block) & 1 && !isWinning(sum[coalition & ~(1 << block)]!)) swing(block, members[coalition]!)
    }
    cancellation?.spend(n)
  }
}

/** In each random order one block is decisive; its share of the orders is a proportion, its standard error that of one more hit and one more miss (Agresti & Coull 1998). */
function sampleOrders({ votes, isWinning }: Rule, seed: number, samples: number, cancellation: Cancellation | undefined): VotingPower {
  const n = votes.length
  const random = randomFrom(seed)
  const order = Int32Array.from({ length: n }, (_, block) => block)
  const index = new Float64Array(n)
  const isDecided = isWinning(0) // nobody is needed
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0
    for (let place = 0; place < n && !isDecided; place++) {
      const other = place + Math.floor(random() * (n - place))
      const block = order[other]!
      order[other] = order[place]!
      order[place] = block
      sum += votes[block]!
      if (!isWinning(sum)) continue
      index[block]! += 1 / samples
      break
    }
    cancellation?.spend(n)
  }
  const standardError = index.map((hits, block) => {
    if (votes[block] === 0) return 0
    const p = (hits * samples + 1) / (samples + 2)
    return Math.sqrt((p * (1 - p)) / samples)
  })
  return { index, standardError, sampled: { seed, samples } }
}

/** Each random coalition is looked at from every block: does it win with the block and lose without? */
function sampleCoalitions({ votes, isWinning }: Rule, seed: number, samples: number, cancellation: Cancellation | undefined): VotingPower {
  const n = votes.length
  const random = randomFrom(seed)
  const isIn = new Uint8Array(n)
  const groups: Float64Array[] = []
  const perGroup = Math.max(1, Math.ceil(samples / GROUPS))
  for (let group = 0; group < GROUPS; group++) {
    const swings = new Float64Array(n)
    for (let sample = 0; sample < perGroup; sample++) {
      let sum = 0
      for (let block = 0; block < n; block++) {
        isIn[block] = random() < 0.5 ? 1 : 0
        if (isIn[block] === 1) sum += votes[block]!
      }
      for (let block = 0; block < n; block++) {
        const without = isIn[block] === 1 ? sum - votes[block]! : sum
        if (!isWinning(without) && isWinning(without + votes[block]!)) swings[block]!++
      }
      cancellation?.spend(2 * n)
    }
    groups.push(swings)
  }
  const swings = Float64Array.from({ length: n }, (_, block) => groups.reduce((sum, group) => sum + group[block]!, 0))
  const index = asShares(swings)
  const shares = groups.map(asShares)
  const least = 1 / Math.max(1, swings.reduce((sum, count) => sum + count, 0)) // one swing more or less may always have been seen
  const standardError = index.map((mean, block) =>
    (votes[block] === 0 ? 0 : Math.max(least, Math.sqrt(shares.reduce((sum, share) => sum + (share[block]! - mean) ** 2, 0) / (GROUPS * (GROUPS - 1))))))
  return { index, standardError, sampled: { seed, samples: perGroup * GROUPS } }
}

function asShares(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (total > 0 ? count / total : 0))
}

/** mulberry32: the same sequence on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
