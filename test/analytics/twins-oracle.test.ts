import { describe, expect, it } from 'vitest'
import { placeIndexOf } from '#analytics/place-index.ts'
import { twinPlaces } from '#analytics/twin-places.ts'
import type { PlantedInTwins } from '../oracles/slow-twins.ts'
import { slowTwins } from '../oracles/slow-twins.ts'
import { randomWorld, viewOf } from '../random-places.ts'

const BATCHES = 10
const WORLDS_EACH = 52
const FIRST_LARGE = 160_001
const OPTIONS = { weights: undefined, beta: 0.25, top: 10, threshold: 0.6, fit: { languages: false, timeZones: undefined } } as const

/** Largest difference between the twins of a world and the slow ones; Infinity where other places, or another order, come out. */
async function difference(seed: number, first: number, planted: PlantedInTwins = 'none', times = 1): Promise<{ readonly largest: number; readonly scored: number }> {
  const world = randomWorld(seed, times)
  const view = await viewOf(world)
  const expected = slowTwins(world, 'here', planted)
  const here = view.snapshot.indexOf('here')!
  const { rows, totalCount } = twinPlaces(view, placeIndexOf(view), here, first, OPTIONS)
  const scored = expected.filter(({ score }) => score > 0).length
  if (totalCount !== expected.length || rows.length !== Math.min(first, expected.length)) return { largest: Infinity, scored }
  const byPlace = new Map(expected.map((one) => [one.place, one]))
  const largest = Math.max(0, ...rows.map((row, at) => {
    const slow = byPlace.get(view.snapshot.nodes.ids[row.there]!)!
    const parts = [row.score - slow.score, row.sharedTargetMass - slow.mass, row.balance - slow.balance, row.mirrorCoverage - slow.mirrors]
    return Math.max(...parts.map(Math.abs), Math.abs(row.score - expected[at]!.score)) // the score at this rank, whichever of two equal places stands there
  }))
  return { largest, scored }
}

describe(`twins of ${BATCHES * WORLDS_EACH} random worlds`, () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))('are those of the definition, batch %i', async (batch) => {
    let scored = 0
    for (let seed = batch * WORLDS_EACH + 1; seed <= (batch + 1) * WORLDS_EACH; seed++) {
      const all = await difference(seed, 3)
      expect(all.largest, `world ${seed}`).toBeLessThan(1e-9)
      scored += all.scored
    }
    expect(scored).toBeGreaterThan(WORLDS_EACH / 2) // the worlds are not empty
  })

  it.each([[4, 6], [8, 2]])(`are also those of worlds with %i times as many companies and sites: up to 173 nodes (%i worlds, seeds from ${FIRST_LARGE})`, async (times, worlds) => {
    for (let seed = FIRST_LARGE; seed < FIRST_LARGE + worlds; seed++) {
      const { largest, scored } = await difference(seed, 3, 'none', times)
      expect(largest, `world ${seed}`).toBeLessThan(1e-9)
      expect(scored).toBeGreaterThan(0)
    }
  }, 60_000)

  it('are the best ones when only one is asked for: nothing is passed over by its bound', async () => {
    for (let seed = 1; seed <= 60; seed++) expect((await difference(seed, 1)).largest, `world ${seed}`).toBeLessThan(1e-9)
  })

  it.each(['every actor of a chain', 'mirrors one way', 'scores added up'] as const)('would differ with the mistake "%s"', async (planted) => {
    let noticed = 0
    for (let seed = 1; seed <= 60; seed++) noticed += (await difference(seed, 3, planted)).largest > 1e-9 ? 1 : 0
    expect(noticed).toBeGreaterThan(10)
  })
})
