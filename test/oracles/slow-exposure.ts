/**
 * Shared adversaries by definition, on plain lists: repeated full scans instead of sparse rows, no caches, no shortcuts.
 * Written apart from the method it checks; only statements without dates, one per pair.
 */
export interface PlainStake {
  readonly holder: string
  readonly held: string
  readonly low: number
  readonly high: number
  readonly kind: 'shares' | 'joint' | 'group' | 'consolidates'
}
export interface PlainSite { readonly id: string; readonly place: string; readonly domain: string; readonly operators: readonly string[]; readonly figure: number | undefined }
export interface PlainWorld {
  readonly organisations: readonly string[]
  readonly stakes: readonly PlainStake[]
  readonly sites: readonly PlainSite[]
  /** Place → larger place. */
  readonly within: ReadonlyMap<string, string>
  /** Places at the level compared. */
  readonly places: readonly string[]
}
export interface PlainScore { readonly actor: string; readonly here: readonly [number, number]; readonly there: readonly [number, number]; readonly ubiquity: number; readonly score: number; readonly footprint: string }

type VotesOf = (stake: PlainStake) => number
export const certainVotes: VotesOf = ({ kind, low }) => (kind === 'shares' ? low : 0)
export const possibleVotes = (world: PlainWorld): VotesOf => (stake) => {
  if (stake.kind !== 'shares') return 0
  const others = world.stakes.filter((other) => other !== stake && other.held === stake.held && other.kind !== 'group').reduce((sum, other) => sum + (other.kind === 'consolidates' ? 0.5 : other.low), 0)
  return Math.max(stake.low, Math.min(stake.high, 1 - others))
}

/** Everything under control of a set of nodes, by scanning all stakes until nothing changes. */
export function controlled(world: PlainWorld, from: string, votes: VotesOf): Set<string> {
  const group = new Set([from])
  for (let changed = true; changed; ) {
    changed = false
    for (const { held } of world.stakes) {
      if (group.has(held)) continue
      const inHeld = world.stakes.filter((stake) => stake.held === held && group.has(stake.holder))
      const sum = inHeld.reduce((total, stake) => total + votes(stake), 0)
      if (sum > 0.5 + 1e-9 || inHeld.some(({ kind }) => kind === 'group' || kind === 'consolidates')) {
        group.add(held)
        changed = true
      }
    }
  }
  return group
}

/** φ of the first of two blocks, or of one where the other is 0, beside dispersed votes: over the moment it arrives, with the other one still to come or there already. */
function phi(block: number, other: number): number {
  const ocean = 1 - block - other
  if (ocean <= 0.005) return other > 0 ? 0.5 : 1 // two blocks with all votes, neither a majority: each can stop the other
  const within = (t: number) => Math.min(1, Math.max(0, t))
  const [a, b] = [within((0.5 - block) / ocean), within(0.5 / ocean)]
  const [c, d] = [within((0.5 - block - other) / ocean), within((0.5 - other) / ocean)]
  return b - b ** 2 / 2 - (a - a ** 2 / 2) + (d ** 2 - c ** 2) / 2
}

/** Who may decide over what without a majority; for worlds with at most two holders of a company. */
export function largestBlocks(world: PlainWorld): { readonly holder: string; readonly held: string; readonly phi: number }[] {
  return [...new Set(world.stakes.map(({ held }) => held))].flatMap((held) => {
    const blocks = world.stakes.filter((stake) => stake.held === held).sort((a, b) => b.low - a.low)
    const [first, second] = blocks
    const other = second?.low ?? 0
    const isExact = blocks.every(({ kind, low, high }) => kind === 'shares' && low === high)
    const dispersed = 1 - first!.low - other
    if (!isExact || first!.low < 1 / 3 || first!.low > 0.5 || other === first!.low || dispersed > first!.low - 1e-9) return []
    if (world.organisations.some((one) => one !== held && controlled(world, one, certainVotes).has(held))) return []
    const value = phi(first!.low, other)
    return value >= 0.5 - 1e-9 ? [{ holder: first!.holder, held, phi: value }] : []
  })
}

/** What a company reaches at most: what it may control, and φ of what it may decide over as the largest block. */
export const mostPresence = (world: PlainWorld, actor: string): Map<string, number> => {
  const blocks = blocksOf.get(world) ?? largestBlocks(world)
  blocksOf.set(world, blocks)
  return presence(world, actor, possibleVotes(world), blocks)
}
const blocksOf = new WeakMap<PlainWorld, ReturnType<typeof largestBlocks>>()

