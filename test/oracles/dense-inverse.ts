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

/** Least and largest share per pair, several entries added up; the largest is what the others' minima leave. */
function bounds({ size, stakes }: { readonly size: number; readonly stakes: readonly DenseStake[] }): { readonly low: Float64Array[]; readonly high: Float64Array[] } {
  const low = Array.from({ length: size }, () => new Float64Array(size))
  const high = Array.from({ length: size }, () => new Float64Array(size))
  const minima = new Float64Array(size)
  for (const { held, shareLow } of stakes) minima[held]! += shareLow
  for (const { holder, held, shareLow, shareHigh } of stakes) {
    low[holder]![held]! += shareLow
    high[holder]![held]! += Math.max(shareLow, Math.min(shareHigh, 1 - (minima[held]! - shareLow)))
  }
  return { low, high }
}

/**
 * Integrated ownership of every pair of a network, from one inverse for the minima and one for the largest shares.
 *
 * Only for networks in which both have finite sums but for rings that own themselves outright: shares that are known
 * exactly, or ranges without circles. Minima are expected to add up to at most 1.
 */
export function inverseOwnership(world: { readonly size: number; readonly stakes: readonly DenseStake[] }): Record<string, number> {
  const { size } = world
  const { low, high } = bounds(world)
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

/** Which nodes are reached from each by one step or more (breadth first). */
function reached(share: readonly Float64Array[]): Set<number>[] {
  const next = share.map((row) => Array.from(row.keys()).filter((held) => row[held]! > 0))
  return next.map((start) => {
    const seen = new Set(start)
    for (const node of seen) for (const one of next[node]!) seen.add(one) // a set is walked with what is added on the way
    return seen
  })
}

/**
 * The largest share of every pair where largest shares may lie in circles.
 *
 * A group of nodes that hold each other has a finite sum of walks exactly if (I − W)⁻¹ of the group has no negative
 * element (Berman & Plemmons 1979, M-matrices). A pair with a walk through a group without one has the bound 1; of all
 * others the inverse over the rest of the nodes is the sum.
 */
export function inverseUpperBounds(world: { readonly size: number; readonly stakes: readonly DenseStake[] }): { readonly bounds: Record<string, number>; readonly endless: number } {
  const nodes = Array.from({ length: world.size }, (_, node) => node)
  const { high } = bounds(world)
  const reach = reached(high)
  const groups = nodes.filter((node) => reach[node]!.has(node)).map((node) => nodes.filter((other) => reach[node]!.has(other) && reach[other]!.has(node)))
  const isEndless = (group: readonly number[]) => inverseOf(group.map((holder) => Float64Array.from(group, (held) => high[holder]![held]!))).some((row) => row.some((value) => !(value >= -1e-9 && value < 1e9)))
  const endlessGroups = groups.filter((group, at) => groups.findIndex(([first]) => first === group[0]) === at && isEndless(group))
  const endless = new Set(endlessGroups.flat())
  const kept = nodes.filter((node) => !endless.has(node))
  const walks = inverseOf(kept.map((holder) => Float64Array.from(kept, (held) => high[holder]![held]!)))
  const at = new Map(kept.map((node, index) => [node, index]))
  const found: Record<string, number> = {}
  for (const holder of nodes) {
    const passed = endlessGroups.map(([first]) => first!).filter((node) => reach[holder]!.has(node))
    for (const held of reach[holder]!) {
      if (held === holder) continue
      const passesEndless = passed.some((node) => reach[node]!.has(held))
      found[`${holder} in ${held}, high`] = passesEndless ? 1 : Math.min(1, walks[at.get(holder)!]![at.get(held)!]! / walks[at.get(holder)!]![at.get(holder)!]!)
    }
  }
  return { bounds: found, endless: endless.size }
}

/** Share of one node in another by following it upwards round after round, never past the holder; shares given per entry. */
export function followedShare(size: number, stakes: readonly { readonly holder: number; readonly held: number; readonly share: number }[], holder: number, held: number): number {
  let open = new Float64Array(size)
  open[held] = 1
  let arrived = 0
  for (let left = 1; left > 1e-13;) {
    const next = new Float64Array(size)
    for (const { holder: above, held: below, share } of stakes) if (open[below]! > 0) next[above]! += open[below]! * share
    arrived += next[holder]!
    next[holder] = 0
    open = next
    left = open.reduce((sum, part) => sum + part, 0)
  }
  return arrived
}
