import { expect, it } from 'vitest'
import { CheapestFirst } from '#analytics/parts/cheapest-first.ts'
import { seededRandom } from '../seeded-random.ts'

it('takes the cheapest node at every step while costs change, and never one above the limit', () => {
  const random = seededRandom(3)
  const queue = new CheapestFirst(200)
  const costs = new Map<number, number>()
  for (let step = 0; step < 3_000; step++) {
    const node = Math.floor(random() * 200)
    const cost = Math.floor(random() ** 3 * 20_000)
    queue.put(node, cost)
    costs.set(node, Math.min(cost, 10_000))
    if (step % 3 !== 0) continue
    const [least, limit] = [Math.min(...costs.values()), step % 2 === 0 ? Infinity : 50]
    const taken = queue.take(limit)
    expect(taken === undefined ? undefined : costs.get(taken)).toBe(least <= limit ? least : undefined)
    if (taken !== undefined) costs.delete(taken)
  }
  expect([...queue.rest()]).toEqual([...costs.keys()].sort((a, b) => a - b))
})
