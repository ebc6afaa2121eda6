import type { OwnershipView } from '#analytics/record/ownership-view.ts'
import type { Domain, SiteKind } from '#model/code-lists.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { PlainSite, PlainStake, PlainWorld } from './oracles/slow-exposure.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import { TODAY, aWorld, brand, brandOf, locatedIn, operates, organisation, owns, partOf, place, site, soldIn, supplies } from './worlds/snapshot-world.ts'

/** Nine organisations with chains, rings, bands, joint ventures and groups; twelve sites in four cities and a district; or `times` as many of both. */
export function randomWorld(seed: number, times = 1): PlainWorld {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const organisations = Array.from({ length: 9 * times }, (_, i) => `o${i}`)
  const places = ['here', 'there', 'third', 'fourth']
  const withFigures = random() < 0.4
  const sites: PlainSite[] = Array.from({ length: 12 * times }, (_, i) => ({
    id: `s${i}`, place: pick([...places, 'here', 'there', 'district']), domain: random() < 0.7 ? 'port' : 'data centre',
    operators: [...new Set(Array.from({ length: Math.floor(random() * 2.6) }, () => pick(organisations)))], figure: withFigures || random() < 0.5 ? 1 + Math.floor(random() * 9) : undefined,
  }))
  const stakes: PlainStake[] = []
  for (const held of [...organisations, ...sites.slice(0, 5 * times).map(({ id }) => id)]) {
    const holders = shuffled(organisations.length, random).map((at) => organisations[at]!).filter((holder) => holder !== held).slice(0, Math.floor(random() * 3))
    let left = 1
    let grouped = false
    for (const holder of holders) {
      const share = Math.round(random() * left * 100) / 100
      const dice = random()
      if (share === 0) continue
      if (dice < 0.1 && !held.startsWith('s') && !grouped) { stakes.push({ holder, held, low: 0, high: 1, kind: 'group' }); grouped = true }
      else if (dice < 0.2) stakes.push({ holder, held, low: share, high: share, kind: 'joint' })
      else if (dice < 0.25) stakes.push({ holder, held, low: 0, high: 1, kind: 'consolidates' })
      else if (dice < 0.45) stakes.push({ holder, held, low: share / 2, high: Math.min(1, share * 1.5), kind: 'shares' })
      else stakes.push({ holder, held, low: share, high: share, kind: 'shares' })
      left -= share
    }
  }
  return { organisations, stakes, sites, within: new Map([['district', 'here']]), places }
}

/** A world in which every other company has exact blocks and small holders on no record: one large, mostly one more. */
export function worldWithBlocks(seed: number): PlainWorld {
  const world = randomWorld(seed)
  const random = seededRandom(seed + 1)
  const held = world.organisations.filter((_, at) => at % 2 === 0)
  const blocks = held.flatMap((one): PlainStake[] => {
    const [first, second] = shuffled(world.organisations.length, random).map((at) => world.organisations[at]!).filter((other) => other !== one)
    const [large, small] = [Math.round(35 + random() * 15) / 100, Math.round(random() * 34) / 100]
    return [[first!, large] as const, [second!, small] as const].filter(([, share]) => share > 0).map(([holder, share]) => ({ holder, held: one, low: share, high: share, kind: 'shares' }))
  })
  return { ...world, stakes: [...world.stakes.filter((stake) => !held.includes(stake.held)), ...blocks] }
}

/** What goes into a wide world. */
export interface WideIngredients {
  /** Shares are known exactly, or nothing is held in a circle: what integrated shares can be worked out of by one inverse. */
  readonly shares?: 'exact' | 'no circles'
}

const DOMAINS: readonly Domain[] = ['port', 'port', 'data centre', 'housing', 'industry', 'energy', 'other']

/**
 * A world of 60 to 200 things: companies, custodians and unnamed owners in circles, in rings of 100 %, holding own
 * shares and each other in bands, in joint ventures, groups and through nominees, some pairs as two sources see them;
 * sites of six domains, hospitals among them, and brands, in cities, districts and countries.
 */
