import { describe, expect, it } from 'vitest'
import type { Grade } from '#model/code-lists.ts'
import { bindQuestions } from '../../api/bind-questions.ts'
import { allSimplePaths } from '../oracles/all-simple-paths.ts'
import { seededRandom } from '../seeded-random.ts'
import { TODAY, aWorld, owns } from '../worlds/snapshot-world.ts'

const GRADES: readonly Grade[] = ['register', 'document', 'reported', 'claimed', 'inferred']
const SIZE = 8

describe('a path is as good as its weakest statement', () => {
  it('in more than 1,000 random paths, rings included, each found by an oracle that shares nothing (80 worlds, seeds from 95001)', async () => {
    let compared = 0
    let differences = 0
    for (let seed = 95_001; seed < 95_081; seed++) {
      const random = seededRandom(seed)
      const stakes = new Map<string, { readonly holder: number; readonly held: number; readonly grade: number }>()
      for (let at = 0; at < 18; at++) {
        const [holder, held] = [Math.floor(random() * SIZE), Math.floor(random() * SIZE)]
        if (holder !== held) stakes.set(`${holder} ${held}`, { holder, held, grade: Math.floor(random() * GRADES.length) })
      }
      const list = [...stakes.values()]
      const ask = bindQuestions({ snapshot: await aWorld([], list.map(({ holder, held, grade }) => owns(`o${holder}`, `o${held}`, 0.1, { grade: GRADES[grade]! }))), today: () => TODAY })
      for (let from = 0; from < SIZE; from++) {
        for (let to = 0; to < SIZE; to++) {
          const expected = new Map(allSimplePaths(list.map(({ holder, held }) => ({ holder, held, shareLow: 0.1, shareHigh: 0.1 })), from, to).map((nodes) =>
            [nodes.map((node) => `o${node}`).join(' '), GRADES[Math.max(...nodes.slice(1).map((held, at) => stakes.get(`${nodes[at]} ${held}`)!.grade))]]))
          if (from === to || expected.size === 0 || expected.size > 100) continue
          const outcome = ask.paths({ from: `o${from}`, to: `o${to}`, first: 100, grades: GRADES })
          if (outcome.kind !== 'Answer') throw new Error(outcome.message)
          expect(new Map(outcome.value.items.map(({ nodes, grade }) => [nodes.join(' '), grade]))).toEqual(expected)
          compared += expected.size
          differences += outcome.value.items.filter(({ nodes, grade }) => grade !== GRADES[stakes.get(`${nodes[0]!.slice(1)} ${nodes[1]!.slice(1)}`)!.grade]).length
        }
      }
    }
    expect(compared).toBeGreaterThan(1_000)
    expect(differences).toBeGreaterThan(100) // reading the first step alone would be noticed
  })
})
