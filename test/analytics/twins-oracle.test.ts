import { describe, expect, it } from 'vitest'
import { placeIndexOf } from '#analytics/places/place-index.ts'
import { twinPlaces } from '#analytics/twins/twin-places.ts'
import type { PlantedInTwins } from '../oracles/slow-twins.ts'
import { slowTwins } from '../oracles/slow-twins.ts'
import type { PlainWorld } from '../oracles/slow-exposure.ts'
import { nodesOf, randomWorld, viewOf, wideWorld } from '../random-places.ts'

const BATCHES = 10
const WORLDS_EACH = 52
const WIDE = Array.from({ length: 5 }, (_, batch) => Array.from({ length: 52 }, (__, at) => wideWorld(212_001 + 52 * batch + at)))
const OPTIONS = { weights: undefined, beta: 0.25, top: 10, threshold: 0.6, fit: { languages: false, timeZones: undefined } } as const

/** Largest difference between the twins of a world and the slow ones; Infinity where other places, or another order, come out. */
async function difference(world: PlainWorld, first: number, planted: PlantedInTwins = 'none'): Promise<{ readonly largest: number; readonly scored: number }> {
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
      const all = await difference(randomWorld(seed), 3)
      expect(all.largest, `world ${seed}`).toBeLessThan(1e-9)
      scored += all.scored
    }
    expect(scored).toBeGreaterThan(WORLDS_EACH / 2) // the worlds are not empty
  })

  it.each(WIDE.map((worlds, batch) => [`${212_001 + 52 * batch}, ${Math.min(...worlds.map((world) => nodesOf(world).length))} to ${Math.max(...worlds.map((world) => nodesOf(world).length))} nodes`, worlds] as const))('are also those of 52 wide worlds with circles, rings of 100 %, bands, hospitals and brands (seeds from %s)', async (_name, worlds) => {
    let scored = 0
    for (const [at, world] of worlds.entries()) {
      const all = await difference(world, 3)
      expect(all.largest, `world ${at} of the batch`).toBeLessThan(1e-9)
      scored += all.scored
    }
    expect(scored).toBeGreaterThan(2 * worlds.length)
  })

  it('are the best ones when only one is asked for: nothing is passed over by its bound', async () => {
    for (let seed = 1; seed <= 60; seed++) expect((await difference(randomWorld(seed), 1)).largest, `world ${seed}`).toBeLessThan(1e-9)
  })

  it.each(['every actor of a chain', 'mirrors one way', 'scores added up'] as const)('would differ with the mistake "%s"', async (planted) => {
    let noticed = 0
    for (let seed = 1; seed <= 60; seed++) noticed += (await difference(randomWorld(seed), 3, planted)).largest > 1e-9 ? 1 : 0
    expect(noticed).toBeGreaterThan(10)
  })

  it.each(['every actor of a chain', 'mirrors one way', 'scores added up', 'hospitals are mirrored'] as const)('would differ in wide worlds with the mistake "%s"', async (planted) => {
    let noticed = 0
    for (const world of WIDE[0]!.slice(0, 20)) noticed += (await difference(world, 3, planted)).largest > 1e-9 ? 1 : 0
    expect(noticed).toBeGreaterThan(5)
  })
})