export function wideWorld(seed: number, { shares }: WideIngredients = {}): PlainWorld {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  const size = 60 + below(141)
  const cities = Array.from({ length: 4 + below(5) }, (_, i) => (i < 2 ? ['here', 'there'][i]! : `city ${i}`))
  const within = new Map([...cities.map((city, i) => [city, `country ${i % 2}`] as const), ...cities.slice(0, 3).map((city) => [`district of ${city}`, city] as const)])
  const areas = [...cities, ...cities.slice(0, 2), ...within.keys()]
  const organisations = Array.from({ length: Math.floor(size * 0.4) }, (_, i) => `o${i}`)
  const withFigures = random() < 0.4
  const sites = Array.from({ length: size - organisations.length - new Set([...within.keys(), ...within.values()]).size }, (_, i): PlainSite => ({
    id: `s${i}`, place: random() < 0.03 ? 'country 0' : pick(areas), domain: pick(DOMAINS),
    operators: [...new Set(Array.from({ length: below(3) }, () => pick(organisations)))], figure: withFigures || random() < 0.6 ? 1 + below(40) : undefined,
  }))
  const brands = Array.from({ length: below(4) }, (_, i) => ({ id: `b${i}`, owner: pick(organisations), shops: withFigures }))
  const sold = brands.flatMap(({ id, owner, shops }) => [...new Set(Array.from({ length: 5 }, () => pick(areas)))].map((where): PlainSite =>
    ({ id: `${id} in ${where}`, place: where, domain: 'brand', operators: [owner], figure: shops ? 1 + below(9) : undefined, brand: id })))
  const stakes = widelyHeld(organisations, sites.slice(0, Math.floor(sites.length * 0.4)), random, shares, seed % 3 === 0 && shares !== 'no circles' ? 2 + below(3) : 0)
  const unlisted = new Map(organisations.slice(-Math.ceil(organisations.length / 12)).map((id) => [id, random() < 0.7 ? 'custodian' : 'opaque owner'] as const))
  const served = [...sites, ...brands, ...organisations.map((id) => ({ id }))]
  const supplied = Array.from({ length: organisations.length }, () => ({ from: pick(organisations), to: pick(served).id })).filter(({ from, to }) => from !== to)
  return { organisations, stakes, sites: [...sites, ...sold], within, places: cities, unlisted, supplies: supplied }
}

/** @param ring so many companies own the next one outright, round and round */
function widelyHeld(organisations: readonly string[], sites: readonly PlainSite[], random: () => number, shares: WideIngredients['shares'], ring: number): PlainStake[] {
  const hundredths = (value: number) => Math.round(value * 100) / 100
  const columns = [...organisations.slice(ring), ...sites.map(({ id }) => id)].map((held): PlainStake[] => {
    const above = shares === 'no circles' ? organisations.slice(0, Math.max(0, organisations.indexOf(held))) : organisations
    const able = held.startsWith('s') ? organisations : above
    const holders = shuffled(able.length, random).map((at) => able[at]!).filter((holder) => holder !== held || (shares !== 'no circles' && random() < 0.3)).slice(0, Math.floor(random() * 4.5))
    let left = 1
    let linked = false
    return holders.flatMap((holder): PlainStake[] => {
      const share = random() < 0.1 ? hundredths(left) : hundredths(random() * left)
      const dice = random()
      if (share === 0) return []
      left -= share
      const only = (kind: PlainStake['kind'], low = share, high = share): PlainStake[] => [{ holder, held, kind, low, high }]
      if (dice < 0.08 && shares !== 'exact' && !linked) {
        linked = true
        return only(held.startsWith('s') || random() < 0.4 ? 'consolidates' : 'group', 0, 1)
      }
      if (dice < 0.16) return only('joint')
      if (dice < 0.2 && !held.startsWith('s')) return only('nominee')
      if (dice < 0.4 && shares !== 'exact') return only('shares', hundredths(share / 2 + 0.005), hundredths(Math.min(1, share * 1.5)))
      if (dice < 0.5 && shares === undefined) { // a wider range, or another figure
        const other = Math.min(0.95, random() < 0.5 ? random() * share : random())
        return [...only('shares'), { holder, held, kind: 'shares', low: hundredths(other + 0.005), high: hundredths(Math.min(1, Math.max(other, random() < 0.5 ? share : 0) + random() * 0.2 + 0.005)), source: 'src:two' }]
      }
      return only('shares')
    })
  })
  const rings = organisations.slice(0, ring).map((held, at): PlainStake => ({ holder: organisations[(at + 1) % ring]!, held, kind: 'shares', low: 1, high: 1 }))
  return [...rings, ...columns.flat()]
}

