import { describe, expect, it } from 'vitest'
import { actorHoldings } from '#analytics/record/actor-holdings.ts'
import { actorsPresent, isListed } from '#analytics/places/actors-present.ts'
import { Cancellation, Cancelled } from '#analytics/parts/cancellation.ts'
import { domainMeasures } from '#analytics/places/domain-measures.ts'
import { placeExposure } from '#analytics/places/exposure.ts'
import { footingsOf } from '#analytics/record/footings.ts'
import { entryExposure, positionOf, weighRows } from '#analytics/places/place-index-exposure.ts'
import { buildPlaceIndex } from '#analytics/places/place-index.ts'
import { randomWorld, viewOf } from '../random-places.ts'

describe('the index of all places', () => {
  it('holds for every pair of places the exposures the two places are compared by', async () => {
    let compared = 0
    for (let seed = 1; seed <= 60; seed++) {
      const view = await viewOf(randomWorld(seed))
      const index = buildPlaceIndex(view)
      const weights = new Float64Array(index.measure.length)
      const organisations = Array.from(view.canonical.keys()).filter((node) => isListed(view, node))
      for (const here of index.places) {
        for (const there of index.places) {
          if (here === there) continue
          const rows = weighRows(index, [positionOf(index, here), positionOf(index, there)], undefined, weights)
          const measures = domainMeasures(view, [here, there])
          const entries = new Map(Array.from({ length: index.entryStart[positionOf(index, here) + 1]! - index.entryStart[positionOf(index, here)]! }, (_, at) => [index.actor[index.entryStart[positionOf(index, here)]! + at]!, index.entryStart[positionOf(index, here)]! + at]))
          const present = new Set(actorsPresent(view, here, 'controllers'))
          for (const actor of organisations) {
            const { low, high } = placeExposure(view, actorHoldings(view, actor, 'controllers'), here, measures, undefined)
            const entry = entries.get(actor)
            if (high > 0) expect(present.has(actor)).toBe(true)
            expect(entry === undefined ? [0, 0] : [entryExposure(index, entry, weights, 'low'), entryExposure(index, entry, weights, 'high')]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)])
            compared++
          }
          for (const row of rows) weights[row] = 0
        }
      }
    }
    expect(compared).toBeGreaterThan(8_000)
  })

  it('marks places without another place with data inside, and keeps all arrays in shared memory', async () => {
    const view = await viewOf(randomWorld(3))
    const index = buildPlaceIndex(view)
    const name = (place: number) => view.snapshot.nodes.ids[place]!
    expect([...footingsOf(view).inPlace.keys()].map(name).sort()).toEqual(Array.from(index.places, name).sort())
    const leaves = Array.from(index.places).filter((_, at) => index.leaf[at] === 1).map(name)
    expect(leaves).not.toContain('here') // the district lies in it
    expect(leaves).toContain('district')
    for (const column of [index.places, index.actor, index.low, index.byActor.items]) expect(column.buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  it('stops when it is asked to, and returns nothing', async () => {
    const view = await viewOf(randomWorld(1))
    expect(() => buildPlaceIndex(view, new Cancellation({ signal: { aborted: true }, every: 1 }))).toThrow(Cancelled)
  })
})
