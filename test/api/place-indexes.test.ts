import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildPlaceIndex, hasPlaceIndex, placeIndexOf } from '#analytics/places/place-index.ts'
import { placeIndexes } from '#api/jobs/place-indexes.ts'
import { importsOf } from '../imports-of.ts'
import { randomWorld, viewOf } from '../random-places.ts'

describe('the index of all places, made in a thread of its own', () => {
  it('is the one made here, in shared memory', async () => {
    const view = await viewOf(randomWorld(7))
    expect(hasPlaceIndex(view)).toBe(false)
    expect(await placeIndexes().prepare(view)).toBe(true)
    expect(hasPlaceIndex(view)).toBe(true)
    expect(placeIndexOf(view)).toEqual(buildPlaceIndex(view))
    expect(placeIndexOf(view).low.buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  it('is made once however many ask, and not at all after the jobs were stopped', async () => {
    const [view, other] = [await viewOf(randomWorld(8)), await viewOf(randomWorld(9))]
    const indexes = placeIndexes()
    const [first, second] = [indexes.prepare(view), indexes.prepare(view)]
    expect(second).toBe(first)
    const later = indexes.prepare(other)
    await first
    indexes.stop()
    expect(await later).toBe(false)
    expect(hasPlaceIndex(other)).toBe(false)
  })

  it('never touches a store: nothing it loads leads to a database', () => {
    const seen = new Set(['api/jobs/place-index-worker.ts'])
    for (const file of seen) for (const next of importsOf(file)) seen.add(next) // a Set iterates what is added on the way
    expect(seen.size).toBeGreaterThan(10)
    expect([...seen].filter((file) => file.startsWith(join('graph-schema', 'store')) || file.startsWith('ingest') || file.startsWith('datasets'))).toEqual([])
  })
})
