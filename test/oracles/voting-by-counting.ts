/** Votes as whole numbers. `quota` counts halves of a vote, so that half of an odd sum is exact. */
export interface CountedGame { readonly votes: readonly number[]; readonly quotaHalves: number; readonly wins: 'more than' | 'at least' }
export interface CountedPowers { readonly shapley: readonly number[]; readonly banzhaf: readonly number[] }

const isWinning = ({ quotaHalves, wins }: CountedGame, sum: number): boolean => (wins === 'at least' ? 2 * sum >= quotaHalves : 2 * sum > quotaHalves)

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1))
/** A quotient of whole numbers of any length as a number: fifteen digits are kept. */
const quotient = (part: bigint, whole: bigint): number => (whole === 0n ? 0 : Number((part * 10n ** 17n) / whole) / 1e17)

/** Both indices from how many coalitions of each size a block turns from losing to winning: s! (n − 1 − s)! / n! of all orders have exactly those s before it. */
function powersOf(swings: readonly (readonly bigint[])[]): CountedPowers {
  const n = swings.length
  const orders = swings.map((bySize) => bySize.reduce((sum, count, size) => sum + count * factorial(size) * factorial(n - 1 - size), 0n))
  const coalitions = swings.map((bySize) => bySize.reduce((sum, count) => sum + count, 0n))
  const all = coalitions.reduce((sum, count) => sum + count, 0n)
  return { shapley: orders.map((count) => quotient(count, factorial(n))), banzhaf: coalitions.map((count) => quotient(count, all)) }
}

/** By looking at every coalition without a block, one block in or out after the other. For up to 16 blocks. */
export function powersByCoalitions(game: CountedGame): CountedPowers {
  const n = game.votes.length
  return powersOf(game.votes.map((own, block) => {
    const counts = new Array<number>(n).fill(0)
    const others = game.votes.filter((_, other) => other !== block)
    const look = (at: number, members: number, sum: number): void => {
      if (at === others.length) {
        if (!isWinning(game, sum) && isWinning(game, sum + own)) counts[members]!++
        return
      }
      look(at + 1, members, sum)
      look(at + 1, members + 1, sum + others[at]!)
    }
    look(0, 0, 0)
    return counts.map((count) => BigInt(count))
  }))
}

/** By counting the coalitions of every size and sum, block after block, without writing them down (Mann & Shapley 1962). For any number of blocks. */
export function powersByCounting(game: CountedGame): CountedPowers {
  const n = game.votes.length
  const total = game.votes.reduce((sum, vote) => sum + vote, 0)
  return powersOf(game.votes.map((own, block) => {
    const ways = Array.from({ length: n }, () => new Array<bigint>(total + 1).fill(0n))
    ways[0]![0] = 1n
    game.votes.forEach((vote, other) => {
      if (other === block) return
      for (let size = n - 2; size >= 0; size--) for (let sum = total - vote; sum >= 0; sum--) if (ways[size]![sum] !== 0n) ways[size + 1]![sum + vote]! += ways[size]![sum]!
    })
    return ways.map((bySum) => bySum.reduce((count, some, sum) => (!isWinning(game, sum) && isWinning(game, sum + own) ? count + some : count), 0n))
  }))
}
