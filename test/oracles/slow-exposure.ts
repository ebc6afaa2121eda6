import { inverseOwnership } from './dense-inverse.ts'
import { oceanicPowerByIntegration } from './oceanic-integral.ts'
import { slowShapley } from './slow-choices.ts'

/**
 * Shared adversaries by definition, on plain lists: repeated scans of whole columns instead of sparse rows, no shortcuts;
 * kept is only what one company reaches, because a world of 200 things asks for it again and again.
 * Written apart from the method it checks; only statements without dates.
 */
export interface PlainStake {
  readonly holder: string
  readonly held: string
  readonly low: number
  readonly high: number
  readonly kind: 'shares' | 'joint' | 'group' | 'consolidates' | 'nominee'
  /** Who states it; several may state shares of one pair. Omitted: the one source of the world. */
  readonly source?: string
}
/** A site, or with `brand` the presence of that brand in a place; the brand belongs to the operators then. */
export interface PlainSite { readonly id: string; readonly place: string; readonly domain: string; readonly operators: readonly string[]; readonly figure: number | undefined; readonly brand?: string }
export interface PlainWorld {
  readonly organisations: readonly string[]
  readonly stakes: readonly PlainStake[]
  readonly sites: readonly PlainSite[]
  /** Place → larger place. */
  readonly within: ReadonlyMap<string, string>
  /** Places at the level compared. */
  readonly places: readonly string[]
  /** Who supplies what: a site, a brand where it is sold, or the sites an organisation runs. */
  readonly supplies?: readonly { readonly from: string; readonly to: string }[]
  /** Organisations that are never listed, with their kind. */
  readonly unlisted?: ReadonlyMap<string, 'custodian' | 'opaque owner'>
}
export interface PlainScore { readonly actor: string; readonly here: readonly [number, number]; readonly there: readonly [number, number]; readonly ubiquity: number; readonly score: number; readonly footprint: string }

/** A value of each world, made once. */
function oncePer<Value>(make: (world: PlainWorld) => Value): (world: PlainWorld) => Value {
  const made = new WeakMap<PlainWorld, Value>()
  return (world) => {
    if (!made.has(world)) made.set(world, make(world))
    return made.get(world)!
  }
}

/** What sources say about one pair: a range that another one lies in says less than that one, the others span from the least to the most. */
function together(said: readonly PlainStake[]): PlainStake {
  const isLessExact = (one: PlainStake, other: PlainStake, isLater: boolean) => one.low <= other.low && other.high <= one.high && (one.low < other.low || other.high < one.high || isLater)
  const kept = said.filter((one, at) => !said.some((other, position) => at !== position && isLessExact(one, other, position < at)))
  return { ...kept[0]!, low: Math.min(...kept.map(({ low }) => low)), high: Math.max(...kept.map(({ high }) => high)) }
}

/** Stakes by what they are in, one for each holder. */
export const columnsOf = oncePer((world) => {
  const columns = new Map<string, PlainStake[]>()
  for (const held of new Set(world.stakes.map((stake) => stake.held))) {
    const column = world.stakes.filter((stake) => stake.held === held)
    columns.set(held, [...new Set(column.map(({ holder }) => holder))].map((holder) => together(column.filter((stake) => stake.holder === holder))))
  }
  return columns
})

type VotesOf = (stake: PlainStake) => number
export const certainVotes: VotesOf = ({ kind, low }) => (kind === 'shares' ? low : 0)
export const possibleVotes = (world: PlainWorld): VotesOf => (stake) => {
  if (stake.kind !== 'shares') return 0
  const others = columnsOf(world).get(stake.held)!.filter((other) => other !== stake && other.kind !== 'group' && other.kind !== 'nominee').reduce((sum, other) => sum + (other.kind === 'consolidates' ? 0.5 : other.low), 0)
  return Math.max(stake.low, Math.min(stake.high, 1 - others))
}

/** Everything under control of a set of nodes, by scanning all stakes until nothing changes. */
export function controlled(world: PlainWorld, from: string, votes: VotesOf): Set<string> {
  const group = new Set([from])
  for (let changed = true; changed; ) {
    changed = false
    for (const [held, column] of columnsOf(world)) {
      if (group.has(held)) continue
      const inHeld = column.filter((stake) => group.has(stake.holder))
      const sum = inHeld.reduce((total, stake) => total + votes(stake), 0)
      if (sum > 0.5 + 1e-9 || inHeld.some(({ kind }) => kind === 'group' || kind === 'consolidates')) {
        group.add(held)
        changed = true
      }
    }
  }
  return group
}
const certainGroups = oncePer((world) => new Map(world.organisations.map((one) => [one, controlled(world, one, certainVotes)])))
const controllers = (world: PlainWorld, of: string) => world.organisations.filter((one) => one !== of && certainGroups(world).get(one)!.has(of))

