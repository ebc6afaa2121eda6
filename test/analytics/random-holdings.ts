import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { seededRandom } from '../seeded-random.ts'

/** A random ownership network of up to 200 nodes, larger and plainer than {@link randomOwnership}. */
export interface HoldingsNetwork {
  readonly seed: number
  readonly size: number
  /** Several of the same pair are possible; together the upper ends in a node are at most 0.9, or all is held by one closed ring. */
  readonly stakes: readonly Stake[]
  /** What occurs in it. */
  readonly has: { readonly ring: boolean; readonly closedRing: boolean; readonly ownShare: boolean; readonly severalStakes: boolean; readonly ranges: boolean }
}

/**
 * Sizes 2 … 200. Two of three networks have stakes that run back, one of five a ring that owns itself outright, one of
 * three ranges, and all of them now and then own shares and several stakes of one pair.
 */
export function randomHoldings(seed: number): HoldingsNetwork {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const size = 2 + below(seed % 4 === 0 ? 199 : 30)
  const ring = seed % 3 !== 0
  const ranges = seed % 3 === 1
  const closed = seed % 5 === 0 ? Math.min(size, 1 + below(4)) : 0
  const stakes: Stake[] = []
  const has = { ring, closedRing: closed > 0, ownShare: false, severalStakes: false, ranges }
  for (let held = 0; held < closed; held++) stakes.push({ holder: (held + 1) % closed, held, shareLow: 1, shareHigh: 1 })
  for (let held = closed; held < size; held++) {
    const holders = Array.from({ length: below(4) }, () => (ring ? below(size) : below(held)))
    if (random() < 0.05) holders.push(held)
    if (holders.length > 0 && random() < 0.1) holders.push(holders[0]!)
    if (holders.includes(held)) has.ownShare = true
    if (new Set(holders).size < holders.length) has.severalStakes = true
    const parts = holders.map(() => 0.05 + random())
    const all = (0.3 + 0.6 * random()) / parts.reduce((sum, part) => sum + part, 0)
    holders.forEach((holder, at) => {
      const high = parts[at]! * all
      stakes.push({ holder, held, shareLow: ranges ? high * random() : high, shareHigh: high })
    })
  }
  return { seed, size, stakes, has }
}

/** `count` networks with consecutive seeds; says on the console what is in them. */
export function randomNetworks(firstSeed: number, count: number): HoldingsNetwork[] {
  const networks = Array.from({ length: count }, (_, index) => randomHoldings(firstSeed + index))
  const mix = (['ring', 'closedRing', 'ownShare', 'severalStakes', 'ranges'] as const).map((what) => `${what} ${networks.filter(({ has }) => has[what]).length}`)
  console.info(`holdings of many: seeds ${firstSeed} … ${firstSeed + count - 1}, up to ${Math.max(...networks.map(({ size }) => size))} nodes; of ${count} networks: ${mix.join(', ')}`)
  return networks
}
