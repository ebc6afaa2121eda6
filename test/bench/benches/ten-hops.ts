import { integratedHolders } from '../../../graph-schema/analytics/integrated-ownership.ts'
import type { Stake } from '../../../graph-schema/analytics/stake-graph.ts'
import { stakeGraph } from '../../../graph-schema/analytics/stake-graph.ts'
import { seededRandom } from '../../seeded-random.ts'
import { checksumOf } from '../arrays.ts'
import type { Bench } from '../bench.ts'

export const LEVELS = 11
const QUESTIONS = 100

/** Eleven levels of companies; each company is held by two from about the same part of the level above, one holding in two hundred is returned. */
export function levelledStakes(stakes: number): { readonly size: number; readonly list: Stake[]; readonly width: number } {
  const random = seededRandom(1)
  const width = Math.max(10, Math.floor(stakes / (2 * (LEVELS - 1))))
  const list: Stake[] = []
  for (let level = 1; level < LEVELS; level++) {
    for (let at = 0; at < width; at++) {
      const held = level * width + at
      const first = (at + Math.floor(random() * 3)) % width
      const second = (first + 1 + Math.floor(random() * 3)) % width
      const shares = [0.5 + random() * 0.2, random() * 0.25]
      for (const [k, above] of [first, second].entries()) list.push({ holder: (level - 1) * width + above, held, shareLow: shares[k]!, shareHigh: shares[k]! })
      if (random() < 0.01 && level > 1) list.push({ holder: held, held: (level - 1) * width + first, shareLow: 0.02, shareHigh: 0.02 })
    }
  }
  return { size: LEVELS * width, list, width }
}

export const tenHopsBench: Bench = {
  goal: 'PG-28', name: 'ten-hops', unit: 'stakes', sizes: [10_000, 100_000], fullSizes: [1_000_000],
  ours: (stakes) => {
    const { size, list, width } = levelledStakes(stakes)
    const graph = stakeGraph(size, list)
    integratedHolders(graph, size - 1) // bounds are kept per graph: a server has answered before
    return {
      input: checksumOf({ holder: graph.holder, held: graph.held, share: graph.shareLow }),
      run: () => {
        let [holders, ultimate, share] = [0, 0, 0]
        for (let question = 0; question < QUESTIONS; question++) {
          const found = integratedHolders(graph, (LEVELS - 1) * width + Math.floor((question * width) / QUESTIONS))
          holders += found.holders.length
          for (const one of found.holders) if (one.ultimate) [ultimate, share] = [ultimate + 1, share + one.low]
        }
        return { holders, ultimate, share }
      },
    }
  },
  against: { what: `who owns a company over ten steps, by how much: ${QUESTIONS} companies of the lowest level, one after the other; 5 ms each are allowed`, seconds: 0.005 * QUESTIONS, from: 1_000_000 },
}