/** Who may decide over what without a majority: the largest block, in one hand or put together, of at least a third; a company's shares in itself do not vote. */
export const largestBlocks = oncePer((world): { readonly holder: string; readonly held: string; readonly phi: number }[] => [...columnsOf(world)].flatMap(([held, column]) => {
  const blocks = column.filter(({ holder }) => holder !== held).sort((a, b) => b.low - a.low)
  const [first, ...others] = blocks
  const voting = 1 - column.filter(({ holder }) => holder === held).reduce((sum, { low }) => sum + low, 0)
  const ocean = voting - blocks.reduce((sum, { low }) => sum + low, 0)
  const isExact = column.every(({ holder, kind, low, high }) => (kind === 'shares' || (kind === 'joint' && holder === held)) && low === high) // nobody shares control of itself
  if (first === undefined || !isExact || first.low < 1 / 3 || first.low > 0.5 || others[0]?.low === first.low || ocean > first.low - 1e-9 || ocean < -1e-9) return []
  if (controllers(world, held).length > 0) return []
  const own = new Set([first.holder, ...controllers(world, first.holder)])
  const inHandOf = (hand: string) => others.filter(({ holder }) => holder === hand || certainGroups(world).get(hand)!.has(holder)).reduce((sum, { low }) => sum + low, 0)
  if (world.organisations.some((hand) => !own.has(hand) && inHandOf(hand) >= first.low - 1e-9)) return []
  const sizes = others.map(({ low }) => low)
  const value = ocean <= 0.005 ? slowShapley([first.low, ...sizes], (sum) => sum > voting / 2 + 1e-9)[0]! : oceanicPowerByIntegration([first.low, ...sizes], ocean)
  return value >= 0.5 - 1e-9 ? [{ holder: first.holder, held, phi: Math.min(1, value) }] : []
}))

/** Weights of what a company reaches, worked out once for each. */
const perCompany = (make: (world: PlainWorld, actor: string) => Map<string, number>) => {
  const known = oncePer(() => new Map<string, Map<string, number>>())
  return (world: PlainWorld, actor: string): Map<string, number> => {
    const found = known(world).get(actor) ?? make(world, actor)
    known(world).set(actor, found)
    return found
  }
}
/** What a company reaches for certain. */
export const certainPresence = perCompany((world, actor) => presence(world, actor, certainVotes))
/** What a company reaches at most: what it may control, and φ of what it may decide over as the largest block. */
export const mostPresence = perCompany((world, actor) => presence(world, actor, possibleVotes(world), largestBlocks(world)))

function presence(world: PlainWorld, actor: string, votes: VotesOf, decided: ReturnType<typeof largestBlocks> = []): Map<string, number> {
  const weight = new Map([...controlled(world, actor, votes)].map((node) => [node, 1]))
  for (let changed = true; changed; ) {
    changed = false
    const raise = (from: string, part: number) => {
      if (part <= (weight.get(from) ?? 0) + 1e-12) return
      for (const node of controlled(world, from, votes)) weight.set(node, Math.max(part, weight.get(node) ?? 0))
      changed = true
    }
    for (const { holder, held, phi: power } of decided) raise(held, (weight.get(holder) ?? 0) * power)
    for (const [venture, column] of columnsOf(world)) {
      const parties = column.filter(({ kind, holder }) => kind === 'joint' && holder !== venture)
      if (parties.length > 0) raise(venture, Math.min(1, parties.reduce((sum, { holder }) => sum + (weight.get(holder) ?? 0), 0) / parties.length))
    }
  }
  return weight
}

/** Shares of every company in everything, from dense inverses; for worlds whose shares are exact, or that have no circles. */
const sharesHeld = oncePer((world) => {
  const nodes = [...new Set([...world.organisations, ...columnsOf(world).keys()])]
  const at = new Map(nodes.map((node, index) => [node, index]))
  const stakes = [...columnsOf(world).values()].flat().filter(({ kind }) => kind !== 'nominee')
    .map(({ holder, held, low, high }) => ({ holder: at.get(holder)!, held: at.get(held)!, shareLow: low, shareHigh: high }))
  const found = inverseOwnership({ size: nodes.length, stakes })
  return (bound: 'low' | 'high') => (actor: string): Map<string, number> =>
    new Map([[actor, 1], ...nodes.flatMap((node, index) => { const share = found[`${at.get(actor)!} in ${index}, ${bound}`]; return share === undefined || node === actor ? [] : [[node, share] as const] })])
})

export const isIn = (world: PlainWorld, place: string, area: string): boolean => place === area || (world.within.has(place) && isIn(world, world.within.get(place)!, area))
/** Sites count in every larger place too, brands only where they are stated. */
export const sitesIn = (world: PlainWorld, area: string): PlainSite[] => world.sites.filter(({ place, brand }) => (brand === undefined ? isIn(world, place, area) : place === area))

/** A mistake that can be planted, to show that the comparison would notice it. */
export type Planted = 'none' | 'known operators only' | 'mixed measures' | 'no parts of places' | 'no largest blocks' | 'everybody is listed' | 'brands in larger places'
export interface PlainQuestion { readonly list?: 'controllers' | 'financiers' | 'suppliers'; readonly beta: number; readonly planted?: Planted }

