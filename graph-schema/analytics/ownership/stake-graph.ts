/**
 * Who holds what share of whom, at one date and for one set of grades, ready for arithmetic.
 *
 * One *entry* per (holder, held) pair: several statements about the same pair have been reduced to one
 * interval before (graph-schema/snapshot). Entries are stored in compressed sparse rows by the held node, holders ascending within one,
 * with a second index by the holder, so both directions are walked without search.
 *
 * Shares and votes are fractions in 0–1. Parallel arrays have one element per entry.
 */
export interface StakeGraph {
  /** Number of nodes; node indices are 0 … size − 1. */
  readonly size: number
  /** Length size + 1; entries heldStart[i] … heldStart[i + 1] − 1 are the stakes *in* node i. */
  readonly heldStart: Int32Array
  readonly holder: Int32Array
  readonly held: Int32Array
  readonly shareLow: Float64Array
  readonly shareHigh: Float64Array
  /** 1 when the bound itself is excluded ("more than 50 %"). */
  readonly shareLowExclusive: Uint8Array
  readonly shareHighExclusive: Uint8Array
  /** Votes default to the share; NaN where nothing is known about the votes. */
  readonly votesLow: Float64Array
  readonly votesHigh: Float64Array
  readonly votesLowExclusive: Uint8Array
  readonly votesHighExclusive: Uint8Array
  /** Bit set of {@link StakeFlag}. */
  readonly flags: Uint8Array
  /** Length size + 1; byHolder[holderStart[i] … holderStart[i + 1] − 1] are the entries *held by* node i. */
  readonly holderStart: Int32Array
  readonly byHolder: Int32Array
}

/** What a stake means beyond its size. */
export const StakeFlag = {
  /** Accounting consolidation (IFRS 10, GLEIF) or "state-owned": controls, whatever the share. */
  CONSOLIDATES: 1,
  /** Party to joint control: presence is split equally over the named parties, never group control. */
  JOINT: 2,
  /** "Runs under the name of": control by membership, its own label. */
  MEMBERSHIP: 4,
  /** Holds for somebody else: no control passes through it. */
  NOMINEE: 8,
  /** The share is unknown; only the link is stated. */
  SHARE_UNKNOWN: 16,
  /** Of a nominee: a source names the nominator, who has the stake. */
  PASSED_ON: 32,
} as const

/** One stake as a plain value; what {@link stakeGraph} is built from. */
export interface Stake {
  readonly holder: number
  readonly held: number
  readonly shareLow: number
  readonly shareHigh: number
  readonly shareLowExclusive?: boolean
  readonly shareHighExclusive?: boolean
  /** Omitted: the same as the share. NaN: unknown. */
  readonly votesLow?: number
  readonly votesHigh?: number
  readonly votesLowExclusive?: boolean
  readonly votesHighExclusive?: boolean
  readonly flags?: number
}

/** Sorts start offsets from a key per entry (counting sort): the row index of a compressed sparse matrix. */
function rowStarts(keys: ArrayLike<number>, rows: number): Int32Array {
  const start = new Int32Array(rows + 1)
  for (let i = 0; i < keys.length; i++) start[keys[i]! + 1]!++
  for (let i = 0; i < rows; i++) start[i + 1]! += start[i]!
  return start
}

/**
 * Builds the sparse rows from stakes in any order; the result does not depend on that order.
 *
 * @throws RangeError when a node index is outside 0 … size − 1
 * Time O(size + m log m), space O(size + m).
 */
export function stakeGraph(size: number, stakes: readonly Stake[]): StakeGraph {
  for (const { holder, held } of stakes) {
    if (!(holder >= 0 && holder < size && held >= 0 && held < size)) throw new RangeError(`Stake ${holder} → ${held} is outside 0 … ${size - 1}.`)
  }
  const sorted = [...stakes].sort((a, b) => a.held - b.held || a.holder - b.holder)
  const column = (read: (stake: Stake) => number) => Float64Array.from(sorted, read)
  const bits = (read: (stake: Stake) => boolean | undefined) => Uint8Array.from(sorted, (stake) => (read(stake) ? 1 : 0))
  return indexedStakes(size, {
    holder: Int32Array.from(sorted, (stake) => stake.holder),
    held: Int32Array.from(sorted, (stake) => stake.held),
    shareLow: column((stake) => stake.shareLow),
    shareHigh: column((stake) => stake.shareHigh),
    shareLowExclusive: bits((stake) => stake.shareLowExclusive),
    shareHighExclusive: bits((stake) => stake.shareHighExclusive),
    votesLow: column((stake) => stake.votesLow ?? stake.shareLow),
    votesHigh: column((stake) => stake.votesHigh ?? stake.shareHigh),
    votesLowExclusive: bits((stake) => (stake.votesLow === undefined ? stake.shareLowExclusive : stake.votesLowExclusive)),
    votesHighExclusive: bits((stake) => (stake.votesHigh === undefined ? stake.shareHighExclusive : stake.votesHighExclusive)),
    flags: Uint8Array.from(sorted, (stake) => stake.flags ?? 0),
  })
}

/** What {@link StakeGraph} says of each entry, without its indices. */
export type StakeFigures = Omit<StakeGraph, 'size' | 'heldStart' | 'holderStart' | 'byHolder'>

/** The sparse rows of entries in order of the held node, then of the holder. Time and space O(size + m); the columns are not copied. */
export function indexedStakes(size: number, figures: StakeFigures): StakeGraph {
  const { holder, held } = figures
  const holderStart = rowStarts(holder, size)
  const next = holderStart.slice(0, size)
  const byHolder = new Int32Array(holder.length)
  for (let entry = 0; entry < holder.length; entry++) byHolder[next[holder[entry]!]!++] = entry
  return { size, ...figures, heldStart: rowStarts(held, size), holderStart, byHolder }
}
