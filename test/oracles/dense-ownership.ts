/** One stake as the oracle reads it; every field is a plain value. */
export interface PlainStake {
  readonly holder: number
  readonly held: number
  readonly shareLow: number
  readonly shareHigh: number
  readonly shareLowExclusive?: boolean
  readonly shareHighExclusive?: boolean
}

type Matrix = number[][]
type Relation = boolean[][]
const NEAR = 1e-12
const grid = <Value>(size: number, value: Value): Value[][] => Array.from({ length: size }, () => new Array<Value>(size).fill(value))

/** Inverse by Gauss–Jordan elimination with row exchange, on nested arrays. */
export function gaussJordanInverse(matrix: Matrix): Matrix {
  const size = matrix.length
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let k = 0; k < size; k++) {
    let best = k
    for (let i = k + 1; i < size; i++) if (Math.abs(work[i]![k]!) > Math.abs(work[best]![k]!)) best = i
    ;[work[k], work[best]] = [work[best]!, work[k]!]
    const pivot = work[k]![k]!
    work[k] = work[k]!.map((value) => value / pivot)
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = work[i]![k]!
      work[i] = work[i]!.map((value, j) => value - factor * work[k]![j]!)
    }
  }
  return work.map((row) => row.slice(size))
}

/** Transitive closure (Warshall), over nodes that are not `without`. */
function closure(relation: Relation, without = -1): Relation {
  const reach = relation.map((row, i) => row.map((value, j) => value && i !== without && j !== without))
  for (let k = 0; k < reach.length; k++) for (let i = 0; i < reach.length; i++) for (let j = 0; j < reach.length; j++) if (reach[i]![k] && reach[k]![j]) reach[i]![j] = true
  return reach
}

/** Whether Σ Mᵏ over one class of mutually reachable nodes is infinite, by repeated squaring of its matrix. */
function diverges(matrix: Matrix, members: readonly number[]): boolean {
  let power = members.map((i) => members.map((j) => matrix[i]![j]!))
  for (let round = 0; round < 60; round++) {
    const largest = Math.max(...power.flat())
    if (largest < 1e-30) return false
    if (largest > 1e30) return true
    const factor = power
    power = factor.map((row) => factor.map((_, j) => row.reduce((sum, value, k) => sum + value * factor[k]![j]!, 0)))
  }
  return true
}

/** Column `target` of (I − M)⁻¹ and the diagonal, Infinity where a walk passes a class without a finite sum. */
function walkSums(matrix: Matrix, target: number): { walks: number[]; returns: number[] } {
  const size = matrix.length
  const reach = closure(matrix.map((row) => row.map((value) => value > 0)))
  const endless = new Set<number>()
  for (let i = 0; i < size; i++) {
    if (!reach[i]![i]) continue
    const members = matrix.map((_, j) => j).filter((j) => reach[i]![j] && reach[j]![i])
    if (diverges(matrix, members)) endless.add(i)
  }
  const isEndless = (i: number) => [...endless].some((e) => (i === e || reach[i]![e]) && (e === target || reach[e]![target]))
  const kept = matrix.map((_, i) => i).filter((i) => (i === target || reach[i]![target]) && !isEndless(i))
  const inverse = gaussJordanInverse(kept.map((i) => kept.map((j) => (i === j ? 1 : 0) - matrix[i]![j]!)))
  const walks = new Array<number>(size).fill(0)
  const returns = new Array<number>(size).fill(1)
  kept.forEach((i, at) => {
    walks[i] = kept.includes(target) ? inverse[at]![kept.indexOf(target)]! : 0
    returns[i] = inverse[at]![at]!
  })
  for (let i = 0; i < size; i++) if (isEndless(i)) walks[i] = Infinity
  return { walks, returns }
}

/** Whether a walk from i to j that does not come back to i contains a marked stake; all its stakes are in `relation`. */
function walkContains(relation: Relation, marked: Relation, i: number, j: number): boolean {
  const rest = closure(relation, i)
  const size = relation.length
  for (let a = 0; a < size; a++) {
    const comesTo = a === i || relation[i]!.some((first, k) => first && k !== i && (k === a || rest[k]![a]))
    if (!comesTo) continue
    for (let b = 0; b < size; b++) if (b !== i && marked[a]![b] && (b === j || rest[b]![j])) return true
  }
  return false
}