/** How sites weigh when some areas are compared: by their figure where every site of the domain in them has one, else each as 1. */
export function weightsIn(world: PlainWorld, areas: readonly string[], planted: Planted = 'none'): (site: PlainSite) => number {
  const all = areas.flatMap((area) => inArea(world, area, planted))
  const isMeasured = new Map([...new Set(all.map(({ domain }) => domain))].map((domain) => {
    const figures = all.filter((site) => site.domain === domain).map(({ figure }) => figure !== undefined)
    return [domain, planted === 'mixed measures' ? figures.includes(true) : !figures.includes(false)]
  }))
  return ({ domain, figure }) => (isMeasured.get(domain) === true ? figure ?? 1 : 1)
}
function inArea(world: PlainWorld, area: string, planted: Planted): PlainSite[] {
  if (planted === 'no parts of places') return world.sites.filter(({ place }) => place === area)
  return planted === 'brands in larger places' ? world.sites.filter(({ place }) => isIn(world, place, area)) : sitesIn(world, area)
}

function spread(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0)
  if (values.length < 2 || sum === 0) return 0
  const entropy = values.filter((value) => value > 0).reduce((total, value) => total - (value / sum) * Math.log(value / sum), 0)
  return (Math.exp(entropy) - 1) / (values.length - 1)
}

/** By what something counts for whoever has it: its owner and those that run it, or those that supply them. */
function waysTo(world: PlainWorld, { id, brand, operators }: PlainSite, list: PlainQuestion['list']): readonly string[] {
  if (list !== 'suppliers') return [id, ...operators]
  const served = brand === undefined ? [id, ...operators] : [brand]
  return (world.supplies ?? []).filter(({ to }) => served.includes(to)).map(({ from }) => from)
}

export function slowScores(world: PlainWorld, here: string, there: string, { list = 'controllers', beta, planted = 'none' }: PlainQuestion): PlainScore[] {
  const ways = new Map(world.sites.map((site) => [site, waysTo(world, site, list)]))
  const kappa = (weights: ReadonlyMap<string, number>, site: PlainSite) => ways.get(site)!.reduce((most, way) => Math.max(most, weights.get(way) ?? 0), 0)
  /** Exposure of an area to an actor while some areas are compared; the sites of each domain are looked up once. */
  const exposureAmong = (areas: readonly string[]) => {
    const weightOf = weightsIn(world, areas, planted)
    const domainsOf = new Map(areas.map((area) => {
      const sites = inArea(world, area, planted)
      return [area, [...new Set(sites.map(({ domain }) => domain))].map((domain) => {
        const all = sites.filter((site) => site.domain === domain)
        const counted = planted === 'known operators only' ? all.filter(({ operators }) => operators.length > 0) : all
        return { all, total: counted.reduce((amount, site) => amount + weightOf(site), 0) }
      })] as const
    }))
    return (weights: ReadonlyMap<string, number>, area: string) => {
      const domains = domainsOf.get(area)!
      return domains.reduce((sum, { all, total }) => (total === 0 ? sum : sum + all.reduce((amount, site) => amount + kappa(weights, site) * weightOf(site), 0) / total / domains.length), 0)
    }
  }
  const withData = world.places.filter((place) => inArea(world, place, planted).length > 0)
  const [ofPair, ofAll] = [exposureAmong([here, there]), exposureAmong(withData)]
  const listed = world.organisations.filter((one) => planted === 'everybody is listed' || !world.unlisted?.has(one))
  return listed.flatMap((actor) => {
    const low = list === 'financiers' ? sharesHeld(world)('low')(actor) : certainPresence(world, actor)
    const high = list === 'financiers' ? sharesHeld(world)('high')(actor) : planted === 'no largest blocks' ? presence(world, actor, possibleVotes(world)) : mostPresence(world, actor)
    const both = (area: string) => [ofPair(low, area), ofPair(high, area)] as const
    const [atHome, away] = [both(here), both(there)]
    if (atHome[1] === 0 || away[1] === 0) return []
    const lows = withData.map((place) => ofAll(low, place))
    const ubiquity = spread(lows.some((value) => value > 0) ? lows : withData.map((place) => ofAll(high, place)))
    const harmonic = atHome[0] === 0 || away[0] === 0 ? 0 : (2 * atHome[0] * away[0]) / (atHome[0] + away[0])
    const footprint = [here, there].flatMap((area) => sitesIn(world, area)).map((site) => `${kappa(low, site).toFixed(6)} ${kappa(high, site).toFixed(6)}`).join(' ')
    return [{ actor, here: atHome, there: away, ubiquity, score: harmonic * (1 - beta * ubiquity), footprint }]
  })
}
export const certainlyControls = (world: PlainWorld, upper: string, lower: string): boolean => upper !== lower && certainGroups(world).get(upper)!.has(lower)
