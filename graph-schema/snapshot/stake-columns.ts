import type { StakeFigures } from '#analytics/ownership/stake-graph.ts'
import type { SupportedStake } from './supported-stake.ts'

/** Stakes as parallel arrays with the statements each rests on, filled one after the other: five million of them are 300 MB, as objects 1.5 GB. */
export interface StakeColumns {
  count: number
  readonly figures: StakeFigures
  /** statements[statementStart[i] … statementStart[i + 1] − 1] belong to stake i, the one that gives the figure first. */
  readonly statementStart: Int32Array
  readonly statements: Int32Array
}

/** Room for so many stakes that rest on so many statements. */
export function stakeColumns(stakes: number, statements: number): StakeColumns {
  const [ints, floats, bytes] = [() => new Int32Array(stakes), () => new Float64Array(stakes), () => new Uint8Array(stakes)]
  return {
    count: 0, statementStart: new Int32Array(stakes + 1), statements: new Int32Array(statements),
    figures: {
      holder: ints(), held: ints(), shareLow: floats(), shareHigh: floats(), votesLow: floats(), votesHigh: floats(), flags: bytes(),
      shareLowExclusive: bytes(), shareHighExclusive: bytes(), votesLowExclusive: bytes(), votesHighExclusive: bytes(),
    },
  }
}

/** Adds a stake. */
export function pushStake(into: StakeColumns, stake: SupportedStake): void {
  const { figures: f, count: at } = into
  f.holder[at] = stake.holder
  f.held[at] = stake.held
  f.shareLow[at] = stake.shareLow
  f.shareHigh[at] = stake.shareHigh
  f.shareLowExclusive[at] = stake.shareLowExclusive === true ? 1 : 0
  f.shareHighExclusive[at] = stake.shareHighExclusive === true ? 1 : 0
  f.votesLow[at] = stake.votesLow ?? stake.shareLow
  f.votesHigh[at] = stake.votesHigh ?? stake.shareHigh
  f.votesLowExclusive[at] = (stake.votesLow === undefined ? stake.shareLowExclusive : stake.votesLowExclusive) === true ? 1 : 0
  f.votesHighExclusive[at] = (stake.votesHigh === undefined ? stake.shareHighExclusive : stake.votesHighExclusive) === true ? 1 : 0
  f.flags[at] = stake.flags ?? 0
  endStake(into, stake.statements)
}

/** Closes the stake whose figures have been written at position `count`. */
export function endStake(into: StakeColumns, statements: ArrayLike<number>): void {
  const first = into.statementStart[into.count]!
  for (let at = 0; at < statements.length; at++) into.statements[first + at] = statements[at]!
  into.count++
  into.statementStart[into.count] = first + statements.length
}

/** One stake as a value. */
export function stakeAt({ figures: f, statementStart, statements }: StakeColumns, at: number): SupportedStake {
  return {
    holder: f.holder[at]!, held: f.held[at]!, flags: f.flags[at]!,
    shareLow: f.shareLow[at]!, shareHigh: f.shareHigh[at]!, shareLowExclusive: f.shareLowExclusive[at] === 1, shareHighExclusive: f.shareHighExclusive[at] === 1,
    votesLow: f.votesLow[at]!, votesHigh: f.votesHigh[at]!, votesLowExclusive: f.votesLowExclusive[at] === 1, votesHighExclusive: f.votesHighExclusive[at] === 1,
    statements: Array.from(statements.subarray(statementStart[at], statementStart[at + 1])),
  }
}

/** Adds stakes `first` … `end` − 1 of another list. */
export function copyStakes(into: StakeColumns, from: StakeColumns, first: number, end: number): void {
  const { figures: to } = into
  const { figures: f } = from
  for (let at = first; at < end; at++) {
    const entry = into.count
    to.holder[entry] = f.holder[at]!
    to.held[entry] = f.held[at]!
    to.flags[entry] = f.flags[at]!
    to.shareLow[entry] = f.shareLow[at]!
    to.shareHigh[entry] = f.shareHigh[at]!
    to.votesLow[entry] = f.votesLow[at]!
    to.votesHigh[entry] = f.votesHigh[at]!
    to.shareLowExclusive[entry] = f.shareLowExclusive[at]!
    to.shareHighExclusive[entry] = f.shareHighExclusive[at]!
    to.votesLowExclusive[entry] = f.votesLowExclusive[at]!
    to.votesHighExclusive[entry] = f.votesHighExclusive[at]!
    endStake(into, from.statements.subarray(from.statementStart[at], from.statementStart[at + 1]))
  }
}

/** The same without the room that was not needed; the columns are not copied. */
export function finishedStakes({ count, figures: f, statementStart, statements }: StakeColumns): StakeColumns {
  return {
    count, statementStart: statementStart.subarray(0, count + 1), statements: statements.subarray(0, statementStart[count]),
    figures: {
      holder: f.holder.subarray(0, count), held: f.held.subarray(0, count), flags: f.flags.subarray(0, count),
      shareLow: f.shareLow.subarray(0, count), shareHigh: f.shareHigh.subarray(0, count), votesLow: f.votesLow.subarray(0, count), votesHigh: f.votesHigh.subarray(0, count),
      shareLowExclusive: f.shareLowExclusive.subarray(0, count), shareHighExclusive: f.shareHighExclusive.subarray(0, count),
      votesLowExclusive: f.votesLowExclusive.subarray(0, count), votesHighExclusive: f.votesHighExclusive.subarray(0, count),
    },
  }
}