/** Bounds on the direct shares, set against each other within each column. */
function boundsOf(size: number, stakes: readonly PlainStake[]) {
  const bounds = { low: grid(size, 0), high: grid(size, 0), lowOpen: grid(size, false), highOpen: grid(size, false) }
  for (let held = 0; held < size; held++) {
    const column = stakes.filter((stake) => stake.held === held)
    const total = column.reduce((sum, stake) => sum + stake.shareLow, 0)
    const others = (stake: PlainStake) => column.filter((other) => other !== stake).reduce((sum, other) => sum + other.shareLow, 0)
    const entries = column.map((stake) => {
      const low = total > 1 + NEAR ? stake.shareLow / total : stake.shareLow
      const cap = total > 1 + NEAR ? 1 : 1 - others(stake)
      const high = Math.max(low, Math.min(Math.max(stake.shareHigh, stake.shareLow), cap))
      return { stake, low, cap, high: high < NEAR ? 0 : high, room: high - low > NEAR }
    })
    for (const { stake, low, cap, high, room } of entries) {
      const openOther = entries.some((other) => other.stake !== stake && other.room && other.stake.shareLowExclusive)
      bounds.low[stake.holder]![held] = low
      bounds.high[stake.holder]![held] = high
      bounds.lowOpen[stake.holder]![held] = room && (stake.shareLowExclusive ?? false)
      bounds.highOpen[stake.holder]![held] = room && (((stake.shareHighExclusive ?? false) && stake.shareHigh <= cap + NEAR) || (total <= 1 + NEAR && cap <= stake.shareHigh + NEAR && openOther))
    }
  }
  return bounds
}

const columnSum = (matrix: Matrix, column: number) => matrix.reduce((sum, row) => sum + row[column]!, 0)

/** Integrated ownership of every pair, by inverting dense matrices; names as the tests use them. */
export function denseOwnership({ size, stakes }: { readonly size: number; readonly stakes: readonly PlainStake[] }): Record<string, number> {
  const { low, high, lowOpen, highOpen } = boundsOf(size, stakes)
  const positiveHigh = high.map((row) => row.map((value) => value > 0))
  const positiveLow = low.map((row, i) => row.map((value, j) => value > 0 || lowOpen[i]![j]!))
  const above = closure(positiveHigh)
  const isUltimate = (i: number) => high.every((row, h) => h === i || row[i] === 0)
  const findings: Record<string, number> = {}
  for (let target = 0; target < size; target++) {
    const least = walkSums(low, target)
    const most = walkSums(high, target)
    const ultimate: { low: number; high: number; lowOpen: boolean; highOpen: boolean }[] = []
    for (let i = 0; i < size; i++) {
      if (i === target || !above[i]![target] || least.walks[i] === Infinity) continue
      const from = Math.min(1, least.walks[i]! / least.returns[i]!)
      const uncut = most.walks[i]! / most.returns[i]!
      const to = Math.max(from, Math.min(1, uncut))
      const holder = { low: from, high: to, lowOpen: to - from > NEAR && walkContains(positiveLow, lowOpen, i, target), highOpen: to - from > NEAR && uncut <= 1 + 1e-9 && walkContains(positiveHigh, highOpen, i, target) }
      if (isUltimate(i)) ultimate.push(holder)
      findings[`${i} in ${target}, low`] = holder.low
      findings[`${i} in ${target}, high`] = holder.high
      findings[`${i} in ${target}, low open`] = Number(holder.lowOpen)
      findings[`${i} in ${target}, high open`] = Number(holder.highOpen)
      findings[`${i} in ${target}, all walks`] = least.walks[i]!
    }
    if (least.walks[target] === Infinity) continue
    const rest = { least: 0, most: 0 }
    for (let i = 0; i < size; i++) {
      if (least.walks[i] === Infinity || (i !== target && isUltimate(i))) continue
      rest.most += Math.max(0, 1 - columnSum(low, i)) * least.walks[i]!
      rest.least += Math.max(0, 1 - columnSum(high, i)) * least.walks[i]!
    }
    if (!most.walks.includes(Infinity)) rest.least = Math.max(rest.least, 1 - ultimate.reduce((sum, holder) => sum + holder.high, 0))
    findings[`unrecorded in ${target}, low`] = rest.least
    findings[`unrecorded in ${target}, high`] = rest.most
    findings[`self-holding of ${target}`] = 1 - 1 / least.walks[target]!
  }
  return findings
}
