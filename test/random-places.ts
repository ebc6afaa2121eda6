import type { OwnershipView } from '#analytics/ownership-view.ts'
import type { NodeValue, Statement } from '#model/model.ts'
import { viewAt } from '#snapshot/view-at.ts'
import type { PlainSite, PlainStake, PlainWorld } from './oracles/slow-exposure.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import { TODAY, aWorld, locatedIn, operates, organisation, owns, partOf, place, site } from './worlds/snapshot-world.ts'

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

/** What a world says, as statements of one source. */
export function statementsOf(world: PlainWorld, sourceId = 'src:one'): Statement[] {
  const interest = { shares: 'shareholding', joint: 'joint control', group: 'operator group', consolidates: 'consolidation' } as const
  return [
    partOf('district', 'here', { sourceId }),
    ...world.stakes.map(({ holder, held, low, high, kind }) => owns(holder, held, kind === 'group' || kind === 'consolidates' ? undefined : [low, high], { interest: interest[kind], sourceId })),
    ...world.sites.flatMap(({ id, place: where, operators, figure }) => [
      locatedIn(id, where, { sourceId, ...(figure === undefined ? {} : { capacity: { amount: figure, unit: 'units', measure: 'capacity' } }) }), ...operators.map((operator) => operates(operator, id, { sourceId })),
    ]),
  ]
}

/** @param more statements beside those of the world, such as published totals; `moreNodes` are those that only they name */
export async function viewOf(world: PlainWorld, order: 'given' | 'reversed' = 'given', more: readonly Statement[] = [], moreNodes: readonly NodeValue[] = []): Promise<OwnershipView> {
  const statements = [...statementsOf(world), ...more]
  const nodes = [...moreNodes, ...world.places.map((id) => place(id)), place('district', { kind: 'district' }), ...world.organisations.map((id) => organisation(id)), ...world.sites.map(({ id, domain }) => site(id, domain === 'port' ? 'port terminal' : 'data centre'))]
  const snapshot = order === 'given' ? await aWorld(nodes, statements) : await aWorld([...nodes].reverse(), [...statements].reverse())
  return viewAt(snapshot, { asOf: TODAY, grades: ['reported'], today: TODAY })
}