const KIND_OF: Readonly<Record<string, SiteKind>> = { port: 'port terminal', 'data centre': 'data centre', housing: 'residential building', industry: 'factory', energy: 'power plant', other: 'hospital' }
const INTEREST_OF = { shares: 'shareholding', joint: 'joint control', group: 'operator group', consolidates: 'consolidation', nominee: 'nominee' } as const

/** What a world says, as statements of one source, or of the second one where the world names it. */
export function statementsOf(world: PlainWorld, sourceId = 'src:one'): Statement[] {
  const brands = new Map(world.sites.flatMap(({ brand: of, operators }) => (of === undefined ? [] : [[of, operators[0]!] as const])))
  return [
    ...[...world.within].map(([smaller, larger]) => partOf(smaller, larger, { sourceId })),
    ...world.stakes.map(({ holder, held, low, high, kind, source }) => owns(holder, held, kind === 'group' || kind === 'consolidates' ? undefined : [low, high], { interest: INTEREST_OF[kind], sourceId: source ?? sourceId })),
    ...[...brands].map(([id, owner]) => brandOf(id, owner, { sourceId })),
    ...(world.supplies ?? []).map(({ from, to }) => supplies(from, to, { sourceId })),
    ...world.sites.flatMap(({ id, place: where, operators, figure, brand: of }) => (of !== undefined
      ? [soldIn(of, where, { sourceId, ...(figure === undefined ? {} : { stores: figure }) })]
      : [locatedIn(id, where, { sourceId, ...(figure === undefined ? {} : { capacity: { amount: figure, unit: 'units', measure: 'capacity' } }) }), ...operators.map((operator) => operates(operator, id, { sourceId }))])),
  ]
}

/** The nodes of a world: cities as it names them, districts in them, countries around them. */
export function nodesOf(world: PlainWorld): NodeValue[] {
  const [districts, countries] = [[...world.within.keys()].filter((one) => !world.places.includes(one)), [...new Set(world.within.values())].filter((one) => !world.places.includes(one))]
  return [
    ...world.places.map((id) => place(id)), ...districts.map((id) => place(id, { kind: 'district' })), ...countries.map((id) => place(id, { kind: 'country' })),
    ...world.organisations.map((id) => organisation(id, world.unlisted?.has(id) ? { kind: world.unlisted.get(id) } : {})),
    ...[...new Set(world.sites.flatMap(({ brand: of }) => of ?? []))].map((id) => brand(id)),
    ...world.sites.filter((one) => one.brand === undefined).map(({ id, domain }) => site(id, KIND_OF[domain]!)),
  ]
}

/** @param more statements beside those of the world, such as published totals; `moreNodes` are those that only they name */
export async function viewOf(world: PlainWorld, order: 'given' | 'reversed' = 'given', more: readonly Statement[] = [], moreNodes: readonly NodeValue[] = []): Promise<OwnershipView> {
  const statements = [...statementsOf(world), ...more]
  const nodes = [...moreNodes, ...nodesOf(world)]
  const snapshot = order === 'given' ? await aWorld(nodes, statements) : await aWorld([...nodes].reverse(), [...statements].reverse())
  return viewAt(snapshot, { asOf: TODAY, grades: ['reported'], today: TODAY })
}
