/** One stake as the oracle reads it. */
export interface DenseStake { readonly holder: number; readonly held: number; readonly shareLow: number; readonly shareHigh: number }

const NEAR = 1e-12

/** (I − W)⁻¹ by Gauss–Jordan elimination with row exchange; row-major. */
function inverseOf(share: readonly Float64Array[]): Float64Array[] {
  const size = share.length
  const work = share.map((row, i) => Float64Array.from({ length: 2 * size }, (_, j) => (j < size ? Number(i === j) - row[j]! : Number(j - size === i))))
  for (let k = 0; k < size; k++) {
    let best = k
    for (let i = k + 1; i < size; i++) if (Math.abs(work[i]![k]!) > Math.abs(work[best]![k]!)) best = i
    ;[work[k], work[best]] = [work[best]!, work[k]!]
    const pivot = work[k]![k]!
    for (let j = 0; j < 2 * size; j++) work[k]![j]! /= pivot
    for (let i = 0; i < size; i++) {
      const factor = work[i]![k]!
      if (i !== k && factor !== 0) for (let j = k; j < 2 * size; j++) work[i]![j]! -= factor * work[k]![j]!
    }
  }
  return work.map((row) => row.slice(size))
}

/** Nodes of rings that are held by themselves alone: held to the full, by nobody else, and each above every other one. */
function closedRings(share: readonly Float64Array[]): Set<number> {
  const size = share.length
  const column = (held: number) => share.reduce((sum, row) => sum + row[held]!, 0)
  const full = new Set(Array.from({ length: size }, (_, held) => held).filter((held) => column(held) > 1 - NEAR))
  for (let before = -1; before !== full.size; ) {
    before = full.size
    for (const held of full) if (share.some((row, holder) => row[held]! > 0 && !full.has(holder))) full.delete(held)
  }
  const above = (start: number) => {
    const seen = new Set<number>()
    for (const open = [start]; open.length > 0; ) {
      const held = open.pop()!
      share.forEach((row, holder) => { if (row[held]! > 0 && !seen.has(holder)) { seen.add(holder); open.push(holder) } })
    }
    return seen
  }
  const holders = new Map([...full].map((node) => [node, above(node)]))
  return new Set([...full].filter((node) => holders.get(node)!.has(node) && [...holders.get(node)!].every((one) => holders.get(one)!.has(node))))
}

/**
 * Integrated ownership of every pair of a network, from one inverse for the minima and one for the largest shares.
 *
 * Only for networks in which both have finite sums but for rings that own themselves outright: shares that are known
 * exactly, or ranges without circles. Minima are expected to add up to at most 1.
 */
export function inverseOwnership({ size, stakes }: { readonly size: number; readonly stakes: readonly DenseStake[] }): Record<string, number> {
  const low = Array.from({ length: size }, () => new Float64Array(size))
  const high = Array.from({ length: size }, () => new Float64Array(size))
  const minima = new Float64Array(size)
  for (const { held, shareLow } of stakes) minima[held]! += shareLow
  for (const { holder, held, shareLow, shareHigh } of stakes) {
    low[holder]![held]! += shareLow
    high[holder]![held]! += Math.max(shareLow, Math.min(shareHigh, 1 - (minima[held]! - shareLow)))
  }
  const rings = closedRings(low)
  const kept = Array.from({ length: size }, (_, node) => node).filter((node) => !rings.has(node))
  const inside = (share: readonly Float64Array[]) => inverseOf(kept.map((holder) => Float64Array.from(kept, (held) => share[holder]![held]!)))
  const [least, most] = [inside(low), inside(high)]
  const findings: Record<string, number> = {}
  kept.forEach((holder, i) => kept.forEach((held, j) => {
    if (i === j || !(most[i]![j]! > NEAR)) return
    findings[`${holder} in ${held}, low`] = Math.min(1, least[i]![j]! / least[i]![i]!)
    findings[`${holder} in ${held}, high`] = Math.min(1, most[i]![j]! / most[i]![i]!)
  }))
  return findings
}
