import type { Stake } from '#analytics/ownership/stake-graph.ts'
import { StakeFlag } from '#analytics/ownership/stake-graph.ts'
import { seededRandom } from '../seeded-random.ts'

/** A small random ownership network with the seed it came from. */
export interface OwnershipWorld {
  readonly seed: number
  readonly size: number
  readonly stakes: readonly Stake[]
  readonly cyclic: boolean
}

/** What may occur in a random network; each is drawn per network or per stake. */
export interface Ingredients {
  readonly ranges?: boolean
  /** Minima may add up to more than 1. */
  readonly overstated?: boolean
  /** Consolidation, joint control, membership, nominees, votes apart from shares. */
  readonly control?: boolean
  /** Sizes from 2 up to this many nodes, each power of ten as often as the others, with one to four holders per node. Omitted: 2 to 9. */
  readonly upTo?: number
  /** Some pairs are stated in two entries. */
  readonly parallel?: boolean
}

/**
 * Networks of 2 to 9 nodes: every third without cycles, the others with rings, own shares and, now and then, a ring
 * held entirely by itself; larger ones where asked for. Shares are multiples of 1/16, so that columns can add up to exactly 1.
 */
export function randomOwnership(seed: number, { ranges = true, overstated = false, control = false, upTo, parallel = false }: Ingredients = {}): OwnershipWorld {
  const random = seededRandom(seed)
  const size = upTo === undefined ? 2 + Math.floor(random() * 8) : Math.round(2 * (upTo / 2) ** random())
  const acyclic = seed % 3 === 0
  const density = upTo === undefined ? 0.15 + random() * 0.45 : Math.min(0.6, (1 + 3 * random()) / size)
  const wide = ranges && random() < 0.8
  const stakes: Stake[] = []
  const ring = !acyclic && random() < 0.25 ? Math.min(size, 1 + Math.floor(random() * 3)) : 0
  for (let held = 0; held < size; held++) {
    if (held < ring) {
      stakes.push({ holder: (held + 1) % ring, held, shareLow: 1, shareHigh: 1 })
      continue
    }
    let left = overstated && random() < 0.5 ? 40 : 16
    for (let holder = 0; holder < size; holder++) {
      if (random() > density || (acyclic && holder >= held) || (holder === held && random() < 0.5)) continue
      const share = random() < 0.2 ? left : Math.floor(random() * (left + 1))
      left -= share
      const [first, second] = parallel && random() < 0.2 ? [Math.floor(share / 2), share - Math.floor(share / 2)] : [share, undefined]
      for (const part of second === undefined ? [first] : [first, second]) stakes.push({ holder, held, ...interval(Math.min(part, 16) / 16, wide, random), ...(control ? controlOf(random) : {}) })
    }
  }
  return { seed, size, stakes, cyclic: hasCycle(size, stakes) }
}

function interval(share: number, wide: boolean, random: () => number) {
  const kind = wide ? random() : 1
  if (kind < 0.15) return { shareLow: 0, shareHigh: 1, shareLowExclusive: true }
  if (kind < 0.5) return { shareLow: share * Math.round(random() * 4) / 4, shareHigh: Math.min(1, share + Math.round(random() * 4) / 16), shareLowExclusive: random() < 0.4, shareHighExclusive: random() < 0.4 }
  return { shareLow: share, shareHigh: share }
}

function controlOf(random: () => number): Partial<Stake> {
  const draw = random()
  if (draw < 0.08) return { flags: StakeFlag.CONSOLIDATES }
  if (draw < 0.16) return { flags: StakeFlag.JOINT }
  if (draw < 0.26) return { flags: StakeFlag.MEMBERSHIP }
  if (draw < 0.32) return { flags: StakeFlag.NOMINEE | (random() < 0.5 ? StakeFlag.CONSOLIDATES : 0) }
  if (draw < 0.4) return { votesLow: Number.NaN, votesHigh: Number.NaN }
  if (draw < 0.6) return { votesLow: Math.round(random() * 10) / 20, votesHigh: 1, votesLowExclusive: random() < 0.3 }
  return {}
}

function hasCycle(size: number, stakes: readonly Stake[]): boolean {
  const reaches = Array.from({ length: size }, () => new Array<boolean>(size).fill(false))
  for (const { holder, held } of stakes) reaches[holder]![held] = true
  for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (reaches[i]![k] && reaches[k]![j]) reaches[i]![j] = true
  return reaches.some((row, i) => row[i])
}

/** `count` networks with consecutive seeds; says on the console which and how many of them have cycles. */
export function randomWorlds(name: string, firstSeed: number, count: number, ingredients: Ingredients = {}): OwnershipWorld[] {
  const worlds = Array.from({ length: count }, (_, index) => randomOwnership(firstSeed + index, ingredients))
  const cyclic = worlds.filter((world) => world.cyclic).length
  console.info(`${name}: seeds ${firstSeed} … ${firstSeed + count - 1}, ${cyclic} of ${count} networks with cycles`)
  return worlds
}
