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

export function presence(world: PlainWorld, actor: string, votes: VotesOf): Map<string, number> {
  const weight = new Map([...controlled(world, actor, votes)].map((node) => [node, 1]))
  for (let changed = true; changed; ) {
    changed = false
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
export type Planted = 'none' | 'known operators only' | 'mixed measures' | 'no parts of places'

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
    const high = presence(world, actor, possibleVotes(world))
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
