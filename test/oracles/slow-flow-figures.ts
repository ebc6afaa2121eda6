import { UNLIMITED, augmentingFlow } from './augmenting-flow.ts'
import type { SlowBounds, SlowScope } from './slow-choke-points.ts'
import { slowDominated, slowEnds } from './slow-choke-points.ts'

const total = (parts: readonly (SlowBounds | undefined)[], side: 'low' | 'high'): number | undefined =>
  (parts.length === 0 || parts.includes(undefined) ? undefined : parts.reduce((sum, part) => sum + part![side], 0))
const capped = (value: number) => Math.min(1, Math.max(0, value))

/** Volumes on the links into some things, or out of them. */
const volumes = ({ links }: SlowScope, nodes: readonly number[], end: 'from' | 'to') => nodes.flatMap((node) => links.filter((link) => link[end] === node).map(({ volume }) => volume))

/** What is stated to pass one thing: what comes and what goes, and the range between them where they differ. */
export function slowPassing(scope: SlowScope, node: number): SlowBounds | undefined {
  const sides = [volumes(scope, [node], 'to'), volumes(scope, [node], 'from')].filter((side) => total(side, 'low') !== undefined)
  return sides.length === 0 ? undefined : { low: Math.min(...sides.map((side) => total(side, 'low')!)), high: Math.max(...sides.map((side) => total(side, 'high')!)) }
}

/** The most that arrives at the markets if every link carries what is stated on it and every market gets what is stated to reach it. */
function arriving(scope: SlowScope, side: 'low' | 'high', without: number): number {
  const { origins, markets } = slowEnds(scope)
  return augmentingFlow(2 * scope.size + 2, [
    ...Array.from({ length: scope.size }, (_, node) => [node, scope.size + node, node === without ? 0 : UNLIMITED] as const),
    ...scope.links.filter(({ from, to }) => from !== to).map(({ from, to, volume }) => [scope.size + from, to, volume?.[side] ?? UNLIMITED] as const),
    ...origins.map((node) => [2 * scope.size, node, UNLIMITED] as const),
    ...markets.flatMap((node) => { const wanted = total(volumes(scope, [node], 'to'), side); return wanted === undefined ? [] : [[scope.size + node, 2 * scope.size + 1, wanted] as const] }),
  ], 2 * scope.size, 2 * scope.size + 1)
}

/** Share of what arrives that passes each of some things, by name; where goods stay or leave on the way, at least what could not come around it. */
export function slowShares(scope: SlowScope, nodes: readonly number[]): Record<string, number> {
  const { origins, markets } = slowEnds(scope)
  const reached = volumes(scope, markets, 'to')
  const [counted, isArriving] = total(reached, 'low') === undefined ? [volumes(scope, origins, 'from'), false] as const : [reached, true] as const
  const whole = { low: total(counted, 'low'), high: total(counted, 'high') }
  if (whole.low === undefined || whole.high === undefined || whole.low === 0) return {}
  const known = [...new Set(scope.links.flatMap(({ from, to }) => [from, to]))]
  const isOff = (node: number) => {
    const [came, left, passing] = [total(volumes(scope, [node], 'to'), 'high'), total(volumes(scope, [node], 'from'), 'low'), slowPassing(scope, node)]
    return (!markets.includes(node) && came !== undefined && left !== undefined && came > left) || (passing !== undefined && passing.low > whole.high!)
  }
  const isComplete = !isArriving || !known.some(isOff)
  const undisturbed = isComplete ? 0 : arriving(scope, 'low', -1)
  const found: Record<string, number> = {}
  for (const node of nodes) {
    const passing = slowPassing(scope, node)
    if (passing === undefined) continue
    const low = Math.min(1, passing.low / whole.high)
    found[`${node} low`] = isComplete ? low : Math.min(low, Math.max(0, undisturbed - arriving(scope, 'high', node)) / whole.high)
    found[`${node} high`] = Math.min(1, passing.high / whole.low)
  }
  return found
}

/** What can be replaced: 1 − D / T between the ends of both. */
export const slowSubstitutability = (loss: SlowBounds, share: SlowBounds): SlowBounds | undefined =>
  (share.low > 0 ? { low: capped((share.low - loss.high) / share.low), high: capped((share.high - loss.low) / share.high) } : undefined)

/** Fewest links from any of the starts, by letting every link shorten what is behind it until nothing changes. */
function depths({ size, links }: SlowScope, starts: readonly number[], isBackwards: boolean): number[] {
  const depth = Array.from({ length: size }, (_, node) => (starts.includes(node) ? 0 : Infinity))
  for (let changed = true; changed;) {
    changed = false
    for (const { from, to } of links) {
      const [near, far] = isBackwards ? [to, from] : [from, to]
      if (depth[near]! + 1 >= depth[far]!) continue
      depth[far] = depth[near]! + 1
      changed = true
    }
  }
  return depth
}

/** Where things stand in flows of several goods: depths and degrees of all together, the largest share and domination of one of them. */
export function slowPositions(goods: readonly SlowScope[]): Record<string, number> {
  const all: SlowScope = { ...goods[0]!, links: goods.flatMap(({ links }) => links) }
  const nodes = [...new Set(all.links.flatMap(({ from, to }) => [from, to]))]
  const { origins, markets } = slowEnds(all)
  const [fromSource, toMarket] = [depths(all, origins, false), depths(all, markets, true)]
  const shares = goods.map((scope) => slowShares(scope, nodes.filter((node) => scope.links.some(({ from, to }) => from === node || to === node))))
  const found: Record<string, number> = {}
  for (const node of nodes) {
    const others = (end: 'from' | 'to', at: 'from' | 'to') => new Set(all.links.filter((link) => link[at] === node && link[end] !== node).map((link) => link[end])).size
    const middles = shares.flatMap((share) => (share[`${node} low`] === undefined ? [] : [(share[`${node} low`]! + share[`${node} high`]!) / 2]))
    if (fromSource[node]! < Infinity) found[`${node} from a source`] = fromSource[node]!
    if (toMarket[node]! < Infinity) found[`${node} to a market`] = toMarket[node]!
    found[`${node} suppliers`] = others('from', 'to')
    found[`${node} receivers`] = others('to', 'from')
    found[`${node} dominates`] = Number(goods.some((scope) => slowDominated(scope, node).length > 0))
    if (middles.length > 0) found[`${node} share`] = Math.max(...middles)
  }
  return found
}
