import { UNLIMITED, augmentingFlow } from './augmenting-flow.ts'

export interface SlowBounds { readonly low: number; readonly high: number }
/** One link of one commodity between things 0 … size − 1, all in one unit. */
export interface SlowLink { readonly from: number; readonly to: number; readonly capacity?: SlowBounds; readonly volume?: SlowBounds }
export interface SlowScope { readonly size: number; readonly links: readonly SlowLink[]; readonly inside: ReadonlySet<number>; readonly wantedInside: boolean }

type Side = 'low' | 'high'
interface Ends { readonly origins: readonly number[]; readonly markets: readonly number[] }

/** What one reaches by links, itself included. */
function reachOf(scope: SlowScope, start: readonly number[], closed: ReadonlySet<number> = new Set()): Set<number> {
  const leaving = receiversOf.get(scope.links) ?? Array.from({ length: scope.size }, (_, node) => scope.links.flatMap(({ from, to }) => (from === node ? [to] : [])))
  receiversOf.set(scope.links, leaving)
  const found = new Set(start.filter((node) => !closed.has(node)))
  for (const node of found) for (const to of leaving[node]!) if (!closed.has(to)) found.add(to)
  return found
}
const receiversOf = new WeakMap<readonly SlowLink[], readonly (readonly number[])[]>()

/** Things nothing leads to except from their own ring, and the last ones of a place (or those nothing leads on from). Of a ring of markets and others, it begins at the others. */
export function slowEnds(scope: SlowScope): Ends {
  const known = endsOf.get(scope) ?? findEnds(scope)
  endsOf.set(scope, known)
  return known
}
const endsOf = new WeakMap<SlowScope, Ends>()

function findEnds(scope: SlowScope): Ends {
  const { links, inside, wantedInside } = scope
  const known = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const reach = new Map(known.map((node) => [node, reachOf(scope, [node])]))
  const isBeginning = (node: number) => known.every((other) => !reach.get(other)!.has(node) || reach.get(node)!.has(other))
  const isEnd = (node: number) => [...reach.get(node)!].every((other) => reach.get(other)!.has(node))
  const beginnings = known.filter(isBeginning)
  if (!wantedInside) return { origins: beginnings, markets: known.filter((node) => isEnd(node) && !isBeginning(node)) }
  const receivers = known.filter((node) => inside.has(node) && links.some(({ to }) => to === node))
  const last = receivers.filter((node) => !links.some(({ from, to }) => from === node && inside.has(to)))
  const wanted = last.length > 0 ? last : receivers
  const ring = (node: number) => known.filter((other) => reach.get(node)!.has(other) && reach.get(other)!.has(node))
  const origins = beginnings.filter((node) => !wanted.includes(node) || ring(node).every((other) => wanted.includes(other)))
  return { origins, markets: wanted.filter((node) => !origins.includes(node)) }
}

/** What a market wants; undefined without any figure. */
function demandOf({ links }: SlowScope, market: number, side: Side): number | undefined {
  const incoming = links.filter(({ to }) => to === market)
  if (incoming.every(({ volume }) => volume !== undefined)) return incoming.reduce((sum, { volume }) => sum + volume![side], 0)
  const known = incoming.flatMap(({ capacity, volume }) => capacity ?? volume ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one[side], 0)
}

/** Each thing is two nodes, so that it can be closed. */
function flowOf(scope: SlowScope, { origins }: Ends, markets: readonly number[], side: Side, closed: ReadonlySet<number>): number {
  const { size, links } = scope
  return augmentingFlow(2 * size + 2, [
    ...Array.from({ length: size }, (_, node) => [node, size + node, closed.has(node) ? 0 : UNLIMITED] as const),
    ...links.filter(({ from, to }) => from !== to).map(({ from, to, capacity, volume }) => [size + from, to, (capacity ?? volume)?.[side] ?? UNLIMITED] as const),
    ...origins.map((node) => [2 * size, node, UNLIMITED] as const),
    ...markets.map((node) => [size + node, 2 * size + 1, demandOf(scope, node, side)!] as const),
  ], 2 * size, 2 * size + 1)
}

function waysOf({ size, links }: SlowScope, { origins, markets: all }: Ends, markets: readonly number[], closed: ReadonlySet<number>): number {
  return augmentingFlow(2 * size + 2, [
    ...Array.from({ length: size }, (_, node) => [node, size + node, closed.has(node) ? 0 : all.includes(node) ? UNLIMITED : 1] as const),
    ...links.filter(({ from, to }) => from !== to).map(({ from, to }) => [size + from, to, 1] as const),
    ...origins.map((node) => [2 * size, node, UNLIMITED] as const),
    ...markets.map((node) => [size + node, 2 * size + 1, size] as const),
  ], 2 * size, 2 * size + 1)
}

/** What every way leads over, by leaving each thing out: a market reached with all of them and not without it. */
export function slowDominated(scope: SlowScope, site: number): number[] {
  const { origins, markets } = slowEnds(scope)
  const before = reachOf(scope, origins)
  const after = reachOf(scope, origins, new Set([site]))
  return markets.filter((market) => market !== site && before.has(market) && !after.has(market))
}

/** The loss of all markets, and of each by itself, with the ways that are left, every one computed from nothing. Missing numbers are left out. */
export function slowStandstill(scope: SlowScope, closed: ReadonlySet<number>): Record<string, number> {
  const ends = slowEnds(scope)
  const measured = ends.markets.filter((market) => demandOf(scope, market, 'low') !== undefined)
  const found: Record<string, number> = {}
  const state = (name: string, markets: readonly number[]) => {
    if (markets.length === 0) return
    const [least, most] = (['low', 'high'] as const).map((side) => [flowOf(scope, ends, markets, side, new Set()), flowOf(scope, ends, markets, side, closed)] as const) as [readonly [number, number], readonly [number, number]]
    if (most[0] === 0) return
    found[`${name} low`] = least[0] === 0 ? 0 : Math.max(0, least[0] - most[1]) / least[0]
    found[`${name} high`] = (most[0] - least[1]) / most[0]
  }
  state('all', measured)
  found['all ways'] = waysOf(scope, ends, ends.markets, closed)
  for (const market of ends.markets) {
    state(`market ${market}`, measured.filter((one) => one === market))
    found[`market ${market} ways`] = waysOf(scope, ends, [market], closed)
    found[`market ${market} reached`] = Number(reachOf(scope, ends.origins, closed).has(market))
  }
  return found
}