export function presence(world: PlainWorld, actor: string, votes: VotesOf, decided: ReturnType<typeof largestBlocks> = []): Map<string, number> {
  const weight = new Map([...controlled(world, actor, votes)].map((node) => [node, 1]))
  for (let changed = true; changed; ) {
    changed = false
    for (const { holder, held, phi: power } of decided) {
      for (const node of controlled(world, held, votes)) {
        const part = (weight.get(holder) ?? 0) * power
        if (part <= (weight.get(node) ?? 0) + 1e-12) continue
        weight.set(node, part)
        changed = true
      }
    }
    for (const venture of new Set(world.stakes.filter(({ kind }) => kind === 'joint').map(({ held }) => held))) {
      const parties = world.stakes.filter(({ held, kind }) => held === venture && kind === 'joint')
      const part = Math.min(1, parties.reduce((sum, { holder }) => sum + (weight.get(holder) ?? 0), 0) / parties.length)
      for (const node of controlled(world, venture, votes)) {
        if (part <= (weight.get(node) ?? 0) + 1e-12) continue
        weight.set(node, part)
        changed = true
      }
    }
  }
  return weight
}

export const isIn = (world: PlainWorld, place: string, area: string): boolean => place === area || (world.within.has(place) && isIn(world, world.within.get(place)!, area))
const sitesIn = (world: PlainWorld, area: string) => world.sites.filter(({ place }) => isIn(world, place, area))

/** A mistake that can be planted, to show that the comparison would notice it. */
export type Planted = 'none' | 'known operators only' | 'mixed measures' | 'no parts of places' | 'no largest blocks'

export function slowScores(world: PlainWorld, here: string, there: string, beta: number, planted: Planted = 'none'): PlainScore[] {
  const inArea = (area: string) => (planted === 'no parts of places' ? world.sites.filter(({ place }) => place === area) : sitesIn(world, area))
  const measured = (areas: readonly string[], domain: string) => {
    const all = areas.flatMap(inArea).filter((site) => site.domain === domain)
    return planted === 'mixed measures' ? all.some(({ figure }) => figure !== undefined) : all.every(({ figure }) => figure !== undefined)
  }
  const weightOf = (site: PlainSite, areas: readonly string[]) => (measured(areas, site.domain) ? site.figure ?? 1 : 1)
  const kappa = (weights: ReadonlyMap<string, number>, site: PlainSite) => Math.max(weights.get(site.id) ?? 0, ...site.operators.map((operator) => weights.get(operator) ?? 0))
  const exposure = (weights: ReadonlyMap<string, number>, area: string, areas: readonly string[]) => {
    const sites = inArea(area)
    const domains = [...new Set(sites.map(({ domain }) => domain))]
    return domains.reduce((sum, domain) => {
      const all = sites.filter((site) => site.domain === domain)
      const counted = planted === 'known operators only' ? all.filter(({ operators }) => operators.length > 0) : all
      const total = counted.reduce((amount, site) => amount + weightOf(site, areas), 0)
      return total === 0 ? sum : sum + all.reduce((amount, site) => amount + kappa(weights, site) * weightOf(site, areas), 0) / total / domains.length
    }, 0)
  }
  const spread = (values: readonly number[]) => {
    const sum = values.reduce((total, value) => total + value, 0)
    if (values.length < 2 || sum === 0) return 0
    const entropy = values.filter((value) => value > 0).reduce((total, value) => total - (value / sum) * Math.log(value / sum), 0)
    return (Math.exp(entropy) - 1) / (values.length - 1)
  }
  const withData = world.places.filter((place) => inArea(place).length > 0)
  return world.organisations.flatMap((actor) => {
    const low = presence(world, actor, certainVotes)
    const high = planted === 'no largest blocks' ? presence(world, actor, possibleVotes(world)) : mostPresence(world, actor)
    const both = (area: string, areas: readonly string[]) => [exposure(low, area, areas), exposure(high, area, areas)] as const
    const [atHome, away] = [both(here, [here, there]), both(there, [here, there])]
    if (atHome[1] === 0 || away[1] === 0) return []
    const lows = withData.map((place) => exposure(low, place, withData))
    const ubiquity = spread(lows.some((value) => value > 0) ? lows : withData.map((place) => exposure(high, place, withData)))
    const harmonic = atHome[0] === 0 || away[0] === 0 ? 0 : (2 * atHome[0] * away[0]) / (atHome[0] + away[0])
    const footprint = [here, there].flatMap(inArea).map((site) => `${kappa(low, site).toFixed(6)} ${kappa(high, site).toFixed(6)}`).join(' ')
    return [{ actor, here: atHome, there: away, ubiquity, score: harmonic * (1 - beta * ubiquity), footprint }]
  })
}
export const certainlyControls = (world: PlainWorld, upper: string, lower: string): boolean => upper !== lower && controlled(world, upper, certainVotes).has(lower)
