/** One stake as the oracle reads it. Votes that are not given are the share; NaN is unknown. */
export interface ControlStake {
  readonly holder: number
  readonly held: number
  readonly shareLow: number
  readonly shareLowExclusive?: boolean
  readonly votesLow?: number
  readonly votesLowExclusive?: boolean
  readonly flags?: number
}

const [CONSOLIDATES, JOINT, MEMBERSHIP, NOMINEE] = [1, 2, 4, 8]
const is = (stake: ControlStake, flag: number) => Math.floor((stake.flags ?? 0) / flag) % 2 === 1
const votes = (stake: ControlStake) => stake.votesLow ?? stake.shareLow
const excluded = (stake: ControlStake) => (stake.votesLow === undefined ? stake.shareLowExclusive : stake.votesLowExclusive) ?? false

/** Whether these stakes together are more than half of the votes; shares in the tests are multiples of 1/64 or 1/20. */
function moreThanHalf(stakes: readonly ControlStake[]): boolean {
  const counted = stakes.filter((stake) => !is(stake, JOINT!) && !is(stake, NOMINEE!) && votes(stake) > 0)
  const sum = Math.round(counted.reduce((total, stake) => total + Math.min(1, votes(stake)), 0) * 320)
  return sum > 160 || (sum === 160 && counted.some(excluded))
}

/** The least fixed point by trying every node again until a round changes nothing. */
function fixedPoint(size: number, stakes: readonly ControlStake[], actor: number, membership: boolean): Set<number> {
  const group = new Set([actor])
  for (let before = -1; before !== group.size; ) {
    before = group.size
    for (let node = 0; node < size; node++) {
      const own = stakes.filter((stake) => stake.held === node && group.has(stake.holder))
      const linked = own.some((stake) => !is(stake, NOMINEE!) && (is(stake, CONSOLIDATES!) || (membership && is(stake, MEMBERSHIP!))))
      if (linked || moreThanHalf(own)) group.add(node)
    }
  }
  return group
}

/** Kind of control of every actor (or of those named) over every node: 4 majority, 3 group, 1 membership; pairs without control are left out. */
export function naiveControl({ size, stakes }: { readonly size: number; readonly stakes: readonly ControlStake[] }, actors: Iterable<number> = Array(size).keys()): Record<string, number> {
  const findings: Record<string, number> = {}
  for (const actor of actors) {
    const group = fixedPoint(size, stakes, actor, false)
    for (const node of fixedPoint(size, stakes, actor, true)) {
      if (node === actor) continue
      const direct = stakes.filter((stake) => stake.holder === actor && stake.held === node)
      const majority = moreThanHalf(direct) || direct.some((stake) => is(stake, CONSOLIDATES!) && !is(stake, NOMINEE!))
      findings[`${actor} controls ${node}`] = majority ? 4 : group.has(node) ? 3 : 1
    }
  }
  return findings
}
