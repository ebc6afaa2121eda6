import type { ShareInterval } from '#model/values/share-interval.ts'
import type { PersonalStake } from './made.ts'

type Owns = PersonalStake['statement']
const PRECISION = 1e12
/** What rows about two people may differ in and still be added. */
const APART = new Set(['share', 'votes', 'note', 'retrievedOn'])

const rounded = (sum: number): number => Math.min(1, Math.round(sum * PRECISION) / PRECISION)

function total(shares: readonly (ShareInterval | undefined)[]): ShareInterval | undefined {
  const known = shares.filter((share) => share !== undefined)
  if (known.length === 0) return undefined
  const sum = (bound: 'min' | 'max', all: boolean): number | undefined => {
    const values = known.flatMap((share) => share[bound] ?? [])
    return values.length === 0 || (all && values.length < shares.length) ? undefined : rounded(values.reduce((a, b) => a + b, 0))
  }
  const [min, max] = [sum('min', false), sum('max', true)]
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(known.some(({ minExclusive }) => minExclusive) ? { minExclusive: true } : {}),
    ...(max !== undefined && known.some(({ maxExclusive }) => maxExclusive) ? { maxExclusive: true } : {}),
  }
}

/**
 * Stakes of natural persons in one thing, told by one source for one time, become one stake of its opaque owner: the
 * chain ends there and its share still adds up. One person in two rows counts once, with the larger share; that is what
 * the hash of a name is for, which is forgotten with this object. The order of rows does not matter.
 */
export class PersonalStakes {
  private readonly pools = new Map<string, Map<string, Owns>>()

  add({ holder, statement }: PersonalStake): void {
    const key = JSON.stringify(Object.entries(statement).filter(([name]) => !APART.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)))
    const pool = this.pools.get(key) ?? new Map<string, Owns>()
    this.pools.set(key, pool)
    const before = pool.get(holder)
    if (!before || rank(statement) > rank(before)) pool.set(holder, statement)
  }

  statements(): readonly Owns[] {
    return [...this.pools.values()].map((pool) => {
      const members = [...pool.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      const [share, votes] = [total(members.map((each) => each.share)), total(members.map((each) => each.votes))]
      const retrievedOn = members
        .map((each) => each.retrievedOn)
        .sort()
        .at(-1)!
      const claim = Object.fromEntries(Object.entries(members[0]!).filter(([name]) => !APART.has(name))) as Omit<
        Owns,
        'share' | 'votes' | 'note' | 'retrievedOn'
      > // one statement without four of its properties
      return { ...claim, retrievedOn, ...(share ? { share } : {}), ...(votes ? { votes } : {}) }
    })
  }
}

const rank = ({ share, votes, note }: Owns): string => JSON.stringify([(share?.min ?? -1).toFixed(12), (share?.max ?? -1).toFixed(12), (votes?.min ?? -1).toFixed(12), note ?? ''])
