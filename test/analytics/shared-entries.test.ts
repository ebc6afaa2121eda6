import { describe, expect, it } from 'vitest'
import { buildPlaceIndex } from '#analytics/places/place-index.ts'
import { sharedAdversaries } from '#analytics/places/shared-adversaries.ts'
import { sharedEntries } from '#analytics/places/shared-entries.ts'
import { randomWorld, viewOf } from '../random-places.ts'

describe('what the index says about two places', () => {
  it('names the actors of the shared list before chains are collapsed, with the same exposures', async () => {
    let shared = 0
    for (let seed = 1; seed <= 60; seed++) {
      const view = await viewOf(randomWorld(seed))
      const index = buildPlaceIndex(view)
      const scratch = new Float64Array(index.measure.length)
      for (const here of index.places) {
        for (const there of index.places) {
          if (here === there) continue
          const { rows } = sharedAdversaries(view, here, there, { list: 'controllers', weights: undefined, beta: 0.25, collapse: false })
          const listed = rows.map((one) => ({ actor: one.actor, low: [one.here.low, one.there.low], high: [one.here.high, one.there.high] })).sort((a, b) => a.actor - b.actor)
          const found = sharedEntries(index, here, there, undefined, { scratch })
          expect(found.map(({ actor }) => actor)).toEqual(listed.map(({ actor }) => actor))
          for (const [at, { low, high }] of found.entries()) {
            expect([...low, ...high]).toEqual([...listed[at]!.low, ...listed[at]!.high].map((value) => expect.closeTo(value, 12)))
          }
          expect(scratch.every((weight) => weight === 0)).toBe(true)
          shared += found.length
        }
      }
    }
    expect(shared).toBeGreaterThan(1_000)
  })

  it('is nothing where one of them has no data', async () => {
    const view = await viewOf(randomWorld(1))
    const index = buildPlaceIndex(view)
    expect(sharedEntries(index, index.places[0]!, view.snapshot.nodes.count - 1, undefined)).toEqual([])
  })
})
